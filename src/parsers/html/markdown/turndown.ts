import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import type { MarkdownNode } from './node.js';

/** Turndown's nodes are ours: it reads only what {@link MarkdownNode} has. */
type Rule = (content: string, node: MarkdownNode) => string;

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  strongDelimiter: '**',
  br: '  ',
});
service.use([strikethrough, tables]);
// Texts come escaped for the paragraph that they stand in (escape.ts); turndown would escape each by itself.
service.escape = (text) => text;

function rule(name: string, filter: TurndownService.Filter, replacement: Rule): void {
  service.addRule(name, {
    filter,
    replacement: (content, node) => replacement(content, node as unknown as MarkdownNode),
  });
}

rule('heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], (content, node) => {
  const text = content.replace(/\n/g, ' ').trim();
  return text === '' ? '' : `\n\n${'#'.repeat(Number(node.nodeName.charAt(1)))} ${text}\n\n`;
});
rule('quote', 'blockquote', (content) => {
  const lines = trimLines(content).split('\n');
  return `\n\n${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n\n`;
});
// Turndown looks up each item's number in its list's children, which is quadratic.
rule('item', 'li', (content, node) => {
  const number = node.getAttribute('value');
  const prefix = number === null ? '- ' : `${number}. `;
  const body = trimLines(content).replace(/\n(?!\n|$)/g, `\n${' '.repeat(prefix.length)}`);
  return `${prefix}${body}${node.nextSibling === null ? '' : '\n'}`;
});
rule('codeBlock', 'pre', (_, node) => {
  const code = node.textContent;
  let fence = '```';
  while (code.includes(fence)) fence += '`';
  return `\n\n${fence}${node.getAttribute('lang') ?? ''}\n${code}\n${fence}\n\n`;
});
rule('link', 'a', (content, node) => {
  const href = node.getAttribute('href') ?? '';
  return content.trim() === '' ? '' : `[${content}](${href})`;
});
rule('image', 'img', (_, node) => `![${node.getAttribute('alt') ?? ''}](${node.getAttribute('src') ?? ''})`);
rule('lineBreak', 'br', (_, node) => (inCell(node) ? '<br>' : '  \n'));

/** Takes the line breaks off both ends; a pattern for it would be quadratic in the breaks within. */
function trimLines(content: string): string {
  let start = 0;
  let end = content.length;
  while (start < end && content.charCodeAt(start) === 10) start++;
  while (end > start && content.charCodeAt(end - 1) === 10) end--;
  return content.slice(start, end);
}

function inCell(node: MarkdownNode): boolean {
  for (let at = node.parentNode; at !== null; at = at.parentNode) {
    if (at.nodeName === 'TD' || at.nodeName === 'TH') return true;
  }
  return false;
}

/**
 * Writes a simplified tree as Markdown.
 *
 * @returns Markdown without a final line break; the same tree always gives the same bytes
 */
export function writeMarkdown(root: MarkdownNode): string {
  if (root.firstChild === null) return '';
  return service.turndown(root as unknown as TurndownService.Node);
}
