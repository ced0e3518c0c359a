import type { AttackType } from '../../model/index.js';
import { termsIn } from '../engine/lexicon.js';
import { isNegated } from '../engine/negation.js';
import type { Candidate, Doc, FactRule, Sentence, TermHit } from '../engine/types.js';
import { splitSegments } from '../leaked/segments.js';
import { ASIDE, DATA_OBJECT, HAPPENED, OTHER_THIRD_PARTY } from './cues.js';

type Found = Candidate<'attack_type'>;

/** Types that ask for more than one mention outside the title: they are explained more often than told. */
const TOLD_OFTEN: ReadonlySet<AttackType> = new Set<AttackType>([
  'malware',
  'phishing',
  'espionage',
  'fraud',
  'social_engineering',
]);

/**
 * The attack types that the article says happened.
 *
 * A term counts when its clause tells of it as an event: not as a risk to come, advice, a definition, a figure
 * of the trade, or something denied. Words of wide use need a word for the event beside them. The weight says
 * how plain it is; settleAttackTypes then weighs the types of one incident against each other.
 */
export const attackTypeRule: FactRule<'attack_type'> = {
  id: 'attack-types',
  find(doc) {
    const hits = termsIn(doc, 'attack_type');
    const found: Found[] = [];
    let at = 0;
    for (const sentence of doc.sentences) {
      const own: TermHit[] = [];
      for (; at < hits.length; at++) {
        const hit = hits[at];
        if (hit === undefined || hit.start >= sentence.end) break;
        if (hit.start >= sentence.start && hit.end <= sentence.end) own.push(hit);
      }
      if (own.length === 0) continue;
      const segments = splitSegments(doc.folded, sentence.start, sentence.end);
      for (const hit of own) found.push(readHit(doc, sentence, segments, hit));
    }
    return weigh(doc, found);
  },
};

function readHit(
  doc: Doc,
  sentence: Sentence,
  segments: readonly { start: number; end: number }[],
  hit: TermHit,
): Found {
  const weak = hit.id.startsWith('~');
  const value = (weak ? hit.id.slice(1) : hit.id) as AttackType;
  const segment = segments.find((s) => hit.start >= s.start && hit.start < s.end) ?? sentence;
  const clause = doc.folded.slice(segment.start, segment.end);
  const whole = doc.folded.slice(sentence.start, sentence.end);
  const inTitle = sentence.block === 0;
  const rejected = reasonAgainst(doc, value, weak, clause, whole, hit);
  const weight =
    value === 'unauthorized_access' ? (isStatedAccess(doc, hit) ? 0.6 : 0.3) : inTitle ? 1 : weak ? 0.6 : 0.9;
  const base = {
    kind: 'attack_type',
    value,
    start: hit.start,
    end: hit.end,
    rule: `attack-types/${weak ? 'event' : 'term'}`,
    weight,
  } as const;
  return rejected === null ? base : { ...base, rejected };
}

function reasonAgainst(
  doc: Doc,
  value: AttackType,
  weak: boolean,
  clause: string,
  whole: string,
  hit: TermHit,
): string | null {
  if (ASIDE.test(clause.replace(doc.folded.slice(hit.start, hit.end), ' ')))
    return 'a risk, advice or explanation';
  if (
    value !== 'unauthorized_access' &&
    value !== 'data_exposure' &&
    value !== 'human_error' &&
    isNegated(clause)
  )
    return 'denied';
  if (
    value === 'supply_chain' &&
    OTHER_THIRD_PARTY.test(doc.folded.slice(Math.max(0, hit.start - 16), hit.end + 24))
  )
    return 'not a supplier';
  if (!weak) return null;
  if (value === 'data_breach') {
    const around = doc.folded.slice(Math.max(hit.start - 60, 0), hit.end + 60);
    return DATA_OBJECT.test(clause) && DATA_OBJECT.test(around) ? null : 'no data beside the verb';
  }
  const happened = HAPPENED[value];
  return happened === undefined || happened.test(value === 'vulnerability_exploitation' ? clause : whole)
    ? null
    : 'no word for the event beside it';
}

/** “Confirmed unauthorized access”, with no data named as what was accessed. */
function isStatedAccess(doc: Doc, hit: TermHit): boolean {
  const before = doc.folded.slice(Math.max(0, hit.start - 14), hit.start);
  const after = doc.folded.slice(hit.end, hit.end + 12);
  return (
    /(?:确认|检测到|证实|存在)(?:了|有|存在)?\s?$/.test(before) &&
    /未经授权/.test(doc.folded.slice(hit.start, hit.end)) &&
    /^[,。;]/.test(after)
  );
}

/** Rejects types told only once, and in passing, where the kind of type is mostly told in passing. */
function weigh(doc: Doc, found: readonly Found[]): Found[] {
  const counts = new Map<AttackType, number>();
  const titled = new Set<AttackType>();
  for (const f of found) {
    if (f.rejected !== undefined) continue;
    counts.set(f.value, (counts.get(f.value) ?? 0) + 1);
    if (f.end < doc.bodyStart) titled.add(f.value);
  }
  return found.map((f) => {
    if (f.rejected !== undefined || !TOLD_OFTEN.has(f.value) || titled.has(f.value)) return f;
    return (counts.get(f.value) ?? 0) < 2 ? { ...f, rejected: 'told once, in passing' } : f;
  });
}
