import type { DateSpan } from '../../text/dates/index.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import type { Sentence } from '../engine/types.js';
import { type Cue, HAN_CUES, LATIN_CUES } from './cues.js';

interface FoundCue {
  readonly start: number;
  readonly end: number;
  readonly cue: Cue;
  readonly word: string;
}

/** The cues of one sentence, in the language it is mostly written in. */
export interface SentenceCues {
  readonly han: boolean;
  readonly cues: readonly FoundCue[];
}

export interface RoleReading {
  readonly role: Cue;
  readonly rejected: string | null;
}

/** The more specific cues first: where two begin at one place the earlier group wins. */
const ORDER: readonly Cue[] = [
  'background',
  'other',
  'claimed',
  'notified',
  'contained',
  'detected',
  'ended',
  'disclosed',
  'occurred',
];

function compile(data: Readonly<Record<Cue, readonly string[]>>): Matcher<Cue> {
  return compileMatcher(ORDER.flatMap((cue) => data[cue].map((source) => ({ source, tag: cue }))));
}

const findHan = compile(HAN_CUES);
const findLatin = compile(LATIN_CUES);

/** All cues of a sentence, in order. */
export function findCues(folded: string, start: number, end: number): SentenceCues {
  const han = isHan(folded, start, end);
  const cues = (han ? findHan : findLatin)(folded, start, end).map((hit) => ({
    start: hit.start,
    end: hit.end,
    cue: hit.tag,
    word: folded.slice(hit.start, hit.end),
  }));
  return { han, cues };
}

/** Whether more than a quarter of a span is written in Han characters or kana. */
function isHan(text: string, start: number, end: number): boolean {
  let n = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x3040 && c <= 0x9fff) n++;
  }
  return n * 4 > end - start;
}

/** The role of a date by the verb that governs it: in Chinese mostly the next one, in English the nearer one. */
export function roleOf(
  folded: string,
  date: DateSpan,
  previous: DateSpan | undefined,
  next: DateSpan | undefined,
  sentence: Sentence,
  { han, cues }: SentenceCues,
): RoleReading | null {
  const from = bound(date, previous, sentence.start, (d) => d.end, date.part === 'end');
  const to = bound(date, next, sentence.end, (d) => d.start, date.part === 'start');
  const after = cues.filter((c) => c.start >= date.end && c.start < to);
  const before = cues.filter((c) => c.end <= date.start && c.start >= from);
  if (NAMES_EVENT.test(folded.slice(date.end, Math.min(sentence.end, date.end + 34))))
    return { role: date.part === 'end' ? 'ended' : 'occurred', rejected: null };
  const japanese = han && KANA.test(folded.slice(sentence.start, sentence.end));
  const first = japanese
    ? pickJapanese(folded, before, after)
    : han
      ? pickHan(folded, date, before, after)
      : pickLatin(folded, date, before, after, sentence);
  if (first === null) return null;
  if (first.cue === 'background') return { role: 'background', rejected: `background: ${first.word}` };
  let cue = first.cue;
  if (date.part !== undefined && cue !== 'occurred' && cues.some((c) => c.cue === 'occurred'))
    cue = 'occurred';
  if (cue === 'occurred' && date.part === 'end') return { role: 'ended', rejected: null };
  return {
    role: (han ? refineHan : refineLatin)(folded, date, { ...first, cue }, cues, sentence),
    rejected: null,
  };
}

/** 2022年11月的一次网络攻击, "the April 2022 breach": the date is part of the name of the event. */
const NAMES_EVENT =
  /^ ?(?:份|间)?(?:的(?:一[次起场项系列]{1,2}|首次|那[次起场])?[^,，。、的]{0,10}(?:攻击|入侵|泄露事件|泄漏事件|数据泄露|黑客事件|安全事件|网络事件|盗窃|被盗)|(?:'s)? (?:(?!for|in|of|after|the|a|an|and|with|to|from|by|on|at|over)[a-z-]+ ){0,2}(?:breach|attack|cyberattack|incident|hack|intrusion|leak|heist|outage|compromise|ransomware attack)(?![a-z]))/;

/** A neighbouring date ends the reach of this one, the other end of its own range aside. */
function bound(
  date: DateSpan,
  other: DateSpan | undefined,
  edge: number,
  side: (d: DateSpan) => number,
  sameRange: boolean,
): number {
  if (other === undefined || sameRange) return edge;
  const at = side(other);
  const within = edge <= date.start ? at > edge && at <= date.start : at < edge && at >= date.end;
  return within ? at : edge;
}

const CLAUSE = /[,，;；:：]/;
/** Between a verb and the date that follows it: 发生在9月30日. */
const GOVERNS_NEXT = /^(?:于|在|自|从|为|是|了|的?时间|日期|[:：| ]){0,3}$/;
/** Verbs before a date that only lead over to what happened then. */
const LEADS_OVER = /^(?:起因于|源于|攻击|入侵|泄露|泄漏)$/;

const KANA = /[\u3041-\u30ff]{2}/;

/** In Japanese the verb ends its clause: 不正アクセスを検知し、… is a finding. */
function pickJapanese(
  folded: string,
  before: readonly FoundCue[],
  after: readonly FoundCue[],
): FoundCue | null {
  const first = after[0];
  if (first === undefined) return before.at(-1) ?? null;
  const end = folded.indexOf('、', first.end);
  const last = after.filter((c) => end < 0 || c.start < end).at(-1) ?? first;
  return last.word === '确认' ? { ...last, cue: 'detected' } : last;
}

/** 在遭受勒索软件攻击后警告: what the clause leads over is not what happened on that day. */
function isSubordinate(folded: string, date: DateSpan, cue: FoundCue): boolean {
  const lead = folded.slice(Math.max(date.end, cue.start - 14), cue.start);
  const rest = folded.slice(cue.end, cue.end + 16);
  return /[在因][^,，。;；]{0,12}$/.test(lead) && /^[^,，。;；]{0,12}(?:之)?后(?!门|台|续|果)/.test(rest);
}

function pickHan(
  folded: string,
  date: DateSpan,
  before: readonly FoundCue[],
  after: readonly FoundCue[],
): FoundCue | null {
  const first = after.find((c) => !isSubordinate(folded, date, c)) ?? after[0];
  const last = before[before.length - 1];
  if (last?.cue === 'ended') {
    // 直到…才: what came at last decides.
    const waited = after.find((c) => /才[^,，。]{0,6}$/.test(folded.slice(date.end, c.start)));
    if (waited !== undefined) return waited;
  }
  if (last !== undefined && GOVERNS_NEXT.test(folded.slice(last.end, date.start))) {
    if (first === undefined || !LEADS_OVER.test(last.word)) return last;
  }
  if (first === undefined) return last ?? null;
  const gap = folded.slice(date.end, first.start);
  if (last === undefined || !CLAUSE.test(gap)) return first;
  return /^[,， ]/.test(gap) || gap.length < 40 ? first : last;
}

const WEAK_TELLING = /^(?:称|说|表示|透露)$/;
const ATTACKER =
  /黑客|团伙|攻击者|威胁者|威胁行为者|威胁分子|犯罪分子|勒索软件组织|勒索组织|有人|用户名|匿名|勒索软件(?:团伙|组织|运营)/;
const AUTHORITY =
  /公司|发言人|集团|官方|警方|政府|部门|研究人员|专家|机构|大学|医院|银行|局|院|厂商|ceo|总裁/;

function refineHan(
  folded: string,
  date: DateSpan,
  cue: FoundCue,
  cues: readonly FoundCue[],
  sentence: Sentence,
): Cue {
  const lead = folded.slice(Math.max(sentence.start, date.start - 4), date.start);
  if (
    cue.cue === 'occurred' &&
    /直到|截至|一直到/.test(lead) &&
    /[都仍还一]/.test(folded.slice(date.end, cue.start))
  )
    return 'ended';
  // A row of a timeline: what was established then is a finding.
  if (
    cue.word === '确认' &&
    /\|/.test(folded.slice(date.end, cue.start)) &&
    !/公告|发布|公开|声明/.test(folded.slice(date.end, cue.start))
  ) {
    return 'detected';
  }
  // A month or a year dates the event, not the words about it: "12 月早些时候，该公司称，系统遭到攻击".
  if (
    date.precision !== 'day' &&
    WEAK_TELLING.test(cue.word) &&
    cues.some((c) => c.cue === 'occurred' && c.start >= cue.end)
  ) {
    return 'occurred';
  }
  const next = cues.find((c) => c.start >= cue.end && c.start - cue.end <= 16);
  const joined = next !== undefined && !/[,，。；]/.test(folded.slice(cue.end, next.start));
  const subject = folded.slice(
    Math.max(sentence.start, cue.start - 40, Math.min(date.start, cue.start) - 20),
    cue.start,
  );
  if (/威胁要|扬言/.test(subject)) return 'other';
  if (
    cue.word === '获悉' &&
    /记者|从/.test(folded.slice(Math.max(sentence.start, date.start - 6), cue.start))
  )
    return 'disclosed';
  if (/^泄[露漏]$/.test(cue.word) && folded.charAt(cue.end) === '了' && ATTACKER.test(subject))
    return 'claimed';
  if (cue.cue === 'disclosed' || cue.cue === 'claimed') {
    if (joined && next?.cue === 'other') return 'other';
    if (cue.cue === 'disclosed' && joined && next?.cue === 'notified') return 'notified';
    if (cue.cue === 'claimed' && AUTHORITY.test(subject) && !ATTACKER.test(subject)) return 'disclosed';
    if (cue.cue === 'disclosed' && ATTACKER.test(subject) && !AUTHORITY.test(subject)) return 'claimed';
  }
  return cue.cue;
}

/** A date that opens its clause belongs to the verb that follows. */
const FRONTED =
  /(?:^|[,;:] (?:and |but |then |that )?|[.?!] |["(] ?)(?:(?:on|in|since|as of|by|early|late|the|last|back|around|between|from|about|at|during|it was|until|mid-?|approximately|sometime|later) ?){0,4}$/;
/** Words before a cue that make it a noun or an adjective: "the exposed server", "a data breach". */
const NOMINAL =
  /(?:^|[ (])(?:the|an?|this|that|its|their|his|her|our|of|data|cyber|ransomware|security|recent|massive|alleged|previous|such|any|no|in|by|for|from|and|with|these|those|large|major|similar|another|new|potential|possible) $/;

function pickLatin(
  folded: string,
  date: DateSpan,
  before: readonly FoundCue[],
  after: readonly FoundCue[],
  sentence: Sentence,
): FoundCue | null {
  const verbal = (c: FoundCue): boolean =>
    !NOMINAL.test(folded.slice(Math.max(sentence.start, c.start - 12), c.start));
  const first = after.find(verbal) ?? after[0];
  if (FRONTED.test(folded.slice(Math.max(sentence.start, date.start - 40), date.start)))
    return first ?? before.at(-1) ?? null;
  const waited = before.findLast(
    (c) =>
      c.cue !== 'ended' &&
      verbal(c) &&
      /n't |not |only |never /.test(folded.slice(Math.max(sentence.start, c.start - 14), c.start)),
  );
  if (waited !== undefined && before.at(-1)?.cue === 'ended') return waited;
  const clause = before.filter((c) => !/[,;:]/.test(folded.slice(c.end, date.start)));
  const governing = clause.filter(verbal).at(-1) ?? clause.at(-1);
  if (governing !== undefined) return governing;
  const last = before.at(-1);
  if (last === undefined || first === undefined) return first ?? last ?? null;
  return date.start - last.end <= first.start - date.end + 20 ? last : first;
}

const LATIN_ATTACKER =
  /hacker|gang|attacker|threat actor|cybercriminal|ransomware group|actor|extortion group|cybercrime|user named|\bhe\b|alias/;

function refineLatin(
  folded: string,
  _date: DateSpan,
  cue: FoundCue,
  cues: readonly FoundCue[],
  sentence: Sentence,
): Cue {
  const subject = folded.slice(Math.max(sentence.start, cue.start - 60), cue.start);
  if (
    cue.cue === 'disclosed' &&
    LATIN_ATTACKER.test(subject) &&
    !/company|spokes|officials|police|authorit|research/.test(subject)
  )
    return 'claimed';
  if (cue.cue === 'claimed') {
    const sale = cues.find(
      (c) =>
        c.cue === 'other' && c.start >= cue.end && c.start - cue.end < 50 && /sale|sell|sold/.test(c.word),
    );
    if (sale !== undefined) return 'other';
    if (
      /^(?:posted|listed|dumped|advertised)$/.test(cue.word) &&
      /company|statement|notice|update/.test(subject)
    )
      return 'disclosed';
  }
  return cue.cue;
}
