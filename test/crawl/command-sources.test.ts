import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { db, feed, folder, newsSite, run, sourcesFor, useCommand, write } from './command.js';
import { articlePage, html, rss } from './site.js';

useCommand();
// Each run of the command takes a second or two on a machine that has other work.
vi.setConfig({ testTimeout: 120_000 });

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
