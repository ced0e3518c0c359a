import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');
const ORDER = ['model', 'text', 'fetchers', 'parsers', 'extractors', 'store', 'pipeline', 'commands'];
/** Rooms that only the pipeline joins. */
const STRANGERS = new Set(['fetchers', 'parsers', 'extractors', 'store']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const roomOf = (path: string): string | undefined => (path.includes(sep) ? path.split(sep)[0] : undefined);

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  return [...source.matchAll(/(?:from|import) '(\.[^']{1,200})'/g)].map((m) =>
    relative(SRC, join(SRC, dirname(file), m[1] ?? '')),
  );
}

test('a room imports only from rooms before it, and rooms that the pipeline joins do not know each other', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    if (room === undefined) return [];
    return importsOf(file)
      .map((path) => ({ path, to: roomOf(path) }))
      .filter(({ to }) => {
        if (to === room) return false;
        if (to === undefined || ORDER.indexOf(to) > ORDER.indexOf(room)) return true;
        return STRANGERS.has(room) && STRANGERS.has(to);
      })
      .map(({ path }) => `${file} imports ${path}`);
  });
  expect(wrong).toEqual([]);
});

test('every folder of src is a room of the plan', () => {
  expect([...new Set(files.map(roomOf))].filter((r) => r !== undefined && !ORDER.includes(r))).toEqual([]);
});

test('nothing below commands writes to the terminal', () => {
  const talkers = files
    .filter((f) => !['commands', undefined].includes(roomOf(f)))
    .filter((f) => /\bconsole\.|process\.std(?:out|err)/.test(readFileSync(join(SRC, f), 'utf8')));
  expect(talkers).toEqual([]);
});

test('no module has a default export', () => {
  expect(files.filter((f) => /^export default\b/m.test(readFileSync(join(SRC, f), 'utf8')))).toEqual([]);
});
