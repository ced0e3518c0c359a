import type { Evidence, Extraction, Fact, Report, Topic } from '../model/index.js';

/** Kinds of fact, as the `evidence` view names them. */
export type FactKind =
  | 'victim'
  | 'country'
  | 'sector'
  | 'status'
  | 'attack_type'
  | 'date'
  | 'count'
  | 'leaked'
  | 'not_leaked'
  | 'actor'
  | 'malware'
  | 'money'
  | 'volume'
  | 'cve'
  | 'technique';

/** One fact as it is stored: its sentence is kept once in a report however many facts stand in it. */
export interface StoredFact {
  readonly kind: FactKind;
  readonly value: unknown;
  /** Index of the sentence in `quotes`. */
  readonly quote: number;
  readonly mention: string;
  readonly rule: string;
}

export interface StoredQuote {
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A report as the database holds it, as JSON. */
export interface StoredReport {
  readonly role: Report['role'];
  readonly facts: readonly StoredFact[];
  readonly quotes: readonly StoredQuote[];
}

/** Every kind of fact with the place in a report where it stands. */
const FACTS: readonly (readonly [FactKind, (r: Report) => readonly Fact<unknown>[]])[] = [
  ['victim', (r) => r.victims],
  ['country', (r) => (r.country === null ? [] : [r.country])],
  ['sector', (r) => (r.sector === null ? [] : [r.sector])],
  ['status', (r) => [r.status]],
  ['attack_type', (r) => r.attackTypes],
  ['date', (r) => r.dates],
  ['count', (r) => r.counts],
  ['leaked', (r) => r.leaked],
  ['not_leaked', (r) => r.notLeaked],
  ['actor', (r) => r.actors],
  ['malware', (r) => r.malware],
  ['money', (r) => r.money],
  ['volume', (r) => (r.volume === null ? [] : [r.volume])],
  ['cve', (r) => r.cves],
  ['technique', (r) => r.techniques],
];

/** Puts a report into the shape that is stored. Pure; the order of facts is kept. */
export function storedReport(report: Report): StoredReport {
  const quotes: StoredQuote[] = [];
  const seen = new Map<string, number>();
  const quoteOf = (e: Evidence): number => {
    const key = `${e.field}:${e.start}:${e.end}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, quotes.length);
    quotes.push({ field: e.field, start: e.start, end: e.end, text: e.quote });
    return quotes.length - 1;
  };
  const facts = FACTS.flatMap(([kind, read]) =>
    read(report).map(
      ({ value, evidence }): StoredFact => ({
        kind,
        value,
        quote: quoteOf(evidence),
        mention: evidence.mention,
        rule: evidence.rule,
      }),
    ),
  );
  return { role: report.role, facts, quotes };
}

/** The topic under which a page without facts is filed. */
export function topicOf(extraction: Extraction | null): Topic {
  return extraction?.topic ?? 'other';
}
