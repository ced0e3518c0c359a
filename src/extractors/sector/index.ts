import type { Sector } from '../../model/index.js';
import { termsIn } from '../engine/lexicon.js';
import type { Candidate, Doc, FactRule, TermHit } from '../engine/types.js';

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
        weight: weightOf(doc, hit, value, counts.get(value) ?? 1, hits.length),
      };
    });
  },
};

/** The word is the kind of organisation itself, or stands right before it: 媒体公司, telecom giant. */
const ORGANISATION =
  /(?:公司|巨头|集团|银行|医院|大学|运营商|制造商|零售商|服务商|提供商|开发商|交易所|航空|机构|企业|局|部|giant|company|firm|maker|provider|operator|bank|hospital|university|retailer|airline|insurer|council|agency)$/;
const BEFORE_ORGANISATION =
  /^(?:公司|巨头|集团|机构|服务商|提供商|企业|制造商|运营商|供应商| (?:giant|company|firm|provider|operator|group|organi[sz]ation|agency|retailer|manufacturer|maker|business|network|chain))/;

function weightOf(doc: Doc, hit: TermHit, value: Sector, count: number, all: number): number {
  const place =
    hit.start < doc.bodyStart
      ? 0.5
      : hit.start < doc.bodyStart + 250
        ? 0.35
        : hit.start < doc.bodyStart + 600
          ? 0.2
          : 0.1;
  const share = (0.35 * count) / all;
  const named =
    ORGANISATION.test(doc.folded.slice(hit.start, hit.end)) ||
    BEFORE_ORGANISATION.test(doc.folded.slice(hit.end, hit.end + 16));
  return Math.min(1, place + share + (named ? 0.15 : 0) - (BYSTANDER.has(value) ? 0.1 : 0));
}
