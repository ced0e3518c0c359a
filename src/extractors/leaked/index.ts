import type { DataClass } from '../../model/index.js';
import { termsIn } from '../engine/lexicon.js';
import type { Candidate, Doc, FactRule, Sentence, TermHit } from '../engine/types.js';
import { emailSense, inCompany, type Mention } from './company.js';
import { DATA_CONTAINS, LEAK } from './cues.js';
import { elliptic } from './ellipsis.js';
import { isObject, isSourceOrLure, isWayIn, isWhole, KEYS } from './guards.js';
import { listSayings } from './lists.js';
import { totalsOfPeople } from './people.js';
import { sayings as readSayings, type Saying, splitSegments } from './segments.js';
import { settleVague } from './vague.js';

type Found = Candidate<'leaked' | 'not_leaked'>;

/** A line with the id of an ATT&CK technique says what may have been done, with a level of its own. */
const TACTIC_ROW = /\bt1\d{3}(?:\.\d{3})?\b/;

/** So many fields told as the contents of data are a leak's even where no sentence before tells of one. */
const LIST_OF_FIELDS = 4;

/** A page with more is a list of data, no article; what is beyond is not read. */
const MAX_CANDIDATES = 5000;

/** How many sentences back an open leak still carries a list of contents. */
const REACH = 3;

/**
 * The data classes that the article says came out, and those that it says did not.
 *
 * A term counts when its stretch of the sentence, or the list that it stands in, is tied to a leak or theft,
 * or lists the contents of something that a sentence just before says was leaked.
 */
export const leakedRule: FactRule<'leaked' | 'not_leaked'> = {
  id: 'leaked',
  find(doc) {
    const hits = termsIn(doc, 'data_class');
    const found: Found[] = [];
    const lists = listSayings(doc);
    let at = 0;
    let lastLeak = -REACH - 1;
    const attacks = termsIn(doc, 'attack_type');
    let nextAttack = 0;
    for (const sentence of doc.sentences) {
      if (found.length >= MAX_CANDIDATES) break;
      const own: TermHit[] = [];
      for (; at < hits.length; at++) {
        const hit = hits[at];
        if (hit === undefined || hit.start >= sentence.end) break;
        if (hit.start >= sentence.start && hit.end <= sentence.end && isWhole(doc, hit)) own.push(hit);
      }
      let leak = false;
      for (; nextAttack < attacks.length && (attacks[nextAttack]?.start ?? 0) < sentence.end; nextAttack++) {
        if ((attacks[nextAttack]?.start ?? 0) >= sentence.start) leak = true;
      }
      own.push(...totalsOfPeople(doc.folded, sentence, own));
      if (own.length > 0) {
        const folded = doc.folded.slice(sentence.start, sentence.end);
        const here = LEAK.test(folded);
        const near =
          sentence.index - lastLeak <= REACH ||
          ((lastLeak >= 0 || own.length >= LIST_OF_FIELDS) && DATA_CONTAINS.test(folded));
        const list = lists.get(sentence.block) ?? null;
        if (here || near || list !== null) {
          own.push(...elliptic(doc.folded, sentence, own));
          own.sort((a, b) => a.start - b.start || b.end - a.end);
          found.push(...sentenceFinds(doc, sentence, own, list, near, here));
        } else found.push(...untied(own));
        leak ||= here;
      }
      if (leak) lastLeak = sentence.index;
    }
    return settleVague(doc, found);
  },
};

/** The fields of a sentence that has no part in a leak. */
function untied(hits: readonly TermHit[]): Found[] {
  return hits.map((hit) => ({
    kind: 'leaked',
    value: (hit.id === 'email' ? 'messages' : hit.id.replace('~', '')) as DataClass,
    start: hit.start,
    end: hit.end,
    rule: 'leaked/clause',
    rejected: 'not tied to a leak',
  }));
}

function sentenceFinds(
  doc: Doc,
  sentence: Sentence,
  hits: readonly TermHit[],
  list: Saying | null,
  near: boolean,
  leakHere: boolean,
): Found[] {
  const segments = splitSegments(doc.folded, sentence.start, sentence.end, true);
  const sayings = readSayings(doc.folded, segments);
  const whole = doc.folded.slice(sentence.start, sentence.end);
  const answers = near && isPureList(doc, sentence, hits);
  const mentions: Mention[] = hits.map((hit) => {
    const index = Math.max(
      0,
      segments.findIndex((s) => hit.start >= s.start && hit.start < s.end),
    );
    const weak = hit.id.startsWith('~');
    const id = weak ? hit.id.slice(1) : hit.id;
    const { saying, rule } = settle(
      sayings,
      index,
      hits,
      segments,
      list ?? (answers ? 'leaked' : null),
      leakHere || near,
      standsAlone(doc.folded.slice(segments[index]?.start ?? hit.start, hit.start)),
      (i) => doc.folded.charAt((segments[i]?.start ?? 0) - 1) === '(',
    );
    return { hit, id, weak, saying, rule };
  });
  return mentions.flatMap((m, i): Found[] => {
    const value = (m.id === 'email' ? emailSense(mentions, m) : m.id) as DataClass;
    const kind = m.saying === 'not_leaked' ? 'not_leaked' : 'leaked';
    let rejected: string | undefined;
    if (TACTIC_ROW.test(whole)) rejected = 'a row of a table of tactics';
    else if (m.saying === 'aside') rejected = 'advice, a purpose or the way in';
    else if (m.saying === 'nothing') rejected = 'not tied to a leak';
    else if (value === 'internal_documents' && isSourceOrLure(doc, sentence, m.hit))
      rejected = 'a paper that tells of it, or a lure';
    else if (KEYS.has(value) && isWayIn(doc, sentence, m.hit)) rejected = 'the way in';
    else if (
      (m.weak || (m.id === 'email' && value === 'messages')) &&
      list === null &&
      !inCompany(doc, mentions, i) &&
      !(STANDS_ALONE.has(value) && isObject(doc, sentence, m.hit))
    )
      rejected = 'a word of wide use, alone';
    const base = { value, start: m.hit.start, end: m.hit.end, rule: m.rule };
    return [rejected === undefined ? { kind, ...base } : { kind, ...base, rejected }];
  });
}

/** A sentence that is nothing but fields, as an answer to “What was exposed?”. */
function isPureList(doc: Doc, sentence: Sentence, hits: readonly TermHit[]): boolean {
  if (hits.length < 2) return false;
  const named = hits.reduce((n, h) => n + h.end - h.start, 0);
  return (
    named * 2 > sentence.end - sentence.start && !/[?]/.test(doc.folded.slice(sentence.start, sentence.end))
  );
}

/** Classes that a word of wide use names even alone, as the object of the theft. */
const STANDS_ALONE: ReadonlySet<DataClass> = new Set<DataClass>([
  'internal_documents',
  'source_code',
  'credentials_secrets',
  'passwords',
  'messages',
  'medical_records',
  'financial_data',
  'photos',
  'customer_records',
  'employee_records',
  'other_personal_data',
  'payment_cards',
  'contracts',
  'biometrics',
  'genetic_data',
  'transactions',
  'account_numbers',
  'national_ids',
  'passport_numbers',
  'drivers_licenses',
  'insurance_data',
  'bank_accounts',
  'crypto_wallets',
  'criminal_records',
  'email_addresses',
  'device_information',
  'ip_addresses',
  'physical_addresses',
  'travel_records',
]);

/** A stretch with a verb or a reason of its own before the term is no further item of a list. */
const OWN_VERB = /\b(?:is|are|was|were|has|have|will|would|can|could|said|says|due to|because of)\b/;
const TURNS = /^(?:但|不过|然而|却|but\b|however\b|although\b|though\b)/;

function standsAlone(before: string): boolean {
  return OWN_VERB.test(before) || TURNS.test(before);
}

/** So many stretches without a field may stand between what opens a list and its items. */
const MAX_APART = 2;

/** What the sentence says of the stretch `index`, from its own words, those before it and those after it. */
function settle(
  sayings: readonly Saying[],
  index: number,
  hits: readonly TermHit[],
  segments: readonly { start: number; end: number }[],
  list: Saying | null,
  near: boolean,
  ownVerb: boolean,
  bracketed: (index: number) => boolean,
): { saying: Saying; rule: string } {
  const own = sayings[index] ?? 'nothing';
  if (own === 'leaked' || own === 'not_leaked' || own === 'aside')
    return { saying: own, rule: 'leaked/clause' };
  const tied = (saying: Saying): Saying => (saying === 'contents' ? (near ? 'leaked' : 'nothing') : saying);
  if (own === 'contents') {
    // 包括姓名… under a clause that says what the whole is.
    for (let i = index - 1; i >= 0; i--) {
      const before = sayings[i];
      if (before === 'not_leaked' || before === 'aside') return { saying: before, rule: 'leaked/contents' };
      if (before === 'leaked') return { saying: 'leaked', rule: 'leaked/contents' };
    }
    const saying = tied(own);
    return { saying: saying === 'nothing' && list !== null ? list : saying, rule: 'leaked/contents' };
  }
  // A stretch of a list goes with what opened the list …
  let apart = 0;
  for (let i = index - 1; i >= 0 && !ownVerb; i--) {
    const before = sayings[i];
    if (before !== undefined && before !== 'nothing')
      return { saying: tied(before), rule: 'leaked/enumeration' };
    const named = hits.some((h) => h.start >= (segments[i]?.start ?? 0) && h.start < (segments[i]?.end ?? 0));
    if (!named && ++apart > MAX_APART) break;
  }
  // … or with the predicate that closes it.
  for (let i = index + 1; i < sayings.length; i++) {
    const after = sayings[i];
    if (after === 'leaked' || after === 'not_leaked' || after === 'aside')
      return { saying: after, rule: 'leaked/subject' };
    // (包括…) in brackets is said aside: the predicate comes after it.
    if (after === 'contents' && !bracketed(i)) break;
  }
  if (list !== null) return { saying: list, rule: 'leaked/list-item' };
  return { saying: 'nothing', rule: 'leaked/clause' };
}
