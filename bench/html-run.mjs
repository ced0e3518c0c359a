// One process of the HTML bench, over the compiled program: `html-run.mjs article|bare|readability|memory|wechat FOLDER`,
// one JSON object on standard output. Each reader has a process of its own: the rubbish of one is no work of another's. Plain JavaScript, so that nothing but the program itself runs while it is measured.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePage } from '../dist/index.js';

const [mode, folder] = process.argv.slice(2);
const names = readdirSync(folder).filter((file) => file.endsWith('.html.gz'));
const read = (name) => ({ name, bytes: gunzipSync(readFileSync(join(folder, name))) });

const article = (page) => parsePage({ bytes: page.bytes, path: page.name, url: 'https://example.org/page' });

/** Milliseconds of processor time. */
function time(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The least time of each over some rounds that take them in turns: load beside them counts for little. */
function race(runs, rounds) {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [i, run] of runs.entries()) best[i] = Math.min(best[i], time(run));
  return best;
}

async function peers() {
  const [{ Readability }, { parseDocument }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('htmlparser2'),
    import('linkedom'),
  ]);
  return {
    bare: (page) => parseDocument(page.bytes.toString('utf8')),
    readability: (page) => {
      try {
        new Readability(parseHTML(page.bytes.toString('utf8')).document).parse();
      } catch {
        // A page that it cannot read counts with the time that it took.
      }
    },
  };
}

async function measure() {
  if (mode === 'memory') {
    // One page at a time, as a nightly run reads them.
    for (const name of names) article(read(name));
    return { pages: names.length, peak: process.resourceUsage().maxRSS / 1024 };
  }
  const pages = names.map(read);
  const readers = { article, ...(await peers()) };
  if (mode in readers) {
    const [best] = race([() => pages.forEach(readers[mode])], 8);
    return { pages: pages.length, best };
  }
  const large = pages.filter((page) => page.name.startsWith('wx-') && page.bytes.length > 1_000_000);
  return large.map((page) => {
    const [ours, floor] = race([() => article(page), () => readers.bare(page)], 12);
    return { name: page.name, ours, bare: floor };
  });
}

console.log(JSON.stringify(await measure()));
