import Tinypool from 'tinypool';
import type { Snapshot } from '../model/index.js';
import type { ParseOptions } from '../parsers/index.js';
// Not through the index of the room, which would load SQLite into every thread.
import { type PreparedPage, prepareFailure, preparePage } from '../store/prepare.js';
import { processPage } from './process.js';

/** A page for a worker, with the hash of its bytes. */
export interface WorkerPage {
  readonly snapshot: Snapshot;
  readonly rawHash: string;
}

/** Work for a worker thread. */
export interface WorkerTask {
  readonly pages: readonly WorkerPage[];
}

/** Takes one page from its bytes to what the store writes; a page that cannot be read gives its reason. */
export function preparedPage({ snapshot, rawHash }: WorkerPage, options?: ParseOptions): PreparedPage {
  const input = { path: snapshot.path, rawHash, bytes: snapshot.bytes.byteLength };
  try {
    const { article, extraction } = processPage(snapshot, options);
    return preparePage(input, article, extraction);
  } catch (error) {
    return prepareFailure(input, error instanceof Error ? error.message : String(error));
  }
}

/** What a worker thread runs: a batch of pages, in order, by the options that its pool was opened with. */
export function prepareBatch(task: WorkerTask): PreparedPage[] {
  return task.pages.map((page) => preparedPage(page, Tinypool.workerData as ParseOptions));
}
