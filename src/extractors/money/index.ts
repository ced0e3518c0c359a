import type { MoneyKind } from '../../model/index.js';
import { compileMatcher, type Tagged } from '../../text/matcher.js';
import type { NumberSpan } from '../../text/numbers/index.js';
import { alternation } from '../../text/pattern.js';
import { quantitiesOf } from '../engine/quantities.js';
import type { Candidate, Doc, FactRule, Sentence } from '../engine/types.js';
import { CRYPTO_AFTER, CURRENCY_AFTER, CURRENCY_BEFORE } from './currencies.js';
import { KIND_CUES, KIND_ORDER, type SumKind } from './kinds.js';
import { notOfIncident } from './reject.js';

/** Sums of an incident: ransom demanded or paid, loss, fine, stolen funds, price of the data. */
export const moneyRule: FactRule<'money'> = { id: 'money', find };

/** A page with more is a price list, no article; what is beyond is not read. */
const MAX_CANDIDATES = 300;

interface Sum {
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly currency: string;
  readonly crypto: boolean;
}

const BEFORE = new RegExp(`(?<![a-z])(?:${alternation(Object.keys(CURRENCY_BEFORE))}) ?$`);
const AFTER_TERMS: Readonly<Record<string, string>> = { ...CURRENCY_AFTER, ...CRYPTO_AFTER };
const AFTER = new RegExp(
  `^(?:多|余)? ?(?:的|di )?(?:(?:us|u\\.s\\.|美国) )?(${alternation(Object.keys(AFTER_TERMS))})(?![a-z])(?!素|件|宵|宇)`,
);
const CRYPTO = new Set(Object.values(CRYPTO_AFTER));

const findKinds = compileMatcher(
  KIND_ORDER.flatMap((kind) => KIND_CUES[kind].map((source) => ({ source, tag: kind }))),
);

function find(doc: Doc): readonly Candidate<'money'>[] {
  const { folded, numbers } = quantitiesOf(doc);
  const out: Candidate<'money'>[] = [];
  let previous: Sum | null = null;
  let s = 0;
  let cuesOf: Sentence | null = null;
  let cues: readonly Tagged<SumKind>[] = [];
  for (const number of numbers) {
    if (out.length >= MAX_CANDIDATES) break;
    const sum = number.vague ? null : sumAt(folded, number);
    if (sum === null) continue;
    while (s < doc.sentences.length && (doc.sentences[s]?.end ?? 0) <= sum.start) s++;
    const sentence = doc.sentences[s];
    if (sentence === undefined) break;
    if (sentence !== cuesOf) {
      cues = findKinds(folded, sentence.start, sentence.end);
      cuesOf = sentence;
    }
    const kind = kindOf(folded, sum, cues) ?? kindOfNeighbours(doc, folded, s);
    const rejected = conversionOf(folded, previous, sum)
      ? 'the same sum in another currency'
      : notOfIncident(folded, sum, sentence, kind);
    out.push({
      kind: 'money',
      value: { kind: ordinary(kind), amount: sum.amount, currency: sum.currency },
      start: sum.start,
      end: sum.end,
      rule: 'money/sum',
      ...(rejected === null ? {} : { rejected }),
    });
    previous = sum;
  }
  return preferOrdinary(out);
}

const ordinary = (kind: SumKind | null): MoneyKind =>
  kind === null || kind === 'background' ? 'loss' : kind;

function sumAt(folded: string, number: NumberSpan): Sum | null {
  const before = BEFORE.exec(folded.slice(Math.max(0, number.coreStart - 7), number.coreStart))?.[0];
  const after = AFTER.exec(folded.slice(number.coreEnd, number.coreEnd + 22));
  const word = after?.[1];
  const end = number.coreEnd + (after?.[0].length ?? 0);
  const sign = before === undefined ? undefined : CURRENCY_BEFORE[before.trim()];
  const named = word === undefined ? undefined : AFTER_TERMS[word];
  // A name after the figure says more than a sign before it: ¥500 日元.
  if (word !== undefined && named !== undefined && !(sign !== undefined && /^[$€]$/.test(word))) {
    return { start: number.start, end, amount: number.value, currency: named, crypto: word in CRYPTO_AFTER };
  }
  if (before === undefined || sign === undefined) return null;
  const start = Math.min(number.start, number.coreStart - before.length);
  return { start, end: number.end, amount: number.value, currency: sign, crypto: false };
}

const CONVERSION =
  /^ ?[(（,，、] ?(?:当时|现)?(?:价值|总值)?(?:约合|折合|约为|相当于|合|约)? ?(?:about|approximately|roughly|around|equivalent to|or|circa|pari a)? ?(?:人民币|us\$|[$€£¥])? ?$/;

/** 2.635亿美元（约合19.23亿人民币）: of one sum in two currencies the one outside the brackets. */
function conversionOf(folded: string, previous: Sum | null, sum: Sum): boolean {
  if (previous === null || previous.crypto || sum.start < previous.end || sum.start - previous.end > 16)
    return false;
  if (sum.currency === previous.currency) return false;
  const between = folded.slice(previous.end, sum.start + 3);
  return (
    CONVERSION.test(folded.slice(previous.end, sum.start)) &&
    /[(（合当约]|about|approx|equiv|or |circa/.test(between)
  );
}

/** Of a crypto amount and its value, the ordinary currency counts; a stable coin alone stands for itself. */
function preferOrdinary(sums: Candidate<'money'>[]): Candidate<'money'>[] {
  const kept = sums.filter((c) => c.rejected === undefined && !CRYPTO.has(c.value.currency));
  return sums.map((c) => {
    if (c.rejected !== undefined || !CRYPTO.has(c.value.currency)) return c;
    const stable = /^(?:USDT|USDC|DAI|BUSD)$/.test(c.value.currency);
    const told = kept.some(
      (o) => o.value.kind === c.value.kind && (!stable || Math.abs(o.start - c.start) < 60),
    );
    return told ? { ...c, rejected: 'its value in an ordinary currency is told' } : c;
  });
}

/** The nearest cue decides; one across a comma counts as farther. */
function kindOf(folded: string, sum: Sum, cues: readonly Tagged<SumKind>[]): SumKind | null {
  let best: SumKind | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    const after = cue.start >= sum.end;
    const between = after ? folded.slice(sum.end, cue.start) : folded.slice(cue.end, sum.start);
    const far = between.length + 12 * (between.match(/[,，;；]/g)?.length ?? 0) + (after ? 2 : 0);
    if (far < distance) {
      best = cue.tag;
      distance = far;
    }
  }
  return best;
}

/** A sentence that only tells the sum takes its kind from the one before: "The gang asked for money. It wanted $5m". */
function kindOfNeighbours(doc: Doc, folded: string, index: number): SumKind | null {
  const sentence = doc.sentences[index];
  const before = doc.sentences[index - 1];
  if (sentence === undefined || before === undefined || before.block !== sentence.block) return null;
  if (
    !/黑客|攻击者|团伙|组织|对方|他们|hacker|attacker|gang|group|they|thieves/.test(
      folded.slice(sentence.start, sentence.end),
    )
  )
    return null;
  const kind = findKinds(folded, Math.max(before.start, before.end - 200), before.end).at(-1)?.tag ?? null;
  return kind === 'background' || kind === 'loss' ? null : kind;
}
