import { describe, expect, it } from 'vitest';
import { learnRecurring, markdownToText, parsePage } from '../../src/parsers/index.js';

const text = (markdown: string): string => markdownToText(markdown).text;

describe('markdownToText', () => {
  it.each([
    [
      '电话138****1234，姓名：张**，李*明 zh***@mail.example',
      '电话138****1234，姓名：张**，李*明 zh***@mail.example',
    ],
    ['**“某公司”**表示 **重点。**后文', '“某公司”表示 重点。后文'],
    ['**支持「****某某」就点个三连**', '支持「某某」就点个三连'],
    ['snake_case_name 与 2*3*4', 'snake_case_name 与 2*3*4'],
    ['_em_ ~~del~~ `a*b` \\*lit\\*', 'em del a*b *lit*'],
    ['[链接](https://a.example/x(y) "t") ![图](x.png)', '链接'],
    ['约&nbsp;500&nbsp;万条 &amp; &#x41;', '约 500 万条 & A'],
    ['**第一段\n\n第二段** 尾', '第一段\n第二段 尾'],
  ])('turns %j into plain text', (markdown, expected) => {
    expect(text(markdown)).toBe(expected);
  });

  it('keeps three cells three words, and drops the line under the header', () => {
    const { text: rows, blocks } = markdownToText(
      '| 姓名 | 手机号 | 身份证号 |\n|---|---|---|\n| a | b\\|c | **d** ||',
    );
    expect(rows).toBe('姓名 | 手机号 | 身份证号\na | b|c | d');
    expect(blocks.map((b) => b.kind)).toEqual(['row', 'row']);
  });

  it('gives list items their depth and no bullet', () => {
    const { text: items, blocks } = markdownToText('* a\n  + b\n1. c');
    expect(items).toBe('a\nb\nc');
    expect(blocks.map((b) => [b.kind, b.level])).toEqual([
      ['item', 1],
      ['item', 2],
      ['item', 1],
    ]);
  });

  it('joins a wrapped sentence and parts lines that a break parted', () => {
    expect(text('The company said that attackers broke into one\nof its servers last week.')).toBe(
      'The company said that attackers broke into one of its servers last week.',
    );
    expect(text('姓名\n手机号\n身份证号')).toBe('姓名\n手机号\n身份证号');
  });
});

describe('the parser on hostile pages', () => {
  it.each([
    ['nested quotes', `${'>'.repeat(100_000)} x`],
    ['one long line', 'a'.repeat(2_000_000)],
    ['open brackets', '[](('.repeat(50_000)],
    ['open comments', '<!--'.repeat(50_000)],
    ['emphasis marks', '**a'.repeat(50_000)],
    ['list items', '* item\n'.repeat(50_000)],
    ['lone surrogates', '\ud800'.repeat(50_000)],
  ])('ends on %s', (_, page) => {
    const started = performance.now();
    const article = parsePage({ bytes: Buffer.from(page), path: 'hostile.md' });
    expect(article.text).not.toMatch(/\p{Surrogate}/u);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('learnRecurring', () => {
  const pages = Array.from({ length: 14 }, (_, i) => ({
    source: '某周刊',
    markdown: `# 第${i}篇\n\n第${i}篇的正文，讲的是第${i}件事。\n\n本周刊由某某赞助，欢迎来稿。\n`,
  }));

  it('learns the lines that stand on most pages, whatever their order', () => {
    const learnt = learnRecurring(pages);
    expect(learnt.get('某周刊')?.size).toBe(1);
    expect(learnRecurring([...pages].reverse())).toEqual(learnt);
  });

  it('learns nothing from few pages, or from one page saved many times', () => {
    expect(learnRecurring(pages.slice(0, 5)).size).toBe(0);
    expect(
      learnRecurring(Array.from({ length: 30 }, () => pages[0] ?? { source: '', markdown: '' })).size,
    ).toBe(0);
  });

  it('drops a learnt line from the bodies of its source', () => {
    const page = `---\ntitle: 题目\nsource: 某周刊\n---\n\n# 题目\n\n一家公司表示，其客户资料遭到窃取。\n\n本周刊由某某赞助，欢迎来稿。\n\n该公司已经报警，调查仍在进行之中。\n`;
    const snapshot = { bytes: Buffer.from(page), path: 'p.md' };
    expect(parsePage(snapshot).markdown).toContain('赞助');
    expect(parsePage(snapshot, { recurring: learnRecurring(pages) }).markdown).not.toContain('赞助');
  });
});
