import { LEXICONS } from '../lexicon/index.js';
import { compileLexicons, type Scanner } from './automaton.js';
import type { Doc, TermHit } from './types.js';

/** Finds every lexicon term of a text in one pass, sorted by start, the longer first. */
export const scanTerms: Scanner = compileLexicons(LEXICONS);

/** The terms of one lexicon within a span of the document, in order. */
export function termsIn(doc: Doc, lexicon: string, start = 0, end = doc.text.length): TermHit[] {
  const out: TermHit[] = [];
  for (let i = firstAt(doc.terms, start); i < doc.terms.length; i++) {
    const hit = doc.terms[i];
    if (hit === undefined || hit.start >= end) break;
    if (hit.lexicon === lexicon && hit.end <= end) out.push(hit);
  }
  return out;
}

/** Index of the first term that starts at or after `start`. */
function firstAt(terms: readonly TermHit[], start: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = terms[middle];
    if (hit !== undefined && hit.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Longest stretch that is looked at on either side of a term for a web address. */
const ADDRESS = 80;

/** Whether a term is part of a web address or of its slug (`…/news/telco-ddos-incident/`), which tells nothing. */
export function isInAddress(folded: string, hit: { readonly start: number; readonly end: number }): boolean {
  const at = folded.charCodeAt(hit.start);
  if (at > 0x7f) return false;
  const isPart = (c: string): boolean => /[a-z0-9/._:?=&%#-]/.test(c);
  let left = hit.start;
  while (left > 0 && hit.start - left < ADDRESS && isPart(folded.charAt(left - 1))) left--;
  let right = hit.end;
  while (right < folded.length && right - hit.end < ADDRESS && isPart(folded.charAt(right))) right++;
  const token = folded.slice(left, right);
  return (
    /:\/\/|www\.|\.(?:com|org|net|cn|io|html?)\b/.test(token) ||
    /[a-z0-9]+-[a-z0-9]+-[a-z0-9]+[-/]/.test(token)
  );
}
