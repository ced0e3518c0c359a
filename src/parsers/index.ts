import type { Article, Snapshot } from '../model/index.js';
import { decodeBytes } from './charset.js';
import { parseMarkdown } from './formats/markdown-page.js';

export { type BlockText, markdownToText } from './formats/markdown-text.js';

/** What the caller knows beside the page. */
export interface ParseOptions {
  readonly recurring?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

export function parsePage(snapshot: Snapshot, _options: ParseOptions = {}): Article {
  const decoded = decodeBytes(snapshot.bytes, {});
  return parseMarkdown(snapshot, { ...decoded, text: decoded.text.replace(/\r\n?/g, '\n') });
}
