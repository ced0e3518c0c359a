import { readSources } from '../fetchers/index.js';
import { learnRecurring, type RecurringLines, type SourcePage, sourcePageOf } from '../parsers/index.js';
import { hashOf, keepSetting, openStore, readSetting, type Store } from '../store/index.js';

const SETTING = 'recurring_lines';

/** The recurring lines that were learnt into a database, and a version that changes with them. */
export interface LearntLines {
  readonly lines: RecurringLines;
  readonly version: string;
}

/** What `learn` found. */
export interface LearnSummary {
  readonly pages: number;
  readonly sources: number;
  readonly lines: number;
}

/** Reads what a database learnt; null where it was never asked to. */
export function readLearnt(store: Store): LearntLines | null {
  const json = readSetting(store, SETTING);
  if (json === null) return null;
  const bySource = JSON.parse(json) as Record<string, string[]>;
  const lines = new Map(Object.entries(bySource).map(([source, hashes]) => [source, new Set(hashes)]));
  return { lines, version: hashOf(json).slice(0, 8) };
}

/**
 * Learns which lines recur over many pages of one source and keeps them with the database, where every later
 * re-parse and crawl uses them. Only this changes them, so a page's text never depends on which pages happened to be
 * read before it. Pages parsed before are parsed again by the next re-parse.
 *
 * @throws StoreError where the database cannot be written
 */
export async function learnBoilerplate(paths: readonly string[], dbFile: string): Promise<LearnSummary> {
  const store = openStore(dbFile);
  try {
    const pages: SourcePage[] = [];
    for await (const entry of readSources(paths)) {
      const page = entry.type === 'page' ? sourcePageOf(entry.snapshot) : null;
      if (page !== null) pages.push(page);
    }
    const learnt = learnRecurring(pages);
    const bySource = Object.fromEntries([...learnt].map(([source, hashes]) => [source, [...hashes]]));
    keepSetting(store, SETTING, JSON.stringify(bySource));
    const lines = [...learnt.values()].reduce((sum, hashes) => sum + hashes.size, 0);
    return { pages: pages.length, sources: learnt.size, lines };
  } finally {
    store.close();
  }
}
