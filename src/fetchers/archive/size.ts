import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfFile } from './names.js';

/**
 * How many bytes `readSources` will read of the same paths, as they stand on the disk: what `onRead` counts up to.
 * What cannot be looked at counts nothing; reading it says why.
 */
export function sizeOfSources(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + sizeOf(path, true), 0);
}

function sizeOf(path: string, named: boolean): number {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return named || kindOfFile(path) !== 'other' ? stat.size : 0;
    if (!stat.isDirectory()) return 0;
    return readdirSync(path, { withFileTypes: true })
      .filter(
        (child) => !child.isSymbolicLink() && !child.name.startsWith('.') && child.name !== 'node_modules',
      )
      .reduce((sum, child) => sum + sizeOf(join(path, child.name), false), 0);
  } catch {
    return 0;
  }
}
