import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/fetchers/crawl.js';
import type { CrawlReport } from '../../src/pipeline/crawl/report.js';
import { crawl } from '../../src/pipeline/crawl/run.js';
import { articlePage, html, openSite, rss, type Site } from './site.js';

/** A notice as WeChat gives it in place of an article: an empty title, a message block, and much script. */
function notice(title: string, tips = ''): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body class="zh_CN">
<div class="weui-msg"><div class="weui-msg__icon-area"><i class="weui-icon-warn weui-icon_msg"></i></div>
<div class="weui-msg__text-area"><h2 class="weui-msg__title warn">${title}</h2><div class="weui-msg__desc"><p class="tips">${tips}</p></div></div></div>
<script>var words = "私密 付费 封禁 迁移 该内容已被发布者删除"; var svr_time = "1736100000" * 1;</script></body></html>`;
}

/** A WeChat article; its words may be those of any notice. */
function wechatArticle(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="${title}"></head><body>
<div id="js_article" class="rich_media"><div id="page-content"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">${title}</h1>
<div id="meta_content"><span id="profileBt"><a id="js_name">示例安全观察</a></span><em id="publish_time"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">${body}</div></div></div></div>
<script>var ct = "1736060400"; var createTime = '2025-01-05 15:00'; var msg_title = '${title}'.html(false);
var biz = "" || "MzAwMDAwMDAwMA=="; var mid = "2650000001" || ""; var idx = "1" || ""; var nickname = htmlDecode("示例安全观察");</script></body></html>`;
}

const long = (text: string): string =>
  `<p>${text}</p><p>示例集团1月4日确认遭到勒索软件攻击，约52000名客户的姓名、手机号与身份证号被窃取，公司已报警并通知监管机构。</p>`.repeat(
    2,
  );

const PAGES: Readonly<
  Record<
    string,
    { readonly answer: Parameters<Site['on']>[1]; readonly outcome: string; readonly state: string }
  >
> = {
  deleted: { answer: html(notice('该内容已被发布者删除')), outcome: 'deleted', state: 'gone' },
  violation: {
    answer: html(notice('此内容因违规无法查看', '由用户投诉并经平台审核，涉嫌违反相关法律法规和政策')),
    outcome: 'violation',
    state: 'gone',
  },
  account: { answer: html(notice('此帐号已被屏蔽，内容无法查看')), outcome: 'account_gone', state: 'gone' },
  temporary: {
    answer: html(
      '<html><head><title>该内容暂时无法查看</title></head><body><div class="mesg-block"><p>该内容暂时无法查看</p></div></body></html>',
    ),
    outcome: 'unavailable',
    state: 'waiting',
  },
  quoting: {
    answer: html(
      wechatArticle(
        '评此帐号已被屏蔽现象',
        long('页面只显示“该内容已被发布者删除”，也有读者看到“环境异常，完成验证后即可继续访问”。'),
      ),
    ),
    outcome: 'new',
    state: 'waiting',
  },
  empty: { answer: html(''), outcome: 'empty', state: 'waiting' },
  shell: {
    answer: html('<html><body><div id="app"></div><script src="/app.js"></script></body></html>'),
    outcome: 'empty',
    state: 'waiting',
  },
  pdf: {
    answer: (_, response) =>
      void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4'),
    outcome: 'not_a_page',
    state: 'waiting',
  },
  gone: { answer: (_, response) => void response.writeHead(410).end(), outcome: 'gone', state: 'gone' },
  forbidden: {
    answer: (_, response) => void response.writeHead(403).end('请先登录'),
    outcome: 'forbidden',
    state: 'waiting',
  },
  gbk: {
    answer: (_, response) => {
      const page = articlePage('国标编码的页面', '示例银行', 52000).replace(
        '<meta charset="utf-8">',
        '<meta charset="gb2312">',
      );
      response.writeHead(200, { 'content-type': 'text/html' }).end(iconv.encode(page, 'gb18030'));
    },
    outcome: 'new',
    state: 'waiting',
  },
  lying: {
    answer: (_, response) => {
      const page = articlePage('头部说谎的页面', '示例医院', 61000).replace('<meta charset="utf-8">', '');
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(iconv.encode(page, 'gb18030'));
    },
    outcome: 'new',
    state: 'waiting',
  },
};

let folder: string;
let site: Site;
let report: CrawlReport;
let pages: readonly Record<string, unknown>[];
let articles: readonly Record<string, unknown>[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crawl-kinds-'));
  site = await openSite();
  site.on(
    '/feed.xml',
    html(rss(Object.keys(PAGES).map((name) => [name, `${site.origin}/p/${name}`] as const))),
  );
  for (const [name, { answer }] of Object.entries(PAGES)) site.on(`/p/${name}`, answer);
  const db = join(folder, 'incidents.db');
  const config = parseConfig(
    `contact: a@example.org\ndefaults: {delay: 0}\nsources:\n  - {name: kinds, type: feed, url: "${site.origin}/feed.xml"}\n`,
    'sources.yaml',
  );
  report = await crawl(config, db, { allowPrivate: true, backoff: { baseMs: 1, capMs: 2 } });
  const store = new Database(db, { readonly: true });
  pages = store.prepare('SELECT url, outcome, state FROM crawl_page').all() as Record<string, unknown>[];
  articles = store.prepare('SELECT url, title, published, text FROM article_version').all() as Record<
    string,
    unknown
  >[];
  store.close();
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a page', () => {
  it.each(Object.entries(PAGES))('%s is what its structure says', (name, { outcome, state }) => {
    expect(pages.find(({ url }) => url === `${site.origin}/p/${name}`)).toMatchObject({ outcome, state });
  });

  it('that is a failure is never an article and never dates anything', () => {
    const good = Object.values(PAGES).filter(({ outcome }) => outcome === 'new').length;
    expect(articles).toHaveLength(good);
    expect(report.article_versions_added).toBe(good);
    expect(report.failed).toBe(Object.keys(PAGES).length - good);
    for (const { published } of articles) expect(published).toMatch(/^2025-01-05/);
  });

  it('in GBK, declared, undeclared or under a header that lies, is read in its own charset', () => {
    const titles = articles.map(({ title }) => title);
    expect(titles).toContain('国标编码的页面');
    expect(titles).toContain('头部说谎的页面');
    for (const { text } of articles) expect(text).toContain('姓名、手机号');
  });

  it('that is gone does not count against its source, trouble does', () => {
    expect(report.sources[0]?.failed).toMatchObject({
      deleted: 1,
      violation: 1,
      account_gone: 1,
      gone: 1,
      unavailable: 1,
    });
  });
});

describe('a migrated account', () => {
  it('is followed once: the new address goes into the queue, and a second move leads no further', async () => {
    const moved = await openSite();
    const target =
      'http://mp.weixin.qq.com/s?__biz=MzAwMDAwMDAwMA==&mid=2650000002&idx=1&sn=0123456789abcdef0123456789abcdef';
    const page = notice('该公众号已迁移').replace(
      'var words',
      `var transferTargetLink = '${target}'; var words`,
    );
    moved.on('/old', html(page));
    const db = join(folder, 'moved.db');
    const config = parseConfig(
      `contact: a@example.org\ndefaults: {delay: 0}\nsources:\n  - {name: moved, type: urls, urls: ["${moved.origin}/old"]}\n`,
      'sources.yaml',
    );
    try {
      // One page only: the new address is not on loopback.
      const night = await crawl(config, db, { allowPrivate: true, limit: 1 });
      expect(night.sources[0]).toMatchObject({ status: 'ok', failed: { migrated: 1 } });
      const store = new Database(db, { readonly: true });
      expect(store.prepare('SELECT key, state FROM crawl_page ORDER BY page_id').all()).toEqual([
        { key: expect.stringContaining('/old'), state: 'gone' },
        { key: 'wechat:MzAwMDAwMDAwMA:2650000002:1', state: 'waiting' },
      ]);
      store.close();
    } finally {
      await moved.close();
    }
  });
});
