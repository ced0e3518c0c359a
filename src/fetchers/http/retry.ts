import { FetchError, type FetchFailure } from './errors.js';

/** Statuses that can pass by themselves. */
const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
const PASSING_FAILURE = new Set<FetchFailure>(['timeout', 'network', 'dns']);

export function statusCanPass(status: number): boolean {
  return PASSING_STATUS.has(status);
}

function failureCanPass(failure: FetchFailure): boolean {
  return PASSING_FAILURE.has(failure);
}

/** Whether asking again later can help. */
export function canPass(error: unknown): boolean {
  if (!(error instanceof FetchError)) return false;
  return error.status === undefined ? failureCanPass(error.failure) : statusCanPass(error.status);
}

export interface BackoffOptions {
  readonly baseMs: number;
  readonly capMs: number;
}

export const BACKOFF: BackoffOptions = { baseMs: 5_000, capMs: 5 * 60_000 };

/**
 * Milliseconds to wait before the next attempt: exponential with full jitter (a uniform choice between 0 and
 * the exponential bound; Brooker, "Exponential Backoff and Jitter", 2015).
 * @param attempt attempts made so far, from 1
 * @param random a number in [0, 1)
 */
export function backoffMs(attempt: number, random: number, options: BackoffOptions = BACKOFF): number {
  return Math.round(random * Math.min(options.capMs, options.baseMs * 2 ** Math.min(attempt, 30)));
}

/** What a server may ask for at most: a day. */
const RETRY_AFTER_CAP_MS = 24 * 3600_000;

/**
 * Reads a `Retry-After` header, seconds or an HTTP date.
 * @returns milliseconds from `now`, at most a day; null where there is none or it makes no sense
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1000, RETRY_AFTER_CAP_MS);
  if (!/^[A-Za-z]{3},? /.test(value)) return null;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), RETRY_AFTER_CAP_MS);
}
