import type {
  AttackType,
  BlockKind,
  Count,
  DataClass,
  IncidentDate,
  IncidentStatus,
  Money,
  Name,
  Sector,
  Technique,
} from '../../model/index.js';

/** What extraction reads of an article. */
export interface ExtractorInput {
  readonly title: string;
  readonly text: string;
  readonly blocks?:
    | readonly { kind: BlockKind; start: number; end: number; level?: number | undefined }[]
    | undefined;
  readonly published: string | null;
  readonly lang: string;
}

/** A block of the document text; block 0 is the title where there is one. */
export interface DocBlock {
  readonly index: number;
  readonly kind: BlockKind | 'title';
  readonly start: number;
  readonly end: number;
  readonly level?: number | undefined;
}

export interface Sentence {
  readonly index: number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A lexicon term found in the text: half-open span, the lexicon it is of, and its canonical id. */
export interface TermHit {
  readonly start: number;
  readonly end: number;
  readonly lexicon: string;
  readonly id: string;
}

/**
 * The document that every rule reads. `text` is the title, a line break, and the article's text, so that
 * one coordinate system serves all; `bodyStart` is where the article's text begins in it.
 */
export interface Doc {
  readonly text: string;
  /** `text` folded for matching (text/fold.ts), unit for unit: a span means the same in both. */
  readonly folded: string;
  readonly bodyStart: number;
  readonly lang: string;
  /** Publication day `YYYY-MM-DD`, the reference of every relative date. */
  readonly published: string | null;
  readonly blocks: readonly DocBlock[];
  readonly sentences: readonly Sentence[];
  /** All lexicon terms, sorted by start, longest match first, found in one pass. */
  readonly terms: readonly TermHit[];
}

/** How the clause around a mention is to be taken. */
export interface Scope {
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Said by the attacker or an unnamed third party. */
  readonly claimed: boolean;
  /** An earlier or other event, a general statement, advice, statistics. */
  readonly background: boolean;
  /** Ids of the cues that say so, for `explain`. */
  readonly cues: readonly string[];
}

/** The value that each kind of fact carries. */
export interface FactValues {
  victim: Name;
  country: string;
  sector: Sector;
  status: IncidentStatus;
  attack_type: AttackType;
  date: IncidentDate;
  count: Count;
  /** A data class; `not_leaked` where its clause says it was not affected. */
  leaked: DataClass;
  not_leaked: DataClass;
  actor: Name;
  malware: Name;
  money: Money;
  volume: string;
  cve: string;
  technique: Technique;
}
export type FactKind = keyof FactValues;

/** A mention that a rule takes for a fact, before it is attached to an incident or thrown away. */
export type Candidate<K extends FactKind = FactKind> = {
  [P in K]: {
    readonly kind: P;
    readonly value: FactValues[P];
    /** Span of the mention in `Doc.text`. */
    readonly start: number;
    readonly end: number;
    /** Id of the rule, `folder/name`. */
    readonly rule: string;
    /** Set where the rule itself knows that it is no fact of the incident (kept for `explain`). */
    readonly rejected?: string | undefined;
    /** 0 to 1; assembly prefers the higher where two disagree. Default 1. */
    readonly weight?: number | undefined;
  };
}[K];

/** One fact folder exports one of these. Pure: the same document gives the same candidates. */
export interface FactRule<K extends FactKind = FactKind> {
  readonly id: string;
  find(doc: Doc): readonly Candidate<K>[];
}
