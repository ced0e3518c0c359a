// Compares the candidates of the fact rules, taken over the whole article, with the labelled facts: what a rule
// finds before assembly. Usage: npx tsx eval/terms.ts [--kind leaked] [--part tuned|held|all] [--errors] [--stratum zh]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settleAttackTypes } from '../src/extractors/attack-types/settle.js';
import { buildDocument } from '../src/extractors/engine/document.js';
import { scanTerms } from '../src/extractors/engine/lexicon.js';
import { FACT_RULES } from '../src/extractors/engine/rules.js';
import type { Candidate, FactKind } from '../src/extractors/engine/types.js';
import { markdownToText } from '../src/parsers/formats/markdown-text.js';
import { oracleBody, readLabels, SHARED } from './predict.js';
import { isHeld } from './run.js';

type Incident = Readonly<Record<string, unknown>>;

const FIELD: Partial<Record<FactKind, string>> = {
  leaked: 'leaked',
  not_leaked: 'not_leaked',
  attack_type: 'attack_types',
  actor: 'actors',
  malware: 'malware',
  cve: 'cves',
  technique: 'techniques',
  country: 'country',
  sector: 'sector',
};

const bare = (s: string): string =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’《》「」()（）.,，。·\-_]+/g, '');

function wanted(incidents: readonly Incident[], field: string): string[] {
  return incidents.flatMap((i) => {
    const value = i[field];
    return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  });
}

function keyOf(c: Candidate): string {
  const value: unknown = c.value;
  if (typeof value === 'string') return value;
  if (c.kind === 'technique') return c.value.id;
  if (c.kind === 'actor' || c.kind === 'malware') return [c.value.name, ...c.value.aliases].join('|');
  return JSON.stringify(value);
}

/** The scorer's comparison of names: one holds the other. */
function same(a: string, b: string): boolean {
  return a.split('|').some((x) =>
    b.split('|').some((y) => {
      const [p, q] = [bare(x), bare(y)];
      const short = Math.min(p.length, q.length) >= (/[\u3040-\u9fff]/.test(p + q) ? 2 : 4);
      return p === q || (short && (p.includes(q) || q.includes(p)));
    }),
  );
}

const { values: args } = parseArgs({
  options: {
    kind: { type: 'string', default: 'leaked' },
    part: { type: 'string', default: 'tuned' },
    errors: { type: 'boolean', default: false },
    stratum: { type: 'string', default: '' },
  },
});
const totals = new Map<string, number[]>();
for (const label of readLabels(join(SHARED, 'gold', 'dev.jsonl'))) {
  if (label.body === null || label.incidents.length === 0 || !label.id.startsWith(args.stratum)) continue;
  if (args.part !== 'all' && isHeld(label.id) !== (args.part === 'held')) continue;
  const file = join(SHARED, 'gold', 'articles', `${label.id}.md`);
  if (!existsSync(file)) continue;
  const body = oracleBody(readFileSync(file, 'utf8'), label.body.first, label.body.last);
  if (body === null) continue;
  const { text, blocks } = markdownToText(body);
  const doc = buildDocument(
    { title: label.title ?? '', text, blocks, published: label.published, lang: label.lang },
    scanTerms,
  );
  const candidates = FACT_RULES.flatMap((rule) => [...rule.find(doc)]);
  const types = candidates.filter(
    (c): c is Candidate<'attack_type'> => c.kind === 'attack_type' && c.rejected === undefined,
  );
  const settled = new Set(settleAttackTypes(types).map((c) => c.value));
  for (const [kind, field] of Object.entries(FIELD)) {
    const found = [
      ...new Map(
        candidates
          .filter(
            (c) =>
              c.kind === kind &&
              c.rejected === undefined &&
              (c.kind !== 'attack_type' || settled.has(c.value)),
          )
          .map((c) => [keyOf(c), c]),
      ).entries(),
    ];
    const gold = [...new Set(wanted(label.incidents as Incident[], field))];
    const fits = kind === 'actor' || kind === 'malware' ? same : (a: string, b: string) => a === b;
    const spurious = found.filter(([k]) => !gold.some((g) => fits(k, g)));
    const missed = gold.filter((g) => !found.some(([k]) => fits(k, g)));
    const [hits = 0, predicted = 0, labelled = 0] = totals.get(kind) ?? [];
    totals.set(kind, [hits + gold.length - missed.length, predicted + found.length, labelled + gold.length]);
    if (args.errors && kind === args.kind && (spurious.length > 0 || missed.length > 0)) {
      console.log(`${label.id}\tmissed ${missed.join(' ')}`);
      for (const [k, c] of spurious) {
        console.log(
          `\t+ ${k} [${c.rule}] …${doc.text.slice(Math.max(0, c.start - 50), c.start).replace(/\n/g, '⏎')}<<${doc.text.slice(c.start, c.end)}>>${doc.text.slice(c.end, c.end + 40).replace(/\n/g, '⏎')}`,
        );
      }
    }
  }
}
for (const [kind, [tp = 0, p = 0, g = 0]] of totals) {
  const precision = p > 0 ? tp / p : 0;
  const recall = g > 0 ? tp / g : 0;
  console.log(
    kind.padEnd(12),
    'gold',
    String(g).padStart(4),
    'P',
    precision.toFixed(3),
    'R',
    recall.toFixed(3),
    'F1',
    (tp > 0 ? (2 * precision * recall) / (precision + recall) : 0).toFixed(3),
  );
}
