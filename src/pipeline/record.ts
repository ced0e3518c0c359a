import type { Article, Evidence, Extraction, Fact, Name, Report } from '../model/index.js';

/** One fact entry of the record: its value's own fields, and where it was read. */
type Entry<T> = T & Omit<Evidence, 'field'> & { readonly field: Evidence['field'] };

/** The evidence of the facts whose arrays stay plain, by fact and value. */
export type EvidenceMap = Readonly<Record<string, Readonly<Record<string, Evidence>>>>;

/** One incident in the JSON shape that `breachledger extract` prints. */
export interface IncidentRecord {
  readonly role: Report['role'];
  readonly victims: readonly string[];
  readonly country: string | null;
  readonly sector: string | null;
  readonly status: string;
  readonly attack_types: readonly string[];
  readonly dates: readonly Entry<{ role: string; value: string; certain: boolean }>[];
  readonly counts: readonly Entry<{ unit: string; value: number; low?: number; qualifier: string }>[];
  readonly leaked: readonly string[];
  readonly not_leaked: readonly string[];
  readonly actors: readonly string[];
  readonly malware: readonly string[];
  readonly money: readonly Entry<{ kind: string; amount: number; currency: string }>[];
  readonly volume: string | null;
  readonly cves: readonly string[];
  readonly techniques: readonly string[];
  /** ATT&CK id to how sure the article is of it. */
  readonly technique_levels: Readonly<Record<string, string>>;
  readonly evidence: EvidenceMap;
}

/** One article in the JSON shape that `breachledger extract` prints, one a line. */
export interface ArticleRecord {
  readonly id: string;
  readonly path: string;
  readonly url: string | null;
  readonly title: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly fetched: string | null;
  readonly lang: string;
  readonly page: string;
  readonly kind: string;
  readonly topic: string;
  readonly markdown: string;
  readonly incidents: readonly IncidentRecord[];
}

const joined = (n: Name): string => [n.name, ...n.aliases].join('|');

function plain<T>(
  facts: readonly Fact<T>[],
  show: (value: T) => string,
): [string[], Record<string, Evidence>] {
  const evidence: Record<string, Evidence> = {};
  for (const f of facts) evidence[show(f.value)] ??= f.evidence;
  return [Object.keys(evidence), evidence];
}

const entry = <T extends object>(f: Fact<T>): Entry<T> => ({ ...f.value, ...f.evidence });

/** Turns a report into its JSON shape; arrays that stay plain have their evidence under `evidence`. */
export function incidentRecord(report: Report): IncidentRecord {
  const same = (s: string): string => s;
  const [victims, victimEvidence] = plain(report.victims, joined);
  const [attackTypes, attackEvidence] = plain(report.attackTypes, same);
  const [leaked, leakedEvidence] = plain(report.leaked, same);
  const [notLeaked, notLeakedEvidence] = plain(report.notLeaked, same);
  const [actors, actorEvidence] = plain(report.actors, joined);
  const [malware, malwareEvidence] = plain(report.malware, joined);
  const [cves, cveEvidence] = plain(report.cves, same);
  const [techniques, techniqueEvidence] = plain(report.techniques, (t) => t.id);
  const single = <T extends string>(f: Fact<T> | null): Record<string, Evidence> =>
    f === null ? {} : { [f.value]: f.evidence };
  return {
    role: report.role,
    victims,
    country: report.country?.value ?? null,
    sector: report.sector?.value ?? null,
    status: report.status.value,
    attack_types: attackTypes,
    dates: report.dates.map(entry),
    counts: report.counts.map(entry) as IncidentRecord['counts'],
    leaked,
    not_leaked: notLeaked,
    actors,
    malware,
    money: report.money.map(entry),
    volume: report.volume?.value ?? null,
    cves,
    techniques,
    technique_levels: Object.fromEntries(report.techniques.map((t) => [t.value.id, t.value.level])),
    evidence: {
      victims: victimEvidence,
      country: single(report.country),
      sector: single(report.sector),
      status: single(report.status),
      attack_types: attackEvidence,
      leaked: leakedEvidence,
      not_leaked: notLeakedEvidence,
      actors: actorEvidence,
      malware: malwareEvidence,
      volume: single(report.volume),
      cves: cveEvidence,
      techniques: techniqueEvidence,
    },
  };
}

/**
 * The record of one article in the shape of `breachledger extract`.
 *
 * @param extraction null where the page has no body to read facts from
 */
export function articleRecord(article: Article, extraction: Extraction | null): ArticleRecord {
  return {
    id: article.id,
    path: article.path,
    url: article.url,
    title: article.title,
    source: article.source,
    author: article.author,
    published: article.published,
    fetched: article.fetched,
    lang: article.lang,
    page: article.page,
    kind: article.kind,
    topic: extraction?.topic ?? 'other',
    markdown: article.markdown,
    incidents: extraction?.reports.map(incidentRecord) ?? [],
  };
}
