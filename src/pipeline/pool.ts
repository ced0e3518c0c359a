import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { ParseOptions } from '../parsers/index.js';
import type { PreparedPage } from '../store/index.js';
import { preparedPage, type WorkerTask } from './worker.js';

/** Worker threads that parse and extract. */
export interface Pool {
  readonly size: number;
  run(task: WorkerTask): Promise<PreparedPage[]>;
  close(): Promise<void>;
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
      run: async (task) => task.pages.map((page) => preparedPage(page, options)),
      close: async () => undefined,
    };
  }
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    minThreads: size,
    maxThreads: size,
    workerData: options,
    isolateWorkers: false,
    idleTimeout: 60_000,
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  return {
    size,
    run: (task) => {
      // Bytes move to the worker instead of being copied where a page owns its whole buffer.
      const transferList = task.pages
        .map(({ snapshot }) => snapshot.bytes)
        .filter((b) => b.byteLength === b.buffer.byteLength && b.byteLength > 0)
        .map((b) => b.buffer as ArrayBuffer);
      return pool.run(task, { name: 'prepareBatch', transferList });
    },
    close: () => pool.destroy(),
  };
}
