import { type MarkdownBlock, scanBlocks } from '../formats/markdown-blocks.js';
import { printedDates } from '../metadata/printed-date.js';
import type { Site } from '../sites/site.js';
import { isAddressLine, isAttribution } from './attribution.js';
import { endsSentence, lineKey, type Measured, measure } from './features.js';
import { classifyLine, isHeadLine, type LineClass } from './furniture.js';
import { readWeChatHead, type WeChatHead } from './wechat-head.js';

/** What helps to find the body of a page. */
export interface BodyHints {
  readonly title: string;
  /** Account or site name, which stands alone on lines of the frame. */
  readonly source: string | null;
  readonly site: Site | null;
  /** Name of the WeChat account, null on other pages or where the frame is missing. */
  readonly account: string | null;
  readonly wechat: boolean;
  /** Whether the page was cut off. */
  readonly broken: boolean;
  /** Whether a line recurs on many pages of this source. */
  readonly recurs?: ((line: string) => boolean) | undefined;
}

/** The body of a page and the head above it. */
export interface Body {
  readonly blocks: readonly MarkdownBlock[];
  /** All lines of the page. */
  readonly lines: readonly Measured[];
  /** Lines around the title and above the running text: byline, date, source. */
  readonly head: readonly Measured[];
  /** Lines right below the body: source, date, notes. */
  readonly tail: readonly Measured[];
  readonly wechatHead: WeChatHead | null;
  /** Words of running text in the body. */
  readonly prose: number;
  /** Words in the body outside links. */
  readonly words: number;
  /** Blocks of the body that hold running text. */
  readonly proseBlocks: number;
  readonly images: number;
}

interface Line extends Measured {
  readonly cls: LineClass;
}

/** Share of a page's running text that may stand before its repeated title. */
const BEFORE_TITLE = 0.35;

/** Words of running text that menus may hold: a tagline, a cookie note. */
const LITTLE = 60;

function isTitle(key: string, title: string): boolean {
  if (key === title) return key !== '';
  if (key.length < 6 || title.length < 6) return false;
  // A site name behind the title, or a feed's note behind it.
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
 * Index after the last line above the running text that repeats the title, or -1. A page's own first heading
 * counts as its title where the two are alike (a title that was edited later).
 */
function titleEnd(lines: readonly Line[], title: string, total: number): number {
  if (title === '') return -1;
  let before = 0;
  let found = -1;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    if (before > total * BEFORE_TITLE) break;
    if (line.line.length > 0 && line.line.length <= 400) {
      const key = lineKey(line.line);
      // Within running text only the very title counts: a digest repeats it as one of its headings.
      if (before > LITTLE ? key === title : isTitle(key, title)) found = i;
      else if (
        before === 0 &&
        line.block.kind === 'heading' &&
        line.block.level <= 2 &&
        overlap(key, title) > 0.5
      ) {
        found = i;
      }
    }
    before += line.prose;
  }
  // The archive sets the title above every page; the page's own, if it has one, stands further down.
  return found + 1;
}

/** First index from `from` where running text begins; a heading in sentences counts where nothing else does. */
function firstProse(lines: readonly Line[], from: number): number {
  let heading = -1;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.cls !== null || line.prose === 0 || (line.words < 14 && isHeadLine(line.line)))
      continue;
    if (line.block.kind !== 'heading') return i;
    if (heading < 0) heading = i;
  }
  return heading;
}

/**
 * Where the body begins on a page that does not repeat its title: the stretch of blocks in which running text
 * outweighs links and short lines most.
 */
function densest(lines: readonly Line[]): number {
  let best = 0;
  let at = 0;
  let sum = 0;
  let from = 0;
  lines.forEach((line, i) => {
    const weight = line.prose > 0 ? line.prose : line.linkShare > 0.6 ? -6 : line.words > 0 ? -1.5 : 0;
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += line.cls === 'final' ? -40 : weight;
    if (sum > best) {
      best = sum;
      at = from;
    }
  });
  return at;
}

/** Goes back from the first running text over what introduces it: headings, points of a summary. */
function backOver(lines: readonly Line[], first: number, from: number): number {
  let start = first;
  for (let i = first - 1; i >= from; i--) {
    const line = lines[i];
    if (!line) break;
    const { block } = line;
    if (block.kind === 'rule' || (line.words === 0 && block.images > 0)) continue;
    const introduces =
      line.cls === null &&
      line.linkShare < 0.5 &&
      !isHeadLine(line.line) &&
      (line.prose > 0 || printedDates(line.line).length === 0) &&
      ((block.kind === 'heading' && line.words >= 1) ||
        (block.kind !== 'heading' && line.words >= 6) ||
        (block.kind === 'item' && line.words >= 3) ||
        block.kind === 'code' ||
        endsSentence(line.line));
    if (!introduces) break;
    start = i;
  }
  return start;
}

/** Share of the running text that may follow a mark and still be no part of the article. */
const AFTER_TAIL = 0.45;
const AFTER_WEAK = 0.12;

/** Where the body ends: before the first line after which nothing, or too little, of the article follows. */
function endOf(lines: readonly Line[], from: number, first: number, site: Site | null): number {
  if (site?.end) {
    const end = lines.findIndex((line, i) => i >= from && site.end?.test(line.line));
    if (end >= 0) return endOf(lines.slice(0, end), from, first, null);
  }
  if (first < 0 || first >= lines.length) return lines.length;
  let rest = 0;
  for (let i = first; i < lines.length; i++) rest += lines[i]?.prose ?? 0;
  const times = new Map<string, number>();
  for (const line of lines) {
    if (line.cls === 'weak' || line.cls === 'tail') times.set(line.line, (times.get(line.line) ?? 0) + 1);
  }
  let before = 0;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    if (line.cls === 'final') return i;
    if (line.cls === 'tail' || line.cls === 'weak') {
      // A line that comes again and again labels the items of a digest.
      const label = (times.get(line.line) ?? 0) > 2;
      const share = rest / Math.max(1, before + rest);
      if (share <= (label ? 0 : line.cls === 'tail' ? AFTER_TAIL : AFTER_WEAK)) return i;
    }
    before += line.prose;
    rest -= line.prose;
  }
  return lines.length;
}

/** A hash, a defanged address, an IP address: malware reports end with lists of them. */
const INDICATOR = /\b[0-9a-f]{32,128}\b|\[\.\]|\[:\]|\bhxxps?:|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/i;

/** Whether a block at the body's end is none of the article's. */
function isTailBlock(line: Line, source: string): boolean {
  const { block, words, linkShare, cls } = line;
  if (INDICATOR.test(line.line)) return false;
  if (isAddressLine(line.line) || isAttribution(line.line)) return true;
  if (cls !== null || block.kind === 'rule' || words === 0) return true;
  if (linkShare > 0.6 && block.kind !== 'row') return true;
  if (block.kind === 'heading') return line.prose === 0;
  if (line.prose > 0 || block.kind === 'code' || block.kind === 'row') return false;
  if (lineKey(line.line) === source) return true;
  return block.kind === 'paragraph' && words < 4 && !endsSentence(line.line) && !/[:：]$/.test(line.line);
}

/** Whether a block inside the body is dropped. */
function isForeign(line: Line, hints: BodyHints, previousDropped: boolean): boolean {
  if (hints.site?.drop?.test(line.line)) return true;
  if (hints.recurs?.(line.line)) return true;
  if (line.cls === 'anywhere') return true;
  if (line.cls !== null) return line.prose === 0;
  // The list under a dropped heading (推荐阅读 in mid-article) goes with it.
  return previousDropped && line.linkShare > 0.8 && line.block.kind !== 'heading';
}

function withClass(block: MarkdownBlock): Line {
  const m = measure(block);
  return { ...m, cls: block.kind === 'code' || block.kind === 'row' ? null : classifyLine(m.line) };
}

/** A heading that a page breaks off in was its lead: some sites set the summary as one. */
function countBrokenHeading(lines: Line[]): void {
  const last = lines[lines.length - 1];
  if (last?.block.kind === 'heading' && last.words >= 5 && last.linkShare < 0.5) {
    lines[lines.length - 1] = { ...last, prose: last.words };
  }
}

/** Lines that may hold the byline, the date and the source of the page. */
function headLines(lines: readonly Line[], anchor: number, start: number): Line[] {
  const title = anchor <= 1 ? start : anchor;
  const before = lines.slice(Math.max(0, title - 8), title);
  const after = lines
    .slice(title, Math.max(start, title + 10))
    .filter((line, i) => i < start - title || line.prose === 0);
  return [...after, ...before.reverse()];
}

/** Pictures where the body would be; among menus and lists they are logos and cards. */
function pictures(lines: readonly Line[], wechat: boolean): number {
  const texts = lines.filter((line) => line.words > 0 && line.cls === null).length;
  return wechat || texts <= 4 ? lines.reduce((n, line) => n + line.block.images, 0) : 0;
}

/** Where the head of the page ends and its body may begin. */
function headEnd(lines: readonly Line[], anchor: number, hints: BodyHints): number {
  for (const start of hints.site?.start ?? []) {
    const marked = lines.findIndex((line, i) => i >= Math.max(0, anchor) && start.test(line.line));
    const follows = lines.slice(marked + 1).find((line) => line.words >= 3 && line.linkShare < 0.5);
    if (marked >= 0 && follows && !hints.site?.end?.test(follows.line)) return marked + 1;
  }
  return anchor <= 1 ? Math.max(anchor, densest(lines)) : anchor;
}

/** A link at the end of a paragraph that leads to the whole or the original text. */
const READ_MORE =
  /\s{0,3}\[{1,2}(?:阅读原文|查看原文|原文链接|阅读全文|点击阅读原文|read more|continue reading|read the full (?:story|article))\]{1,2}\([^()\s]{1,600}\)\s{0,3}$/i;

function withoutReadMore(line: Line): Line {
  if (line.linkShare === 0 || line.block.kind !== 'paragraph') return line;
  const source = line.block.source.replace(READ_MORE, '');
  const block = source === line.block.source ? undefined : scanBlocks(source)[0];
  return block ? withClass({ ...block, continues: line.block.continues === true }) : line;
}

/** The lines of `[start, end)` that are the article's. */
function select(lines: readonly Line[], start: number, end: number, hints: BodyHints): Line[] {
  const kept: Line[] = [];
  let dropped = false;
  for (let i = start; i < end; i++) {
    const line = lines[i];
    if (!line) continue;
    if (line.block.kind !== 'rule' && line.words > 0) dropped = isForeign(line, hints, dropped);
    else if (line.cls === 'anywhere') continue;
    if (!dropped) kept.push(withoutReadMore(line));
  }
  return kept;
}

/**
 * Finds the article of a page that was turned into Markdown with all its menus, lists and notes.
 *
 * @param scanned all blocks of the page, without the front matter
 */
export function findBody(scanned: readonly MarkdownBlock[], hints: BodyHints): Body {
  const lines = scanned.map(withClass);
  if (hints.broken) countBrokenHeading(lines);
  const total = lines.reduce((sum, line) => sum + line.prose, 0);
  const title = lineKey(hints.title);
  const anchor = titleEnd(lines, title, total);
  const wechatHead = hints.wechat ? readWeChatHead(lines, Math.max(0, anchor), hints.account) : null;
  const from = wechatHead ? wechatHead.end : headEnd(lines, anchor, hints);
  const begins = firstProse(lines, from);
  const end = endOf(lines, from, begins, hints.site);
  const first = begins < end ? begins : -1;
  const start = wechatHead || first < 0 ? from : backOver(lines, first, from);
  const kept = select(lines, start, end, hints);
  const source = lineKey(hints.account ?? hints.source ?? '');
  const tail: Line[] = [];
  for (let last = kept[kept.length - 1]; last && isTailBlock(last, source); last = kept[kept.length - 1]) {
    kept.pop();
    tail.unshift(last);
  }
  while (kept.length > 0 && (kept[0]?.words === 0 || isTitle(lineKey(kept[0]?.line ?? ''), title)))
    kept.shift();
  const sum = (of: (line: Line) => number): number => kept.reduce((total, line) => total + of(line), 0);
  return {
    blocks: kept.map((line) => line.block),
    lines,
    head: headLines(lines, anchor, start),
    tail: [...tail, ...lines.slice(end, end + 12)],
    wechatHead,
    prose: sum((line) => line.prose),
    words: sum((line) => line.words * (1 - line.linkShare)),
    proseBlocks: sum((line) => (line.prose > 0 ? 1 : 0)),
    images: pictures(lines.slice(from, end), hints.wechat),
  };
}
