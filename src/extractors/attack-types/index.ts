import type { AttackType } from '../../model/index.js';
import { isInAddress, termsIn } from '../engine/lexicon.js';
import { isNegated } from '../engine/negation.js';
import type { Candidate, Doc, FactRule, Sentence, TermHit } from '../engine/types.js';
import { splitSegments } from '../leaked/segments.js';
import {
  ACCOUNT_TAKEN,
  ASIDE,
  BREACH_CALLED_FLAW,
  COIN_LOSS,
  DATA_OBJECT,
  GANG_ATTACK,
  HAPPENED,
  HUSH_MONEY,
  INSIDER,
  INSIDER_ACT,
  INSIDER_WHO,
  INTRUDER,
  MEANS_BEFORE,
  OTHER_THIRD_PARTY,
  SUPPLIER_AFTER,
  SUPPLIER_ASIDE,
  SUPPLIER_BEFORE,
} from './cues.js';

type Found = Candidate<'attack_type'>;

/** A line with the id of an ATT&CK technique says what may have been done, with a level of its own. */
const TACTIC_ROW = /\bt1\d{3}(?:\.\d{3})?\b/;

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
        if (hit.start >= sentence.start && hit.end <= sentence.end && !isInAddress(doc.folded, hit))
          own.push(hit);
      }
      found.push(...hushMoney(doc, sentence));
      if (own.length === 0) continue;
      found.push(...byGrammar(doc, sentence));
      const clauses = clausesOf(doc, sentence);
      for (const hit of own) found.push(readHit(doc, sentence, clauses, hit));
    }
    return weigh(doc, found);
  },
};

/** A clause, with the answers to what is asked of it again and again, worked out when first asked. */
interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** It speaks of risk, advice or the like, somewhere. */
  aside: boolean | null;
  negated: boolean | null;
}

function clausesOf(doc: Doc, sentence: Sentence): Clause[] {
  return splitSegments(doc.folded, sentence.start, sentence.end).map(({ start, end }) => ({
    start,
    end,
    text: doc.folded.slice(start, end),
    aside: null,
    negated: null,
  }));
}

function speaksAside(clause: Clause): boolean {
  clause.aside ??= ASIDE.test(clause.text);
  return clause.aside;
}

function isDenied(clause: Clause): boolean {
  clause.negated ??= isNegated(clause.text);
  return clause.negated;
}

function readHit(doc: Doc, sentence: Sentence, clauses: readonly Clause[], hit: TermHit): Found {
  const weak = hit.id.startsWith('~');
  const value = (weak ? hit.id.slice(1) : hit.id) as AttackType;
  const clause = clauses.find((c) => hit.start >= c.start && hit.start < c.end) ?? clauses[0];
  const whole = doc.folded.slice(sentence.start, sentence.end);
  const rejected =
    clause === undefined ? 'outside every clause' : reasonAgainst(doc, value, weak, clause, whole, hit);
  const base = {
    kind: 'attack_type',
    value,
    start: hit.start,
    end: hit.end,
    rule: `attack-types/${weak ? 'event' : 'term'}`,
    weight: weightOf(doc, value, weak, sentence.block === 0, hit),
  } as const;
  return rejected === null ? base : { ...base, rejected };
}

/** A leak by a word that does not say whether anybody broke in. */
const LEAK_ONLY = /泄|外流|流出|暴露|曝光|leak|expos|breach|spill|dump/;
const THEFT = /窃|盗|偷|拖库|脱库|stole|steal|theft|hack|exfiltrat/;

function weightOf(doc: Doc, value: AttackType, weak: boolean, inTitle: boolean, hit: TermHit): number {
  if (value === 'unauthorized_access') return isStatedAccess(doc, hit) ? 0.6 : 0.3;
  if (value === 'data_breach') {
    const words = doc.folded.slice(hit.start, hit.end);
    if (LEAK_ONLY.test(words) && !THEFT.test(words)) return inTitle ? 0.85 : weak ? 0.55 : 0.8;
    return inTitle ? 1 : 0.95;
  }
  return inTitle ? 1 : weak ? 0.6 : 0.9;
}

/** Types that a “not” in the clause does not deny: it is what makes them (没有密码, not protected). */
const SURVIVES_NEGATION: ReadonlySet<AttackType> = new Set<AttackType>([
  'unauthorized_access',
  'data_exposure',
  'human_error',
]);

function reasonAgainst(
  doc: Doc,
  value: AttackType,
  weak: boolean,
  said: Clause,
  whole: string,
  hit: TermHit,
): string | null {
  const clause = said.text;
  if (TACTIC_ROW.test(whole)) return 'a row of a table of tactics';
  const before = doc.folded.slice(Math.max(0, hit.start - 40), hit.start);
  const after = doc.folded.slice(hit.end, hit.end + 40);
  // The term itself may hold a word for risk (漏洞攻击, phishing risk): it is looked at without it.
  if (speaksAside(said) && ASIDE.test(clause.replace(doc.folded.slice(hit.start, hit.end), ' '))) {
    return 'a risk, advice or explanation';
  }
  if (!SURVIVES_NEGATION.has(value) && isDenied(said)) return 'denied';
  if (value === 'supply_chain') {
    if (
      OTHER_THIRD_PARTY.test(before.slice(-16) + doc.folded.slice(hit.start, hit.end) + after.slice(0, 24))
    ) {
      return 'not a supplier';
    }
    const wayIn = SUPPLIER_BEFORE.test(before) || SUPPLIER_AFTER.test(after) || SPREADS.test(whole);
    if (weak && (SUPPLIER_ASIDE.test(before) || !wayIn)) {
      return 'a supplier, but not as the way in';
    }
  }
  if (value === 'ransomware' && weak && GANG.test(doc.folded.slice(hit.start, hit.end))) {
    return GANG_ATTACK.test(clause) ? null : 'the name of a gang';
  }
  if (
    value === 'vulnerability_exploitation' &&
    weak &&
    /^(?:安全)?漏洞$/.test(doc.folded.slice(hit.start, hit.end)) &&
    BREACH_CALLED_FLAW.test(before) &&
    !/利用|通过|借助|cve|零日|0day/.test(clause)
  )
    return 'a breach, called a flaw';
  if (value === 'wiper' && /确保|支付|保证|换取|证明|承诺|要求/.test(clause)) return 'data deleted for money';
  if (value === 'data_breach' && weak) return dataTaken(doc, clause, hit) ? null : 'no data beside the verb';
  const happened = HAPPENED[value];
  if (happened === undefined || (!weak && value !== 'human_error')) return null;
  const scope = value === 'vulnerability_exploitation' || value === 'supply_chain' ? clause : whole;
  return happened.test(scope) ? null : 'no word for the event beside it';
}

/** An attack on a supplier that reaches its customers. */
const SPREADS =
  /影响了?[^,。;]{0,16}(?:家|个)?(?:公司|机构|客户|企业|组织)|(?:affect|impact)(?:ed|ing) [^.;]{0,30}(?:customers|companies|organi[sz]ations|clients|hospitals|schools)/;

/** Words that name a gang and not yet an attack. */
const GANG = /团伙|组织|集团|帮派|黑客|运营商|gang|group|operation|operator|actor|crew|affiliate/;

/** Verbs that also stand for ordinary use of data. */
const ORDINARY =
  /^(?:访问|获取|获得|掌握|obtained|accessed|downloaded|published|posted|copied|viewed|acquired|taken)$/;

/** Whether a verb of taking has data as its object, and where it is an ordinary verb, an intruder as its subject. */
function dataTaken(doc: Doc, clause: string, hit: TermHit): boolean {
  const verb = doc.folded.slice(hit.start, hit.end);
  const around = doc.folded.slice(Math.max(hit.start - 60, 0), hit.end + 60);
  if (!DATA_OBJECT.test(clause) || !DATA_OBJECT.test(around)) return false;
  if (!/^[\u4e00-\u9fff]+$/.test(verb) || !ORDINARY.test(verb)) return true;
  return INTRUDER.test(clause) && DATA_OBJECT.test(doc.folded.slice(hit.end, hit.end + 28));
}

/** Extortion told by what the money is for, in a sentence that may hold no other word for an attack. */
function hushMoney(doc: Doc, sentence: Sentence): Found[] {
  const folded = doc.folded.slice(sentence.start, sentence.end);
  if (!/赎金|支付|付了|威胁|扬言|paid|threaten|pagato/.test(folded)) return [];
  const match = HUSH_MONEY.exec(folded);
  if (match === null || isNegated(match[0])) return [];
  const start = sentence.start + match.index;
  const rule = 'attack-types/hush-money';
  return [
    { kind: 'attack_type', value: 'extortion', start, end: start + match[0].length, rule, weight: 0.8 },
  ];
}

/** Types that a sentence tells by a verb and a noun with other words between. */
function byGrammar(doc: Doc, sentence: Sentence): Found[] {
  const folded = doc.folded.slice(sentence.start, sentence.end);
  const out: Found[] = [];
  const add = (value: AttackType, match: RegExpExecArray, rule: string): void => {
    const start = sentence.start + match.index;
    out.push({ kind: 'attack_type', value, start, end: start + match[0].length, rule, weight: 0.8 });
  };
  const coins = termsIn(doc, 'sector', sentence.start, sentence.end).some((t) => t.id === 'crypto');
  const coin = coins ? COIN_LOSS.exec(folded) : null;
  if (coin !== null && !isNegated(folded.slice(0, 400)) && !/建议|风险|预计|should|could/.test(folded))
    add('crypto_theft', coin, 'attack-types/coin-loss');
  if (/账户|账号|帐户|帐号|邮箱|account/.test(folded)) {
    const taken = ACCOUNT_TAKEN.exec(folded);
    if (taken !== null && !ASIDE.test(folded.replace(taken[0], ' ')) && !isNegated(taken[0]))
      add('account_takeover', taken, 'attack-types/account-taken');
  }
  const insider = INSIDER_WHO.test(folded) && INSIDER_ACT.test(folded) ? INSIDER.exec(folded) : null;
  if (insider !== null && !ASIDE.test(folded.replace(insider[0], ' ')))
    add('insider', insider, 'attack-types/insider');
  return out;
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
    const means = MEANS_BEFORE.test(doc.folded.slice(Math.max(0, f.start - 40), f.start));
    return (counts.get(f.value) ?? 0) < 2 && !means ? { ...f, rejected: 'told once, in passing' } : f;
  });
}
