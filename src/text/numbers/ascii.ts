import { alternation } from '../pattern.js';
import { LETTER_MAGNITUDES, MAGNITUDES } from './data.js';
import { parseHanTail } from './han.js';
import type { Figure } from './index.js';

// Groups of three by comma, apostrophe or blank; 12,34,567 as in India.
const GROUPED =
  /\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,3}(?!\d))?(?![\d])|\d{1,3}(?:'\d{3}){1,6}(?!\d)|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)|[1-9]\d{0,2}(?: \d{3}){1,6}(?![\d,.]|[ -]\d)/y;
const DOT_GROUPED = /\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,2}(?!\d))?(?![\d.]\d?)/y;
const DOT_GROUPED_TWICE = /\d{1,3}(?:\.\d{3}){2,6}(?![\d]|\.\d)/y;
const COMMA_DECIMAL = /\d{1,6},\d{1,2}(?![\d,])/y;
const PLAIN = /\d{1,15}(?:\.\d{1,6})?(?!\d)/y;
const MAGNITUDE_WORD = new RegExp(`[ -]?(${alternation(Object.keys(MAGNITUDES))})(?![a-zà-ÿ])`, 'y');
const LETTER = /(?:mm|mn|bn|[kmbw])(?![a-z0-9])/y;
// What follows makes it a quantity of another kind, or none at all.
const CURRENCY_LETTERS = /(?:^|[^a-z])(?:usd|eur|gbp|rmb|cny|jpy|inr|rs|aud|cad|hkd|sgd|nt|us)$/;
const GLUED_AFTER = /^(?:[a-z_@/\\]|-[a-z]|\.\d|%| ?%| percent| per cent|个百分点|st\b|nd\b|rd\b|th\b)/;

/**
 * Reads a figure that begins with an ASCII digit.
 *
 * @param text folded text
 * @param at where the first digit stands
 * @param inRange the first end of a range stands before it
 * @param dots whether a full stop groups thousands and a comma begins the decimals
 * @returns null for ids, versions, percentages, addresses
 */
export function parseAscii(text: string, at: number, dots: boolean, inRange = false): Figure | null {
  if (!inRange && gluedBefore(text, at)) return null;
  const read = readDigits(text, at, dots);
  if (read === null) return null;
  const { digits, value, grouped } = read;
  let end = at + digits.length;
  if (text.charAt(end) === '.' && /\d/.test(text.charAt(end + 1))) return null;

  const han = parseHanTail(text, end, value);
  if (han !== null) return { ...han, start: at, grouped };

  let magnitude = 1;
  for (let i = 0; i < 2; i++) {
    MAGNITUDE_WORD.lastIndex = end;
    const word = MAGNITUDE_WORD.exec(text);
    if (word === null) break;
    magnitude *= MAGNITUDES[word[1] ?? ''] ?? 1;
    end += word[0].length;
  }
  let over = false;
  if (magnitude === 1) {
    const letter = match(LETTER, text, end);
    if (letter !== null) {
      // 10w is ten thousand in Chinese alone.
      if (letter !== 'w' || text.charCodeAt(end + 1) >= 0x3000) {
        magnitude = LETTER_MAGNITUDES[letter] ?? 1;
        end += letter.length;
      }
    }
  }
  if (text.charAt(end) === '+') over = true;
  else if (
    GLUED_AFTER.test(text.slice(end, end + 10)) &&
    !/^-(?:odd|plus|strong|member|person)/.test(text.slice(end, end + 8))
  )
    return null;
  if (digits.length > 1 && digits.startsWith('0') && !digits.startsWith('0.')) return null;
  return {
    start: at,
    end,
    value: round(value * magnitude),
    form: 'digits',
    vague: false,
    over,
    magnitude,
    grouped,
  };
}

/** The digits of a figure, separators and all. */
function readDigits(
  text: string,
  at: number,
  dots: boolean,
): { digits: string; value: number; grouped: boolean } | null {
  const grouped = match(dots ? DOT_GROUPED : GROUPED, text, at);
  if (grouped !== null) {
    const plain = dots ? grouped.replaceAll('.', '').replace(',', '.') : grouped.replace(/[,' ]/g, '');
    return { digits: grouped, value: Number(plain), grouped: true };
  }
  const dotted = match(DOT_GROUPED_TWICE, text, at);
  if (dotted !== null) {
    const parts = dotted.split('.');
    if (parts.length === 4 && parts.every((p) => Number(p) < 256)) return null;
    return { digits: dotted, value: Number(parts.join('')), grouped: true };
  }
  const decimal = dots ? match(COMMA_DECIMAL, text, at) : null;
  if (decimal !== null) return { digits: decimal, value: Number(decimal.replace(',', '.')), grouped: false };
  const plain = match(PLAIN, text, at);
  return plain === null ? null : { digits: plain, value: Number(plain), grouped: false };
}

/** A digit that goes on from letters, a sign or a path is an id: CVE-2024-1709, v1.2, T1566, /2025. */
function gluedBefore(text: string, at: number): boolean {
  if (at === 0) return false;
  const c = text.charAt(at - 1);
  if (/[a-z0-9_@=&\\]/.test(c)) return !CURRENCY_LETTERS.test(text.slice(Math.max(0, at - 4), at));
  if (c === '第') return true;
  if (/[-./:#]/.test(c) && at > 1) return /[a-z0-9_/]/.test(text.charAt(at - 2)) || c === '#';
  return c === '#';
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Takes off the noise of decimal fractions: 2.6 million is 2600000. */
export function round(value: number): number {
  return Math.abs(value) < 1e15 ? Math.round(value * 1000) / 1000 : Math.round(value);
}
