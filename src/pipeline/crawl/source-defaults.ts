import type { Source } from '../../fetchers/index.js';
import type { Article, Snapshot } from '../../model/index.js';
import { parsePage } from '../../parsers/index.js';
import { hashOf, type PreparedPage, prepareFailure, preparePage } from '../../store/index.js';
import { extractFrom } from '../process.js';

/** What a source's configuration says of its pages, for what a page does not say itself. */
export type SourceDefaults = Pick<Source, 'name' | 'lang' | 'timezone'>;

const LOCAL_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?$/;

/** A local time with the offset that its zone had at that moment, e.g. `+08:00`. */
export function withZone(time: string, timeZone: string): string {
  const parts = LOCAL_TIME.exec(time);
  if (parts === null) return time;
  const asUtc = new Date(`${parts[1]}T${parts[2]}${parts[3] ?? ':00'}Z`);
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (moment: Date): string =>
    format
      .formatToParts(moment)
      .find((part) => part.type === 'timeZoneName')
      ?.value.replace('GMT', '') || '+00:00';
  // Asked again at the moment that the first guess leads to: the hours around a clock change differ.
  const first = offsetAt(asUtc);
  const moment = new Date(`${parts[1]}T${parts[2]}${parts[3] ?? ':00'}${first}`);
  return `${time}${offsetAt(moment)}`;
}

/** The article with its source's name, language and zone where the page gives none. */
export function withDefaults(article: Article, defaults: SourceDefaults | undefined): Article {
  if (defaults === undefined) return article;
  const zone = (time: string | null): string | null =>
    time === null || defaults.timezone === undefined ? time : withZone(time, defaults.timezone);
  return {
    ...article,
    source: article.source ?? defaults.name,
    lang: article.lang === 'und' ? (defaults.lang ?? article.lang) : article.lang,
    published: zone(article.published),
    modified: zone(article.modified),
  };
}

/** Takes a fetched page to what the store writes; one that cannot be read gives its reason. */
export function prepareFetched(snapshot: Snapshot, defaults: SourceDefaults | undefined): PreparedPage {
  const input = { path: snapshot.path, rawHash: hashOf(snapshot.bytes), bytes: snapshot.bytes.byteLength };
  try {
    const article = withDefaults(parsePage(snapshot), defaults);
    return preparePage(input, article, extractFrom(article));
  } catch (error) {
    return prepareFailure(input, error instanceof Error ? error.message : String(error));
  }
}
