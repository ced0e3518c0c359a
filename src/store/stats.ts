import type { Store } from './store.js';

/** A name and how often it occurs. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** What a database holds, in figures. */
export interface Statistics {
  readonly pages: readonly Tally[];
  readonly topics: readonly Tally[];
  readonly languages: readonly Tally[];
  /** The twenty sources with most pages. */
  readonly sources: readonly Tally[];
  readonly documents: number;
  readonly incidents: number;
  readonly attack_types: readonly Tally[];
  readonly leaked_fields: readonly Tally[];
  readonly sectors: readonly Tally[];
  readonly statuses: readonly Tally[];
  readonly first_published: string | null;
  readonly last_published: string | null;
  readonly runs: number;
}

const tally = (of: string, from: string): string =>
  `SELECT coalesce(${of}, 'unknown') AS name, count(*) AS count FROM ${from} GROUP BY 1 ORDER BY 2 DESC, 1`;

/** Counts what the database holds. */
export function statistics(store: Store): Statistics {
  const list = (sql: string): Tally[] => store.db.prepare<[], Tally>(sql).all();
  const one = <T>(sql: string): T => store.db.prepare<[], T>(sql).pluck().get() as T;
  return {
    pages: list(tally('page', 'articles')),
    topics: list(tally('topic', 'articles')),
    languages: list(tally('lang', 'articles')),
    sources: list(`${tally('source', 'articles')} LIMIT 20`),
    documents: one('SELECT count(DISTINCT document) FROM articles'),
    incidents: one('SELECT count(*) FROM incidents'),
    attack_types: list(tally('attack_type', 'incident_attack_types')),
    leaked_fields: list(tally('field', 'incident_leaked_fields')),
    sectors: list(tally('sector', 'incidents')),
    statuses: list(tally('status', 'incidents')),
    first_published: one('SELECT min(published) FROM articles'),
    last_published: one('SELECT max(published) FROM articles'),
    runs: one('SELECT count(*) FROM runs'),
  };
}
