/** A half-open span in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longest sentence that rules read; longer runs are cut, which keeps every rule linear. */
export const MAX_SENTENCE = 2000;

const CJK_END = new Set(['。', '！', '？', '；', '!', '?', '…']);
const CLOSERS = new Set(['”', '’', '」', '』', '）', ')', '"', "'", '】', '》']);
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Inc|Ltd|Co|Corp|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|e\.g|i\.e|approx|Gov|Sen|Rep|Gen|Prof|Jr|Sr|U\.S|U\.K|a\.m|p\.m)|\b[A-Z])$/;

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
    const c = text.charAt(i);
    let ends = CJK_END.has(c) || c === '\n';
    if (
      c === '.' &&
      /\s/.test(text.charAt(i + 1) || ' ') &&
      !ABBREVIATION.test(text.slice(Math.max(start, i - 8), i))
    ) {
      ends = true;
    }
    if (!ends) continue;
    let next = i + 1;
    while (next < block.end && (CLOSERS.has(text.charAt(next)) || CJK_END.has(text.charAt(next)))) next++;
    push(next);
    i = next - 1;
  }
  push(block.end);
  return out;
}
