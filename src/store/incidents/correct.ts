import { guarded, StoreError } from '../errors.js';
import { resolveIncident } from '../query/incident.js';
import type { Run, Store } from '../store.js';
import type { IncidentRecord } from './record.js';
import { setField } from './set-fields.js';

/** Who corrects, when, and why. */
export interface Correction {
  readonly author: string;
  readonly reason: string;
}

/** Begins a run under the rules of the last one: a correction changes what people said, not what rules say. */
function begin(store: Store, command: string, target: readonly string[]): Run {
  const last = store.db
    .prepare<[], { parserVersion: string; rulesVersion: string }>(
      `SELECT parser_version AS parserVersion, rules_version AS rulesVersion FROM run JOIN ruleset USING (ruleset_id)
       ORDER BY run_id DESC LIMIT 1`,
    )
    .get();
  if (last === undefined) throw new StoreError(`${store.file}: holds no articles yet`);
  return store.beginRun({ command, arguments: target, ...last });
}

interface Entry {
  readonly kind: 'merge' | 'split' | 'set' | 'ignore';
  readonly incident: string | null;
  readonly target: string;
  readonly value: string | null;
  /** Incidents to settle again. */
  readonly touched: readonly string[];
}

function keep(store: Store, by: Correction, entry: Entry): void {
  const { db } = store;
  db.prepare(
    `INSERT INTO override (kind, incident_id, target, value, author, made_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.kind,
    entry.incident,
    entry.target,
    entry.value,
    by.author,
    new Date().toISOString(),
    by.reason,
  );
  const touch = db.prepare(
    "INSERT OR REPLACE INTO unsettled_incident (incident_id, reason) VALUES (?, 'manual')",
  );
  const mark = db.prepare("UPDATE report SET unsettled = 'manual' WHERE incident_id = ?");
  for (const id of entry.touched) {
    touch.run(id);
    mark.run(id);
  }
}

/** Keeps a correction and settles what it touches. Killed in between, the next run settles it. */
function correct(store: Store, by: Correction, entry: Entry, also?: () => void): void {
  guarded(store.file, () => {
    const run = begin(
      store,
      entry.kind,
      [entry.incident ?? '', entry.target].filter((t) => t !== ''),
    );
    store.db
      .transaction(() => {
        also?.();
        keep(store, by, entry);
      })
      .immediate();
    run.finish({ correction: entry.kind });
  });
}

/** Joins two incidents for good. Returns the id that stays. */
export function mergeIncidents(store: Store, a: string, b: string, by: Correction): string {
  const [first, second] = [resolveIncident(store, a), resolveIncident(store, b)];
  if (first === second) throw new StoreError(`${a} and ${b} are the same incident already`);
  correct(store, by, {
    kind: 'merge',
    incident: first,
    target: second,
    value: null,
    touched: [first, second],
  });
  return resolveIncident(store, first);
}

interface MemberId {
  readonly path: string;
  readonly given_id: string;
}

/** Takes articles out of an incident for good. Returns the ids that they are under now. */
export function splitIncident(store: Store, id: string, paths: readonly string[], by: Correction): string[] {
  const incident = resolveIncident(store, id);
  const members = store.db
    .prepare<[string], MemberId>(
      `SELECT p.path, k.given_id FROM report r JOIN page p USING (page_id) JOIN incident_key k USING (report_id)
       WHERE r.incident_id = ?`,
    )
    .all(incident);
  const unknown = paths.find((p) => !members.some((m) => m.path === p));
  if (unknown !== undefined)
    throw new StoreError(`${unknown} does not tell of ${incident}; see \`breachledger show ${incident}\``);
  const away = members.filter((m) => paths.includes(m.path)).map((m) => m.given_id);
  const from = members.filter((m) => !paths.includes(m.path)).map((m) => m.given_id);
  if (from.length === 0) throw new StoreError(`${incident}: at least one article has to stay`);
  correct(store, by, {
    kind: 'split',
    incident,
    target: JSON.stringify({ away, from }),
    value: null,
    touched: [incident],
  });
  return [...new Set(away.map((given) => resolveIncident(store, given)))];
}

/** Sets a field of an incident for good. */
export function setIncidentField(
  store: Store,
  id: string,
  field: string,
  value: string,
  by: Correction,
): string {
  const incident = resolveIncident(store, id);
  const record = store.db
    .prepare<[string], string>('SELECT record FROM incident WHERE incident_id = ?')
    .pluck()
    .get(incident);
  setField(JSON.parse(record ?? '{}') as IncidentRecord, field, value);
  correct(store, by, { kind: 'set', incident, target: field, value, touched: [incident] });
  return incident;
}

/** Leaves an article out of all incidents for good. Returns the incidents that it told of. */
export function ignoreArticle(store: Store, path: string, by: Correction): string[] {
  const page = store.db
    .prepare<[string], number>('SELECT page_id FROM page WHERE path = ?')
    .pluck()
    .get(path);
  if (page === undefined)
    throw new StoreError(`${path}: there is no such article; find its path with \`breachledger search\``);
  const touched = store.db
    .prepare<[number], string>(
      'SELECT DISTINCT incident_id FROM report WHERE page_id = ? AND incident_id IS NOT NULL ORDER BY incident_id',
    )
    .pluck()
    .all(page);
  correct(
    store,
    by,
    { kind: 'ignore', incident: touched[0] ?? null, target: path, value: null, touched },
    () => store.db.prepare('UPDATE page SET ignored = 1 WHERE page_id = ?').run(page),
  );
  return touched;
}
