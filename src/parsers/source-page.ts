import type { Snapshot } from '../model/index.js';
import { decodeBytes } from './charset.js';
import type { SourcePage } from './content/recurring.js';
import { readFrontMatter } from './formats/front-matter.js';
import { isHtml } from './formats/sniff.js';

/**
 * The source and Markdown of an archived page, for `learnRecurring`; null for pages that are no Markdown with a
 * named source.
 */
export function sourcePageOf(snapshot: Snapshot): SourcePage | null {
  if (isHtml(snapshot.bytes, snapshot)) return null;
  const front = readFrontMatter(decodeBytes(snapshot.bytes).text.replace(/\r\n?/g, '\n'));
  const source = ['source', 'site', 'account', 'feed'].map((key) => front.data.get(key)).find(Boolean);
  return source === undefined ? null : { source, markdown: front.body };
}
