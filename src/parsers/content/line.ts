import { lineKey, type Measured } from './features.js';
import { classifyLine, type LineClass } from './furniture.js';

/** A measured block with what its words say of it. */
export interface Line extends Measured {
  readonly cls: LineClass;
}

/** Longest line that may be a title, a name or a mark. */
const LONGEST_KEY = 400;

/** The text by which a line is compared; empty for long lines, which are compared with nothing. */
export function keyOf(line: Measured): string {
  return line.line.length > LONGEST_KEY ? '' : lineKey(line.line);
}

/** Looks the words of a line up; code and tables are never furniture. */
export function withClass(m: Measured): Line {
  const { block, line, words, linkShare, prose } = m;
  const cls = block.kind === 'code' || block.kind === 'row' || line === '' ? null : classifyLine(line);
  return { block, line, words, linkShare, prose, cls };
}
