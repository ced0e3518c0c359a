import type { Buffer } from 'node:buffer';
import type { PublishedSource } from '../../model/index.js';
import { LOOSE_META, MODIFIED_META, PUBLISHED_META } from './date-meta.js';
import type { JsonLdArticle } from './json-ld.js';
import { markedDates, type PageElements } from './marked-dates.js';
import type { PageHead } from './page-head.js';
import { dayOfUrl } from './printed-date.js';
import { statedDate } from './stated-date.js';
import { hostOf } from './url.js';

/** When a page says it was published, and where it says so. */
export interface PageDates {
  readonly published: string | null;
  readonly from: PublishedSource | null;
  readonly modified: string | null;
}

/** What dates are looked for in. */
export interface DateSources extends PageElements {
  readonly head: PageHead;
  readonly jsonLd: JsonLdArticle | null;
  readonly url: string | null;
  /** When the page was fetched: nothing was published after that day. */
  readonly fetched: string | null;
  /** The page's scripts as UTF-8, where data for its own scripts may state a date that nothing else does. */
  readonly scripts?: readonly Buffer[] | undefined;
}

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
  const marked = markedDates(sources, check);
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
