import type Database from 'better-sqlite3';
import { StoreError } from '../errors.js';
import { FLAT, fromRecord, INCIDENT_VIEWS } from '../schema/incident-views.js';
import type { Store } from '../store.js';

/** Rows with the names of their columns, in order. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Views whose meaning depends on the day: all of incidents as they stand, not their history or ids. */
const TIMED = new Set(['incident_states', 'incident_history', 'incident_ids', 'incident_articles']);

/** The flat columns of an incident whose facts have not changed since the day, counted up to that day. */
function presentColumns(day: string): string {
  const upTo = (what: string): string =>
    `(SELECT count(DISTINCT a.${what}) FROM main.incident_articles a WHERE a.incident_id = i.incident_id AND substr(a.published, 1, 10) <= ${day})`;
  const special: Readonly<Record<string, string>> = {
    last_published: `min(i.last_published, ${day})`,
    articles: upTo('path'),
    documents: upTo('document'),
  };
  return FLAT.map((c) => `${special[c.name] ?? `i.${c.name}`} AS ${c.name}`).join(', ');
}

/**
 * From here on the connection sees incidents as they were known on a day, by the publication dates of the
 * articles: temporary tables and views stand before the lasting ones of the same name.
 *
 * @param date ISO day, e.g. 2025-01-15; that day counts
 */
export function seeAsOf(db: Database.Database, date: string): void {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))) {
    throw new StoreError(`'${date}' is no day like 2025-01-15`);
  }
  const day = `'${date}'`;
  const since = `coalesce((SELECT max(known_until) FROM main.incident_state e WHERE e.incident_id = i.incident_id), i.first_published, '0000-01-01')`;
  db.exec(`CREATE TEMP TABLE incident AS
    SELECT i.incident_id, ${presentColumns(day)}, i.record, i.version, i.recorded_at FROM main.incident i
    WHERE ${since} <= ${day}
    UNION ALL
    SELECT s.incident_id, ${fromRecord}, s.record, NULL, NULL FROM main.incident_state s
    WHERE s.known_from <= ${day} AND s.known_until > ${day}`);
  for (const view of INCIDENT_VIEWS) {
    if (TIMED.has(view.name)) continue;
    const names = view.columns.map((c) => `"${c.name}"`).join(', ');
    db.exec(`CREATE TEMP VIEW ${view.name} (${names}) AS ${view.sql}`);
  }
  db.exec(`CREATE TEMP VIEW incident_articles AS
    SELECT * FROM main.incident_articles WHERE substr(published, 1, 10) <= ${day}`);
}

/**
 * Runs one SQL query that only reads.
 *
 * @param store opened read-only, so that nothing can be written whatever the SQL says
 * @throws StoreError where the SQL is wrong or is no single query; the message says where
 */
export function runQuery(store: Store, sql: string, parameters: readonly unknown[] = []): QueryResult {
  let statement: Database.Statement<unknown[], unknown>;
  try {
    statement = store.db.prepare<unknown[], unknown>(sql);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `the query cannot be run: ${message}; the views and their columns: breachledger query --schema`,
    );
  }
  if (!statement.reader)
    throw new StoreError('only queries that read can be run, such as SELECT … FROM incidents');
  const columns = statement.columns().map((c) => c.name);
  return { columns, rows: statement.raw().all(...parameters) as unknown[][] };
}

/** A page found by full-text search. */
export interface SearchHit {
  readonly path: string;
  readonly title: string;
  readonly source: string | null;
  readonly published: string | null;
  readonly document: string;
  /** Ids of the incidents that the page tells of. */
  readonly incidents: readonly string[];
  /** Words around the first match in the text. */
  readonly snippet: string;
  /** Smaller is better (bm25, the title counting eight times). */
  readonly rank: number;
}

interface HitRow {
  readonly path: string;
  readonly title: string;
  readonly source: string | null;
  readonly published: string | null;
  readonly document: string;
  readonly text: string;
  readonly rank: number;
  readonly incidents: string | null;
}

/** Some words on either side of the first word of the query that stands in the text. */
function snippetOf(text: string, query: string): string {
  const folded = text.toLowerCase();
  const words = query
    .toLowerCase()
    .split(/[\s"]+/)
    .filter((w) => w !== '' && !w.startsWith('-'));
  const places = words.map((w) => folded.indexOf(w)).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const from = Math.max(0, at - 40);
  const cut = text
    .slice(from, at + 80)
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${cut}${at + 80 < text.length ? '…' : ''}`;
}

/**
 * Finds articles by their words; copies of one text are shown once.
 *
 * @param match an FTS5 query, as `searchQuery` makes it
 */
export function searchArticles(store: Store, match: string, words: string, limit: number): SearchHit[] {
  const rows = store.db
    .prepare<[string, number], HitRow>(
      `WITH hits AS (
         SELECT s.rowid AS page_id, s.rank AS rank FROM article_search s WHERE article_search MATCH ? ORDER BY s.rank LIMIT ?)
       SELECT p.path, v.title, v.source, v.published, p.document, v.text, min(h.rank) AS rank,
         (SELECT group_concat(DISTINCT r.incident_id) FROM report r JOIN page q USING (page_id)
          WHERE q.document = p.document AND r.incident_id IS NOT NULL) AS incidents
       FROM hits h JOIN page p USING (page_id) JOIN article_version v USING (version_id)
       GROUP BY p.document ORDER BY rank, p.path`,
    )
    .all(match, limit * 4);
  return rows.slice(0, limit).map(({ text, incidents, ...row }) => ({
    ...row,
    incidents: incidents === null ? [] : incidents.split(','),
    snippet: snippetOf(text, words),
  }));
}
