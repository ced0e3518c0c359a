/** A database that cannot be used as asked; the message names the file and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const ADVICE: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full: nothing of the last batch was written; free some space and run again',
  SQLITE_READONLY: 'the file or its folder is read-only: make both writable, or choose another --db',
  SQLITE_CANTOPEN: 'it cannot be opened: does its folder exist, and may you write there?',
  SQLITE_BUSY: 'another program holds a write lock: wait for it to finish, then run again',
  SQLITE_LOCKED: 'another connection of this program holds a lock: wait for it to finish, then run again',
  SQLITE_CORRUPT:
    'the file is damaged: run `breachledger doctor`, restore a backup, or re-parse into a new file',
  SQLITE_NOTADB: 'this is no SQLite database: choose another --db',
  SQLITE_IOERR: 'reading or writing the disk failed: check the disk, then run `breachledger doctor`',
};

/** Turns an error of SQLite into one that names the file and says what to do; others pass unchanged. */
export function explainError(error: unknown, file: string): unknown {
  if (error instanceof TypeError && /directory does not exist/.test(error.message)) {
    return new StoreError(`${file}: its folder does not exist: make it first, or choose another --db`, {
      cause: error,
    });
  }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const code = Object.keys(ADVICE).find((c) => String(error.code).startsWith(c));
  const advice = code === undefined ? undefined : ADVICE[code];
  return advice === undefined
    ? error
    : new StoreError(`${file}: ${advice} (${error.message})`, { cause: error });
}

/** Runs `work`; errors of SQLite come out explained. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainError(error, file);
  }
}
