import { compileUnits } from './matcher.js';

/** A half-open span in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longest sentence that rules read; longer runs are cut, which keeps every rule linear. */
export const MAX_SENTENCE = 2000;

const CJK_END = compileUnits('。！？；!?…');
const CLOSERS = compileUnits('”’」』）)"\'】》');
/** Every unit at which a sentence may end: most units of a text are none, and are passed over by one look. */
const MAY_END = compileUnits('。！？；!?….\n');
const STOP = 0x2e;

/** Whether a unit belongs to the end of the sentence before it. */
const closes = (unit: number): boolean => CLOSERS[unit] === 1 || CJK_END[unit] === 1;

const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Inc|Ltd|Co|Corp|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|e\.g|i\.e|approx|Gov|Sen|Rep|Gen|Prof|Jr|Sr|U\.S|U\.K|a\.m|p\.m)|\b[A-Z])$/;

const LIST_NUMBER = /^\s*[(（]?\d{1,3}$/;

/**
 * Splits one block into sentences.
 *
 * @param text the whole document text
 * @param block the span to split
 * @returns spans in order that cover all but white space; none is longer than {@link MAX_SENTENCE}
 */
export function splitSentences(text: string, block: Span): Span[] {
  const out: Span[] = [];
  let start = block.start;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text.charAt(from))) from++;
    while (to > from && /\s/.test(text.charAt(to - 1))) to--;
    for (let at = from; at < to; at += MAX_SENTENCE) {
      out.push({ start: at, end: Math.min(to, at + MAX_SENTENCE) });
    }
    start = end;
  };
  for (let i = block.start; i < block.end; i++) {
    const unit = text.charCodeAt(i);
    if (MAY_END[unit] !== 1) continue;
    if (
      unit === STOP &&
      !(/\s/.test(text.charAt(i + 1) || ' ') && !ABBREVIATION.test(text.slice(Math.max(start, i - 8), i)))
    )
      continue;
    // “1. Something happened”: the number belongs to what it counts.
    if (unit === STOP && i - block.start < 6 && LIST_NUMBER.test(text.slice(block.start, i))) continue;
    let next = i + 1;
    while (next < block.end && closes(text.charCodeAt(next))) next++;
    push(next);
    i = next - 1;
  }
  push(block.end);
  return out;
}
