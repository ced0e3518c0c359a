import { readSources } from '../fetchers/index.js';
import type { Snapshot } from '../model/index.js';
import { note } from './output.js';

/**
 * Reads the pages of files, folders and archives for a command that prints; what cannot be read is named on
 * standard error and sets exit status 2, and the rest goes on.
 */
export async function* pagesOf(paths: readonly string[]): AsyncGenerator<Snapshot> {
  for await (const entry of readSources(paths)) {
    if (entry.type === 'page') yield entry.snapshot;
    if (entry.type === 'failed') reportFailure(entry.path, entry.reason);
  }
}

/** Names a page that was left out, and why; the exit status becomes 2. */
export function reportFailure(path: string, error: unknown): void {
  note(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
