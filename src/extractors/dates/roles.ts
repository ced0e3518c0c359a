import type { DateSpan } from '../../text/dates/index.js';
import type { Sentence } from '../engine/types.js';
import { type Cue, HAN_CUES, LATIN_CUES } from './cues.js';

export interface FoundCue {
  readonly start: number;
  readonly end: number;
  readonly cue: Cue;
  readonly word: string;
}

export interface RoleReading {
  readonly role: Cue;
  readonly rejected: string | null;
}

interface CompiledCue {
  readonly pattern: RegExp;
  readonly cues: readonly Cue[];
}

/** One alternation for a language; the group that matched tells the cue. */
function compile(data: Readonly<Record<Cue, readonly string[]>>, latin: boolean): CompiledCue {
  const cues = Object.keys(data) as Cue[];
  const groups = cues.map((cue) => `(${[...data[cue]].sort((a, b) => b.length - a.length).join('|')})`);
  const body = groups.join('|');
  return { pattern: new RegExp(latin ? `(?<![a-zà-ÿ])(?:${body})(?![a-zà-ÿ])` : body, 'g'), cues };
}

const HAN = compile(order(HAN_CUES), false);
const LATIN = compile(order(LATIN_CUES), true);

/** The more specific cues first: where two begin at one place the earlier group wins. */
function order(data: Readonly<Record<Cue, readonly string[]>>): Readonly<Record<Cue, readonly string[]>> {
  const { background, other, claimed, notified, contained, detected, ended, disclosed, occurred } = data;
  return { background, other, claimed, notified, contained, detected, ended, disclosed, occurred };
}

/** All cues of a span, in order. */
export function findCues(folded: string, start: number, end: number): FoundCue[] {
  const out: FoundCue[] = [];
  const text = folded.slice(start, end);
  for (const { pattern, cues } of [HAN, LATIN]) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
      const group = m.slice(1).findIndex((g) => g !== undefined);
      const cue = cues[group];
      if (cue !== undefined)
        out.push({ start: start + m.index, end: start + m.index + m[0].length, cue, word: m[0] });
      if (m[0] === '') pattern.lastIndex++;
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

const HAN_TEXT = /[\u3040-\u9fff]/;

/** The role of a date by the verb that governs it: in Chinese the next one, in English the nearer one. */
export function roleOf(
  folded: string,
  date: DateSpan,
  previous: DateSpan | undefined,
  next: DateSpan | undefined,
  sentence: Sentence,
  cues: readonly FoundCue[],
): RoleReading {
  const from =
    previous !== undefined &&
    previous.end > sentence.start &&
    previous.end <= date.start &&
    date.part !== 'end'
      ? previous.end
      : sentence.start;
  const to =
    next !== undefined && next.start < sentence.end && next.start >= date.end && date.part !== 'start'
      ? next.start
      : sentence.end;
  const after = cues.filter((c) => c.start >= date.end && c.start < to);
  const before = cues.filter((c) => c.end <= date.start && c.start >= from);
  const han =
    HAN_TEXT.test(folded.slice(date.end, date.end + 6)) ||
    HAN_TEXT.test(folded.slice(Math.max(0, date.start - 6), date.start));
  const cue = han ? pickHan(folded, date, before, after) : pickLatin(folded, date, before, after, sentence);
  if (cue === null) return { role: 'occurred', rejected: 'nothing in the sentence tells what happened then' };
  if (cue.cue === 'background') return { role: 'background', rejected: `background: ${cue.word}` };
  if (date.part === 'end' && cue.cue === 'occurred') return { role: 'ended', rejected: null };
  return { role: cue.cue, rejected: null };
}

const CLAUSE = /[,，;；:：]/;

function pickHan(
  folded: string,
  date: DateSpan,
  before: readonly FoundCue[],
  after: readonly FoundCue[],
): FoundCue | null {
  const first = after[0];
  const last = before[before.length - 1];
  // 攻击发生在9月30日: the verb stands right before.
  if (
    last !== undefined &&
    /^(?:于|在|自|了|是|的时间|时间|日期|[:：| ]){0,3}$/.test(folded.slice(last.end, date.start))
  )
    return last;
  if (first !== undefined) {
    const gap = folded.slice(date.end, first.start);
    if (!CLAUSE.test(gap) || last === undefined) return first;
    return /^[,， ]/.test(gap) || gap.length < 40 ? first : last;
  }
  return last ?? null;
}

function pickLatin(
  folded: string,
  date: DateSpan,
  before: readonly FoundCue[],
  after: readonly FoundCue[],
  sentence: Sentence,
): FoundCue | null {
  const first = after[0];
  const last = before[before.length - 1];
  const lead = folded.slice(sentence.start, date.start);
  const fronted =
    /^[^a-z]*(?:on |in |since |as of |by |early |late |the |last |back |around |between |from |about |at |during |it |was |"|'){0,4}$/.test(
      lead,
    ) || /, (?:and |but )?(?:on |in |by |since )$/.test(lead);
  if (fronted) return first ?? last ?? null;
  if (last === undefined) return first ?? null;
  if (first === undefined) return last;
  const back = date.start - last.end;
  const ahead = first.start - date.end;
  return back <= ahead + 20 ? last : first;
}
