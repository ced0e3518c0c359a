import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import Tinypool from 'tinypool';
import type { ParseOptions } from '../parsers/index.js';
import { type PreparedPage, prepareFailure } from '../store/index.js';
import type { WorkerPage, WorkerTask } from './worker.js';

/** Worker threads that parse and extract. */
export interface Pool {
  readonly size: number;
  /** Prepares a batch, in order. A page that takes longer than a minute fails by itself; the others do not. */
  run(task: WorkerTask): Promise<PreparedPage[]>;
  close(): Promise<void>;
}

/** A batch takes a fraction of a second; only a rule that has lost its way takes this long. */
const BATCH_LIMIT_MS = 120_000;
const PAGE_LIMIT_MS = 60_000;

/** From this version on the engine has a compiler between its slow and its fast one, and no such option. */
const V8_WITH_MIDDLE_TIER = 12;

/**
 * Two settings for the engine of Node 20. A function is optimized only when it is used six times as much as by
 * default: an archive of some thousand pages is read in seconds, and the rules are thousands of functions of which
 * most see little work; optimized early, and again for each thread, they cost a fifth of the processor time of the
 * whole run and gain less than that. And heaps grow by a quarter at a time, which keeps three of them together below
 * 450 MB instead of 550 at no loss of time. Later engines gain nothing by the first and do not know it.
 */
function tuneEngine(): void {
  if (Number.parseInt(process.versions.v8, 10) < V8_WITH_MIDDLE_TIER) {
    setFlagsFromString('--interrupt-budget=400000');
    setFlagsFromString('--heap-growing-percent=25');
  }
}

/**
 * Starts worker threads beside the one that writes.
 *
 * @param options how pages are parsed
 * @param size number of threads; by default one a core, as the writer waits for them as often as not
 */
export function openPool(options: ParseOptions, size = availableParallelism()): Pool {
  // Threads cannot load TypeScript: run from the sources, as tests do, the work is done here.
  if (import.meta.url.endsWith('.ts')) {
    return {
      size: 1,
      run: async (task) => {
        const { preparedPage } = await import('./worker.js');
        return task.pages.map((page) => preparedPage(page, options));
      },
      close: async () => undefined,
    };
  }
  tuneEngine();
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    minThreads: size,
    maxThreads: size,
    // A second batch waits in each thread, so that none stands idle while this one is busy writing.
    concurrentTasksPerWorker: 2,
    workerData: options,
    isolateWorkers: false,
    idleTimeout: 60_000,
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  // An aborted task takes its thread with it; the pool starts another.
  const within = (pages: readonly WorkerPage[], limit: number): Promise<PreparedPage[]> =>
    pool.run({ pages }, { name: 'prepareBatch', signal: AbortSignal.timeout(limit) });
  const alone = async (page: WorkerPage): Promise<PreparedPage> => {
    const { snapshot, rawHash } = page;
    const failure = (reason: string): PreparedPage =>
      prepareFailure({ path: snapshot.path, rawHash, bytes: snapshot.bytes.byteLength }, reason);
    try {
      const [prepared] = await within([page], PAGE_LIMIT_MS);
      return prepared ?? failure('the worker gave no answer');
    } catch (error) {
      return failure(`could not be read within ${PAGE_LIMIT_MS / 1000} s: ${String(error)}`);
    }
  };
  return {
    size,
    run: async ({ pages }) => {
      try {
        return await within(pages, BATCH_LIMIT_MS);
      } catch {
        const prepared: PreparedPage[] = [];
        for (const page of pages) prepared.push(await alone(page));
        return prepared;
      }
    },
    close: () => pool.destroy(),
  };
}
