import { Parser } from 'htmlparser2';
import { type FoundLink, MAX_LINKS, resolveLink, uniqueLinks } from './types.js';

export interface Sitemap {
  /** The pages, those changed last first. */
  readonly links: readonly FoundLink[];
  /** The sitemaps that an index names. */
  readonly sitemaps: readonly string[];
}

/**
 * Reads a sitemap or a sitemap index (sitemaps.org).
 * @throws where the document is neither
 */
export function readSitemap(text: string, base: string): Sitemap {
  const links: FoundLink[] = [];
  const sitemaps: string[] = [];
  let root = '';
  let inside = '';
  let field = '';
  let loc = '';
  let lastmod = '';
  const parser = new Parser(
    {
      onopentag(qualified) {
        const name = qualified.replace(/^.{0,40}:/, '');
        root ||= name;
        if (name === 'url' || name === 'sitemap') {
          inside = name;
          loc = '';
          lastmod = '';
        }
        // `image:loc` and `video:…` are addresses of other things.
        field = inside !== '' && !qualified.includes(':') ? name : '';
      },
      ontext(part) {
        if (field === 'loc') loc += part;
        else if (field === 'lastmod') lastmod += part;
      },
      onclosetag(name) {
        field = '';
        if (name !== inside) return;
        const url = resolveLink(loc, base);
        if (url !== null && inside === 'url' && links.length < MAX_LINKS) {
          links.push({ url, updated: lastmod.trim() || undefined });
        } else if (url !== null && inside === 'sitemap' && sitemaps.length < 1000) {
          sitemaps.push(url);
        }
        inside = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text.replace(/^\uFEFF/, ''));
  if (root !== 'urlset' && root !== 'sitemapindex')
    throw new Error(`not a sitemap (its root is <${root || '?'}>)`);
  const newestFirst = links.toSorted((a, b) => (b.updated ?? '').localeCompare(a.updated ?? '', 'en'));
  return { links: uniqueLinks(newestFirst), sitemaps };
}
