import type { Qualifier } from '../../model/index.js';
import { compileUnits, compileWords, isLetter, wordEnd } from '../matcher.js';
import { parseAscii } from './ascii.js';
import { isHanNumeral, parseHan } from './han.js';
import { qualifierAfter, qualifierBefore } from './qualifiers.js';
import { parseWords, WORD_STARTS } from './words.js';

export { qualifierAfter } from './qualifiers.js';

/** A quantity found in a text. */
export interface NumberSpan {
  /** Half-open span with the qualifier: 近30万, "up to 800,000". */
  readonly start: number;
  readonly end: number;
  /** Span of the figure alone. */
  readonly coreStart: number;
  readonly coreEnd: number;
  /** Upper end of a range. */
  readonly value: number;
  readonly low?: number | undefined;
  readonly qualifier: Qualifier;
  /** Only an order of magnitude is told: 十几万, 数百万, "thousands". */
  readonly vague: boolean;
  /** How it is written. */
  readonly form: 'digits' | 'han' | 'words';
  /** The decimal digits are grouped by thousands. */
  readonly grouped: boolean;
  /** A magnitude is written: 万, million, K. */
  readonly scaled: boolean;
}

/** A figure without what stands around it, as the three grammars return it. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly form: NumberSpan['form'];
  readonly vague: boolean;
  /** 多, 余 or + inside it: the true number is higher. */
  readonly over: boolean;
  /** Magnitude that it was multiplied with, 1 where none was written. */
  readonly magnitude: number;
  readonly grouped: boolean;
}

/** Languages that group thousands by a full stop and write decimals with a comma. */
const DOT_GROUPING = new Set(['it', 'de', 'es', 'pt', 'nl', 'id', 'tr', 'da', 'el', 'ro']);

const isNumberWord = compileWords(WORD_STARTS);
const isArticle = compileWords(['a', 'un']);
/** How a magnitude begins that an article may stand before: "a million", "a dozen", "a quarter of". */
const AFTER_ARTICLE = /^[ -](?:hu|th|mi|bi|tr|la|cr|do|co|qu|he)/;
/** A text with more numbers than this is a table dump, no article; what is beyond is not read. */
const MAX_NUMBERS = 5000;
const HAN_STARTS = compileUnits('零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几数');

/**
 * Finds every quantity of a text, in all written forms, with its qualifier and ranges.
 *
 * @param folded a text folded by `fold`
 * @param lang ISO 639-1 code; tells whether 1.234 is a thousand or a decimal
 * @returns spans in order, none overlapping another
 */
export function findNumbers(folded: string, lang = 'und'): NumberSpan[] {
  const out: NumberSpan[] = [];
  const dots = DOT_GROUPING.has(lang);
  let last = 0;
  let i = 0;
  while (i < folded.length && out.length < MAX_NUMBERS) {
    const at = nextStart(folded, i);
    if (at < 0) break;
    const first = figureAt(folded, at, dots);
    if (first === null) {
      i = afterRun(folded, at);
      continue;
    }
    const range = first.vague ? null : rangeFrom(folded, first, dots);
    const core = range ?? { ...first, low: undefined };
    const before = qualifierBefore(folded, core.start, last);
    const after = qualifierAfter(folded, core.end);
    out.push({
      start: before?.start ?? core.start,
      end: after?.end ?? core.end,
      coreStart: core.start,
      coreEnd: core.end,
      value: core.value,
      ...(core.low === undefined ? {} : { low: core.low }),
      qualifier: before?.qualifier ?? (first.over || range?.over ? 'over' : (after?.qualifier ?? 'exact')),
      vague: core.vague,
      form: core.form,
      grouped: core.grouped,
      scaled: core.magnitude > 1,
    });
    last = core.end;
    i = Math.max(core.end, at + 1);
  }
  return out;
}

/** The next place where a number may begin: a digit, a Han numeral, a number word. */
function nextStart(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) {
      if (c >= 48 && c <= 57) return i;
      if (c < 97 || c > 122 || (i > 0 && isLetter(text.charCodeAt(i - 1)))) continue;
      const end = wordEnd(text, i);
      if (
        isNumberWord(text, i, end) &&
        (end - i > 2 || !isArticle(text, i, end) || AFTER_ARTICLE.test(text.slice(end, end + 4)))
      ) {
        return i;
      }
      i = end - 1;
    } else if (HAN_STARTS[c] === 1) return i;
  }
  return -1;
}

function figureAt(text: string, at: number, dots: boolean, inRange = false): Figure | null {
  const c = text.charCodeAt(at);
  if (c >= 48 && c <= 57) return parseAscii(text, at, dots, inRange);
  return c < 0x3000 ? parseWords(text, at) : parseHan(text, at);
}

/** Where the run of digits or letters that held no number ends, so that it is not tried again from within. */
function afterRun(text: string, at: number): number {
  let i = at + 1;
  const c = text.charCodeAt(at);
  if (c >= 48 && c <= 57) while (i < text.length && isDigitOrDot(text.charCodeAt(i))) i++;
  else if (c < 0x3000) return Math.max(at + 1, wordEnd(text, at));
  else while (i < text.length && isHanNumeral(text.charAt(i))) i++;
  return i;
}

function isDigitOrDot(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 46;
}

const RANGE_MARK = / {0,2}(?:-{1,2}|—{1,2}|~|〜|至|到|から|～) {0,2}| (?:to|and|e|a) /y;
const BOTH_BEFORE =
  /(?:between|from|ranging from|tra|fra|da|dai|dalle) (?:about |around |some |roughly |approximately |an estimated )?$/;

interface Range extends Figure {
  readonly low: number;
}

/** 200万-300万 · 200至300万 · between 2 and 3 million · 2-3 million. */
function rangeFrom(text: string, first: Figure, dots: boolean): Range | null {
  RANGE_MARK.lastIndex = first.end;
  const mark = RANGE_MARK.exec(text);
  if (mark === null) return null;
  const second = figureAt(text, first.end + mark[0].length, dots, true);
  if (second === null || second.vague) return null;
  const joined = mark[0].trim();
  if (joined === 'and' || joined === 'e' || joined === 'a') {
    if (!BOTH_BEFORE.test(text.slice(Math.max(0, first.start - 36), first.start))) return null;
  }
  const low = first.magnitude === 1 && second.magnitude > 1 ? first.value * second.magnitude : first.value;
  const bare = first.magnitude === 1 && second.magnitude === 1;
  if (low >= second.value || second.value > low * (bare ? 100 : 1000)) return null;
  if (bare && joined.startsWith('-') && second.value < 10) return null;
  return { ...second, start: first.start, low, grouped: first.grouped || second.grouped };
}
