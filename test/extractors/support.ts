import { buildDocument } from '../../src/extractors/engine/document.js';
import { scanTerms } from '../../src/extractors/engine/lexicon.js';
import type { Doc, FactKind, FactRule, FactValues } from '../../src/extractors/engine/types.js';

/** A document from a text whose first line is its title. */
export function documentOf(text: string, lang = 'zh'): Doc {
  const [title = '', ...rest] = text.split('\n');
  return buildDocument({ title, text: rest.join('\n'), published: '2025-02-14', lang }, scanTerms);
}

/** What a rule keeps of a text, by kind. */
export function kept<K extends FactKind>(
  rule: FactRule,
  text: string,
  kind: K,
  lang = 'zh',
): FactValues[K][] {
  return rule
    .find(documentOf(text, lang))
    .flatMap((c) => (c.kind === kind && c.rejected === undefined ? [c.value as FactValues[K]] : []));
}
