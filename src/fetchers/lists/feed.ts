import { parseFeed } from 'feedsmith';
import { type FoundLink, resolveLink, uniqueLinks } from './types.js';

const MAX_ENTRIES = 5000;

interface FeedLinks {
  readonly title: string | undefined;
  readonly links: readonly FoundLink[];
}

interface Entry {
  readonly href: string | undefined;
  readonly title: string | undefined;
  readonly updated: string | undefined;
}

/** Whether a document is a feed by its root element (or JSON Feed's version). */
export function looksLikeFeed(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^\uFEFF/, '');
  if (/^\s{0,200}\{/.test(start)) return start.includes('jsonfeed.org/version');
  return /<(?:rss|feed|rdf:RDF|RDF)[\s>]/i.test(start) && !/<html[\s>]/i.test(start);
}

/** RSS `guid` is an address unless it says it is none; anything may stand there. */
function guidAddress(guid: { value?: string | undefined; isPermaLink?: boolean | undefined } | undefined) {
  return guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined;
}

function entriesOf(text: string): { title: string | undefined; entries: readonly Entry[] } {
  const parsed = parseFeed(text, { maxItems: MAX_ENTRIES });
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          href: item.link ?? guidAddress(item.guid),
          title: item.title,
          updated: item.pubDate,
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          href: item.link ?? item.rdf?.about,
          title: item.title,
          updated: item.dc?.dates?.[0],
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          href: entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href,
          title: entry.title?.value,
          updated: entry.updated ?? entry.published,
        })),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          href: item.url ?? item.external_url,
          title: item.title,
          updated: item.date_modified ?? item.date_published,
        })),
      };
  }
}

/**
 * Reads RSS, Atom, RDF or JSON Feed: the address, title and date of each entry, in the feed's order. A guid
 * is not trusted as identity; entries without an address are left out.
 * @param base address of the feed, which relative links count from
 * @throws where the document is no feed
 */
export function readFeed(text: string, base: string): FeedLinks {
  const { title, entries } = entriesOf(text);
  const links: FoundLink[] = [];
  for (const entry of entries) {
    const url = resolveLink(entry.href, base);
    if (url !== null) links.push({ url, title: entry.title, updated: entry.updated });
  }
  return { title, links: uniqueLinks(links) };
}
