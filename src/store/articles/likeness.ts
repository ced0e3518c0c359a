import { type Fingerprint, overlapOf, simhashDistance } from '../../text/fingerprint.js';
import { fold } from '../../text/fold.js';

/** What decides whether two pages are the same document. */
export interface PageFeatures {
  readonly pageId: number;
  readonly path: string;
  readonly articleId: number;
  readonly title: string;
  readonly source: string | null;
  readonly url: string | null;
  readonly originalUrl: string | null;
  readonly originalSource: string | null;
  readonly published: string | null;
  readonly collected: string;
  readonly kind: string;
  readonly page: string;
  readonly topic: string | null;
  readonly textHash: string;
  readonly length: number;
  readonly simhash: string;
  readonly print: Pick<Fingerprint, 'sketch' | 'level'>;
}

export type Relation = 'same_url' | 'same_text' | 'near_duplicate' | 'repost';

/** Two pages as one document, with how sure that is and why. */
export interface Likeness {
  readonly relation: Relation;
  readonly score: number;
  readonly reason: string;
}

/** Shorter texts are never matched by fingerprint alone: news flashes share their skeleton sentences. */
export const SHORTEST = 300;
/** Share of the shorter text that must stand in the longer one (docs/merging.md). */
const CONTAINED = 0.8;
/** With a statement of the page itself (same URL, named original) less is enough. */
const CONTAINED_STATED = 0.5;
/** Below this share of the length a text is an excerpt or a passage, not a copy; in a digest, below half. */
const RATIO = 0.25;
const RATIO_DIGEST = 0.5;
/** SimHashes of excerpts and their originals differ in up to 27 bits, of unrelated texts in 21 and more. */
const DISTANCE = 28;

/** Titles of one article on one site, changed between two appearances, share this much. */
const TITLES_ALIKE = 0.35;

const BARE = /[^\p{L}\p{N}]{1,200}/gu;

/** A title without its marks, and without the site or account that is written before or after it. */
export function titleKey(title: string): string {
  return fold(title)
    .replace(/^[【[][^】\]]{1,20}[】\]]/, '')
    .replace(BARE, '');
}

function titlesAgree(a: string, b: string): boolean {
  const x = titleKey(a);
  const y = titleKey(b);
  if (x === '' || y === '') return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short === long || (short.length >= 8 && long.includes(short));
}

/** The site a page stands on: its host, or the account where one host carries many. */
function siteOf(page: PageFeatures): string {
  const host = /^[a-z]{1,10}:\/\/(?:www\.)?([^/?#:]{1,253})/i.exec(page.url ?? '')?.[1]?.toLowerCase();
  return host === undefined || host === 'mp.weixin.qq.com' ? (page.source ?? '') : host;
}

const WORD = /[a-z0-9]{1,40}|[^\x00-\x7f]/g;

function titleGrams(title: string): Set<string> {
  const words =
    fold(title)
      .replace(/[\s\p{P}]{1,40}/gu, ' ')
      .match(WORD) ?? [];
  return new Set(
    words.flatMap((w, i) => (w.charCodeAt(0) < 128 ? [w] : [w + (words[i + 1]?.charAt(0) ?? '')])),
  );
}

/** Dice coefficient of the words (Latin) and character pairs (Chinese) of two titles, 0 to 1. */
export function titleLikeness(a: string, b: string): number {
  const [x, y] = [titleGrams(a), titleGrams(b)];
  const shared = [...x].filter((g) => y.has(g)).length;
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size);
}

const ISSUE =
  /第[\d一二三四五六七八九十百]{1,6}[期周季号回]|(?:19|20)\d\d[-/.年]?\d{1,2}(?:[-/.月]?\d{1,2}日?)?|\d{1,2}[-/月]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}|#\d{1,5}/g;

/** Issues of a periodical share most of their frame; their numbers or dates tell them apart. */
function otherIssue(a: string, b: string): boolean {
  const [x, y] = [fold(a).match(ISSUE), fold(b).match(ISSUE)];
  return x !== null && y !== null && x.join() !== y.join();
}

/**
 * Whether two pages are different ones whatever text they share: issues of one periodical, or pages of one site
 * under unlike titles, which share its frame.
 */
function otherPage(a: PageFeatures, b: PageFeatures): boolean {
  const alike = titleLikeness(a.title, b.title) >= TITLES_ALIKE;
  return alike ? otherIssue(a.title, b.title) : siteOf(a) === siteOf(b);
}

function namesOther(a: PageFeatures, b: PageFeatures): boolean {
  return (
    (a.originalUrl !== null && a.originalUrl === b.url) ||
    (a.originalSource !== null && b.source !== null && fold(a.originalSource) === fold(b.source))
  );
}

/**
 * Whether two pages are the same document. Symmetric and a function of the two pages alone, so the groups
 * come out the same whatever the order in which pages arrive.
 *
 * @returns null where they are not
 */
export function likeness(a: PageFeatures, b: PageFeatures): Likeness | null {
  const sameUrl = a.articleId === b.articleId;
  const agree = titlesAgree(a.title, b.title);
  if (a.length === 0 || b.length === 0) {
    return sameUrl && agree ? { relation: 'same_url', score: 1, reason: 'same address and title' } : null;
  }
  if (!agree && otherPage(a, b)) return null;
  if (a.textHash === b.textHash && (agree || a.length >= SHORTEST)) {
    return { relation: 'same_text', score: 1, reason: 'the same text' };
  }
  const { containment, ratio } = overlapOf(a.print, b.print);
  const least = a.topic === 'roundup' || b.topic === 'roundup' ? RATIO_DIGEST : RATIO;
  const percent = `${Math.round(containment * 100)} % of the shorter text`;
  if (sameUrl && (containment >= CONTAINED_STATED || agree)) {
    return { relation: 'same_url', score: Math.max(containment, 0.9), reason: `same address, ${percent}` };
  }
  if (Math.min(a.length, b.length) < SHORTEST) {
    return agree && containment >= CONTAINED && ratio >= least
      ? { relation: 'near_duplicate', score: containment, reason: `same title, ${percent}` }
      : null;
  }
  const stated = namesOther(a, b) || namesOther(b, a);
  if (stated && containment >= CONTAINED_STATED && ratio >= least) {
    return {
      relation: 'repost',
      score: containment,
      reason: `one names the other as its original, ${percent}`,
    };
  }
  if (simhashDistance(a.simhash, b.simhash) > DISTANCE) return null;
  if (containment < CONTAINED || ratio < least) return null;
  return { relation: 'near_duplicate', score: containment, reason: percent };
}

/** Lower comes first: what makes a page the likelier original of its document. */
function originality(page: PageFeatures): readonly (string | number)[] {
  const reposts = page.originalUrl !== null || page.originalSource !== null || page.kind.startsWith('repost');
  return [reposts ? 1 : 0, page.published?.slice(0, 10) ?? '9999', -page.length, page.collected, page.path];
}

/**
 * Puts the pages of one document in the order of docs/merging.md, the original first: one that names no
 * other as its source, then the earliest published, then the longest, then the first collected.
 */
export function byOriginality(pages: readonly PageFeatures[]): PageFeatures[] {
  const named = new Set(pages.flatMap((p) => (p.originalUrl === null ? [] : [p.originalUrl])));
  const ranked = pages.map((page) => ({
    page,
    rank: [page.url !== null && named.has(page.url) ? 0 : 1, ...originality(page)],
  }));
  ranked.sort((a, b) => {
    for (let i = 0; i < a.rank.length; i++) {
      const x = a.rank[i] ?? 0;
      const y = b.rank[i] ?? 0;
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
  return ranked.map((r) => r.page);
}
