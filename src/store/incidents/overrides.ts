import type Database from 'better-sqlite3';
import type { Groups } from './cluster.js';

/** What people decided about links, resolved to the reports of today. */
export interface Constraints {
  /** Reports that a person put into the same incident as this one. */
  together(id: number): readonly number[];
  /** Whether a person put the two into different incidents. */
  apart(a: number, b: number): boolean;
  /** Joins groups that hold reports put together by hand. */
  merge(groups: Groups, order: (id: number) => string): Groups;
}

/** A correction by a person, kept with its author, time and reason. */
export interface Override {
  readonly override_id: number;
  readonly kind: 'merge' | 'split' | 'set' | 'ignore';
  readonly incident_id: string | null;
  readonly target: string;
  readonly value: string | null;
  readonly author: string;
  readonly made_at: string;
  readonly reason: string;
}

/** The ids that the two sides of a split had given when it was made. */
export interface SplitSides {
  readonly away: readonly string[];
  readonly from: readonly string[];
}

const ACTIVE = 'SELECT * FROM override WHERE withdrawn_at IS NULL';

/** Reads the corrections in force and resolves the ids they name; an id that names no report any more is passed over. */
export function readConstraints(db: Database.Database): Constraints {
  const owner = db
    .prepare<[string], number | null>('SELECT report_id FROM incident_key WHERE given_id = ?')
    .pluck();
  const reportOf = (given: string): number[] => {
    const id = owner.get(given);
    return id === undefined || id === null ? [] : [id];
  };
  const together = new Map<number, number[]>();
  const apart = new Map<number, Set<number>>();
  for (const override of db.prepare<[], Override>(`${ACTIVE} ORDER BY override_id`).all()) {
    if (override.kind === 'merge' && override.incident_id !== null) {
      for (const a of reportOf(override.incident_id)) {
        for (const b of reportOf(override.target)) {
          together.set(a, [...(together.get(a) ?? []), b]);
          together.set(b, [...(together.get(b) ?? []), a]);
        }
      }
    }
    if (override.kind === 'split') {
      const sides = JSON.parse(override.target) as SplitSides;
      for (const a of sides.away.flatMap(reportOf)) {
        for (const b of sides.from.flatMap(reportOf)) {
          apart.set(a, (apart.get(a) ?? new Set()).add(b));
          apart.set(b, (apart.get(b) ?? new Set()).add(a));
        }
      }
    }
  }
  return {
    together: (id) => together.get(id) ?? [],
    apart: (a, b) => apart.get(a)?.has(b) === true,
    merge: (groups, order) => {
      if (together.size === 0) return groups;
      const merged = groups.map((g) => [...g]);
      for (const [a, others] of together) {
        for (const b of others) {
          const left = merged.find((g) => g.includes(a));
          const right = merged.find((g) => g.includes(b));
          if (left === undefined || right === undefined || left === right) continue;
          left.push(...right);
          left.sort((x, y) => (order(x) < order(y) ? -1 : 1));
          merged.splice(merged.indexOf(right), 1);
        }
      }
      return merged;
    },
  };
}

/** Fields set by hand, by the incident id they were set on, later ones last. */
export function readSetFields(db: Database.Database): ReadonlyMap<number, readonly Override[]> {
  const rows = db
    .prepare<[], Override & { report_id: number }>(
      `SELECT o.*, k.report_id FROM override o JOIN incident_key k ON k.given_id = o.incident_id
       WHERE o.withdrawn_at IS NULL AND o.kind = 'set' AND k.report_id IS NOT NULL ORDER BY o.override_id`,
    )
    .all();
  const found = new Map<number, Override[]>();
  for (const row of rows) found.set(row.report_id, [...(found.get(row.report_id) ?? []), row]);
  return found;
}
