import type { Article, SnapshotHints } from '../model/index.js';

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

/** A page that names no source has none, or the bare name of its host. */
function saysNoSource({ source, url }: Article): boolean {
  if (source === null) return true;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : null;
  return host !== null && source.replace(/^www\./, '') === host.replace(/^www\./, '');
}

/** The article with the name of its source, its language and zone where the page gives none. */
export function withHints(article: Article, hints: SnapshotHints | undefined): Article {
  if (hints === undefined) return article;
  const { timeZone } = hints;
  const zone = (time: string | null): string | null =>
    time === null || timeZone === undefined ? time : withZone(time, timeZone);
  return {
    ...article,
    source: saysNoSource(article) ? (hints.source ?? article.source) : article.source,
    lang: article.lang === 'und' ? (hints.lang ?? article.lang) : article.lang,
    published: zone(article.published),
    modified: zone(article.modified),
  };
}
