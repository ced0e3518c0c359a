import { buildDocument } from '../../src/extractors/engine/document.js';
import type { Candidate, FactKind, FactRule } from '../../src/extractors/engine/types.js';

/** Runs one rule over a text and gives its candidates that are not rejected, or all. */
export function run<K extends FactKind>(
  rule: FactRule<K>,
  text: string,
  options: { title?: string; published?: string; lang?: string; rejected?: boolean } = {},
): readonly Candidate<K>[] {
  const { title = '', published = '2025-03-14', lang = 'zh', rejected = false } = options;
  const doc = buildDocument({ title, text, published, lang }, () => []);
  return rule.find(doc).filter((c) => rejected || c.rejected === undefined);
}
