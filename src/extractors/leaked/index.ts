import type { DataClass } from '../../model/index.js';
import { isInAddress, termsIn } from '../engine/lexicon.js';
import type { Candidate, Doc, FactRule, Sentence, TermHit } from '../engine/types.js';
import { DATA_CONTAINS, LEAK, LIST_LEAD } from './cues.js';
import { elliptic } from './ellipsis.js';
import { totalsOfPeople } from './people.js';
import { sayings as readSayings, type Saying, sayingOf, splitSegments } from './segments.js';
import { settleVague } from './vague.js';

type Found = Candidate<'leaked' | 'not_leaked'>;

/** A term with what its sentence says of it. */
interface Mention {
  readonly hit: TermHit;
  readonly id: string;
  /** A word of wider use, which names a field only in company. */
  readonly weak: boolean;
  readonly saying: Saying;
  readonly rule: string;
}

/** A line with the id of an ATT&CK technique says what may have been done, with a level of its own. */
const TACTIC_ROW = /\bt1\d{3}(?:\.\d{3})?\b/;

/** So many fields told as the contents of data are a leak's even where no sentence before tells of one. */
const LIST_OF_FIELDS = 4;

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
        own.push(...elliptic(doc.folded, sentence, own));
        own.sort((a, b) => a.start - b.start || b.end - a.end);
        const here = LEAK.test(folded);
        const near =
          sentence.index - lastLeak <= REACH ||
          ((lastLeak >= 0 || own.length >= LIST_OF_FIELDS) && DATA_CONTAINS.test(folded));
        const list = lists.get(sentence.block) ?? null;
        found.push(
          ...(here || near || list !== null
            ? sentenceFinds(doc, sentence, own, list, near, here)
            : untied(own)),
        );
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
      OWN_VERB.test(doc.folded.slice(segments[index]?.start ?? hit.start, hit.start)),
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

/** What follows a term that names an authority, a law or a firm: 个人信息保护委员会, “Health Information Sharing Center”. */
const IN_A_NAME =
  /^(?:的?保护(?!伞)|(?:安全|隐私|共享|交换|管理|技术|监管|科技)(?:与|和|及)?(?:分析|保护|管理|监督|监管|技术)?(?:委员会|委|中心|局|法(?!律)|办公室|协会|学会|条例|规定|公司|集团|学院|大会|峰会))|^ (?:protection|privacy|security|sharing|exchange)(?: and [a-z]+)? (?:act|acts|commission|commissioner|authority|laws?|regulations?|office|board|centers?|centres?|agency|directive|officer|team|company|firm|standards?)\b/;

/** 用户数据中心, 客户信息系统, 个人信息处理者: a place, a machine or a duty, no data. */
const OF_A_SYSTEM =
  /^(?:中心|平台|系统|安全|处理(?!的|过)|技术|架构|主体|管理|服务器|治理|合规|出境|跨境|窃取(?:程序|器|木马|软件|恶意)|分析(?:师|平台|公司))/;

/** Whether a term is the whole of what is said: not 银行数据 in 银行数据库, nor part of a name (“Prudential Financial data”). */
function isWhole(doc: Doc, hit: TermHit): boolean {
  const words = doc.text.slice(hit.start, hit.end);
  const next = doc.folded.charAt(hit.end);
  if (/[数信资][据息料]$/.test(words) && OF_A_SYSTEM.test(doc.folded.slice(hit.end, hit.end + 8)))
    return false;
  if ((next === '库' && words.endsWith('数据')) || next === '馆' || doc.folded.charAt(hit.start - 1) === '非')
    return false;
  if (isInAddress(doc.folded, hit)) return false;
  if (IN_A_NAME.test(doc.folded.slice(hit.end, hit.end + 40))) return false;
  const name =
    /^[A-Z][a-z]+ [a-z]/.test(words) &&
    /[A-Za-z] $/.test(doc.text.slice(Math.max(0, hit.start - 2), hit.start));
  return !name;
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
]);

/** A stretch with a verb or a reason of its own before the term is no further item of a list. */
const OWN_VERB = /\b(?:is|are|was|were|has|have|will|would|can|could|said|says|due to|because of)\b/;

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
  for (let i = index - 1; i >= 0 && !ownVerb; i--) {
    const before = sayings[i];
    if (before !== undefined && before !== 'nothing')
      return { saying: tied(before), rule: 'leaked/enumeration' };
    if (
      !hits.some((h) => h.start >= (segments[i]?.start ?? 0) && h.start < (segments[i]?.end ?? 0)) &&
      index - i > 2
    )
      break;
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

/** `email` beside other contact details is an address, elsewhere mail. */
function emailSense(mentions: readonly Mention[], email: Mention): DataClass {
  const contact = new Set([
    'names',
    'phone_numbers',
    'physical_addresses',
    'passwords',
    'usernames',
    'dates_of_birth',
    'national_ids',
    'ip_addresses',
    'genders',
    'account_numbers',
  ]);
  const beside = mentions.some(
    (m) => m !== email && contact.has(m.id) && Math.abs(m.hit.start - email.hit.start) < 60,
  );
  return beside ? 'email_addresses' : 'messages';
}

const SEPARATOR = /[、,/;|]|和|与|及|或|以及|\band\b|\bor\b|\bas well as\b|\be\b|&|や/;

/** Between two items of a list stands little more than the separator. */
const TIGHT =
  /^(?:[^。.!?;:,]{0,10}|[^。.!?;:\u4e00-\u9fff]{0,10}|,[^。.!?;:,]{0,3})$|^[a-z0-9'’,/()&\- ]{0,40}$/;

/** Whether a term stands in one list with a field that is named for certain. */
function inCompany(doc: Doc, mentions: readonly Mention[], index: number): boolean {
  const self = mentions[index];
  if (self === undefined) return false;
  let length = 1;
  for (const step of [-1, 1]) {
    for (let i = index + step, last = self; ; i += step) {
      const other = mentions[i];
      if (other === undefined || !adjoins(doc, last, other)) break;
      if (other.id !== self.id && (!other.weak || (FIELD_LIKE.has(self.id) && FIELD_LIKE.has(other.id))))
        return true;
      last = other;
      length++;
    }
  }
  return length >= LIST_OF_WEAK;
}

/** Words of wide use that are hardly anything but fields where two of them stand together: IP地址和密码. */
const FIELD_LIKE: ReadonlySet<string> = new Set([
  'passwords',
  'email_addresses',
  'physical_addresses',
  'ip_addresses',
]);

/** So many words of wide use in a row are a list of fields as well. */
const LIST_OF_WEAK = 4;

/** Whether nothing but the separator of a list stands between two terms. */
function adjoins(doc: Doc, a: Mention, b: Mention): boolean {
  const [left, right] = a.hit.start < b.hit.start ? [a.hit, b.hit] : [b.hit, a.hit];
  const gap = doc.folded.slice(left.end, right.start);
  return gap.length <= 40 && SEPARATOR.test(gap) && TIGHT.test(gap);
}

const VERB_BEFORE =
  /(?:泄[露漏]|窃取|盗取|盗走|偷走|偷取|获取|访问|下载|暴露|公开|公布|出售|拖走|曝光|拷贝|复制|导出|丢失|发布|窃走|获得|掌握|包括|包含|涉及|含有)(?:了|到|其|该|的)?(?:[^,。;、]{0,10}(?:名|个|份|条|的|万|亿|gb|tb|量|部分|些|相关|约|超过|客户|用户|员工|公司|内部|敏感|企业))?[^,。;、]{0,4}$|\b(?:exposed|stole|stolen|leaked|accessed|obtained|dumped|exfiltrated|included|including|include|includes|contained|containing|contains|compromised|theft of|stealing|took|published|exposing|leaking|compromise of|exposure of|leak of|loss of|access to|breach of|downloaded|copied|involved|lost|acquired|posted|sale of|selling)\b(?: (?!and\b|by\b|with\b|from\b|after\b|that\b|which\b|who\b|to\b|in\b|on\b|at\b|as\b|for\b)[a-z0-9’'$-]{1,20}){0,6} ?$/;
const VERB_AFTER =
  /^(?:也|均|都|已|全部|可能|或|等|信息|数据){0,3}(?:被|遭|遭到|已|外泄|泄[露漏](?!了)|失窃|曝光(?!了)|暴露(?!了)|丢失|流出|漏えい|漏泄)(?:被|遭|到)?(?:泄|盗|窃|公开|访问|出售|获取|外泄|曝光|暴露|下载|加密)?|^(?: (?!and\b|by\b|with\b|from\b)[a-z]{1,14}){0,3} (?:were|was|have been|has been|been|being|are|had been)\b[^,.;]{0,24}\b(?:stolen|leaked|exposed|accessed|taken|compromised|published|obtained|exfiltrated|disclosed|dumped|viewed|copied|downloaded|acquired)/;

/** Whether a term is itself what was stolen: 窃取了…源代码, the documents were stolen. */
function isObject(doc: Doc, sentence: Sentence, hit: TermHit): boolean {
  const before = doc.folded.slice(Math.max(sentence.start, hit.start - 70), hit.start);
  const after = doc.folded.slice(hit.end, Math.min(sentence.end, hit.end + 70));
  return VERB_BEFORE.test(before) || VERB_AFTER.test(after);
}

/** Files that carry an attack in, and papers of a court or an authority that tell of it. */
const LURE_OR_PAPER =
  /(?:恶意|伪装成|附件|钓鱼|诱饵|伪造|虚假|假冒|带有后门|投递|上传|执行|打开|提交|递交|呈交|法庭|法院|监管|备案|申报|起诉|根据|依据)[^,。;、]{0,26}$|\b(?:malicious|lure|decoy|weaponi[sz]ed|phishing|attached|court|legal|filing|according to|filed|submitted|sec|regulatory|disguised)\b[^,.;]{0,24}$/;
const TELLS =
  /^(?:中)?(?:显示|称|表示|指出|披露|透露|说(?!明书)|证实|写道|要求)|^s? (?:shows?|showed|says?|said|reveals?|revealed|states?|stated|describes?|described|alleges?|filed|submitted|obtained by (?:the )?[a-z])\b/;

function isSourceOrLure(doc: Doc, sentence: Sentence, hit: TermHit): boolean {
  const before = doc.folded.slice(Math.max(sentence.start, hit.start - 40), hit.start);
  const after = doc.folded.slice(hit.end, Math.min(sentence.end, hit.end + 40));
  if (/(?:泄[露漏]|窃取|被盗|外泄|流出|leaked|stolen|hacked|exposed)[^,。;、.]{0,10}$/.test(before))
    return false;
  return LURE_OR_PAPER.test(before) || TELLS.test(after);
}

/** What opens a door: stolen of one person it is the way in, not what came out. */
const KEYS: ReadonlySet<DataClass> = new Set<DataClass>(['passwords', 'credentials_secrets', 'usernames']);
const ONE_PERSON_AFTER =
  /^s? (?:from|of|belonging to) (?:an?|one|a single) [^.,;]{0,30}\b(?:employee|admin(?:istrator)?|contractor|staff(?:er)?|developer|vendor|worker|engineer|supplier|partner)\b/;
const ONE_PERSON_BEFORE =
  /(?:一名|一位|某名|某位|一个|单个)(?:前|第三方)?(?:员工|雇员|管理员|承包商|开发者|开发人员|工程师|供应商|合作伙伴)(?:账[号户])?的?[^,。;]{0,6}$|\b(?:an?|one) (?:[a-z]+ ){0,2}(?:employee|admin(?:istrator)?|contractor|developer|vendor|worker|engineer|supplier|partner)'s? [^,.;]{0,24}$/;

function isWayIn(doc: Doc, sentence: Sentence, hit: TermHit): boolean {
  return (
    ONE_PERSON_BEFORE.test(doc.folded.slice(Math.max(sentence.start, hit.start - 60), hit.start)) ||
    ONE_PERSON_AFTER.test(doc.folded.slice(hit.end, Math.min(sentence.end, hit.end + 60)))
  );
}

/** For each block that is an item of a list, what the lead of the list says of its items. */
function listSayings(doc: Doc): ReadonlyMap<number, Saying> {
  const out = new Map<number, Saying>();
  let lead: Saying | null = null;
  let items = 0;
  for (const block of doc.blocks) {
    const folded = doc.folded.slice(block.start, block.end);
    const isItem = block.kind === 'item' || block.kind === 'row';
    const short = folded.length <= 80 && !/[。!?]$/.test(folded);
    if (
      lead !== null &&
      (isItem || (short && block.kind === 'paragraph' && items < 40)) &&
      !/[:]$/.test(folded.trimEnd())
    ) {
      out.set(block.index, lead);
      items++;
      continue;
    }
    items = 0;
    lead = leadSaying(folded, block.kind === 'heading');
    if (isItem && lead === null) lead = null;
    const row = rowSaying(folded);
    if (row !== null) out.set(block.index, row);
  }
  return out;
}

/** What a heading, or a paragraph that ends in a colon, says of the list below it. */
function leadSaying(folded: string, heading: boolean): Saying | null {
  const text = folded.trimEnd();
  const open =
    /[:]$|(?:如下|以下|包括|包含|includes?|included|including|following)[。.]?$/.test(text) ||
    (/[?]$/.test(text) && text.length <= 60);
  if (!heading && !open && text.length > 30) return null;
  const tail = text.slice(-200);
  if (!LIST_LEAD.test(tail)) return null;
  const saying = sayingOf(tail.slice(Math.max(0, tail.search(/[。.!?;][^。.!?;]{1,200}$/))));
  if (saying === 'not_leaked' || saying === 'aside') return saying;
  return heading || open ? 'leaked' : null;
}

/** A row or line of its own: `泄露数据类型：姓名、电话`, `Compromised data | names, …`. */
function rowSaying(folded: string): Saying | null {
  const cell = /^[^|:]{2,30}[|:]/.exec(folded)?.[0];
  if (cell === undefined || !LIST_LEAD.test(cell)) return null;
  const saying = sayingOf(cell);
  return saying === 'not_leaked' || saying === 'aside' ? saying : 'leaked';
}
