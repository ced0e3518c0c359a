import type Database from 'better-sqlite3';
import { hashOf } from '../hash.js';
import type { PreparedArticle, PreparedReport } from '../prepare.js';

/** Why a report needs settling again; it becomes the reason of the incident version that follows. */
export type Unsettled = 'new_report' | 'source_changed' | 'rules_changed' | 'manual';

interface OldReport {
  readonly report_id: number;
  readonly position: number;
  readonly role: string;
  readonly record: string;
  readonly incident_id: string | null;
  readonly keys: string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An incident id: 50 bits of a hash, in Crockford's base 32. */
export function incidentIdOf(seed: string): string {
  let bits = BigInt(`0x${hashOf(seed)}`) >> 78n;
  let id = '';
  for (let i = 0; i < 10; i++) {
    id = ALPHABET.charAt(Number(bits & 31n)) + id;
    bits >>= 5n;
  }
  return `inc-${id}`;
}

/** A new headline can change what a report is found by, though it says the same. */
const sameKeys = (old: OldReport, fresh: PreparedReport): boolean =>
  [...fresh.keys].sort().join('\n') === old.keys.split('\n').sort().join('\n');

/** What the reports of a page are written with. */
export interface ReportTarget {
  readonly pageId: number;
  readonly path: string;
  readonly day: number;
  /** First day of the page, or of the run where the page was known without these reports. */
  readonly since: string;
  readonly reason: Unsettled;
}

/** Pairs new reports with the old ones they replace: by shared victim first, then by place. */
function pairUp(old: readonly OldReport[], fresh: readonly PreparedReport[]): Map<number, OldReport> {
  const free = new Set(old);
  const pairs = new Map<number, OldReport>();
  const victims = (keys: readonly string[]): string[] => keys.filter((k) => k.startsWith('v:'));
  fresh.forEach((report, i) => {
    const mine = victims(report.keys);
    for (const candidate of free) {
      const theirs = new Set(candidate.keys.split('\n'));
      if (!mine.some((k) => theirs.has(k))) continue;
      pairs.set(i, candidate);
      free.delete(candidate);
      break;
    }
  });
  fresh.forEach((report, i) => {
    if (pairs.has(i)) return;
    for (const candidate of free) {
      if (candidate.position !== i || candidate.role !== report.role) continue;
      pairs.set(i, candidate);
      free.delete(candidate);
      break;
    }
  });
  return pairs;
}

/**
 * Writes the reports of a page. Reports that were there keep their row, and with it their incident; the id that a
 * vanished report had given passes on to the next report of the same incident.
 */
export function reportWriter(
  db: Database.Database,
): (article: PreparedArticle, target: ReportTarget) => void {
  const readOld = db.prepare<[number], OldReport>(
    `SELECT report_id, position, role, record, incident_id,
       coalesce((SELECT group_concat(key, char(10)) FROM report_key k WHERE k.report_id = r.report_id), '') AS keys
     FROM report r WHERE page_id = ? ORDER BY position`,
  );
  const add = db.prepare(
    'INSERT INTO report (page_id, position, role, rank, record, unsettled) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const change = db.prepare(
    'UPDATE report SET position = ?, role = ?, record = ?, unsettled = ? WHERE report_id = ?',
  );
  const move = db.prepare('UPDATE report SET position = ? WHERE report_id = ?');
  const addKey = db.prepare('INSERT OR IGNORE INTO report_key (key, day, report_id) VALUES (?, ?, ?)');
  const dropKeys = db.prepare('DELETE FROM report_key WHERE report_id = ?');
  const addAlias = db.prepare('INSERT OR IGNORE INTO report_alias (key, other, report_id) VALUES (?, ?, ?)');
  const dropAliases = db.prepare('DELETE FROM report_alias WHERE report_id = ?');
  const touchNamed = db.prepare(
    `UPDATE report SET unsettled = coalesce(unsettled, 'new_report')
     WHERE report_id IN (SELECT report_id FROM report_key WHERE key IN (?, ?))`,
  );
  const aliasKnown = db
    .prepare<[string, string], number>('SELECT count(*) FROM report_alias WHERE key = ? AND other = ?')
    .pluck();
  const addId = db.prepare('INSERT OR IGNORE INTO incident_key (given_id, report_id, rank) VALUES (?, ?, ?)');
  const passOn = db.prepare(
    `UPDATE incident_key SET report_id = (SELECT report_id FROM report
       WHERE incident_id = @incident AND report_id <> @report ORDER BY rank LIMIT 1)
     WHERE report_id = @report`,
  );
  const touchIncident = db.prepare(
    'INSERT OR IGNORE INTO unsettled_incident (incident_id, reason) VALUES (?, ?)',
  );
  const drop = db.prepare('DELETE FROM report WHERE report_id = ?');

  function writeNames(id: number, report: PreparedReport, day: number): void {
    for (const key of report.keys) addKey.run(key, day, id);
    for (const [key, other] of report.aliases) {
      // Reports that used one of the two names alone may now belong together.
      if (key < other && aliasKnown.get(key, other) === 0) touchNamed.run(`v:${key}`, `v:${other}`);
      addAlias.run(key, other, id);
    }
  }

  function giveId(id: number, report: PreparedReport, path: string, rank: string): void {
    for (let n = 0; n < 100; n++) {
      const given = incidentIdOf(`${path}\n${report.keys[0] ?? ''}\n${n}`);
      if (addId.run(given, id, rank).changes === 1) return;
    }
  }

  return (article, target) => {
    const old = readOld.all(target.pageId);
    const pairs = pairUp(old, article.reports);
    const kept = new Set(pairs.values());
    for (const report of old) {
      if (kept.has(report)) continue;
      if (report.incident_id !== null) {
        touchIncident.run(report.incident_id, target.reason);
        passOn.run({ incident: report.incident_id, report: report.report_id });
      } else {
        passOn.run({ incident: '', report: report.report_id });
      }
      dropKeys.run(report.report_id);
      dropAliases.run(report.report_id);
      drop.run(report.report_id);
    }
    article.reports.forEach((report, position) => {
      const before = pairs.get(position);
      if (before === undefined) {
        const place = String(position).padStart(3, '0');
        const rank = `${target.since} ${article.published?.slice(0, 10) ?? '9999-12-31'} ${target.path} ${place}`;
        const { lastInsertRowid } = add.run(
          target.pageId,
          position,
          report.role,
          rank,
          report.record,
          target.reason,
        );
        const id = Number(lastInsertRowid);
        writeNames(id, report, target.day);
        giveId(id, report, target.path, rank);
      } else if (before.record !== report.record || !sameKeys(before, report)) {
        change.run(position, report.role, report.record, target.reason, before.report_id);
        dropKeys.run(before.report_id);
        dropAliases.run(before.report_id);
        writeNames(before.report_id, report, target.day);
      } else if (before.position !== position) {
        move.run(position, before.report_id);
      }
    });
  };
}
