import type { MoneyKind } from '../../model/index.js';
import type { NumberSpan } from '../../text/numbers/index.js';
import { alternation } from '../../text/pattern.js';
import { quantitiesOf } from '../engine/quantities.js';
import type { Candidate, Doc, FactRule, Sentence } from '../engine/types.js';
import { CRYPTO_AFTER, CURRENCY_AFTER, CURRENCY_BEFORE } from './currencies.js';
import { KIND_CUES } from './kinds.js';

/** Sums of an incident: ransom demanded or paid, loss, fine, stolen funds, price of the data. */
export const moneyRule: FactRule<'money'> = { id: 'money', find };

interface Sum {
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly currency: string;
  readonly crypto: boolean;
  readonly number: NumberSpan;
}

type Cue = MoneyKind | 'background';
interface FoundCue {
  readonly start: number;
  readonly end: number;
  readonly cue: Cue;
  readonly word: string;
}

const BEFORE = new RegExp(`(?<![a-z])(?:${alternation(Object.keys(CURRENCY_BEFORE))}) ?$`);
const AFTER_SIGNS = { ...CURRENCY_AFTER, ...CRYPTO_AFTER };
const AFTER = new RegExp(
  `^(?:多|余)? ?(?:的)?(?:(?:us|u\\.s\\.|美国) )?(${alternation(Object.keys(AFTER_SIGNS))})(?![a-z])(?!素|件|宵|宇)`,
);

const CUES = Object.keys(KIND_CUES) as Cue[];
const CUE = new RegExp(
  ['background', 'fine', 'sale_price', 'ransom_paid', 'ransom_demanded', 'stolen_funds', 'loss']
    .map((k) => `(${KIND_CUES[k as Cue].map((w) => (/^[a-z]/.test(w) ? `(?<![a-z])(?:${w})(?![a-z])` : w)).join('|')})`)
    .join('|'),
  'g',
);
const CUE_ORDER = ['background', 'fine', 'sale_price', 'ransom_paid', 'ransom_demanded', 'stolen_funds', 'loss'] as const;

function find(doc: Doc): readonly Candidate<'money'>[] {
  const { folded, numbers } = quantitiesOf(doc);
  const out: Candidate<'money'>[] = [];
  let previous: Sum | null = null;
  let s = 0;
  for (const number of numbers) {
    if (number.vague) continue;
    const sum = sumAt(folded, number);
    if (sum === null) continue;
    while (s < doc.sentences.length && (doc.sentences[s]?.end ?? 0) <= sum.start) s++;
    const sentence = doc.sentences[s];
    if (sentence === undefined) break;
    const kind = kindOf(folded, sum, sentence);
    const rejected =
      kind === null
        ? 'nothing in the sentence tells what the sum is'
        : kind === 'background'
          ? 'revenue, prices or rewards, no sum of the incident'
          : conversionOf(folded, previous, sum)
            ? 'the same sum in another currency'
            : null;
    out.push({
      kind: 'money',
      value: { kind: kind === null || kind === 'background' ? 'loss' : kind, amount: sum.amount, currency: sum.currency },
      start: sum.start,
      end: sum.end,
      rule: 'money/sum',
      ...(rejected === null ? {} : { rejected }),
    });
    previous = sum;
  }
  return preferOrdinary(out);
}

function sumAt(folded: string, number: NumberSpan): Sum | null {
  const lead = folded.slice(Math.max(0, number.coreStart - 7), number.coreStart);
  const after = AFTER.exec(folded.slice(number.coreEnd, number.coreEnd + 22));
  const before = BEFORE.exec(lead)?.[0];
  const word = after?.[1];
  if (word !== undefined && word !== '$' && word !== '€') {
    const currency = AFTER_SIGNS[word];
    if (currency !== undefined) {
      return { start: number.start, end: number.coreEnd + (after?.[0].length ?? 0), amount: number.value, currency, crypto: word in CRYPTO_AFTER, number };
    }
  }
  if (before !== undefined) {
    const currency = CURRENCY_BEFORE[before.trim()];
    if (currency !== undefined) return { start: Math.min(number.start, number.coreStart - before.length), end: number.end, amount: number.value, currency, crypto: false, number };
  }
  if (word !== undefined) return { start: number.start, end: number.coreEnd + (after?.[0].length ?? 0), amount: number.value, currency: AFTER_SIGNS[word] ?? 'USD', crypto: false, number };
  return null;
}

/** 2.635亿美元（约合19.23亿人民币）: of one sum in two currencies the one outside the brackets. */
function conversionOf(folded: string, previous: Sum | null, sum: Sum): boolean {
  if (previous === null || sum.start - previous.end > 14 || sum.start < previous.end || sum.currency === previous.currency) return false;
  return /^ ?[(（,，] ?(?:约合|合|折合|约|相当于|价值|当时价值|about|approximately|roughly|around|equivalent to|or|circa|pari a)? ?/.test(folded.slice(previous.end, sum.start)) && /[(（合当]|about|approx|equiv|or |约/.test(folded.slice(previous.end, sum.start + 4));
}

/** Of a crypto amount and its value beside it, the ordinary currency counts. */
function preferOrdinary(sums: Candidate<'money'>[]): Candidate<'money'>[] {
  const crypto = new Set(Object.values(CRYPTO_AFTER));
  return sums.map((c, i) => {
    if (!crypto.has(c.value.currency) || c.rejected !== undefined) return c;
    const next = sums[i + 1];
    const previous = sums[i - 1];
    const near = (o: Candidate<'money'> | undefined): boolean =>
      o !== undefined && !crypto.has(o.value.currency) && Math.min(Math.abs(o.start - c.end), Math.abs(c.start - o.end)) < 40;
    return near(next) || near(previous) ? { ...c, rejected: 'its value in an ordinary currency is told' } : c;
  });
}

function kindOf(folded: string, sum: Sum, sentence: Sentence): Cue | null {
  const text = folded.slice(sentence.start, sentence.end);
  let best: FoundCue | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  CUE.lastIndex = 0;
  for (let m = CUE.exec(text); m !== null; m = CUE.exec(text)) {
    const cue = CUE_ORDER[m.slice(1).findIndex((g) => g !== undefined)];
    if (cue === undefined) continue;
    const start = sentence.start + m.index;
    const end = start + m[0].length;
    const gap = start >= sum.end ? start - sum.end : Math.max(0, sum.start - end);
    const between = start >= sum.end ? folded.slice(sum.end, start) : folded.slice(end, sum.start);
    const distance = gap + 12 * (between.match(/[,，;；。]/g)?.length ?? 0) + (start >= sum.end ? 2 : 0);
    if (distance < bestDistance) {
      best = { start, end, cue, word: m[0] };
      bestDistance = distance;
    }
  }
  return best === null ? null : best.cue;
}
void CUES;
