import type { BlockKind } from '../../model/index.js';
import { isDateLine } from '../metadata/printed-date.js';
import { mendCutLink } from './markdown-broken.js';
import { type InlineReader, inlineToText } from './markdown-inline.js';
import { splitBlockLinks } from './markdown-links.js';

/** One block of a Markdown page, with what body finding needs to know of it. */
export interface MarkdownBlock {
  readonly kind: BlockKind | 'rule';
  /** Heading level, nesting depth of a list item from 1, else 0. */
  readonly level: number;
  /** Source lines, marks and all. */
  readonly source: string;
  /** Whether it is a further line of the paragraph that the block before it began. */
  readonly continues?: boolean;
  /** Plain text, one line a forced break; empty for a picture or a rule. */
  readonly text: string;
  /** Characters of `text` that stand in links. */
  readonly linked: number;
  readonly images: number;
}

interface Open {
  readonly kind: BlockKind;
  readonly level: number;
  readonly source: string[];
  readonly inline: string[];
}

const FENCE = /^(`{3,}|~{3,})[^`]{0,80}$/;
const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const ITEM = /^(?:[*+-]|\d{1,3}[.)])(?:[ \t]+|$)/;
const SEPARATOR = /^\|?[ \t]{0,20}:?-{3,}[-|: \t]*$/;
const DEFINITION = /^\[[^\]\n]{1,100}\]:[ \t]{1,10}\S{1,2000}(?:[ \t]{1,10}"[^"\n]{0,300}")?$/;
const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
const SENTENCE_END = /[.!?:;。！？：；…”"」』)）\]】]$/;
const MAX_DEPTH = 64;
const ICON = /[\ue000-\uf8ff]/;
const ICONS = /[*_]{0,2}[\ue000-\uf8ff]{1,8}[*_]{0,2}/g;

/** `***`, `- - -`, `____`: three or more of one mark and nothing else. */
function isRule(line: string): boolean {
  const mark = line.charAt(0);
  if (mark !== '*' && mark !== '-' && mark !== '_') return false;
  let count = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i);
    if (c === mark) count++;
    else if (c !== ' ' && c !== '\t') return false;
  }
  return count >= 3;
}

/** The underline of a heading in the older style. */
function setextLevel(line: string): 0 | 1 | 2 {
  const mark = line.charAt(0);
  if ((mark !== '=' && mark !== '-') || line.length < 3) return 0;
  for (let i = 1; i < line.length; i++) if (line.charAt(i) !== mark) return 0;
  return mark === '=' ? 1 : 2;
}

/**
 * Whether a soft line break inside a paragraph joins two halves of a sentence (text wrapped at a fixed width)
 * rather than parting two lines. Chinese and Japanese sources are not wrapped: their breaks were `<br>`.
 */
function isWrap(before: string, after: string): boolean {
  if (before.length < 45 || SENTENCE_END.test(before)) return false;
  return (
    !CJK.test(before.charAt(before.length - 1)) &&
    !CJK.test(after.charAt(0)) &&
    !after.startsWith('http') &&
    !isDateLine(after)
  );
}

const BACKSLASH = 0x5c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** How many link brackets a line leaves open. */
function openBrackets(line: string): number {
  let depth = 0;
  for (let i = line.indexOf('['); i >= 0 && i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === OPEN) depth++;
    else if (unit === CLOSE && depth > 0) depth--;
  }
  return depth;
}

interface Group {
  /** Source lines that belong to it. */
  count: number;
  inline: string;
  /** Whether its last line ended in a backslash: a hard break, no character of the text. */
  breaks?: boolean;
}

/**
 * Puts the lines of a paragraph together: halves of a wrapped sentence into one line, all others apart. A link
 * that runs over a line break keeps its lines in one group.
 *
 * @returns groups of source lines with the inline source of each
 */
function groupLines(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  // A bracket that nothing closes opens no link.
  const balanced = !lines.some((line) => line.includes('[')) || openBrackets(lines.join('\n')) === 0;
  let last = '';
  let depth = 0;
  for (const line of lines) {
    const group = groups[groups.length - 1];
    const hard = /(?: {2}|[^\\]\\)$/.test(last);
    if (group === undefined) groups.push({ count: 1, inline: line });
    else if (!hard && isWrap(last.trim(), line.trim())) {
      group.inline += ` ${line.trim()}`;
      group.count++;
    } else if (depth > 0 && balanced) {
      group.inline += `\n${line.trim()}`;
      group.count++;
    } else {
      if (hard && group.inline.endsWith('\\')) {
        group.inline = group.inline.slice(0, -1);
        group.breaks = true;
      }
      groups.push({ count: 1, inline: line.trim() });
    }
    depth = Math.max(0, depth + openBrackets(line) - (depth > 0 ? line.split(']').length - 1 : 0));
    last = line;
  }
  return groups;
}

/** Cells of a table row, joined by ` | `; empty cells at the end are padding and go. */
function rowText(line: string, inline: InlineReader): { text: string; linked: number; images: number } {
  let body = line.trim();
  if (body.startsWith('|')) body = body.slice(1);
  const texts: string[] = [];
  let linked = 0;
  let images = 0;
  let start = 0;
  for (let i = 0; i <= body.length; i++) {
    const c = body.charAt(i);
    if (c === '\\') i++;
    else if (c === '|' || i === body.length) {
      const r = inline(body.slice(start, i).replaceAll('\\|', '|'));
      linked += r.linked;
      images += r.images;
      texts.push(r.text.replaceAll('\n', ' '));
      start = i + 1;
    }
  }
  while (texts.length > 0 && texts[texts.length - 1] === '') texts.pop();
  return { text: texts.join(' | '), linked, images };
}

/** A line without the link that a cut left open at its end, unless the next line closes it. */
function mendLine(lines: readonly string[], at: number): string {
  const line = lines[at] ?? '';
  const cut = line.trimEnd();
  return cut.endsWith('...') && !lines[at + 1]?.includes('](') ? mendCutLink(cut) : line;
}

/** Columns that leading white space takes, a tab going to the next multiple of four. */
function indentOf(line: string): { columns: number; at: number } {
  let columns = 0;
  let at = 0;
  for (; at < line.length; at++) {
    const c = line.charAt(at);
    if (c === ' ') columns++;
    else if (c === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return { columns, at };
}

/** Source lines of a Markdown text, with every kind of line break and links over several blocks resolved. */
export function markdownLines(markdown: string): string[] {
  // Icons of icon fonts are private characters, often set as emphasis; they part the words around them.
  const bare = ICON.test(markdown) ? markdown.replace(ICONS, ' ') : markdown;
  const plain = /[\r\u0085\u2028\u2029]/.test(bare)
    ? bare.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    : bare;
  const lines = plain.split('\n');
  splitBlockLinks(lines);
  return lines;
}

/**
 * Splits Markdown into blocks, each with its plain text.
 *
 * @param markdown Markdown of a page or a body, without front matter
 * @param read turns inline source into text; one that remembers where parts of the page are read again
 * @returns blocks in order; pictures and thematic breaks are there too, with an empty text
 */
export function scanBlocks(markdown: string, read: InlineReader = inlineToText): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const lines = markdownLines(markdown);
  const indents: number[] = [];
  let open: Open | undefined;
  let strong = false;
  let table = false;

  const flush = (): void => {
    if (!open) return;
    const { kind, level } = open;
    const { source, inline } = open;
    open = undefined;
    let groups: Group[] = inline.length === 1 ? [{ count: 1, inline: inline[0] ?? '' }] : groupLines(inline);
    // Lines of a list item stay together: the second is often the value of the first.
    if (kind === 'item') groups = [{ count: source.length, inline: groups.map((g) => g.inline).join('\n') }];
    let from = 0;
    for (const group of groups) {
      const r = read(group.inline, strong);
      strong = r.open;
      const written = source
        .slice(from, from + group.count)
        .join('\n')
        .trimEnd();
      blocks.push({
        kind,
        level,
        source: group.breaks ? written.slice(0, -1) : written,
        continues: from > 0,
        text: r.text,
        linked: r.linked,
        images: r.images,
      });
      from += group.count;
    }
  };
  const row = (line: string, kind: BlockKind): void => {
    flush();
    blocks.push({ kind, level: 0, source: line, ...rowText(line, read) });
  };

  for (let n = 0; n < lines.length; n++) {
    const raw = mendLine(lines, n);
    let { columns, at } = indentOf(raw);
    let quoted = false;
    while (raw.charAt(at) === '>') {
      quoted = true;
      at++;
      while (raw.charAt(at) === ' ') at++;
    }
    const line = raw.slice(at).trimEnd();
    if (quoted) columns = 0;
    if (line === '') {
      flush();
      table = false;
      continue;
    }
    const fence = (line.charAt(0) === '`' || line.charAt(0) === '~') && FENCE.exec(line)?.[1];
    if (fence) {
      flush();
      n = codeBlock(lines, n, fence, quoted, blocks);
      continue;
    }
    const heading = line.charAt(0) === '#' ? HEADING.exec(line) : null;
    if (heading) {
      flush();
      indents.length = 0;
      const inline = line.slice(heading[0].length).replace(/(?:^|\s)#{1,20}$/, '');
      const r = read(inline);
      const kind = quoted ? 'quote' : 'heading';
      blocks.push({
        kind,
        level: heading[1]?.length ?? 1,
        source: raw,
        text: r.text,
        linked: r.linked,
        images: r.images,
      });
      continue;
    }
    if (open && open.inline.length === 1 && open.kind === 'paragraph' && !open.inline[0]?.includes('|')) {
      const level = setextLevel(line);
      if (level) {
        const r = read(open.inline[0] ?? '');
        blocks.push({
          kind: 'heading',
          level,
          source: `${open.source[0]}\n${raw}`,
          text: r.text,
          linked: r.linked,
          images: r.images,
        });
        open = undefined;
        continue;
      }
    }
    if (SEPARATOR.test(line) && line.includes('|')) {
      // The line before, if any, was the header row.
      if (open && open.inline.length > 0) {
        const header = open.inline.pop() ?? '';
        const source = open.source.pop() ?? '';
        if (open.inline.length > 0) flush();
        open = undefined;
        blocks.push({ kind: 'row', level: 0, source, ...rowText(header, read) });
      }
      blocks.push({ kind: 'row', level: -1, source: raw, text: '', linked: 0, images: 0 });
      table = true;
      continue;
    }
    if (isRule(line)) {
      flush();
      blocks.push({ kind: 'rule', level: 0, source: raw, text: '', linked: 0, images: 0 });
      continue;
    }
    if ((table && line.includes('|')) || (line.charAt(0) === '|' && line.length > 1 && line.endsWith('|'))) {
      row(raw, 'row');
      table = true;
      continue;
    }
    table = false;
    const item = ITEM.exec(line);
    if (item && !(open?.kind === 'paragraph' && item[0].trim() === '-' && line.length === 1)) {
      flush();
      while (indents.length > 0 && (indents[indents.length - 1] ?? 0) > columns) indents.pop();
      if (indents.length === 0 || (indents[indents.length - 1] ?? 0) < columns) {
        if (indents.length < MAX_DEPTH) indents.push(columns);
      }
      const kind = quoted ? 'quote' : 'item';
      open = {
        kind,
        level: Math.max(1, indents.length),
        source: [raw],
        inline: [line.slice(item[0].length)],
      };
      continue;
    }
    if (DEFINITION.test(line) && !line.startsWith('[^')) {
      flush();
      continue;
    }
    // An unindented line right after a list item is its second half only where it was wrapped there.
    const last = open?.inline[open.inline.length - 1]?.trim() ?? '';
    const leaves = open?.kind === 'item' && columns === 0 && last !== '' && !isWrap(last, line);
    if (open && (open.kind === 'quote') === quoted && !leaves) {
      open.source.push(raw);
      open.inline.push(line);
    } else {
      flush();
      if (columns === 0) indents.length = 0;
      open = { kind: quoted ? 'quote' : 'paragraph', level: 0, source: [raw], inline: [line] };
    }
  }
  flush();
  return blocks;
}

/** Reads a fenced block from its opening line; returns the index of its last line. */
function codeBlock(
  lines: readonly string[],
  from: number,
  fence: string,
  quoted: boolean,
  out: MarkdownBlock[],
): number {
  const content: string[] = [];
  let n = from + 1;
  for (; n < lines.length; n++) {
    const line = lines[n] ?? '';
    const bare = (quoted ? line.replace(/^[ >]{1,64}/, '') : line).trim();
    if (bare.startsWith(fence) && isFenceOnly(bare)) break;
    content.push(quoted ? line.replace(/^\s{0,3}> ?/, '') : line);
  }
  // A block that breaks off is closed, so that what is written after it stays outside.
  const open = n >= lines.length;
  const body = lines.slice(from, n + 1);
  if (open) while (body.length > 1 && (body[body.length - 1] ?? '').trim() === '') body.pop();
  const source = open ? `${body.join('\n')}\n${quoted ? '> ' : ''}${fence}` : body.join('\n');
  out.push({ kind: 'code', level: 0, source, text: content.join('\n'), linked: 0, images: 0 });
  return n;
}

function isFenceOnly(line: string): boolean {
  const mark = line.charAt(0);
  for (let i = 1; i < line.length; i++) if (line.charAt(i) !== mark) return false;
  return true;
}
