import { type MarkdownBlock, scanBlocks } from '../formats/markdown-blocks.js';
import { isBroken } from '../formats/markdown-broken.js';
import { rememberedInline } from '../formats/markdown-inline.js';
import { blocksToMarkdown } from '../formats/markdown-write.js';
import { findBody } from './body.js';
import { measure } from './features.js';
import { type Line, withClass } from './line.js';
import { beginsProse, MOSTLY_LINKS } from './start.js';

const NO_HINTS = { title: '', source: null, account: null, wechat: false, broken: false, site: null };
/** Lines of links above the text from which a page has its menus with it. */
const MENU = 5;

/** A line that points to another article: `推荐阅读：[…](…)`. A list of such links below a heading is left to readers. */
const POINTER =
  /^[^\p{L}\p{N}]{0,6}(?:推荐阅读|阅读推荐|(?:往期|精彩|历史|热门|更多)(?:推荐|回顾|精选|精彩|文章|内容|好文|分享|阅读)|(?:相关|延伸|扩展|拓展)阅读|猜你喜欢) ?[:：]/u;

/** Whether a text stands alone: no menu above it, no frame of a page below it. */
function standsAlone(lines: readonly Line[]): boolean {
  if (lines.some((line) => line.cls === 'final')) return false;
  const first = lines.findIndex(beginsProse);
  const above = lines.slice(0, Math.max(0, first));
  return above.filter((line) => line.words > 0 && line.linkShare > MOSTLY_LINKS).length < MENU;
}

/** Index after the last line that does not point to another article. */
function beforePointers(lines: readonly Line[]): number {
  let end = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line) continue;
    if (line.linkShare > 0.3 && POINTER.test(line.line)) end = i;
    else if (line.words > 0) break;
  }
  return end;
}

/**
 * Cleans a text that comes without the head of an archived page: the body of an HTML page, or Markdown by itself. What
 * stands alone is left as it is, but for pointers to other articles at its end; what brings its menus or its frame is
 * cleaned as a page. Cleaning the result again changes nothing.
 */
export function cleanBody(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  // A heading without words heads nothing, and how it is written depends on what stands around it.
  const said = blocks.filter(
    (block) => block.kind !== 'heading' || block.text.trim() !== '' || block.images > 0,
  );
  const lines = said.map((block) => withClass(measure(block)));
  if (!standsAlone(lines)) return findBody(said, NO_HINTS).blocks;
  const end = beforePointers(lines) || said.length;
  // A rule on top would be read as the head of an archived page.
  const start = said.findIndex((block) => block.kind !== 'rule');
  return start < 0 ? [] : said.slice(start, Math.max(start, end));
}

/** Texts in which a line that reads otherwise by itself is a good part of the whole. */
const SHORT = 300;

/**
 * A body that reads the same when it is read again. A link that breaks off is mended by what stands below it: where
 * that went, it is read once more.
 *
 * @param markdown the body
 * @param clean how it was cleaned
 */
export function settled(
  markdown: string,
  clean: (blocks: readonly MarkdownBlock[]) => readonly MarkdownBlock[],
): string {
  let now = markdown;
  for (let round = 0; round < 3; round++) {
    // All but short texts by themselves are looked at only where one of their links breaks off.
    const short = clean === cleanBody && now.length <= SHORT;
    if (!short && !now.includes('...')) return now;
    if (!short && !now.split('\n').some((line) => line.includes('[') && isBroken(line))) return now;
    const again = blocksToMarkdown(clean(scanBlocks(now, rememberedInline())));
    if (again === now) return now;
    now = again;
  }
  return now;
}

/** What the body finder makes of a page without any hint. */
export function findAlone(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  return findBody(blocks, NO_HINTS).blocks;
}
