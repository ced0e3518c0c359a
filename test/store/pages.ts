import type {
  Article,
  AttackType,
  Count,
  DataClass,
  Evidence,
  Extraction,
  Fact,
  IncidentDate,
  IncidentStatus,
  Name,
  Report,
} from '../../src/model/index.js';
import { hashOf, type PreparedPage, preparePage } from '../../src/store/index.js';

/** An article with sensible values for all that the test does not say. */
export function article(given: Partial<Article> & { readonly path: string }): Article {
  return {
    id: given.path,
    url: null,
    aliases: [],
    title: `Title of ${given.path}`,
    source: 'Example News',
    author: null,
    published: '2025-01-10',
    publishedFrom: 'front_matter',
    modified: null,
    fetched: null,
    lang: 'en',
    page: 'ok',
    kind: 'article',
    originalUrl: null,
    originalSource: null,
    description: null,
    image: null,
    tags: [],
    markdown: '',
    text: `Body of ${given.path}.`,
    blocks: [],
    repairs: [],
    ...given,
  };
}

const evidence = (mention: string, field: Evidence['field'] = 'text'): Evidence => ({
  field,
  start: 0,
  end: mention.length + 10,
  quote: `It says ${mention}.`,
  mention,
  rule: 'test/rule',
});
const fact = <T>(value: T, mention: string, field?: Evidence['field']): Fact<T> => ({
  value,
  evidence: evidence(mention, field),
});

/** What a test says of a report: plain values. */
export interface ReportSketch {
  readonly role?: Report['role'];
  /** Names; aliases of one victim joined by `|`. */
  readonly victims?: readonly string[];
  readonly status?: IncidentStatus;
  readonly types?: readonly AttackType[];
  readonly dates?: readonly (Pick<IncidentDate, 'role' | 'value'> & { certain?: boolean })[];
  readonly counts?: readonly (Partial<Count> & { value: number; headline?: boolean })[];
  readonly leaked?: readonly DataClass[];
  readonly notLeaked?: readonly DataClass[];
  readonly actors?: readonly string[];
  readonly country?: string;
}

function named(names: string): Name {
  const [name = '', ...aliases] = names.split('|');
  return { name, aliases };
}

export function report(sketch: ReportSketch): Report {
  return {
    role: sketch.role ?? 'main',
    victims: (sketch.victims ?? []).map((v) => fact(named(v), v)),
    country: sketch.country === undefined ? null : fact(sketch.country, sketch.country),
    sector: null,
    status: fact(sketch.status ?? 'confirmed', 'said'),
    attackTypes: (sketch.types ?? []).map((t) => fact(t, t)),
    dates: (sketch.dates ?? []).map((d) => fact({ certain: true, ...d }, d.value)),
    counts: (sketch.counts ?? []).map(({ headline, ...c }) =>
      fact<Count>({ unit: 'people', qualifier: 'exact', ...c }, String(c.value), headline ? 'title' : 'text'),
    ),
    leaked: (sketch.leaked ?? []).map((l) => fact(l, l)),
    notLeaked: (sketch.notLeaked ?? []).map((l) => fact(l, l)),
    actors: (sketch.actors ?? []).map((a) => fact(named(a), a)),
    malware: [],
    money: [],
    volume: null,
    cves: [],
    techniques: [],
  };
}

/** A page ready to be written: an article and the reports in it. */
export function page(
  given: Partial<Article> & { readonly path: string },
  reports: readonly ReportSketch[] = [],
): PreparedPage {
  const made = article(given);
  const extraction: Extraction = {
    topic: reports.length > 1 ? 'roundup' : 'incident',
    reports: reports.map(report),
  };
  const raw = JSON.stringify([made.text, made.title, made.published, made.page]);
  return preparePage({ path: made.path, rawHash: hashOf(raw), bytes: raw.length }, made, extraction);
}
