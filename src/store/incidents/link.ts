import type Database from 'better-sqlite3';
import { type AcceptedPair, clusterReports, type Groups, remembered } from './cluster.js';
import { featuresOf, type ReportFeatures, type ReportRow } from './features.js';
import type { Constraints } from './overrides.js';
import { ACCEPT, type Agreement, agreement } from './score.js';

/** Reports further apart than this are compared only through their own dates, so no farther ones are fetched. */
const WINDOW_DAYS = 400;
const CACHE = 50_000;

/** A report's place in an incident, with the best agreement that put it there. */
export interface Placement {
  readonly reportId: number;
  readonly points: number;
  readonly reasons: readonly string[];
}

/** Reads features and finds candidates; holds what it read for the time of one settling. */
export interface ReportReader {
  features(id: number): ReportFeatures | undefined;
  rank(id: number): string;
  candidates(id: number): readonly number[];
  aliases(key: string): readonly string[];
}

interface FullRow extends ReportRow {
  readonly rank: string;
}

export function reportReader(db: Database.Database): ReportReader {
  const read = db.prepare<[number], FullRow>(
    `SELECT r.report_id AS reportId, r.page_id AS pageId, p.path, r.position, r.role, r.rank, p.document, v.title, v.url,
       v.original_url AS originalUrl, v.published, p.collected, r.record
     FROM report r JOIN page p USING (page_id) JOIN article_version v USING (version_id)
     WHERE r.report_id = ? AND p.ignored = 0`,
  );
  const keysOf = db.prepare<[number], string>('SELECT key FROM report_key WHERE report_id = ?').pluck();
  const byKey = db
    .prepare<[string, number, number], number>(
      'SELECT report_id FROM report_key WHERE key = ? AND day BETWEEN ? AND ?',
    )
    .pluck();
  const byDocument = db
    .prepare<[string], number>('SELECT report_id FROM report JOIN page USING (page_id) WHERE document = ?')
    .pluck();
  const readAliases = db
    .prepare<[string], string>('SELECT DISTINCT other FROM report_alias WHERE key = ? ORDER BY other')
    .pluck();

  const rows = new Map<number, { features: ReportFeatures; rank: string } | undefined>();
  const names = new Map<string, readonly string[]>();
  const load = (id: number): { features: ReportFeatures; rank: string } | undefined => {
    if (rows.has(id)) return rows.get(id);
    if (rows.size >= CACHE) rows.clear();
    const row = read.get(id);
    const made = row === undefined ? undefined : { features: featuresOf(row), rank: row.rank };
    rows.set(id, made);
    return made;
  };
  const aliases = (key: string): readonly string[] => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const found = readAliases.all(key);
    names.set(key, found);
    return found;
  };
  return {
    features: (id) => load(id)?.features,
    rank: (id) => load(id)?.rank ?? '',
    aliases,
    candidates: (id) => {
      const features = load(id)?.features;
      if (features === undefined) return [];
      const [from, to] = [features.published - WINDOW_DAYS, features.published + WINDOW_DAYS];
      const found = new Set<number>();
      for (const key of keysOf.all(id)) {
        for (const other of byKey.all(key, from, to)) found.add(other);
        if (!key.startsWith('v:')) continue;
        for (const alias of aliases(key.slice(2))) {
          for (const other of byKey.all(`v:${alias}`, from, to)) found.add(other);
        }
      }
      if (features.document !== null) for (const other of byDocument.all(features.document)) found.add(other);
      found.delete(id);
      return [...found];
    },
  };
}

/** The incidents that one report and all that hangs together with it make. */
export interface Component {
  readonly groups: Groups;
  readonly placements: ReadonlyMap<number, Placement>;
}

/**
 * Finds the incidents around a report: everything that hangs together with it by accepted pairs, joined as
 * {@link clusterReports} says, then merges by hand on top.
 */
export function componentOf(start: number, reader: ReportReader, by: Constraints): Component {
  const compare = remembered((a, b): Agreement => {
    const [x, y] = reader.rank(a) < reader.rank(b) ? [a, b] : [b, a];
    const [p, q] = [reader.features(x), reader.features(y)];
    if (p === undefined || q === undefined) return { points: 0, reasons: [], veto: 'ignored' };
    if (by.apart(x, y)) return { points: 0, reasons: [], veto: 'split by hand' };
    return agreement(p, q, reader.aliases);
  });
  const accepts = (a: number, b: number): boolean => {
    const { points, veto } = compare(a, b);
    return veto === null && points >= ACCEPT;
  };
  const members = new Set([start]);
  const queue = [start];
  const pairs: AcceptedPair[] = [];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const linked: number[] = [...by.together(id)];
    for (const other of reader.candidates(id)) {
      if (!accepts(id, other)) continue;
      linked.push(other);
      if (id < other) pairs.push({ a: id, b: other, points: compare(id, other).points });
    }
    for (const other of linked) {
      if (members.has(other) || reader.features(other) === undefined) continue;
      members.add(other);
      queue.push(other);
    }
  }
  const natural = clusterReports([...members], pairs, (a, b) => compare(a, b).veto !== null, reader.rank);
  const groups = by.merge(natural, reader.rank);
  const placements = new Map<number, Placement>();
  for (const group of groups) {
    for (const id of group) placements.set(id, placementOf(id, group, compare, by));
  }
  return { groups, placements };
}

/** The agreement that ties a report to the rest of its incident best. */
function placementOf(
  id: number,
  group: readonly number[],
  compare: (a: number, b: number) => Agreement,
  by: Constraints,
): Placement {
  let best: Placement = {
    reportId: id,
    points: 0,
    reasons: [group.length === 1 ? 'the only report' : 'merged by hand'],
  };
  for (const other of group) {
    if (other === id) continue;
    const { points, reasons, veto } = compare(id, other);
    if (veto === null && points > best.points) best = { reportId: id, points, reasons };
  }
  return by.together(id).length > 0 && best.points < ACCEPT
    ? { ...best, reasons: ['merged by hand', ...best.reasons] }
    : best;
}
