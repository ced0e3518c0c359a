// Measures the program with the scorers of ../shared, each as a flat list of named figures. Used by the floors test
// and by `npm run eval`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePage } from '../src/parsers/index.js';
import { articleFromText, type TextRecord } from '../src/pipeline/from-text.js';
import { extractFrom, processPage } from '../src/pipeline/process.js';
import { articleRecord } from '../src/pipeline/record.js';
import { reparse } from '../src/pipeline/reparse.js';
import { openStore } from '../src/store/index.js';

export const SHARED = join(import.meta.dirname, '..', '..', 'shared');
export const haveShared = existsSync(join(SHARED, 'gold', 'score.py'));

/** Named figures between 0 and 1. */
export type Figures = Readonly<Record<string, number>>;

interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const python = (script: string, ...args: string[]): string =>
  execFileSync('python3', [join(SHARED, script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Runs `work` with a scratch file and takes it away again. */
function scratch<T>(name: string, content: string, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'breachledger-eval-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, content);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const jsonLines = (records: readonly unknown[]): string =>
  records.map((r) => `${JSON.stringify(r)}\n`).join('');

function records(folder: string, pattern: RegExp): unknown[] {
  return readdirSync(folder)
    .filter((f) => pattern.test(f))
    .map((f) => {
      const { article, extraction } = processPage({ bytes: readFileSync(join(folder, f)), path: f });
      return articleRecord(article, extraction);
    });
}

function goldFigures(labels: string, predictions: readonly unknown[]): Figures {
  const json = scratch('gold.jsonl', jsonLines(predictions), (f) =>
    python('gold/score.py', join(SHARED, labels), f, '--json'),
  );
  const scores = JSON.parse(json) as {
    incident_detection: Prf;
    page: number;
    published: number;
    body: Record<string, number>;
    document: Record<string, Prf & { gold: number }>;
    incident: Record<string, Prf & { gold: number }>;
  };
  const out: Record<string, number> = {
    yes_no: scores.incident_detection.f1,
    page: scores.page,
    published: scores.published,
  };
  for (const [k, v] of Object.entries(scores.body)) out[`body.${k}`] = v;
  for (const level of ['document', 'incident'] as const) {
    for (const [k, v] of Object.entries(scores[level])) if (v.gold > 0) out[`${level}.${k}`] = v.f1;
  }
  return out;
}

/** The labelled development articles, page to record. */
export const gold = (): Figures =>
  goldFigures('gold/dev.jsonl', records(join(SHARED, 'gold', 'articles'), /\.(?:md|txt|html)$/));

/** The two documents that the project was asked for. */
export const seeds = (): Figures =>
  goldFigures('seeds/labels.jsonl', records(join(SHARED, 'seeds'), /\.txt$/));

/** Have I Been Pwned texts against their labels. */
export function hibp(): Figures {
  const list = join(SHARED, 'public', 'hibp.jsonl');
  const predictions = readFileSync(list, 'utf8')
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => {
      const article = articleFromText(JSON.parse(l) as TextRecord);
      return articleRecord(article, extractFrom(article));
    });
  const json = scratch('hibp.jsonl', jsonLines(predictions), (f) =>
    python('public/score.py', list, f, '--json'),
  );
  const { rows: _, ...figures } = JSON.parse(json) as Record<string, number>;
  return figures;
}

/** Bodies of HTML pages: F1, precision and recall over 4-word shingles. */
export function pages(set: 'article-extraction-benchmark' | 'chinese-pages'): Figures {
  const truth = join(SHARED, 'pages', set, 'ground-truth.json');
  const folder = join(SHARED, 'pages', set, 'html');
  const predictions: Record<string, { articleBody: string }> = {};
  for (const file of readdirSync(folder)) {
    const raw = readFileSync(join(folder, file));
    const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
    const id = file.replace(/\.html(?:\.gz)?$/, '');
    predictions[id] = { articleBody: parsePage({ bytes, path: file.replace(/\.gz$/, '') }).text };
  }
  const line = scratch('pages.json', JSON.stringify(predictions), (f) => python('pages/score.py', truth, f));
  const figure = (name: string): number => Number(new RegExp(`${name} (\\d\\.\\d{1,6})`).exec(line)?.[1]);
  return { f1: figure('F1'), precision: figure('precision'), recall: figure('recall') };
}

/** De-duplication and incident linking over the archive month, re-parsed into a fresh database. */
export async function linking(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'breachledger-eval-'));
  try {
    const db = join(folder, 'incidents.db');
    await reparse([join(SHARED, 'archive', '2025-01.tar.gz')], db);
    const store = openStore(db, { readOnly: true });
    const rows = store.db
      .prepare<[], unknown[]>(
        'select a.path, a.document, i.incident_id as incident from articles a left join incident_articles i using (path)',
      )
      .raw()
      .all();
    store.close();
    const quoted = (v: unknown): string => `"${String(v ?? '').replaceAll('"', '""')}"`;
    const csv = [['path', 'document', 'incident'], ...rows].map((r) => r.map(quoted).join(',')).join('\n');
    const report = scratch('pred.csv', csv, (f) => python('linking/score.py', join(SHARED, 'linking'), f));
    const out: Record<string, number> = {};
    for (const m of report.matchAll(/^(\w+) +(?:precision (\d\.\d+) +)?recall (\d\.\d+)/gm)) {
      if (m[2] !== undefined) out[`${m[1]}.precision`] = Number(m[2]);
      out[`${m[1]}.recall`] = Number(m[3]);
    }
    return out;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every measure, by name. */
export const MEASURES: Readonly<Record<string, () => Figures | Promise<Figures>>> = {
  gold,
  seeds,
  hibp,
  pages: () => pages('article-extraction-benchmark'),
  chinese_pages: () => pages('chinese-pages'),
  linking,
};
