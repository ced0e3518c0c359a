// The crawl held against a bare loop of undici's fetch, parsing, extraction and storing: CPU and memory a page, what the
// hosts saw, and whether being killed loses or doubles anything. Everything on loopback.
//   npm run bench crawl                 a small run
//   npm run bench crawl:full            10,000 pages over 50 hosts, killed 50 times
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { fetch } from 'undici';
import { parseConfig } from '../src/fetchers/crawl.js';
import { crawl } from '../src/pipeline/crawl/run.js';
import { programVersions } from '../src/pipeline/versions.js';
import { preparedPage } from '../src/pipeline/worker.js';
import { hashOf, openStore, type PreparedPage } from '../src/store/index.js';

export interface CrawlBenchSize {
  readonly hosts: number;
  readonly pagesAHost: number;
  /** Seconds between two requests to a host. */
  readonly delay: number;
  readonly kills: number;
}

/** What the hosts saw of the crawler. */
interface Seen {
  readonly requests: number;
  readonly mostAtOnce: number;
  /** Milliseconds from the end of a request to the start of the next, the least over all hosts. */
  readonly leastGap: number;
}

interface Used {
  readonly pages: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly seconds: number;
}

const PORT = 18_080;
const addressOf = (host: number): string => `127.0.1.${host + 1}`;
const originOf = (host: number): string => `http://${addressOf(host)}:${PORT}`;

const NAMES =
  '安博昌达恩发福光海和恒宏华汇佳嘉金景凯康朗力联龙茂明南宁诺鹏普启强庆荣瑞森盛顺泰腾天通万威翔新信兴旭扬益银永宇远云泽展兆真正志中卓';
const KINDS = ['集团', '银行', '医院', '大学', '航空', '电信', '保险', '物流', '超市', '酒店'];
const CAUSES = [
  '一个未修补的漏洞',
  '一名员工的口令',
  '一家供应商的接口',
  '配置错误的存储桶',
  '一封钓鱼邮件',
  '弱口令的远程桌面',
];
const DATA = [
  '姓名、手机号和身份证号',
  '邮箱地址和口令',
  '病历和出生日期',
  '住址与订单记录',
  '银行卡号',
  '护照号码与行程',
];
const CLAUSES = [
  '调查人员核对了日志',
  '监管机构已经介入',
  '客服电话整日占线',
  '公司发布了第二份公告',
  '技术团队更换了全部证书',
  '员工被要求重设口令',
  '保险公司派出了评估小组',
  '当地警方立案侦查',
  '合作伙伴暂停了数据交换',
  '律师建议受害者保留证据',
  '系统在凌晨恢复运行',
  '董事会召开了紧急会议',
  '备份服务器没有受到影响',
  '媒体追问了赎金的数额',
  '专家认为攻击者准备了数月',
];

/** Numbers that are the same on every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A news page about an incident of its own, as unlike the others as news is. */
function page(host: number, n: number): string {
  const next = random(host * 100_003 + n);
  const pick = <T>(list: ArrayLike<T>): T => list[next(list.length)] as T;
  const victim = `${pick(NAMES)}${pick(NAMES)}${pick(NAMES)}${pick(KINDS)}`;
  const day = `2025-${String(next(12) + 1).padStart(2, '0')}-${String(next(28) + 1).padStart(2, '0')}`;
  const sentence = (): string =>
    `${pick(CLAUSES)}，${pick(NAMES)}${pick(NAMES)}的${next(900) + 100}份文件说明，${pick(CLAUSES)}。`;
  const body = Array.from({ length: 12 }, () => `<p>${sentence()}${sentence()}</p>`);
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${victim}确认数据泄露</title>
<meta property="article:published_time" content="${day}T08:30:00+08:00"></head><body><nav><a href="/">首页</a></nav>
<article><h1>${victim}确认数据泄露</h1><p>${victim}今天确认遭到攻击，约${next(900_000) + 1000}名客户的${pick(DATA)}遭泄露，攻击者利用了${pick(CAUSES)}。</p>
${body.join('\n')}</article><footer>版权所有</footer></body></html>`;
}

/** The hosts: a process of their own, so that their work is not counted. */
async function serve(size: CrawlBenchSize): Promise<void> {
  let requests = 0;
  let mostAtOnce = 0;
  let leastGap = Number.POSITIVE_INFINITY;
  for (let host = 0; host < size.hosts; host += 1) {
    let running = 0;
    let endedAt = Number.NEGATIVE_INFINITY;
    const server = createServer((request, response) => {
      requests += 1;
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      leastGap = Math.min(leastGap, performance.now() - endedAt);
      response.on('close', () => {
        running -= 1;
        endedAt = performance.now();
      });
      const path = request.url ?? '';
      if (path === '/robots.txt') response.end('User-agent: *\nAllow: /\n');
      else if (path === '/feed.xml') {
        const items = Array.from(
          { length: size.pagesAHost },
          (_, n) => `<item><link>${originOf(host)}/a/${n}</link></item>`,
        );
        response.end(`<rss version="2.0"><channel><title>h</title>${items.join('')}</channel></rss>`);
      } else {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(page(host, Number(path.slice(3))));
      }
    });
    server.keepAliveTimeout = 60_000;
    server.listen(PORT, addressOf(host));
    await once(server, 'listening');
  }
  process.on('message', (message) => {
    if (message === 'reset') {
      requests = 0;
      mostAtOnce = 0;
      leastGap = Number.POSITIVE_INFINITY;
    }
    process.send?.({ requests, mostAtOnce, leastGap } satisfies Seen);
  });
  process.send?.('ready');
}

/** Measures CPU and memory of some work, in this process. */
async function measured(work: () => Promise<number>): Promise<Used> {
  const before = process.cpuUsage();
  const began = performance.now();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const pages = await work();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(before);
  return {
    pages,
    cpuMs: (user + system) / 1000,
    peakMb: peak / 1024 / 1024,
    seconds: (performance.now() - began) / 1000,
  };
}

async function crawlOnce(size: CrawlBenchSize, db: string): Promise<number> {
  const sources = Array.from(
    { length: size.hosts },
    (_, host) =>
      `  - {name: h${host}, type: feed, url: "${originOf(host)}/feed.xml", max: ${size.pagesAHost}}`,
  );
  const text = `contact: bench@example.org\nconcurrency: 16\ndefaults: {delay: ${size.delay}}\nsources:\n${sources.join('\n')}\n`;
  return (await crawl(parseConfig(text, 'bench.yaml'), db, { allowPrivate: true })).new;
}

async function bareOnce(size: CrawlBenchSize, db: string): Promise<number> {
  const store = openStore(db);
  const run = store.beginRun({ command: 'bench', arguments: [], ...programVersions() });
  const batch: PreparedPage[] = [];
  let pages = 0;
  const lane = async (host: number): Promise<void> => {
    for (let n = 0; n < size.pagesAHost; n += 1) {
      const url = `${originOf(host)}/a/${n}`;
      const answer = await fetch(url);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const contentType = answer.headers.get('content-type') ?? '';
      batch.push(
        preparedPage({
          snapshot: { bytes, path: url, url, contentType, fetchedAt: new Date().toISOString() },
          rawHash: hashOf(bytes),
        }),
      );
      pages += 1;
      if (batch.length >= 32) run.writePages(batch.splice(0));
    }
  };
  await Promise.all(Array.from({ length: size.hosts }, (_, host) => lane(host)));
  run.writePages(batch);
  run.finish({});
  store.close();
  return pages;
}

/** A process of this file in one of its roles. */
function role(name: 'site' | 'crawl' | 'bare', size: CrawlBenchSize, db = ''): ChildProcess {
  return fork(import.meta.filename, [name, JSON.stringify(size), db], { execArgv: ['--import', 'tsx'] });
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`a process of the bench ended with status ${String(status)}`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}

async function ask(site: ChildProcess, message: 'stats' | 'reset'): Promise<Seen> {
  const answer = once(site, 'message');
  site.send(message);
  const [seen] = (await answer) as [Seen];
  return seen;
}

async function killed(size: CrawlBenchSize, db: string, site: ChildProcess): Promise<void> {
  await ask(site, 'reset');
  for (let kill = 0; kill < size.kills; kill += 1) {
    const child = role('crawl', size, db);
    // As soon as it asks for anything, and then at a moment of its own within the next second.
    const before = (await ask(site, 'stats')).requests;
    while (child.exitCode === null && (await ask(site, 'stats')).requests === before) await sleep(5);
    await Promise.race([sleep(Math.random() * 1000), once(child, 'exit')]);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  const last = role('crawl', size, db);
  await answerOf(last);
  const store = new Database(db, { readonly: true });
  const count = (sql: string): number => Number(store.prepare(sql).pluck().get());
  const all = size.hosts * size.pagesAHost;
  const seen = await ask(site, 'stats');
  console.log(
    `killed ${size.kills} times: ${count('SELECT count(*) FROM article')} of ${all} articles, ` +
      `${count('SELECT count(*) FROM article_version')} versions, ` +
      `${count("SELECT count(*) FROM crawl_page WHERE visits <> 1 OR state <> 'waiting'")} pages not read once, ` +
      `integrity ${String(store.pragma('integrity_check', { simple: true }))}, ${seen.requests} requests, ` +
      `at most ${seen.mostAtOnce} at once a host, least gap ${seen.leastGap.toFixed(0)} ms`,
  );
  store.close();
}

/** Runs the bench and prints its figures. */
export async function benchCrawl(size: CrawlBenchSize): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-crawl-'));
  const site = role('site', size);
  try {
    await answerOf(site);
    const bare = await answerOf<Used>(role('bare', size, join(folder, 'bare.db')));
    await ask(site, 'reset');
    const ours = await answerOf<Used>(role('crawl', size, join(folder, 'crawl.db')));
    const seen = await ask(site, 'stats');
    const each = (used: Used): string =>
      `${used.pages} pages, ${(used.cpuMs / used.pages).toFixed(2)} ms CPU a page, peak ${used.peakMb.toFixed(0)} MB, ${used.seconds.toFixed(1)} s`;
    console.log(`bare loop: ${each(bare)}\ncrawl:     ${each(ours)}`);
    console.log(`CPU ratio ${(ours.cpuMs / ours.pages / (bare.cpuMs / bare.pages)).toFixed(2)}`);
    console.log(
      `hosts saw ${seen.requests} requests, at most ${seen.mostAtOnce} at once a host, ` +
        `least gap ${seen.leastGap.toFixed(0)} ms (delay ${size.delay * 1000} ms)`,
    );
    if (size.kills > 0) await killed(size, join(folder, 'killed.db'), site);
  } finally {
    site.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [name, sizeText, db] = process.argv.slice(2);
if (process.send !== undefined && sizeText !== undefined && db !== undefined) {
  const size = JSON.parse(sizeText) as CrawlBenchSize;
  if (name === 'site') await serve(size);
  else {
    const work = name === 'crawl' ? crawlOnce : bareOnce;
    process.send(await measured(() => work(size, db)), () => process.disconnect());
  }
}
