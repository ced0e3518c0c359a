import { readFile } from 'node:fs/promises';
import type { Source } from '../config/load.js';
import type { GetOptions, HttpAnswer, Validators } from '../http/client.js';
import { FetchError } from '../http/errors.js';
import { readFeed } from './feed.js';
import { readLinks } from './links.js';
import { readListPage } from './page.js';
import { readSitemap } from './sitemap.js';
import { textOf } from './text-of.js';
import { type FoundLink, MAX_LINKS, uniqueLinks } from './types.js';
import { readAlbum } from './wechat-album.js';

/** Requests an address; politeness and retries are the caller's. */
export type Get = (url: string, options?: GetOptions) => Promise<HttpAnswer>;

export interface Listing {
  readonly links: readonly FoundLink[];
  /** The list has not changed since the last time: `links` is empty. */
  readonly notModified: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Sitemaps read in all for one source, and how deep an index may nest. */
const MAX_SITEMAPS = 100;
const MAX_DEPTH = 2;
/** Parts of an album that are read in one night. */
const MAX_ALBUM_PARTS = 50;

async function good(get: Get, url: string, options?: GetOptions): Promise<HttpAnswer> {
  const answer = await get(url, options);
  if (answer.status === 304 || (answer.status >= 200 && answer.status < 300)) return answer;
  throw new FetchError('status', `${url}: HTTP status ${answer.status}`, {
    status: answer.status,
    retryAfter: answer.headers['retry-after'],
  });
}

const textIn = (answer: HttpAnswer): string => textOf(answer.bytes, answer.headers['content-type']);

function listed(links: readonly FoundLink[], answer?: HttpAnswer): Listing {
  return {
    links,
    notModified: answer?.status === 304,
    etag: answer?.headers.etag ?? null,
    lastModified: answer?.headers['last-modified'] ?? null,
  };
}

/** An index that has not changed says nothing of the sitemaps it names, so it is always read in full. */
async function readSitemaps(get: Get, first: HttpAnswer): Promise<Listing> {
  const links: FoundLink[] = [];
  let level: readonly HttpAnswer[] = [first];
  let read = 1;
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const answer of level) {
      const sitemap = readSitemap(textIn(answer), answer.url);
      links.push(...sitemap.links.slice(0, MAX_LINKS - links.length));
      next.push(...sitemap.sitemaps);
    }
    if (depth >= MAX_DEPTH) break;
    const answers: HttpAnswer[] = [];
    for (const url of next.slice(0, MAX_SITEMAPS - read)) {
      answers.push(await good(get, url));
      read += 1;
    }
    level = answers;
  }
  return read === 1 ? listed(uniqueLinks(links), first) : listed(uniqueLinks(links));
}

async function readAlbumParts(get: Get, first: HttpAnswer, enough: number): Promise<readonly FoundLink[]> {
  const links: FoundLink[] = [];
  let answer = first;
  for (let part = 0; part < MAX_ALBUM_PARTS; part += 1) {
    const album = readAlbum(textIn(answer), answer.url);
    links.push(...album.links);
    if (album.next === null || album.links.length === 0 || links.length >= enough) break;
    answer = await good(get, album.next);
  }
  if (links.length === 0)
    throw new Error('no article in the album: is its address right, or is this a wall?');
  return uniqueLinks(links);
}

/**
 * The pages that a source names tonight, in its order, the newest first where the list says so.
 * @param validators of the last good answer, which make the request conditional
 * @throws FetchError or an Error that says what is wrong with the list
 */
export async function listSource(source: Source, get: Get, validators: Validators = {}): Promise<Listing> {
  if (source.type === 'wechat') return listed(source.urls.map((url) => ({ url })));
  if (source.type === 'urls' && source.urls !== undefined) return listed(source.urls.map((url) => ({ url })));
  if ('file' in source && source.file !== undefined) {
    return listed(readLinks(textOf(new Uint8Array(await readFile(source.file)))));
  }
  if (source.url === undefined) throw new Error(`${source.name}: has neither url nor file`);
  const answer = await good(get, source.url, validators);
  if (answer.status === 304) return listed([], answer);
  switch (source.type) {
    case 'feed':
      return listed(readFeed(textIn(answer), answer.url).links, answer);
    case 'sitemap':
      return readSitemaps(get, answer);
    case 'list':
      return listed(readListPage(textIn(answer), source.selector, answer.url), answer);
    case 'album':
      return listed(await readAlbumParts(get, answer, source.max), answer);
    default:
      return listed(readLinks(textIn(answer)), answer);
  }
}

/** Whether a source wants a link: one of its `keep` patterns, none of its `drop` patterns, in address or title. */
export function wants(source: Source): (link: FoundLink) => boolean {
  const compiled = (patterns: readonly string[] | undefined) =>
    patterns?.map((pattern) => new RegExp(pattern, 'iu'));
  const keep = compiled(source.keep);
  const drop = compiled(source.drop) ?? [];
  return (link) => {
    const hit = (pattern: RegExp) => pattern.test(link.url) || pattern.test(link.title ?? '');
    return (keep === undefined || keep.some(hit)) && !drop.some(hit);
  };
}
