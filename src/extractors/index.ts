import type { Extraction } from '../model/index.js';
import { readArticle } from './engine/assembly.js';
import { type Explanation, explain } from './engine/explain.js';
import type { ExtractorInput } from './engine/types.js';

export type { Explanation } from './engine/explain.js';
export type { ExtractorInput } from './engine/types.js';

/**
 * Reads the incidents that an article tells of.
 *
 * @param input title, plain text with its blocks, publication day (the reference of every relative date), language
 * @returns the topic, and the reports with the main incident first; none where the article reports no incident.
 *   The same input always gives the same result; nothing is read from outside it.
 */
export function extractReports(input: ExtractorInput): Extraction {
  return readArticle(input).extraction;
}

/** The reasoning behind {@link extractReports} for the same input: sentences, scopes, candidates kept and thrown away. */
export function explainReports(input: ExtractorInput): Explanation {
  return explain(readArticle(input, true));
}
