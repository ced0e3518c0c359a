import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { db, feed, folder, newsSite, run, sourcesFor, start, useCommand, write } from './command.js';
import { articlePage, html } from './site.js';

useCommand();
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
