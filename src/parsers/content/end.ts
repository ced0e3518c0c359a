import type { Site } from '../sites/site.js';
import { isAddressLine, isAttribution } from './attribution.js';
import { endsSentence, type Measured } from './features.js';
import { keyOf, type Line, withClass } from './line.js';
import { beginsProse, MOSTLY_LINKS } from './start.js';

/** Share of the running text that may follow a mark and still be no part of the article. */
const AFTER_TAIL = 0.45;
const AFTER_WEAK = 0.12;

/** A hash, a defanged address, an IP address: malware reports end with lists of them. */
const INDICATOR = /\b[0-9a-f]{32,128}\b|\[\.\]|\[:\]|\bhxxps?:|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/i;

/** Whether a line at the body's end is none of the article's. */
function isTailLine(line: Line, source: string): boolean {
  const { block, words, linkShare, cls } = line;
  if (INDICATOR.test(line.line)) return false;
  if (isAddressLine(line.line) || isAttribution(line.line)) return true;
  if (cls !== null || block.kind === 'rule' || words === 0) return true;
  if (linkShare > MOSTLY_LINKS && block.kind !== 'row') return true;
  if (block.kind === 'heading') return line.prose === 0;
  if (line.prose > 0 || block.kind === 'code' || block.kind === 'row') return false;
  if (source !== '' && keyOf(line) === source) return true;
  return block.kind === 'paragraph' && words < 4 && !endsSentence(line.line) && !/[:：]$/.test(line.line);
}

/**
 * The lines from the head of the page to its frame: to the site's own mark, or the first line after which nothing
 * of an article ever follows.
 *
 * @param lines all lines of the page
 * @param from index after the head
 */
export function linesToFrame(lines: readonly Measured[], from: number, site: Site | null): Line[] {
  const own = site?.end;
  const out: Line[] = [];
  let begun = false;
  for (let i = from; i < lines.length; i++) {
    const measured = lines[i];
    if (!measured) continue;
    if (own?.test(measured.line)) break;
    const line = withClass(measured);
    if (line.cls === 'final' && begun) break;
    begun ||= beginsProse(line);
    out.push(line);
  }
  return out;
}

/** What a mark is known by when it comes again: itself, or its label (`Tag：` before other words each time). */
function labelOf(line: Line): string {
  const colon = line.line.search(/[:：]/);
  return colon > 0 && colon < 16 ? line.line.slice(0, colon) : line.line;
}

/**
 * Cuts the end of a body: from the last line upwards, what is none of the article's, and all below a mark
 * (推荐阅读, Related posts) that hardly any running text follows. Going upwards makes the answer final: cutting
 * the result again changes nothing.
 *
 * @param lines the body, not empty, from its head to the frame of the page
 * @param source key of the site's or account's name
 * @returns index after the last line of the article
 */
export function trimEnd(lines: readonly Line[], source: string): number {
  const times = new Map<string, number>();
  for (const line of lines)
    if (line.cls !== null) times.set(labelOf(line), (times.get(labelOf(line)) ?? 0) + 1);
  const before: number[] = [];
  let sum = 0;
  for (const line of lines) {
    before.push(sum);
    sum += line.prose;
  }
  let end = lines.length;
  let rest = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line) continue;
    const above = before[i] ?? 0;
    if (i === end - 1 && isTailLine(line, source)) end = i;
    else if ((line.cls === 'tail' || line.cls === 'weak') && above > 0) {
      // A line that comes again and again labels the items of a digest.
      const label = line.prose === 0 && (times.get(labelOf(line)) ?? 0) > 2;
      const share = rest / Math.max(1, above + rest);
      if (!label && share <= (line.cls === 'tail' ? AFTER_TAIL : AFTER_WEAK)) {
        end = i;
        rest = 0;
      } else rest += line.prose;
    } else rest += line.prose;
  }
  return end;
}
