import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError } from './errors.js';
import { searchTokens } from './search/tokens.js';
import type { Store } from './store.js';

/** A table with how much it holds and a checksum over it. */
export interface TableCheck {
  readonly table: string;
  readonly rows: number;
  readonly checksum: string;
}

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  readonly tables: readonly TableCheck[];
}

const ordinaryTables = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'article_search%'
       ORDER BY name`,
    )
    .pluck()
    .all();

/** Counts and checksums of every table, row by row in the order of its key. */
export function checkTables(db: Database.Database): TableCheck[] {
  return ordinaryTables(db).map((table) => {
    const hash = createHash('sha256');
    let rows = 0;
    for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).raw().iterate() as Iterable<
      unknown[]
    >) {
      rows++;
      for (const value of row)
        hash.update(value instanceof Uint8Array ? value : String(value)).update('\u0001');
    }
    return { table, rows, checksum: hash.digest('hex').slice(0, 16) };
  });
}

/**
 * Copies the database while it may be in use, then opens the copy and compares it table by table.
 *
 * @param target file that must not exist yet
 * @throws StoreError where the copy could not be made or does not hold what the database holds; none is left then
 */
export async function backup(store: Store, target: string): Promise<BackupResult> {
  if (existsSync(target)) throw new StoreError(`${target}: exists already; choose a new name for the backup`);
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    // One read transaction holds the source still, so that copy and checksums see the same rows.
    store.db.exec('BEGIN');
    const wanted = checkTables(store.db);
    await store.db.backup(part, { progress: () => 10_000 });
    store.db.exec('COMMIT');
    const copy = new Database(part);
    try {
      copy.pragma('journal_mode = DELETE');
      const found = checkTables(copy);
      const damage = copy.pragma('integrity_check', { simple: true });
      if (damage !== 'ok') throw new StoreError(`${part}: the copy is damaged: ${String(damage)}`);
      const differs = wanted.find(
        (t, i) =>
          found[i]?.table !== t.table || found[i]?.rows !== t.rows || found[i]?.checksum !== t.checksum,
      );
      if (differs !== undefined)
        throw new StoreError(`${part}: table ${differs.table} differs from the database; try again`);
    } finally {
      copy.close();
    }
    renameSync(part, target);
  } catch (error) {
    if (store.db.inTransaction) store.db.exec('ROLLBACK');
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(part + suffix, { force: true });
    throw error;
  }
  const copy = new Database(target, { readonly: true });
  try {
    const bytes =
      Number(copy.pragma('page_count', { simple: true })) *
      Number(copy.pragma('page_size', { simple: true }));
    return { file: target, bytes, tables: checkTables(copy) };
  } finally {
    copy.close();
  }
}

/** One thing that `doctor` looked at. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do about it. */
  readonly advice: string | null;
}

const ORPHANS: readonly (readonly [string, string])[] = [
  [
    'pages without a version that have a body',
    "SELECT count(*) FROM page WHERE version_id IS NULL AND status NOT IN ('failed')",
  ],
  [
    'reports without an incident',
    'SELECT count(*) FROM report JOIN page USING (page_id) WHERE incident_id IS NULL AND ignored = 0 AND report.unsettled IS NULL',
  ],
  [
    'incidents without a report',
    'SELECT count(*) FROM incident WHERE incident_id NOT IN (SELECT incident_id FROM report WHERE incident_id IS NOT NULL)',
  ],
  [
    'reports whose incident is gone',
    'SELECT count(*) FROM report WHERE incident_id IS NOT NULL AND incident_id NOT IN (SELECT incident_id FROM incident)',
  ],
  [
    'incidents whose last version is not the current one',
    'SELECT count(*) FROM incident i WHERE version <> (SELECT max(version) FROM incident_version v WHERE v.incident_id = i.incident_id)',
  ],
];

/** Examines a database: is it whole, is everything linked, is the index in step. */
export function doctor(store: Store): Finding[] {
  const { db } = store;
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const finding = (check: string, ok: boolean, detail: string, advice: string): Finding => ({
    check,
    ok,
    detail,
    advice: ok ? null : advice,
  });
  const damage = db.pragma('integrity_check(5)') as { integrity_check: string }[];
  const whole = damage.every((d) => d.integrity_check === 'ok');
  const keys = db.pragma('foreign_key_check') as unknown[];
  const indexed = count('SELECT count(*) FROM article_search_docsize');
  const bodies = count('SELECT count(*) FROM page WHERE version_id IS NOT NULL');
  const unsettled = count(
    'SELECT (SELECT count(*) FROM page WHERE unsettled IS NOT NULL) + (SELECT count(*) FROM report WHERE unsettled IS NOT NULL)',
  );
  const unfinished = count('SELECT count(*) FROM run WHERE finished_at IS NULL');
  return [
    finding(
      'integrity',
      whole,
      damage.map((d) => d.integrity_check).join('; '),
      'restore a backup, or re-parse into a new file',
    ),
    finding(
      'foreign keys',
      keys.length === 0,
      `${keys.length} broken`,
      'restore a backup, or re-parse into a new file',
    ),
    finding(
      'search index',
      indexed === bodies,
      `${indexed} of ${bodies} articles`,
      'run `breachledger doctor --repair`',
    ),
    finding(
      'settled',
      unsettled === 0,
      `${unsettled} pages and reports wait`,
      'run the last `reparse` or `crawl` again to its end',
    ),
    {
      check: 'finished runs',
      ok: true,
      detail: unfinished === 0 ? 'all' : `${unfinished} killed or under way; the next run goes on from there`,
      advice: null,
    },
    ...ORPHANS.map(([what, sql]) => {
      const n = count(sql);
      return finding(
        what,
        n === 0,
        String(n),
        'run `breachledger reparse` again; where it stays, restore a backup',
      );
    }),
  ];
}

/** Makes the full-text index anew from the articles. Returns how many were indexed. */
export function rebuildSearch(store: Store): number {
  const { db } = store;
  const add = db.prepare('INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)');
  const read = db.prepare<[number], { page_id: number; title: string; text: string }>(
    `SELECT page_id, title, text FROM page JOIN article_version USING (version_id) WHERE page_id > ? ORDER BY page_id LIMIT 500`,
  );
  return db
    .transaction(() => {
      db.exec("INSERT INTO article_search (article_search) VALUES ('delete-all')");
      let indexed = 0;
      let last = 0;
      for (let rows = read.all(last); rows.length > 0; rows = read.all(last)) {
        for (const row of rows) add.run(row.page_id, searchTokens(row.title), searchTokens(row.text));
        indexed += rows.length;
        last = rows.at(-1)?.page_id ?? last;
      }
      return indexed;
    })
    .immediate();
}
