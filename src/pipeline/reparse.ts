import { readSources, type SourceEntry, sizeOfSources } from '../fetchers/index.js';
import { hashOf, openStore, type PreparedPage, prepareFailure, type Run } from '../store/index.js';
import { readLearnt } from './boilerplate.js';
import { openPool, type Pool } from './pool.js';
import { type PageTally, tallyOf } from './tally.js';
import { programVersions } from './versions.js';
import type { WorkerPage } from './worker.js';

/** Pages go to a worker in batches of this many. */
const BATCH = 64;
/** Pages go to the database in transactions of at least this many: each one costs a piece of the text index. */
const WRITTEN_TOGETHER = 256;

/** What a run over an archive did; the counts of page statuses add up to `pages`. */
export interface ReparseSummary extends PageTally {
  /** Lists of links beside the pages: not pages. */
  readonly link_lists: number;
  /** Pages whose bytes and rules were known from an earlier run: part of their status's count. */
  readonly unchanged: number;
  readonly articles: number;
  readonly article_versions_added: number;
  readonly incidents: number;
  readonly incident_versions_added: number;
  readonly seconds: number;
  /** Whether the run was stopped before it had seen everything. */
  readonly interrupted: boolean;
}

export interface ReparseProgress {
  readonly phase: 'reading' | 'linking';
  readonly pages: number;
  readonly failures: number;
  /** Share of the sources that has been read, 0 to 1; null where their size is not known. */
  readonly share: number | null;
}

export interface ReparseOptions {
  /** Number of worker threads; one a core by default. */
  readonly workers?: number | undefined;
  /** Stops after the batches in flight; the database stays whole and a later run goes on from there. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReparseProgress) => void) | undefined;
  /** Told each page or archive entry that could not be read, and why. */
  readonly onFailure?: ((path: string, reason: string) => void) | undefined;
  /** Where pages come from; `readSources` over `paths` by default. */
  readonly entries?: AsyncIterable<SourceEntry> | undefined;
}

/**
 * Reads pages of folders, files and archives into a database: parse, extract, store, join.
 *
 * One bad page never stops the run: it is stored as `failed` with its reason.
 *
 * @param paths folders, files, `.tar.gz`, `.zip`, …
 * @param dbFile the SQLite file, made where there is none
 * @throws StoreError where the database cannot be opened or written
 */
export async function reparse(
  paths: readonly string[],
  dbFile: string,
  options: ReparseOptions = {},
): Promise<ReparseSummary> {
  const began = performance.now();
  const store = openStore(dbFile);
  const learnt = readLearnt(store);
  const pool = openPool({ recurring: learnt?.lines }, options.workers);
  try {
    const run = store.beginRun({ command: 'reparse', arguments: paths, ...programVersions(learnt?.version) });
    const meter = meterOf(options.entries === undefined && options.onProgress !== undefined ? paths : []);
    const entries = options.entries ?? readSources(paths, { onRead: meter.add });
    const seen = await readInto(run, pool, entries, options, meter);
    options.onProgress?.({
      phase: 'linking',
      pages: seen.tally.pages,
      failures: seen.tally.failed,
      share: 1,
    });
    const counts = { ...seen.tally, link_lists: seen.linkLists, unchanged: seen.unchanged };
    const finished = run.finish(counts);
    return {
      ...counts,
      articles: finished.articles,
      article_versions_added: finished.articleVersionsAdded,
      incidents: finished.incidents,
      incident_versions_added: finished.incidentVersionsAdded,
      seconds: Math.round(performance.now() - began) / 1000,
      interrupted: options.signal?.aborted ?? false,
    };
  } finally {
    await pool.close();
    store.close();
  }
}

/** How much of the sources has been read. */
interface Meter {
  add(bytes: number): void;
  share(): number | null;
}

function meterOf(paths: readonly string[]): Meter {
  const total = sizeOfSources(paths);
  let read = 0;
  return {
    add: (bytes) => {
      read += bytes;
    },
    share: () => (total === 0 ? null : Math.min(1, read / total)),
  };
}

interface Seen {
  readonly tally: PageTally;
  readonly linkLists: number;
  readonly unchanged: number;
}

async function readInto(
  run: Run,
  pool: Pool,
  entries: AsyncIterable<SourceEntry>,
  options: ReparseOptions,
  meter: Meter,
): Promise<Seen> {
  const tally = tallyOf();
  let linkLists = 0;
  let unchanged = 0;
  let waiting: WorkerPage[] = [];
  const inFlight: Promise<PreparedPage[]>[] = [];

  let prepared: PreparedPage[] = [];

  const write = (): void => {
    if (prepared.length > 0) run.writePages(prepared);
    prepared = [];
  };
  const store = (pages: readonly PreparedPage[]): void => {
    prepared.push(...pages);
    if (prepared.length >= WRITTEN_TOGETHER) write();
    for (const page of pages) {
      tally.add(page.article?.page ?? 'failed');
      if (page.error !== null) options.onFailure?.(page.path, page.error);
    }
    const { pages: done, failed } = tally.now();
    options.onProgress?.({ phase: 'reading', pages: done, failures: failed, share: meter.share() });
  };
  // Batches are stored in the order they were read, whichever worker is done first.
  const storeNext = async (): Promise<void> => {
    const next = await inFlight.shift();
    if (next !== undefined) store(next);
  };
  const send = async (): Promise<void> => {
    if (waiting.length === 0) return;
    inFlight.push(pool.run({ pages: waiting }));
    waiting = [];
    if (inFlight.length > 3 * pool.size) await storeNext();
  };

  for await (const entry of entries) {
    if (options.signal?.aborted) break;
    if (entry.type === 'link_list') linkLists++;
    else if (entry.type === 'failed') {
      store([prepareFailure({ path: entry.path, rawHash: '', bytes: 0 }, entry.reason)]);
    } else {
      const { snapshot } = entry;
      const rawHash = hashOf(snapshot.bytes);
      const known = run.knows(snapshot.path, rawHash);
      if (known !== null) {
        unchanged++;
        tally.add(known.status);
      } else if (waiting.push({ snapshot, rawHash }) >= BATCH) await send();
    }
  }
  await send();
  while (inFlight.length > 0) await storeNext();
  write();
  return { tally: tally.now(), linkLists, unchanged };
}
