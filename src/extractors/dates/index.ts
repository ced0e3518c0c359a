import type { DateRole } from '../../model/index.js';
import type { DateSpan } from '../../text/dates/index.js';
import { quantitiesOf } from '../engine/quantities.js';
import type { Candidate, Doc, FactRule, Sentence } from '../engine/types.js';
import { type FoundCue, findCues, roleOf } from './roles.js';

/** When an incident happened, was found, told, claimed … */
export const dateRule: FactRule<'date'> = { id: 'dates', find };

function find(doc: Doc): readonly Candidate<'date'>[] {
  const { folded, dates } = quantitiesOf(doc);
  const out: Candidate<'date'>[] = [];
  let s = 0;
  let cuesOf: Sentence | null = null;
  let cues: readonly FoundCue[] = [];
  dates.forEach((date, i) => {
    if (date.value === null) return;
    while (s < doc.sentences.length && (doc.sentences[s]?.end ?? 0) <= date.start) s++;
    const sentence = doc.sentences[s];
    if (sentence === undefined || sentence.start > date.start) return;
    if (sentence !== cuesOf) {
      cues = findCues(folded, sentence.start, sentence.end);
      cuesOf = sentence;
    }
    const told = roleOf(folded, date, dates[i - 1], dates[i + 1], sentence, cues);
    const role: DateRole = told.role === 'background' ? 'occurred' : told.role;
    const rejected = date.dateline
      ? 'the day of the news itself'
      : (told.rejected ?? notOfIncident(doc, date, sentence));
    out.push({
      kind: 'date',
      value: { role, value: date.value, certain: date.certain },
      start: date.start,
      end: date.end,
      rule: date.rule,
      ...(rejected === null ? {} : { rejected }),
    });
  });
  return out;
}

function notOfIncident(doc: Doc, date: DateSpan, _sentence: Sentence): string | null {
  if (date.start < doc.bodyStart && date.precision === 'year') return 'a year in the title';
  return null;
}
