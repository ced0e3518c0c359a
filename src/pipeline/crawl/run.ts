import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BackoffOptions,
  type Config,
  type HttpLimits,
  listSource,
  type Source,
  wants,
} from '../../fetchers/crawl.js';
import type { SnapshotHints } from '../../model/index.js';
import {
  type CrawlStore,
  lockCrawl,
  openCrawlStore,
  openStore,
  type Run,
  snapshotFiles,
} from '../../store/index.js';
import { readLearnt } from '../boilerplate.js';
import { programVersions } from '../versions.js';
import { type Log, openPolite, type Polite } from './polite.js';
import {
  type CrawlReport,
  newTally,
  type SourceReport,
  type SourceTally,
  sourceReport,
  tally,
  warningsOf,
} from './report.js';
import { createVisitor, queuedPage, type Visitor } from './visit.js';

export interface CrawlOptions {
  /** Only these sources. */
  readonly only?: readonly string[] | undefined;
  /** Pages in all. */
  readonly limit?: number | undefined;
  readonly maxMinutes?: number | undefined;
  /** Also asks private and loopback addresses: for tests. */
  readonly allowPrivate?: boolean | undefined;
  /** Stops after the requests in flight. */
  readonly signal?: AbortSignal | undefined;
  readonly log?: Log | undefined;
  /** Milliseconds since the epoch; the clock by default. */
  readonly now?: (() => number) | undefined;
  readonly limits?: Partial<HttpLimits> | undefined;
  readonly backoff?: BackoffOptions | undefined;
}

/** Another crawl into the same database is running. */
export class CrawlRunningError extends Error {
  override readonly name = 'CrawlRunningError';
}

const LEASE_MS = 10 * 60_000;
/** How long a run waits for a page that is to be tried again. */
const PATIENCE_MS = 5 * 60_000;
const NO_LIMIT = Number.POSITIVE_INFINITY;
const BACKOFF: BackoffOptions = { baseMs: 5_000, capMs: 5 * 60_000 };

interface Night {
  readonly config: Config;
  readonly sources: readonly Source[];
  readonly store: CrawlStore;
  readonly polite: Polite;
  readonly visitor: Visitor;
  readonly tallies: ReadonlyMap<string, SourceTally>;
  readonly log: Log;
  readonly now: () => number;
  readonly startedAt: string;
  /** Milliseconds since the epoch after which nothing new is begun. */
  readonly deadline: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  claimed: number;
}

/** What is kept of a list until the night is over, to make the next night's request conditional. */
interface Listed {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The hosts of the pages that it named. */
  readonly hosts: readonly string[];
}

function tallyOf(night: Night, source: string): SourceTally {
  const found = night.tallies.get(source);
  if (found === undefined) throw new Error(`${source}: not a source of this run`);
  return found;
}

const iso = (time: number): string => new Date(time).toISOString();

/** Whether nothing new may be begun. */
function over(night: Night): boolean {
  return night.signal.aborted || night.now() >= night.deadline || night.claimed >= night.limit;
}

/** Reads the list of one source and puts its pages into the queue. */
async function readList(night: Night, source: Source): Promise<Listed> {
  const state = night.store.sourceState(source.name);
  const counts = tallyOf(night, source.name);
  const kept: Listed = { etag: state?.etag ?? null, lastModified: state?.lastModified ?? null, hosts: [] };
  for (const url of 'url' in source && source.url !== undefined ? [source.url] : []) {
    night.polite.hosts.setDelay(new URL(url).host, source.delay * 1000);
  }
  try {
    const listing = await listSource(source, night.polite.persist, kept);
    if (listing.notModified) return kept;
    const pages = listing.links.filter(wants(source)).map(({ url, title }) => queuedPage(url, title));
    counts.found = pages.length;
    counts.newLinks = night.store.add(source.name, pages, night.startedAt).length;
    const hosts = [...new Set(pages.map((page) => page.host))];
    for (const host of hosts) night.polite.hosts.setDelay(host, source.delay * 1000);
    night.log('info', 'list read', { source: source.name, found: pages.length, new: counts.newLinks });
    return { etag: listing.etag, lastModified: listing.lastModified, hosts };
  } catch (error) {
    if (night.signal.aborted) return kept;
    counts.listError = error instanceof Error ? error.message : String(error);
    night.log('warn', 'list failed', { source: source.name, error: counts.listError });
    return kept;
  }
}

/** The sources that may still have a page claimed tonight. */
function openSources(night: Night): readonly string[] {
  return night.sources
    .filter((source) => tallyOf(night, source.name).claimed < source.max)
    .map(({ name }) => name);
}

/** Visits the due pages of one host, one after the other. */
async function lane(night: Night, host: string): Promise<void> {
  while (!over(night) && night.polite.hosts.restingUntil(host) === null) {
    const now = night.now();
    const open = openSources(night);
    const page = night.store.claim(host, iso(now), iso(now + LEASE_MS), open);
    if (page === null) {
      const next = night.store.nextDue(host, iso(now + PATIENCE_MS), open);
      if (next === null) return;
      await sleep(Math.max(1, Date.parse(next) - now), undefined, { signal: night.signal }).catch(
        () => undefined,
      );
      continue;
    }
    night.claimed += 1;
    const counts = tallyOf(night, page.source);
    counts.claimed += 1;
    const outcome = await night.visitor.visit(page);
    if (outcome !== null) tally(counts, outcome);
  }
}

/** Reads all lists, and visits the pages of each host as soon as there is one to visit. */
async function crawlAll(night: Night): Promise<ReadonlyMap<string, Listed>> {
  const lanes = new Map<string, Promise<void>>();
  let failed: { readonly error: unknown } | undefined;
  const open = (hosts: readonly string[]): void => {
    for (const host of hosts) {
      if (lanes.has(host) || night.polite.hosts.restingUntil(host) !== null) continue;
      const running = lane(night, host)
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => lanes.delete(host));
      lanes.set(host, running);
    }
  };
  const due = (): readonly string[] =>
    night.store.dueHosts(iso(night.now() + PATIENCE_MS), openSources(night));
  const listed = new Map<string, Listed>();
  open(due());
  await Promise.all(
    night.sources.map(async (source) => {
      const list = await readList(night, source);
      listed.set(source.name, list);
      if (!over(night)) open(list.hosts);
    }),
  );
  // A lane that ended may have left pages that another source put in meanwhile.
  while (!over(night) && failed === undefined) {
    if (lanes.size === 0) open(due());
    if (lanes.size === 0) break;
    await Promise.all(lanes.values());
  }
  await Promise.all(lanes.values());
  if (failed !== undefined) throw failed.error;
  return listed;
}

/** Reads what a run that died had fetched, and keeps away from the hosts it was asking. */
async function resume(night: Night): Promise<void> {
  const now = Date.now();
  const delays = new Map<string, number>();
  for (const source of night.sources) delays.set(source.name, source.delay * 1000);
  const longest = Math.max(night.config.delay * 1000, ...delays.values());
  for (const host of night.store.recover()) night.polite.hosts.notBefore(host, now + longest);
  for (const state of night.store.hosts()) {
    const last = state.lastRequestAt === null ? 0 : Date.parse(state.lastRequestAt);
    if (last + longest > now && last <= now) night.polite.hosts.notBefore(state.host, last + longest);
    const until = state.restUntil === null ? 0 : Date.parse(state.restUntil);
    if (until > night.now())
      night.polite.hosts.rest(state.host, now + until - night.now(), state.restReason ?? 'it rests');
  }
  for (const page of night.store.unread()) {
    const counts = night.tallies.get(page.source);
    const outcome = await night.visitor.read(page);
    if (counts !== undefined && outcome !== null) tally(counts, outcome);
  }
  night.visitor.flush();
}

function hintsOf({ name, lang, timezone }: Source): SnapshotHints {
  return { source: name, lang, timeZone: timezone };
}

function endNight(night: Night, listed: ReadonlyMap<string, Listed>): readonly SourceReport[] {
  const due = night.store.dueCounts(iso(night.now()));
  const reports = night.sources.map((source) =>
    sourceReport(
      source.name,
      source.type,
      tallyOf(night, source.name),
      night.store.sourceState(source.name),
      night.startedAt,
      due.get(source.name) ?? 0,
    ),
  );
  night.store.endNight(
    reports.map((report) => ({
      name: report.name,
      type: report.type,
      at: night.startedAt,
      ok: report.status === 'ok',
      newPages: report.new,
      error: report.error,
      etag: listed.get(report.name)?.etag ?? null,
      lastModified: listed.get(report.name)?.lastModified ?? null,
    })),
  );
  return reports;
}

function reportOf(night: Night, run: Run, sources: readonly SourceReport[], began: number): CrawlReport {
  const sum = (pick: (source: SourceReport) => number): number =>
    sources.reduce((total, one) => total + pick(one), 0);
  const resting = night.polite.resting();
  const partial = {
    run_id: run.runId,
    status: sources.some((source) => source.status === 'failed') ? ('partial' as const) : ('ok' as const),
    started_at: night.startedAt,
    warnings: warningsOf(sources, resting),
    requests: night.visitor.requests(),
    new: sum((source) => source.new),
    changed: sum((source) => source.changed),
    unchanged: sum((source) => source.unchanged),
    failed: sum((source) => Object.values(source.failed).reduce((total, count) => total + count, 0)),
    hosts_resting: resting,
    sources,
    interrupted: night.signal.aborted,
  };
  const finished = run.finish({ ...partial, seconds: (performance.now() - began) / 1000 });
  return {
    ...partial,
    articles: finished.articles,
    article_versions_added: finished.articleVersionsAdded,
    incidents: finished.incidents,
    incident_versions_added: finished.incidentVersionsAdded,
    seconds: Math.round(performance.now() - began) / 1000,
  };
}

/**
 * One nightly run: reads the lists of all sources, fetches what is new or due, and stores what the pages say.
 * A run that is stopped or killed loses nothing: the next one goes on from there.
 * @param dbFile the SQLite file, made where there is none; snapshots go to the folder `<dbFile>.snapshots`
 * @throws CrawlRunningError where another crawl into `dbFile` is running
 * @throws StoreError where the database cannot be opened or written
 */
export async function crawl(
  config: Config,
  dbFile: string,
  options: CrawlOptions = {},
): Promise<CrawlReport> {
  const began = performance.now();
  const lock = lockCrawl(dbFile);
  if (lock === null) throw new CrawlRunningError(`another crawl into ${dbFile} is running: this one leaves`);
  try {
    const now = options.now ?? Date.now;
    const log = options.log ?? (() => undefined);
    const signal = AbortSignal.any(options.signal === undefined ? [] : [options.signal]);
    // Each waiting host listens to it.
    setMaxListeners(0, signal);
    const backoff = options.backoff ?? BACKOFF;
    const sources = config.sources.filter(
      ({ name }) => options.only === undefined || options.only.includes(name),
    );
    const store = openStore(dbFile);
    const queue = openCrawlStore(store);
    const polite = openPolite({
      config,
      store: queue,
      log,
      signal,
      now,
      allowPrivate: options.allowPrivate ?? false,
      limits: options.limits,
      backoff,
      dryRun: false,
    });
    try {
      const startedAt = iso(now());
      const learnt = readLearnt(store);
      const run = store.beginRun({
        command: 'crawl',
        arguments: sources.map(({ name }) => name),
        startedAt,
        ...programVersions(learnt?.version),
      });
      queue.keepSources(
        config.sources.map(({ name, type, lang, timezone }) => ({ name, type, lang, timeZone: timezone })),
      );
      const visitor = createVisitor({
        polite,
        store: queue,
        files: snapshotFiles(dbFile),
        run,
        log,
        now,
        backoff,
        signal,
        parse: { recurring: learnt?.lines },
        hints: new Map(config.sources.map((source) => [source.name, hintsOf(source)])),
      });
      const night: Night = {
        config,
        sources,
        store: queue,
        polite,
        visitor,
        tallies: new Map(sources.map(({ name }) => [name, newTally()])),
        log,
        now,
        startedAt,
        deadline: options.maxMinutes === undefined ? NO_LIMIT : now() + options.maxMinutes * 60_000,
        limit: options.limit ?? NO_LIMIT,
        signal,
        claimed: 0,
      };
      await resume(night);
      const listed = await crawlAll(night);
      visitor.flush();
      return reportOf(night, run, endNight(night, listed), began);
    } finally {
      await polite.close();
      store.close();
    }
  } finally {
    lock.release();
  }
}
