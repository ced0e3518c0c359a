import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../src/parsers/formats/html.js';
import { splitText } from '../../../src/parsers/html/split.js';
import { jsText, jsUnescape, readScriptData } from '../../../src/parsers/html/wechat/script-data.js';

const data = (script: string): ReturnType<typeof readScriptData> => readScriptData([Buffer.from(script)]);

describe('data in the scripts of a WeChat page', () => {
  test('the filled operand may be any of them', () => {
    const read = data(
      'var ct = "1659274471"; var biz = "" || "MzAwMDAwMDAwMQ=="; var mid = "" || "" || "12"; var idx = "3" || "" || "";',
    );
    expect(['bizuin', 'mid', 'idx'].map((key) => jsText(read, key))).toEqual(['MzAwMDAwMDAwMQ==', '12', '3']);
  });

  test('escapes of JavaScript and of HTML are undone in that order', () => {
    expect(jsUnescape("a\\x26amp;b\\x0ac\\u4e2d\\'")).toBe("a&amp;b\nc中'");
    expect(jsText(new Map([['title', '\\x26quot;甲\\x26quot; \\x26amp;amp; 乙']]), 'title')).toBe(
      '"甲" & 乙',
    );
  });

  test('exact names only, and values of the right shape', () => {
    const read = data(
      'var title = showTitle; var mid = start + end >> 1; f("var ct = "); var ct = "1659274471"; var msg_title = \'真标题\'.html(false);',
    );
    expect([jsText(read, 'title'), jsText(read, 'ori_create_time'), read.has('mid')]).toEqual([
      '真标题',
      '1659274471',
      false,
    ]);
  });

  test('nested objects and pictures do not mix with the page’s own keys', () => {
    const read = data(
      "window.cgiDataNew = { title: JsDecode('甲'), copyright_info: { copyright_stat: '2' * 1, platform: JsDecode('乙'), }, picture_page_info_list: [ { cdn_url: JsDecode('u1'), share_cover: { cdn_url: JsDecode('c1'), }, }, { cdn_url: JsDecode('u2'), }, ], x: { title: JsDecode('丙'), }, };",
    );
    expect(
      ['title', 'copyright_info.platform', 'picture:0', 'picture:1', 'x.title'].map((key) => read.get(key)),
    ).toEqual(['甲', '乙', 'u1', 'u2', '丙']);
    expect(read.has('picture:2')).toBe(false);
  });

  test('a scanner that meets the end of the script stops there', () => {
    expect(data("window.cgiDataNew = { title: JsDecode('甲").size).toBe(0);
  });
});

describe('cutting a page into markup and scripts', () => {
  test('scripts and styles are out, JSON-LD apart, attributes left alone', () => {
    const split = splitText(
      '<p title="<script>">a</p><script>var a="<p>";</script><style>p{}</style><script type="application/ld+json">{"a":1}</script>b',
    );
    expect(split.markup).toBe('<p title="<script>">a</p>b');
    expect(split.scripts.map(String)).toEqual(['var a="<p>";']);
    expect(split.jsonLd).toEqual(['{"a":1}']);
  });
});

describe('time of a WeChat page', () => {
  const page = (scripts: string): ReturnType<typeof parseHtml> =>
    parseHtml({
      bytes: Buffer.from(
        `<div id="js_article"><h1 id="activity-name">甲</h1><div id="js_content"><p>某公司确认数据外泄，已报警。</p></div></div><script>${scripts}</script>`,
      ),
      path: 'p.html',
      url: 'https://mp.weixin.qq.com/s/abcdefghij0123456789ab',
    });

  test('the clock of the server is never the publication time', () => {
    expect(page('var svr_time = "1762926245" * 1; var msg_title = "甲";').published).toBeNull();
  });

  test('a missing time stamp is no 1970', () => {
    expect(page('var ct = "0"; var msg_title = "甲";').published).toBeNull();
    expect(page('var ct = ""; var msg_title = "甲";').published).toBeNull();
  });

  test('the time shown is Beijing’s', () => {
    expect(page("var createTime = '2025-11-07 00:31'; var msg_title = '甲';").published).toBe(
      '2025-11-07T00:31+08:00',
    );
  });

  test('the wall is known by its address', () => {
    const article = parseHtml({
      bytes: Buffer.from('<p>环境异常</p>'),
      path: 'p.html',
      url: 'https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=x',
    });
    expect(article).toMatchObject({ page: 'blocked', kind: 'verification_wall', markdown: '' });
  });

  test('an account that moved says so', () => {
    const html =
      '<meta name="wechat-enable-text-zoom-em" content="true"><div class="weui-msg"><h2 class="weui-msg__title">该公众号已迁移</h2></div><script>var transferTargetLink = \'https://mp.weixin.qq.com/s/x\';</script>';
    expect(parseHtml({ bytes: Buffer.from(html), path: 'p.html' })).toMatchObject({
      kind: 'migrated',
      markdown: '',
      published: null,
    });
  });
});
