import type { Article, Report } from '../../model/index.js';
import { isParticular } from './features.js';
import { headlineNames, isInHeadline, nameKey } from './names.js';

/** Longest list of keys a report is found by; a page that names more victims is a list, not a report. */
const MOST = 40;

const namesOf = (report: Report): (readonly string[])[] =>
  report.victims.map(({ value }) => [value.name, ...value.aliases]);

/**
 * The keys under which linking looks for reports of the same incident: `v:` a victim's normalised name, `n:` a
 * figure particular enough to be no chance, `u:` the address of the page or of the original it names. Where the
 * headline names none of the victims, the names in it stand beside them, as `v:` and as `h:`.
 */
export function linkKeys(report: Report, article: Pick<Article, 'title' | 'url' | 'originalUrl'>): string[] {
  const victims = namesOf(report)
    .flatMap((names) => names.map(nameKey))
    .filter((k) => k !== null);
  const doubtful = report.role === 'main' && !victims.some((k) => isInHeadline(k, article.title));
  const headline = doubtful ? headlineNames(article.title) : [];
  const keys = [
    ...victims.map((k) => `v:${k}`),
    ...headline.flatMap((word, i) => [`v:${word}`, `v:${word}${headline[i + 1] ?? ''}`, `h:${word}`]),
    ...report.counts.filter((c) => isParticular(c.value.value)).map((c) => `n:${c.value.value}`),
    ...(report.role === 'main'
      ? [article.url, article.originalUrl].filter((u) => u !== null).map((u) => `u:${u}`)
      : []),
  ];
  return [...new Set(keys)].slice(0, MOST);
}

/** Pairs of different keys that a report gives as names of one victim, both ways. */
export function aliasPairs(report: Report): [string, string][] {
  const pairs: [string, string][] = [];
  for (const names of namesOf(report)) {
    const keys = [...new Set(names.map(nameKey))].filter((k) => k !== null).slice(0, 6);
    for (const a of keys) for (const b of keys) if (a !== b) pairs.push([a, b]);
  }
  return pairs;
}
