import type { MarkdownBlock } from '../formats/markdown-blocks.js';
import { type Measured, measure } from './features.js';
import { classifyLine, type LineClass } from './furniture.js';

/** A measured block with what its words say of it. */
export interface Line extends Measured {
  readonly cls: LineClass;
}

/** Measures a block and looks its words up; code and tables are never furniture. */
export function toLine(block: MarkdownBlock): Line {
  const m = measure(block);
  return { ...m, cls: block.kind === 'code' || block.kind === 'row' ? null : classifyLine(m.line) };
}
