import { find, findAll, lineOf, within } from '../html/query.js';
import type { AnyNode, Document, Element } from '../html/tree.js';
import type { JsonLdArticle } from './json-ld.js';
import { tidyAuthor } from './names.js';
import type { PageHead } from './page-head.js';
import { hostOf } from './url.js';

/** Title, names and links of a page that no script states. */
export interface SiteMetadata {
  readonly title: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly tags: readonly string[];
}

const AUTHOR_META = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'og:article:author',
  'twitter:creator',
  'citation_author',
  'dc.author',
  'article:author_name',
];
const TAG_META = ['news_keywords', 'keywords', 'article:tag', 'parsely-tags', 'sailthru.tags'];
const AUTHOR_NAME =
  /(?:^|[-_\s])(?:author|byline|writer|autor|zuozhe|bianji)(?:[-_]?(?:name|link|title))?(?:[-_\s]|$)/i;
/** What parts a title from the site's name: a space, a mark, a space; or one of the marks that titles do not hold. */
const SEPARATOR = /\s[|–—·»«\-:]\s|\s?[|｜]\s?|_{1,2}(?=[^_]{2,40}$)|\s?-\s?(?=[\p{Script=Han}]{2,20}$)/u;

/**
 * Reads title, site, author and the like.
 *
 * @param shown the title as the page shows it, or ''
 * @param article the article's element, for bylines in it
 */
export function siteMetadata(
  document: Document,
  head: PageHead,
  jsonLd: JsonLdArticle | null,
  shown: string,
  article: AnyNode,
  url: string | null,
): SiteMetadata {
  const { meta } = head;
  const site =
    plain(meta.get('og:site_name') ?? meta.get('application-name') ?? jsonLd?.publisher ?? null) ??
    siteInTitle(head.title, shown) ??
    (url === null ? null : hostOf(url));
  return {
    title: titleOf(head, jsonLd, shown, site),
    source: site,
    author: authorOf(document, head, jsonLd, article),
    description:
      plain(
        meta.get('og:description') ??
          meta.get('description') ??
          meta.get('twitter:description') ??
          jsonLd?.description ??
          null,
      )
        ?.slice(0, 500)
        .toWellFormed() ?? null,
    image: imageOf(
      meta.get('og:image') ??
        meta.get('og:image:url') ??
        meta.get('twitter:image') ??
        meta.get('twitter:image:src') ??
        jsonLd?.image ??
        null,
      url,
    ),
    tags: tagsOf(document, head, jsonLd),
  };
}

function plain(value: string | null): string | null {
  if (value === null) return null;
  const line = value
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toWellFormed();
  return line === '' ? null : line;
}

function titleOf(head: PageHead, jsonLd: JsonLdArticle | null, shown: string, site: string | null): string {
  const stated = plain(
    head.meta.get('og:title') ?? jsonLd?.headline ?? head.meta.get('twitter:title') ?? null,
  );
  const visible = plain(shown);
  // The heading is what readers see; meta data may carry the site's name or a title for search engines.
  if (visible !== null && visible.length >= 4 && visible.length <= 300) return visible;
  return withoutSite(stated ?? plain(head.title) ?? '', site);
}

/** A title without the name of the site behind or before it. */
export function withoutSite(title: string, site: string | null): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const name = site === null ? '' : key(site);
  const kept = parts.filter(
    (part) => name === '' || (key(part) !== name && !(key(part).length > 3 && name.includes(key(part)))),
  );
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (kept.length < parts.length && kept.length > 0) {
    const start = title.indexOf(kept[0] ?? '');
    const last = kept.at(-1) ?? '';
    const end = title.lastIndexOf(last) + last.length;
    return title.slice(start, end).trim();
  }
  return longest.length >= title.length * 0.5 ? longest.trim() : title;
}

/** The site's name as the part of `<title>` that the shown title does not have. */
function siteInTitle(title: string, shown: string): string | null {
  const visible = shown.replace(/\s+/g, ' ').trim();
  if (visible.length < 6 || !title.startsWith(visible)) return null;
  const rest = title.slice(visible.length).replace(/^[\s|｜\-–—_·:»]+/u, '');
  const name = (rest.split(SEPARATOR).at(-1) ?? '').trim();
  return name.length >= 2 && name.length <= 40 ? name : null;
}

function authorOf(
  document: Document,
  head: PageHead,
  jsonLd: JsonLdArticle | null,
  article: AnyNode,
): string | null {
  const stated = [jsonLd?.author ?? null, ...AUTHOR_META.map((name) => head.meta.get(name) ?? null)];
  for (const each of stated) {
    if (each === null || /^(?:https?:)?\/\/|^@|^www\./.test(each)) continue;
    const author = tidyAuthor(plain(each));
    if (author !== null) return author;
  }
  const near = byline(document, article);
  return near;
}

function byline(document: Document, article: AnyNode): string | null {
  const isNamed = (each: Element): boolean =>
    each.attribs.itemprop === 'author' ||
    each.attribs.rel === 'author' ||
    (each.attribs.class !== undefined && AUTHOR_NAME.test(each.attribs.class));
  const found = findAll(document, (each) => each.chars > 0 && each.chars < 200 && isNamed(each), 30);
  const inside = found.filter((each) => within(each, article));
  for (const element of [...inside, ...found]) {
    const name = find(element, (each) => each.attribs.itemprop === 'name' || each.attribs.rel === 'author');
    const author = tidyAuthor(lineOf(name ?? element, 120));
    if (author !== null && isNameLike(author)) return author;
  }
  return null;
}

/** A byline that is a sentence, a count or a button is no name. */
function isNameLike(author: string): boolean {
  if (
    /\d{2,}|[:：|｜/]|\b(?:comment|follow|share|ago|read|view|minute|posted|updated|published|email|twitter)s?\b|粉丝|关注|红包|阅读|评论|发布|编辑于/i.test(
      author,
    )
  )
    return false;
  return /\p{Script=Han}/u.test(author) ? author.length <= 20 : author.split(' ').length <= 6;
}

function imageOf(address: string | null, url: string | null): string | null {
  if (address === null || address.startsWith('data:')) return null;
  try {
    const resolved = new URL(address, url ?? undefined);
    return /^https?:$/.test(resolved.protocol) ? resolved.href : null;
  } catch {
    return null;
  }
}

function tagsOf(document: Document, head: PageHead, jsonLd: JsonLdArticle | null): string[] {
  const links = findAll(
    document,
    (each) => each.name === 'a' && /(?:^|\s)tag(?:\s|$)/.test(each.attribs.rel ?? ''),
    40,
  );
  const linked = links.map((each) => lineOf(each, 60));
  const stated = TAG_META.map((name) => head.meta.get(name) ?? '').find((each) => each !== '') ?? '';
  const list =
    linked.length > 0
      ? linked
      : jsonLd !== null && jsonLd.keywords.length > 0
        ? jsonLd.keywords
        : stated.split(/[,，;；、|]/);
  const tags = list.map((each) => each.replace(/^#\s*/, '').replace(/\s+/g, ' ').trim().toWellFormed());
  return [...new Set(tags.filter((each) => each !== '' && each.length <= 50))].slice(0, 30);
}
