import type { Count, IncidentDate, IncidentStatus, Money, Name, Technique } from '../../model/index.js';
import { nameKey } from './names.js';
import type { IncidentRecord, ReportSource, SettledCount, SettledDate, Supported } from './record.js';

const STATUS_RANK: Readonly<Record<IncidentStatus, number>> = {
  confirmed: 3,
  denied: 2,
  claimed: 1,
  suspected: 0,
};
const ROLE_RANK = { main: 2, roundup: 1, mention: 0 } as const;
/** Figures of one report this close are one figure, rounded in the headline and exact in the body. */
const ROUNDED = 0.1;

/** Of many documents at least this share must name a type of attack; asides about others are rarer. */
const COMMON = 0.3;

const values = <T>(source: ReportSource, kind: string): T[] =>
  source.facts.filter((f) => f.kind === kind).map((f) => f.value as T);
const statusOf = (source: ReportSource): IncidentStatus =>
  values<IncidentStatus>(source, 'status')[0] ?? 'suspected';

/** One report a document, the original's before its copies', in canonical order. */
function onePerDocument(sources: readonly ReportSource[]): ReportSource[] {
  const best = new Map<string, ReportSource>();
  const better = (a: ReportSource, b: ReportSource): boolean => {
    if (ROLE_RANK[a.role] !== ROLE_RANK[b.role]) return ROLE_RANK[a.role] > ROLE_RANK[b.role];
    if (a.isOriginal !== b.isOriginal) return a.isOriginal;
    return a.rank < b.rank;
  };
  for (const source of sources) {
    const known = best.get(source.document);
    if (known === undefined || better(source, known)) best.set(source.document, source);
  }
  return [...best.values()].sort((a, b) => (a.rank < b.rank ? -1 : 1));
}

/** Reports whose article is about the incident; all of them where there is none. */
function mains(sources: readonly ReportSource[]): readonly ReportSource[] {
  const found = sources.filter((s) => s.role === 'main');
  return found.length > 0 ? found : sources;
}

/** Values by how many documents give them, most first; ties in order of first appearance. */
function supported(sources: readonly ReportSource[], kind: string): Supported[] {
  const counts = new Map<string, number>();
  for (const source of sources) {
    for (const value of new Set(values<string>(source, kind)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, documents]) => ({ value, documents }))
    .sort((a, b) => b.documents - a.documents);
}

/** The value that most documents give, main articles counting double. */
function majority(sources: readonly ReportSource[], kind: string): string | null {
  const votes = new Map<string, number>();
  for (const source of sources) {
    const [value] = values<string>(source, kind);
    if (value !== undefined) votes.set(value, (votes.get(value) ?? 0) + (source.role === 'main' ? 2 : 1));
  }
  let best: string | null = null;
  for (const [value, n] of votes) if (best === null || n > (votes.get(best) ?? 0)) best = value;
  return best;
}

/** Joins names that share a key; the most used spelling leads, the others become aliases. */
export function mergeNames(sources: readonly ReportSource[], kind: string): Name[] {
  const groups: { keys: Set<string>; names: Map<string, number> }[] = [];
  for (const source of sources) {
    for (const { name, aliases } of values<Name>(source, kind)) {
      const all = [name, ...aliases];
      const keys = all.map((n) => nameKey(n) ?? n);
      const [first, ...rest] = groups.filter((g) => keys.some((k) => g.keys.has(k)));
      const group = first ?? { keys: new Set<string>(), names: new Map<string, number>() };
      if (first === undefined) groups.push(group);
      for (const other of rest) {
        for (const key of other.keys) group.keys.add(key);
        for (const [n, c] of other.names) group.names.set(n, (group.names.get(n) ?? 0) + c);
        groups.splice(groups.indexOf(other), 1);
      }
      for (const key of keys) group.keys.add(key);
      all.forEach((n, i) => {
        group.names.set(n, (group.names.get(n) ?? 0) + (i === 0 ? 1 : 0));
      });
    }
  }
  return groups
    .map((g) => ({ ranked: [...g.names].sort((a, b) => b[1] - a[1]), weight: Math.max(...g.names.values()) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ ranked: [lead, ...others] }) => ({ name: lead?.[0] ?? '', aliases: others.map(([n]) => n) }));
}

function precision(value: string): SettledDate['precision'] {
  return value.length >= 10 ? 'day' : value.length >= 7 ? 'month' : 'year';
}

function settleDates(sources: readonly ReportSource[]): SettledDate[] {
  const found = new Map<string, { date: IncidentDate; certain: boolean; paths: string[]; weight: number }>();
  for (const source of sources) {
    const said = new Set<string>();
    for (const date of values<IncidentDate>(source, 'date')) {
      const key = `${date.role} ${date.value}`;
      const entry = found.get(key) ?? { date, certain: false, paths: [], weight: 0 };
      found.set(key, entry);
      entry.certain ||= date.certain;
      if (said.has(key)) continue;
      said.add(key);
      entry.paths.push(source.path);
      entry.weight += 1 + ROLE_RANK[source.role] + STATUS_RANK[statusOf(source)] / 4;
    }
  }
  const all = [...found.values()];
  const support = (e: (typeof all)[number]): number =>
    all
      .filter(
        (o) =>
          o.date.role === e.date.role &&
          (o.date.value.startsWith(e.date.value) || e.date.value.startsWith(o.date.value)),
      )
      .reduce(
        (sum, o) => sum + (o === e ? o.weight : o.date.value.length <= e.date.value.length ? o.weight : 0),
        0,
      );
  const leads = new Map<string, (typeof all)[number]>();
  for (const entry of all) {
    const lead = leads.get(entry.date.role);
    const rank = (e: typeof entry): number => support(e) + e.date.value.length / 100 + (e.certain ? 0.5 : 0);
    const wins =
      lead === undefined ||
      rank(entry) > rank(lead) ||
      (rank(entry) === rank(lead) && entry.date.value < lead.date.value);
    if (wins) leads.set(entry.date.role, entry);
  }
  return all
    .map((e) => ({
      role: e.date.role,
      value: e.date.value,
      precision: precision(e.date.value),
      certain: e.certain,
      settled: leads.get(e.date.role) === e,
      paths: e.paths,
    }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.role < b.role ? -1 : 1));
}

interface Figure {
  readonly count: Count;
  readonly source: ReportSource;
  readonly headline: boolean;
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDED * Math.max(a, b);

/** The figure that one report stands for: its largest, exact rather than rounded, body rather than headline. */
function figureOf(figures: readonly Figure[]): Figure | undefined {
  const inOrder = [...figures].sort((a, b) => b.count.value - a.count.value);
  const [largest] = inOrder;
  if (largest === undefined) return undefined;
  const exactness = (f: Figure): number => (f.headline ? 0 : 2) + (f.count.qualifier === 'exact' ? 1 : 0);
  return inOrder
    .filter((f) => close(f.count.value, largest.count.value))
    .reduce((best, f) => (exactness(f) > exactness(best) ? f : best), largest);
}

/** Confirmed before claimed, the article's own subject before an aside, later before earlier, then the larger. */
function beats(a: Figure, b: Figure): boolean {
  const rank = (f: Figure): readonly (number | string)[] => [
    STATUS_RANK[statusOf(f.source)] >= 2 ? 1 : 0,
    ROLE_RANK[f.source.role],
    f.source.published,
    f.count.value,
    f.count.qualifier === 'exact' ? 1 : 0,
    f.source.rank,
  ];
  const [x, y] = [rank(a), rank(b)];
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i] ?? 0, y[i] ?? 0];
    if (p !== q) return p > q;
  }
  return false;
}

function settleCounts(sources: readonly ReportSource[]): SettledCount[] {
  const figures = sources.flatMap((source) =>
    source.facts
      .filter((f) => f.kind === 'count')
      .map((f): Figure => ({ count: f.value as Count, source, headline: f.headline })),
  );
  const lead = new Map<string, Figure>();
  for (const source of sources) {
    for (const unit of new Set(figures.filter((f) => f.source === source).map((f) => f.count.unit))) {
      const figure = figureOf(figures.filter((f) => f.source === source && f.count.unit === unit));
      const best = lead.get(unit);
      if (figure !== undefined && (best === undefined || beats(figure, best))) lead.set(unit, figure);
    }
  }
  const same = (a: Count, b: Count): boolean =>
    a.unit === b.unit && a.value === b.value && a.low === b.low && a.qualifier === b.qualifier;
  const distinct = figures.filter((f, i) => figures.findIndex((g) => same(f.count, g.count)) === i);
  return distinct
    .map(({ count }): SettledCount => {
      const by = figures.filter((f) => same(f.count, count)).map((f) => f.source);
      const days = by.map((s) => s.published).sort();
      const best = lead.get(count.unit);
      return {
        unit: count.unit,
        value: count.value,
        low: count.low ?? null,
        qualifier: count.qualifier,
        settled: best !== undefined && same(best.count, count),
        status: by.map(statusOf).reduce((a, b) => (STATUS_RANK[b] > STATUS_RANK[a] ? b : a)),
        first_published: days[0] ?? null,
        last_published: days.at(-1) ?? null,
        paths: [...new Set(by.map((s) => s.path))],
      };
    })
    .sort((a, b) => Number(b.settled) - Number(a.settled) || b.value - a.value || (a.unit < b.unit ? -1 : 1));
}

function settleStatus(sources: readonly ReportSource[]): IncidentStatus {
  const said = mains(sources).map(statusOf);
  return said.reduce((a, b) => (STATUS_RANK[b] > STATUS_RANK[a] ? b : a), 'suspected' as IncidentStatus);
}

function distinct<T>(sources: readonly ReportSource[], kind: string, key: (value: T) => string): T[] {
  const found = new Map<string, T>();
  for (const source of sources) {
    for (const value of values<T>(source, kind)) if (!found.has(key(value))) found.set(key(value), value);
  }
  return [...found.values()];
}

/**
 * Settles the fields of an incident from its reports by the rules of docs/merging.md. Pure, and the same whatever
 * the order of `reports`.
 *
 * @param reports at least one
 */
export function settle(reports: readonly ReportSource[]): IncidentRecord {
  const sources = onePerDocument(reports);
  const about = mains(sources);
  const days = reports.map((r) => r.published).sort();
  const victims = mergeNames(about, 'victim');
  return {
    title: about[0]?.title ?? '',
    victims: victims.length > 0 ? victims : mergeNames(sources, 'victim'),
    country: majority(sources, 'country'),
    sector: majority(sources, 'sector'),
    status: settleStatus(sources),
    attack_types: supported(about, 'attack_type')
      .filter((s) => s.documents >= Math.ceil(about.length * COMMON))
      .map((s) => s.value),
    dates: settleDates(sources),
    counts: settleCounts(sources),
    leaked: supported(about, 'leaked'),
    not_leaked: supported(about, 'not_leaked'),
    actors: mergeNames(about, 'actor'),
    malware: mergeNames(about, 'malware'),
    money: distinct<Money>(sources, 'money', (m) => `${m.kind} ${m.amount} ${m.currency}`),
    volume: majority(sources, 'volume'),
    cves: distinct<string>(about, 'cve', (c) => c).sort(),
    techniques: distinct<Technique>(about, 'technique', (t) => t.id),
    first_published: days[0] ?? null,
    last_published: days.at(-1) ?? null,
    articles: new Set(reports.map((r) => r.path)).size,
    documents: sources.length,
    set_by_hand: [],
  };
}
