// Scores extraction on the labelled articles of ../shared.
//
//   npx tsx eval/run.ts [--bodies oracle|parsed] [--part all|tuned|held] [--stratum zh] [--errors FACT] [--seeds]
//   npx tsx eval/run.ts --against REV|FILE     which articles got better and worse since REV (or a prediction file)
//
// A third of the articles is held aside by the hash of the id: look at `--part held` only to check.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bodies, type Label, predictions, readLabels, SHARED } from './predict.js';

const ROOT = join(import.meta.dirname, '..');
const SCORER = join(SHARED, 'gold', 'score.py');

/** True for the third of the articles that rules are not tuned on. */
export function isHeld(id: string): boolean {
  return (
    createHash('sha1').update(id).digest()[0] !== undefined &&
    (createHash('sha1').update(id).digest()[0] ?? 0) % 3 === 0
  );
}

interface Scores {
  readonly incident_detection: { readonly f1: number };
  readonly document: Readonly<Record<string, { readonly f1: number; readonly gold: number }>>;
  readonly incident: Readonly<Record<string, { readonly f1: number; readonly gold: number }>>;
}

const lines = (records: readonly object[]): string => records.map((r) => `${JSON.stringify(r)}\n`).join('');

function scoreText(
  folder: string,
  labels: readonly object[],
  predicted: readonly object[],
  args: readonly string[],
): string {
  const gold = join(folder, 'gold.jsonl');
  const pred = join(folder, 'pred.jsonl');
  writeFileSync(gold, lines(labels));
  writeFileSync(pred, lines(predicted));
  const run = spawnSync('python3', [SCORER, gold, pred, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stderr + run.stdout;
}

/** Sum of the F1 of all facts of one article: what the comparison ranks by. */
function articleScore(folder: string, label: Label, predicted: object): number {
  const scores = JSON.parse(scoreText(folder, [label], [predicted], ['--json'])) as Scores;
  const facts = [...Object.values(scores.document), ...Object.values(scores.incident)].filter(
    (f) => f.gold > 0,
  );
  const wrongYesNo =
    label.incidents.length === 0 && (predicted as { incidents?: unknown[] }).incidents?.length ? -1 : 0;
  return facts.reduce((n, f) => n + f.f1, 0) + scores.incident_detection.f1 + wrongYesNo;
}

/** Predictions of another revision: its sources, with the runner of this one. */
function predictionsOf(revision: string, bodies: Bodies, folder: string): object[] {
  const out = join(folder, 'before.jsonl');
  const tree = join(folder, 'tree');
  mkdirSync(tree);
  const tar = execFileSync('git', ['-C', ROOT, 'archive', revision, 'src', 'package.json', 'tsconfig.json'], {
    maxBuffer: 1 << 28,
  });
  execFileSync('tar', ['-x', '-C', tree], { input: tar });
  cpSync(join(ROOT, 'eval'), join(tree, 'eval'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  execFileSync(
    process.execPath,
    [
      '--import',
      'tsx',
      join(tree, 'eval', 'predict.ts'),
      bodies,
      out,
      join(SHARED, 'gold', 'dev.jsonl'),
      join(SHARED, 'gold', 'articles'),
    ],
    { cwd: tree, stdio: 'inherit' },
  );
  return readJson(out);
}

function readJson(file: string): object[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((l) => l !== '')
    .map((l) => JSON.parse(l) as object);
}

function compare(
  folder: string,
  labels: readonly Label[],
  before: readonly object[],
  after: readonly object[],
): void {
  const byId = (list: readonly object[]): Map<string, object> =>
    new Map(list.map((p) => [(p as { id: string }).id, p]));
  const old = byId(before);
  const now = byId(after);
  const changed = labels.flatMap((label) => {
    const a = old.get(label.id) ?? { id: label.id };
    const b = now.get(label.id) ?? { id: label.id };
    if (
      JSON.stringify((a as { incidents?: unknown }).incidents) ===
      JSON.stringify((b as { incidents?: unknown }).incidents)
    )
      return [];
    return [{ label, difference: articleScore(folder, label, b) - articleScore(folder, label, a) }];
  });
  changed.sort((x, y) => y.difference - x.difference);
  for (const { label, difference } of changed) {
    if (difference !== 0)
      console.log(
        difference > 0 ? 'better' : 'worse ',
        difference.toFixed(2).padStart(6),
        label.id,
        label.title ?? '',
      );
  }
  console.log(
    `${changed.filter((c) => c.difference > 0).length} better, ${changed.filter((c) => c.difference < 0).length} worse`,
  );
}

async function main(): Promise<void> {
  if (!existsSync(SCORER))
    throw new Error('the labelled articles are not beside the project (../shared): nothing to measure');
  const { values } = parseArgs({
    options: {
      bodies: { type: 'string', default: 'oracle' },
      part: { type: 'string', default: 'all' },
      stratum: { type: 'string' },
      errors: { type: 'string' },
      against: { type: 'string' },
      out: { type: 'string' },
      seeds: { type: 'boolean', default: false },
    },
  });
  const bodies: Bodies = values.bodies === 'parsed' ? 'parsed' : 'oracle';
  const folder = mkdtempSync(join(tmpdir(), 'breachledger-eval-'));
  try {
    const all = readLabels(join(SHARED, values.seeds ? 'seeds/labels.jsonl' : 'gold/dev.jsonl'));
    const labels = all.filter((l) => values.part === 'all' || isHeld(l.id) === (values.part === 'held'));
    const after = await predictions(bodies, labels, join(SHARED, values.seeds ? 'seeds' : 'gold/articles'));
    if (values.out !== undefined) writeFileSync(values.out, lines(after));
    if (values.against !== undefined) {
      const before = existsSync(values.against)
        ? readJson(values.against)
        : predictionsOf(values.against, bodies, folder);
      compare(folder, labels, before, after);
      return;
    }
    const args = [
      ...(values.stratum === undefined ? [] : ['--stratum', values.stratum]),
      ...(values.errors === undefined ? [] : ['--errors', values.errors]),
    ];
    console.log(scoreText(folder, labels, after, args));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await main();
