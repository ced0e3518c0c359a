import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ids under which results are kept: what they were made by, so that a change of ours is told from the page's. */
export interface Versions {
  readonly parserVersion: string;
  readonly rulesVersion: string;
}

const SRC = join(import.meta.dirname, '..');

/**
 * The versions of the parsers and of the extraction rules: a hash over the program's own modules, so that no one
 * can change a rule and forget to raise a number.
 *
 * @param learnt version of what the database has learnt of its sources, which parses pages differently
 */
export function programVersions(learnt = ''): Versions {
  const shared = hashRooms(['model', 'text']);
  return {
    parserVersion: combine(shared, hashRooms(['parsers']), learnt),
    rulesVersion: combine(shared, hashRooms(['extractors'])),
  };
}

const combine = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

function hashRooms(rooms: readonly string[]): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    const files = readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
      .filter((f) => /\.(?:js|ts|json)$/.test(f) && !f.endsWith('.d.ts'))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(join(SRC, room, file)));
  }
  return hash.digest('hex');
}
