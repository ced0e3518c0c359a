import { hasClass } from '../query.js';
import { type AnyNode, Element, Text } from '../tree.js';

/** Columns of line numbers beside code. */
const NUMBERS = [
  'code-snippet__line-index',
  'line-numbers-rows',
  'hljs-ln-numbers',
  'linenos',
  'lineno',
  'gutter',
  'lnt',
  'line-number',
  'pre-numbering',
];
const LINES = new Set(['div', 'p', 'li', 'tr', 'section']);
const ZERO_WIDTH = /[\u200b\ufeff]/g;

/** True for the column of line numbers that editors put beside code. */
export function isLineNumbers(element: Element): boolean {
  const value = element.attribs.class;
  if (value === undefined) return false;
  return NUMBERS.some((name) => value.includes(name) && hasClass(element, name));
}

/**
 * The text of a code block with its lines: of `<br>`, of one element a line (`pre > code` × n in WeChat's editor, table
 * rows of highlighters), and of the source itself.
 */
export function codeText(pre: Element): string {
  const codes = pre.children.filter((child) => child instanceof Element && child.name === 'code');
  const parts: string[] = [];
  const lineEach = codes.length > 1;
  walk(
    pre,
    parts,
    (element) => LINES.has(element.name) || (lineEach && element.name === 'code' && element.parent === pre),
  );
  const text = parts
    .join('')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(ZERO_WIDTH, '');
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

/** Language of a code block, or ''. */
export function codeLanguage(pre: Element): string {
  const inner = pre.children.find(
    (child): child is Element => child instanceof Element && child.name === 'code',
  );
  for (const element of [pre, inner]) {
    if (element === undefined) continue;
    const stated =
      element.attribs['data-lang'] ??
      element.attribs['data-language'] ??
      /(?:^|\s)(?:lang(?:uage)?-|brush:\s?|highlight-source-)([\w+#-]{1,20})/.exec(
        element.attribs.class ?? '',
      )?.[1];
    if (stated !== undefined && /^[\w+#-]{1,20}$/.test(stated)) return stated.toLowerCase();
  }
  return '';
}

function walk(root: Element, parts: string[], isLine: (element: Element) => boolean): void {
  const newLine = (): void => {
    const last = parts.at(-1);
    if (last !== undefined && !last.endsWith('\n')) parts.push('\n');
  };
  let node: AnyNode | null = root.children[0] ?? null;
  while (node !== null && node !== root) {
    let skip = false;
    if (node instanceof Text) parts.push(node.data);
    else if (node instanceof Element) {
      if (isLineNumbers(node)) skip = true;
      else if (node.name === 'br') parts.push('\n');
      else if (isLine(node)) newLine();
    }
    if (!skip && node instanceof Element && node.children.length > 0) {
      node = node.children[0] ?? null;
      continue;
    }
    while (node !== null && node !== root) {
      if (node instanceof Element && isLine(node)) {
        // An empty line element is an empty line.
        if (node.children.length === 0) parts.push('\n');
        else newLine();
      }
      if (node.next !== null) {
        node = node.next;
        break;
      }
      node = node.parent;
    }
  }
}
