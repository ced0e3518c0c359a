import type { PublishedSource } from '../../model/index.js';
import { dayOfUrl, type PrintedDate, printedDates } from './printed-date.js';

/** When a page was published, and where that was read. */
export interface Published {
  readonly published: string | null;
  readonly from: PublishedSource | null;
  readonly modified: string | null;
}

/** What the date is looked for in, most telling first. */
export interface DateEvidence {
  /** Lines around the title. */
  readonly head: readonly string[];
  /** Lines below the body: only a date that is said to be the publication's counts there. */
  readonly tail: readonly string[];
  readonly url: string | null;
  /** `date` of the front matter. */
  readonly listed: string | null;
  /** When the page was fetched: nothing is published after that. */
  readonly fetched: string | null;
}

/** Longest line that is taken for one of a page's head. */
const LONGEST = 220;

function nextDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The first ISO day in a front matter value (`2025-01-06`, `2025-01-06T08:00:00+08:00`, `2025/1/6`). */
export function dayOf(value: string | null): string | null {
  return value === null ? null : (printedDates(value)[0]?.day ?? null);
}

/**
 * Settles the publication day: the one printed around the title, else the address's, else the list's. A day after
 * the page was listed or fetched is some other date.
 */
export function settlePublished(e: DateEvidence): Published {
  const listed = dayOf(e.listed);
  const fetched = dayOf(e.fetched);
  const latest = listed ? nextDay(listed, 1) : fetched ? nextDay(fetched, 1) : null;
  const plausible = (d: PrintedDate): boolean => latest === null || d.day <= latest;
  const inHead = e.head
    .filter((line) => line.length <= LONGEST)
    .flatMap((line) => printedDates(line))
    .filter(plausible);
  const inTail = e.tail
    .filter((line) => line.length <= LONGEST)
    .flatMap((line) => printedDates(line))
    .filter(plausible);
  const modified = inHead.find((d) => d.role === 'modified')?.day ?? null;
  const printed =
    inHead.find((d) => d.role === 'published') ??
    inHead.find((d) => d.role === 'plain') ??
    inTail.find((d) => d.role === 'published') ??
    inHead.find((d) => d.role === 'modified');
  if (printed) return { published: printed.day, from: 'page_text', modified };
  const addressed = e.url === null ? null : dayOfUrl(e.url);
  if (addressed && (latest === null || addressed <= latest))
    return { published: addressed, from: 'url', modified };
  return { published: listed, from: listed ? 'front_matter' : null, modified };
}
