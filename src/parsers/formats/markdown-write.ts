import type { MarkdownBlock } from './markdown-blocks.js';
import { wellFormed } from './markdown-inline.js';

/** Whether two blocks stand on neighbouring lines: rows of a table, items of a list. */
function adjoin(before: MarkdownBlock, after: MarkdownBlock): boolean {
  if (after.continues) return before.kind === after.kind;
  return (before.kind === 'row' && after.kind === 'row') || (before.kind === 'item' && after.kind === 'item');
}

/** Writes blocks as Markdown: their own source, one blank line between blocks, a line break at the end. */
export function blocksToMarkdown(blocks: readonly MarkdownBlock[]): string {
  let out = '';
  let last: MarkdownBlock | undefined;
  for (const block of blocks) {
    const source = block.source.replace(/[ \t]+$/gm, '');
    if (last) out += adjoin(last, block) ? '\n' : '\n\n';
    out += source;
    last = block;
  }
  return out === '' ? '' : `${wellFormed(out)}\n`;
}
