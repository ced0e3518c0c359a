import type { CrawlSourceState } from '../../store/index.js';
import { isGood, isTrouble, type PageOutcome } from './outcome.js';

/** What one source came to in one night. */
export interface SourceReport {
  readonly name: string;
  readonly type: string;
  readonly status: 'ok' | 'failed';
  /** Links that its list named and its patterns let through; null where the list had not changed. */
  readonly found: number | null;
  /** Pages read for the first time. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Failed pages by what they came to. */
  readonly failed: Readonly<Record<string, number>>;
  /** Pages that are due and were left for the next night. */
  readonly waiting: number;
  /** Why the list or the source failed. */
  readonly error: string | null;
  /** When its list was last read well, ISO-8601 UTC. */
  readonly last_success: string | null;
  readonly failing_nights: number;
  readonly silent_nights: number;
}

export interface CrawlReport {
  readonly run_id: number;
  readonly status: 'ok' | 'partial';
  readonly started_at: string;
  readonly seconds: number;
  /** What to look at first, most pressing first; empty on a good night. */
  readonly warnings: readonly string[];
  readonly requests: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly hosts_resting: readonly {
    readonly host: string;
    readonly until: string;
    readonly reason: string;
  }[];
  readonly sources: readonly SourceReport[];
  readonly articles: number;
  readonly article_versions_added: number;
  readonly incidents: number;
  readonly incident_versions_added: number;
  readonly interrupted: boolean;
}

/** Counts what the pages of a source come to. */
export interface SourceTally {
  found: number | null;
  listError: string | null;
  claimed: number;
  newLinks: number;
  readonly outcomes: Map<PageOutcome, number>;
}

export function newTally(): SourceTally {
  return { found: null, listError: null, claimed: 0, newLinks: 0, outcomes: new Map() };
}

export function tally(source: SourceTally, outcome: PageOutcome): void {
  source.outcomes.set(outcome, (source.outcomes.get(outcome) ?? 0) + 1);
}

/** Nights without anything new before a source is called silent. */
const SILENT_NIGHTS = 7;

function failuresOf(outcomes: ReadonlyMap<PageOutcome, number>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...outcomes].filter(([outcome]) => !isGood(outcome)).toSorted(([, a], [, b]) => b - a),
  );
}

/** A source failed where its list did, or more of its pages met trouble than came well, or a wall stood before it. */
function failureOf(source: SourceTally): string | null {
  if (source.listError !== null) return source.listError;
  let good = 0;
  let trouble = 0;
  for (const [outcome, count] of source.outcomes) {
    if (isGood(outcome)) good += count;
    else if (isTrouble(outcome)) trouble += count;
  }
  if (source.outcomes.has('verification_wall')) return 'verification wall';
  if (trouble === 0 || trouble <= good) return null;
  const [worst] = Object.keys(failuresOf(source.outcomes));
  return `${trouble} of ${good + trouble} pages failed (${worst ?? ''})`;
}

export function sourceReport(
  name: string,
  type: string,
  source: SourceTally,
  before: CrawlSourceState | null,
  startedAt: string,
  waiting: number,
): SourceReport {
  const error = failureOf(source);
  const count = (outcome: PageOutcome): number => source.outcomes.get(outcome) ?? 0;
  const fresh = count('new');
  return {
    name,
    type,
    status: error === null ? 'ok' : 'failed',
    found: source.found,
    new: fresh,
    changed: count('changed'),
    unchanged: count('unchanged') + count('not_modified'),
    failed: failuresOf(source.outcomes),
    waiting,
    error,
    last_success: error === null ? startedAt : (before?.lastSuccessAt ?? null),
    failing_nights: error === null ? 0 : (before?.failingNights ?? 0) + 1,
    silent_nights: fresh > 0 ? 0 : (before?.silentNights ?? 0) + 1,
  };
}

/** The lines that a person has to read, walls and resting hosts first, then failing and silent sources. */
export function warningsOf(
  sources: readonly SourceReport[],
  resting: CrawlReport['hosts_resting'],
): readonly string[] {
  const nights = (count: number): string => (count === 1 ? '1 night' : `${count} nights`);
  return [
    ...resting.map(({ host, until, reason }) => `${host} rests until ${until}: ${reason}`),
    ...sources
      .filter((source) => source.status === 'failed')
      .toSorted((a, b) => b.failing_nights - a.failing_nights)
      .map((source) => `${source.name} failed (${nights(source.failing_nights)}): ${source.error}`),
    ...sources
      .filter((source) => source.status === 'ok' && source.silent_nights >= SILENT_NIGHTS)
      .map((source) => `${source.name} has been silent for ${nights(source.silent_nights)}`),
  ];
}
