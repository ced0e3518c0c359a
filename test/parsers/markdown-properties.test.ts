import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToText, parsePage } from '../../src/parsers/index.js';

const page = (text: string, path = 'page.md') => parsePage({ bytes: Buffer.from(text), path });

/** Lines of the kinds that pages are made of, and odd ones. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '# 某公司遭勒索软件攻击',
    '## 事件概述',
    '某公司表示，攻击者在上周入侵了其系统，约500万条客户记录被窃取。',
    'The company said that attackers broke into its systems last week and copied customer records.',
    '推荐阅读',
    'Related posts',
    '原文链接：',
    'https://example.org/a/b',
    '[另一篇文章](https://example.org/1)',
    '* [Home](/)',
    '* 姓名',
    '  + 电话号码',
    '1. 第一条',
    '> 引用的一句话，说明了情况。',
    '---',
    '***END***',
    '| a | b |',
    '|---|---|',
    '**',
    '```',
    '![](https://example.org/x.png)',
    '2025-01-06',
    '发布时间 : 2025-01-06 10:00:00',
    '来源：某网',
    '该内容已被发布者删除',
    'a\tb c',
    '[![图](data:...',
    '<div>x</div>',
    '    indented',
    'Comments',
    '**重点**：138****1234 与 \\*字面\\*',
    'END',
  ),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const markdown = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const withHead = markdown.map(
  (body) =>
    `---\ntitle: 某公司遭勒索软件攻击\nurl: https://example.org/p/1\ndate: 2025-01-07\n---\n\n${body}`,
);

/** A page that begins with a tag is read as HTML, whose cleaning has tests of its own. */
const notHtml = (source: string): boolean => !source.trimStart().startsWith('<');

function checkSpans(text: string, blocks: readonly { start: number; end: number }[]): void {
  let at = 0;
  for (const { start, end } of blocks) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).not.toContain('\n');
    at = end + 1;
  }
  expect(Math.max(0, at - 1)).toBe(text.length);
}

describe('any Markdown', () => {
  it('gives text whose blocks are its lines', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { text, blocks } = markdownToText(source);
        checkSpans(text, blocks);
        expect(text).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
      }),
      { numRuns: 400 },
    );
  });

  it('never makes the parser throw, and gives valid Unicode', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, withHead), (source) => {
        const article = page(source);
        checkSpans(article.text, article.blocks);
        for (const value of [article.markdown, article.text, article.title, article.source ?? '']) {
          expect(value).toBe(value.replace(/\p{Surrogate}/gu, '\ufffd'));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is clean after one cleaning: parsing the Markdown again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(markdown.filter(notHtml), withHead), (source) => {
        const once = page(source).markdown;
        expect(page(once, 'again.md').markdown).toBe(once);
      }),
      { numRuns: Number(process.env.RUNS ?? 600) },
    );
  });

  it('has the text of its Markdown', () => {
    fc.assert(
      fc.property(withHead, (source) => {
        const article = page(source);
        expect(markdownToText(article.markdown).text).toBe(article.text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any bytes', () => {
  it('never make the parser throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        parsePage({ bytes, path: 'x.md' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a page longer than any article', () => {
  it.each([
    ['of items', '* a\n'.repeat(300_000)],
    ['of one line', 'word, '.repeat(500_000)],
    ['of text', `${'word, '.repeat(20)}\n\n`.repeat(30_000)],
  ])('%s is cut and says so', (_, body) => {
    const { repairs, text } = page(`# Title of the page\n\n${body}`);
    expect(repairs).toContain('markdown:cut');
    expect(text.length).toBeLessThanOrEqual(2_000_000);
  });

  it('is told from a long article', () => {
    expect(page(`# Title\n\n${'Data was copied, it said on Monday. '.repeat(20_000)}`).repairs).toEqual([]);
  });
});
