import type { Buffer } from 'node:buffer';
import type { PublishedSource } from '../../model/index.js';
import { judge } from '../html/content/names.js';
import { find, following, lineOf, within } from '../html/query.js';
import { type AnyNode, type DateNames, type Document, Element } from '../html/tree.js';
import type { JsonLdArticle } from './json-ld.js';
import type { PageHead } from './page-head.js';
import { dayOfUrl, printedDates } from './printed-date.js';
import { statedDate } from './stated-date.js';
import { hostOf } from './url.js';

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
  /** The page's scripts as UTF-8, where data for its own scripts may state a date that nothing else does. */
  readonly scripts?: readonly Buffer[] | undefined;
}

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date_published',
  'published_time',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'publicationdate',
  'published-date',
  'pubdate',
  'pub_date',
  'publish_time',
  'published_at',
  'published',
  'publishtime',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'article_date_original',
  'article:create_at',
  'bt:pubdate',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'rbpubdate',
  'ptime',
  'prism.publicationdate',
  'shareaholic:article_published_time',
  'apub:time',
  'weibo:article:create_at',
  'article-publication-date',
  'og:pubdate',
] as const;
/** Names that some systems fill with the day of the last change, or of the page's template. */
const LOOSE_META = [
  'date',
  'dc.date',
  'dcterms.date',
  'dc:date',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'datecreated',
  'creation_date',
  'created',
  'gentime',
  'displaydate',
  'last-publish-date',
  'og:release_date',
  'video:release_date',
  'music:release_date',
] as const;
const MODIFIED_META = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'updated_time',
  'article:updated_time',
  'revised',
  'moddate',
  'date_modified',
  'last-modified-date',
] as const;

/** Class and id words of elements that hold a date, the plainest first. */
const DATE_NAME =
  /(?:^|[-_\s])(?:pub(?:lish(?:ed)?)?[-_]?(?:date|time|on|at)?|date|datum|fecha|data|time|timestamp|dateline|posted|created|entry-?date|post-?date|article-?date|published)(?:[-_\s]|$)|pubtime|pubdate|postdate|publishdate|publishtime|entrydate|articledate|datepublished|newsdate|riqi|shijian/i;
const META_NAME =
  /(?:^|[-_\s])(?:meta|byline|info|postinfo|submitted|details?|dateline|subline|kicker|author|entry-header|post-header|header|source|title)(?:[-_\s]|$)|(?:post|entry|article|news)-?(?:meta|info|details?|byline)|laiyuan/i;
const MODIFIED_NAME = /updat|modif|aktualis|changed|revis/i;
const ASIDE_NAME =
  /comment|related|sidebar|widget|footer|recent|archive|calendar|popular|teaser|recommend|kommentar|latest|tweet|twitter|more-|also|event/i;
const PUBLISHED_ITEM = new Set(['datepublished', 'datecreated', 'pubdate', 'dateposted', 'uploaddate']);
/** Characters at the start of a paragraph in which its dateline stands. */
const DATELINE = 40;
/** `31.10.23` by itself. */
const BRIEF = /(?<![\d.])\d{1,2}\.\d{1,2}\.\d\d(?![\d.])/;

/** What an element's names say of dates; they are judged once for all elements that share them. */
function judgeNames(element: Element): DateNames | undefined {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return undefined;
  const verdict = judge(element);
  verdict.dates ??= dateNames(`${classes ?? ''} ${id ?? ''}`);
  return verdict.dates;
}

function dateNames(key: string): DateNames {
  const short = key.slice(0, 300);
  return {
    date: DATE_NAME.test(short),
    meta: META_NAME.test(short),
    modified: MODIFIED_NAME.test(short),
    aside: key.length < 200 && ASIDE_NAME.test(short),
  };
}

/** Short lines right above the title in which a printed date is the article's where none stands below it. */
const ABOVE = 2;
/** Lines after the title in which a printed date is the article's. */
const NEAR = 14;

/**
 * Settles a page's publication and modification date: JSON-LD, meta, itemprop, time elements, elements named for dates,
 * the address, the lines next to the title, in that order; days that cannot be are passed over.
 */
export function pageDates(sources: DateSources): PageDates {
  const { head, jsonLd, url } = sources;
  const dayFirst = isDayFirst(head.lang, url);
  const check = (raw: string | null | undefined): string | null => {
    if (raw === null || raw === undefined) return null;
    const date = statedDate(raw, dayFirst);
    return date !== null && isPlausible(date, sources.fetched) ? date : null;
  };
  const inUrl =
    check(url === null ? null : dayOfUrl(url)) ??
    check(head.canonical === null ? null : dayOfUrl(head.canonical)) ??
    check(dayOfUrl(head.meta.get('og:url') ?? ''));
  const fromMeta = (names: readonly string[]): string | null => {
    for (const name of names) {
      const date = check(head.meta.get(name));
      if (date !== null) return date;
    }
    return null;
  };
  const declared = check(jsonLd?.published);
  const stated = declared ?? fromMeta(PUBLISHED_META);
  // What meta data state in the page's own time needs no second witness.
  if (stated !== null && !stated.endsWith('+00:00')) {
    const from = declared === null ? 'meta' : 'json_ld';
    return { published: stated, from, modified: check(jsonLd?.modified) ?? fromMeta(MODIFIED_META) };
  }
  const marked = collect(sources, check);
  const modified = check(jsonLd?.modified) ?? fromMeta(MODIFIED_META) ?? marked.modified;
  const candidates: (readonly [string | null, PublishedSource])[] = [
    [stated, declared === null ? 'meta' : 'json_ld'],
    [marked.itemprop, 'itemprop'],
    [marked.time, 'time_element'],
    [marked.named, 'class_name'],
    [marked.saidHere, 'page_text'],
    [marked.namedAnywhere, 'class_name'],
    [fromMeta(LOOSE_META), 'meta'],
    [inUrl, 'url'],
    [marked.nearTitle, 'page_text'],
    [marked.saidSo, 'page_text'],
    [marked.declaredAside, 'itemprop'],
    [marked.aside, 'class_name'],
    [check(dayFirstInUrl(url ?? '')), 'url'],
    [marked.only, 'page_text'],
    // Pictures are filed under the day that they were put on the page.
    [check(dayOfUrl(head.meta.get('og:image') ?? '')), 'url'],
  ];
  const first = candidates.find(([date]) => date !== null);
  if (first !== undefined && first[0] !== null) {
    const [date, from] = first;
    const local =
      ownDay(date, [inUrl, marked.time, marked.named, marked.namedAnywhere, marked.nearTitle]) ?? date;
    return { published: local, from, modified };
  }
  const scripted = check(scriptDate(sources.scripts ?? []));
  if (scripted !== null) return { published: scripted, from: 'script', modified };
  return { published: modified, from: modified === null ? null : 'meta', modified };
}

/**
 * The page's own day where its meta data state the time in UTC and the page shows the day before or after: the time
 * was shifted, the reader's day was not.
 */
function ownDay(date: string, shown: readonly (string | null)[]): string | null {
  if (!date.endsWith('+00:00')) return null;
  // Midnight in Central Europe, as systems store a day without a time.
  const midnight = /T2[23]:00:00/.test(date);
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  for (const each of shown) {
    if (each === null) continue;
    const days = (Date.parse(`${each.slice(0, 10)}T00:00:00Z`) - at) / 86_400_000;
    if (days === 0) return null;
    if (Math.abs(days) === 1) return each.slice(0, 10);
  }
  return midnight ? new Date(at + 86_400_000).toISOString().slice(0, 10) : null;
}

const SCRIPT_KEY =
  /["'](?:datePublished|published_?[aA]t|publish(?:ed)?_?[dD]ate|publication_?[dD]ate|first_?[pP]ublished(?:_?(?:[aA]t|[dD]ate))?|pub_?[dD]ate|published_?[tT]ime|publishedOn|created_?[aA]t)["']\s{0,4}:\s{0,4}["']?((?:19|20)\d\d-\d\d-\d\d[^"',}]{0,24}|1[0-9]{9}(?:\d{3})?(?!\d))/;
/** Scripts longer than this are libraries or the data of whole sites. */
const LONGEST_SCRIPT = 1_500_000;

/** The first publication date that the data of the page's scripts state. */
function scriptDate(scripts: readonly Buffer[]): string | null {
  for (const script of scripts) {
    if (script.length > LONGEST_SCRIPT || script.length < 30) continue;
    const match = SCRIPT_KEY.exec(script.toString('latin1'));
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

/** Only the United States write the month first; a bare `en` is mostly theirs. A country's domain tells as well. */
function isDayFirst(lang: string | null, url: string | null): boolean {
  if (lang !== null && lang !== '' && !/^en(?:[-_]us)?$/i.test(lang)) return true;
  const country = /\.([a-z]{2})$/.exec(url === null ? '' : (hostOf(url) ?? ''))?.[1];
  return country !== undefined && !['us', 'io', 'ai', 'tv', 'co', 'me'].includes(country);
}

/** `/29-10-2021`, `/08112021-title`: a day before its month in an address. */
function dayFirstInUrl(url: string): string | null {
  const match = /[/_~-](0[1-9]|[12]\d|3[01])([-_.]?)(0[1-9]|1[0-2])\2(20\d\d)(?=[/_.-]|$)/.exec(url);
  return match === null ? null : `${match[4]}-${match[3]}-${match[1]}`;
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
  /** In an element named for dates next to the title. */
  readonly named: string | null;
  /** Said to be the publication's, after the title. */
  readonly saidHere: string | null;
  /** In an element named for dates elsewhere. */
  readonly namedAnywhere: string | null;
  readonly nearTitle: string | null;
  /** A date that is said to be the publication's, anywhere on the page. */
  readonly saidSo: string | null;
  /** The one day that elements in asides call that of the publication, where it is but one. */
  readonly declaredAside: string | null;
  /** The one day that asides name, where they name but one. */
  readonly aside: string | null;
  /** The only day printed on the page, or the one that prevails. */
  readonly only: string | null;
  readonly modified: string | null;
}

/** Dates in the page's elements, one walk. */
function collect(sources: DateSources, check: (raw: string | null | undefined) => string | null): Marked {
  const { document, title, article } = sources;
  let itemprop: string | null = null;
  let timePublished: string | null = null;
  let time: string | null = null;
  let timeElsewhere: string | null = null;
  let timeBefore: string | null = null;
  let named: string | null = null;
  let namedModified: string | null = null;
  let inMeta: string | null = null;
  let namedBefore: string | null = null;
  let namedNear: string | null = null;
  let inMetaNear: string | null = null;
  let modified: string | null = null;
  const aside = new Set<string>();
  const declaredAside = new Set<string>();
  const holders = holdersOf(title, article);
  const around = title === undefined ? undefined : surroundings(title);
  let afterTitle = title === undefined;
  for (let node = following(document, document); node !== null; node = following(node, document)) {
    if (node === title) afterTitle = true;
    if (!(node instanceof Element)) continue;
    const { attribs } = node;
    const item = attribs.itemprop?.toLowerCase();
    if (item !== undefined && (PUBLISHED_ITEM.has(item) || item === 'datemodified') && node.name !== 'meta') {
      const date = check(attribs.content ?? attribs.datetime ?? lineOf(node, 100));
      if (item === 'datemodified') modified ??= date;
      else if (!isAside(node, holders)) itemprop ??= date;
      else if (date !== null && item === 'datepublished') declaredAside.add(date);
    } else if (item !== undefined && node.name === 'meta' && PUBLISHED_ITEM.has(item)) {
      if (!isAside(node, holders)) itemprop ??= check(attribs.content);
    }
    if (node.name === 'time' || (node.name === 'abbr' && /published|date/.test(attribs.class ?? ''))) {
      const names = `${attribs.class ?? ''} ${item ?? ''}`;
      const date = check(attribs.datetime ?? attribs.title ?? attribs.content) ?? check(lineOf(node, 100));
      if (date === null) continue;
      if (isAside(node, holders)) {
        aside.add(date);
        continue;
      }
      if (MODIFIED_NAME.test(names) && !/publi/i.test(names)) {
        modified ??= date;
        continue;
      }
      if (attribs.pubdate !== undefined || /publi|entry-date/i.test(names)) timePublished ??= date;
      if (within(node, article) || (around !== undefined && within(node, around))) time ??= date;
      else if (afterTitle) timeElsewhere ??= date;
      else timeBefore ??= date;
      continue;
    }
    if (node.chars > 600 || node.name === 'body') continue;
    const verdict = judgeNames(node);
    if (verdict === undefined || (!verdict.date && !verdict.meta)) continue;
    const isDate = verdict.date;
    if (node.name === 'input') continue;
    const beside = isAside(node, holders);
    if (beside && !isDate) continue;
    const line = node.chars > 0 ? lineOf(node, 300) : '';
    const dates = printedDates(line);
    const stated = check(
      attribs.datetime ??
        attribs.content ??
        attribs['data-date'] ??
        attribs['data-time'] ??
        attribs['data-timestamp'] ??
        (isDate ? attribs.title : undefined),
    );
    const published =
      dates.find((each) => each.role === 'published') ?? dates.find((each) => each.role === 'plain');
    const date = stated ?? check(published?.day) ?? (isDate && line.length < 40 ? check(line) : null);
    if (date === null) {
      const changed = check(dates.find((each) => each.role === 'modified')?.day);
      if (changed !== null) namedModified ??= changed;
      continue;
    }
    if (beside) {
      aside.add(date);
      continue;
    }
    if (isDate && verdict.modified && published?.role !== 'published') {
      namedModified ??= date;
      continue;
    }
    if (around !== undefined && within(node, around)) {
      if (isDate) namedNear ??= date;
      else inMetaNear ??= date;
    }
    if (!afterTitle && !within(node, article)) namedBefore ??= date;
    else if (isDate) named ??= date;
    else inMeta ??= date;
  }
  const near = nearTitle(document, title, article, holders, check);
  return {
    itemprop,
    time: timePublished ?? time ?? timeElsewhere ?? timeBefore,
    named: namedNear ?? inMetaNear,
    saidHere: near.saidHere,
    namedAnywhere: named ?? inMeta ?? (near.published === null ? namedBefore : null),
    nearTitle: near.published,
    saidSo: near.said ?? namedModified,
    declaredAside: onlyOne(declaredAside),
    aside: onlyOne(aside),
    only: prevailing(near.days),
    modified: modified ?? namedModified,
  };
}

function onlyOne(days: ReadonlySet<string>): string | null {
  const [first] = days;
  return days.size === 1 && first !== undefined ? first : null;
}

/** The day that is printed more often than all others together. */
function prevailing(days: ReadonlyMap<string, number>): string | null {
  let all = 0;
  for (const count of days.values()) all += count;
  for (const [day, count] of days) if (count * 2 > all) return day;
  return null;
}

/** The elements that the title and the article stand in. */
function holdersOf(...nodes: readonly (AnyNode | undefined)[]): ReadonlySet<AnyNode> {
  const holders = new Set<AnyNode>();
  for (const node of nodes) for (let at = node ?? null; at !== null; at = at.parent) holders.add(at);
  return holders;
}

/** The element around a title and its byline: as far up as little else stands in it. */
function surroundings(title: Element): AnyNode {
  let at: AnyNode = title;
  for (
    let i = 0;
    i < 3 && at.parent instanceof Element && at.parent.name !== 'body' && at.parent.prose < 2000;
    i++
  )
    at = at.parent;
  return at;
}

/** True inside comments, lists of other articles, the page's foot; what holds the article itself is none of them. */
function isAside(element: Element, holders: ReadonlySet<AnyNode>): boolean {
  let depth = 0;
  for (let at: AnyNode | null = element; at instanceof Element && depth < 12; at = at.parent, depth++) {
    if (at.name === 'body' || at.name === 'main' || holders.has(at)) return false;
    if (at.name === 'footer' || at.name === 'aside' || at.name === 'nav')
      return (
        depth > 0 && !(at.name === 'footer' && at.parent instanceof Element && at.parent.name === 'article')
      );
    if (judgeNames(at)?.aside) return true;
  }
  return false;
}

/** Dates printed in the lines from a title on, and such as are said to be the publication's anywhere. */
function nearTitle(
  document: Document,
  title: Element | undefined,
  article: AnyNode,
  holders: ReadonlySet<AnyNode>,
  check: (raw: string | null | undefined) => string | null,
): {
  published: string | null;
  said: string | null;
  saidHere: string | null;
  days: ReadonlyMap<string, number>;
} {
  const start =
    title ?? (article instanceof Element ? article : find(document, (each) => each.name === 'body'));
  let published: string | null = null;
  let said: string | null = null;
  let saidHere: string | null = null;
  let beforeTitle: string[] = [];
  let lines = 0;
  let inside = false;
  const days = new Map<string, number>();
  for (let node = following(document, document); node !== null; node = following(node, document)) {
    if (node === start) inside = true;
    if (node instanceof Element || node.data.length < 6) continue;
    const line = node.data.trim();
    if (line.length < 6) continue;
    if (inside) lines++;
    else if (line.length < 60) beforeTitle = [line, ...beforeTitle.slice(0, ABOVE - 1)];
    if (!/\d\d/.test(line)) continue;
    const dates = printedDates(line);
    for (const each of dates) days.set(each.day, (days.get(each.day) ?? 0) + 1);
    const told = check(dates.find((each) => each.role === 'published')?.day);
    said ??= told;
    if (
      told !== null &&
      saidHere === null &&
      inside &&
      !(node.parent instanceof Element && isAside(node.parent, holders))
    )
      saidHere = told;
    if (
      published !== null ||
      !inside ||
      lines > NEAR ||
      (node.parent instanceof Element && isAside(node.parent, holders))
    )
      continue;
    // A day at the start of the first sentences is the dateline's.
    const first = dates.find(
      (each) => each.role !== 'modified' && (line.length < 160 || each.start < DATELINE),
    );
    published =
      check(first?.day) ?? (dates.length === 0 && line.length < 60 ? check(BRIEF.exec(line)?.[0]) : null);
  }
  for (const line of beforeTitle) published ??= check(BRIEF.exec(line)?.[0] ?? printedDates(line)[0]?.day);
  return { published, said, saidHere, days };
}
