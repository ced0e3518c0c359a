import { wordEnd } from '../matcher.js';
import { alternation } from '../pattern.js';
import { FIXED_WORDS, MAGNITUDES, WORD_UNITS } from './data.js';
import type { Figure } from './index.js';

const VAGUE_WORDS = [
  'dozens',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'several',
  'decine',
  'centinaia',
  'migliaia',
];
const ARTICLE_MAGNITUDES = [
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
  'lakh',
  'crore',
  'milione',
  'miliardo',
];

/** The first word of every number written in words. */
export const WORD_STARTS: ReadonlySet<string> = new Set([
  ...Object.keys(WORD_UNITS),
  ...VAGUE_WORDS,
  ...FIXED_WORDS.map(([words]) => words.split(/[ -]/)[0] ?? words),
  'a',
  'un',
]);
const ARTICLE_AT = new RegExp(`(?:a|un) (?:${ARTICLE_MAGNITUDES.join('|')})(?![a-zà-ÿ])`, 'y');

const WORD_NUMBERS: ReadonlySet<string> = new Set(Object.keys(WORD_UNITS));
const FIXED = new Map(FIXED_WORDS);
const FIXED_AT = new RegExp(`(?:${alternation([...FIXED.keys()])})(?![a-zà-ÿ])`, 'y');
const VAGUE_AT = new RegExp(
  `(?:${VAGUE_WORDS.join('|')})(?![a-zà-ÿ])(?: of)?(?: (?:dozens|hundreds|thousands|millions|billions|hundred|thousand|million|billion))?`,
  'y',
);
const TOKEN = new RegExp(
  `(?:(?<=[a-z])(?:[ -]| and )|)(a|un|una|${alternation([...Object.keys(WORD_UNITS), ...Object.keys(MAGNITUDES)])})(?![a-zà-ÿ])`,
  'y',
);
const AND_A_HALF = / and a half (million|billion|thousand)/y;
const MAX_WORDS = 9;

/**
 * Reads a figure written in words: twenty-five, one hundred and thirty thousand, half a million, due milioni.
 *
 * @param text folded text
 * @param at where a word of {@link WORD_STARTS} begins
 */
export function parseWords(text: string, at: number): Figure | null {
  FIXED_AT.lastIndex = at;
  const fixed = FIXED_AT.exec(text)?.[0];
  if (fixed !== undefined) return figure(at, at + fixed.length, FIXED.get(fixed) ?? 0, 1);
  VAGUE_AT.lastIndex = at;
  const vague = VAGUE_AT.exec(text)?.[0];
  if (vague !== undefined) return { ...figure(at, at + vague.length, 0, 1), vague: true };

  if (!WORD_NUMBERS.has(text.slice(at, wordEnd(text, at)))) {
    ARTICLE_AT.lastIndex = at;
    if (!ARTICLE_AT.test(text)) return null;
  }

  let total = 0;
  let section = 0;
  let magnitude = 1;
  let end = at;
  for (let i = 0; i < MAX_WORDS; i++) {
    TOKEN.lastIndex = end;
    const m = TOKEN.exec(text);
    if (m === null || (i > 0 && m[0].length === (m[1] ?? '').length)) break;
    const word = m[1] ?? '';
    const unit = WORD_UNITS[word];
    const by = MAGNITUDES[word];
    if (by !== undefined) {
      magnitude *= by;
      if (by === 100) section = (section || 1) * 100;
      else {
        total += (section || 1) * by;
        section = 0;
      }
    } else if (unit !== undefined) {
      // "four 20": a unit may only follow a ten or a multiplier.
      if (
        section % 10 !== 0 ||
        (section % 100 !== 0 && unit >= 10) ||
        (i > 0 && section === 0 && total === 0)
      )
        break;
      section += unit;
    } else if (i > 0) break;
    end += m[0].length;
  }
  AND_A_HALF.lastIndex = end;
  const half = AND_A_HALF.exec(text);
  if (half !== null && total === 0) {
    const by = MAGNITUDES[half[1] ?? ''] ?? 1;
    return figure(at, end + half[0].length, (section + 0.5) * by, by);
  }
  const value = total + section;
  // Two-factor, Four-Faith: part of a name or an adjective.
  if (text.charAt(end) === '-' && /[a-z]/.test(text.charAt(end + 1))) return null;
  return value === 0 ? null : figure(at, end, value, magnitude);
}

function figure(start: number, end: number, value: number, magnitude: number): Figure {
  return { start, end, value, form: 'words', vague: false, over: false, magnitude, grouped: false };
}
