// Measures one fact rule alone: every candidate that it keeps in the labelled body of an article, whatever incident it
// would be attached to, against the labelled facts of that article. Shows what the rule itself finds and misses.
//
//   npx tsx eval/facts.ts counts|dates|money|volume [--part all|tuned|held] [--errors]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countRule } from '../src/extractors/counts/index.js';
import { dateRule } from '../src/extractors/dates/index.js';
import { buildDocument } from '../src/extractors/engine/document.js';
import type { Candidate, Doc } from '../src/extractors/engine/types.js';
import { moneyRule } from '../src/extractors/money/index.js';
import { volumeRule } from '../src/extractors/volume/index.js';
import { markdownToText } from '../src/parsers/formats/markdown-text.js';
import { type Label, oracleBody, readLabels, SHARED } from './predict.js';
import { isHeld } from './run.js';

interface LabelledIncident {
  readonly counts: readonly { readonly value: number }[];
  readonly dates: readonly { readonly value: string; readonly role: string }[];
  readonly money: readonly { readonly amount: number; readonly currency: string }[];
  readonly volume: string | null;
}

/** A fact rule with the keys by which its candidates and the labels are compared. */
interface Measured {
  readonly find: (doc: Doc) => readonly Candidate[];
  readonly predicted: (candidate: Candidate) => string;
  readonly labelled: (incident: LabelledIncident) => readonly string[];
}

const UNITS = ' KMGTP';
function bytes(volume: string): string {
  const m = /^([\d.]+) ?([KMGTP])/i.exec(volume.replaceAll(',', ''));
  return m === null ? '' : String(Number(m[1]) * 1000 ** UNITS.indexOf((m[2] ?? ' ').toUpperCase()));
}

const FACTS: Readonly<Record<string, Measured>> = {
  counts: {
    find: (doc) => countRule.find(doc),
    predicted: (c) => (c.kind === 'count' ? String(c.value.value) : ''),
    labelled: (i) => i.counts.map((c) => String(c.value)),
  },
  dates: {
    find: (doc) => dateRule.find(doc),
    predicted: (c) => (c.kind === 'date' ? c.value.value : ''),
    labelled: (i) => i.dates.map((d) => d.value),
  },
  'dates+role': {
    find: (doc) => dateRule.find(doc),
    predicted: (c) => (c.kind === 'date' ? `${c.value.value} ${c.value.role}` : ''),
    labelled: (i) => i.dates.map((d) => `${d.value} ${d.role}`),
  },
  money: {
    find: (doc) => moneyRule.find(doc),
    predicted: (c) => (c.kind === 'money' ? `${Math.round(c.value.amount)} ${c.value.currency}` : ''),
    labelled: (i) => i.money.map((m) => `${Math.round(m.amount)} ${m.currency}`),
  },
  volume: {
    find: (doc) => volumeRule.find(doc),
    predicted: (c) => (c.kind === 'volume' ? bytes(c.value) : ''),
    labelled: (i) => (i.volume === null ? [] : [bytes(i.volume)]),
  },
};

function documentOf(label: Label, folder: string): Doc | null {
  const file = join(folder, `${label.id}.md`);
  if (label.body === null || !existsSync(file)) return null;
  const body = oracleBody(readFileSync(file, 'utf8'), label.body.first, label.body.last);
  if (body === null) return null;
  const { title, published, lang } = label;
  return buildDocument({ title: title ?? '', ...markdownToText(body), published, lang }, () => []);
}

function show(doc: Doc, c: Candidate | undefined): string {
  if (c === undefined) return '(not seen)';
  const around = doc.text.slice(Math.max(0, c.start - 40), c.end + 40).replaceAll('\n', ' ');
  return `${c.rule} ${c.rejected === undefined ? '' : `[${c.rejected}] `}${around}`;
}

function measure(name: string, fact: Measured, part: string, errors: boolean): string {
  const folder = join(SHARED, 'gold', 'articles');
  const total = { right: 0, predicted: 0, labelled: 0 };
  for (const label of readLabels(join(SHARED, 'gold', 'dev.jsonl'))) {
    if (label.incidents.length === 0 || (part !== 'all' && isHeld(label.id) !== (part === 'held'))) continue;
    const doc = documentOf(label, folder);
    if (doc === null) continue;
    const candidates = fact.find(doc);
    const kept = candidates.filter((c) => c.rejected === undefined);
    const predicted = new Set(kept.map(fact.predicted));
    const labelled = new Set((label.incidents as readonly LabelledIncident[]).flatMap(fact.labelled));
    total.right += [...labelled].filter((k) => predicted.has(k)).length;
    total.predicted += predicted.size;
    total.labelled += labelled.size;
    if (!errors) continue;
    const of = (key: string): Candidate | undefined => candidates.find((c) => fact.predicted(c) === key);
    for (const k of labelled)
      if (!predicted.has(k)) console.error(`${label.id}\tmissed ${k}\t${show(doc, of(k))}`);
    for (const k of predicted)
      if (!labelled.has(k)) console.error(`${label.id}\tspurious ${k}\t${show(doc, of(k))}`);
  }
  const precision = total.right / Math.max(1, total.predicted);
  const recall = total.right / Math.max(1, total.labelled);
  const f1 = (2 * total.right) / Math.max(1, total.predicted + total.labelled);
  return `${name.padEnd(12)}${total.labelled} labelled   P ${precision.toFixed(3)}   R ${recall.toFixed(3)}   F1 ${f1.toFixed(3)}`;
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { part: { type: 'string', default: 'all' }, errors: { type: 'boolean', default: false } },
  });
  for (const name of positionals.length > 0 ? positionals : Object.keys(FACTS)) {
    const fact = FACTS[name];
    if (fact === undefined) throw new Error(`No fact "${name}": one of ${Object.keys(FACTS).join(', ')}`);
    console.log(measure(name, fact, values.part, values.errors));
  }
}
