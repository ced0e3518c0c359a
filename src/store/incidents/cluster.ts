import type { Agreement } from './score.js';

/** A pair of reports that agree enough to be one incident. */
export interface AcceptedPair {
  readonly a: number;
  readonly b: number;
  readonly points: number;
}

/** The partition of a set of reports, each group sorted, groups by their first member. */
export type Groups = readonly (readonly number[])[];

/**
 * Joins reports into incidents: best agreement first, and never two groups of which any two members exclude
 * each other. A function of the set of reports: the order in which they are given makes no difference.
 *
 * @param members ids of reports, comparable by `order`
 * @param accepted pairs to join
 * @param excludes whether two reports can never be one incident
 * @param order canonical order of reports, which breaks ties
 */
export function clusterReports(
  members: readonly number[],
  accepted: readonly AcceptedPair[],
  excludes: (a: number, b: number) => boolean,
  order: (id: number) => string,
): Groups {
  const groupOf = new Map<number, number[]>(members.map((id) => [id, [id]]));
  const tie = (p: AcceptedPair): string => {
    const [x, y] = [order(p.a), order(p.b)];
    return x < y ? `${x}\n${y}` : `${y}\n${x}`;
  };
  const ranked = accepted
    .map((pair) => ({ pair, tie: tie(pair) }))
    .sort((x, y) => y.pair.points - x.pair.points || (x.tie < y.tie ? -1 : x.tie > y.tie ? 1 : 0));
  for (const { pair } of ranked) {
    const left = groupOf.get(pair.a);
    const right = groupOf.get(pair.b);
    if (left === undefined || right === undefined || left === right) continue;
    if (left.some((x) => right.some((y) => excludes(x, y)))) continue;
    const joined = [...left, ...right];
    for (const id of joined) groupOf.set(id, joined);
  }
  const byOrder = (x: number, y: number): number => (order(x) < order(y) ? -1 : 1);
  return [...new Set(groupOf.values())]
    .map((group) => [...group].sort(byOrder))
    .sort((x, y) => byOrder(x[0] ?? 0, y[0] ?? 0));
}

/** Remembers agreements, which are symmetric, so that no pair is compared twice. */
export function remembered(
  compare: (a: number, b: number) => Agreement,
): (a: number, b: number) => Agreement {
  const known = new Map<string, Agreement>();
  return (a, b) => {
    const key = a < b ? `${a}:${b}` : `${b}:${a}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = a < b ? compare(a, b) : compare(b, a);
    known.set(key, made);
    return made;
  };
}
