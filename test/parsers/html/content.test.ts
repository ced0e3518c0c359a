import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../src/parsers/formats/html.js';
import { parsePage } from '../../../src/parsers/index.js';

const parse = (html: string | Uint8Array, url?: string, contentType?: string): ReturnType<typeof parseHtml> =>
  parseHtml({
    bytes: typeof html === 'string' ? Buffer.from(html) : html,
    path: 'page.html',
    url,
    contentType,
  });
const P = (n: number): string =>
  `<p>Paragraph ${n}: the firm said on Monday that records of customers were copied, and that it had told them.</p>`;

describe('finding the article', () => {
  test('an article hidden by style is kept', () => {
    const { text } = parse(
      `<body><nav><a href="/a">Menu</a></nav><div class="content" style="visibility:hidden;opacity:0">${P(1)}${P(2)}</div></body>`,
    );
    expect(text).toContain('Paragraph 1');
    expect(text).not.toContain('Menu');
  });

  test('a body in several sections alike is whole', () => {
    const section = (n: number): string =>
      `<div class="grid"><div class="body">${P(n)}${P(n + 1)}</div></div>`;
    const { text } = parse(`<body><main><h1>T</h1>${section(1)}${section(3)}${section(5)}</main></body>`);
    expect(text.match(/Paragraph \d/g)).toHaveLength(6);
  });

  test('a paragraph printed twice is there once', () => {
    const { text } = parse(`<body><article>${P(1)}${P(2)}${P(1)}</article></body>`);
    expect(text.match(/Paragraph 1/g)).toHaveLength(1);
  });

  test('a short Chinese article outweighs a long list of links', () => {
    const links = Array.from(
      { length: 60 },
      (_, i) => `<li><a href="/${i}">某地公布今年以来第${i}批典型案例，多人被通报</a></li>`,
    ).join('');
    const { text } = parse(
      `<body><ul>${links}</ul><div><p>海棠证券确认约八万名客户的资料外泄，已报警。</p><p>资料含姓名、手机号，不含密码。</p></div></body>`,
    );
    expect(text).toBe('海棠证券确认约八万名客户的资料外泄，已报警。\n资料含姓名、手机号，不含密码。');
  });

  test('numbers with commas in a side table do not make it the article', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `<tr><td>${i}</td><td>1,200,000</td></tr>`).join('');
    const { text } = parse(
      `<body><article><h1>T</h1>${P(1)}${P(2)}${P(3)}</article><table class="side">${rows}</table></body>`,
    );
    expect(text).toContain('Paragraph 3');
    expect(text).not.toContain('1,200,000');
  });

  test('text that only JSON-LD holds is taken from there', () => {
    const body = 'The hospital said that an intruder had read files of patients. '.repeat(12);
    const { text } = parse(
      `<head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${body}"}</script></head><body><div id="app"></div></body>`,
    );
    expect(text).toContain('an intruder had read files');
  });

  test('a captcha in a comment form makes no wall', () => {
    const article = parse(
      `<body><article><h1>T</h1><p>A short note, but one of its own.</p></article><form><div class="g-recaptcha"></div></form>${'<p class="x">Words of the site that make up the rest of this page, line by line.</p>'.repeat(40)}</body>`,
    );
    expect(article.page).toBe('ok');
  });

  test('an error page is no article', () => {
    expect(
      parse('<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>'),
    ).toMatchObject({ page: 'deleted', markdown: '', published: null });
  });

  test('a login form is no article', () => {
    const html =
      '<html><head><title>用户登录</title></head><body><form><input name="u"><input type="password"></form><p>请先登录后查看全文。</p></body></html>';
    expect(parse(html)).toMatchObject({ page: 'blocked', kind: 'login_wall', markdown: '' });
  });
});

describe('charset', () => {
  const gb = (text: string): Uint8Array =>
    Uint8Array.from(text.split('').flatMap((c) => GB[c] ?? [c.charCodeAt(0)]));
  const GB: Readonly<Record<string, readonly number[]>> = {
    泄: [0xd0, 0xb9],
    露: [0xc2, 0xb6],
    数: [0xca, 0xfd],
    据: [0xbe, 0xdd],
    '，': [0xa3, 0xac],
    '。': [0xa1, 0xa3],
  };
  const html = `<html><head><meta charset="gb2312"></head><body><p>${'泄露数据，数据泄露。'.repeat(6)}</p></body></html>`;

  test('a header that says UTF-8 for GB bytes is found out', () => {
    const article = parse(gb(html), undefined, 'text/html; charset=utf-8');
    expect(article.text).toContain('泄露数据，数据泄露。');
    expect(article.repairs).toEqual(['charset:gb18030']);
  });

  test('bytes that are UTF-8 are UTF-8, whatever the page says', () => {
    expect(parse(html).text).toContain('泄露数据，数据泄露。');
  });
});

describe('what an article holds below its text', () => {
  const page = (tail: string): string =>
    `<html><head><title>某公司客户信息泄露</title></head><body><article><h1>某公司客户信息泄露</h1>
     <p>某公司周三表示，攻击者在上月入侵了其订单系统，约三十万名客户的姓名和电话号码遭到泄露。</p>
     <p>公司发言人说，支付卡信息没有受到影响，受影响的客户将在本周内收到通知，客服热线也已开通。</p>${tail}</article></body></html>`;
  const read = (html: string): string => parseHtml({ bytes: Buffer.from(html), path: 'page.html' }).markdown;

  test('a pointer to another article goes', () => {
    const tail =
      '<p><strong>推荐阅读</strong>：<a href="https://example.org/2">另一家公司的系统也被入侵</a></p>';
    expect(read(page(tail))).toBe(read(page('')));
  });

  test('a sentence with such words stays', () => {
    const tail = '<p>往期内容显示，这家公司三年前也遭到过类似的入侵，当时没有公布受影响的人数。</p>';
    expect(read(page(tail))).toContain('三年前也遭到过');
  });

  test('a first heading of the article is no title when its Markdown is read again', () => {
    const html = page('').replace('<p>某公司周三', '<h1>事件经过</h1><p>某公司周三');
    const markdown = read(html);
    expect(markdown.startsWith('## 事件经过')).toBe(true);
    expect(parsePage({ bytes: Buffer.from(markdown), path: 'again.md' }).markdown).toBe(markdown);
  });
});
