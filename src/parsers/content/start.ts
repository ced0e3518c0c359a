import { printedDates } from '../metadata/printed-date.js';
import type { Site } from '../sites/site.js';
import { endsSentence, type Measured } from './features.js';
import { isHeadLine } from './furniture.js';
import { keyOf, type Line } from './line.js';

/** Share of a page's running text that may stand before its repeated title. */
const BEFORE_TITLE = 0.35;
/** Words of running text that menus may hold: a tagline, a cookie note. */
const LITTLE = 60;
/** From here a line is a link and not text with a link in it. */
export const MOSTLY_LINKS = 0.6;

/** Whether a line (by its key) repeats the title: itself, with a site's name behind it, or without a feed's note. */
export function isTitle(key: string, title: string): boolean {
  if (key === title) return key !== '';
  if (key.length < 6 || title.length < 6) return false;
  if (key.startsWith(title)) return key.length <= title.length + 40;
  if (title.startsWith(key)) return key.length >= title.length * 0.6;
  return key.endsWith(title) && key.length <= title.length + 20;
}

/** Share of three-letter groups that two titles have in common, of the longer one's. */
function overlap(a: string, b: string): number {
  const grams = (text: string): Set<string> => {
    const out = new Set<string>();
    for (let i = 0; i + 3 <= text.length; i++) out.add(text.slice(i, i + 3));
    return out;
  };
  const [x, y] = [grams(a), grams(b)];
  let shared = 0;
  for (const gram of x) if (y.has(gram)) shared++;
  return shared / Math.max(1, x.size, y.size);
}

/**
 * Index after the last line above the running text that repeats the title; 0 where none does. A page's own first
 * heading counts as its title where the two are alike (a title that was edited later).
 *
 * @param title key of the title
 */
export function titleEnd(lines: readonly Measured[], title: string): number {
  if (title === '') return 0;
  const total = lines.reduce((sum, line) => sum + line.prose, 0);
  let before = 0;
  let found = -1;
  for (const [i, line] of lines.entries()) {
    if (before > LITTLE && before > total * BEFORE_TITLE) break;
    // A key is never longer than its line.
    if (line.line.length >= title.length * 0.5) {
      const key = keyOf(line);
      const { kind, level } = line.block;
      // Within running text only the very title counts: a digest repeats it as one of its headings.
      if (before > LITTLE ? key === title : isTitle(key, title)) found = i;
      else if (before === 0 && kind === 'heading' && level <= 2 && overlap(key, title) > 0.5) found = i;
    }
    before += line.prose;
  }
  return found + 1;
}

/** A line of the head that reads like a sentence: `Published: … Last updated: … by …`. */
function isByline(line: Line): boolean {
  if (!isHeadLine(line.line)) return false;
  return (
    line.words < 14 || printedDates(line.line).some((date) => line.words < (date.role === 'plain' ? 20 : 36))
  );
}

/** Whether running text begins with a line. */
export function beginsProse(line: Line): boolean {
  return line.prose > 0 && line.cls === null && line.block.kind !== 'heading' && !isByline(line);
}

/** First index where running text begins, or -1; a heading in sentences counts where nothing else does. */
export function firstProse(lines: readonly Line[]): number {
  const first = lines.findIndex(beginsProse);
  if (first >= 0) return first;
  return lines.findIndex((line) => line.prose > 0 && line.cls === null && !isByline(line));
}

/** The start of the stretch of lines in which running text outweighs links and short lines most. */
export function densest(lines: readonly Measured[]): number {
  let best = 0;
  let at = 0;
  let sum = 0;
  let from = 0;
  for (const [i, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    const short = line.linkShare > MOSTLY_LINKS ? -6 : line.words > 0 ? -1.5 : 0;
    sum += line.prose > 0 ? line.prose : short;
    if (sum > best) {
      best = sum;
      at = from;
    }
  }
  return at;
}

/** Whether a line above the running text introduces it: a heading, a point of a summary. */
function introduces(line: Line): boolean {
  const { block } = line;
  if (line.cls !== null || line.linkShare >= 0.5 || isHeadLine(line.line)) return false;
  if (line.prose === 0 && printedDates(line.line).length > 0) return false;
  if (block.kind === 'heading') return line.words >= 1;
  if (block.kind === 'code' || line.words >= 6 || endsSentence(line.line)) return true;
  if (line.words >= 2 && /[:：]$/.test(line.line)) return true;
  return block.kind === 'item' && line.words >= 3;
}

/** Goes back from the first running text over what introduces it. */
export function backOver(lines: readonly Line[], first: number): number {
  let start = first;
  for (let i = first - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line) break;
    if (line.block.kind === 'rule' || (line.words === 0 && line.block.images > 0)) continue;
    if (!introduces(line)) break;
    start = i;
  }
  return start;
}

/**
 * Where the head of a page ends and its body may begin.
 *
 * @param anchor index after the repeated title
 */
export function headEnd(lines: readonly Measured[], anchor: number, site: Site | null): number {
  for (const start of site?.start ?? []) {
    const marked = lines.findIndex((line, i) => i >= anchor && start.test(line.line));
    const follows = lines.slice(marked + 1).find((line) => line.words >= 3 && line.linkShare < 0.5);
    if (marked >= 0 && follows && !site?.end?.test(follows.line)) return marked + 1;
  }
  // The archive sets the title above every page; the page's own, if it has one, stands further down.
  return anchor <= 1 ? Math.max(anchor, densest(lines)) : anchor;
}
