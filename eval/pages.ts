// `npx tsx eval/pages.ts` scores the bodies of raw HTML pages beside @mozilla/readability (with linkedom) and defuddle on
// the labelled pages of ../shared/pages. @postlight/parser is not among them: two of its dependencies are fetched
// from GitHub, which a plain `npm ci` behind a registry cannot do.
import { join } from 'node:path';
import { parsePage } from '../src/parsers/index.js';
import { defuddle, readability } from './page-peers.js';
import { type LabelledPage, type PageScore, pagesFolder, readPages, scorePages } from './page-scores.js';

const SETS = ['article-extraction-benchmark', 'chinese-pages'] as const;

function show(name: string, score: PageScore): void {
  const figures = [score.f1, score.precision, score.recall].map((value) => value.toFixed(4)).join('   ');
  console.log(`${name.padEnd(26)}${figures}`);
}

const ours = (page: LabelledPage): string =>
  parsePage({ bytes: page.bytes, path: `${page.id}.html`, url: page.url }).text;

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
    const texts = new Map<string, string>();
    for (const page of pages) texts.set(page.id, await defuddle(html.get(page.id) ?? '', page.url));
    show(
      'defuddle',
      scorePages(pages, (page) => texts.get(page.id) ?? ''),
    );
  }
}

await main();
