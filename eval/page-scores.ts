import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One labelled page: its HTML, its address, the text of its body. */
export interface LabelledPage {
  readonly id: string;
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly body: string;
}

/** Averages over pages, as the public article-extraction-benchmark takes them. */
export interface PageScore {
  readonly pages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

// A word is a run of letters and digits; a Chinese or Japanese character is a word by itself.
const WORD = /[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}_])+/gu;
const SHINGLE = 4;

/** Reads a folder of `ground-truth.json` and `html/ID.html.gz`. */
export function readPages(folder: string): LabelledPage[] {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { readonly articleBody: string; readonly url: string }
  >;
  return Object.entries(truth).map(([id, page]) => ({
    id,
    url: page.url,
    bytes: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
    body: page.articleBody,
  }));
}

/** The publicly labelled pages beside the project, or undefined where they are not there. */
export function pagesFolder(shared: string): string | undefined {
  const folder = join(shared, 'pages');
  return existsSync(folder) && readdirSync(folder).length > 0 ? folder : undefined;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  if (words.length > 0 && words.length < SHINGLE) counts.set(words.join('\t'), 1);
  for (let end = SHINGLE; end <= words.length; end++) {
    const key = words.slice(end - SHINGLE, end).join('\t');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/**
 * Scores extracted bodies: true and false positives over multisets of 4-word shingles, precision and recall averaged
 * over the pages that have any, F1 from those averages.
 */
export function scorePages(
  pages: readonly LabelledPage[],
  extract: (page: LabelledPage) => string,
): PageScore {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const page of pages) {
    const truth = shingles(page.body);
    const got = shingles(extract(page));
    let hits = 0;
    for (const [key, count] of got) hits += Math.min(count, truth.get(key) ?? 0);
    if (total(got) > 0) precisions.push(hits / total(got));
    if (total(truth) > 0) recalls.push(hits / total(truth));
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { pages: pages.length, f1, precision, recall };
}
