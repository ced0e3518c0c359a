// `npm run bench [NAME…]` prints the speeds that the README and docs/quality.md name. Each bench is a function here
// or a file beside this one; those that need data of ../shared say so and are left out where it is not there.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchCrawl } from './crawl.js';
import { benchExtract } from './extract.js';
import { benchHtml } from './html.js';
import { benchReparse } from './reparse.js';

const SHARED = join(import.meta.dirname, '..', '..', 'shared');

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  reparse: () => benchReparse(join(SHARED, 'archive', '2025-01.tar.gz')),
  extract: () => benchExtract(join(SHARED, 'gold', 'articles')),
  html: () => benchHtml(join(SHARED, 'pages')),
  crawl: () => benchCrawl({ hosts: 20, pagesAHost: 25, delay: 0.05, kills: 3 }),
  'crawl:full': () => benchCrawl({ hosts: 50, pagesAHost: 200, delay: 0.05, kills: 50 }),
};

if (!existsSync(SHARED)) throw new Error('the benches read the data beside the project (../shared)');
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : name.endsWith(':full')) continue;
  console.log(`\n${name}`);
  await bench();
}
