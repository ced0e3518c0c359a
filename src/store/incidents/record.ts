import type {
  CountUnit,
  DateRole,
  IncidentStatus,
  Money,
  Name,
  Qualifier,
  Report,
  Technique,
} from '../../model/index.js';

/** A figure of an incident with who gives it. */
export interface SettledCount {
  readonly unit: CountUnit;
  readonly value: number;
  readonly low: number | null;
  readonly qualifier: Qualifier;
  /** Whether this is the figure that the rules settled on for its unit. */
  readonly settled: boolean;
  /** Most certain status of the reports that give it. */
  readonly status: IncidentStatus;
  readonly first_published: string | null;
  readonly last_published: string | null;
  /** Paths of the articles that give it; copies of one text are named once. */
  readonly paths: readonly string[];
}

/** A date of an incident with who gives it. */
export interface SettledDate {
  readonly role: DateRole;
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
  /** False where every report implied a part of it (a year taken from the publication date). */
  readonly certain: boolean;
  readonly settled: boolean;
  readonly paths: readonly string[];
}

/** A plain value with how many documents give it. */
export interface Supported {
  readonly value: string;
  readonly documents: number;
}

/** An incident as it was settled: what the views show, and what each version keeps. */
export interface IncidentRecord {
  readonly title: string;
  readonly victims: readonly Name[];
  readonly country: string | null;
  readonly sector: string | null;
  readonly status: IncidentStatus;
  readonly attack_types: readonly string[];
  readonly dates: readonly SettledDate[];
  readonly counts: readonly SettledCount[];
  readonly leaked: readonly Supported[];
  readonly not_leaked: readonly Supported[];
  readonly actors: readonly Name[];
  readonly malware: readonly Name[];
  readonly money: readonly Money[];
  readonly volume: string | null;
  readonly cves: readonly string[];
  readonly techniques: readonly Technique[];
  readonly first_published: string | null;
  readonly last_published: string | null;
  readonly articles: number;
  readonly documents: number;
  /** Fields that a person set by hand. */
  readonly set_by_hand: readonly string[];
}

/** A report with what settling needs to know of its page. */
export interface ReportSource {
  readonly path: string;
  readonly document: string;
  readonly isOriginal: boolean;
  readonly role: Report['role'];
  readonly title: string;
  /** Day of publication, else of collection. */
  readonly published: string;
  /** Canonical order; breaks every tie. */
  readonly rank: string;
  readonly facts: readonly SourceFact[];
}

/** A fact with whether it was read in the headline. */
export interface SourceFact {
  readonly kind: string;
  readonly value: unknown;
  readonly headline: boolean;
}
