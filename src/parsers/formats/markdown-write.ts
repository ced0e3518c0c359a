import type { MarkdownBlock } from './markdown-blocks.js';
import { wellFormed } from './markdown-inline.js';
import { readTextDump } from './text-page.js';

/** Whether two blocks stand on neighbouring lines: rows of a table, items of a list, lines of a paragraph. */
function adjoin(before: MarkdownBlock, after: MarkdownBlock): boolean {
  if (after.continues) return before.kind === after.kind;
  return (before.kind === 'row' && after.kind === 'row') || (before.kind === 'item' && after.kind === 'item');
}

function sourceOf(block: MarkdownBlock, first: boolean): string {
  const source = block.source.includes('\n') ? block.source.replace(/[ \t]+$/gm, '') : block.source.trimEnd();
  if (block.kind === 'row') {
    // With bars at both ends a row is one also where the line under its header is gone.
    const row = source.trim();
    return `${row.startsWith('|') ? '' : '| '}${row}${row.endsWith('|') ? '' : ' |'}`;
  }
  if (!first) return source;
  // The title is no part of the body, so that its first heading must not look like one.
  if (block.kind === 'heading' && block.level === 1)
    return `## ${source.replace(/^\s{0,80}#\s*/, '').split('\n')[0]}`;
  return source.replace(/^\s*</, '\\<');
}

/** Writes blocks as Markdown: their own source, one blank line between blocks, a line break at the end. */
export function blocksToMarkdown(blocks: readonly MarkdownBlock[]): string {
  let out = '';
  let last: MarkdownBlock | undefined;
  for (const block of blocks) {
    const source = sourceOf(block, last === undefined);
    if (last) out += adjoin(last, block) ? '\n' : '\n\n';
    out += source;
    last = block;
  }
  // A first line with a date below it would read as the head of a text dump.
  if (readTextDump(out) !== null) out = out.replace('\n', '\n\n');
  return out === '' ? '' : `${wellFormed(out)}\n`;
}
