import type Database from 'better-sqlite3';
import type { CountUnit, DateRole } from '../../model/index.js';
import type { Writer } from '../articles/write.js';
import { hashOf } from '../hash.js';
import type { StoredReport } from '../reports.js';
import type { IncidentRecord, ReportSource } from './record.js';

/** Why an incident got a new version. */
export type VersionReason = 'new_report' | 'source_changed' | 'rules_changed' | 'merged' | 'split' | 'manual';

/** One field that changed between two versions. */
export interface Change {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

interface SourceRow {
  readonly path: string;
  readonly document: string | null;
  readonly is_original: number;
  readonly role: ReportSource['role'];
  readonly title: string;
  readonly published: string | null;
  readonly collected: string;
  readonly rank: string;
  readonly record: string;
}

/** Reads what settling needs of a report. */
export function sourceReader(db: Database.Database): (reportId: number) => ReportSource | undefined {
  const read = db.prepare<[number], SourceRow>(
    `SELECT p.path, p.document, p.is_original, r.role, v.title, v.published, p.collected, r.rank, r.record
     FROM report r JOIN page p USING (page_id) JOIN article_version v USING (version_id) WHERE r.report_id = ?`,
  );
  return (id) => {
    const row = read.get(id);
    if (row === undefined) return undefined;
    const { facts, quotes } = JSON.parse(row.record) as StoredReport;
    return {
      path: row.path,
      document: row.document ?? row.path,
      isOriginal: row.is_original === 1,
      role: row.role,
      title: row.title,
      published: (row.published ?? row.collected).slice(0, 10),
      rank: row.rank,
      facts: facts.map((f) => ({
        kind: f.kind,
        value: f.value,
        headline: quotes[f.quote]?.field === 'title',
      })),
    };
  };
}

/** The fields of a record whose change makes a version; who says a thing may grow without one. */
export function comparable(record: IncidentRecord): Record<string, unknown> {
  return {
    title: record.title,
    victims: record.victims,
    country: record.country,
    sector: record.sector,
    status: record.status,
    attack_types: [...record.attack_types].sort(),
    dates: record.dates.map((d) => `${d.role} ${d.value}${d.settled ? '' : ' (also given)'}`),
    counts: record.counts.map(
      (c) =>
        `${c.low === null ? '' : `${c.low}-`}${c.value} ${c.unit} ${c.qualifier}${c.settled ? '' : ' (also given)'}`,
    ),
    leaked: record.leaked.map((l) => l.value).sort(),
    not_leaked: record.not_leaked.map((l) => l.value).sort(),
    actors: record.actors,
    malware: record.malware,
    money: record.money,
    volume: record.volume,
    cves: record.cves,
    techniques: record.techniques,
  };
}

/** What differs between two records, field by field. */
export function changesBetween(before: IncidentRecord | null, after: IncidentRecord): Change[] {
  const old = before === null ? {} : comparable(before);
  const empty = (v: unknown): boolean =>
    v === null || v === undefined || (Array.isArray(v) && v.length === 0);
  return Object.entries(comparable(after))
    .map(([field, to]) => ({ field, from: (old as Record<string, unknown>)[field] ?? null, to }))
    .filter(({ from, to }) => !(empty(from) && empty(to)) && JSON.stringify(from) !== JSON.stringify(to));
}

const settledCount = (record: IncidentRecord, unit: CountUnit): number | null =>
  record.counts.find((c) => c.settled && c.unit === unit)?.value ?? null;
const settledDate = (record: IncidentRecord, role: DateRole): string | null =>
  record.dates.find((d) => d.settled && d.role === role)?.value ?? null;

const text = (values: readonly string[], by: string): string | null =>
  values.length === 0 ? null : values.join(by);

/** The columns of `incident` that a record fills. */
function flat(record: IncidentRecord): Record<string, string | number | null> {
  return {
    title: record.title,
    victim: record.victims[0]?.name ?? null,
    victims: text(
      record.victims.map((v) => v.name),
      '; ',
    ),
    country: record.country,
    sector: record.sector,
    status: record.status,
    attack_types: text(record.attack_types, ', '),
    occurred_on: settledDate(record, 'occurred'),
    ended_on: settledDate(record, 'ended'),
    detected_on: settledDate(record, 'detected'),
    contained_on: settledDate(record, 'contained'),
    disclosed_on: settledDate(record, 'disclosed'),
    notified_on: settledDate(record, 'notified'),
    claimed_on: settledDate(record, 'claimed'),
    people_affected: settledCount(record, 'people'),
    accounts_affected: settledCount(record, 'accounts'),
    records_affected: settledCount(record, 'records'),
    organizations_affected: settledCount(record, 'organizations'),
    devices_affected: settledCount(record, 'devices'),
    leaked: text(
      record.leaked.map((l) => l.value),
      ', ',
    ),
    not_leaked: text(
      record.not_leaked.map((l) => l.value),
      ', ',
    ),
    actors: text(
      record.actors.map((a) => a.name),
      '; ',
    ),
    malware: text(
      record.malware.map((m) => m.name),
      '; ',
    ),
    cves: text(record.cves, ', '),
    techniques: text(
      record.techniques.map((t) => t.id),
      ', ',
    ),
    volume: record.volume,
    first_published: record.first_published,
    last_published: record.last_published,
    articles: record.articles,
    documents: record.documents,
  };
}

const FLAT_COLUMNS = [
  'incident_id',
  'version',
  'hash',
  'title',
  'victim',
  'victims',
  'country',
  'sector',
  'status',
  'attack_types',
  'occurred_on',
  'ended_on',
  'detected_on',
  'contained_on',
  'disclosed_on',
  'notified_on',
  'claimed_on',
  'people_affected',
  'accounts_affected',
  'records_affected',
  'organizations_affected',
  'devices_affected',
  'leaked',
  'not_leaked',
  'actors',
  'malware',
  'cves',
  'techniques',
  'volume',
  'first_published',
  'last_published',
  'articles',
  'documents',
  'recorded_at',
  'record',
];

interface IncidentRow {
  readonly version: number;
  readonly hash: string;
  readonly recorded_at: string;
  readonly record: string;
}

/** What was known of an incident from one publication day to the next that changed it. */
export interface KnownState {
  readonly from: string;
  readonly until: string;
  readonly record: IncidentRecord;
}

/** Writes incidents and their versions. */
export interface IncidentWriter {
  /** Writes the current record; adds a version where a field changed. Returns whether it did. */
  save(
    id: string,
    record: IncidentRecord,
    states: readonly KnownState[],
    reason: VersionReason,
    by: Writer,
  ): boolean;
  /** Takes an incident out of the current ones, keeping its history; `into` names what it became part of. */
  retire(id: string, into: string | null, reason: VersionReason, by: Writer): boolean;
}

export function incidentWriter(db: Database.Database): IncidentWriter {
  const read = db.prepare<[string], IncidentRow>(
    'SELECT version, hash, recorded_at, record FROM incident WHERE incident_id = ?',
  );
  const lastVersion = db
    .prepare<[string], number | null>('SELECT max(version) FROM incident_version WHERE incident_id = ?')
    .pluck();
  const write = db.prepare(
    `INSERT OR REPLACE INTO incident (${FLAT_COLUMNS.join(', ')})
     VALUES (${FLAT_COLUMNS.map((c) => `@${c}`).join(', ')})`,
  );
  const addVersion = db.prepare(
    `INSERT INTO incident_version (incident_id, version, recorded_at, run_id, ruleset_id, reason, changes, sources,
       record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const sources = db
    .prepare<[string], string>(
      `SELECT coalesce(json_group_array(path), '[]') FROM (SELECT DISTINCT p.path FROM report r JOIN page p USING (page_id)
       WHERE r.incident_id = ? ORDER BY p.path)`,
    )
    .pluck();
  const drop = db.prepare('DELETE FROM incident WHERE incident_id = ?');

  const dropStates = db.prepare('DELETE FROM incident_state WHERE incident_id = ?');
  const addState = db.prepare(
    'INSERT INTO incident_state (incident_id, known_from, known_until, record) VALUES (?, ?, ?, ?)',
  );
  const saveStates = (id: string, states: readonly KnownState[]): void => {
    dropStates.run(id);
    for (const { from, until, record } of states) addState.run(id, from, until, JSON.stringify(record));
  };

  return {
    save: (id, record, states, reason, by) => {
      const before = read.get(id);
      const json = JSON.stringify(record);
      if (before?.record === json) {
        saveStates(id, states);
        return false;
      }
      const hash = hashOf(JSON.stringify(comparable(record)));
      const changed = before?.hash !== hash;
      const version = (before === undefined ? (lastVersion.get(id) ?? 0) : before.version) + Number(changed);
      write.run({
        incident_id: id,
        version,
        hash,
        recorded_at: changed ? by.now : before.recorded_at,
        ...flat(record),
        record: json,
      });
      saveStates(id, states);
      if (!changed) return false;
      const old = before === undefined ? null : (JSON.parse(before.record) as IncidentRecord);
      addVersion.run(
        id,
        version,
        by.now,
        by.runId,
        by.rulesetId,
        reason,
        JSON.stringify(changesBetween(old, record)),
        sources.get(id) ?? '[]',
        json,
      );
      return true;
    },
    retire: (id, into, reason, by) => {
      if (read.get(id) === undefined) return false;
      drop.run(id);
      dropStates.run(id);
      const changes: Change[] = [{ field: 'part_of', from: null, to: into }];
      const version = (lastVersion.get(id) ?? 0) + 1;
      addVersion.run(
        id,
        version,
        by.now,
        by.runId,
        by.rulesetId,
        reason,
        JSON.stringify(changes),
        '[]',
        null,
      );
      return true;
    },
  };
}
