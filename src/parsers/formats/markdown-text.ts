import type { TextBlock } from '../../model/index.js';
import { type MarkdownBlock, scanBlocks } from './markdown-blocks.js';
import { tidySpaces, wellFormed } from './markdown-inline.js';

/** Plain text with its blocks. */
export interface BlockText {
  /** One line a block; no markup. */
  readonly text: string;
  /** In order; `text.slice(start, end)` is the block's line. */
  readonly blocks: readonly TextBlock[];
}

/** Lines of a block as they stand in the plain text: code keeps its indentation, all else is trimmed. */
function linesOf(block: MarkdownBlock): string[] {
  if (block.text === '') return [];
  if (block.kind !== 'code') return block.text.split('\n').map((line) => line.trim());
  return block.text.split('\n').map((line) => (line.trim() ? line.replaceAll('\t', '    ').trimEnd() : ''));
}

/** Joins scanned blocks into plain text; see {@link markdownToText}. */
export function blocksToText(scanned: readonly MarkdownBlock[]): BlockText {
  const lines: string[] = [];
  const blocks: TextBlock[] = [];
  let at = 0;
  for (const block of scanned) {
    if (block.kind === 'rule') continue;
    for (const raw of linesOf(block)) {
      const line = block.kind === 'code' ? tidyCode(raw) : raw;
      if (line === '') continue;
      const span = { kind: block.kind, start: at, end: at + line.length };
      blocks.push(block.kind === 'heading' || block.kind === 'item' ? { ...span, level: block.level } : span);
      lines.push(line);
      at += line.length + 1;
    }
  }
  // A replaced surrogate is as long as what stands for it, so that the spans hold.
  return { text: wellFormed(lines.join('\n')), blocks };
}

function tidyCode(line: string): string {
  const indent = line.length - line.trimStart().length;
  return ' '.repeat(Math.min(indent, 200)) + tidySpaces(line);
}

/**
 * Turns Markdown into the plain text that extraction reads.
 *
 * One line a block: paragraphs, headings, list items (without bullet), quotes, table rows with their cells
 * joined by ` | `, and each line of code. Links are reduced to their text, pictures dropped; emphasis marks go
 * without gluing or splitting words; masked numbers such as `138****1234` stay; escapes and entities are
 * resolved. Linear in its input.
 *
 * @param markdown Markdown without front matter
 */
export function markdownToText(markdown: string): BlockText {
  return blocksToText(scanBlocks(markdown));
}
