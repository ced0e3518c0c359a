import type { PublishedSource } from '../../model/index.js';
import { find, following, lineOf, within } from '../html/query.js';
import { type AnyNode, type Document, Element } from '../html/tree.js';
import type { JsonLdArticle } from './json-ld.js';
import type { PageHead } from './page-head.js';
import { dayOfUrl, printedDates } from './printed-date.js';
import { statedDate } from './stated-date.js';

/** When a page says it was published, and where it says so. */
export interface PageDates {
  readonly published: string | null;
  readonly from: PublishedSource | null;
  readonly modified: string | null;
}

/** What dates are looked for in. */
export interface DateSources {
  readonly document: Document;
  readonly head: PageHead;
  readonly jsonLd: JsonLdArticle | null;
  readonly url: string | null;
  /** When the page was fetched: nothing was published after that day. */
  readonly fetched: string | null;
  /** Element that shows the title. */
  readonly title: Element | undefined;
  /** The article's element. */
  readonly article: AnyNode;
}

const PUBLISHED_META = [
  'article:published_time', 'article:published', 'og:article:published_time', 'og:published_time', 'datepublished', 'date_published',
  'published_time', 'publishdate', 'publish_date', 'publish-date', 'publication_date', 'publicationdate', 'published-date', 'pubdate',
  'pub_date', 'publish_time', 'published_at', 'published', 'publishtime', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'article.published',
  'article_date_original', 'article:create_at', 'bt:pubdate', 'originalpublicationdate', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created',
  'dc.created', 'citation_publication_date', 'citation_date', 'citation_online_date', 'rbpubdate', 'ptime', 'prism.publicationdate', 'shareaholic:article_published_time',
  'apub:time', 'og:release_date', 'weibo:article:create_at', 'datecreated', 'creation_date', 'created', 'article-publication-date', 'gentime',
  'dc.date', 'dcterms.date', 'dc:date', 'date', 'displaydate', 'last-publish-date', 'og:pubdate', 'video:release_date', 'music:release_date',
] as const;
const MODIFIED_META = [
  'article:modified_time', 'article:modified', 'og:updated_time', 'og:article:modified_time', 'datemodified', 'dcterms.modified', 'dc.date.modified', 'last-modified',
  'lastmod', 'modified', 'updated_time', 'article:updated_time', 'revised', 'moddate', 'date_modified', 'last-modified-date',
] as const;

/** Class and id words of elements that hold a date, the plainest first. */
const DATE_NAME = /(?:^|[-_\s])(?:pub(?:lish(?:ed)?)?[-_]?(?:date|time|on|at)?|date|datum|fecha|data|time|timestamp|dateline|posted|created|entry-?date|post-?date|article-?date|published)(?:[-_\s]|$)|pubtime|pubdate|postdate|publishdate|publishtime|entrydate|articledate|datepublished|newsdate|riqi|shijian/i;
const META_NAME = /(?:^|[-_\s])(?:meta|byline|info|postinfo|submitted|details?|dateline|subline|kicker|author|entry-header|post-header|header|source|title)(?:[-_\s]|$)|(?:post|entry|article|news)-?(?:meta|info|details?|byline)|laiyuan/i;
const MODIFIED_NAME = /updat|modif|aktualis|changed|revis/i;
const ASIDE_NAME = /comment|related|sidebar|widget|footer|recent|archive|calendar|popular|teaser|recommend|kommentar|latest|tweet|twitter|more-|also|event/i;
const PUBLISHED_ITEM = new Set(['datepublished', 'datecreated', 'pubdate', 'dateposted', 'uploaddate']);
/** Lines after the title in which a printed date is the article's. */
const NEAR = 14;

/**
 * Settles a page's publication and modification date: JSON-LD, meta, itemprop, time elements, elements named for dates,
 * the address, the lines next to the title, in that order; days that cannot be are passed over.
 */
export function pageDates(sources: DateSources): PageDates {
  const { head, jsonLd, url } = sources;
  const check = (raw: string | null | undefined): string | null => {
    if (raw === null || raw === undefined) return null;
    const date = statedDate(raw);
    return date !== null && isPlausible(date, sources.fetched) ? date : null;
  };
  const inUrl = check(url === null ? null : dayOfUrl(url)) ?? check(head.canonical === null ? null : dayOfUrl(head.canonical)) ?? check(dayOfUrl(head.meta.get('og:url') ?? ''));
  const fromMeta = (names: readonly string[]): string | null => {
    for (const name of names) {
      const date = check(head.meta.get(name));
      if (date !== null) return date;
    }
    return null;
  };
  const marked = collect(sources, check);
  const modified = check(jsonLd?.modified) ?? fromMeta(MODIFIED_META) ?? marked.modified;
  const candidates: (readonly [string | null, PublishedSource])[] = [
    [check(jsonLd?.published), 'json_ld'],
    [fromMeta(PUBLISHED_META), 'meta'],
    [marked.itemprop, 'itemprop'],
    [marked.time, 'time_element'],
    [marked.className, 'class_name'],
    [inUrl, 'url'],
    [marked.nearTitle, 'page_text'],
    [marked.saidSo, 'page_text'],
  ];
  for (const [date, from] of candidates) if (date !== null) return { published: date, from, modified };
  return { published: modified, from: modified === null ? null : 'meta', modified };
}

/** Published after the web began and not after the page was fetched (a day of grace for time zones). */
function isPlausible(date: string, fetched: string | null): boolean {
  const day = date.slice(0, 10);
  if (day < '1995-01-01') return false;
  if (fetched === null) return true;
  const limit = new Date(`${fetched.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(limit.getTime())) return true;
  limit.setUTCDate(limit.getUTCDate() + 1);
  return day <= limit.toISOString().slice(0, 10);
}

interface Marked {
  readonly itemprop: string | null;
  readonly time: string | null;
  readonly className: string | null;
  readonly nearTitle: string | null;
  /** A date that is said to be the publication's, anywhere on the page. */
  readonly saidSo: string | null;
  readonly modified: string | null;
}

/** Dates in the page's elements, one walk. */
function collect(sources: DateSources, check: (raw: string | null | undefined) => string | null): Marked {
  const { document, title, article } = sources;
  let itemprop: string | null = null;
  let timePublished: string | null = null;
  let time: string | null = null;
  let timeElsewhere: string | null = null;
  let named: string | null = null;
  let namedModified: string | null = null;
  let inMeta: string | null = null;
  let modified: string | null = null;
  const around = title === undefined ? undefined : surroundings(title);
  let afterTitle = title === undefined;
  for (let node = following(document, document); node !== null; node = following(node, document)) {
    if (node === title) afterTitle = true;
    if (!(node instanceof Element)) continue;
    const { attribs } = node;
    const item = attribs['itemprop']?.toLowerCase();
    if (item !== undefined && (PUBLISHED_ITEM.has(item) || item === 'datemodified') && node.name !== 'meta') {
      const date = check(attribs['content'] ?? attribs['datetime'] ?? lineOf(node, 100));
      if (item === 'datemodified') modified ??= date;
      else if (!isAside(node)) itemprop ??= date;
    } else if (item !== undefined && node.name === 'meta' && PUBLISHED_ITEM.has(item)) {
      if (!isAside(node)) itemprop ??= check(attribs['content']);
    }
    if (node.name === 'time' || (node.name === 'abbr' && /published|date/.test(attribs['class'] ?? ''))) {
      const names = `${attribs['class'] ?? ''} ${item ?? ''}`;
      const date = check(attribs['datetime'] ?? attribs['title'] ?? attribs['content']) ?? check(lineOf(node, 100));
      if (date === null || isAside(node)) continue;
      if (MODIFIED_NAME.test(names) && !/publi/i.test(names)) {
        modified ??= date;
        continue;
      }
      if (attribs['pubdate'] !== undefined || /publi|entry-date/i.test(names)) timePublished ??= date;
      if (within(node, article) || (around !== undefined && within(node, around)) ) time ??= date;
      else if (afterTitle) timeElsewhere ??= date;
      continue;
    }
    const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
    if (names.length < 3 || node.chars > 600 || node.name === 'body') continue;
    const isDate = DATE_NAME.test(names);
    if (!isDate && !META_NAME.test(names)) continue;
    if (isAside(node)) continue;
    const line = node.chars > 0 ? lineOf(node, 300) : '';
    const dates = printedDates(line);
    const stated = check(attribs['datetime'] ?? attribs['content'] ?? attribs['data-date'] ?? attribs['data-time'] ?? attribs['data-timestamp'] ?? (isDate ? attribs['title'] : undefined));
    const published = dates.find((each) => each.role === 'published') ?? dates.find((each) => each.role === 'plain');
    const date = stated ?? check(published?.day) ?? (isDate && line.length < 40 ? check(line) : null);
    if (date === null) {
      const changed = check(dates.find((each) => each.role === 'modified')?.day);
      if (changed !== null) namedModified ??= changed;
      continue;
    }
    if (isDate && MODIFIED_NAME.test(names) && published?.role !== 'published') {
      namedModified ??= date;
      continue;
    }
    if (isDate) named ??= date;
    else inMeta ??= date;
  }
  const near = nearTitle(document, title, article, check);
  return {
    itemprop,
    time: timePublished ?? time ?? timeElsewhere,
    className: named ?? inMeta,
    nearTitle: near.published,
    saidSo: near.said ?? namedModified,
    modified: modified ?? namedModified,
  };
}

/** The element around a title and its byline: as far up as little else stands in it. */
function surroundings(title: Element): AnyNode {
  let at: AnyNode = title;
  for (let i = 0; i < 3 && at.parent instanceof Element && at.parent.name !== 'body' && at.parent.prose < 2000; i++) at = at.parent;
  return at;
}

/** True inside comments, lists of other articles, the page's foot. */
function isAside(element: Element): boolean {
  let depth = 0;
  for (let at: AnyNode | null = element; at instanceof Element && depth < 12; at = at.parent, depth++) {
    if (at.name === 'body' || at.name === 'main') return false;
    if (at.name === 'footer' || at.name === 'aside' || at.name === 'nav') return depth > 0 && !(at.name === 'footer' && at.parent instanceof Element && at.parent.name === 'article');
    const names = `${at.attribs['class'] ?? ''} ${at.attribs['id'] ?? ''}`;
    if (names.length > 3 && names.length < 200 && ASIDE_NAME.test(names) && at.paragraphs < 6) return true;
  }
  return false;
}

/** Dates printed in the lines from a title on, and such as are said to be the publication's anywhere. */
function nearTitle(document: Document, title: Element | undefined, article: AnyNode, check: (raw: string | null | undefined) => string | null): { published: string | null; said: string | null } {
  const start = title ?? (article instanceof Element ? article : find(document, (each) => each.name === 'body'));
  let published: string | null = null;
  let said: string | null = null;
  let lines = 0;
  let inside = false;
  for (let node = following(document, document); node !== null; node = following(node, document)) {
    if (node === start) inside = true;
    if (node instanceof Element || node.data.length < 6) continue;
    const line = node.data.trim();
    if (line.length < 6) continue;
    if (inside) lines++;
    if (!/\d/.test(line)) continue;
    const dates = printedDates(line);
    if (dates.length === 0) continue;
    if (said === null) said = check(dates.find((each) => each.role === 'published')?.day);
    if (published === null && inside && lines <= NEAR && line.length < 160 && !(node.parent instanceof Element && isAside(node.parent))) {
      published = check(dates.find((each) => each.role !== 'modified')?.day);
    }
  }
  return { published, said };
}
