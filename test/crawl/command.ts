import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { compiledCli } from '../support/compiled-cli.js';
import { articlePage, openSite, rss, type Site, validated } from './site.js';

let cli: string;
/** Scratch folder of the test at hand, and the database in it. */
export let folder: string;
export let db: string;
const sites: Site[] = [];

/** Compiles the program, and gives each test of a file a folder of its own and takes its sites away. */
export function useCommand(): void {
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
}

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export function run(...args: string[]): Promise<Outcome> {
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

export function start(...args: string[]): {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore' });
  return { child, ended: new Promise((resolve) => child.on('exit', resolve)) };
}

export function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

export async function newsSite(n: number, lag = 0): Promise<Site> {
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

export const sourcesFor = (...lines: string[]): string =>
  `contact: test@example.org\ndefaults: {delay: 0}\nsources:\n${lines.join('\n')}\n`;
export const feed = (site: Site, name = 'news'): string =>
  `  - {name: ${name}, type: feed, url: "${site.origin}/feed.xml"}`;
