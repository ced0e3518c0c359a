import type { Count, IncidentDate, Money, Name, Report } from '../../model/index.js';
import type { StoredReport } from '../reports.js';
import { headlineNames, isInHeadline, nameKey } from './names.js';

/** A span of days, as numbers of days since 1970, both ends included. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly certain: boolean;
}

/** What linking compares of a report. */
export interface ReportFeatures {
  readonly reportId: number;
  readonly pageId: number;
  readonly path: string;
  readonly position: number;
  readonly role: Report['role'];
  readonly document: string | null;
  /** Addresses of the page and of the original it names. */
  readonly addresses: readonly string[];
  /** Day of publication, else of collection. */
  readonly published: number;
  /** Normalised victim names; empty where the victim is only described. */
  readonly keys: readonly string[];
  /** The victims as printed, to tell described ones apart within copies of one text. */
  readonly label: string;
  readonly title: string;
  /** Words of the headline that may be names. */
  readonly headline: ReadonlySet<string>;
  /** Whether it is the article's subject and the headline names none of its victims: then these are doubtful. */
  readonly doubtful: boolean;
  readonly occurred: readonly DaySpan[];
  /** Earliest known days of its other roles: detected, claimed, disclosed, notified. */
  readonly told: readonly DaySpan[];
  readonly counts: readonly Count[];
  readonly types: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly malware: ReadonlySet<string>;
  readonly cves: ReadonlySet<string>;
  readonly leaked: ReadonlySet<string>;
  readonly volume: string | null;
  readonly money: readonly Money[];
  readonly country: string | null;
}

/** The row that features are read from. */
export interface ReportRow {
  readonly reportId: number;
  readonly pageId: number;
  readonly path: string;
  readonly position: number;
  readonly role: Report['role'];
  readonly document: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly originalUrl: string | null;
  readonly published: string | null;
  readonly collected: string;
  readonly record: string;
}

/** Days since 1970 of an ISO date, at its first or last possible day. */
export function daySpan(value: string, certain = true): DaySpan | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  if (year === undefined) return null;
  const y = Number(year);
  const m = month === undefined ? null : Number(month) - 1;
  const from = Date.UTC(y, m ?? 0, day === undefined ? 1 : Number(day));
  const to =
    day !== undefined && m !== null ? from : m !== null ? Date.UTC(y, m + 1, 0) : Date.UTC(y, 11, 31);
  return { from: Math.round(from / 86_400_000), to: Math.round(to / 86_400_000), certain };
}

const keysOf = (names: readonly Name[]): string[] => [
  ...new Set(names.flatMap((n) => [n.name, ...n.aliases].map(nameKey)).filter((k) => k !== null)),
];

/** Values of one kind of fact. The stored JSON was made from typed facts, so the type is known. */
export function valuesOf<T>(report: StoredReport, kind: string): T[] {
  return report.facts.filter((f) => f.kind === kind).map((f) => f.value as T);
}

/** Reads the features of a stored report. Pure. */
export function featuresOf(row: ReportRow): ReportFeatures {
  const report = JSON.parse(row.record) as StoredReport;
  const victims = valuesOf<Name>(report, 'victim');
  const dates = valuesOf<IncidentDate>(report, 'date');
  const spans = (roles: readonly string[]): DaySpan[] =>
    dates
      .filter((d) => roles.includes(d.role))
      .map((d) => daySpan(d.value, d.certain))
      .filter((s) => s !== null);
  const keys = keysOf(victims);
  return {
    reportId: row.reportId,
    pageId: row.pageId,
    path: row.path,
    position: row.position,
    role: row.role,
    document: row.document,
    addresses: [row.url, row.originalUrl].filter((u) => u !== null),
    published: (daySpan(row.published ?? '') ?? daySpan(row.collected))?.from ?? 0,
    keys,
    title: row.title,
    headline: new Set(headlineNames(row.title)),
    doubtful: row.role === 'main' && !keys.some((k) => isInHeadline(k, row.title)),
    label: victims.map((v) => v.name).join('|'),
    occurred: spans(['occurred']),
    told: spans(['detected', 'claimed', 'disclosed', 'notified']),
    counts: valuesOf<Count>(report, 'count'),
    types: new Set(valuesOf<string>(report, 'attack_type')),
    actors: new Set(keysOf(valuesOf<Name>(report, 'actor'))),
    malware: new Set(keysOf(valuesOf<Name>(report, 'malware'))),
    cves: new Set(valuesOf<string>(report, 'cve')),
    leaked: new Set(valuesOf<string>(report, 'leaked')),
    volume: valuesOf<string>(report, 'volume')[0] ?? null,
    money: valuesOf<Money>(report, 'money'),
    country: valuesOf<string>(report, 'country')[0] ?? null,
  };
}

/** A figure so particular that two reports rarely share it by chance: four significant digits or more. */
export function isParticular(value: number): boolean {
  return value >= 1000 && String(value).replace(/0{1,20}$/, '').length >= 4;
}

/** A figure that is no bare power of ten or round thousand: with a second fact in common it is no chance. */
export function isTelling(value: number): boolean {
  return value >= 1000 && String(value).replace(/0{1,20}$/, '').length >= 2;
}
