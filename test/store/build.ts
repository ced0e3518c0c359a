import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openStore, type PreparedPage, type Store } from '../../src/store/index.js';

export { article, page, type ReportSketch, report } from './pages.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path for a database in a folder that is removed after the test. */
export function tempDb(): string {
  const folder = mkdtempSync(join(tmpdir(), 'breachledger-'));
  folders.push(folder);
  return join(folder, 'test.db');
}

export const VERSIONS = { parserVersion: 'p1', rulesVersion: 'r1' } as const;

/** Writes pages in one run and settles them. */
export function write(
  store: Store,
  pages: readonly PreparedPage[],
  versions: { parserVersion: string; rulesVersion: string } = VERSIONS,
) {
  const run = store.beginRun({ command: 'test', arguments: [], ...versions });
  run.writePages(pages);
  return run.finish({ pages: pages.length });
}

/** A new database with these pages in it. */
export function storeWith(pages: readonly PreparedPage[]): Store {
  const store = openStore(tempDb());
  write(store, pages);
  return store;
}

/** All rows of a query. */
export function rows<T = Record<string, unknown>>(store: Store, sql: string): T[] {
  return store.db.prepare<[], T>(sql).all();
}

/** Everything about documents and incidents that must not depend on the way they were read. */
export function picture(store: Store): unknown {
  return {
    incidents: rows(store, 'SELECT * FROM incidents ORDER BY incident_id').map((r) => ({
      ...r,
      version: 0,
      recorded_at: '',
    })),
    states: rows(store, 'SELECT * FROM incident_states ORDER BY incident_id, known_from'),
    articles: rows(
      store,
      'SELECT incident_id, path, role, document, score, reasons FROM incident_articles ORDER BY 1, 2, 3, 6',
    ),
    documents: rows(store, 'SELECT path, document, is_original, page FROM articles ORDER BY path'),
    links: rows(
      store,
      `SELECT min(path, other_path) AS a, max(path, other_path) AS b, relation, score, reason FROM article_links ORDER BY 1, 2`,
    ),
    ids: rows(store, 'SELECT given_id, incident_id FROM incident_ids ORDER BY given_id'),
  };
}
