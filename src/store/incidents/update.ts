import type Database from 'better-sqlite3';
import { groupDocuments } from '../articles/documents.js';
import type { Writer } from '../articles/write.js';
import { type Component, componentOf, type ReportReader, reportReader } from './link.js';
import { type Override, readConstraints, readSetFields } from './overrides.js';
import type { IncidentRecord } from './record.js';
import { followRules } from './rules.js';
import { changesBetween, incidentWriter, type KnownState, sourceReader, type VersionReason } from './save.js';
import { applySetFields } from './set-fields.js';
import { settle } from './settle.js';

/** Incidents settled in one transaction. */
const CHUNK = 500;

/** Groups the pages that a run left unsettled into documents, and marks the reports that this touches. */
function settlePages(db: Database.Database): void {
  const pages = db
    .prepare<[], number>('SELECT page_id FROM page WHERE unsettled IS NOT NULL AND version_id IS NOT NULL')
    .pluck()
    .all();
  const mark = db.prepare(
    `UPDATE report SET unsettled = coalesce(unsettled, 'new_report') WHERE page_id = ?`,
  );
  for (const page of groupDocuments(db, pages)) mark.run(page);
  db.exec('UPDATE page SET unsettled = NULL WHERE unsettled IS NOT NULL');
}

/** Reports to look at: the unsettled ones, and all that shared or share an incident with them. */
function unsettledReports(db: Database.Database): number[] {
  return db
    .prepare<[], number>(
      `WITH touched AS (
         SELECT incident_id FROM report WHERE unsettled IS NOT NULL AND incident_id IS NOT NULL
         UNION SELECT incident_id FROM unsettled_incident)
       SELECT report_id FROM report WHERE unsettled IS NOT NULL
       UNION SELECT report_id FROM report WHERE incident_id IN (SELECT incident_id FROM touched)
       ORDER BY report_id`,
    )
    .pluck()
    .all();
}

interface Member {
  readonly incident_id: string | null;
  readonly unsettled: VersionReason | null;
}

function reasonOf(members: readonly Member[], id: string, lostSome: boolean): VersionReason {
  const before = new Set(members.flatMap((m) => (m.incident_id === null ? [] : [m.incident_id])));
  const reasons = new Set(members.map((m) => m.unsettled));
  if (reasons.has('manual')) return before.size > 1 ? 'merged' : lostSome ? 'split' : 'manual';
  if (before.size > 1) return 'merged';
  if (lostSome || (before.size === 1 && !before.has(id))) return 'split';
  if (members.some((m) => m.incident_id === null)) return 'new_report';
  if (reasons.has('source_changed')) return 'source_changed';
  return reasons.has('rules_changed') ? 'rules_changed' : 'new_report';
}

/**
 * Brings documents, links and incidents up to date with the pages and reports that are marked as unsettled.
 * Interrupted, it goes on where it stopped the next time.
 *
 * @returns how many incident versions were added
 */
export function updateIncidents(db: Database.Database, by: Writer): number {
  followRules(db);
  db.transaction(() => settlePages(db)).immediate();
  const todo = unsettledReports(db);
  const constraints = readConstraints(db);
  const setFields = readSetFields(db);
  const reader: ReportReader = reportReader(db);
  const readSource = sourceReader(db);
  const writer = incidentWriter(db);
  const memberOf = db.prepare<[number], Member>(
    'SELECT incident_id, unsettled FROM report WHERE report_id = ?',
  );
  const firstId = db.prepare<[number], { given_id: string; rank: string }>(
    'SELECT given_id, rank FROM incident_key WHERE report_id = ? ORDER BY rank, given_id LIMIT 1',
  );
  const place = db.prepare(
    'UPDATE report SET incident_id = ?, link_score = ?, link_reasons = ?, unsettled = NULL WHERE report_id = ?',
  );
  const leftIn = db.prepare<[string], number>('SELECT count(*) FROM report WHERE incident_id = ?').pluck();
  const heir = db
    .prepare<[string], string | null>(
      'SELECT r.incident_id FROM incident_key k LEFT JOIN report r USING (report_id) WHERE k.given_id = ?',
    )
    .pluck();
  const settled = db.prepare('DELETE FROM unsettled_incident WHERE incident_id = ?');
  let added = 0;

  function idOf(group: readonly number[]): string {
    const ids = group.map((id) => firstId.get(id)).filter((k) => k !== undefined);
    ids.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.given_id < b.given_id ? -1 : 1));
    const [first] = ids;
    if (first === undefined) throw new Error('a report without an incident id of its own');
    return first.given_id;
  }

  /** The record, and before it what was known each time an article had changed it. */
  function statesOf(group: readonly number[]): { record: IncidentRecord; earlier: KnownState[] } {
    const sources = group.map(readSource).filter((s) => s !== undefined);
    const set: Override[] = group.flatMap((id) => setFields.get(id) ?? []);
    const days = [...new Set(sources.map((s) => s.published))].sort();
    const states = days.map((day) => ({
      day,
      record: applySetFields(settle(sources.filter((s) => s.published <= day)), set),
    }));
    const changing = states.filter((s, i) => {
      const before = states[i - 1];
      return before === undefined || changesBetween(before.record, s.record).length > 0;
    });
    const earlier = changing.flatMap(({ day, record }, i): KnownState[] => {
      const next = changing[i + 1];
      return next === undefined ? [] : [{ from: day, until: next.day, record }];
    });
    return { record: applySetFields(settle(sources), set), earlier };
  }

  function save(component: Component): Set<string> {
    const former = new Set<string>();
    const before = new Map<number, Member>();
    for (const id of component.placements.keys()) {
      const member = memberOf.get(id) ?? { incident_id: null, unsettled: null };
      before.set(id, member);
      if (member.incident_id !== null) former.add(member.incident_id);
    }
    const named = component.groups.map((group) => ({ group, id: idOf(group) }));
    for (const { group, id } of named) {
      for (const report of group) {
        const { points, reasons } = component.placements.get(report) ?? { points: 0, reasons: [] };
        place.run(id, points, JSON.stringify(reasons), report);
      }
    }
    for (const { group, id } of named) {
      const members = group.map((r) => before.get(r) ?? { incident_id: null, unsettled: null });
      const mine = new Set(group);
      const lostSome = [...before].some(([r, m]) => m.incident_id === id && !mine.has(r));
      const { record, earlier } = statesOf(group);
      added += Number(writer.save(id, record, earlier, reasonOf(members, id, lostSome), by));
    }
    return former;
  }

  const done = new Set<number>();
  const former = new Set<string>(
    db.prepare<[], string>('SELECT incident_id FROM unsettled_incident').pluck().all(),
  );
  const manual = db
    .prepare<[], number>("SELECT count(*) FROM unsettled_incident WHERE reason = 'manual'")
    .pluck()
    .get();
  const clearIgnored = db.prepare(
    'UPDATE report SET incident_id = NULL, link_score = NULL, link_reasons = NULL, unsettled = NULL WHERE report_id = ?',
  );
  const step = db.transaction((ids: readonly number[]) => {
    for (const id of ids) {
      if (done.has(id)) continue;
      if (reader.features(id) === undefined) {
        const member = memberOf.get(id);
        if (member?.incident_id != null) former.add(member.incident_id);
        clearIgnored.run(id);
        done.add(id);
        continue;
      }
      const component = componentOf(id, reader, constraints);
      for (const member of component.placements.keys()) done.add(member);
      for (const incident of save(component)) former.add(incident);
    }
  });
  for (let i = 0; i < todo.length; i += CHUNK) step.immediate(todo.slice(i, i + CHUNK));
  db.transaction(() => {
    for (const id of former) {
      if (leftIn.get(id) === 0) {
        const into = heir.get(id) ?? null;
        const reason: VersionReason = (manual ?? 0) > 0 ? 'manual' : 'rules_changed';
        added += Number(writer.retire(id, into, into === null ? reason : 'merged', by));
      }
      settled.run(id);
    }
  }).immediate();
  return added;
}
