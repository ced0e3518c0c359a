import { BLOCKS, following } from '../query.js';
import { type AnyNode, Element, Text } from '../tree.js';
import type { BuildOptions } from './build.js';
import { imageAddress, imageAlt, linkAddress } from './links.js';
import { MarkdownNode } from './node.js';
import { appendRuns, pushText, type Run, trimRuns } from './runs.js';

/** Cells with more text than this are paragraphs in a layout, not data. */
const LONG_CELL = 1200;
const MAX_COLUMNS = 60;
/** Cells that spans may add to one table. */
const MAX_SPANNED = 20_000;
const NOT_DATA = new Set(['table', 'pre', 'h1', 'h2', 'form', 'article']);

interface Row {
  readonly cells: readonly Element[];
}

/**
 * Tells a table of data from one that lays out a page: at least two columns and rows, no table, heading or code inside,
 * no cell as long as an article.
 */
export function isDataTable(table: Element): boolean {
  if (table.attribs.role === 'presentation') return false;
  let rows = 0;
  let columns = 0;
  let cells = 0;
  let length = 0;
  for (let node = following(table, table); node !== null; node = following(node, table)) {
    if (node instanceof Text) {
      length += node.data.length;
      if (length > LONG_CELL + 200 && node.data.length > LONG_CELL) return false;
      continue;
    }
    if (!(node instanceof Element)) continue;
    if (NOT_DATA.has(node.name)) return false;
    if (node.name === 'tr') {
      rows++;
      cells = 0;
      length = 0;
    } else if (node.name === 'td' || node.name === 'th') {
      cells++;
      length = 0;
      columns = Math.max(columns, cells);
    }
    if (length > LONG_CELL) return false;
  }
  return rows >= 2 && columns >= 2 && columns <= MAX_COLUMNS;
}

function rowsOf(table: Element): Row[] {
  const rows: Element[][] = [];
  for (let node = following(table, table); node !== null; node = following(node, table)) {
    if (!(node instanceof Element)) continue;
    if (node.name === 'tr') rows.push([]);
    else if (node.name === 'td' || node.name === 'th') {
      if (rows.length === 0) rows.push([]);
      rows.at(-1)?.push(node);
    }
  }
  return rows.map((cells) => ({ cells }));
}

/**
 * Appends a table of data: its first row is the header that GFM needs, cells hold inline text, their blocks parted by
 * breaks. A cell over several columns is followed by empty ones; one over several rows is repeated, as each row is
 * read by itself.
 */
export function appendTable(parent: MarkdownNode, table: Element, options: BuildOptions): void {
  const out = MarkdownNode.element('table');
  const carried: { cell: Element; rows: number }[] = [];
  let width = 0;
  let added = 0;
  const grid: (Element | null)[][] = [];
  for (const row of rowsOf(table)) {
    if (options.drop !== undefined && row.cells.every((cell) => options.drop?.has(cell))) continue;
    const line: (Element | null)[] = [];
    let next = 0;
    while (next < row.cells.length || (carried[line.length]?.rows ?? 0) > 0) {
      if (line.length >= MAX_COLUMNS) break;
      const above = carried[line.length];
      if (above !== undefined && above.rows > 0) {
        above.rows--;
        line.push(above.cell);
        continue;
      }
      const cell = row.cells[next++];
      if (cell === undefined) break;
      const columns = span(cell, 'colspan', MAX_COLUMNS);
      const rows = added > MAX_SPANNED ? 1 : span(cell, 'rowspan', 200);
      added += columns * rows - 1;
      for (let i = 0; i < columns && line.length < MAX_COLUMNS; i++) {
        if (rows > 1) carried[line.length] = { cell, rows: rows - 1 };
        line.push(i === 0 ? cell : null);
      }
    }
    width = Math.max(width, line.length);
    grid.push(line);
  }
  const rows = grid.map((line) => line.map((cell) => (cell === null ? [] : cellRuns(cell, options))));
  const filled = rows.filter((line) => line.some((runs) => runs.length > 0));
  if (filled.length === 0) return;
  for (const [at, line] of filled.entries()) {
    const tr = out.append(MarkdownNode.element('tr'));
    for (let i = 0; i < width; i++) {
      const cell = tr.append(MarkdownNode.element(at === 0 ? 'th' : 'td'));
      appendRuns(cell, line[i] ?? []);
    }
  }
  parent.append(out);
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

function cellRuns(cell: Element, options: BuildOptions): Run[] {
  const runs: Run[] = [];
  const breakLine = (): void => {
    if (runs.length > 0 && runs.at(-1)?.kind !== 'break') {
      runs.push({ ...PLAIN, kind: 'break', text: '', src: '' });
    }
  };
  let node: AnyNode | null = following(cell, cell);
  while (node !== null) {
    let skip = false;
    if (node instanceof Text) {
      if (node.data.trim() !== '' || (runs.length > 0 && runs.at(-1)?.kind !== 'break'))
        pushText(runs, node.data, marksAt(node, cell, options));
    } else if (node instanceof Element) {
      skip = options.drop?.has(node) ?? false;
      if (node.name === 'img') {
        const src = imageAddress(node, options.base);
        if (src !== '') runs.push({ ...PLAIN, kind: 'image', text: imageAlt(node), src });
      } else if (BLOCKS.has(node.name)) breakLine();
    }
    const next: AnyNode | null = following(node, cell, skip);
    if (next !== null && leavesBlock(node, next, cell)) breakLine();
    node = next;
  }
  trimRuns(runs);
  return runs;
}

const PLAIN = { strong: false, em: false, del: false, code: false, href: '' };

function marksAt(node: AnyNode, cell: Element, options: BuildOptions): Omit<Run, 'kind' | 'text' | 'src'> {
  let code = false;
  let href = '';
  let depth = 0;
  for (
    let at: AnyNode | null = node.parent;
    at instanceof Element && at !== cell && depth < 40;
    at = at.parent, depth++
  ) {
    if (at.name === 'code') code = true;
    else if (at.name === 'a' && href === '') href = linkAddress(at, options.base);
  }
  return { ...PLAIN, code, href };
}

/** True where going from `node` to `next` ends a block element inside the cell. */
function leavesBlock(node: AnyNode, next: AnyNode, cell: Element): boolean {
  for (let at: AnyNode | null = node; at !== null && at !== cell && at !== next.parent; at = at.parent) {
    if (at instanceof Element && BLOCKS.has(at.name)) return true;
  }
  return false;
}
