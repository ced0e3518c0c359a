import {
  type BackoffOptions,
  FetchError,
  HostRestingError,
  type HttpAnswer,
  isWallAddress,
  migrationTarget,
  pageKey,
  requestUrl,
  snapshotOf,
} from '../../fetchers/crawl.js';
import type { Snapshot, SnapshotHints } from '../../model/index.js';
import type { ParseOptions } from '../../parsers/index.js';
import {
  type CrawlFetch,
  type CrawlPage,
  type CrawlStore,
  hashOf,
  type NewCrawlPage,
  type PageSettlement,
  type PreparedPage,
  type Run,
  type SnapshotFiles,
} from '../../store/index.js';
import { preparedPage } from '../worker.js';
import { type PageOutcome, pageOutcome, statusOutcome } from './outcome.js';
import type { Log, Polite } from './polite.js';
import { settle } from './schedule.js';

export interface VisitOptions {
  readonly polite: Polite;
  readonly store: CrawlStore;
  readonly files: SnapshotFiles;
  readonly run: Run;
  readonly log: Log;
  readonly now: () => number;
  readonly backoff: BackoffOptions;
  readonly signal: AbortSignal;
  /** What the page's source says of its language, zone and name. */
  readonly parse: ParseOptions;
  readonly hints: ReadonlyMap<string, SnapshotHints>;
}

/** Reads pages and writes what came of them, some at a time. */
export interface Visitor {
  /** Fetches a claimed page. Returns what it came to, or null where it was put back. */
  visit(page: CrawlPage): Promise<PageOutcome | null>;
  /** Reads the snapshot of a page that an earlier run fetched and did not read. */
  read(page: CrawlPage): Promise<PageOutcome | null>;
  /** Writes what is still held back. */
  flush(): void;
  readonly requests: () => number;
}

/** Verification walls come down after some hours. */
const WALL_REST = 12 * 3600_000;
const FLUSH_PAGES = 32;
const FLUSH_MS = 1000;

interface Held {
  readonly page: CrawlPage;
  readonly to: PageSettlement;
  readonly prepared: PreparedPage | null;
}

const ERROR_OUTCOMES: Readonly<Record<FetchError['failure'], PageOutcome>> = {
  bad_url: 'bad_url',
  refused_address: 'refused_address',
  robots: 'robots',
  redirects: 'redirects',
  timeout: 'timeout',
  network: 'network',
  dns: 'dns',
  tls: 'tls',
  too_large: 'too_large',
  encoding: 'encoding',
  status: 'server_error',
};

function fetchRow(answer: HttpAnswer, outcome: string, at: string, snapshot: string | null): CrawlFetch {
  return {
    fetchedAt: at,
    status: answer.status,
    outcome,
    finalUrl: answer.url,
    contentType: answer.headers['content-type'] ?? null,
    wireBytes: answer.wireBytes,
    snapshot,
    error: null,
  };
}

/** A page of the queue for an address. */
export function queuedPage(url: string, title: string | undefined): NewCrawlPage {
  const address = requestUrl(url);
  return { key: pageKey(url), url: address, host: new URL(address).host, title: title ?? null };
}

export function createVisitor(options: VisitOptions): Visitor {
  const { polite, store, files, run, log, now } = options;
  let held: Held[] = [];
  let flushedAt = now();
  let requests = 0;

  function flush(): void {
    flushedAt = now();
    if (held.length === 0) return;
    const batch = held;
    held = [];
    // The pages first: a crash between the two reads the snapshots again and changes nothing.
    run.writePages(batch.map((item) => item.prepared).filter((prepared) => prepared !== null));
    store.settle(batch.map(({ page, to }) => ({ page, to })));
  }

  function hold(item: Held): void {
    held.push(item);
    if (held.length >= FLUSH_PAGES || now() - flushedAt > FLUSH_MS) flush();
  }

  function fail(
    page: CrawlPage,
    outcome: PageOutcome,
    error: string | null,
    notBefore?: number | null,
  ): PageOutcome {
    const input = {
      now: now(),
      random: Math.random(),
      error,
      backoff: options.backoff,
      notBefore: notBefore ?? undefined,
    };
    log('info', 'page failed', { url: page.url, outcome, error });
    // At once: a page that is to be tried again in this run must be back in the queue.
    store.settle([{ page, to: settle(page, outcome, input) }]);
    return outcome;
  }

  /** Parses a page that came well and decides by its structure what it is. */
  function take(
    page: CrawlPage,
    snapshot: Snapshot,
    validators: NonNullable<PageSettlement['validators']>,
  ): PageOutcome {
    if (isWallAddress(snapshot.url ?? '')) return wall(page);
    const hinted = { ...snapshot, hints: options.hints.get(page.source) };
    const prepared = preparedPage({ snapshot: hinted, rawHash: hashOf(snapshot.bytes) }, options.parse);
    const outcome = pageOutcome(prepared, page.contentHash);
    if (outcome === 'verification_wall') return wall(page);
    if (outcome === 'rate_limit') {
      const until = polite.rest(page.host, WALL_REST, 'a page that says: too many requests');
      return fail(page, 'rate_limit', null, until);
    }
    if (outcome === 'migrated') {
      const target = migrationTarget(snapshot.bytes);
      // Followed once: a page that was itself added for a migration leads no further.
      if (target !== null && page.title !== MIGRATED) {
        store.add(page.source, [queuedPage(target, MIGRATED)], new Date(now()).toISOString());
      }
      return fail(page, outcome, target);
    }
    if (outcome !== 'new' && outcome !== 'changed' && outcome !== 'unchanged') {
      return fail(page, outcome, prepared.error);
    }
    const at = now();
    const to = settle(page, outcome, { now: at, random: 0 });
    const changed = outcome !== 'unchanged';
    hold({
      page,
      to: {
        ...to,
        validators,
        ...(changed
          ? { changedAt: new Date(at).toISOString(), contentHash: prepared.article?.contentHash }
          : {}),
      },
      prepared: changed ? prepared : null,
    });
    return outcome;
  }

  function wall(page: CrawlPage): PageOutcome {
    const until = polite.rest(page.host, WALL_REST, 'it answers with a verification wall');
    return fail(page, 'verification_wall', null, until);
  }

  async function answered(page: CrawlPage, answer: HttpAnswer): Promise<PageOutcome> {
    const at = new Date(now()).toISOString();
    const contentType = answer.headers['content-type'];
    const early = statusOutcome(answer.status, contentType);
    if (early !== null) {
      store.recordFetch(run.runId, page, fetchRow(answer, early, at, null));
      return unread(page, answer, early);
    }
    polite.count(page.host, 'good');
    const snapshot = await files.put(answer.bytes);
    store.fetched(run.runId, page, fetchRow(answer, 'unread', at, snapshot));
    const validators = {
      etag: answer.headers.etag ?? null,
      lastModified: answer.headers['last-modified'] ?? null,
    };
    return take(page, { ...snapshotOf(answer), path: page.url, fetchedAt: at }, validators);
  }

  /** An answer whose status says it all. */
  function unread(page: CrawlPage, answer: HttpAnswer, outcome: PageOutcome): PageOutcome {
    if (outcome === 'not_modified') {
      polite.count(page.host, 'good');
      hold({ page, to: settle(page, outcome, { now: now(), random: 0 }), prepared: null });
      return outcome;
    }
    const retryAfter = answer.headers['retry-after'];
    const error = `HTTP status ${answer.status}`;
    if (outcome === 'rate_limit')
      return fail(page, outcome, error, polite.count(page.host, 'limited', retryAfter));
    if (outcome === 'server_error')
      return fail(page, outcome, error, polite.count(page.host, 'failed', retryAfter));
    polite.count(page.host, 'good');
    return fail(page, outcome, error);
  }

  return {
    async visit(page) {
      try {
        requests += 1;
        const before = page.visits > 0 ? { etag: page.etag, lastModified: page.lastModified } : {};
        return await answered(page, await polite.once(page.url, before));
      } catch (error) {
        const at = new Date(now()).toISOString();
        if (error instanceof HostRestingError) {
          store.release(page, new Date(Math.max(now(), error.until)).toISOString());
          return null;
        }
        if (options.signal.aborted) {
          store.release(page, at);
          return null;
        }
        if (!(error instanceof FetchError)) throw error;
        const outcome = ERROR_OUTCOMES[error.failure];
        store.recordFetch(run.runId, page, {
          fetchedAt: at,
          status: null,
          outcome,
          finalUrl: null,
          contentType: null,
          wireBytes: null,
          snapshot: null,
          error: error.message,
        });
        const transient = outcome === 'network' || outcome === 'timeout' || outcome === 'dns';
        const until = transient ? polite.count(page.host, 'failed') : null;
        return fail(page, outcome, error.message, until);
      }
    },
    async read(page) {
      const bytes = page.snapshot === null ? null : await files.get(page.snapshot);
      if (bytes === null) {
        store.release(page, new Date(now()).toISOString());
        return null;
      }
      const snapshot = {
        bytes,
        path: page.url,
        url: page.finalUrl ?? page.url,
        ...(page.contentType === null ? {} : { contentType: page.contentType }),
        ...(page.lastFetchedAt === null ? {} : { fetchedAt: page.lastFetchedAt }),
      };
      return take(page, snapshot, { etag: null, lastModified: null });
    },
    flush,
    requests: () => requests,
  };
}

/** Title of a page that was queued because an account moved. */
const MIGRATED = 'migrated account';
