import { StoreError } from '../errors.js';
import type { IncidentRecord } from '../incidents/record.js';
import { type Change, changesBetween, type VersionReason } from '../incidents/save.js';
import type { Store } from '../store.js';

/** An article of an incident, with why it was linked. */
export interface LinkedArticle {
  readonly path: string;
  readonly role: string;
  readonly document: string;
  readonly title: string;
  readonly source: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** One fact with where it was read. */
export interface EvidenceRow {
  readonly path: string;
  readonly kind: string;
  readonly value: string;
  readonly mention: string;
  readonly quote: string;
  readonly rule: string;
}

/** Everything about one incident. */
export interface ShownIncident {
  readonly incident_id: string;
  /** The id that was asked for, where it leads on to another. */
  readonly asked_for: string;
  readonly version: number;
  readonly recorded_at: string;
  readonly record: IncidentRecord;
  readonly articles: readonly LinkedArticle[];
  readonly evidence: readonly EvidenceRow[];
}

/**
 * The id that an incident has today, from any id it had or from an unambiguous beginning of one.
 *
 * @throws StoreError where no incident, or more than one, goes by it
 */
export function resolveIncident(store: Store, id: string): string {
  const given = id.startsWith('inc-') ? id : `inc-${id}`;
  const rows = store.db
    .prepare<[string, string], { given_id: string; incident_id: string | null }>(
      'SELECT given_id, incident_id FROM incident_ids WHERE given_id >= ? AND given_id < ? LIMIT 20',
    )
    .all(given, `${given}~`);
  const exact = rows.find((r) => r.given_id === given);
  const found = [...new Set((exact === undefined ? rows : [exact]).map((r) => r.incident_id))];
  const [only] = found;
  if (found.length === 0) {
    throw new StoreError(
      `${id}: there is no such incident; find one with \`breachledger query --preset latest\``,
    );
  }
  if (found.length > 1 || only === undefined)
    throw new StoreError(`${id}: more than one incident begins so; give more of the id`);
  if (only === null)
    throw new StoreError(
      `${id}: no article tells of this incident any more; see \`breachledger history ${id}\``,
    );
  return only;
}

/** Reads an incident with its articles and, on demand, all its evidence. */
export function readIncident(store: Store, id: string): ShownIncident {
  const incidentId = resolveIncident(store, id);
  const row = store.db
    .prepare<[string], { version: number; recorded_at: string; record: string }>(
      'SELECT version, recorded_at, record FROM incident WHERE incident_id = ?',
    )
    .get(incidentId);
  if (row === undefined)
    throw new StoreError(`${incidentId}: not settled yet; run \`breachledger reparse\` to its end`);
  const articles = store.db
    .prepare<[string], Omit<LinkedArticle, 'reasons'> & { reasons: string }>(
      `SELECT i.path, i.role, i.document, i.title, i.source, i.published, a.url, i.score, i.reasons
       FROM incident_articles i JOIN articles a USING (path) WHERE i.incident_id = ?
       ORDER BY i.published, i.path`,
    )
    .all(incidentId)
    .map((a) => ({ ...a, reasons: JSON.parse(a.reasons) as string[] }));
  const evidence = store.db
    .prepare<[string], EvidenceRow>(
      'SELECT path, kind, value, mention, quote, rule FROM evidence WHERE incident_id = ? ORDER BY kind, path',
    )
    .all(incidentId);
  return {
    incident_id: incidentId,
    asked_for: id,
    version: row.version,
    recorded_at: row.recorded_at,
    record: JSON.parse(row.record) as IncidentRecord,
    articles,
    evidence,
  };
}

/** What became known of an incident on one publication day. */
export interface KnownStep {
  readonly known_from: string;
  readonly changes: readonly Change[];
  /** Articles published on that day. */
  readonly sources: readonly {
    readonly path: string;
    readonly title: string;
    readonly source: string | null;
  }[];
}

/** One version as the database recorded it. */
export interface RecordedVersion {
  readonly version: number;
  readonly recorded_at: string;
  readonly reason: VersionReason;
  readonly changes: readonly Change[];
  readonly sources: readonly string[];
  readonly rules_version: string;
}

/** What a person corrected. */
export interface KeptCorrection {
  readonly correction_id: number;
  readonly kind: string;
  readonly incident_id: string | null;
  readonly target: string;
  readonly value: string | null;
  readonly author: string;
  readonly made_at: string;
  readonly reason: string;
}

export interface IncidentHistory {
  readonly incident_id: string;
  readonly title: string;
  /** By publication: what the articles made known, day by day. */
  readonly known: readonly KnownStep[];
  /** By recording: every version, with its reason. */
  readonly versions: readonly RecordedVersion[];
  readonly corrections: readonly KeptCorrection[];
}

/** Reads the history of an incident, also of one that is no more. */
export function readHistory(store: Store, id: string): IncidentHistory {
  const given = id.startsWith('inc-') ? id : `inc-${id}`;
  const versionsOf = store.db.prepare<
    [string],
    Omit<RecordedVersion, 'changes' | 'sources'> & { changes: string; sources: string }
  >(
    `SELECT version, recorded_at, reason, changes, sources, rules_version FROM incident_history
     WHERE incident_id = ? ORDER BY version`,
  );
  const retired = versionsOf.all(given);
  const exists = store.db.prepare('SELECT 1 FROM incident WHERE incident_id = ?').get(given) !== undefined;
  const incidentId = retired.length > 0 && !exists ? given : resolveIncident(store, id);
  const states = store.db
    .prepare<[string], { known_from: string; record: string }>(
      'SELECT known_from, record FROM incident_state WHERE incident_id = ? ORDER BY known_from',
    )
    .all(incidentId);
  const current = store.db
    .prepare<[string], { known_from: string; record: string; title: string }>(
      `SELECT s.known_from, i.record, i.title FROM incident i JOIN incident_states s USING (incident_id)
       WHERE i.incident_id = ? AND s.known_until = '9999-12-31'`,
    )
    .get(incidentId);
  const all = [...states, ...(current === undefined ? [] : [current])].map((s) => ({
    from: s.known_from,
    record: JSON.parse(s.record) as IncidentRecord,
  }));
  const published = store.db.prepare<[string, string], KnownStep['sources'][number]>(
    'SELECT DISTINCT path, title, source FROM incident_articles WHERE incident_id = ? AND substr(published, 1, 10) = ? ORDER BY path',
  );
  return {
    incident_id: incidentId,
    title: current?.title ?? incidentId,
    known: all.map(({ from, record }, i) => ({
      known_from: from,
      changes: changesBetween(all[i - 1]?.record ?? null, record),
      sources: published.all(incidentId, from),
    })),
    versions: versionsOf.all(incidentId).map((v) => ({
      ...v,
      changes: JSON.parse(v.changes) as Change[],
      sources: JSON.parse(v.sources) as string[],
    })),
    corrections: store.db
      .prepare<[string, string], KeptCorrection>(
        `SELECT * FROM corrections WHERE incident_id IN (SELECT given_id FROM incident_ids WHERE incident_id = ?) OR incident_id = ?
         ORDER BY correction_id`,
      )
      .all(incidentId, incidentId),
  };
}
