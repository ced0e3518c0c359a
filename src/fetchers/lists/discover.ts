import type { NewSource } from '../config/edit.js';
import { FetchError } from '../http/errors.js';
import { looksLikeFeed, readFeed } from './feed.js';
import type { Get } from './list-source.js';
import { feedsOfPage } from './page.js';
import { readSitemap } from './sitemap.js';
import { textOf } from './text-of.js';

/** Where sites keep a feed that their pages do not name. */
const USUAL_FEEDS = ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/rss'];

async function textAt(
  get: Get,
  url: string,
): Promise<{ readonly text: string; readonly url: string } | null> {
  try {
    const answer = await get(url);
    if (answer.status < 200 || answer.status >= 300) return null;
    return { text: textOf(answer.bytes, answer.headers['content-type']), url: answer.url };
  } catch (error) {
    if (error instanceof FetchError) return null;
    throw error;
  }
}

function titled(text: string, address: string): NewSource {
  const { title } = readFeed(text, address);
  return { name: title?.trim() || new URL(address).hostname, type: 'feed', url: address };
}

function isSitemap(text: string, address: string): boolean {
  try {
    return readSitemap(text, address).links.length >= 0;
  } catch {
    return false;
  }
}

/**
 * What an address is as a source: a WeChat album or article, a feed, a sitemap, or the feed (failing that the
 * sitemap) of the site that the page belongs to.
 * @throws an Error that says what to do where nothing is found
 */
export async function discoverSource(url: string, get: Get): Promise<NewSource> {
  const { hostname, pathname, origin, searchParams } = new URL(url);
  if (hostname === 'mp.weixin.qq.com') {
    if (pathname === '/mp/appmsgalbum') {
      return { name: `WeChat album ${searchParams.get('album_id') ?? ''}`.trim(), type: 'album', url };
    }
    return { name: 'WeChat articles', type: 'wechat', url };
  }
  const first = await get(url);
  if (first.status >= 400)
    throw new FetchError('status', `${url}: HTTP status ${first.status}`, { status: first.status });
  const text = textOf(first.bytes, first.headers['content-type']);
  if (looksLikeFeed(text)) return titled(text, first.url);
  if (isSitemap(text, first.url)) return { name: hostname, type: 'sitemap', url: first.url };
  const candidates = [
    ...feedsOfPage(text, first.url).map((link) => link.url),
    ...USUAL_FEEDS.map((path) => origin + path),
  ];
  for (const candidate of candidates) {
    const found = await textAt(get, candidate);
    if (found !== null && looksLikeFeed(found.text)) return titled(found.text, found.url);
  }
  const sitemap = await textAt(get, `${origin}/sitemap.xml`);
  if (sitemap !== null && isSitemap(sitemap.text, sitemap.url))
    return { name: hostname, type: 'sitemap', url: sitemap.url };
  throw new Error(
    `${url}: neither a feed nor a sitemap was found; add it by hand as a source of type list with a selector`,
  );
}
