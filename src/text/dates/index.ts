import { parseDay } from './calendar.js';
import { readHanDigits, readHanWords } from './han.js';
import { LATIN_START, readLatinDigits, readLatinWords } from './latin.js';
import { readNumeric } from './numeric.js';
import { refine } from './refine.js';
import type { DateParser, DateSpan, Raw, ReadContext } from './types.js';

export { addDays, compareDays, formatDay, isDay, parseDay, weekday } from './calendar.js';
export type { DateSpan } from './types.js';

/** What begins with a digit, tried in order; the longest form wins. */
const FROM_DIGIT: readonly DateParser[] = [readNumeric, readHanDigits, readLatinDigits];
const HAN_START =
  '[〇零一二两三四五六七八九十去昨上前今本明来这下先大后令平昭民周週星礼农阴旧正腊冬元情愚劳万圣跨月火水木金土日]';
const START = new RegExp(`[0-9]{1,4}|${HAN_START}|(?<![a-zà-ÿ0-9'])(?:${LATIN_START})(?![a-zà-ÿ])`, 'g');

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
  START.lastIndex = 0;
  for (let m = START.exec(folded); m !== null; m = START.exec(folded)) {
    const found = readAt(context, m.index);
    if (found === null) {
      START.lastIndex = m.index + (isDigit(folded.charCodeAt(m.index)) ? m[0].length : 1);
      continue;
    }
    raws.push(...found);
    START.lastIndex = Math.max(m.index + 1, found[0]?.end ?? 0);
  }
  return refine(raws, context, parseDay(options.published));
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function readAt(context: ReadContext, at: number): readonly Raw[] | null {
  const c = context.folded.charCodeAt(at);
  if (!isDigit(c)) return list((c >= 0x3000 ? readHanWords : readLatinWords)(context, at));
  if (at > 0 && /[a-z0-9]/.test(context.folded.charAt(at - 1))) return null;
  let best: readonly Raw[] | null = null;
  for (const parser of FROM_DIGIT) {
    const found = list(parser(context, at));
    if (found !== null && (best === null || (found[0]?.end ?? 0) > (best[0]?.end ?? 0))) best = found;
  }
  return best;
}

function list(found: Raw | readonly Raw[] | null): readonly Raw[] | null {
  if (found === null) return null;
  return Array.isArray(found) ? found : [found as Raw];
}
