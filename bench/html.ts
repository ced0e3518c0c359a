import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { parsePage } from '../src/parsers/index.js';

const ROUNDS = 3;

interface Page {
  readonly name: string;
  readonly bytes: Buffer;
}

function readFolder(folder: string): Page[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html.gz'))
    .map((name) => ({ name, bytes: gunzipSync(readFileSync(join(folder, name))) }));
}

/** Milliseconds of processor time, the least of some rounds after a warm one: other load counts for little. */
function time(run: () => void): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const article = (page: Page): void => {
  parsePage({ bytes: page.bytes, path: page.name, url: 'https://example.org/page' });
};
const bare = (page: Page): void => {
  parseDocument(page.bytes.toString('utf8'));
};
const peer = (page: Page): void => {
  try {
    new Readability(
      parseHTML(page.bytes.toString('utf8')).document as unknown as ConstructorParameters<
        typeof Readability
      >[0],
    ).parse();
  } catch {
    // A page that it cannot read counts with the time that it took.
  }
};

/**
 * Raw HTML to finished article (metadata, body, Markdown, text) beside a bare `parseDocument` and readability with
 * linkedom, all from the bytes of the page. Run under `taskset -c 1` for one core.
 *
 * @param folder labelled pages (`../shared/pages`)
 */
export async function benchHtml(folder: string): Promise<void> {
  const pages = readFolder(join(folder, 'article-extraction-benchmark', 'html'));
  const ours = time(() => pages.forEach(article));
  const peak = process.resourceUsage().maxRSS / 1024;
  const floor = time(() => pages.forEach(bare));
  const readability = time(() => pages.forEach(peer));
  const rate = (ms: number): string => ((pages.length / ms) * 1000).toFixed(0).padStart(5);
  console.log(
    `HTML to finished article, ${pages.length} pages   ${rate(ours)} pages/s   peak memory ${peak.toFixed(0)} MB`,
  );
  console.log(
    `bare parseDocument                    ${rate(floor)} pages/s   we take ${(ours / floor).toFixed(2)} times its time`,
  );
  console.log(
    `readability + linkedom                ${rate(readability)} pages/s   we are ${(readability / ours).toFixed(1)} times as fast`,
  );
  const wechat = join(folder, 'wechat-and-blogs');
  if (!existsSync(wechat)) return;
  for (const page of readFolder(wechat).filter(
    (each) => each.name.startsWith('wx-') && each.bytes.length > 1_000_000,
  )) {
    const own = time(() => article(page));
    const parse = time(() => bare(page));
    console.log(
      `${page.name.padEnd(28)}${own.toFixed(1).padStart(7)} ms   bare ${parse.toFixed(1).padStart(6)} ms   ${(own / parse).toFixed(2)}`,
    );
  }
}
