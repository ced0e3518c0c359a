import type { Article, Snapshot } from '../model/index.js';
import { decodeBytes } from './charset.js';
import { isRecurring, type RecurringLines } from './content/recurring.js';
import { parseHtml } from './formats/html.js';
import { parseMarkdown } from './formats/markdown-page.js';
import { isHtml } from './formats/sniff.js';

export { learnRecurring, lineHash, type RecurringLines, type SourcePage } from './content/recurring.js';
export { type BlockText, markdownToText } from './formats/markdown-text.js';
export { type CanonicalUrl, canonicalUrl, type WeChatIdentity, wechatIdentity } from './metadata/url.js';

export { sourcePageOf } from './source-page.js';

/** What the caller knows beside the page. */
export interface ParseOptions {
  /** Lines that recur over many pages of a source, learnt from an archive (docs/boilerplate.md). */
  readonly recurring?: RecurringLines | undefined;
}

/**
 * Cleans one page: raw HTML, archived Markdown with front matter, or a plain text dump, told apart by content.
 * Never throws: a page without an article has its status and an empty body. The same page and options always give
 * the same article.
 *
 * @param snapshot the page as it came
 * @param options what is known of its source
 */
export function parsePage(snapshot: Snapshot, options: ParseOptions = {}): Article {
  if (isHtml(snapshot.bytes, snapshot)) return parseHtml(snapshot);
  const decoded = decodeBytes(snapshot.bytes);
  const text = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  const { recurring } = options;
  return parseMarkdown(
    snapshot,
    { ...decoded, text },
    { recurs: recurring ? (source, line) => isRecurring(recurring, source, line) : undefined },
  );
}
