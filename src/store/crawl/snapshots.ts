import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Content-addressed files: each body once, under the SHA-256 of its bytes, compressed with gzip. */
export interface SnapshotFiles {
  readonly folder: string;
  /** Keeps a body; when it returns, the file is whole and on disk. */
  put(bytes: Uint8Array): Promise<string>;
  /** The body under a hash, or null where there is no file or it is damaged. */
  get(hash: string): Promise<Uint8Array | null>;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The snapshots that belong to the database at `file`: the folder `<file>.snapshots`. */
export function snapshotFiles(file: string): SnapshotFiles {
  const folder = `${file}.snapshots`;
  const made = new Set<string>();
  let written = 0;
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.gz`);

  async function exists(path: string): Promise<boolean> {
    return stat(path).then(
      (found) => found.size > 0,
      () => false,
    );
  }

  return {
    folder,
    async put(bytes) {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (await exists(path)) return hash;
      const parent = join(folder, hash.slice(0, 2));
      if (!made.has(parent)) {
        await mkdir(parent, { recursive: true });
        made.add(parent);
      }
      // Two answers with the same body may be written at once.
      written += 1;
      const part = `${path}.${process.pid}-${written}.part`;
      const handle = await open(part, 'w');
      try {
        await handle.writeFile(await pack(bytes));
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await rename(part, path).catch(async (error: unknown) => {
        await rm(part, { force: true });
        throw error;
      });
      return hash;
    },
    async get(hash) {
      try {
        const bytes = new Uint8Array(await unpack(await readFile(pathOf(hash))));
        return sha256(bytes) === hash ? bytes : null;
      } catch {
        return null;
      }
    },
  };
}
