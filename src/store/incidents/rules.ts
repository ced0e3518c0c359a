import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { dayNumber } from '../days.js';
import { hashOf } from '../hash.js';
import type { StoredReport } from '../reports.js';
import { aliasPairs, linkKeys } from './keys.js';

/** The modules that decide which pages are one document and which reports one incident. */
const ROOMS = [import.meta.dirname, join(import.meta.dirname, '..', 'articles')];

/** A hash over those modules, so that no one can change a rule and forget to raise a number. */
function rulesHash(): string {
  return hashOf(
    ROOMS.flatMap((room) =>
      readdirSync(room)
        .filter((f) => /\.[jt]s$/.test(f) && !f.endsWith('.d.ts'))
        .sort()
        .map((f) => f + readFileSync(join(room, f), 'utf8')),
    ).join('\n'),
  );
}

interface Row {
  readonly report_id: number;
  readonly record: string;
  readonly title: string;
  readonly url: string | null;
  readonly originalUrl: string | null;
  readonly published: string | null;
  readonly collected: string;
}

/** Makes anew what linking finds reports by. */
function rewriteKeys(db: Database.Database): void {
  const read = db.prepare<[number], Row>(
    `SELECT r.report_id, r.record, v.title, v.url, v.original_url AS originalUrl, v.published, p.collected
     FROM report r JOIN page p USING (page_id) JOIN article_version v USING (version_id)
     WHERE r.report_id > ? ORDER BY r.report_id LIMIT 1000`,
  );
  const addKey = db.prepare('INSERT OR IGNORE INTO report_key (key, day, report_id) VALUES (?, ?, ?)');
  const addAlias = db.prepare('INSERT OR IGNORE INTO report_alias (key, other, report_id) VALUES (?, ?, ?)');
  db.exec('DELETE FROM report_key; DELETE FROM report_alias');
  for (let last = 0, rows = read.all(last); rows.length > 0; rows = read.all(last)) {
    for (const row of rows) {
      const stored = JSON.parse(row.record) as StoredReport;
      const day = dayNumber(row.published ?? row.collected);
      for (const key of linkKeys(stored, row)) addKey.run(key, day, row.report_id);
      for (const [key, other] of aliasPairs(stored)) addAlias.run(key, other, row.report_id);
      last = row.report_id;
    }
  }
}

/**
 * Marks everything as unsettled where the rules of grouping and linking are not those that the database was last
 * settled by, so that old and new pages are joined by one set of rules.
 */
export function followRules(db: Database.Database): void {
  const hash = rulesHash();
  const before = db
    .prepare<[], string>("SELECT value FROM setting WHERE name = 'linking_rules'")
    .pluck()
    .get();
  if (before === hash) return;
  db.transaction(() => {
    if (before !== undefined) {
      rewriteKeys(db);
      db.exec(`UPDATE page SET unsettled = coalesce(unsettled, 'rules_changed') WHERE version_id IS NOT NULL;
        UPDATE report SET unsettled = coalesce(unsettled, 'rules_changed')`);
    }
    db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('linking_rules', ?)").run(hash);
  }).immediate();
}
