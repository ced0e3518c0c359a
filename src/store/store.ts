/**
 * The SQLite store. How a run uses it:
 *
 * 1. `const store = openStore('incidents.db')`: makes or migrates the file; one process writes at a time.
 * 2. `const run = store.beginRun({ command, arguments, parserVersion, rulesVersion })`.
 * 3. For each page, hash its bytes (`hashOf(bytes)`) and ask `run.knows(path, rawHash)`. An answer means that
 *    these bytes went through these rules before: count its `status` and go on with the next page.
 * 4. In a worker: parse, extract, then `preparePage({ path, rawHash, bytes }, article, extraction)`, or
 *    `prepareFailure({ path, rawHash, bytes }, reason)`. Both are pure and give plain data to post.
 * 5. In the writer: `run.writePages(batch)`, some 100 to 500 pages at a time, each call one transaction.
 * 6. At the end, also after Ctrl-C: `run.finish(summary)` finds duplicates, links reports to incidents and
 *    settles them. It looks only at what this run or an earlier, killed one left unsettled.
 *
 * What the tables and views mean stands in docs/schema.md.
 */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { PageStatus } from '../model/index.js';
import { pageWriter, type Writer } from './articles/write.js';
import { guarded, StoreError } from './errors.js';
import { updateIncidents } from './incidents/update.js';
import type { PreparedPage } from './prepare.js';
import { checkSchema, migrate } from './schema/migrations.js';
import { refreshViews } from './schema/views.js';

export type PageStatusName = PageStatus | 'failed';

export interface OpenOptions {
  /** Opens without writing anything; the file must exist. */
  readonly readOnly?: boolean | undefined;
  /** How long to wait for another writer, in milliseconds. Default 10,000. */
  readonly busyTimeout?: number | undefined;
}

export interface RunInput {
  /** Name of the command, e.g. `reparse`. */
  readonly command: string;
  readonly arguments: readonly string[];
  /** Version of the parsers; a new one parses every page again. */
  readonly parserVersion: string;
  /** Version of the extraction rules; a new one reads every page again. */
  readonly rulesVersion: string;
  /** ISO-8601 UTC; now by default. */
  readonly startedAt?: string | undefined;
}

/** A page that the store holds already, by these bytes and these rules. */
export interface KnownPage {
  readonly status: PageStatusName;
}

export interface WriteResult {
  readonly articles: number;
  readonly versions: number;
}

export interface FinishResult {
  /** Articles in the database. */
  readonly articles: number;
  readonly articleVersionsAdded: number;
  /** Incidents in the database. */
  readonly incidents: number;
  readonly incidentVersionsAdded: number;
}

/** One run of a command that writes pages. */
export interface Run {
  readonly runId: number;
  /** Whether these bytes were stored under this path by these rules. */
  knows(path: string, rawHash: string): KnownPage | null;
  /** Stores a batch in one transaction. */
  writePages(batch: readonly PreparedPage[]): WriteResult;
  /** De-duplicates, links, settles and closes the run. `summary` is kept with it as JSON. */
  finish(summary: Readonly<Record<string, unknown>>): FinishResult;
}

export interface Store {
  readonly file: string;
  readonly readOnly: boolean;
  /** The connection, for reading. Nothing outside this room writes through it. */
  readonly db: Database.Database;
  beginRun(input: RunInput): Run;
  close(): void;
}

function connect(file: string, options: OpenOptions): Database.Database {
  const readonly = options.readOnly === true;
  if (readonly && file !== ':memory:' && !existsSync(file)) {
    throw new StoreError(
      `${file}: there is no such file; make it with \`breachledger reparse PATH --db ${file}\``,
    );
  }
  const db = new Database(file, { readonly, timeout: options.busyTimeout ?? 10_000 });
  try {
    db.pragma('foreign_keys = ON');
    if (readonly) {
      checkSchema(db, file);
    } else {
      checkSchema(db, file);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = NORMAL');
      db.pragma('journal_size_limit = 67108864');
      // Fewer, larger checkpoints: the default of 1,000 pages costs a sync of the file every few batches.
      db.pragma('wal_autocheckpoint = 16000');
      db.pragma('cache_size = -65536');
      migrate(db, file);
      refreshViews(db);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function beginRun(db: Database.Database, file: string, input: RunInput): Run {
  const now = input.startedAt ?? new Date().toISOString();
  const by: Writer = db
    .transaction((): Writer => {
      db.prepare('INSERT OR IGNORE INTO ruleset (parser_version, rules_version) VALUES (?, ?)').run(
        input.parserVersion,
        input.rulesVersion,
      );
      const rulesetId = Number(
        db
          .prepare('SELECT ruleset_id FROM ruleset WHERE parser_version = ? AND rules_version = ?')
          .pluck()
          .get(input.parserVersion, input.rulesVersion),
      );
      const runId = Number(
        db
          .prepare('INSERT INTO run (command, arguments, started_at, ruleset_id) VALUES (?, ?, ?, ?)')
          .run(input.command, JSON.stringify(input.arguments), now, rulesetId).lastInsertRowid,
      );
      return { runId, rulesetId, now };
    })
    .immediate();
  const find = db.prepare<[string, string, number], { status: PageStatusName }>(
    'SELECT status FROM page WHERE path = ? AND raw_hash = ? AND ruleset_id = ?',
  );
  const write = pageWriter(db);
  let versionsAdded = 0;
  const writeBatch = db.transaction((batch: readonly PreparedPage[]): WriteResult => {
    let articles = 0;
    let versions = 0;
    for (const page of batch) {
      const done = write(page, by);
      articles += Number(done.addedArticle);
      versions += Number(done.addedVersion);
    }
    return { articles, versions };
  });
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return {
    runId: by.runId,
    knows: (path, rawHash) => find.get(path, rawHash, by.rulesetId) ?? null,
    writePages: (batch) =>
      guarded(file, () => {
        const result = writeBatch.immediate(batch);
        versionsAdded += result.versions;
        return result;
      }),
    finish: (summary) =>
      guarded(file, () => {
        const incidentVersionsAdded = updateIncidents(db, by);
        db.prepare('UPDATE run SET finished_at = ?, summary = ? WHERE run_id = ?').run(
          new Date().toISOString(),
          JSON.stringify(summary),
          by.runId,
        );
        return {
          articles: count('article'),
          articleVersionsAdded: versionsAdded,
          incidents: count('incident'),
          incidentVersionsAdded,
        };
      }),
  };
}

/**
 * Opens the database at `file`, making or migrating it unless it is opened read-only.
 *
 * @throws StoreError where the file is not ours, newer than this program, missing, locked, damaged or cannot be
 *   written; the message names it and says what to do
 */
export function openStore(file: string, options: OpenOptions = {}): Store {
  const db = guarded(file, () => connect(file, options));
  return {
    file,
    readOnly: options.readOnly === true,
    db,
    beginRun: (input) => guarded(file, () => beginRun(db, file, input)),
    close: () => {
      if (!options.readOnly) db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
