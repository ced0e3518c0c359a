import { EVERYDAY } from './everyday.js';
import type { DaySpan, ReportFeatures } from './features.js';
import { isParticular, isTelling } from './features.js';
import { isInHeadline } from './names.js';

/**
 * How well two reports agree on being about one incident. The points and their reasons are stored with the
 * link and written down in docs/merging.md.
 */
export interface Agreement {
  readonly points: number;
  readonly reasons: readonly string[];
  /** Set where the two cannot be one incident, whatever else agrees. */
  readonly veto: string | null;
}

/** Points from which two reports are taken for the same incident. */
export const ACCEPT = 6;

/** Other names of a victim, as articles gave them: key to keys. */
export type Aliases = (key: string) => readonly string[];

const gap = (a: DaySpan, b: DaySpan): number => Math.max(0, a.from - b.to, b.from - a.to);

function smallestGap(a: readonly DaySpan[], b: readonly DaySpan[]): number | null {
  let best: number | null = null;
  for (const x of a) {
    for (const y of b) {
      const d = gap(x, y);
      if (best === null || d < best) best = d;
    }
  }
  return best;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((x) => b.has(x));
const clash = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && shared(a, b).length === 0;

const WIDE = /[\u3040-\u30ff\u3400-\u9fff]/;
const LATIN = /^[\p{Script=Latin}\d]+$/u;
/** Names in different scripts can be names of one victim; within one script they tell apart. */
const otherScript = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((k) => LATIN.test(k)) !== b.every((k) => LATIN.test(k));

function nearName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const least = LATIN.test(short) ? 5 : 3;
  return (
    short.length >= least &&
    short.length * 2.5 >= long.length &&
    (long.startsWith(short) || long.endsWith(short))
  );
}

interface VictimMatch {
  readonly kind: 'same' | 'alias' | 'headline' | 'near' | 'subject' | 'none' | 'unknown';
  readonly name: string;
}

/** A victim of one that the headline of the other names, where the other's own victims are not in its headline. */
function namedInHeadline(a: ReportFeatures, b: ReportFeatures): string | undefined {
  return b.doubtful ? a.keys.find((k) => isInHeadline(k, b.title)) : undefined;
}

function matchVictims(a: ReportFeatures, b: ReportFeatures, aliases: Aliases): VictimMatch {
  const other = new Set(b.keys);
  const both = a.keys.filter((k) => other.has(k));
  const telling = both.find((k) => !EVERYDAY.has(k)) ?? both[0];
  if (telling !== undefined) return { kind: 'same', name: telling };
  for (const key of a.keys) {
    for (const alias of aliases(key))
      if (other.has(alias)) return { kind: 'alias', name: `${key} = ${alias}` };
  }
  const named = namedInHeadline(a, b) ?? namedInHeadline(b, a);
  if (named !== undefined) return { kind: 'headline', name: named };
  for (const x of a.keys)
    for (const y of b.keys) if (nearName(x, y)) return { kind: 'near', name: `${x} ~ ${y}` };
  if (a.doubtful && b.doubtful) {
    const subject = shared(a.headline, b.headline);
    // In a Chinese headline a Latin word is a name; two Latin headlines share words by chance.
    const least = WIDE.test(a.title) || WIDE.test(b.title) ? 1 : 2;
    if (subject.length >= least) return { kind: 'subject', name: subject.join(', ') };
  }
  return { kind: a.keys.length === 0 || b.keys.length === 0 ? 'unknown' : 'none', name: '' };
}

/**
 * The sides that a type of attack shows of an event. Types with a side in common can describe one event from
 * different ends; types with none are different events.
 */
const SIDES: Readonly<Record<string, readonly string[]>> = {
  ddos: ['outage'],
  defacement: ['defacement'],
  data_exposure: ['exposure'],
  human_error: ['exposure'],
  data_breach: ['intrusion', 'exposure'],
  insider: ['intrusion', 'exposure', 'deceit'],
  physical: ['physical', 'exposure'],
  phishing: ['deceit', 'intrusion'],
  social_engineering: ['deceit', 'intrusion'],
  fraud: ['deceit'],
  bec: ['deceit', 'intrusion'],
  crypto_theft: ['theft', 'intrusion'],
};
const sides = (types: ReadonlySet<string>): Set<string> =>
  new Set([...types].flatMap((t) => SIDES[t] ?? ['intrusion']));

function compareCounts(a: ReportFeatures, b: ReportFeatures): { points: number; reason: string } | null {
  let near = false;
  for (const x of a.counts) {
    for (const y of b.counts) {
      if (x.value === y.value && x.value >= 10) {
        const points = isParticular(x.value) ? 4 : x.value >= 100 ? 2 : 1;
        return { points, reason: `both say ${x.value}` };
      }
      if (x.unit !== y.unit) continue;
      near ||= Math.abs(x.value - y.value) <= 0.08 * Math.max(x.value, y.value);
    }
  }
  // Figures that differ say nothing: they grow from one day to the next.
  return near ? { points: 1, reason: 'figures close to each other' } : null;
}

/** Whether dates that disagree are bare years on one side, often the year of something else in the article. */
function yearsOnly(a: ReportFeatures, b: ReportFeatures, gapDays: number): boolean {
  const bare = (r: ReportFeatures): boolean => r.occurred.every((s) => s.to - s.from > 31);
  return gapDays > 45 && (bare(a) || bare(b));
}

/** Days between what a review or an aside dates and the weeks before a main article on it appeared. */
function awayFrom(main: ReportFeatures, aside: ReportFeatures): number | null {
  if (main.role !== 'main' || aside.role === 'main') return null;
  const weeks: DaySpan = { from: main.published - 60, to: main.published, certain: true };
  return smallestGap([...aside.occurred, ...aside.told], [weeks]);
}

function compareTimes(
  a: ReportFeatures,
  b: ReportFeatures,
): { points: number; reason: string; veto: boolean } {
  const occurred = smallestGap(a.occurred, b.occurred);
  if (occurred !== null && !yearsOnly(a, b, occurred)) {
    if (occurred <= 1) return { points: 2, reason: 'same date of the event', veto: false };
    if (occurred <= 7) return { points: 1, reason: 'dates of the event within a week', veto: false };
    if (occurred <= 45)
      return { points: -1, reason: `dates of the event ${occurred} days apart`, veto: false };
    return { points: -4, reason: `dates of the event ${occurred} days apart`, veto: true };
  }
  const told = smallestGap([...a.occurred, ...a.told], [...b.occurred, ...b.told]);
  if (told !== null && told <= 1) return { points: 2, reason: 'same date given', veto: false };
  const between = Math.abs(a.published - b.published);
  // What a review or an aside tells may be long past; only its own dates speak.
  const past = a.role !== 'main' || b.role !== 'main';
  if (past) {
    const days = awayFrom(a, b) ?? awayFrom(b, a);
    if (days !== null && days > 200) return { points: -4, reason: 'told of another time', veto: true };
    if (days !== null && days > 30) return { points: -1, reason: 'dates do not meet', veto: false };
    if (between <= 7) return { points: 2, reason: 'told within a week', veto: false };
    if (between <= 45) return { points: 1, reason: 'told within 45 days', veto: false };
    return { points: between <= 400 ? 0 : -2, reason: 'told at other times', veto: false };
  }
  if (between <= 4) return { points: 2, reason: 'published within four days', veto: false };
  if (between <= 14) return { points: 1, reason: 'published within two weeks', veto: false };
  if (between <= 45) return { points: 0, reason: 'published within 45 days', veto: false };
  return { points: between <= 120 ? -1 : -3, reason: `published ${between} days apart`, veto: between > 400 };
}

/**
 * Compares two reports. Symmetric, and a function of the two alone (and of the aliases learnt), so incidents
 * come out the same whatever the order in which reports arrive.
 */
export function agreement(a: ReportFeatures, b: ReportFeatures, aliases: Aliases): Agreement {
  const reasons: string[] = [];
  let points = 0;
  const add = (n: number, reason: string): void => {
    points += n;
    reasons.push(`${reason} (${n > 0 ? '+' : ''}${n})`);
  };
  const veto = (reason: string): Agreement => ({ points: Math.min(points, 0), reasons, veto: reason });

  if (a.pageId === b.pageId) return veto('two incidents of one article');
  const victims = matchVictims(a, b, aliases);
  const copies = a.document !== null && a.document === b.document;
  const sameSource = !copies && a.addresses.some((u) => b.addresses.includes(u));
  if (victims.kind === 'same') add(EVERYDAY.has(victims.name) ? 2 : 4, `same victim: ${victims.name}`);
  else if (victims.kind === 'alias') add(4, `same victim by another name: ${victims.name}`);
  else if (victims.kind === 'headline')
    add(EVERYDAY.has(victims.name) ? 2 : 4, `victim named in the headline of the other: ${victims.name}`);
  else if (victims.kind === 'subject') add(3, `headlines name the same: ${victims.name}`);
  else if (victims.kind === 'near') add(3, `names alike: ${victims.name}`);

  if (copies) {
    const alike = victims.kind !== 'none' && (victims.kind !== 'unknown' || a.label === b.label);
    if (alike || (a.role === 'main' && b.role === 'main')) add(6, 'copies of one text');
  } else if (sameSource && a.role === 'main' && b.role === 'main') {
    add(4, 'made from one source');
  }

  const words = a.role === 'main' && b.role === 'main' ? shared(a.headline, b.headline) : [];
  if (victims.kind !== 'subject' && victims.kind !== 'none' && words.length >= 2) {
    add(2, `headlines share ${words.slice(0, 3).join(', ')}`);
  }

  const figures = compareCounts(a, b);
  if (figures !== null) add(figures.points, figures.reason);
  const particular = (figures?.points ?? 0) >= 4;
  const actors = shared(a.actors, b.actors);
  // One attacker has many victims, and round figures recur; both together are rarely chance.
  const factsAgree =
    actors.length > 0 &&
    a.counts.some((x) => isTelling(x.value) && b.counts.some((y) => x.value === y.value));
  const sure = copies || sameSource || factsAgree;
  if (victims.kind === 'none' && !sure && !(particular && otherScript(a.keys, b.keys)))
    return veto('other victims');
  if (victims.kind === 'unknown' && !sure && !particular) return veto('victim not known');

  const times = compareTimes(a, b);
  add(times.points, times.reason);
  if (times.veto && !copies) return veto(times.reason);

  const types = shared(a.types, b.types);
  if (types.length > 0) add(1, `both ${types.slice(0, 3).join(', ')}`);
  else if (a.types.size > 0 && b.types.size > 0) {
    const against = `${[...a.types].join(', ')} against ${[...b.types].join(', ')}`;
    const sameDay = smallestGap(a.occurred, b.occurred) === 0;
    if (clash(sides(a.types), sides(b.types)) && !copies && !sameSource && !particular && !sameDay)
      return veto(against);
  }
  if (actors.length > 0) add(2, `both by ${actors.slice(0, 2).join(', ')}`);
  else if (clash(a.actors, b.actors)) add(times.points >= 2 ? -1 : -2, 'other attackers');
  if (shared(a.malware, b.malware).length > 0) add(1, 'same malware');
  if (shared(a.cves, b.cves).length > 0) add(1, 'same vulnerability');
  if (shared(a.leaked, b.leaked).length >= 3) add(1, 'same kinds of data');
  if (a.volume !== null && a.volume === b.volume) add(2, `both ${a.volume}`);
  const sum = a.money.find((x) => b.money.some((y) => x.amount === y.amount && x.currency === y.currency));
  if (sum !== undefined) add(2, `both ${sum.amount} ${sum.currency}`);
  if (a.country !== null && b.country !== null && a.country !== b.country) add(-1, 'other countries');
  return { points, reasons, veto: null };
}
