import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { looksLikeFeed, readFeed } from '../../src/fetchers/lists/feed.js';
import { readLinks } from '../../src/fetchers/lists/links.js';
import { feedsOfPage, readListPage } from '../../src/fetchers/lists/page.js';
import { readSitemap } from '../../src/fetchers/lists/sitemap.js';
import { textOf } from '../../src/fetchers/lists/text-of.js';
import { readAlbum } from '../../src/fetchers/lists/wechat-album.js';
import { pageKey, requestUrl } from '../../src/fetchers/page-key.js';

const BASE = 'https://example.org/news/';

describe('feeds', () => {
  it('RSS: relative links count from the feed, a guid that is an address stands in for a missing link', () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>安全日报</title>
      <item><title>A &amp; B</title><link>/a</link><guid isPermaLink="false">7</guid></item>
      <item><title>C</title><guid>https://example.org/c</guid></item>
      <item><title>no address</title><guid isPermaLink="false">https://example.org/d</guid></item></channel></rss>`;
    expect(readFeed(feed, BASE)).toEqual({
      title: '安全日报',
      links: [
        { url: 'https://example.org/a', title: 'A & B', updated: undefined },
        { url: 'https://example.org/c', title: 'C', updated: undefined },
      ],
    });
  });

  it('Atom: the alternate link of each entry', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>x</id><updated>2025-01-01T00:00:00Z</updated>
      <entry><title>E</title><id>1</id><link rel="edit" href="/edit"/><link href="/e"/><updated>2025-01-02T00:00:00Z</updated></entry></feed>`;
    expect(readFeed(feed, BASE).links).toEqual([
      { url: 'https://example.org/e', title: 'E', updated: '2025-01-02T00:00:00Z' },
    ]);
  });

  it('RDF and JSON Feed', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="https://example.org"><title>R</title></channel>
      <item rdf:about="https://example.org/r"><title>I</title><link>https://example.org/r</link></item></rdf:RDF>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: '1', url: '/j', title: 'j' }],
    });
    expect(readFeed(rdf, BASE).links.map((link) => link.url)).toEqual(['https://example.org/r']);
    expect(readFeed(json, BASE).links.map((link) => link.url)).toEqual(['https://example.org/j']);
    expect([rdf, json].map(looksLikeFeed)).toEqual([true, true]);
    expect(looksLikeFeed('<!doctype html><html><body>rss feed</body></html>')).toBe(false);
  });

  it('an HTML page in place of a feed is an error, not an empty feed', () => {
    expect(() => readFeed('<html><body>error</body></html>', BASE)).toThrow();
  });

  it('a feed that expands entities without end does not freeze', () => {
    const lines = Array.from({ length: 10 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">${lines}]><rss version="2.0"><channel><title>&e10;</title><item><title>x</title><link>/x</link></item></channel></rss>`;
    const start = performance.now();
    try {
      readFeed(bomb, BASE);
    } catch {
      // Refusing it is as good as ignoring the entities.
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('sitemaps', () => {
  it('give their pages, those changed last first; addresses of images are not pages', () => {
    const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://example.org/old?a=1&amp;b=2</loc><lastmod>2024-01-01</lastmod><image:image><image:loc>https://example.org/i.png</image:loc></image:image></url>
      <url><loc> https://example.org/new </loc><lastmod>2025-01-01</lastmod></url></urlset>`;
    expect(readSitemap(sitemap, BASE)).toEqual({
      links: [
        { url: 'https://example.org/new', updated: '2025-01-01' },
        { url: 'https://example.org/old?a=1&b=2', updated: '2024-01-01' },
      ],
      sitemaps: [],
    });
  });

  it('an index gives its sitemaps', () => {
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/s1.xml.gz</loc></sitemap></sitemapindex>`;
    expect(readSitemap(index, BASE).sitemaps).toEqual(['https://example.org/s1.xml.gz']);
  });

  it('anything else is an error', () => {
    expect(() => readSitemap('<html></html>', BASE)).toThrow('not a sitemap');
  });
});

describe('the text of a list', () => {
  it('is read from gzip and from the charset it is in', () => {
    const xml = '<?xml version="1.0" encoding="gb2312"?><rss>数据泄露镕</rss>';
    expect(textOf(gzipSync(xml))).toBe(xml);
    expect(textOf(iconv.encode(xml, 'gb18030'))).toBe(xml);
    expect(textOf(iconv.encode('一覧：情報漏えい', 'shift_jis'), 'text/plain; charset=Shift_JIS')).toBe(
      '一覧：情報漏えい',
    );
  });
});

describe('list pages', () => {
  const html = `<base href="https://example.org/sub/"><ul><li class="post"><h2><a href="one?x=1&amp;y=2">第一 <b>篇</b></a></h2><a href="#c">3</a></li>
    <li class="post"><a href="javascript:alert(1)">no</a></li></ul><a class="post" href="/two">二</a><a href="/other">other</a>`;

  it('give the links that the selector names, or the first within what it names', () => {
    expect(readListPage(html, '.post', BASE)).toEqual([
      { url: 'https://example.org/sub/one?x=1&y=2', title: '第一 篇' },
      { url: 'https://example.org/two', title: '二' },
    ]);
  });

  it('name their feeds in the head', () => {
    const page = `<head><link rel="alternate" type="application/atom+xml" title="All" href="/atom.xml"><link rel="stylesheet" href="/x.css"></head>`;
    expect(feedsOfPage(page, BASE)).toEqual([{ url: 'https://example.org/atom.xml', title: 'All' }]);
  });
});

describe('link lists', () => {
  it('in JSON by site and title, as archives hold them', () => {
    const daily = {
      某站: {
        文章一: 'https://mp.weixin.qq.com/s?__biz=a==&mid=1&idx=1',
        我的img工具: 'https://example.org/2',
      },
    };
    expect(readLinks(JSON.stringify(daily)).map((link) => [link.title, link.url])).toEqual([
      ['文章一', 'https://mp.weixin.qq.com/s?__biz=a==&mid=1&idx=1'],
      ['我的img工具', 'https://example.org/2'],
    ]);
  });

  it('of a WeChat account give every article of a push, not only the first, and no covers', () => {
    const item = (n: number) => ({
      title: `t${n}`,
      content_url: `http://mp.weixin.qq.com/s?__biz=a==&amp;mid=9&amp;idx=${n}&amp;sn=x`,
      cover: 'http://mmbiz.qpic.cn/c.png',
    });
    const push = {
      list: [
        {
          comm_msg_info: { id: 9 },
          app_msg_ext_info: { ...item(1), multi_app_msg_item_list: [item(2), item(3)] },
        },
      ],
    };
    for (const text of [
      JSON.stringify(push),
      JSON.stringify({ ret: 0, general_msg_list: JSON.stringify(push) }),
    ]) {
      const links = readLinks(text);
      expect(links.map((link) => link.title)).toEqual(['t1', 't2', 't3']);
      expect(links[1]?.url).toContain('&mid=9&idx=2&sn=x');
    }
  });

  it('in Markdown, checked off or not, with brackets in the titles', () => {
    const list =
      '# 每日（2025-01-02）\n\n- 某站\n  - [ ] [CVE（[高危]）](https://example.org/1)\n  - [x] [b](https://example.org/2)\n';
    expect(readLinks(list).map((link) => [link.title, link.url])).toEqual([
      ['CVE（[高危]）', 'https://example.org/1'],
      ['b', 'https://example.org/2'],
    ]);
  });

  it('as plain addresses with comments and titles', () => {
    expect(
      readLinks('# mine\r\nhttps://example.org/1 标题 一\n\nnot an address\nhttps://example.org/1\n'),
    ).toEqual([{ url: 'https://example.org/1', title: '标题 一' }]);
  });
});

describe('a WeChat album', () => {
  const address = 'https://mp.weixin.qq.com/mp/appmsgalbum?__biz=MzA==&action=getalbum&album_id=123';

  it('gives its articles and where the next part is', () => {
    const html = `<ul><li class="album__list-item js_album_item" data-msgid="2650" data-itemidx="2" data-title="合集一" data-link="http://mp.weixin.qq.com/s?__biz=MzA==&amp;mid=2650&amp;idx=2&amp;sn=ab#rd"></li></ul>`;
    const album = readAlbum(html, address);
    expect(album.links).toEqual([
      { url: 'http://mp.weixin.qq.com/s?__biz=MzA==&mid=2650&idx=2&sn=ab#rd', title: '合集一' },
    ]);
    const next = new URL(album.next ?? '');
    expect(Object.fromEntries(next.searchParams)).toMatchObject({
      f: 'json',
      begin_msgid: '2650',
      begin_itemidx: '2',
      album_id: '123',
    });
  });

  it('in JSON ends where it says so; a list of one may be the article itself', () => {
    const article = {
      url: 'http://mp.weixin.qq.com/s?__biz=MzA==&mid=1&idx=1',
      title: 'x',
      msgid: '1',
      itemidx: '1',
    };
    const part = (list: unknown, more: string) =>
      JSON.stringify({ getalbum_resp: { article_list: list, continue_flag: more } });
    expect(readAlbum(part([article], '1'), address).next).not.toBeNull();
    expect(readAlbum(part(article, '0'), address)).toEqual({
      links: [{ url: article.url, title: 'x' }],
      next: null,
    });
    expect(readAlbum(part(undefined, '0'), address)).toEqual({ links: [], next: null });
  });
});

describe('the key of a page', () => {
  it('is one for all spellings of a WeChat article', () => {
    const spellings = [
      'https://mp.weixin.qq.com/s?__biz=MzA5ODA0NDE2MA==&mid=2649&idx=1&sn=abc',
      'http://mp.weixin.qq.com/s?__biz=MzA5ODA0NDE2MA==&mid=2649&idx=1&sn=abc#rd',
      'http://mp.weixin.qq.com/s?__biz=MzA5ODA0NDE2MA%3D%3D&mid=2649&idx=1&sn=abc&chksm=1&scene=27',
      'http://mp.weixin.qq.com/s?__biz=MzA5ODA0NDE2MA&amp;mid=2649&amp;idx=1&amp;sn=abc',
      'http://mp.weixin.qq.com/s?__biz=MzA5ODA0NDE2MA==\\x26mid=2649\\x26idx=1',
      'http://mp.weixin.qq.com/mp/appmsg/show?__biz=MzA5ODA0NDE2MA==&appmsgid=2649&itemidx=1&sign=abc',
      'https://mp.weixin.qq.com/s?sn=abc&idx=1&mid=2649&__biz=MzA5ODA0NDE2MA==&mpshare=1&sharer_shareid=9#wechat_redirect',
    ];
    expect(new Set(spellings.map(pageKey))).toEqual(new Set(['wechat:MzA5ODA0NDE2MA:2649:1']));
    expect(pageKey('https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv?scene=1')).toBe(
      'wechat:AbCdEfGhIjKlMnOpQrStUv',
    );
  });

  it('tells the articles of one push apart, and keeps a fragment that is a route', () => {
    const push = (idx: number) => pageKey(`https://mp.weixin.qq.com/s?__biz=a==&mid=1&idx=${idx}`);
    expect(push(1)).not.toBe(push(2));
    expect(pageKey('https://app.example/#/post/12')).not.toBe(pageKey('https://app.example/#/post/13'));
    expect(pageKey('https://example.org/a#top')).toBe(pageKey('http://www.example.org/a/?utm_source=x'));
  });

  it('of the address that is requested is the key of the address that was found', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(part, part, part, fc.boolean(), (path, name, value, wechat) => {
        const url = wechat
          ? `http://mp.weixin.qq.com/s?__biz=${path}==&amp;mid=${value}&amp;idx=1&amp;chksm=${name}#rd`
          : `https://${name}.example/${path}/?${name}=${value}&utm_source=x#${value}`;
        expect(pageKey(requestUrl(url))).toBe(pageKey(url));
      }),
    );
  });
});
