import type { DateRole } from '../../model/index.js';
import type { DateSpan } from '../../text/dates/index.js';
import { quantitiesOf } from '../engine/quantities.js';
import type { Candidate, Doc, FactRule, Sentence } from '../engine/types.js';
import { backgroundOf } from './background.js';
import { findCues, type RoleReading, roleOf, type SentenceCues } from './roles.js';

/** When an incident happened, was found, told, claimed … */
export const dateRule: FactRule<'date'> = { id: 'dates', find };

/** A page with more is a list of data, no article; what is beyond is not read. */
const MAX_CANDIDATES = 1000;
/** A year in a title is a date only beside the event itself. */
const EVENT_NEAR = /泄[露漏]|攻击|被盗|被黑|遭|入侵|breach|attack|hack|leak|incident/;
/** Between two dates that share a verb. */
const TOGETHER = /^ ?(?:and|,|、|和|及|以及|&)(?: (?:in|on|again in|then in))? ?$/;
const NO_CUES: SentenceCues = { han: false, cues: [] };

function find(doc: Doc): readonly Candidate<'date'>[] {
  const { folded, dates } = quantitiesOf(doc);
  const out: Candidate<'date'>[] = [];
  let s = 0;
  let cuesOf: Sentence | null = null;
  let cues = NO_CUES;
  let last: RoleReading | null = null;
  dates.forEach((date, i) => {
    if (date.value === null || out.length >= MAX_CANDIDATES) return;
    while (s < doc.sentences.length && (doc.sentences[s]?.end ?? 0) <= date.start) s++;
    const sentence = doc.sentences[s];
    if (sentence === undefined || sentence.start > date.start) return;
    if (sentence !== cuesOf) {
      cues = findCues(folded, sentence.start, sentence.end);
      cuesOf = sentence;
    }
    const previous = dates[i - 1];
    // Of "in March 2020 and November 2021" both dates have one verb.
    const shared =
      last !== null &&
      date.part !== 'end' &&
      previous !== undefined &&
      TOGETHER.test(folded.slice(previous.end, date.start));
    const told: RoleReading =
      shared && last !== null
        ? last
        : (roleOf(folded, date, previous, dates[i + 1], sentence, cues) ?? neighbours(doc, folded, s, date));
    last = told;
    const role: DateRole = told.role === 'background' ? 'occurred' : told.role;
    const titleYear =
      date.start < doc.bodyStart &&
      date.precision === 'year' &&
      !EVENT_NEAR.test(folded.slice(date.end, date.end + 16));
    const rejected = date.dateline
      ? 'the day of the news itself'
      : titleYear
        ? 'a year in the title'
        : (backgroundOf(folded, date, sentence, role, doc.published) ?? told.rejected);
    out.push({
      kind: 'date',
      value: { role, value: date.value, certain: date.certain },
      start: date.start,
      end: date.end,
      rule: date.rule,
      ...(rejected === null ? {} : { rejected }),
    });
  });
  return coarse(out);
}

/** Where the sentence itself has no verb of an incident, a label on the line above or the next sentence may. */
function neighbours(doc: Doc, folded: string, index: number, date: DateSpan): RoleReading {
  const sentence = doc.sentences[index];
  const next = doc.sentences[index + 1];
  const before = doc.sentences[index - 1];
  if (
    sentence !== undefined &&
    before !== undefined &&
    sentence.end - date.end < 3 &&
    date.start - sentence.start < 6
  ) {
    const label = findCues(folded, Math.max(before.start, before.end - 40), before.end).cues.at(-1);
    if (label !== undefined && /[:：]$/.test(folded.slice(before.start, before.end)))
      return { role: label.cue, rejected: null };
  }
  const opens = sentence !== undefined && date.start - sentence.start < 24;
  if (opens && !date.relative && next !== undefined && next.block === sentence.block) {
    const cue = findCues(folded, next.start, Math.min(next.end, next.start + 160)).cues[0];
    if (cue !== undefined && cue.cue !== 'background')
      return { role: cue.cue === 'ended' ? 'occurred' : cue.cue, rejected: null };
  }
  return { role: 'occurred', rejected: 'nothing in the sentence tells what happened then' };
}

/** A year or month that a finer date of the same role lies within says nothing more: 2022年 beside 2022年7月9日. */
function coarse(found: readonly Candidate<'date'>[]): Candidate<'date'>[] {
  const kept = found.filter((c) => c.rejected === undefined);
  return found.map((c) => {
    if (c.rejected !== undefined || c.value.value.length === 10) return c;
    const finer = kept.some(
      (o) =>
        o.value.role === c.value.role &&
        o.value.value.length > c.value.value.length &&
        o.value.value.startsWith(c.value.value),
    );
    return finer ? { ...c, rejected: 'told more precisely elsewhere' } : c;
  });
}
