import type { Site } from '../sites/site.js';
import { isAddressLine, isAttribution } from './attribution.js';
import { endsSentence, lineKey } from './features.js';
import type { Line } from './line.js';
import { MOSTLY_LINKS } from './start.js';

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
  if (lineKey(line.line) === source) return true;
  return block.kind === 'paragraph' && words < 4 && !endsSentence(line.line) && !/[:：]$/.test(line.line);
}

/**
 * Where the frame of the page begins below the body: the site's own mark, or the first line after which nothing
 * of an article ever follows.
 *
 * @param from index after the head
 * @param first index of the first running text, or -1
 */
export function frameStart(lines: readonly Line[], from: number, first: number, site: Site | null): number {
  const own = site?.end;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    if (own?.test(line.line)) return i;
    if (line.cls === 'final' && first >= 0 && i > first) return i;
  }
  return lines.length;
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
