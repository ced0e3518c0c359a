import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../src/parsers/formats/html.js';
import { buildMarkdownTree } from '../../../src/parsers/html/markdown/build.js';
import { writeMarkdown } from '../../../src/parsers/html/markdown/turndown.js';
import { buildTree } from '../../../src/parsers/html/tree.js';
import { markdownToText } from '../../../src/parsers/index.js';

const markdown = (html: string): string =>
  writeMarkdown(buildMarkdownTree([buildTree(html).document], { base: 'https://example.org/news/1' }));

describe('HTML to Markdown', () => {
  test('code of one element a line keeps its lines and its indent', () => {
    const html =
      '<section class="code-snippet__fix"><ul class="code-snippet__line-index"><li></li><li></li></ul>' +
      '<pre data-lang="python"><code><span>def f():</span></code><code><span>&nbsp;&nbsp;return 1</span></code></pre></section>';
    expect(markdown(html)).toBe('```python\ndef f():\n  return 1\n```');
  });

  test('code with <br> keeps its lines, and nothing in it is escaped', () => {
    expect(markdown('<pre><code>a_b*c<br>[x](y)<br>&lt;z&gt;</code></pre>')).toBe(
      '```\na_b*c\n[x](y)\n<z>\n```',
    );
  });

  test('a fence is longer than any in its code', () => {
    expect(markdown('<pre>```\nx\n```</pre>')).toBe('````\n```\nx\n```\n````');
  });

  test('inline code is not escaped', () => {
    expect(markdown('<p>Use <code>a_b*c</code> here</p>')).toBe('Use `a_b*c` here');
  });

  test('punctuation moves out of bold text that touches a letter', () => {
    expect(markdown('<p>泄露<strong>约500万条，</strong>含身份证号</p>')).toBe(
      '泄露**约500万条**，含身份证号',
    );
    expect(markdown('<p>他说<b>“没有泄露”</b>但</p>')).toBe('他说“**没有泄露**”但');
  });

  test('neighbouring bold runs become one', () => {
    expect(markdown('<p><strong>文</strong><strong>｜</strong><strong>李明</strong></p>')).toBe(
      '**文｜李明**',
    );
  });

  test('bold with breaks at its edges leaves no stray marks', () => {
    expect(markdown('<p><strong><br>标题<br></strong></p>')).toBe('**标题**');
    expect(markdown('<p><strong>一<br>二</strong></p>')).toBe('**一**  \n**二**');
  });

  test('a masked number stays as printed', () => {
    expect(markdown('<p>手机号138****1234已泄露</p>')).toBe('手机号138****1234已泄露');
  });

  test('several masked numbers of one line stay numbers in the text', () => {
    const text = markdownToText(markdown('<p>138****1234、<b>重要</b>、139****5678</p>')).text;
    expect(text).toBe('138****1234、重要、139****5678');
  });

  test('only what Markdown would read as a mark is escaped', () => {
    expect(markdown('<p>snake_case [1] C:\\Windows a < b 5 * 3</p>')).toBe(
      'snake_case [1] C:\\Windows a < b 5 * 3',
    );
    expect(markdown('<p># not a heading</p>')).toBe('\\# not a heading');
    expect(markdown('<p>2024. That was a year.</p>')).toBe('2024\\. That was a year.');
    expect(markdown('<p>&amp;lt; and &lt;b&gt;</p>')).toBe('\\&lt; and \\<b>');
  });

  test('a table without header cells gets its first row as header, cells keep their lines', () => {
    const html =
      '<table><tr><td>姓名<br>手机号</td><td>数量</td></tr><tr><td><p>身份证</p></td><td>2|3</td></tr></table>';
    expect(markdown(html)).toBe('| 姓名<br>手机号 | 数量  |\n| --- | --- |\n| 身份证 | 2\\|3 |');
    expect(markdownToText(markdown(html)).text).toContain('身份证');
  });

  test('a cell over several rows is read in each of them', () => {
    const html =
      '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">x</td><td>1</td></tr><tr><td>2</td></tr></table>';
    expect(markdown(html).split('\n').slice(2)).toEqual(['| x   | 1   |', '| x   | 2   |']);
  });

  test('a table that lays out the page is taken apart', () => {
    expect(markdown('<table><tr><td><h1>T</h1><p>a</p><p>b</p></td></tr></table>')).toBe('# T\n\na\n\nb');
  });

  test('three cells stay three words', () => {
    const text = markdownToText(
      markdown(
        '<table><tr><td>姓名</td><td>手机号</td><td>身份证号</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
      ),
    ).text;
    expect(text.split('\n')[0]).toBe('姓名 | 手机号 | 身份证号');
  });

  test('a lazy image has its real address, a placeholder none', () => {
    expect(
      markdown('<p>x <img src="data:image/gif;base64,R0" data-src="//cdn.example.org/a.png" alt="图"></p>'),
    ).toBe('x ![图](https://cdn.example.org/a.png)');
    expect(markdown('<p>x<img src="/spacer.gif"><img src="/p.gif" width="1" height="1"></p>')).toBe('x');
  });

  test('links are absolute; a link to nowhere is its text', () => {
    expect(
      markdown('<p><a href="/a b">one</a> <a href="javascript:void(0)">two</a> <a href="#x">three</a></p>'),
    ).toBe('[one](https://example.org/a%20b) two three');
  });

  test('nested lists keep their depth and their numbers', () => {
    const html = '<ol start="3"><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>';
    expect(markdown(html)).toBe('3. a\n\n   - b\n   - c\n4. d');
  });

  test('a list in a list without an item of its own goes into the item before', () => {
    const blocks = markdownToText(markdown('<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>')).blocks;
    expect(blocks.map((block) => block.level)).toEqual([1, 2, 1]);
  });

  test('blocks are parted, spaces of any kind are one, furigana is left out', () => {
    const { text } = markdownToText(
      markdown(
        '<div>姓名<br>手机号</div><div>约&nbsp;500&nbsp;万条\u3000等</div><p><ruby>漏<rt>ろう</rt></ruby>洩</p>',
      ),
    );
    expect(text).toBe('姓名\n手机号\n约 500 万条 等\n漏洩');
  });

  test('a line break of the source between two Chinese characters is no space', () => {
    expect(markdown('<p>数据\n   泄露 of\n data</p>')).toBe('数据泄露 of data');
  });

  test('the same page gives the same bytes', () => {
    const bytes = Buffer.from(
      '<html><body><h1>a</h1><p>Names, addresses and more were taken, it said.</p></body></html>',
    );
    const once = parseHtml({ bytes, path: 'a.html' });
    expect(parseHtml({ bytes, path: 'a.html' })).toEqual(once);
    expect(once.id).toBe('a');
  });
});
