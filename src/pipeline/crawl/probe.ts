import { existsSync } from 'node:fs';
import { type Config, discoverSource, listSource, type NewSource, wants } from '../../fetchers/crawl.js';
import { openCrawlStore, openStore } from '../../store/index.js';
import { openPolite, type Polite } from './polite.js';
import type { CrawlOptions } from './run.js';
import { queuedPage } from './visit.js';

/** What a source holds, found without writing anything. */
export interface SourceProbe {
  readonly name: string;
  readonly type: string;
  readonly ok: boolean;
  /** Links of the list that the patterns let through, of all. */
  readonly found: number;
  readonly listed: number;
  /** Those that the database does not know. */
  readonly new: number;
  /** Pages that are due for another visit. */
  readonly due: number;
  /** The first of the links. */
  readonly example: { readonly url: string; readonly title: string | null } | null;
  readonly error: string | null;
}

const BACKOFF = { baseMs: 1000, capMs: 10_000 };
/** A person waits for the answer, and a site is asked a handful of times. */
const NOTHING: Config = { contact: '', concurrency: 1, delay: 1, sources: [] };

async function politely<T>(
  config: Config,
  dbFile: string | null,
  options: CrawlOptions,
  work: (polite: Polite, store: ReturnType<typeof openCrawlStore>) => Promise<T>,
): Promise<T> {
  const known = dbFile !== null && existsSync(dbFile);
  const store = known ? openStore(dbFile, { readOnly: true }) : openStore(':memory:');
  const queue = openCrawlStore(store);
  const polite = openPolite({
    config,
    store: queue,
    log: options.log ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
    now: options.now ?? Date.now,
    allowPrivate: options.allowPrivate ?? false,
    limits: options.limits,
    backoff: options.backoff ?? BACKOFF,
    dryRun: true,
  });
  try {
    return await work(polite, queue);
  } finally {
    await polite.close();
    store.close();
  }
}

/**
 * Tries each source and says what it found; asks for lists only and writes nothing.
 * @param dbFile the database to compare with, or null; one that does not exist is not made
 */
export async function probeSources(
  config: Config,
  dbFile: string | null,
  options: CrawlOptions = {},
): Promise<readonly SourceProbe[]> {
  const sources = config.sources.filter(
    ({ name }) => options.only === undefined || options.only.includes(name),
  );
  return politely(config, dbFile, options, async (polite, store) => {
    const due = store.dueCounts(new Date((options.now ?? Date.now)()).toISOString());
    return Promise.all(
      sources.map(async (source): Promise<SourceProbe> => {
        const base = { name: source.name, type: source.type, due: due.get(source.name) ?? 0 };
        if ('url' in source && source.url !== undefined)
          polite.hosts.setDelay(new URL(source.url).host, source.delay * 1000);
        try {
          const { links } = await listSource(source, polite.persist);
          const kept = links.filter(wants(source));
          const [first] = kept;
          return {
            ...base,
            ok: true,
            found: kept.length,
            listed: links.length,
            new: store.countNew([...new Set(kept.map((link) => queuedPage(link.url, undefined).key))]),
            example: first === undefined ? null : { url: first.url, title: first.title ?? null },
            error: null,
          };
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          return { ...base, ok: false, found: 0, listed: 0, new: 0, example: null, error: message };
        }
      }),
    );
  });
}

/**
 * Finds out what an address is as a source.
 * @throws an Error that says what to do where nothing is found
 */
export async function probeAddress(
  url: string,
  contact: string,
  options: CrawlOptions = {},
): Promise<NewSource> {
  return politely({ ...NOTHING, contact }, null, options, (polite) => discoverSource(url, polite.persist));
}
