/** Schema 1. Tables are the store's own affair; the views over them are the public interface. */
export const SCHEMA_1 = `
CREATE TABLE run (
  run_id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  arguments TEXT NOT NULL DEFAULT '[]',
  started_at TEXT NOT NULL,
  finished_at TEXT,
  ruleset_id INTEGER NOT NULL REFERENCES ruleset,
  summary TEXT
);
CREATE TABLE ruleset (
  ruleset_id INTEGER PRIMARY KEY,
  parser_version TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  UNIQUE (parser_version, rules_version)
);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
  article_id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  first_run INTEGER NOT NULL REFERENCES run
);
CREATE TABLE article_alias (
  alias TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article,
  PRIMARY KEY (alias, article_id)
) WITHOUT ROWID;
CREATE TABLE article_version (
  version_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article,
  content_hash TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  url TEXT,
  title TEXT NOT NULL,
  source TEXT,
  author TEXT,
  published TEXT,
  published_from TEXT,
  modified TEXT,
  fetched TEXT,
  lang TEXT NOT NULL,
  page TEXT NOT NULL,
  kind TEXT NOT NULL,
  original_url TEXT,
  original_source TEXT,
  description TEXT,
  image TEXT,
  tags TEXT NOT NULL,
  repairs TEXT NOT NULL,
  text TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES run,
  ruleset_id INTEGER NOT NULL REFERENCES ruleset,
  reason TEXT NOT NULL CHECK (reason IN ('first', 'source_changed', 'rules_changed')),
  UNIQUE (article_id, content_hash)
);
CREATE INDEX article_version_original ON article_version (original_url) WHERE original_url IS NOT NULL;
CREATE TABLE page (
  page_id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  article_id INTEGER REFERENCES article,
  version_id INTEGER REFERENCES article_version,
  status TEXT NOT NULL,
  error TEXT,
  topic TEXT,
  raw_hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  collected TEXT,
  fetched TEXT,
  ruleset_id INTEGER NOT NULL REFERENCES ruleset,
  first_run INTEGER NOT NULL REFERENCES run,
  document TEXT,
  is_original INTEGER NOT NULL DEFAULT 1,
  ignored INTEGER NOT NULL DEFAULT 0,
  unsettled TEXT
);
CREATE INDEX page_article ON page (article_id);
CREATE INDEX page_document ON page (document);
CREATE INDEX page_version ON page (version_id);
CREATE INDEX page_unsettled ON page (page_id) WHERE unsettled IS NOT NULL;
CREATE TABLE page_event (
  page_id INTEGER NOT NULL REFERENCES page,
  run_id INTEGER NOT NULL REFERENCES run,
  seen_at TEXT NOT NULL,
  status TEXT NOT NULL,
  version_id INTEGER REFERENCES article_version,
  raw_hash TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (page_id, run_id, raw_hash)
) WITHOUT ROWID;
CREATE TABLE page_fingerprint (
  page_id INTEGER PRIMARY KEY REFERENCES page,
  text_hash TEXT NOT NULL,
  length INTEGER NOT NULL,
  simhash TEXT NOT NULL,
  level INTEGER NOT NULL,
  sketch BLOB NOT NULL
);
CREATE INDEX page_fingerprint_text ON page_fingerprint (text_hash);
CREATE TABLE page_band (
  band INTEGER NOT NULL,
  day INTEGER NOT NULL,
  page_id INTEGER NOT NULL REFERENCES page,
  PRIMARY KEY (band, day, page_id)
) WITHOUT ROWID;
CREATE INDEX page_band_page ON page_band (page_id);
CREATE TABLE page_link (
  page_id INTEGER NOT NULL REFERENCES page,
  other_id INTEGER NOT NULL REFERENCES page,
  relation TEXT NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (page_id, other_id)
) WITHOUT ROWID;
CREATE INDEX page_link_other ON page_link (other_id);

CREATE TABLE report (
  report_id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES page,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  rank TEXT NOT NULL,
  record TEXT NOT NULL,
  incident_id TEXT,
  link_score INTEGER,
  link_reasons TEXT,
  unsettled TEXT
);
CREATE INDEX report_page ON report (page_id);
CREATE INDEX report_incident ON report (incident_id);
CREATE INDEX report_unsettled ON report (report_id) WHERE unsettled IS NOT NULL;
CREATE TABLE report_key (
  key TEXT NOT NULL,
  day INTEGER NOT NULL,
  report_id INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (key, day, report_id)
) WITHOUT ROWID;
CREATE INDEX report_key_report ON report_key (report_id);
CREATE TABLE report_alias (
  key TEXT NOT NULL,
  other TEXT NOT NULL,
  report_id INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (key, other, report_id)
) WITHOUT ROWID;
CREATE INDEX report_alias_report ON report_alias (report_id);
CREATE TABLE incident_key (
  given_id TEXT PRIMARY KEY,
  report_id INTEGER REFERENCES report,
  rank TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX incident_key_report ON incident_key (report_id);
CREATE TABLE unsettled_incident (
  incident_id TEXT PRIMARY KEY,
  reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE incident (
  incident_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  victim TEXT,
  victims TEXT,
  country TEXT,
  sector TEXT,
  status TEXT NOT NULL,
  attack_types TEXT,
  occurred_on TEXT,
  ended_on TEXT,
  detected_on TEXT,
  contained_on TEXT,
  disclosed_on TEXT,
  notified_on TEXT,
  claimed_on TEXT,
  people_affected INTEGER,
  accounts_affected INTEGER,
  records_affected INTEGER,
  organizations_affected INTEGER,
  devices_affected INTEGER,
  leaked TEXT,
  not_leaked TEXT,
  actors TEXT,
  malware TEXT,
  cves TEXT,
  techniques TEXT,
  volume TEXT,
  first_published TEXT,
  last_published TEXT,
  articles INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX incident_people ON incident (people_affected);
CREATE INDEX incident_published ON incident (last_published);
CREATE TABLE incident_state (
  incident_id TEXT NOT NULL,
  known_from TEXT NOT NULL,
  known_until TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (incident_id, known_from)
) WITHOUT ROWID;
CREATE TABLE incident_version (
  incident_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES run,
  ruleset_id INTEGER NOT NULL REFERENCES ruleset,
  reason TEXT NOT NULL CHECK (reason IN ('new_report', 'source_changed', 'rules_changed', 'merged', 'split', 'manual')),
  changes TEXT NOT NULL,
  sources TEXT NOT NULL,
  record TEXT,
  PRIMARY KEY (incident_id, version)
) WITHOUT ROWID;
CREATE TABLE override (
  override_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'set', 'ignore')),
  incident_id TEXT,
  target TEXT NOT NULL,
  value TEXT,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  withdrawn_at TEXT
);

CREATE VIRTUAL TABLE article_search USING fts5(
  title, text, content='', tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 33554432);
INSERT INTO article_search (article_search, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
`;
