/**
 * Tables of the nightly crawl: what is to be fetched, what was, and how the sources and hosts did. Times are
 * ISO-8601 UTC, so that they compare as text.
 */
export const CRAWL_SCHEMA_1 = `
CREATE TABLE crawl_source (
  name TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  lang TEXT,
  time_zone TEXT,
  etag TEXT,
  last_modified TEXT,
  last_checked_at TEXT,
  last_success_at TEXT,
  last_new_at TEXT,
  failing_nights INTEGER NOT NULL DEFAULT 0,
  silent_nights INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) WITHOUT ROWID;

CREATE TABLE crawl_page (
  page_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  source TEXT NOT NULL,
  title TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'fetched', 'gone')),
  -- 0 for a page that was never read, 1 for one that is looked at again.
  rank INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  lease_until TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  visits INTEGER NOT NULL DEFAULT 0,
  step INTEGER NOT NULL DEFAULT 0,
  first_seen_at TEXT NOT NULL,
  last_fetched_at TEXT,
  last_changed_at TEXT,
  outcome TEXT,
  error TEXT,
  etag TEXT,
  last_modified TEXT,
  final_url TEXT,
  content_type TEXT,
  snapshot TEXT,
  content_hash TEXT
);
CREATE INDEX crawl_page_due ON crawl_page (host, state, rank, next_at);
CREATE INDEX crawl_page_state ON crawl_page (state, next_at);

CREATE TABLE crawl_fetch (
  fetch_id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES crawl_page,
  run_id INTEGER NOT NULL REFERENCES run,
  fetched_at TEXT NOT NULL,
  status INTEGER,
  outcome TEXT NOT NULL,
  final_url TEXT,
  content_type TEXT,
  wire_bytes INTEGER,
  snapshot TEXT,
  error TEXT
);
CREATE INDEX crawl_fetch_page ON crawl_fetch (page_id);
CREATE INDEX crawl_fetch_run ON crawl_fetch (run_id);

CREATE TABLE crawl_host (
  host TEXT PRIMARY KEY,
  last_request_at TEXT,
  rest_until TEXT,
  rest_reason TEXT
) WITHOUT ROWID;

CREATE TABLE crawl_robots (
  origin TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT,
  fetched_at TEXT NOT NULL
) WITHOUT ROWID;
`;
