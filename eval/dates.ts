// `npx tsx eval/dates.ts DIR [--urls] [--errors]` scores publication days on the evaluation set of the public htmldate
// project (adbar/htmldate): DIR is its repository, checked out or bare. As there, a reader gets the page alone; with
// `--urls` its address as well, as a nightly run has it.
//
// accuracy: the right day, or none where the page has none · precision: of the days given, the share that is right
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePage } from '../src/parsers/index.js';

const LISTS = ['eval_mediacloud_2020.json', 'eval_default.json'] as const;
const FOLDERS = ['test_set', 'cache', 'eval'] as const;

interface Entry {
  readonly url: string;
  readonly file: string;
  readonly day: string | null;
}

/** The labelled pages of one list; a page without a date is `NaN` there, which is no JSON. */
function readList(file: string): Entry[] {
  const text = readFileSync(file, 'utf8').replace(/:\s{0,4}NaN(?=\s{0,4}[,}])/g, ': null');
  const pages = JSON.parse(text) as Record<string, { readonly file: string; readonly date: string | null }>;
  return Object.entries(pages).map(([url, { file: name, date }]) => ({ url, file: name, day: date }));
}

function checkout(repository: string, folder: string): string {
  if (existsSync(join(repository, 'tests', LISTS[0]))) return join(repository, 'tests');
  const tar = execFileSync('git', ['-C', repository, 'archive', 'HEAD', 'tests'], { maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: tar });
  return join(folder, 'tests');
}

/** Scores the parser's publication days on a checkout or bare repository of htmldate. */
export function scoreDates(
  repository: string,
  withUrls: boolean,
  onError: (line: string) => void = () => {},
): {
  readonly pages: number;
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
} {
  const folder = mkdtempSync(join(tmpdir(), 'breachledger-dates-'));
  try {
    const tests = checkout(repository, folder);
    const entries = new Map(
      LISTS.flatMap((list) => readList(join(tests, list))).map((each) => [each.url, each]),
    );
    let right = 0;
    let none = 0;
    let given = 0;
    let wanted = 0;
    for (const { url, file, day } of entries.values()) {
      const path = FOLDERS.map((name) => join(tests, name, file)).find(existsSync);
      const bytes = path === undefined ? Buffer.alloc(0) : readFileSync(path);
      const snapshot = { bytes, path: 'page.html', ...(withUrls ? { url } : {}) };
      const got = parsePage(snapshot).published?.slice(0, 10) ?? null;
      if (day !== null) wanted++;
      if (got !== null) given++;
      if (got !== null && got === day) right++;
      else if (got === null && day === null) none++;
      else onError(`${day ?? '-'}\t${got ?? '-'}\t${url}`);
    }
    const pages = entries.size;
    return {
      pages,
      accuracy: (right + none) / pages,
      precision: right / Math.max(1, given),
      recall: right / Math.max(1, wanted),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { urls: { type: 'boolean', default: false }, errors: { type: 'boolean', default: false } },
  });
  const [repository] = positionals;
  if (repository === undefined) throw new Error('which folder holds the repository adbar/htmldate?');
  const score = scoreDates(repository, values.urls, values.errors ? (line) => console.log(line) : undefined);
  const shown = [score.accuracy, score.precision, score.recall].map((each) => each.toFixed(4)).join('   ');
  console.log(`${score.pages} pages   accuracy precision recall   ${shown}`);
}
