import type { Evidence } from '../../model/index.js';
import { MAX_SENTENCE } from '../../text/sentences.js';
import type { Doc } from './types.js';

/** Index of the sentence that holds a place, or -1. Sentences are in order. */
export function sentenceAt(doc: Doc, at: number): number {
  let low = 0;
  let high = doc.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const s = doc.sentences[middle];
    if (s === undefined) return -1;
    if (at < s.start) high = middle - 1;
    else if (at >= s.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/**
 * The sentence that a mention stands in, in the coordinates of the field it is from.
 *
 * @param source title and text as they were given; the quote is cut from them
 */
export function evidenceOf(
  doc: Doc,
  source: { readonly title: string; readonly text: string },
  mention: { readonly start: number; readonly end: number; readonly rule: string },
): Evidence {
  const field = mention.start < doc.bodyStart - 1 ? 'title' : 'text';
  const text = field === 'title' ? source.title : source.text;
  const shift = field === 'title' ? 0 : doc.bodyStart;
  const first = doc.sentences[sentenceAt(doc, mention.start)];
  const last = doc.sentences[sentenceAt(doc, Math.max(mention.start, mention.end - 1))];
  let start = Math.min(first?.start ?? mention.start, mention.start) - shift;
  let end = Math.min(Math.max(last?.end ?? mention.end, mention.end) - shift, text.length);
  if (end - start > MAX_SENTENCE) {
    start = mention.start - shift;
    end = Math.min(mention.end - shift, start + MAX_SENTENCE);
  }
  const spoken = text.slice(mention.start - shift, Math.min(mention.end - shift, end));
  return { field, start, end, quote: text.slice(start, end), mention: spoken, rule: mention.rule };
}
