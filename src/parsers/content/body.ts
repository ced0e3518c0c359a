import { type MarkdownBlock, scanBlocks } from '../formats/markdown-blocks.js';
import type { Site } from '../sites/site.js';
import { linesToFrame, trimEnd } from './end.js';
import { lineKey, type Measured, measure } from './features.js';
import { isHeadLine } from './furniture.js';
import { keyOf, type Line, withClass } from './line.js';
import { withListedLinks, withoutByline, withoutContents } from './lists.js';
import { backOver, firstProse, headEnd, isTitle, MOSTLY_LINKS, titleEnd } from './start.js';
import { readWeChatHead, type WeChatHead } from './wechat-head.js';

/** What helps to find the body of a page. */
export interface BodyHints {
  /** Empty where the page gives none: it is then taken to be clean already, but for its ends. */
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

/** The body of a page and what stands around it. */
export interface Body {
  readonly blocks: readonly MarkdownBlock[];
  /** The lines of the body. */
  readonly kept: readonly Measured[];
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
  /** Words of the body in lines that menus do not have: sentences, code, tables, longer lines. */
  readonly solid: number;
  /** Whether the page does not repeat its title, so that the body was found by its density alone. */
  readonly unanchored: boolean;
  /** Whether a mark of the site's own showed where the body begins. */
  readonly marked: boolean;
  /** Whether the page ends with the body, so that a cut went through it. */
  readonly reachesEnd: boolean;
  /** Blocks of the body that hold running text. */
  readonly proseBlocks: number;
  /** Pictures where the body is or would be. */
  readonly images: number;
}

/** A heading that a page breaks off in was its lead: some sites set the summary as one. */
function countBrokenHeading(lines: Measured[]): void {
  const last = lines[lines.length - 1];
  if (last?.block.kind === 'heading' && last.words >= 5 && last.linkShare < 0.5) {
    lines[lines.length - 1] = { ...last, prose: last.words };
  }
}

/** Lines that may hold the byline, the date and the source of the page. */
function headLines(lines: readonly Measured[], anchor: number, start: number): Measured[] {
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

/** Posters of WeChat are short lines, and a cleaned page has no menus; else short lines are those of menus. */
function isSolid(line: Line, free: boolean): boolean {
  return free || line.prose > 0 || line.words >= 6 || line.block.kind === 'code' || line.block.kind === 'row';
}

/** A link at the end of a paragraph that leads to the whole or the original text. */
const READ_MORE =
  /(?:\s{0,3}\[{1,2}(?:阅读原文|查看原文|原文链接|阅读全文|点击阅读原文|read more|continue reading|read the full (?:story|article))\]{1,2}\([^()\s]{1,600}\)){1,4}\s{0,3}$/i;

function withoutReadMore(line: Line): Line {
  if (line.linkShare === 0 || line.block.kind !== 'paragraph') return line;
  const source = line.block.source.replace(READ_MORE, '');
  const block = source === line.block.source ? undefined : scanBlocks(source)[0];
  return block ? withClass(measure({ ...block, continues: line.block.continues === true })) : line;
}

/** A link whose clicks are counted for a campaign. */
const CAMPAIGN = /\]\([^()\s]{1,500}[?&]utm_(?:source|medium|campaign)=[^()\s]{0,400}\)/;

/** An advertisement between two paragraphs: set off as a quote, with a link that counts its clicks. */
function isBanner(line: Line): boolean {
  return (
    line.block.kind === 'quote' && line.words < 80 && line.linkShare > 0 && CAMPAIGN.test(line.block.source)
  );
}

/** Drops the lines that belong to the site wherever they stand, and lists of links below them. */
function withoutSiteLines(lines: readonly Line[], hints: BodyHints): Line[] {
  const kept: Line[] = [];
  let dropped = false;
  for (const line of lines) {
    if (line.cls === 'anywhere' || isBanner(line)) continue;
    // A heading without words heads nothing.
    if (line.block.kind === 'heading' && line.line === '' && line.block.images === 0) continue;
    if (line.words > 0) {
      const own = hints.site?.drop?.test(line.line) === true || hints.recurs?.(line.line) === true;
      dropped = own || (dropped && line.linkShare > 0.8 && line.block.kind !== 'heading');
    }
    if (!dropped) kept.push(withoutCodeEnd(withoutReadMore(line), hints.site));
  }
  return kept;
}

/** Drops the line of the site's own below the text, where there is text above it. */
function withoutTrailer(lines: readonly Line[], site: Site | null): readonly Line[] {
  const last = lines.findLastIndex((line) => line.words > 0);
  const line = lines[last];
  const own = line !== undefined && site?.trailer?.test(line.line) === true;
  return own && lines.slice(0, last).some((above) => above.prose > 0) ? lines.slice(0, last) : lines;
}

/** A block of code without the greetings that the site's pages end with. */
function withoutCodeEnd(line: Line, site: Site | null): Line {
  const mark = site?.codeEnd;
  if (mark === undefined || line.block.kind !== 'code') return line;
  const rows = line.block.source.split('\n');
  const cut = rows.findIndex((row, i) => i > 1 && mark.test(row));
  const fence = rows[rows.length - 1] ?? '';
  const block = cut < 0 ? undefined : scanBlocks([...rows.slice(0, cut), fence].join('\n'))[0];
  return block ? withClass(measure(block)) : line;
}

/** Drops marks inside the body (推荐阅读 in mid-article) and the lists of links below them. */
function withoutMarks(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let dropped = false;
  for (const line of lines) {
    if (line.words > 0) {
      const mark = line.cls !== null && line.prose === 0;
      dropped = mark || (dropped && line.linkShare > 0.8 && line.block.kind !== 'heading');
    }
    if (!dropped) kept.push(line);
  }
  return kept;
}

/** A line of a page's head that names what it gives: `报告编号：…`. */
const LABELLED = /^[^:：。，]{2,16}[:：] ?.{1,80}$/;

/** Index after the last line above the running text that is a link, a mark or the title again. */
function afterLeadingLinks(lines: readonly Line[], title: string): number {
  const first = firstProse(lines);
  let start = 0;
  for (let i = 0; i < first; i++) {
    const line = lines[i];
    if (!line || line.words === 0) continue;
    const links = line.linkShare > MOSTLY_LINKS && line.block.kind !== 'row';
    const label = line.prose === 0 && line.words < 14 && LABELLED.test(line.line) && isHeadLine(line.line);
    if (links || label || line.cls !== null || isTitle(keyOf(line), title)) start = i + 1;
  }
  while (start < lines.length && (lines[start]?.words === 0 || lines[start]?.block.kind === 'rule')) start++;
  return start;
}

/** Measures a block; a long title reads like a sentence and is none of the body. */
function measureBeside(block: MarkdownBlock, title: string): Measured {
  const line = measure(block);
  const repeats = line.prose > 0 && line.line.length <= title.length * 4 && isTitle(keyOf(line), title);
  return repeats ? { ...line, prose: 0 } : line;
}

/**
 * Finds the article of a page that was turned into Markdown with all its menus, lists and notes. Finding it again
 * in the result, without hints, changes nothing.
 *
 * @param scanned all blocks of the page, without the front matter
 */
export function findBody(scanned: readonly MarkdownBlock[], hints: BodyHints): Body {
  const title = lineKey(hints.title);
  const lines = scanned.map((block) => measureBeside(block, title));
  if (hints.broken) countBrokenHeading(lines);
  const anchor = titleEnd(lines, title);
  const wechatHead = hints.wechat ? readWeChatHead(lines, anchor, hints.account) : null;
  const from = wechatHead ? wechatHead.end : title === '' ? 0 : headEnd(lines, anchor, hints.site);
  const marked = hints.site?.start?.some((mark) => lines.some((line) => mark.test(line.line))) === true;
  const inside = linesToFrame(lines, from, hints.site);
  const frame = from + inside.length;
  const first = firstProse(inside);
  const skipped = wechatHead || title === '' || first < 0 ? 0 : backOver(inside, first);
  const start = from + skipped;
  const own = withoutTrailer(withoutSiteLines(inside.slice(skipped), hints), hints.site);
  const candidates = withListedLinks(own);
  const end = trimEnd(candidates, lineKey(hints.account ?? hints.source ?? ''));
  const inner = withoutMarks(candidates.slice(0, end));
  const kept = withoutByline(withoutContents(inner.slice(afterLeadingLinks(inner, title))));
  const sum = (of: (line: Line) => number): number => kept.reduce((total, line) => total + of(line), 0);
  return {
    blocks: kept.map((line) => line.block),
    kept,
    lines,
    head: headLines(lines, anchor, start),
    tail: [...candidates.slice(end), ...lines.slice(frame, frame + 12)],
    wechatHead,
    prose: sum((line) => line.prose),
    words: sum((line) => line.words * (1 - line.linkShare)),
    solid: sum((line) =>
      isSolid(line, hints.wechat || title === '') ? line.words * (1 - line.linkShare) : 0,
    ),
    unanchored: title !== '' && anchor <= 1 && wechatHead === null,
    marked,
    reachesEnd:
      kept.length > 0 && kept[kept.length - 1]?.block === lines.findLast((line) => line.words > 0)?.block,
    proseBlocks: sum((line) => (line.prose > 0 ? 1 : 0)),
    images: pictures(inside, hints.wechat),
  };
}
