import { type BackoffOptions, backoffMs } from '../../fetchers/crawl.js';
import type { CrawlPage, PageSettlement } from '../../store/index.js';
import { isGood, type PageOutcome } from './outcome.js';

const DAY = 24 * 3600_000;
/** A night begins within this time of the same hour of the night before. */
const SLACK = 4 * 3600_000;

/** Days from one visit to the next: figures get corrected in the first days, seldom later. */
export const REVISIT_DAYS = [1, 3, 7, 30, 90, 365] as const;
/** Attempts within one run at what can pass by itself. */
export const ATTEMPTS_A_RUN = 4;
const RETRY_DAYS = [1, 2, 4, 8, 16, 30] as const;

const PASSING = new Set<PageOutcome>(['timeout', 'network', 'dns', 'server_error', 'rate_limit']);
const FINAL = new Set<PageOutcome>(['deleted', 'violation', 'account_gone', 'migrated', 'gone']);

/** Visits that find the same failure before the page is given up, and the days between them. */
const PATIENCE: Partial<Readonly<Record<PageOutcome, readonly number[]>>> = {
  not_found: [1, 3],
  unavailable: [3, 3, 7, 30],
  login_wall: [30, 30],
  forbidden: [7, 30],
};
const DEFAULT_PATIENCE = [1, 3, 7, 30] as const;

export interface SettleInput {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** A number in [0, 1). */
  readonly random: number;
  /** Not before this time: the host rests, or asked for it. */
  readonly notBefore?: number | undefined;
  readonly error?: string | null | undefined;
  readonly backoff?: BackoffOptions | undefined;
}

const days = (now: number, count: number): number => now + count * DAY - SLACK;

function dayOf(list: readonly number[], index: number): number {
  return list[Math.min(index, list.length - 1)] ?? 1;
}

function whenAgain(
  page: CrawlPage,
  outcome: PageOutcome,
  attempts: number,
  input: SettleInput,
): number | null {
  const { now } = input;
  if (FINAL.has(outcome)) return null;
  if (outcome === 'verification_wall') return input.notBefore ?? days(now, 1);
  if (outcome === 'robots') return days(now, 7);
  if (PASSING.has(outcome)) {
    return attempts < ATTEMPTS_A_RUN
      ? now + backoffMs(attempts, input.random, input.backoff)
      : days(now, dayOf(RETRY_DAYS, attempts - ATTEMPTS_A_RUN));
  }
  const patience = PATIENCE[outcome] ?? DEFAULT_PATIENCE;
  if (attempts <= patience.length) return days(now, dayOf(patience, attempts - 1));
  // A page that was read before is looked at once more in a month; one that never was is given up.
  return page.visits > 0 ? days(now, 30) : null;
}

/**
 * What a page is after a visit: when it is due again, or that it is gone. A failure leaves the last good version
 * and its validators alone.
 */
export function settle(page: CrawlPage, outcome: PageOutcome, input: SettleInput): PageSettlement {
  const at = (time: number): string => new Date(Math.max(time, input.notBefore ?? 0)).toISOString();
  if (isGood(outcome)) {
    const step =
      outcome === 'new' || outcome === 'changed' ? 0 : Math.min(page.step + 1, REVISIT_DAYS.length - 1);
    return {
      state: 'waiting',
      nextAt: at(days(input.now, dayOf(REVISIT_DAYS, step))),
      attempts: 0,
      visits: page.visits + 1,
      step,
      outcome,
      error: null,
    };
  }
  const attempts = outcome === 'verification_wall' ? page.attempts : page.attempts + 1;
  const again = whenAgain(page, outcome, attempts, input);
  return {
    state: again === null ? 'gone' : 'waiting',
    nextAt: at(again ?? input.now),
    attempts,
    visits: page.visits,
    step: page.step,
    outcome,
    error: input.error ?? null,
  };
}
