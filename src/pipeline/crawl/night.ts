import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, listSource, type Source, wants } from '../../fetchers/crawl.js';
import type { CrawlStore } from '../../store/index.js';
import type { Log, Polite } from './polite.js';
import { type SourceTally, tally } from './report.js';
import { queuedPage, type Visitor } from './visit.js';

const LEASE_MS = 10 * 60_000;
/** How long a run waits for a page that is to be tried again. */
const PATIENCE_MS = 5 * 60_000;
/** All that one run works with. */
export interface Night {
  readonly config: Config;
  readonly sources: readonly Source[];
  readonly store: CrawlStore;
  readonly polite: Polite;
  readonly visitor: Visitor;
  readonly tallies: ReadonlyMap<string, SourceTally>;
  readonly log: Log;
  readonly now: () => number;
  readonly startedAt: string;
  /** Milliseconds since the epoch after which nothing new is begun. */
  readonly deadline: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  claimed: number;
}

/** What is kept of a list until the night is over, to make the next night's request conditional. */
export interface Listed {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The hosts of the pages that it named. */
  readonly hosts: readonly string[];
}

/** @throws where the source is none of this run's */
export function tallyOf(night: Night, source: string): SourceTally {
  const found = night.tallies.get(source);
  if (found === undefined) throw new Error(`${source}: not a source of this run`);
  return found;
}

/** Milliseconds since the epoch as ISO-8601 UTC. */
export const iso = (time: number): string => new Date(time).toISOString();

/** Whether nothing new may be begun. */
function over(night: Night): boolean {
  return night.signal.aborted || night.now() >= night.deadline || night.claimed >= night.limit;
}

/** Reads the list of one source and puts its pages into the queue. */
async function readList(night: Night, source: Source): Promise<Listed> {
  const state = night.store.sourceState(source.name);
  const counts = tallyOf(night, source.name);
  const kept: Listed = { etag: state?.etag ?? null, lastModified: state?.lastModified ?? null, hosts: [] };
  for (const url of 'url' in source && source.url !== undefined ? [source.url] : []) {
    night.polite.hosts.setDelay(new URL(url).host, source.delay * 1000);
  }
  try {
    const listing = await listSource(source, night.polite.persist, kept);
    if (listing.notModified) return kept;
    const pages = listing.links.filter(wants(source)).map(({ url, title }) => queuedPage(url, title));
    counts.found = pages.length;
    counts.newLinks = night.store.add(source.name, pages, night.startedAt).length;
    const hosts = [...new Set(pages.map((page) => page.host))];
    night.log('info', 'list read', { source: source.name, found: pages.length, new: counts.newLinks });
    return { etag: listing.etag, lastModified: listing.lastModified, hosts };
  } catch (error) {
    if (night.signal.aborted) return kept;
    counts.listError = error instanceof Error ? error.message : String(error);
    night.log('warn', 'list failed', { source: source.name, error: counts.listError });
    return kept;
  }
}

/** The sources that may still have a page claimed tonight. */
function openSources(night: Night): readonly string[] {
  return night.sources
    .filter((source) => tallyOf(night, source.name).claimed < source.max)
    .map(({ name }) => name);
}

function delayOf(night: Night, name: string): number {
  return night.sources.find((source) => source.name === name)?.delay ?? night.config.delay;
}

/** Visits the due pages of one host, one after the other. */
async function lane(night: Night, host: string): Promise<void> {
  while (!over(night) && night.polite.hosts.restingUntil(host) === null) {
    const now = night.now();
    const open = openSources(night);
    const page = night.store.claim(host, iso(now), iso(now + LEASE_MS), open);
    if (page === null) {
      const next = night.store.nextDue(host, iso(now + PATIENCE_MS), open);
      if (next === null) return;
      await sleep(Math.max(1, Date.parse(next) - now), undefined, { signal: night.signal }).catch(
        () => undefined,
      );
      continue;
    }
    night.claimed += 1;
    const counts = tallyOf(night, page.source);
    counts.claimed += 1;
    night.polite.hosts.setDelay(host, delayOf(night, page.source) * 1000);
    const outcome = await night.visitor.visit(page);
    if (outcome !== null) tally(counts, outcome);
  }
}

/** Reads all lists, and visits the pages of each host as soon as there is one to visit. */
export async function crawlAll(night: Night): Promise<ReadonlyMap<string, Listed>> {
  const lanes = new Map<string, Promise<void>>();
  let failed: { readonly error: unknown } | undefined;
  const open = (hosts: readonly string[]): void => {
    for (const host of hosts) {
      if (lanes.has(host) || night.polite.hosts.restingUntil(host) !== null) continue;
      const running = lane(night, host)
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => lanes.delete(host));
      lanes.set(host, running);
    }
  };
  const due = (): readonly string[] =>
    night.store.dueHosts(iso(night.now() + PATIENCE_MS), openSources(night));
  const listed = new Map<string, Listed>();
  open(due());
  await Promise.all(
    night.sources.map(async (source) => {
      const list = await readList(night, source);
      listed.set(source.name, list);
      if (!over(night)) open(list.hosts);
    }),
  );
  // A lane that ended may have left pages that another source put in meanwhile.
  while (!over(night) && failed === undefined) {
    if (lanes.size === 0) open(due());
    if (lanes.size === 0) break;
    await Promise.all(lanes.values());
  }
  await Promise.all(lanes.values());
  if (failed !== undefined) throw failed.error;
  return listed;
}

/**
 * Reads what a run that died had fetched, and keeps away from the hosts it was asking.
 * @param died whether the last run did not come to its end
 */
export async function resume(night: Night, died: boolean): Promise<void> {
  const now = Date.now();
  const longest = 1000 * Math.max(night.config.delay, ...night.sources.map((source) => source.delay));
  night.store.recover();
  // What that run asked for last was perhaps not written down.
  if (died) night.polite.hosts.holdAll(now + longest);
  for (const state of night.store.hosts()) {
    const last = state.lastRequestAt === null ? 0 : Date.parse(state.lastRequestAt);
    if (last + longest > now && last <= now) night.polite.hosts.notBefore(state.host, last + longest);
    const until = state.restUntil === null ? 0 : Date.parse(state.restUntil);
    if (until > night.now()) night.polite.stillRests(state.host, until, state.restReason ?? 'it rests');
  }
  for (const page of night.store.unread()) {
    const counts = night.tallies.get(page.source);
    const outcome = await night.visitor.read(page);
    if (counts !== undefined && outcome !== null) tally(counts, outcome);
  }
  night.visitor.flush();
}
