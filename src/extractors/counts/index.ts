import type { Count } from '../../model/index.js';
import type { NumberSpan } from '../../text/numbers/index.js';
import { quantitiesOf } from '../engine/quantities.js';
import type { Candidate, Doc, FactRule, Sentence } from '../engine/types.js';
import { AFFECTED_AFTER, UNIT_BEFORE } from './context.js';
import { readHanUnit, type UnitReading } from './han.js';
import { notHarm } from './harm.js';
import { readLatinUnit } from './latin.js';

/** How many people, accounts, records, organizations, devices … an incident hit. */
export const countRule: FactRule<'count'> = { id: 'counts', find };

/** A page with more is a list of data, no article; what is beyond is not read. */
const MAX_CANDIDATES = 1000;

function find(doc: Doc): readonly Candidate<'count'>[] {
  const { folded, numbers } = quantitiesOf(doc);
  const out: Candidate<'count'>[] = [];
  let last: Candidate<'count'> | null = null;
  let s = 0;
  for (const number of numbers) {
    if (out.length >= MAX_CANDIDATES) break;
    while (s < doc.sentences.length && (doc.sentences[s]?.end ?? 0) <= number.coreStart) s++;
    const sentence = doc.sentences[s];
    if (sentence === undefined || sentence.start > number.coreStart) continue;
    const candidate: Candidate<'count'> | null =
      countAt(doc, folded, number, sentence) ??
      shareAt(folded, number, last) ??
      partAt(folded, number, sentence, last) ??
      namedAt(folded, number, sentence, last);
    if (candidate === null) continue;
    out.push(candidate);
    if (candidate.rejected === undefined) last = candidate;
  }
  return out;
}

function countAt(
  doc: Doc,
  folded: string,
  number: NumberSpan,
  sentence: Sentence,
): Candidate<'count'> | null {
  if (number.vague || number.value < 2 || isMoney(folded, number) || isModelYear(folded, number)) return null;
  const unit = unitOf(folded, number, sentence);
  if (unit === null || unit.unit === 'none') return null;
  if (!Number.isInteger(number.value)) return null;
  const value: Count = {
    unit: isGangsVictims(folded, unit, number, sentence) ? 'organizations' : unit.unit,
    value: number.value,
    ...(number.low === undefined ? {} : { low: number.low }),
    qualifier: number.qualifier === 'exact' ? (unit.qualifier ?? 'exact') : number.qualifier,
  };
  const title = doc.blocks[sentence.block]?.kind === 'title';
  const rejected = notHarm(folded, number, unit, sentence, title);
  return {
    kind: 'count',
    value,
    start: number.start,
    end: Math.max(number.end, unit.end),
    rule: unit.rule,
    ...(rejected === null ? {} : { rejected }),
    ...(unit.weak ? { weight: 0.5 } : {}),
  };
}

/** A share told as a figure in brackets counts what the figure before it counts: 约610万条记录…，其中94%（570万）. */
function shareAt(
  folded: string,
  number: NumberSpan,
  whole: Candidate<'count'> | null,
): Candidate<'count'> | null {
  if (whole === null || number.vague || number.start - whole.end > 120 || !Number.isInteger(number.value))
    return null;
  if (!/\d ?%[^,，。(（]{0,8}[(（]$/.test(folded.slice(Math.max(0, number.start - 16), number.start)))
    return null;
  if (!/^[人名条个]?[)）]/.test(folded.slice(number.end, number.end + 2))) return null;
  return {
    kind: 'count',
    value: { unit: whole.value.unit, value: number.value, qualifier: number.qualifier },
    start: number.start,
    end: number.end,
    rule: 'counts/share-in-brackets',
  };
}

const PART_AFTER =
  /^ (?:of (?:which|whom|them|these|those)\b|(?:from|in|at|belonging to|on) (?:the )?[a-z])|^ ?(?:来自|属于|位于|为[^,，。;；]{0,12}(?:用户|客户))/;
const PART_BEFORE = /(?:\b(?:including|of which|of whom|among them|and|with)|其中|包括|以及|另外?有?) ?$/;

/** Parts of a figure told in the same sentence count what the whole counts: "…, 2.7M of which had …", 其中3万来自…. */
function partAt(
  folded: string,
  number: NumberSpan,
  sentence: Sentence,
  whole: Candidate<'count'> | null,
): Candidate<'count'> | null {
  if (whole === null || whole.start < sentence.start || number.start - whole.end > 120) return null;
  if (number.vague || !Number.isInteger(number.value) || number.value < 10 || isMoney(folded, number))
    return null;
  if (!number.scaled && !number.grouped && number.value < 1000) return null;
  if (number.value >= whole.value.value) return null;
  const after = folded.slice(number.end, Math.min(sentence.end, number.end + 40));
  if (!PART_AFTER.test(after)) return null;
  const which = /^ of (?:which|whom|them)/.test(after);
  if (!which && !PART_BEFORE.test(folded.slice(Math.max(sentence.start, number.start - 14), number.start)))
    return null;
  return {
    kind: 'count',
    value: { unit: whole.value.unit, value: number.value, qualifier: number.qualifier },
    start: number.start,
    end: number.end,
    rule: 'counts/part-of-figure',
  };
}

/** A figure in brackets after a name, in a sentence that tells what is counted: A（230万）、B（180万）. */
function namedAt(
  folded: string,
  number: NumberSpan,
  sentence: Sentence,
  whole: Candidate<'count'> | null,
): Candidate<'count'> | null {
  if (whole === null || whole.start < sentence.start || number.start - whole.end > 160) return null;
  if (number.vague || !number.scaled || !Number.isInteger(number.value) || isMoney(folded, number))
    return null;
  if (
    !/[a-z\u4e00-\u9fff] ?[(（]$/.test(folded.slice(Math.max(sentence.start, number.start - 3), number.start))
  )
    return null;
  if (!/^ ?[人名条个]?[)）]/.test(folded.slice(number.end, number.end + 3))) return null;
  return {
    kind: 'count',
    value: { unit: whole.value.unit, value: number.value, qualifier: number.qualifier },
    start: number.start,
    end: number.end,
    rule: 'counts/name-and-figure',
  };
}

function unitOf(folded: string, number: NumberSpan, sentence: Sentence): UnitReading | null {
  const latin = /^ ?[a-z]/.test(folded.slice(number.end, number.end + 2));
  const after = latin
    ? (readLatinUnit(folded, number.end) ?? readHanUnit(folded, number.coreEnd))
    : (readHanUnit(folded, number.coreEnd) ?? readLatinUnit(folded, number.end));
  // 次 alone counts times: only a label tells of what (被下载2300次).
  const times = after?.unit === 'none' && after.noun === '次';
  if (after !== null && !after.weak && !times && after.end <= sentence.end) return after;
  // A label may stand on the line above its figure.
  const from = /^[ *|-]*$/.test(folded.slice(sentence.start, number.start))
    ? Math.max(0, sentence.start - 40)
    : sentence.start;
  const before = folded.slice(Math.max(from, number.start - 60), number.start);
  for (const [pattern, unit] of UNIT_BEFORE) {
    if (pattern.test(before))
      return { unit, end: number.end, rule: 'counts/noun-number', noun: null, weak: false };
  }
  if (after === null && AFFECTED_AFTER.test(folded.slice(number.end, number.end + 60))) {
    return { unit: 'people', end: number.end, rule: 'counts/number-affected', noun: null, weak: false };
  }
  return after;
}

/** A gang's victims are organisations: "over 2,500 victims of the ransomware". */
const GANG = /勒索|ransomware|leak site|extort/;
const MANY_FOR_A_GANG = 100_000;

function isGangsVictims(folded: string, unit: UnitReading, number: NumberSpan, sentence: Sentence): boolean {
  return (
    unit.unit === 'people' &&
    number.value < MANY_FOR_A_GANG &&
    /受害者|victim|vittim/.test(folded.slice(number.coreEnd, unit.end)) &&
    GANG.test(folded.slice(sentence.start, sentence.end))
  );
}

/** 2024款, “2024 model”: a car or a phone by its year. */
function isModelYear(folded: string, number: NumberSpan): boolean {
  return (
    number.value > 1990 &&
    number.value < 2050 &&
    /^(?: ?款| models?\b)/.test(folded.slice(number.coreEnd, number.coreEnd + 8))
  );
}

const MONEY_BEFORE = /(?:[$€£¥₩₹฿]|usd|eur|gbp|rmb|cny|jpy|us\$) ?$/;
const MONEY_AFTER =
  /^ ?(?:[$€£¥₩₹฿]|[多余]?(?:美元|美金|欧元|日元|英镑|元|卢布|韩元|港元|人民币|卢比|比特币|先令|泰铢|usdt|btc|eth|usd|eur|euro|dollar|dollari|pound|yen|rubl|rupee|won\b|yuan|bitcoin|ether|円))/;

function isMoney(folded: string, number: NumberSpan): boolean {
  return (
    MONEY_BEFORE.test(folded.slice(Math.max(0, number.coreStart - 4), number.coreStart)) ||
    MONEY_AFTER.test(folded.slice(number.coreEnd, number.coreEnd + 10))
  );
}
