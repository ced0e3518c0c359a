import type { Sector } from '../../model/index.js';
import { termsIn } from '../engine/lexicon.js';
import type { Candidate, Doc, FactRule } from '../engine/types.js';

/** Words that name the trade of many a bystander: security firms, the press, the authorities that step in. */
const BYSTANDER: ReadonlySet<Sector> = new Set<Sector>([
  'technology',
  'media',
  'government',
  'legal',
  'other',
]);

/**
 * The victim's trade by the words for it. A title counts most, then the lead; the most frequent word of the
 * article breaks ties.
 */
export const sectorRule: FactRule<'sector'> = {
  id: 'sector',
  find(doc) {
    const hits = termsIn(doc, 'sector');
    const counts = new Map<Sector, number>();
    for (const hit of hits) counts.set(hit.id as Sector, (counts.get(hit.id as Sector) ?? 0) + 1);
    return hits.map((hit): Candidate<'sector'> => {
      const value = hit.id as Sector;
      return {
        kind: 'sector',
        value,
        start: hit.start,
        end: hit.end,
        rule: 'sector/word',
        weight: weightOf(doc, hit.start, value, counts.get(value) ?? 1, hits.length),
      };
    });
  },
};

function weightOf(doc: Doc, start: number, value: Sector, count: number, all: number): number {
  const place =
    start < doc.bodyStart
      ? 0.55
      : start < doc.bodyStart + 250
        ? 0.4
        : start < doc.bodyStart + 600
          ? 0.25
          : 0.1;
  const share = (0.35 * count) / all;
  return Math.min(1, place + share - (BYSTANDER.has(value) ? 0.1 : 0));
}
