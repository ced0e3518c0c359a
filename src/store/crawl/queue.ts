import type Database from 'better-sqlite3';
import { guarded } from '../errors.js';
import type { Store } from '../store.js';
import type {
  ConfiguredSource,
  CrawlFetch,
  CrawlPage,
  CrawlSourceState,
  HostState,
  ImportedSnapshot,
  KeptSnapshot,
  NewCrawlPage,
  PageSettlement,
  RobotsRow,
  SourceNight,
} from './types.js';

/** The crawl's side of the store. Every call is one transaction. */
export interface CrawlStore {
  /** Puts the pages that a source named into the queue; those in it already stay as they are. Returns the new. */
  add(source: string, pages: readonly NewCrawlPage[], at: string): readonly NewCrawlPage[];
  /** How many of these keys the queue does not hold. */
  countNew(keys: readonly string[]): number;
  /** Gives back what a run that died had claimed. */
  recover(): void;
  /** Whether the last crawl before this one did not come to its end. */
  lastRunDied(runId: number): boolean;
  /** The pages that were fetched by a run that died before it could read them. */
  unread(): readonly CrawlPage[];
  /** Hosts with a page that is due by a time, among these sources. */
  dueHosts(by: string, sources: readonly string[]): readonly string[];
  /** How many pages are due by a time, source by source. */
  dueCounts(by: string): ReadonlyMap<string, number>;
  /** Takes the next due page of a host, new ones first. */
  claim(host: string, now: string, leaseUntil: string, sources: readonly string[]): CrawlPage | null;
  /** When the next page of a host is due, by `before` at the latest. */
  nextDue(host: string, before: string, sources: readonly string[]): string | null;
  /** Records an answer whose snapshot still has to be read. */
  fetched(runId: number, page: CrawlPage, fetch: CrawlFetch): void;
  /** Records a request that left nothing to read. */
  recordFetch(runId: number, page: CrawlPage, fetch: CrawlFetch): void;
  settle(settlements: readonly { readonly page: CrawlPage; readonly to: PageSettlement }[]): void;
  /** Puts a claimed page back as it was. */
  release(page: CrawlPage, nextAt: string): void;
  /** Notes what the configuration says of the sources, for later readings of their snapshots. */
  keepSources(sources: readonly ConfiguredSource[]): void;
  sourceState(name: string): CrawlSourceState | null;
  endNight(nights: readonly SourceNight[]): void;
  hosts(): readonly HostState[];
  restHost(host: string, until: string, reason: string): void;
  robots(origin: string): RobotsRow | null;
  keepRobots(origin: string, row: RobotsRow): void;
  /** The newest good answer of each page. */
  snapshots(): readonly KeptSnapshot[];
  /** Keeps answers that another program fetched; returns how many pages were not known. */
  importSnapshots(runId: number, source: string, kept: readonly ImportedSnapshot[]): number;
}

const PAGE = `page_id AS pageId, key, url, host, source, title, attempts, visits, step, first_seen_at AS firstSeenAt,
  last_fetched_at AS lastFetchedAt, etag, last_modified AS lastModified, final_url AS finalUrl,
  content_type AS contentType, snapshot, content_hash AS contentHash`;
const IN_SOURCES = 'source IN (SELECT value FROM json_each(@sources))';

type Insert = (runId: number, page: CrawlPage, fetch: CrawlFetch) => void;

function fetchWriter(db: Database.Database): Insert {
  const insert = db.prepare(`INSERT INTO crawl_fetch
    (page_id, run_id, fetched_at, status, outcome, final_url, content_type, wire_bytes, snapshot, error)
    VALUES (@pageId, @runId, @fetchedAt, @status, @outcome, @finalUrl, @contentType, @wireBytes, @snapshot, @error)`);
  const touch = db.prepare(`INSERT INTO crawl_host (host, last_request_at) VALUES (?, ?)
    ON CONFLICT (host) DO UPDATE SET last_request_at = excluded.last_request_at`);
  return (runId, page, fetch) => {
    insert.run({ ...fetch, runId, pageId: page.pageId });
    touch.run(page.host, fetch.fetchedAt);
  };
}

function pageMethods(db: Database.Database) {
  const insert =
    db.prepare(`INSERT INTO crawl_page (key, url, host, source, title, state, next_at, first_seen_at)
    VALUES (@key, @url, @host, @source, @title, 'waiting', @at, @at) ON CONFLICT (key) DO NOTHING`);
  const settle =
    db.prepare(`UPDATE crawl_page SET state = @state, rank = @rank, next_at = @nextAt, lease_until = NULL,
    attempts = @attempts, visits = @visits, step = @step, outcome = @outcome, error = @error,
    last_changed_at = coalesce(@changedAt, last_changed_at), content_hash = coalesce(@contentHash, content_hash),
    etag = iif(@read, @etag, etag), last_modified = iif(@read, @lastModified, last_modified)
    WHERE page_id = @pageId`);
  const outcome = db.prepare(`UPDATE crawl_fetch SET outcome = @outcome, error = coalesce(@error, error)
    WHERE fetch_id = (SELECT max(fetch_id) FROM crawl_fetch WHERE page_id = @pageId)`);
  const claim =
    db.prepare(`UPDATE crawl_page SET state = 'leased', lease_until = @leaseUntil WHERE page_id = (
      SELECT page_id FROM crawl_page WHERE host = @host AND state = 'waiting' AND next_at <= @now AND ${IN_SOURCES}
      ORDER BY rank, next_at, page_id LIMIT 1)
    RETURNING ${PAGE}`);
  const nextDue = db.prepare(`SELECT min(next_at) FROM crawl_page
    WHERE host = @host AND state = 'waiting' AND next_at <= @before AND ${IN_SOURCES}`);
  const dueHosts = db.prepare(`SELECT DISTINCT host FROM crawl_page
    WHERE state = 'waiting' AND next_at <= @by AND ${IN_SOURCES}`);
  const unread = db.prepare(`SELECT ${PAGE} FROM crawl_page WHERE state = 'fetched' ORDER BY page_id`);
  return {
    add: db.transaction((source: string, pages: readonly NewCrawlPage[], at: string) =>
      pages.filter((page) => insert.run({ ...page, source, at }).changes > 0),
    ),
    countNew: (keys: readonly string[]) =>
      Number(
        db
          .prepare('SELECT count(*) FROM json_each(?) WHERE value NOT IN (SELECT key FROM crawl_page)')
          .pluck()
          .get(JSON.stringify(keys)),
      ),
    recover: () => {
      db.exec("UPDATE crawl_page SET state = 'waiting', lease_until = NULL WHERE state = 'leased'");
    },
    lastRunDied: (runId: number) =>
      db
        .prepare(
          "SELECT finished_at FROM run WHERE command = 'crawl' AND run_id < ? ORDER BY run_id DESC LIMIT 1",
        )
        .pluck()
        .get(runId) === null,
    unread: () => unread.all() as CrawlPage[],
    dueHosts: (by: string, sources: readonly string[]) =>
      dueHosts
        .pluck()
        .all({ by, sources: JSON.stringify(sources) })
        .map(String),
    dueCounts: (by: string) => {
      const rows = db
        .prepare(
          "SELECT source, count(*) AS due FROM crawl_page WHERE state = 'waiting' AND next_at <= ? GROUP BY source",
        )
        .all(by) as { source: string; due: number }[];
      return new Map(rows.map((row) => [row.source, row.due]));
    },
    claim: (host: string, now: string, leaseUntil: string, sources: readonly string[]) =>
      (claim.get({ host, now, leaseUntil, sources: JSON.stringify(sources) }) as CrawlPage | undefined) ??
      null,
    nextDue: (host: string, before: string, sources: readonly string[]) =>
      nextDue.pluck().get({ host, before, sources: JSON.stringify(sources) }) as string | null,
    settle: db.transaction((settlements: readonly { page: CrawlPage; to: PageSettlement }[]) => {
      for (const { page, to } of settlements) {
        settle.run({
          state: to.state,
          nextAt: to.nextAt,
          attempts: to.attempts,
          visits: to.visits,
          step: to.step,
          outcome: to.outcome,
          error: to.error,
          rank: to.visits > 0 ? 1 : 0,
          changedAt: to.changedAt ?? null,
          contentHash: to.contentHash ?? null,
          read: to.validators === undefined ? 0 : 1,
          etag: to.validators?.etag ?? null,
          lastModified: to.validators?.lastModified ?? null,
          pageId: page.pageId,
        });
        outcome.run({ outcome: to.outcome, error: to.error, pageId: page.pageId });
      }
    }),
    release: (page: CrawlPage, nextAt: string) => {
      db.prepare(
        "UPDATE crawl_page SET state = 'waiting', lease_until = NULL, next_at = ? WHERE page_id = ?",
      ).run(nextAt, page.pageId);
    },
  };
}

function fetchMethods(db: Database.Database) {
  const write = fetchWriter(db);
  const mark =
    db.prepare(`UPDATE crawl_page SET state = 'fetched', lease_until = NULL, last_fetched_at = @fetchedAt,
    final_url = @finalUrl, content_type = @contentType, snapshot = @snapshot WHERE page_id = @pageId`);
  const importPage = db.prepare(`INSERT INTO crawl_page
      (key, url, host, source, title, state, rank, next_at, visits, first_seen_at, last_fetched_at, outcome)
    VALUES (@key, @url, @host, @source, @title, 'waiting', 1, @at, 1, @at, @at, 'new') ON CONFLICT (key) DO NOTHING`);
  const importFetch = db.prepare(`INSERT INTO crawl_fetch
      (page_id, run_id, fetched_at, status, outcome, final_url, content_type, snapshot)
    SELECT page_id, @runId, @fetchedAt, 200, 'new', @url, @contentType, @hash FROM crawl_page WHERE key = @key
      AND NOT EXISTS (SELECT 1 FROM crawl_fetch f WHERE f.page_id = crawl_page.page_id AND f.fetched_at = @fetchedAt
        AND f.snapshot = @hash)`);
  const seen = db.prepare('UPDATE crawl_page SET last_fetched_at = ? WHERE page_id = ?');
  return {
    fetched: db.transaction((runId: number, page: CrawlPage, fetch: CrawlFetch) => {
      write(runId, page, fetch);
      mark.run({
        fetchedAt: fetch.fetchedAt,
        finalUrl: fetch.finalUrl,
        contentType: fetch.contentType,
        snapshot: fetch.snapshot,
        pageId: page.pageId,
      });
    }),
    recordFetch: db.transaction((runId: number, page: CrawlPage, fetch: CrawlFetch) => {
      write(runId, page, fetch);
      seen.run(fetch.fetchedAt, page.pageId);
    }),
    snapshots: () =>
      db
        .prepare(`SELECT p.url, coalesce(f.final_url, p.url) AS finalUrl, f.snapshot AS hash,
            f.content_type AS contentType, max(f.fetched_at) AS fetchedAt, p.source, s.lang, s.time_zone AS timeZone
          FROM crawl_fetch f JOIN crawl_page p USING (page_id) LEFT JOIN crawl_source s ON s.name = p.source
          WHERE f.outcome IN ('new', 'changed', 'unchanged') AND f.snapshot IS NOT NULL
          GROUP BY f.page_id ORDER BY f.page_id`)
        .all() as KeptSnapshot[],
    importSnapshots: db.transaction((runId: number, source: string, kept: readonly ImportedSnapshot[]) => {
      let added = 0;
      for (const { page, hash, contentType, fetchedAt } of kept) {
        added += importPage.run({ ...page, source, at: fetchedAt }).changes;
        importFetch.run({ runId, key: page.key, fetchedAt, url: page.url, contentType, hash });
      }
      return added;
    }),
  };
}

function sourceAndHostMethods(db: Database.Database) {
  const end = db.prepare(`INSERT INTO crawl_source
      (name, type, etag, last_modified, last_checked_at, last_success_at, last_new_at, failing_nights, silent_nights, last_error)
    VALUES (@name, @type, @etag, @lastModified, @at, iif(@ok, @at, NULL), iif(@newPages > 0, @at, NULL), iif(@ok, 0, 1),
      iif(@newPages > 0, 0, 1), @error)
    ON CONFLICT (name) DO UPDATE SET type = excluded.type, etag = excluded.etag, last_modified = excluded.last_modified,
      last_checked_at = excluded.last_checked_at, last_error = excluded.last_error,
      last_success_at = coalesce(excluded.last_success_at, last_success_at),
      last_new_at = coalesce(excluded.last_new_at, last_new_at),
      failing_nights = iif(@ok, 0, failing_nights + 1), silent_nights = iif(@newPages > 0, 0, silent_nights + 1)`);
  const keep = db.prepare(`INSERT INTO crawl_source (name, type, lang, time_zone)
    VALUES (@name, @type, @lang, @timeZone)
    ON CONFLICT (name) DO UPDATE SET type = excluded.type, lang = excluded.lang, time_zone = excluded.time_zone`);
  return {
    keepSources: db.transaction((sources: readonly ConfiguredSource[]) => {
      for (const source of sources) keep.run({ lang: null, timeZone: null, ...source });
    }),
    sourceState: (name: string) =>
      (db
        .prepare(`SELECT name, etag, last_modified AS lastModified, last_success_at AS lastSuccessAt,
            failing_nights AS failingNights, silent_nights AS silentNights FROM crawl_source WHERE name = ?`)
        .get(name) as CrawlSourceState | undefined) ?? null,
    endNight: db.transaction((nights: readonly SourceNight[]) => {
      for (const night of nights) end.run({ ...night, ok: night.ok ? 1 : 0 });
    }),
    hosts: () =>
      db
        .prepare(`SELECT host, last_request_at AS lastRequestAt, rest_until AS restUntil, rest_reason AS restReason
          FROM crawl_host`)
        .all() as HostState[],
    restHost: (host: string, until: string, reason: string) => {
      db.prepare(`INSERT INTO crawl_host (host, rest_until, rest_reason) VALUES (?, ?, ?)
        ON CONFLICT (host) DO UPDATE SET rest_until = excluded.rest_until, rest_reason = excluded.rest_reason`).run(
        host,
        until,
        reason,
      );
    },
    robots: (origin: string) =>
      (db
        .prepare('SELECT kind, text, fetched_at AS fetchedAt FROM crawl_robots WHERE origin = ?')
        .get(origin) as RobotsRow | undefined) ?? null,
    keepRobots: (origin: string, row: RobotsRow) => {
      db.prepare(
        'INSERT OR REPLACE INTO crawl_robots (origin, kind, text, fetched_at) VALUES (?, ?, ?, ?)',
      ).run(origin, row.kind, row.text, row.fetchedAt);
    },
  };
}

/** Opens the crawl's side of a store that is open for writing. */
export function openCrawlStore(store: Store): CrawlStore {
  const { db, file } = store;
  const methods = guarded(file, () => ({
    ...pageMethods(db),
    ...fetchMethods(db),
    ...sourceAndHostMethods(db),
  }));
  return methods;
}
