import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../src/parsers/formats/html.js';
import { scanBlocks } from '../../../src/parsers/formats/markdown-blocks.js';
import { blocksToMarkdown } from '../../../src/parsers/formats/markdown-write.js';
import { type AnyNode, buildTree } from '../../../src/parsers/html/tree.js';
import { parsePage } from '../../../src/parsers/index.js';

const parse = (html: string): ReturnType<typeof parseHtml> =>
  parseHtml({ bytes: Buffer.from(html), path: 'page.html' });
const P =
  '<p>The firm said on Monday that records of its customers were copied, and that it had told them.</p>';

/** Seconds that any of these may take on a slow and busy machine; a quadratic one takes minutes. */
const LIMIT = 30_000;

describe('hostile pages end in an article or a status', () => {
  test.each([
    ['100,000 nested elements', '<div>'.repeat(100_000) + P],
    ['unclosed paragraphs in spans', '<p><span>'.repeat(100_000) + P],
    ['nested lists', '<ul><li>a'.repeat(30_000)],
    ['nested tables', '<table><tr><td>a'.repeat(20_000)],
    ['an attribute of 20 MB', `<p title="${'a'.repeat(20_000_000)}">x</p>${P}`],
    ['an attribute that never ends', `${P}<p title="${'a'.repeat(5_000_000)}`],
    ['a million paragraphs', '<p>a, b.'.repeat(1_000_000)],
    ['a million entities', `<p>${'&amp;'.repeat(1_000_000)}</p>${P}`],
    ['a million end tags of nothing', '<div>'.repeat(3000) + '</b>'.repeat(1_000_000)],
    ['comments that never end', '<!--'.repeat(500_000)],
    ['scripts that never end', '<script>'.repeat(500_000)],
    ['text in a hundred thousand elements', '<time>2025-01-01</time>'.repeat(100_000)],
    ['links without end', '<a href="/x">abc</a>'.repeat(100_000)],
    ['a line of 18 MB', `<p>${'word, '.repeat(3_000_000)}</p>`],
    ['code of 10 MB', `<pre>${'code line\n'.repeat(1_000_000)}</pre>`],
    ['nested quotes', '<blockquote>a'.repeat(50_000)],
    ['pictures without end', '<img src="/a.png" alt="x">'.repeat(200_000)],
    ['a million line breaks', 'a<br>'.repeat(1_000_000)],
    ['half a million attributes', `<p ${'a=b '.repeat(500_000)}>x</p>${P}`],
    ['opening brackets', '<'.repeat(3_000_000)],
    ['JSON-LD of brackets', `<script type="application/ld+json">${'['.repeat(2_000_000)}</script>${P}`],
    [
      'JSON-LD that nests its values',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":${'{"@value":'.repeat(50_000)}"x"${'}'.repeat(50_000)}}</script>${P}`,
    ],
    ['asterisks and brackets', `<p>${'*a[b](c`'.repeat(200_000)}`],
    ['bold in turns', `<p>${'<b>a,</b>b'.repeat(50_000)}`],
    ['cells over many rows', `<table>${'<tr><td rowspan=200 colspan=60>a<td>b'.repeat(2000)}`],
    [
      'a WeChat string that never ends',
      `<div id="js_article"></div><script>window.cgiDataNew = {title: JsDecode('${"\\'".repeat(500_000)}</script>`,
    ],
    [
      'WeChat objects that never end',
      `<div id="js_article"></div><script>window.cgiDataNew = {${'a: {'.repeat(100_000)}</script>`,
    ],
  ])('%s', { timeout: LIMIT }, (_, html) => {
    const article = parse(html);
    expect(['ok', 'empty', 'image_only']).toContain(article.page);
    expect(article.text.isWellFormed()).toBe(true);
  });

  test('control characters and lone surrogates do not come through', () => {
    const { text, title } = parse(
      `<title>a&#xD800;b</title><p>${'x\u0000\u0008&#xDFFF;y '.repeat(20)}, and so on.</p>`,
    );
    expect(`${title}${text}`.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/[\u0000-\u0008]/);
  });

  test('depth, elements and text of a page are bounded', { timeout: LIMIT }, () => {
    const size = (markup: string): { nodes: number; depth: number; units: number } => {
      let [nodes, depth, units] = [0, 0, 0];
      const stack: { node: AnyNode; level: number }[] = [{ node: buildTree(markup).document, level: 0 }];
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        nodes++;
        depth = Math.max(depth, top.level);
        if ('data' in top.node) units += top.node.data.length;
        else for (const child of top.node.children) stack.push({ node: child, level: top.level + 1 });
      }
      return { nodes, depth, units };
    };
    const deep = size('<div>'.repeat(500_000));
    expect(deep.depth).toBeLessThanOrEqual(401);
    const many = size('<p>a, b.'.repeat(500_000));
    expect(many.nodes).toBeLessThanOrEqual(120_001);
    expect(size(`<p>${'word, '.repeat(1_000_000)}`).units).toBeLessThanOrEqual(2_000_000);
    expect(size(`<p>${'<b>word</b>, '.repeat(400_000)}`).units).toBeLessThanOrEqual(2_000_000);
  });

  test('a page longer than any article is cut and says so', { timeout: LIMIT }, () => {
    expect(parse('<p>a, b.'.repeat(300_000)).repairs).toContain('html:cut');
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="content">',
    '</div>',
    '<b>',
    '</b>',
    '<em>',
    '</em>',
    '<ul>',
    '<li>',
    '</ul>',
    '<ol>',
    '</ol>',
    '<blockquote>',
    '</blockquote>',
  ),
  fc.constantFrom(
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '</table>',
    '<br>',
    '<h1>',
    '<h2>',
    '</h2>',
    '<a href="/x">',
    '</a>',
    '<img src="/a.png" alt="x">',
    '<hr>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '138****1234',
    '**',
    '__',
    '`',
    '[a](b)',
    '# ',
    '1. ',
    '- ',
    '> ',
    '| a | b |',
    '---',
    '\\',
    '&amp;',
    '&lt;b&gt;',
    '泄露，',
    '。',
    ' ',
    '\n',
    '\u00a0',
    'data was copied, it said. ',
  ),
);
const html = fc.array(piece, { maxLength: 60 }).map((parts) => `<html><body>${parts.join('')}`);

describe('for any page', () => {
  test('an article comes back, in valid Unicode, its blocks within its text', () => {
    fc.assert(
      fc.property(html, (page) => {
        const { text, markdown, blocks, title } = parse(page);
        expect(text.isWellFormed() && markdown.isWellFormed() && title.isWellFormed()).toBe(true);
        let end = -1;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThan(end);
          expect(block.end).toBeGreaterThan(block.start);
          expect(text.slice(block.start, block.end)).not.toContain('\n');
          end = block.end;
        }
        expect(Math.max(0, end)).toBe(text.length);
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    );
  });

  test('reading its Markdown again changes nothing', () => {
    fc.assert(
      fc.property(html, (page) => {
        const { markdown, text } = parse(page);
        expect(blocksToMarkdown(scanBlocks(markdown))).toBe(markdown);
        // Read as a page by itself it is the same article, where it has a word.
        if (/[\p{L}\p{N}]/u.test(text))
          expect(parsePage({ bytes: Buffer.from(markdown), path: 'again.md' }).markdown).toBe(markdown);
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    );
  });

  test('bytes of any kind give an article', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(parseHtml({ bytes, path: 'page.html' }).text.isWellFormed()).toBe(true);
      }),
    );
  });
});
