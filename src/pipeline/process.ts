import { extractReports } from '../extractors/index.js';
import type { Article, Extraction, Snapshot } from '../model/index.js';
import { type ParseOptions, parsePage } from '../parsers/index.js';
import { withHints } from './hints.js';

/** What the rules made of one page: an article, and what it says where its body survived. */
export interface ProcessedPage {
  readonly article: Article;
  readonly extraction: Extraction | null;
}

/** Facts are read only from pages whose body, or at least its summary, is there. */
export function extractFrom(article: Article): Extraction | null {
  return article.page === 'ok' || article.page === 'teaser' ? extractReports(article) : null;
}

/**
 * Takes one page the whole way from its bytes to its reports. Pure: the same snapshot gives the same result.
 *
 * @throws where the bytes are no page at all; the caller names the path and goes on with the next
 */
export function processPage(snapshot: Snapshot, options?: ParseOptions): ProcessedPage {
  const article = withHints(parsePage(snapshot, options), snapshot.hints);
  return { article, extraction: extractFrom(article) };
}
