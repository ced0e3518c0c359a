// Writes one prediction a line for the labelled articles: `predict.ts oracle|parsed OUT [LABELS FOLDER]`.
// `oracle` gives extraction the labelled body, cut between its first and last words, so that only extraction is
// measured; `parsed` goes from page to record as the program does.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { extractReports } from '../src/extractors/index.js';
import { markdownToText } from '../src/parsers/formats/markdown-text.js';
import { articleRecord, incidentRecord } from '../src/pipeline/record.js';

export const SHARED = join(import.meta.dirname, '..', '..', 'shared');

export type Bodies = 'oracle' | 'parsed';

/** A labelled article, as far as the runner reads it. */
export interface Label {
  readonly id: string;
  readonly lang: string;
  readonly page: string;
  readonly published: string;
  readonly title?: string | null;
  readonly topic: string;
  readonly body: { readonly first: string; readonly last: string } | null;
  readonly incidents: readonly unknown[];
}

export function readLabels(file: string): Label[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label);
}

const LINKS = /!\[[^\]]{0,2000}\]\([^)\s]{0,4000}\)|\[([^\]]{0,2000})\]\([^)\s]{0,4000}\)/g;

/** The part of a page between the labelled first and last words, or null where they are not found. */
export function oracleBody(raw: string, first: string, last: string): string | null {
  const page = raw.replace(LINKS, '$1');
  const places: number[] = [];
  let plain = '';
  for (let i = 0; i < page.length; i++) {
    for (const c of page.charAt(i).normalize('NFKC').toLowerCase()) {
      if (/[\s*_`#>\\|]/.test(c)) continue;
      plain += c;
      places.push(i);
    }
  }
  const norm = (s: string): string =>
    s
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s*_`#>\\|]+/g, '');
  const from = plain.indexOf(norm(first));
  const to = plain.lastIndexOf(norm(last));
  if (from < 0 || to < from) return null;
  return page.slice(places[from], (places[to + norm(last).length - 1] ?? page.length - 1) + 1);
}

function pageFile(folder: string, id: string): string | null {
  for (const extension of ['.md', '.txt', '.html']) {
    const file = join(folder, id + extension);
    if (existsSync(file)) return file;
  }
  return null;
}

/** Predictions in the shape that the scorer reads. */
export async function predictions(
  bodies: Bodies,
  labels: readonly Label[],
  folder: string,
): Promise<object[]> {
  // Only the second way needs the parsers.
  const parsed = bodies === 'parsed' ? await import('../src/pipeline/process.js') : null;
  return labels.flatMap((label): object[] => {
    const file = pageFile(folder, label.id);
    if (file === null) return [];
    if (parsed !== null) {
      const { article, extraction } = parsed.processPage({ bytes: readFileSync(file), path: basename(file) });
      return [articleRecord(article, extraction)];
    }
    const body =
      label.body === null ? null : oracleBody(readFileSync(file, 'utf8'), label.body.first, label.body.last);
    if (body === null) return [{ id: label.id, page: label.page, published: label.published, incidents: [] }];
    const { text, blocks } = markdownToText(body);
    const { topic, reports } = extractReports({
      title: label.title ?? '',
      text,
      blocks,
      published: label.published,
      lang: label.lang,
    });
    const incidents = reports.map(incidentRecord);
    return [{ id: label.id, page: label.page, published: label.published, topic, markdown: body, incidents }];
  });
}

/** All ids of a folder of pages, in order. */
export function idsOf(folder: string): string[] {
  return readdirSync(folder).map((f) => basename(f, extname(f)));
}

if (process.argv[1] === import.meta.filename) {
  const [
    ,
    ,
    bodies = 'oracle',
    out = '',
    labels = join(SHARED, 'gold', 'dev.jsonl'),
    folder = join(SHARED, 'gold', 'articles'),
  ] = process.argv;
  if ((bodies !== 'oracle' && bodies !== 'parsed') || out === '') {
    throw new Error('usage: predict.ts oracle|parsed OUT [LABELS FOLDER]');
  }
  const lines = (await predictions(bodies, readLabels(labels), folder)).map((p) => JSON.stringify(p));
  writeFileSync(out, `${lines.join('\n')}\n`);
}
