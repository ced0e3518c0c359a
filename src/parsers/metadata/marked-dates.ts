import { judge } from '../html/content/names.js';
import { find, following, lineOf, within } from '../html/query.js';
import { type AnyNode, type DateNames, type Document, Element } from '../html/tree.js';
import { printedDates } from './printed-date.js';

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

/** Dates that stand in elements and lines of a page. */
export interface Marked {
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

/** Where on a page dates are looked for. */
export interface PageElements {
  readonly document: Document;
  /** Element that shows the title. */
  readonly title: Element | undefined;
  /** The article's element. */
  readonly article: AnyNode;
}

/**
 * Dates in the page's elements, one walk.
 *
 * @param check reads a date, or gives null where it is none or cannot be
 */
export function markedDates(
  sources: PageElements,
  check: (raw: string | null | undefined) => string | null,
): Marked {
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
