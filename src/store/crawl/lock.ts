import Database from 'better-sqlite3';
import { StoreError } from '../errors.js';

/** The right to crawl into a database; let go of it when done. */
export interface CrawlLock {
  release(): void;
}

/**
 * Takes the right to crawl into the database at `file`. It is an exclusive lock of the operating system on a
 * small file beside it, so it goes away with the process, however that ends.
 * @returns null where another crawl holds it
 * @throws StoreError where the lock file cannot be written
 */
export function lockCrawl(file: string): CrawlLock | null {
  const lockFile = `${file}.crawl-lock`;
  let db: Database.Database | undefined;
  try {
    db = new Database(lockFile, { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return null;
    throw new StoreError(`${lockFile}: the lock file cannot be written: ${String(error)}`, { cause: error });
  }
  const held = db;
  return {
    release: () => {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
