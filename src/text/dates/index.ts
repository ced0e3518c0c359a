import { compileUnits, compileWords, isLetter, wordEnd } from '../matcher.js';
import { parseDay } from './calendar.js';
import { readHanDigits, readHanWords } from './han.js';
import { LATIN_STARTS, readLatinDigits, readLatinWords } from './latin.js';
import { readNumeric } from './numeric.js';
import { refine } from './refine.js';
import type { DateParser, DateSpan, Raw, ReadContext } from './types.js';

export { addDays, formatDay, parseDay, weekday } from './calendar.js';
export type { DateSpan } from './types.js';

/** A text with more dates than this is a table dump, no article; what is beyond is not read. */
const MAX_DATES = 5000;

/** What may follow a Han character that a date begins with, so that most places are passed over at once. */
const HAN_STARTS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    ...Object.fromEntries(
      [...'〇零一二两三四五六七八九十'].map((c) => [
        c,
        /[〇零一二两三四五六七八九十年月日号个天周昨星礼多 ]/,
      ]),
    ),
    去: /年/,
    昨: /./,
    上: /[上个月年周星礼]/,
    前: /[年天日晚]/,
    今: /[年天日晚晨早夜午凌月周]/,
    本: /[年月周日星 ]/,
    明: /[年天日晚晨]/,
    来: /[年月周]/,
    这: /[个月周星一]/,
    下: /[个月周星礼]/,
    先: /[月周々]/,
    大: /前/,
    后: /天/,
    令: /和/,
    平: /[成安]/,
    昭: /和/,
    民: /国/,
    周: /[一二三四五六日天末]/,
    星: /期/,
    礼: /拜/,
    农: /历/,
    阴: /历/,
    旧: /历/,
    夏: /历/,
    正: /月/,
    腊: /月/,
    冬: /月/,
    元: /旦/,
    情: /人/,
    愚: /人/,
    劳: /动/,
    万: /圣/,
    圣: /诞/,
    跨: /年/,
    月: /曜/,
    火: /曜/,
    水: /曜/,
    木: /曜/,
    金: /曜/,
    土: /曜/,
    日: /曜/,
  }),
);

const HAN_START_UNITS = compileUnits(HAN_STARTS.keys());
const isDateWord = compileWords(LATIN_STARTS);

/** What {@link findDates} reads beside the text. */
export interface DateOptions {
  /** Day of publication, `YYYY-MM-DD`: the reference of every relative or partial date. */
  readonly published: string | null;
  /** ISO 639-1 code of the text; tells 02/05/2025 apart. Default `und`. */
  readonly lang?: string | undefined;
}

/**
 * Finds every date of a text and resolves it against the publication day, never against today.
 *
 * @param text the text itself (capital letters tell May from may)
 * @param folded the same, folded by `fold`
 * @returns spans in order; a range gives two spans with the same or neighbouring words
 */
export function findDates(text: string, folded: string, options: DateOptions): DateSpan[] {
  const context: ReadContext = { text, folded, lang: options.lang ?? 'und' };
  const raws: Raw[] = [];
  let i = 0;
  while (raws.length < MAX_DATES) {
    const at = nextStart(folded, i);
    if (at < 0) break;
    const found = readAt(context, at);
    i = found === null ? passOver(folded, at) : Math.max(at + 1, found[0]?.end ?? 0);
    if (found !== null) raws.push(...found);
  }
  return refine(raws, context, parseDay(options.published));
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** The next place where a date may begin. */
function nextStart(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) {
      if (isDigit(c)) return i;
      if (c < 97 || c > 122 || (i > 0 && isLetter(text.charCodeAt(i - 1)))) continue;
      const end = wordEnd(text, i);
      if (isDateWord(text, i, end) && text.charAt(i - 1) !== "'") return i;
      i = end - 1;
    } else if (
      HAN_START_UNITS[c] === 1 &&
      HAN_STARTS.get(text.charAt(i))?.test(text.charAt(i + 1)) === true
    ) {
      return i;
    }
  }
  return -1;
}

/** Where to go on after a place that began no date: after the run of digits, or the next character. */
function passOver(text: string, at: number): number {
  let i = at + 1;
  if (isDigit(text.charCodeAt(at))) while (i < text.length && isDigit(text.charCodeAt(i))) i++;
  return i;
}

function readAt(context: ReadContext, at: number): readonly Raw[] | null {
  const { folded } = context;
  const c = folded.charCodeAt(at);
  if (!isDigit(c)) return list((c >= 0x3000 ? readHanWords : readLatinWords)(context, at));
  if (
    at > 0 &&
    (/[a-z0-9]/.test(folded.charAt(at - 1)) || /\d[-./]$/.test(folded.slice(Math.max(0, at - 2), at)))
  )
    return null;
  const end = passOver(folded, at);
  if (end - at > 4) return null;
  let best: readonly Raw[] | null = null;
  for (const parser of parsersFor(end - at, folded.charCodeAt(end), folded.charCodeAt(end + 1))) {
    const found = list(parser(context, at));
    if (found !== null && (best === null || (found[0]?.end ?? 0) > (best[0]?.end ?? 0))) best = found;
  }
  return best;
}

const NUMERIC: readonly DateParser[] = [readNumeric, readHanDigits, readLatinDigits];
const HAN: readonly DateParser[] = [readHanDigits, readLatinDigits];
const LATIN: readonly DateParser[] = [readLatinDigits];

/** By what stands after the digits: a Han character, a separator, a letter; a year may stand alone. */
function parsersFor(length: number, after: number, next: number): readonly DateParser[] {
  if (after >= 0x2000 || (after === BLANK && next >= 0x2000)) return HAN;
  if (isSeparator(after) || (after === BLANK && isSeparator(next))) return NUMERIC;
  if (length === 4 || after !== BLANK || !isDigit(next)) return LATIN;
  return [];
}

const BLANK = 32;
/** - . / ~ */
const isSeparator = (c: number): boolean => (c >= 45 && c <= 47) || c === 126;

function list(found: Raw | readonly Raw[] | null): readonly Raw[] | null {
  if (found === null) return null;
  return Array.isArray(found) ? found : [found as Raw];
}
