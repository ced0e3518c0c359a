import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { compiledCli } from '../support/compiled-cli.js';
import { articlePage, html, openSite, rss, type Site, validated } from './site.js';

let cli: string;
let folder: string;
let db: string;
const sites: Site[] = [];

beforeAll(() => {
  cli = compiledCli();
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crawl-command-'));
  db = join(folder, 'incidents.db');
});
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()));
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { env: { ...process.env, NO_COLOR: '1' } },
      (error, out, err) => {
        resolve({ status: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}

function start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore' });
  return { child, ended: new Promise((resolve) => child.on('exit', resolve)) };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function newsSite(n: number, lag = 0): Promise<Site> {
  const site = await openSite();
  sites.push(site);
  const links = Array.from({ length: n }, (_, i) => [`某单位${i}数据泄露`, `${site.origin}/a/${i}`] as const);
  site.on(
    '/feed.xml',
    validated(() => rss(links)),
  );
  for (const [i, [title]] of links.entries()) {
    const answer = validated(() => articlePage(title, `示例集团${i}`, 1000 + i));
    site.on(`/a/${i}`, (request, response) => void setTimeout(() => answer(request, response), lag));
  }
  return site;
}

const sourcesFor = (...lines: string[]): string =>
  `contact: test@example.org\ndefaults: {delay: 0}\nsources:\n${lines.join('\n')}\n`;
const feed = (site: Site, name = 'news'): string =>
  `  - {name: ${name}, type: feed, url: "${site.origin}/feed.xml"}`;

// Each run of the command takes a second or two on a machine that has other work.
vi.setConfig({ testTimeout: 120_000 });

describe('crawl', () => {
  it('prints its report, keeps it in the database, writes metrics, and exits 0 on a good night', async () => {
    const site = await newsSite(3);
    const config = write('sources.yaml', sourcesFor(feed(site)));
    const metrics = join(folder, 'crawl.prom');
    const { status, out, err } = await run(
      'crawl',
      '--config',
      config,
      '--db',
      db,
      '--allow-private',
      '--json',
      '--prometheus',
      metrics,
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({ status: 'ok', new: 3, articles: 3, warnings: [] });
    const store = new Database(db, { readonly: true });
    const kept = JSON.parse(
      String(store.prepare("SELECT summary FROM run WHERE command = 'crawl'").pluck().get()),
    );
    store.close();
    expect(kept).toMatchObject({ status: 'ok', new: 3 });
    const text = readFileSync(metrics, 'utf8');
    expect(text).toContain('breachledger_crawl_last_run_ok 1\n');
    expect(text).toContain('breachledger_crawl_source_pages{source="news",outcome="new"} 3\n');

    const table = await run('crawl', '--config', config, '--db', db, '--allow-private');
    expect(table.status).toBe(0);
    expect(table.out).toMatch(/news .*not changed/);
  });

  it('exits 2 with the wall in its first line where one stands before everything', async () => {
    const site = await newsSite(3);
    for (const i of [0, 1, 2]) {
      site.on(
        `/a/${i}`,
        (_request, response) =>
          void response.writeHead(302, { location: '/mp/wappoc_appmsgcaptcha?x=1' }).end(),
      );
    }
    site.on('/mp/wappoc_appmsgcaptcha', html('<div>环境异常</div>'));
    const config = write('sources.yaml', sourcesFor(feed(site)));
    const { status, out } = await run('crawl', '--config', config, '--db', db, '--allow-private');
    expect(status).toBe(2);
    expect(out.split('\n')[0]).toContain('verification wall');
    const store = new Database(db, { readonly: true });
    expect(store.prepare('SELECT count(*) FROM article').pluck().get()).toBe(0);
    store.close();
  });

  it('exits 1 and names file and line where the configuration is wrong', async () => {
    const config = write(
      'sources.yaml',
      'contact: test@example.org\nsources:\n  - name: a\n    type: feed\n    url: htp:/x\n    sped: 3\n',
    );
    const { status, err } = await run('crawl', '--config', config, '--db', db);
    expect(status).toBe(1);
    expect(err).toContain(`${config}:5: sources[0].url: must be an http or https address`);
    expect(err).toContain(`${config}:6:`);
    expect(existsSync(db)).toBe(false);
    expect((await run('crawl', '--config', join(folder, 'none.yaml'), '--db', db)).status).toBe(1);
  });

  it('--dry-run says what would be fetched and writes nothing', async () => {
    const site = await newsSite(3);
    const config = write('sources.yaml', sourcesFor(feed(site)));
    const { status, out } = await run(
      'crawl',
      '--config',
      config,
      '--db',
      db,
      '--allow-private',
      '--dry-run',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name: 'news', found: 3, new: 3, ok: true });
    expect(site.asked()).toEqual(['/feed.xml']);
    expect(existsSync(db)).toBe(false);
  });

  it('killed at any moment and started again stores every page once and asks again only for what was in flight', async () => {
    const pages = 40;
    const site = await newsSite(pages, 15);
    const config = write('sources.yaml', sourcesFor(feed(site)));
    const args = ['crawl', '--config', config, '--db', db, '--allow-private'];
    const fetched = () => site.asked().filter((path) => path.startsWith('/a/'));
    let kills = 0;
    for (const target of [1, 4, 9, 15, 22, 30]) {
      const { child, ended } = start(...args);
      const deadline = Date.now() + 20_000;
      while (fetched().length < target && Date.now() < deadline && child.exitCode === null) await sleep(2);
      child.kill('SIGKILL');
      await ended;
      kills += 1;
    }
    const { status, out } = await run(...args, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ articles: pages });
    expect(new Set(fetched()).size).toBe(pages);
    expect(fetched().length).toBeLessThanOrEqual(pages + kills);
    const store = new Database(db, { readonly: true });
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.pragma('foreign_key_check')).toEqual([]);
    expect(store.prepare('SELECT count(*) FROM article_version').pluck().get()).toBe(pages);
    expect(
      store.prepare("SELECT count(*) FROM crawl_page WHERE state = 'waiting' AND visits = 1").pluck().get(),
    ).toBe(pages);
    store.close();
  });

  it('started twice at once: the second says so and leaves', async () => {
    const site = await newsSite(3);
    let finish = (): void => undefined;
    site.on('/a/0', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<html>');
      const drip = setInterval(() => response.write(' '), 500);
      finish = () => {
        clearInterval(drip);
        response.end(articlePage('x', '示例公司', 3000));
      };
    });
    const config = write('sources.yaml', sourcesFor(feed(site)));
    const args = ['crawl', '--config', config, '--db', db, '--allow-private'];
    const first = start(...args);
    while (site.asked().length < 2 && first.child.exitCode === null) await sleep(10);
    const second = await run(...args);
    expect(second.status).toBe(1);
    expect(second.err).toContain('another crawl');
    // Interrupted, the first one still takes what is in flight.
    first.child.kill('SIGINT');
    await sleep(200);
    finish();
    expect(await first.ended).toBe(130);
    expect(site.asked()).toEqual(['/feed.xml', '/a/0']);
    const store = new Database(db, { readonly: true });
    expect(store.prepare('SELECT count(*) FROM article').pluck().get()).toBe(1);
    store.close();
  });
});

describe('crawl --every', () => {
  it('runs at the times of its expression and ends well when it is told to', async () => {
    const site = await newsSite(2);
    const config = write('sources.yaml', sourcesFor(feed(site)));
    const { child, ended } = start(
      'crawl',
      '--config',
      config,
      '--db',
      db,
      '--allow-private',
      '--every',
      '* * * * * *',
      '--tz',
      'Asia/Shanghai',
    );
    while (site.asked().filter((path) => path === '/feed.xml').length < 2 && child.exitCode === null)
      await sleep(20);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(site.asked().filter((path) => path.startsWith('/a/'))).toHaveLength(2);
  });

  it('refuses an expression or a zone that is none', async () => {
    const config = write(
      'sources.yaml',
      sourcesFor('  - {name: a, type: feed, url: "https://example.org/f"}'),
    );
    const { status, err } = await run('crawl', '--config', config, '--db', db, '--every', '99 * * * *');
    expect(status).toBe(1);
    expect(err).toContain('--every 99 * * * *');
  });
});

describe('sources', () => {
  it('add finds the feed of a page and keeps the comments of the file; check tries it', async () => {
    const site = await newsSite(2);
    site.on(
      '/',
      html(
        '<head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>home</body>',
      ),
    );
    const config = write(
      'sources.yaml',
      'contact: test@example.org # mine\ndefaults: {delay: 0}\n# the sources\nsources: []\n',
    );
    const added = await run('sources', 'add', `${site.origin}/`, '--config', config, '--allow-private');
    expect(added).toMatchObject({ status: 0, out: `added test (feed): ${site.origin}/feed.xml\n` });
    expect(readFileSync(config, 'utf8')).toContain('# the sources');
    const again = await run(
      'sources',
      'add',
      `${site.origin}/feed.xml`,
      '--config',
      config,
      '--allow-private',
    );
    expect(again.out).toContain('1 known before');
    const check = await run('sources', 'check', '--config', config, '--allow-private', '--json');
    expect(check.status).toBe(0);
    expect(JSON.parse(check.out)).toMatchObject({
      name: 'test',
      found: 2,
      example: { title: '某单位0数据泄露' },
    });
    await site.close();
    expect(
      (await run('sources', 'check', '--config', config, '--allow-private', '--source', 'test')).status,
    ).toBe(2);
  });

  it('go through OPML and come back', async () => {
    const opml = write(
      'feeds.opml',
      '<opml version="2.0"><body><outline text="folder"><outline text="甲 &amp; 乙" type="rss" xmlUrl="https://example.org/f"/></outline></body></opml>',
    );
    const config = join(folder, 'sources.yaml');
    expect(
      (await run('sources', 'import', opml, '--config', config, '--contact', 'test@example.org')).status,
    ).toBe(0);
    const { out } = await run('sources', 'export', '--config', config);
    expect(out).toContain('text="甲 &amp; 乙"');
    expect(out).toContain('xmlUrl="https://example.org/f"');
  });
});

describe('warc', () => {
  it('export and import carry pages from one database to another', async () => {
    const site = await newsSite(3);
    const config = write('sources.yaml', sourcesFor(feed(site)));
    await run('crawl', '--config', config, '--db', db, '--allow-private');
    const warc = join(folder, 'pages.warc.gz');
    expect(await run('warc', 'export', warc, '--db', db)).toMatchObject({ status: 0, err: '' });
    const other = join(folder, 'other.db');
    const imported = await run('warc', 'import', warc, '--db', other);
    expect(imported).toMatchObject({ status: 0, err: '' });
    expect(imported.out).toContain('3 pages kept, 3 of them not known before; 3 article versions added');
    expect((await run('warc', 'import', warc, '--db', other)).out).toContain(
      '0 of them not known before; 0 article versions added',
    );
  });
});

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx'].find(existsSync);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe.skipIf(NGINX === undefined)('nginx as a real server', () => {
  it('gzip, validators, redirects, slow bodies and dropped connections all come out right', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const root = join(folder, 'www');
    mkdirSync(root);
    const names = ['plain', 'moved-to', 'slow', 'drop', 'missing', 'moved'];
    for (const [i, name] of names.slice(0, 3).entries()) {
      writeFileSync(
        join(root, `${name}.html`),
        articlePage(`${name} 数据泄露`, `示例集团${i}`, 2000 + i).repeat(name === 'slow' ? 40 : 1),
      );
    }
    writeFileSync(
      join(root, 'feed.xml'),
      rss(names.filter((name) => name !== 'moved-to').map((name) => [name, `${origin}/${name}.html`])),
    );
    const conf = write(
      'nginx.conf',
      `user root; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; worker_processes 1;
events { worker_connections 64; }
http {
  access_log ${folder}/access.log; default_type text/html; types { text/html html; text/xml xml; }
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  gzip on; gzip_types text/html text/xml; gzip_min_length 100; charset utf-8;
  server {
    listen 127.0.0.1:${port}; root ${root};
    location = /moved.html { return 301 /moved-to.html; }
    location = /slow.html { limit_rate 20k; gzip off; }
    location = /drop.html { return 444; }
  }
}`,
    );
    const nginx = spawn(NGINX ?? '', ['-c', conf, '-p', folder], { stdio: 'ignore' });
    const ended = new Promise((resolve) => nginx.on('exit', resolve));
    try {
      for (let tries = 0; tries < 100 && !existsSync(join(folder, 'nginx.pid')); tries += 1) await sleep(20);
      const config = write(
        'sources.yaml',
        sourcesFor(`  - {name: nginx, type: feed, url: "${origin}/feed.xml"}`),
      );
      const args = [
        'crawl',
        '--config',
        config,
        '--db',
        db,
        '--allow-private',
        '--json',
        '--max-minutes',
        '0.1',
      ];
      const first = JSON.parse((await run(...args)).out) as {
        new: number;
        sources: { failed: Record<string, number> }[];
      };
      expect(first.new).toBe(3);
      expect(first.sources[0]?.failed).toMatchObject({ not_found: 1 });
      expect(first.sources[0]?.failed.network).toBeGreaterThanOrEqual(1);
      // Due again: nginx answers 304 to its own validators.
      const store = new Database(db);
      store.exec("UPDATE crawl_page SET next_at = '2020-01-01T00:00:00.000Z' WHERE visits > 0");
      store.close();
      const second = JSON.parse((await run(...args, '--limit', '4')).out) as { unchanged: number };
      expect(second.unchanged).toBe(3);
      const log = readFileSync(join(folder, 'access.log'), 'utf8');
      expect(log.match(/GET \/(?:plain|slow)\.html HTTP\/1\.1" 304/g)).toHaveLength(2);
      expect(log).toContain('GET /feed.xml HTTP/1.1" 304');
    } finally {
      nginx.kill('SIGTERM');
      await ended;
    }
  });
});
