import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BackoffOptions,
  backoffMs,
  type Config,
  canPass,
  createHostGate,
  createHttpClient,
  FetchError,
  type GetOptions,
  type HopGate,
  type HostGate,
  type HttpAnswer,
  type HttpLimits,
  PRODUCT_TOKEN,
  type Robots,
  type RobotsPolicy,
  readRobots,
  retryAfterMs,
  robotsPolicy,
  statusCanPass,
  userAgent,
} from '../../fetchers/crawl.js';
import type { CrawlStore, RobotsRow } from '../../store/index.js';

export type Log = (
  level: 'debug' | 'info' | 'warn',
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

export interface PoliteOptions {
  readonly config: Config;
  readonly store: CrawlStore;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly allowPrivate: boolean;
  readonly limits?: Partial<HttpLimits> | undefined;
  readonly backoff: BackoffOptions;
  /** Nothing is written to the store. */
  readonly dryRun: boolean;
}

/** Requests that keep to robots.txt, delays and rests. */
export interface Polite {
  readonly hosts: HostGate;
  /** One attempt. */
  once(url: string, options?: GetOptions): Promise<HttpAnswer>;
  /** Attempts until it is answered, as long as waiting can help: for lists. */
  persist(url: string, options?: GetOptions): Promise<HttpAnswer>;
  /** Lets a host rest, in this run and the next ones. */
  rest(host: string, ms: number, reason: string): number;
  /** Goes on with the rest that an earlier run gave a host. */
  stillRests(host: string, until: number, reason: string): void;
  /** Counts what hosts answer, and lets one rest after too many failures in a row. Returns the end of its rest. */
  count(host: string, how: 'good' | 'limited' | 'failed', retryAfter?: string): number | null;
  /** The hosts that rest, from this run or an earlier one. */
  resting(): readonly { readonly host: string; readonly until: string; readonly reason: string }[];
  close(): Promise<void>;
}

const HOUR = 3600_000;
const ROBOTS_TTL = 24 * HOUR;
/** A host whose robots.txt could not be had is asked again after this time. */
const STAY_AWAY_TTL = HOUR;
/** Longest delay that a robots.txt can ask for, in seconds. */
const CRAWL_DELAY_CAP = 60;
const LIMITED_IN_A_ROW = 3;
const FAILED_IN_A_ROW = 5;
const LIMITED_REST = 6 * HOUR;
const FAILED_REST = HOUR;
const PERSIST_ATTEMPTS = 4;
/** Longest wait within a run for one list. */
const PERSIST_PATIENCE = 5 * 60_000;
const JITTER = 0.3;

function storedPolicy(row: RobotsRow): RobotsPolicy {
  if (row.kind === 'rules') return { kind: 'rules', text: row.text ?? '' };
  return row.kind === 'allow_all' ? { kind: 'allow_all' } : { kind: 'stay_away' };
}

export function openPolite(options: PoliteOptions): Polite {
  const { store, log, now } = options;
  const client = createHttpClient({
    userAgent: userAgent(options.config.contact),
    allowPrivate: options.allowPrivate,
    limits: options.limits,
  });
  const hosts = createHostGate({
    concurrency: options.config.concurrency,
    delayMs: options.config.delay * 1000,
    jitter: JITTER,
    signal: options.signal,
  });
  const policies = new Map<string, ReturnType<typeof readPolicy>>();
  const inARow = new Map<string, { limited: number; failed: number }>();
  const rests = new Map<string, { host: string; until: string; reason: string }>();

  /** Requests with retries where waiting can help and is short enough. */
  async function insist(url: string, get: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      let retryAfter: string | undefined;
      try {
        const answer = await get();
        if (!statusCanPass(answer.status) || attempt >= PERSIST_ATTEMPTS) return answer;
        retryAfter = answer.headers['retry-after'];
        if ((retryAfterMs(retryAfter, Date.now()) ?? 0) > PERSIST_PATIENCE) return answer;
        log('info', 'asking again', { url, status: answer.status, attempt });
      } catch (error) {
        if (!canPass(error) || attempt >= PERSIST_ATTEMPTS) throw error;
        log('info', 'asking again', { url, error: String(error), attempt });
      }
      const wait = Math.max(
        backoffMs(attempt, Math.random(), options.backoff),
        retryAfterMs(retryAfter, Date.now()) ?? 0,
      );
      await sleep(wait, undefined, { signal: options.signal });
    }
  }

  /** The policy of an origin, and where it is to stay away, why. */
  async function policyOf(origin: string): Promise<{ policy: RobotsPolicy; why: string }> {
    const kept = store.robots(origin);
    const ttl = kept?.kind === 'stay_away' ? STAY_AWAY_TTL : ROBOTS_TTL;
    if (kept !== null && now() - Date.parse(kept.fetchedAt) < ttl) {
      return { policy: storedPolicy(kept), why: `could not be had at ${kept.fetchedAt}` };
    }
    let policy: RobotsPolicy;
    let why = '';
    try {
      const gate: HopGate = (url, run) => hosts.run(url.host, run);
      const answer = await insist(origin, () => client.get(`${origin}/robots.txt`, { gate }));
      policy = robotsPolicy(answer);
      why = `answers ${answer.status}`;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (error.failure === 'refused_address') throw error;
      why = `could not be had (${error.message})`;
      policy = robotsPolicy(null);
    }
    if (!options.dryRun) {
      const text = policy.kind === 'rules' ? policy.text : null;
      store.keepRobots(origin, { kind: policy.kind, text, fetchedAt: new Date(now()).toISOString() });
    }
    if (policy.kind === 'stay_away') log('warn', `the host is left alone: its robots.txt ${why}`, { origin });
    return { policy, why };
  }

  async function readPolicy(url: URL): Promise<Robots & { readonly refusal: string }> {
    const { policy, why } = await policyOf(url.origin);
    const robots = readRobots(url.origin, policy, PRODUCT_TOKEN);
    if (robots.crawlDelay !== null) {
      if (robots.crawlDelay > CRAWL_DELAY_CAP) {
        log('warn', `Crawl-delay of ${robots.crawlDelay} s counts as ${CRAWL_DELAY_CAP} s`, {
          host: url.host,
        });
      }
      hosts.atLeast(url.host, Math.min(robots.crawlDelay, CRAWL_DELAY_CAP) * 1000);
    }
    const refusal =
      policy.kind === 'stay_away'
        ? `the host is left alone: its robots.txt ${why}`
        : 'robots.txt does not allow it';
    return { ...robots, refusal };
  }

  const gate: HopGate = async (url, run) => {
    let robots = policies.get(url.origin);
    if (robots === undefined) {
      robots = readPolicy(url);
      policies.set(url.origin, robots);
    }
    const { allows, refusal } = await robots;
    if (!allows(url.href)) throw new FetchError('robots', `${url.href}: ${refusal}`);
    return hosts.run(url.host, run);
  };

  // A request in flight is taken to its end also when the run is to stop: asking twice is the greater burden.
  const once: Polite['once'] = (url, get) => client.get(url, { ...get, gate });

  function rest(host: string, ms: number, reason: string): number {
    const until = now() + ms;
    // The gate keeps to the real clock.
    hosts.rest(host, Date.now() + ms, reason);
    const row = { host, until: new Date(until).toISOString(), reason };
    rests.set(host, row);
    if (!options.dryRun) store.restHost(host, row.until, reason);
    log('warn', `the host rests: ${reason}`, { host, until: row.until });
    return until;
  }

  return {
    hosts,
    once,
    persist: (url, get) => insist(url, () => once(url, get)),
    rest,
    stillRests(host, until, reason) {
      hosts.rest(host, Date.now() + until - now(), reason);
      rests.set(host, { host, until: new Date(until).toISOString(), reason });
    },
    count(host, how, retryAfter) {
      const counts = inARow.get(host) ?? { limited: 0, failed: 0 };
      inARow.set(host, counts);
      if (how === 'good') {
        counts.limited = 0;
        counts.failed = 0;
        return null;
      }
      const asked = retryAfterMs(retryAfter, Date.now());
      if (asked !== null) hosts.notBefore(host, Date.now() + Math.min(asked, PERSIST_PATIENCE));
      counts[how] += 1;
      if (how === 'limited' && counts.limited >= LIMITED_IN_A_ROW) {
        return rest(host, Math.max(asked ?? 0, LIMITED_REST), 'too many requests (429), again and again');
      }
      if (asked !== null && asked > PERSIST_PATIENCE) {
        return rest(host, asked, `it asked for ${Math.round(asked / 1000)} s (Retry-After)`);
      }
      if (how === 'failed' && counts.failed >= FAILED_IN_A_ROW) {
        return rest(host, FAILED_REST, `${counts.failed} failures in a row`);
      }
      return null;
    },
    resting: () => [...rests.values()],
    close: () => client.close(),
  };
}
