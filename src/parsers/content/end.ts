import type { Site } from '../sites/site.js';
import { isAddressLine, isAttribution } from './attribution.js';
import { headsCompanyNote, isClosing, isCompanyNote, isShareName, sectionMark } from './closing.js';
import { endsSentence, type Measured } from './features.js';
import { isHeadLine } from './furniture.js';
import { keyOf, type Line, withClass } from './line.js';
import { commentStart } from './lists.js';
import { beginsProse, MOSTLY_LINKS } from './start.js';

/** Share of the running text that may follow a mark and still be no part of the article. */
const AFTER_TAIL = 0.45;
const AFTER_WEAK = 0.12;

/** A hash, a defanged address, an IP address: malware reports end with lists of them. */
const INDICATOR =
  /(?<![0-9a-f])[0-9a-f]{31,128}\b|\[\.\]|\[:\]|\bhxxps?:|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/i;

/** Words after which a value stands on the next line: `Attribution:`. */
const isLabel = (line: Line | undefined): boolean =>
  line !== undefined && line.cls === null && line.words > 0 && /[:：]$/.test(line.line);

/** Whether a line at the body's end is none of the article's. */
function isTailLine(line: Line, before: Line | undefined, source: string): boolean {
  const { block, words, linkShare, cls } = line;
  if (INDICATOR.test(line.line)) return false;
  if (isAddressLine(line.line) || isAttribution(line.line)) return true;
  if (cls !== null || block.kind === 'rule' || words === 0) return true;
  if (linkShare > MOSTLY_LINKS && block.kind !== 'row') return true;
  if (block.kind === 'code' || block.kind === 'row') return false;
  if (isClosing(line.line) || isShareName(line.line)) return true;
  if (block.kind === 'heading') return line.prose === 0;
  if (source !== '' && keyOf(line) === source) return true;
  if (line.prose > 0) return isCompanyNote(line.line, source);
  if (isLabel(before)) return false;
  // Date, counters and category that some sites set below the text.
  if (words < 10 && isHeadLine(line.line)) return true;
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
    const comments = commentStart(out, line);
    if (comments > 0) return out.slice(0, comments);
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

/** The next line with words after an index, if it is not far. */
function following(lines: readonly Line[], i: number): string {
  for (let k = i + 1; k < Math.min(lines.length, i + 5); k++) {
    const line = lines[k];
    if (line && line.words > 0) return line.line;
  }
  return '';
}

/** Whether a line takes the article up again: a heading with a section's number, or of the conclusion. */
function resumes(line: Line, numbered: boolean): boolean {
  if (line.prose > 0 || line.cls !== null || line.linkShare > 0.2) return false;
  if (line.block.kind !== 'heading' && line.block.kind !== 'paragraph') return false;
  const mark = sectionMark(line.line);
  return mark === 'end' || (mark === 'numbered' && numbered);
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
  const before: number[] = [];
  let sum = 0;
  let sections = 0;
  for (const line of lines) {
    if (line.cls !== null) times.set(labelOf(line), (times.get(labelOf(line)) ?? 0) + 1);
    before.push(sum);
    sum += line.prose;
    if (line.block.kind === 'heading' && sectionMark(line.line) === 'numbered') sections++;
  }
  let end = lines.length;
  let rest = 0;
  // A mark above a further section of the article ends nothing.
  let resumed = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line) continue;
    const above = before[i] ?? 0;
    const last = i === end - 1;
    if (last && (line.prose === 0 || above > line.prose) && isTailLine(line, lines[i - 1], source)) end = i;
    else if (above > 0 && marksEnd(line, lines, i) !== null && !resumed) {
      // A line that comes again and again labels the items of a digest.
      const label = line.prose === 0 && (times.get(labelOf(line)) ?? 0) > 2;
      const share = rest / Math.max(1, above + rest);
      if (!label && share <= (marksEnd(line, lines, i) === 'tail' ? AFTER_TAIL : AFTER_WEAK)) {
        end = i;
        rest = 0;
      } else rest += line.prose;
    } else {
      if (rest > 0 && resumes(line, sections > 1)) resumed = true;
      rest += line.prose;
    }
  }
  return end;
}

/** How far a line ends the article, if it is a mark of its end. */
function marksEnd(line: Line, lines: readonly Line[], i: number): 'tail' | 'weak' | null {
  if (line.cls === 'tail' || line.cls === 'weak') return line.cls;
  if (line.cls !== null || line.prose > 0 || line.block.kind === 'row' || line.block.kind === 'code')
    return null;
  return headsCompanyNote(line.line, following(lines, i)) ? 'tail' : null;
}
