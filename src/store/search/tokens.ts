import { fold } from '../../text/fold.js';

const WIDE_RUN = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{1,2000}/g;

function pairs(run: string): string {
  if (run.length === 1) return ` ${run} `;
  let out = ' ';
  for (let i = 0; i + 1 < run.length; i++) out += `${run.charAt(i)}${run.charAt(i + 1)} `;
  return out;
}

/**
 * The text that the full-text index reads: Chinese and Japanese runs as overlapping pairs of characters
 * (数据泄露 → 数据 据泄 泄露), everything else as it stands, folded. So a two-character word is one term of
 * the index, and plain SQL finds it without any function: `WHERE article_search MATCH '泄露 酒店'`.
 */
export function searchTokens(text: string): string {
  return fold(text).replace(WIDE_RUN, pairs);
}

/** Operators and quotes of the FTS5 query language that a person's words may hold by chance. */
const QUOTED = /"([^"]{0,200})"/g;

function term(word: string): string {
  const tokens = searchTokens(word)
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((t) => t !== '');
  return tokens.length === 0 ? '' : `"${tokens.join(' ')}"`;
}

/**
 * Turns what a person types into an FTS5 query: words are joined by AND, a Chinese word of any length is
 * found as it stands, "quoted words" in their order, `-word` is left out.
 *
 * @returns null where nothing is left to look for
 */
export function searchQuery(input: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const add = (word: string): void => {
    const exclude = word.startsWith('-') && word.length > 1;
    const made = term(exclude ? word.slice(1) : word);
    if (made !== '') (exclude ? unwanted : wanted).push(made);
  };
  const rest = input.slice(0, 500).replace(QUOTED, (_, phrase: string) => {
    add(phrase);
    return ' ';
  });
  for (const word of rest.split(/\s+/)) if (word !== '') add(word);
  if (wanted.length === 0) return null;
  const query = wanted.join(' AND ');
  return unwanted.length === 0 ? query : `(${query}) NOT (${unwanted.join(' OR ')})`;
}
