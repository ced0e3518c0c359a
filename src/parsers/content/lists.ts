import { printedDates } from '../metadata/printed-date.js';
import { isAttribution } from './attribution.js';
import type { Measured } from './features.js';
import { isHeadLine } from './furniture.js';
import { keyOf, type Line } from './line.js';
import { MOSTLY_LINKS } from './start.js';

/** Lines of a page with words among which a table of contents may begin. */
const HEAD_OF_BODY = 6;
const FEWEST_ENTRIES = 3;
/** Running text beside which a list of links is no article. */
const LITTLE = 30;

/**
 * Drops a table of contents: three or more lines at the start that all come again further down, as the headings of
 * the article.
 */
export function withoutContents(lines: readonly Line[]): readonly Line[] {
  const last = new Map<string, number>();
  for (const [i, line] of lines.entries()) if (line.words > 0) last.set(keyOf(line), i);
  let seen = 0;
  for (let from = 0; from < lines.length && seen < HEAD_OF_BODY; from++) {
    const run = repeatedFrom(lines, from, last);
    if (run.entries >= FEWEST_ENTRIES) return [...lines.slice(0, from), ...lines.slice(run.end)];
    if ((lines[from]?.words ?? 0) > 0) seen++;
  }
  return lines;
}

/** How many lines from an index on stand again below all of them. */
function repeatedFrom(
  lines: readonly Line[],
  from: number,
  last: ReadonlyMap<string, number>,
): { entries: number; end: number } {
  let entries = 0;
  let apart = 0;
  let end = from;
  let before = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.block.kind === 'row' || line.block.kind === 'code') break;
    if (line.words === 0) continue;
    const key = keyOf(line);
    const again = last.get(key) ?? i;
    if (key.length < 4 || again <= i || i >= nearest) break;
    nearest = Math.min(nearest, again);
    if (before >= 0 && lines.slice(before + 1, again).some((between) => between.words > 0)) apart++;
    before = again;
    entries++;
    end = i + 1;
  }
  // A list that stands twice is no table of contents: headings have text below them.
  return end <= nearest && apart >= entries / 2 ? { entries, end } : { entries: 0, end: from };
}

/** Above the links to an account's other articles. */
const OWN_ARTICLES = /公众?号|往期|历史|曾经?(?:发布|推送)|发布过|other (?:posts|articles)|related|previous/i;

/** Whether a line leads over to the list below it: `Last week we wrote about:`. */
function leadsOver(line: Line): boolean {
  if (line.cls !== null || line.words < 3 || line.linkShare > 0.3 || !/[:：]$/.test(line.line)) return false;
  if (line.block.kind === 'item' || isAttribution(line.line) || isHeadLine(line.line)) return false;
  return !OWN_ARTICLES.test(line.line);
}

/**
 * Takes the links of a digest for its text: entries below a line that leads over to them, on a page without running
 * text. On any other page such a list is one of other articles.
 */
export function withListedLinks(lines: readonly Line[]): readonly Line[] {
  if (lines.reduce((sum, line) => sum + line.prose, 0) >= LITTLE) return lines;
  let listed = false;
  return lines.map((line) => {
    if (leadsOver(line)) listed = true;
    else if (line.words > 0 && line.block.kind !== 'item') listed = false;
    const entry = listed && line.cls === null && line.words >= 4 && line.linkShare > MOSTLY_LINKS;
    return entry ? { ...line, linkShare: 0 } : line;
  });
}

/** Address of an author's page. */
const AUTHOR_PAGE =
  /\]\([^()\s]{0,300}\/(?:authors?|autore|autori|giornalista|giornalisti|contributors?|writers?|people|team|profile|handler_list)\b[^()\s]{0,200}\)/i;

/**
 * Drops date and byline where a page sets them between the lead and the text: short lines between the first two
 * lines of running text.
 */
export function withoutByline(lines: readonly Line[]): readonly Line[] {
  const lead = lines.findIndex((line) => line.prose > 0);
  const text = lines.findIndex((line, i) => i > lead && line.prose > 0);
  if (lead < 0 || text < 0 || text - lead > 8) return lines;
  let author = false;
  return lines.filter((line, i) => {
    if (i <= lead || i >= text || line.words === 0) return true;
    const dated = line.words < 14 && isHeadLine(line.line) && printedDates(line.line).length > 0;
    const named = line.words <= 6 && line.linkShare > MOSTLY_LINKS && AUTHOR_PAGE.test(line.block.source);
    // The line below an author's name is his office.
    const office = author && line.block.kind === 'paragraph' && line.words <= 12;
    author = named;
    return !(dated || named || office);
  });
}

/** A link to answer a comment. */
const ANSWER =
  /^(?:回复|回覆|引用|reply|rispondi|répondre|responder|antworten|返信|返信する)(?: to .{1,40})?$/i;
const ANSWER_LINK = /\]\([^()\s]{0,300}(?:reply-?to|#respond|#reply|#comment|[?&]parent=)[^()\s]{0,200}\)/i;

/**
 * Where the comments begin that no heading announces, told by the link to answer the first of them; -1 where none
 * do.
 *
 * @param lines the lines before it
 */
export function commentStart(lines: readonly Line[], answer: Measured): number {
  if (!ANSWER.test(answer.line) || !ANSWER_LINK.test(answer.block.source)) return -1;
  let start = lines.length;
  // Its author, time and picture stand above the link.
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 4); i--) {
    const line = lines[i];
    if (!line || line.prose > 0 || line.words >= 8 || line.block.kind === 'heading') break;
    start = i;
  }
  return start;
}
