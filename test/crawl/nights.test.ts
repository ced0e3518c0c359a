import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/fetchers/crawl.js';
import { type CrawlOptions, CrawlRunningError, crawl } from '../../src/pipeline/crawl/run.js';
import { snapshotEntries } from '../../src/pipeline/crawl/snapshots.js';
import { reparse } from '../../src/pipeline/reparse.js';
import { articlePage, html, openSite, rss, type Site, validated } from './site.js';

const DAY = 24 * 3600_000;
const START = Date.parse('2025-01-06T19:00:00Z');

let folder: string;
let db: string;
const sites: Site[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crawl-'));
  db = join(folder, 'incidents.db');
});
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function site(address?: string): Promise<Site> {
  const opened = await openSite(address);
  sites.push(opened);
  return opened;
}

function config(sources: string, more = '') {
  return parseConfig(
    `contact: test@example.org\ndefaults: {delay: 0}\n${more}\nsources:\n${sources}`,
    'sources.yaml',
  );
}

/** The night `n` days after the first. */
function night(n: number, sources: ReturnType<typeof config>, options: CrawlOptions = {}) {
  const shift = START + n * DAY - Date.now();
  return crawl(sources, db, {
    allowPrivate: true,
    now: () => Date.now() + shift,
    backoff: { baseMs: 1, capMs: 5 },
    ...options,
  });
}

function rows(sql: string): Record<string, unknown>[] {
  const open = new Database(db, { readonly: true });
  try {
    return open.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    open.close();
  }
}

const count = (table: string): number => Number(rows(`SELECT count(*) AS n FROM ${table}`)[0]?.n);

/** A site with a feed of `n` articles; `text` can be exchanged between nights. */
async function newsSite(n: number, address?: string) {
  const opened = await site(address);
  const people = Array.from({ length: n }, (_, i) => 1000 + i);
  const urls = people.map((_, i) => [`某单位${i}数据泄露`, `${opened.origin}/a/${i}`] as const);
  opened.on(
    '/feed.xml',
    validated(() => rss(urls)),
  );
  for (const i of people.keys()) {
    opened.on(
      `/a/${i}`,
      validated(() => articlePage(`某单位${i}数据泄露`, `示例集团${i}`, people[i] ?? 0)),
    );
  }
  return { site: opened, people };
}

const feedOf = (opened: Site, name = 'news') =>
  `  - {name: ${name}, type: feed, url: "${opened.origin}/feed.xml"}`;

describe('nights in a row', () => {
  it('fetch what is new once, ask conditionally for what is due, and make versions of exactly what changed', async () => {
    const { site: news, people } = await newsSite(20);
    const sources = config(feedOf(news));

    const first = await night(0, sources);
    expect(first).toMatchObject({ status: 'ok', new: 20, changed: 0, unchanged: 0, failed: 0 });
    expect(first.article_versions_added).toBe(20);
    expect(first.sources[0]).toMatchObject({ found: 20, status: 'ok', last_success: first.started_at });
    expect(news.asked()).toHaveLength(21);
    expect(first.incidents).toBeGreaterThan(0);

    news.requests.length = 0;
    const second = await night(1, sources);
    expect(second).toMatchObject({
      status: 'ok',
      new: 0,
      changed: 0,
      unchanged: 20,
      article_versions_added: 0,
    });
    expect(news.asked().filter((path) => path.startsWith('/a/'))).toHaveLength(20);
    expect(
      news.requests.every(({ path, headers }) => path === '/robots.txt' || headers['if-none-match']),
    ).toBe(true);

    // Three days later one page in twenty has new figures.
    people[7] = 52_000;
    const third = await night(4, sources);
    expect(third).toMatchObject({ changed: 1, unchanged: 19, article_versions_added: 1 });
    expect(
      rows("SELECT url FROM crawl_page WHERE last_changed_at > first_seen_at AND outcome = 'changed'"),
    ).toEqual([{ url: `${news.origin}/a/7` }]);

    // The one that changed is due again the next day, the others only after a week.
    news.requests.length = 0;
    await night(5, sources);
    expect(news.asked().toSorted()).toEqual(['/a/7', '/feed.xml']);
  });

  it('without validators compare the content, so other ads and nonces make no version', async () => {
    const news = await site();
    let nonce = 0;
    news.on('/feed.xml', html(rss([['x', `${news.origin}/a`]])));
    news.on('/a', (request, response) => {
      nonce += 1;
      html(
        `<!-- nonce ${nonce} --><script>var n = "${nonce}"</script>${articlePage('标题', '示例公司', 3000)}`,
      )(request, response);
    });
    await night(0, config(feedOf(news)));
    const second = await night(1, config(feedOf(news)));
    expect(second).toMatchObject({ changed: 0, unchanged: 1, article_versions_added: 0 });
    expect(count('article_version')).toBe(1);
    expect(count('crawl_fetch')).toBe(2);
  });

  it('an empty page, an error page and a page that is gone leave the last good version alone', async () => {
    const news = await site();
    news.on('/feed.xml', html(rss([['x', `${news.origin}/a`]])));
    news.on('/a', html(articlePage('标题', '示例公司', 3000)));
    await night(0, config(feedOf(news)));
    const before = rows('SELECT * FROM article_version');
    for (const [n, answer] of [
      [1, html('')],
      [
        3,
        (_: unknown, response: import('node:http').ServerResponse) =>
          void response.writeHead(503).end('maintenance'),
      ],
      [
        8,
        (_: unknown, response: import('node:http').ServerResponse) =>
          void response.writeHead(410).end('gone'),
      ],
    ] as const) {
      news.on('/a', answer);
      const report = await night(n, config(feedOf(news)));
      expect(report.article_versions_added).toBe(0);
      expect(report.failed).toBeGreaterThan(0);
    }
    expect(rows('SELECT * FROM article_version')).toEqual(before);
    expect(rows('SELECT state, outcome FROM crawl_page')).toEqual([{ state: 'gone', outcome: 'gone' }]);
  });

  it('from its snapshots a database reads the same pages again without the network', async () => {
    const { site: news } = await newsSite(3);
    await night(0, config(feedOf(news)));
    await news.close();
    const summary = await reparse([], db, { entries: snapshotEntries(db), workers: 1 });
    expect(summary).toMatchObject({ pages: 3, failed: 0, article_versions_added: 0 });
  });
});

describe('a wall', () => {
  it('rests the host, touches no article, and is the first line of a report that is partial', async () => {
    const { site: news } = await newsSite(3, '127.0.0.2');
    const { site: other } = await newsSite(2, '127.0.0.3');
    const sources = config(`${feedOf(news, 'walled')}\n${feedOf(other, 'other')}`);
    await night(0, sources);
    const before = rows('SELECT * FROM article_version');

    for (const path of ['/a/0', '/a/1', '/a/2']) {
      news.on(path, (_request, response) => {
        response.writeHead(302, { location: '/mp/wappoc_appmsgcaptcha?poc_token=x&target_url=y' }).end();
      });
    }
    news.on(
      '/mp/wappoc_appmsgcaptcha',
      html('<html><body><h2>环境异常</h2><p>完成验证后即可继续访问</p><a>去验证</a></body></html>'),
    );
    news.requests.length = 0;
    const report = await night(1, sources);
    expect(report.status).toBe('partial');
    expect(report.warnings[0]).toMatch(/^127\.0\.0\.2:\d+ rests until .* verification wall/);
    expect(report.hosts_resting).toHaveLength(1);
    // One page was asked for; the others were left alone, and the other host was read as always.
    expect(news.asked().filter((path) => path.startsWith('/a/'))).toHaveLength(1);
    expect(report.sources.map(({ name, status }) => [name, status])).toEqual([
      ['walled', 'failed'],
      ['other', 'ok'],
    ]);
    expect(report.sources[0]).toMatchObject({ failing_nights: 1, failed: { verification_wall: 1 } });
    expect(rows('SELECT * FROM article_version')).toEqual(before);

    // Within its rest the host is not asked at all.
    news.requests.length = 0;
    const again = await night(1.2, sources);
    expect(news.requests).toEqual([]);
    expect(again.status).toBe('partial');
    expect(again.warnings[0]).toContain('verification wall');
  });

  it('told by the structure of the page is one too, and words in an article are none', async () => {
    const news = await site();
    news.on('/feed.xml', html(rss([['x', `${news.origin}/a`]])));
    news.on(
      '/a',
      html(
        articlePage('该内容已被发布者删除：评环境异常', '示例公司', 3000).replace(
          '报警',
          '报警。页面显示“环境异常，完成验证后即可继续访问”',
        ),
      ),
    );
    expect(await night(0, config(feedOf(news)))).toMatchObject({ new: 1, status: 'ok' });
  });
});

describe('manners', () => {
  it('robots.txt keeps pages from being asked for; a source may still be well', async () => {
    const { site: news } = await newsSite(4);
    news.on(
      '/robots.txt',
      html('User-agent: breachledger\nDisallow: /a/1\nDisallow: /%61/2\n\nUser-agent: *\nDisallow: /\n'),
    );
    const report = await night(0, config(feedOf(news)));
    expect(report.sources[0]).toMatchObject({ status: 'ok', new: 2, failed: { robots: 2 } });
    expect(news.asked().toSorted()).toEqual(['/a/0', '/a/3', '/feed.xml']);
    expect(news.requests[0]?.headers['user-agent']).toMatch(/^breachledger\/\S+ \(\+test@example\.org\)$/);
  });

  it('a robots.txt that answers 5xx means stay away; one that is missing means come in', async () => {
    const { site: down } = await newsSite(2, '127.0.0.4');
    const { site: none } = await newsSite(2, '127.0.0.5');
    down.on('/robots.txt', (_request, response) => void response.writeHead(503).end());
    none.on('/robots.txt', (_request, response) => void response.writeHead(404).end());
    const report = await night(0, config(`${feedOf(down, 'down')}\n${feedOf(none, 'none')}`));
    expect(down.asked()).toEqual([]);
    expect(report.sources.map(({ name, status, new: fresh }) => [name, status, fresh])).toEqual([
      ['down', 'failed', 0],
      ['none', 'ok', 2],
    ]);
  });

  it('one request at a time a host, and never two within its delay', async () => {
    const { site: a } = await newsSite(5, '127.0.0.6');
    const { site: b } = await newsSite(5, '127.0.0.7');
    const delayed = (opened: Site) => feedOf(opened, opened.host).replace('}', ', delay: 0.1}');
    const began = performance.now();
    await night(0, config(`${delayed(a)}\n${delayed(b)}`));
    const took = performance.now() - began;
    for (const { requests } of [a, b]) {
      expect(requests).toHaveLength(7);
      for (const [i, request] of requests.slice(1).entries()) {
        expect(request.startedAt - (requests[i]?.endedAt ?? 0)).toBeGreaterThanOrEqual(98);
      }
    }
    // Both hosts at the same time.
    expect(took).toBeLessThan(2 * 7 * 160);
  });

  it('the delay of a source counts also on nights when its list has not changed', async () => {
    const { site: news } = await newsSite(3);
    const sources = config(feedOf(news).replace('}', ', delay: 0.1}'));
    await night(0, sources);
    news.requests.length = 0;
    expect(await night(2, sources)).toMatchObject({ unchanged: 3, sources: [{ found: null }] });
    expect(news.requests.length).toBeGreaterThanOrEqual(4);
    for (const [i, request] of news.requests.slice(1).entries()) {
      expect(request.startedAt - (news.requests[i]?.endedAt ?? 0)).toBeGreaterThanOrEqual(98);
    }
  });

  it('after a run that died every host is left alone for its delay', async () => {
    const { site: news } = await newsSite(1);
    const sources = config(feedOf(news).replace('}', ', delay: 0.5}'));
    await night(0, sources);
    const store = new Database(db);
    store.exec('UPDATE run SET finished_at = NULL');
    store.close();
    news.requests.length = 0;
    const began = performance.now();
    await night(1, sources);
    expect((news.requests[0]?.startedAt ?? 0) - began).toBeGreaterThanOrEqual(490);
  });

  it('Crawl-delay counts where it is longer than ours', async () => {
    const { site: news } = await newsSite(2);
    news.on('/robots.txt', html('User-agent: *\nCrawl-delay: 0.3\n'));
    await night(0, config(feedOf(news)));
    const [, ...after] = news.requests;
    for (const [i, request] of after.slice(1).entries()) {
      expect(request.startedAt - (after[i]?.endedAt ?? 0)).toBeGreaterThanOrEqual(298);
    }
  });

  it('429 again and again rests the host while others go on; Retry-After is a floor', async () => {
    const { site: busy } = await newsSite(6, '127.0.0.8');
    const { site: other } = await newsSite(6, '127.0.0.9');
    for (let i = 0; i < 6; i += 1) {
      busy.on(`/a/${i}`, (_request, response) => void response.writeHead(429, { 'retry-after': '1' }).end());
    }
    const report = await night(0, config(`${feedOf(busy, 'busy')}\n${feedOf(other, 'other')}`));
    const pages = busy.requests.filter(({ path }) => path.startsWith('/a/'));
    expect(pages).toHaveLength(3);
    for (const [i, request] of pages.slice(1).entries()) {
      expect(request.startedAt - (pages[i]?.endedAt ?? 0)).toBeGreaterThanOrEqual(900);
    }
    expect(report.warnings[0]).toContain('429');
    expect(report.sources.map(({ name, status, new: fresh }) => [name, status, fresh])).toEqual([
      ['busy', 'failed', 0],
      ['other', 'ok', 6],
    ]);
  });

  it('a Retry-After beyond the patience of a run sends the host to rest for that time at once', async () => {
    const { site: busy } = await newsSite(3);
    busy.on(
      '/a/0',
      (_request, response) => void response.writeHead(503, { 'retry-after': '99999999' }).end(),
    );
    const report = await night(0, config(feedOf(busy)));
    expect(busy.asked()).toEqual(['/feed.xml', '/a/0']);
    expect(Date.parse(report.hosts_resting[0]?.until ?? '') - START).toBeGreaterThan(0.9 * DAY);
    expect(Date.parse(report.hosts_resting[0]?.until ?? '') - START).toBeLessThan(1.1 * DAY);
  });

  it('what can pass is tried again in the same night, what cannot is not', async () => {
    const { site: news } = await newsSite(4);
    let tries = 0;
    news.on('/a/0', (request, response) => {
      tries += 1;
      if (tries < 3) response.writeHead(503).end();
      else html(articlePage('终于', '示例公司', 3000))(request, response);
    });
    let drops = 0;
    news.on('/a/1', (request, response) => {
      drops += 1;
      if (drops === 1) response.destroy();
      else html(articlePage('掉线之后', '示例银行', 4000))(request, response);
    });
    news.on('/a/2', (_request, response) => void response.writeHead(403).end());
    news.on('/a/3', (_request, response) => void response.writeHead(404).end());
    const report = await night(0, config(feedOf(news)));
    expect(report).toMatchObject({ new: 2 });
    expect(news.asked().filter((path) => path === '/a/2' || path === '/a/3')).toHaveLength(2);
    expect(
      rows("SELECT outcome FROM crawl_page WHERE url LIKE '%/a/2' OR url LIKE '%/a/3' ORDER BY url"),
    ).toEqual([{ outcome: 'forbidden' }, { outcome: 'not_found' }]);
  });

  it('a redirect is checked at its target: its robots.txt counts there', async () => {
    const news = await site('127.0.0.10');
    const target = await site('127.0.0.11');
    target.on('/robots.txt', html('User-agent: *\nDisallow: /private\n'));
    target.on('/open', html(articlePage('搬家了', '示例公司', 3000)));
    news.on(
      '/feed.xml',
      html(
        rss([
          ['1', `${news.origin}/1`],
          ['2', `${news.origin}/2`],
        ]),
      ),
    );
    news.on(
      '/1',
      (_request, response) => void response.writeHead(301, { location: `${target.origin}/open` }).end(),
    );
    news.on(
      '/2',
      (_request, response) => void response.writeHead(302, { location: `${target.origin}/private` }).end(),
    );
    const report = await night(0, config(feedOf(news)));
    expect(report.sources[0]).toMatchObject({ new: 1, failed: { robots: 1 } });
    expect(target.asked()).toEqual(['/open']);
  });

  it('without --allow-private loopback is not asked at all', async () => {
    const { site: news } = await newsSite(2);
    const report = await night(0, config(feedOf(news)), { allowPrivate: false });
    expect(report.status).toBe('partial');
    expect(report.warnings[0]).toContain('not a public address');
    expect(news.requests).toEqual([]);
  });
});

describe('bounds', () => {
  it('max a night leaves the rest for the next night, in order', async () => {
    const { site: news } = await newsSite(5);
    const sources = config(feedOf(news).replace('}', ', max: 2}'));
    expect(await night(0, sources)).toMatchObject({ new: 2, sources: [{ waiting: 3 }] });
    expect(news.asked()).toEqual(['/feed.xml', '/a/0', '/a/1']);
    expect(await night(0.5, sources)).toMatchObject({ new: 2, sources: [{ waiting: 1 }] });
  });

  it('--limit counts pages over all sources, --source leaves the others alone', async () => {
    const { site: a } = await newsSite(5, '127.0.0.12');
    const { site: b } = await newsSite(5, '127.0.0.13');
    const sources = config(`${feedOf(a, 'a')}\n${feedOf(b, 'b')}`);
    expect(await night(0, sources, { limit: 3 })).toMatchObject({ new: 3, requests: 3 });
    b.requests.length = 0;
    const only = await night(0, sources, { only: ['a'] });
    expect(only.sources.map(({ name }) => name)).toEqual(['a']);
    expect(b.requests).toEqual([]);
  });

  it('keep and drop patterns choose among the links, by address or title', async () => {
    const { site: news } = await newsSite(5);
    const sources = config(feedOf(news).replace('}', ', keep: ["单位[0-3]"], drop: ["/a/2$"]}'));
    expect(await night(0, sources)).toMatchObject({ new: 3, sources: [{ found: 3 }] });
  });

  it('a page of another type, one that is too large and one in an unknown encoding fail each with its reason', async () => {
    const news = await site();
    const paths = ['pdf', 'large', 'encoding', 'loop'];
    news.on('/feed.xml', html(rss(paths.map((path) => [path, `${news.origin}/${path}`] as const))));
    news.on(
      '/pdf',
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
    );
    news.on('/large', (_request, response) => void response.end(Buffer.alloc(300_000, 'x')));
    news.on(
      '/encoding',
      (_request, response) => void response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
    );
    news.on('/loop', (_request, response) => void response.writeHead(302, { location: '/loop' }).end());
    const report = await night(0, config(feedOf(news)), { limits: { wireBytes: 100_000 } });
    expect(report.sources[0]?.failed).toEqual({ not_a_page: 1, too_large: 1, encoding: 1, redirects: 1 });
    expect(count('article')).toBe(0);
  });
});

describe('sources', () => {
  it('of every kind give their pages', async () => {
    const s = await site();
    const article = (n: number) => s.on(`/p/${n}`, html(articlePage(`第${n}篇`, `示例机构${n}`, 1000 + n)));
    for (let n = 1; n <= 6; n += 1) article(n);
    s.on(
      '/sitemap.xml',
      html(`<sitemapindex><sitemap><loc>${s.origin}/s1.xml</loc></sitemap></sitemapindex>`),
    );
    s.on('/s1.xml', html(`<urlset><url><loc>${s.origin}/p/1</loc></url></urlset>`));
    s.on('/list', html('<div class="post"><a href="/p/2">二</a></div><a href="/p/9">no</a>'));
    s.on('/daily.json', html(JSON.stringify({ 某站: { 三: `${s.origin}/p/3` } })));
    s.on('/daily.md', html(`- [ ] [四](${s.origin}/p/4)`));
    s.on('/urls.txt', html(`# mine\n${s.origin}/p/5\n`));
    const report = await night(
      0,
      config(`
  - {name: sitemap, type: sitemap, url: "${s.origin}/sitemap.xml"}
  - {name: list, type: list, url: "${s.origin}/list", selector: .post}
  - {name: json, type: links, url: "${s.origin}/daily.json"}
  - {name: md, type: links, url: "${s.origin}/daily.md"}
  - {name: file, type: urls, url: "${s.origin}/urls.txt"}
  - {name: urls, type: urls, urls: ["${s.origin}/p/6"]}`),
    );
    expect(report.sources.map(({ name, new: fresh, error }) => [name, fresh, error])).toEqual([
      ['sitemap', 1, null],
      ['list', 1, null],
      ['json', 1, null],
      ['md', 1, null],
      ['file', 1, null],
      ['urls', 1, null],
    ]);
  });

  it('whose list fails are failed, nights are counted, and a good night ends the count', async () => {
    const { site: news } = await newsSite(1);
    const sources = config(feedOf(news));
    news.on('/feed.xml', html('<html><body>The database is down</body></html>'));
    expect((await night(0, sources)).sources[0]).toMatchObject({
      status: 'failed',
      failing_nights: 1,
      last_success: null,
    });
    const second = await night(1, sources);
    expect(second.sources[0]).toMatchObject({ failing_nights: 2 });
    expect(second.warnings[0]).toContain('news failed (2 nights)');
    news.on('/feed.xml', html(rss([['x', `${news.origin}/a/0`]])));
    expect((await night(2, sources)).sources[0]).toMatchObject({ status: 'ok', failing_nights: 0, new: 1 });
  });

  it('that have nothing new for a week are called silent', async () => {
    const { site: news } = await newsSite(1);
    const sources = config(feedOf(news));
    await night(0, sources);
    for (let n = 1; n < 7; n += 1) expect((await night(n, sources)).warnings).toEqual([]);
    expect((await night(7, sources)).warnings).toEqual(['news has been silent for 7 nights']);
  });

  it('name the language and the zone of pages that do not', async () => {
    const s = await site();
    s.on('/feed.xml', html(rss([['x', `${s.origin}/x`]])));
    s.on('/x', html(articlePage('短讯', '示例公司', 3000)));
    await night(0, config(feedOf(s, '某某快讯').replace('}', ', lang: zh, timezone: Asia/Shanghai}')));
    expect(rows('SELECT source FROM article_version')).toEqual([{ source: '某某快讯' }]);
  });
});

describe('a run', () => {
  it('that is started while another is running leaves', async () => {
    const { site: news } = await newsSite(2);
    news.on('/a/0', (_request, response) => {
      setTimeout(() => response.end('late'), 400);
    });
    const first = night(0, config(feedOf(news)));
    await expect(night(0, config(feedOf(news)))).rejects.toThrow(CrawlRunningError);
    await first;
    await expect(night(0, config(feedOf(news)))).resolves.toBeDefined();
  });

  it('that is stopped finishes what is in flight, and the next goes on from there', async () => {
    const { site: news } = await newsSite(6);
    const stop = new AbortController();
    news.on('/a/2', (request, response) => {
      stop.abort();
      html(articlePage('x', '示例公司', 3000))(request, response);
    });
    const stopped = await night(0, config(feedOf(news)), { signal: stop.signal });
    expect(stopped.interrupted).toBe(true);
    expect(stopped.new).toBeLessThan(6);
    const rest = await night(0, config(feedOf(news)));
    expect(stopped.new + rest.new).toBe(6);
    expect(count('article')).toBe(6);
  });

  it('asks for a page that two sources name, or one source twice, once', async () => {
    const { site: news } = await newsSite(3);
    const twice = config(`${feedOf(news, 'one')}\n${feedOf(news, 'two')}
  - {name: urls, type: urls, urls: ["${news.origin}/a/0?utm_source=x", "${news.origin}/a/0#part"]}`);
    const report = await night(0, twice);
    expect(report.new).toBe(3);
    expect(
      news
        .asked()
        .filter((path) => path.startsWith('/a/'))
        .toSorted(),
    ).toEqual(['/a/0', '/a/1', '/a/2']);
  });
});
