import { setMaxListeners } from 'node:events';
import {
  BACKOFF,
  type BackoffOptions,
  type Config,
  type HttpLimits,
  type Source,
} from '../../fetchers/crawl.js';
import type { SnapshotHints } from '../../model/index.js';
import { lockCrawl, openCrawlStore, openStore, type Run, snapshotFiles } from '../../store/index.js';
import { readLearnt } from '../boilerplate.js';
import { programVersions } from '../versions.js';
import { crawlAll, iso, type Listed, type Night, resume, tallyOf } from './night.js';
import { type Log, openPolite } from './polite.js';
import { type CrawlReport, newTally, type SourceReport, sourceReport, warningsOf } from './report.js';
import { createVisitor } from './visit.js';

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

const NO_LIMIT = Number.POSITIVE_INFINITY;

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
      await resume(night, queue.lastRunDied(run.runId));
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
