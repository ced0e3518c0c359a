import type { Article, Count, Name, Report } from '../../model/index.js';
import type { StoredReport } from '../reports.js';
import { isParticular, isTelling, valuesOf } from './features.js';
import { headlineNames, isInHeadline, nameKey } from './names.js';

/** Longest list of keys a report is found by; a page that names more victims is a list, not a report. */
const MOST = 40;

/** What keys are made of. */
interface KeyFacts {
  readonly role: Report['role'];
  readonly victims: readonly Name[];
  readonly counts: readonly Count[];
  readonly actors: readonly Name[];
}

function factsOf(report: StoredReport): KeyFacts {
  return {
    role: report.role,
    victims: valuesOf<Name>(report, 'victim'),
    counts: valuesOf<Count>(report, 'count'),
    actors: valuesOf<Name>(report, 'actor'),
  };
}

const namesOf = ({ victims }: KeyFacts): (readonly string[])[] => victims.map((v) => [v.name, ...v.aliases]);

/**
 * The keys under which linking looks for reports of the same incident: `v:` a victim's normalised name, `n:` a
 * figure particular enough to be no chance, `a:` an attacker with a figure, `u:` the address of the page or of the original it names. Where the
 * headline names none of the victims, the names in it stand beside them, as `v:` and as `h:`.
 */
export function linkKeys(
  stored: StoredReport,
  article: Pick<Article, 'title' | 'url' | 'originalUrl'>,
): string[] {
  const report = factsOf(stored);
  const victims = namesOf(report)
    .flatMap((names) => names.map(nameKey))
    .filter((k) => k !== null);
  const doubtful = report.role === 'main' && !victims.some((k) => isInHeadline(k, article.title));
  const headline = doubtful ? headlineNames(article.title) : [];
  const keys = [
    ...victims.map((k) => `v:${k}`),
    ...headline.flatMap((word, i) => [`v:${word}`, `v:${word}${headline[i + 1] ?? ''}`, `h:${word}`]),
    ...report.counts.filter((c) => isParticular(c.value)).map((c) => `n:${c.value}`),
    ...attackerFigures(report),
    ...(report.role === 'main'
      ? [article.url, article.originalUrl].filter((u) => u !== null).map((u) => `u:${u}`)
      : []),
  ];
  return [...new Set(keys)].slice(0, MOST);
}

/** An attacker has many victims, and round figures recur; the two together point to one event. */
function attackerFigures({ actors, counts }: KeyFacts): string[] {
  const names = actors
    .flatMap((a) => [a.name, ...a.aliases])
    .map(nameKey)
    .filter((k) => k !== null)
    .slice(0, 4);
  const figures = counts.filter((c) => isTelling(c.value)).slice(0, 4);
  return names.flatMap((name) => figures.map((c) => `a:${name}:${c.value}`));
}

/** Pairs of different keys that a report gives as names of one victim, both ways. */
export function aliasPairs(stored: StoredReport): [string, string][] {
  const pairs: [string, string][] = [];
  for (const names of namesOf(factsOf(stored))) {
    const keys = [...new Set(names.map(nameKey))].filter((k) => k !== null).slice(0, 6);
    for (const a of keys) for (const b of keys) if (a !== b) pairs.push([a, b]);
  }
  return pairs;
}
