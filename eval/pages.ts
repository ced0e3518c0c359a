// `npx tsx eval/pages.ts [--ours]` scores the bodies of raw HTML pages beside @mozilla/readability (with linkedom),
// defuddle and @postlight/parser on the labelled pages of ../shared/pages. Two dependencies of the last are forks on
// GitHub, which a plain `npm ci` behind a registry cannot fetch: package.json puts their releases in their place.
import { join } from 'node:path';
import { parsePage } from '../src/parsers/index.js';
import { defuddle, loadPostlight, readability } from './page-peers.js';
import { type LabelledPage, type PageScore, pagesFolder, readPages, scorePages } from './page-scores.js';

const SETS = ['article-extraction-benchmark', 'chinese-pages'] as const;

function show(name: string, score: PageScore): void {
  const figures = [score.f1, score.precision, score.recall].map((value) => value.toFixed(4)).join('   ');
  console.log(`${name.padEnd(26)}${figures}`);
}

const ours = (page: LabelledPage): string =>
  parsePage({ bytes: page.bytes, path: `${page.id}.html`, url: page.url }).text;

async function scoreAsync(
  pages: readonly LabelledPage[],
  html: ReadonlyMap<string, string>,
  read: (html: string, url: string) => Promise<string>,
): Promise<PageScore> {
  const texts = new Map<string, string>();
  for (const page of pages) texts.set(page.id, await read(html.get(page.id) ?? '', page.url));
  return scorePages(pages, (page) => texts.get(page.id) ?? '');
}

async function main(): Promise<void> {
  const folder = pagesFolder(join(import.meta.dirname, '..', '..', 'shared'));
  if (folder === undefined)
    throw new Error('the labelled pages are not beside the project (../shared/pages)');
  for (const set of SETS) {
    const pages = readPages(join(folder, set));
    console.log(`\n${set}, ${pages.length} pages`.padEnd(27), '   F1       precision recall');
    show('breachledger', scorePages(pages, ours));
    if (process.argv.includes('--ours')) continue;
    const html = new Map(pages.map((page) => [page.id, Buffer.from(page.bytes).toString('utf8')]));
    show(
      'readability + linkedom',
      scorePages(pages, (page) => readability(html.get(page.id) ?? '')),
    );
    show('defuddle', await scoreAsync(pages, html, defuddle));
    const postlight = await loadPostlight();
    if (postlight === null) console.log('@postlight/parser         not installed');
    else show('@postlight/parser', await scoreAsync(pages, html, postlight));
  }
}

await main();
