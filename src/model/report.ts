import type {
  AttackType,
  CountUnit,
  DataClass,
  DateRole,
  EvidenceLevel,
  IncidentStatus,
  MoneyKind,
  Qualifier,
  Sector,
  Topic,
} from './vocabulary.js';

/** Where a fact was read, and by which rule. */
export interface Evidence {
  /** The text the span counts in: the article's title or its plain text. */
  readonly field: 'title' | 'text';
  /** Half-open span of `quote` in UTF-16 units: `field.slice(start, end) === quote`. */
  readonly start: number;
  readonly end: number;
  /** The sentence that the fact came from. */
  readonly quote: string;
  /** The words themselves, as printed; they stand within `quote`. */
  readonly mention: string;
  /** Id of the rule that found it, e.g. `counts/zh-number-classifier-noun`. */
  readonly rule: string;
}

/** A value with the place it was read from. */
export interface Fact<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** A name as the article prints it, with the article's own aliases for the same thing. */
export interface Name {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface IncidentDate {
  readonly role: DateRole;
  /** ISO 8601 at the precision stated: `2025-02-05`, `2025-02`, `2025`. */
  readonly value: string;
  /** False where a part was implied (a year taken from the publication date, 昨日). */
  readonly certain: boolean;
}

export interface Count {
  readonly unit: CountUnit;
  /** Plain integer; the upper end of a range. */
  readonly value: number;
  /** The lower end of a range. */
  readonly low?: number | undefined;
  readonly qualifier: Qualifier;
}

export interface Money {
  readonly kind: MoneyKind;
  readonly amount: number;
  /** ISO 4217 code, or the ticker of a crypto currency. */
  readonly currency: string;
}

export interface Technique {
  /** ATT&CK id, e.g. `T1566.001`. */
  readonly id: string;
  readonly level: EvidenceLevel;
}

/** What one article version says about one incident. */
export interface Report {
  /** `main`: the article is about it; `roundup`: one of several; `mention`: told in passing. */
  readonly role: 'main' | 'roundup' | 'mention';
  readonly victims: readonly Fact<Name>[];
  readonly country: Fact<string> | null;
  readonly sector: Fact<Sector> | null;
  readonly status: Fact<IncidentStatus>;
  readonly attackTypes: readonly Fact<AttackType>[];
  readonly dates: readonly Fact<IncidentDate>[];
  readonly counts: readonly Fact<Count>[];
  readonly leaked: readonly Fact<DataClass>[];
  readonly notLeaked: readonly Fact<DataClass>[];
  readonly actors: readonly Fact<Name>[];
  readonly malware: readonly Fact<Name>[];
  readonly money: readonly Fact<Money>[];
  /** Amount of data as number and unit, e.g. `1.17TB`. */
  readonly volume: Fact<string> | null;
  readonly cves: readonly Fact<string>[];
  readonly techniques: readonly Fact<Technique>[];
}

/** What the rules read out of one article. */
export interface Extraction {
  readonly topic: Topic;
  /** The main incident first; at most 12. */
  readonly reports: readonly Report[];
}
