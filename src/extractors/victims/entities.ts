import { componentName } from '../../text/components.js';
import { fold } from '../../text/fold.js';
import { termsIn } from '../engine/lexicon.js';
import type { Doc } from '../engine/types.js';
import { bystanderOf } from './bystanders.js';
import { knownName } from './known-names.js';
import type { VictimMention } from './types.js';
import { cleanAlias } from './zh-name.js';
import { ORGANISATION_SUFFIX_ZH, PLACES_ZH } from './zh-words.js';

/** Most victims that are kept apart; further names of one article are left out. */
const MAX_ENTITIES = 80;

/** Everything the text says was hit under one name. */
export interface Entity {
  readonly id: number;
  /** As the article names it, the fullest form first. */
  readonly names: readonly string[];
  readonly mentions: readonly VictimMention[];
  /** 0 to about 2: how surely this is a victim of something told here. */
  readonly score: number;
  readonly described: boolean;
}

const LEADING_PLACE = new RegExp(`^(?:${PLACES_ZH.join('|')})(?=.{3})`);

/** A Chinese name without the country before it: 英国莱斯特议会 → 莱斯特议会. */
export function withoutPlace(name: string): string {
  return name.replace(LEADING_PLACE, '');
}

/** False for a name that only adds the country, or a scrap of a word, to one that is known. */
function addsName(known: readonly string[], name: string): boolean {
  return !known.some((k) => {
    if (k === name) return true;
    if (!name.includes(k) || !HAN.test(name)) return false;
    const rest = name.replace(k, '');
    return PLACES.has(rest) || (rest.length <= 2 && !ORGANISATION_SUFFIX_ZH.test(name));
  });
}

/** A mention that was thrown away, for `explain`. */
export interface Refused {
  readonly mention: VictimMention;
  readonly reason: string;
}

const LEGAL_FORM =
  /(?:股份有限公司|有限责任公司|有限公司|控股公司|公司|集团|,? ?(?:inc|llc|ltd|corp|corporation|co|plc|gmbh|ag|s\.?a|s\.?p\.?a|group|company|limited|holdings?)\.?)$/;

/** A name reduced to what two spellings of it share. */
export function nameKey(name: string): string {
  const plain = componentName(fold(name).replace(/^the /, '').trim());
  const bare = plain.replace(LEGAL_FORM, '').replace(LEGAL_FORM, '');
  return (bare.length >= 2 ? bare : plain).replace(/[\s"'.,·\-_()&+]/g, '');
}

const HAN = /[\u3040-\u9fff]/;

/** True where two names of one article are taken for the same organisation. */
export function sameEntity(a: string, b: string): boolean {
  const x = nameKey(a);
  const y = nameKey(b);
  if (x === y) return x !== '';
  const known = knownName(fold(a).trim());
  if (known !== null && known === knownName(fold(b).trim())) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (HAN.test(short) && short.length >= 4 && (long.includes(short) || isShortened(short, long))) return true;
  if (HAN.test(short))
    return short.length >= 2 && (long.startsWith(short) || (long.endsWith(short) && short.length >= 3));
  if (HAN.test(long)) return short.length >= 3 && (long.startsWith(short) || long.endsWith(short));
  if (short.length >= 4 && long.startsWith(short) && !/^\d/.test(long.slice(short.length))) return true;
  return short.length >= 2 && initials(a.length > b.length ? a : b) === short;
}

/** 武汉地震监测中心 of 武汉市地震监测中心: the same characters in order, alike at both ends. */
function isShortened(short: string, long: string): boolean {
  if (short.length < 5 || short.slice(0, 2) !== long.slice(0, 2) || short.slice(-2) !== long.slice(-2))
    return false;
  let at = 0;
  for (const c of long) if (c === short.charAt(at)) at++;
  return at === short.length;
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((w) => /^[A-Z]/.test(w));
  return words.length < 2 ? '' : words.map((w) => w.charAt(0).toLowerCase()).join('');
}

/** Lexicons whose terms are no victims. */
const NOT_A_VICTIM = ['gang', 'group', 'family', 'data_class', 'attack_type'] as const;

const NATIONS_EN =
  /^(?:north|south|east|west|southeast asia|east asia|south asia|u\.?s\.?a?|u\.?k|eu|america|russia|china|iran|israel|ukraine|north korea|south korea|korea|japan|india|germany|france|italy|spain|poland|canada|australia|taiwan|europe|asia|africa|middle east|latin america|united states|united kingdom|republicans?|democrats?|moscow|beijing|kremlin|washington|tehran|pyongyang|western|internet|web|windows|android|ios|macos|linux|apple ios|docker|kubernetes|microsoft windows|active directory|microsoft exchange|exchange server|chrome|firefox|wordpress|office 365|microsoft 365|telegram bot|python|javascript|node|tor|bitcoin|ethereum|monero|raas|maas|ttps?|iocs?|sql server|cve-.*|ms-?sql|微软 sql|microsoft sql|.*\b(?:apis?|urls?|sdk|bug|seo|ttps?|lnk|eoa|nfts?)|esxi|vmware esxi|smb|rdp|ssh|http|https|dns|vpn|pc|mac|usb|gpt|chatgpt|llms?|ai|ml|nft|nfts|defi|web3|powershell|excel|word|pdf|active|telnet|github actions|it|ot|ics|scada|plc|plcs|iot)$/;

const PLACES = new Set(PLACES_ZH);

/** States and cities that stand for no organisation by themselves. */
const PLACES_EN =
  /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|london|manchester|chester|paris|berlin|madrid|barcelona|rome|milan|vienna|zurich|geneva|amsterdam|brussels|copenhagen|stockholm|oslo|helsinki|warsaw|prague|budapest|kyiv|istanbul|tel aviv|jerusalem|dubai|mumbai|delhi|new delhi|bangalore|tokyo|osaka|seoul|taipei|hong kong|shanghai|shenzhen|sydney|melbourne|toronto|montreal|vancouver|chicago|boston|seattle|atlanta|houston|dallas|denver|miami|los angeles|san francisco|san diego|las vegas|philadelphia|england|scotland|wales|northern ireland|tbilisi|silicon valley)$/;

/** Words right after or before a name that give it another part in the story. */
const ROLE_AFTER =
  /^(?: ?(?:勒索软件|勒索病毒|勒索组织|勒索团伙|恶意软件|木马|僵尸网络|黑客组织|黑客团伙|黑客|团伙|病毒|后门|窃密|窃取程序|漏洞|研究人员|研究员|安全团队|安全公司|实验室|的研究人员|的安全研究|威胁情报|披露报告|分析师)|['’]s? (?:[a-z]{3,12} ){0,3}(?:claims?|boasts?|leak site)\b| (?:ransomware|malware|botnet|trojan|backdoor|stealer|infostealer|rat|gang|group|hackers?|hacking group|hacking team|threat actors?|researchers?|analysts?|vulnerability|flaw|exploit|campaign|operators?|affiliates?|worm|loader|rootkit|spyware|virus|wiper|leak site|report|apt)\b)/i;
const ROLE_BEFORE =
  /(?:黑客组织|黑客团伙|勒索软件组织|勒索软件团伙|勒索组织|勒索团伙|勒索软件|恶意软件|威胁组织|威胁行为者|威胁者|木马|僵尸网络|安全公司|安全厂商|安全研究机构|网络安全公司|情报公司|安全研究员|研究员|研究人员|名为|叫做|代号|化名|漏洞|外媒|媒体|论坛|(?:ransomware|malware|trojan|botnet|hackers?|hacker group|gang|group|threat actor|actor|dubbed|called|known as|named|alias|security firm|cybersecurity firm|security company|security vendor|researchers at|analysts at|experts at|according to|forum|attributed to|by) ) ?["“”「]?$/i;

/**
 * Joins the mentions that name the same victim, and refuses those that name somebody else: the attacker,
 * a malware family, a vendor, a newsroom, a country.
 */
export function joinEntities(
  doc: Doc,
  mentions: readonly VictimMention[],
): { entities: Entity[]; refused: Refused[] } {
  const refused: Refused[] = [];
  const groups: { names: string[]; mentions: VictimMention[] }[] = [];
  const byName = new Map<string, { names: string[]; mentions: VictimMention[] }>();
  const folded = new Map<string, string>();
  for (const m of mentions) {
    const reason = whyNot(doc, m, folded);
    if (reason !== null) {
      refused.push({ mention: m, reason });
      continue;
    }
    const names = [m.name, ...m.aliases];
    const group =
      byName.get(m.name) ?? groups.find((g) => g.names.some((n) => names.some((x) => sameEntity(n, x))));
    if (group !== undefined) {
      for (const name of names) if (addsName(group.names, name)) group.names.push(name);
      group.mentions.push(m);
      byName.set(m.name, group);
    } else if (groups.length < MAX_ENTITIES) {
      const opened = { names: [...new Set(names)], mentions: [m] };
      groups.push(opened);
      byName.set(m.name, opened);
    }
  }
  // A name that the text mostly gives another part in the story is not its victim.
  const otherPart = refused.filter((r) => r.reason.endsWith('another part'));
  const people = peopleOf(doc.text);
  const kept = groups.filter((g) => {
    const surest = Math.max(...g.mentions.map((m) => m.strength));
    if (surest < 0.85 || g.mentions.every((m) => m.sentence > 0)) {
      const reason = g.names.some((n) => people.has(n.toLowerCase()))
        ? 'a person who speaks'
        : surest < 0.85 && g.names.some((n) => isCalledAttacker(doc.folded, n))
          ? 'the text calls it an attacker'
          : null;
      if (reason !== null) {
        for (const mention of g.mentions) refused.push({ mention, reason });
        return false;
      }
    }
    const against = otherPart.filter((r) => g.names.some((n) => sameEntity(n, r.mention.name))).length;
    const sure = g.mentions.filter((m) => m.strength >= 0.75).length;
    if (against === 0 || against < sure * 2 + (g.mentions.length - sure) * 0.5) return true;
    for (const mention of g.mentions)
      refused.push({ mention, reason: 'the text mostly gives it another part' });
    return false;
  });
  const entities = joinByAlias(doc, kept).map(
    (g, id): Entity => ({
      id,
      names: g.names,
      mentions: g.mentions,
      score: scoreOf(g.names, g.mentions),
      described: g.mentions.every((m) => m.described),
    }),
  );
  return { entities, refused };
}

interface Group {
  readonly names: string[];
  readonly mentions: VictimMention[];
}

/** How many places of one name are looked at for a bracket. */
const MAX_PLACES = 12;

/**
 * Learns the other names that the text gives a victim anywhere, “互联网档案馆(Internet Archive)” or “国民档案馆网站
 * archive.example”, and joins victims that turn out to be one.
 */
function joinByAlias(doc: Doc, groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    for (const name of [...group.names]) {
      for (const alias of aliasesOf(doc, name)) if (addsName(group.names, alias)) group.names.push(alias);
    }
    const known = out.find((g) => g.names.some((a) => group.names.some((b) => nameKey(a) === nameKey(b))));
    if (known === undefined) {
      out.push({ names: [...group.names], mentions: [...group.mentions] });
      continue;
    }
    for (const name of group.names) if (addsName(known.names, name)) known.names.push(name);
    known.mentions.push(...group.mentions);
  }
  return out;
}

const BRACKET_NEXT = /^[”"'’」》]? ?\(([^()\n]{2,60})\)/;
const LATIN_NEXT = /^(?:的)?(?:网站|官网|平台|公司|集团|系统|项目) ?([a-z0-9][a-z0-9.&-]{2,30})(?![a-z0-9])/;

function aliasesOf(doc: Doc, name: string): string[] {
  const { folded, text } = doc;
  const plain = fold(name);
  const out: string[] = [];
  if (plain.length < 2 || plain.length !== name.length) return out;
  let at = folded.indexOf(plain);
  for (let n = 0; at >= 0 && n < MAX_PLACES; n++) {
    const end = at + plain.length;
    const bracket = BRACKET_NEXT.exec(folded.slice(end, end + 64));
    if (bracket?.[1] !== undefined) {
      const from = end + bracket[0].lastIndexOf(bracket[1]);
      const alias = cleanAlias(text.slice(from, from + bracket[1].length));
      if (alias !== null && isOtherName(name, alias)) out.push(alias);
    }
    const latin = HAN.test(plain) ? LATIN_NEXT.exec(folded.slice(end, end + 40)) : null;
    if (latin?.[1] !== undefined) {
      const from = end + latin[0].lastIndexOf(latin[1]);
      const alias = text.slice(from, from + latin[1].length);
      if (/^[A-Z]|\.[a-z]{2,}$/.test(alias)) out.push(alias);
    }
    at = folded.indexOf(plain, end);
  }
  return out;
}

/** A bracket holds another name where it is in the other script, an abbreviation, or shares characters. */
function isOtherName(name: string, alias: string): boolean {
  if (/[。!?;:：]|^(?:[A-Z]{2,6}[:：]|cve|cvss)|\d{3}|市值|股票|纳斯达克|nyse|nasdaq/i.test(alias))
    return false;
  if (HAN.test(name) !== HAN.test(alias)) return HAN.test(alias) ? alias.length <= 16 : /^[A-Z]/.test(alias);
  if (!HAN.test(name)) return /^[A-Z][A-Za-z0-9&.-]{1,9}$/.test(alias);
  return (
    alias.length <= name.length + 8 && [...alias].filter((c) => name.includes(c)).length * 2 >= alias.length
  );
}

const ATTACKER_AFTER =
  /^ ?["”]? ?(?:勒索(?!.{0,3}(?:攻击|事件|受害|软件攻击))|威胁组织|威胁行为|黑客组织|黑客团伙|团伙|犯罪团伙|僵尸网络|恶意软件|木马| ?(?:ransomware|gang|hacking group|threat (?:group|actor)|extortion|malware|botnet|hackers?\b))/;
const ATTACKER_BEFORE =
  /(?:黑客组织|威胁组织|勒索组织|勒索软件组织|团伙|名为|化名|网名|昵称|威胁行为者|黑客|gang|group|hackers?|threat actor|dubbed|alias) ?["“]?$/;

/** True where the text, anywhere, puts a word for attackers beside the name. */
function isCalledAttacker(folded: string, name: string): boolean {
  const plain = fold(name);
  if (plain.length < 3) return false;
  let at = folded.indexOf(plain);
  for (let n = 0; at >= 0 && n < 20; n++) {
    if (ATTACKER_AFTER.test(folded.slice(at + plain.length, at + plain.length + 18))) return true;
    if (ATTACKER_BEFORE.test(folded.slice(Math.max(0, at - 14), at))) return true;
    at = folded.indexOf(plain, at + plain.length);
  }
  return false;
}

const OFFICE_THEN_NAME =
  /(?:官|总裁|创始人|经理|主管|发言人|研究员|分析师|部长|教授|主席|总监|负责人|秘书|律师|专家|工程师|局长|先生|女士) ?([A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,3})/g;
const NAME_THEN_OFFICE =
  /([A-Z][a-z]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,2}),? (?:the |an? )?(?:[\w&’'-]{1,20} ){0,4}?(?:CEO|CISO|CTO|CFO|chief|president|founder|co-founder|director|analyst|researcher|spokesperson|spokesman|spokeswoman|manager|head of|professor|attorney|officer|developer|engineer|architect|journalist|reporter)\b/g;

/** People whom the text names with their office: the whole name and its parts, lower case. */
function peopleOf(text: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const re of [OFFICE_THEN_NAME, NAME_THEN_OFFICE]) {
    for (const m of text.matchAll(re)) {
      const name = (m[1] ?? '').toLowerCase();
      out.add(name);
      for (const part of name.split(' ')) if (part.length > 3) out.add(part);
    }
  }
  return out;
}

/** Atlanta was hit by ransomware: then the city is the victim. */
const OF_PLACE = /-(?:suffers|was-hacked)$/;

/** A word that the text also writes small is no name: Included, Shortcut, Safety. */
function isCommonWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word), n = 0; at >= 0 && n < MAX_PLACES; at = text.indexOf(word, at + 1), n++) {
    if (
      !/[\w.@/-]/.test(text.charAt(at - 1)) &&
      !/[\w@/-]|\.\w/.test(text.slice(at + word.length, at + word.length + 2))
    )
      return true;
  }
  return false;
}

/** File names, rates, and words that need a name beside them to be an organisation. */
const NO_ORGANISATION =
  /^(?:uac|unc|apt|ta|fin|dev|storm|tag|mut|cl-sta|cl-unk|unk)[- ]?[a-z]{0,2}-?\d{1,4}$|\.(?:exe|dll|aspx?|php|jsp|js|py|sh|zip|rar|png|jpe?g|gif|docx?|xlsx?|pdf|txt|json|log|apk)$|\d ?(?:[kmgt]bps|rps|qps)\b|^(?:the )?(?:agency|store|department|ministry|office|company|bank|university|hospital|school|police|court|council|board|city|county|state|house|services?|cent(?:er|re)|committee|commission|authority|bureau|institute|group|team|platform|server|database|website|report|update|page|app|catch|copy|png|oa|i['’](?:ve|m|d|ll)|you|we|our)$|^(?:武器|资源|装备|样本|工具|脚本|木马程序|单位|目标|实体|页面|接口)$/;

function whyNot(doc: Doc, m: VictimMention, folded: Map<string, string>): string | null {
  const plain = folded.get(m.name) ?? fold(m.name).trim();
  folded.set(m.name, plain);
  if (plain.length < 2 || m.name.length > 60) return 'no name';
  if (PLACES.has(plain) || NATIONS_EN.test(plain) || (PLACES_EN.test(plain) && !OF_PLACE.test(m.rule)))
    return 'a country or a product, not an organisation';
  if (/^[A-Z][a-z]{2,20}$/.test(m.name) && knownName(plain) === null && isCommonWord(doc.text, plain))
    return 'a common word with a capital';
  if (NO_ORGANISATION.test(plain)) return 'a file, a rate or a bare office, not an organisation';
  if (/^(?:cve-|\d+(?:\.\d+)*$|\d[\d.]* ?(?:gb|tb|mb|pb|k|m)\b)/.test(plain))
    return 'a number or an identifier';
  for (const lexicon of NOT_A_VICTIM) {
    // Twitter and Telegram are words for data too; a capital says that the firm is meant.
    if ((lexicon === 'data_class' || lexicon === 'attack_type') && !HAN.test(plain)) continue;
    const size = (m.end - m.start) * 0.6;
    const overlap = termsIn(doc, lexicon, m.start - 12, m.end + 12).find(
      (t) => Math.min(t.end, m.end) - Math.max(t.start, m.start) >= size,
    );
    if (
      overlap !== undefined &&
      (m.strength < 0.85 || lexicon === 'gang' || lexicon === 'group') &&
      !isHitItself(doc, m)
    )
      return `the ${overlap.lexicon} ${overlap.id}`;
  }
  if (termsIn(doc, 'country', m.start, m.end + 1).some((t) => t.end - t.start >= m.end - m.start)) {
    return 'a country';
  }
  const after = doc.text.slice(m.end, m.end + 16);
  const before = doc.text.slice(Math.max(0, m.start - 24), m.start);
  if (
    ROLE_AFTER.test(after) &&
    !/^ ?(?:漏洞(?:泄|被|遭)|报告称)/.test(after) &&
    !isHitItself(doc, m) &&
    !isAttackOn(doc, m)
  )
    return 'what follows gives it another part';
  if (ROLE_BEFORE.test(before)) return 'what precedes gives it another part';
  const bystander = bystanderOf(plain);
  if (
    bystander !== null &&
    !(
      m.strength >= 0.85 ||
      (bystander === 'vendor' && m.sentence === 0 && m.strength >= 0.65) ||
      (bystander === 'platform' && m.strength >= (m.sentence === 0 ? 0.6 : 0.85))
    )
  )
    return `a ${bystander}`;
  return null;
}

const HIT_RULE = /-(?:suffers|was-hit|was-hacked)$/;
const OWN_WORDS =
  /^[ '’s]{0,3}(?:(?:勒索(?:软件|病毒)?|团伙|组织|集团|僵尸网络|黑客|编译器|构建器|生成器|网站|论坛|的|暗网|泄露|数据|源代码|后台|ransomware|gang|group|operation|botnet|hacking|forum|dark web|leak|site|infrastructure|builder|panel|has|was|been|is|recently|itself|被|遭) ?){0,6}$/;

/** 3CX 黑客攻击, X 供应链攻击: the attack bears the name of whom it hit. */
function isAttackOn(doc: Doc, m: VictimMention): boolean {
  return (
    /-(?:attack-that|heading|incident-of)$/.test(m.rule) &&
    m.eventStart - m.end <= 1 &&
    /^(?:的)?(?:黑客|供应链)(?:攻击|事件)/.test(doc.folded.slice(m.eventStart, m.eventEnd))
  );
}

/** “X breached Y” is no such verb, “X breached” at the end of a title is one. */
const PASSIVE =
  /^(?:is|was|were|been|got|gets|get|suffer|fell|falls|sustained|hit by|遭|被|成为|沦为|惨遭)|^(?:hacked|breached|pwned)(?:$| ?[-:.!|,])/;

/** “The X gang suffered a breach”: an attacker of whom the verb says so is the one that was hit. */
function isHitItself(doc: Doc, m: VictimMention): boolean {
  return (
    HIT_RULE.test(m.rule) &&
    m.eventStart >= m.end &&
    PASSIVE.test(doc.folded.slice(m.eventStart, m.eventEnd + 3)) &&
    OWN_WORDS.test(doc.folded.slice(m.end, m.eventStart))
  );
}

function scoreOf(names: readonly string[], mentions: readonly VictimMention[]): number {
  let score = 0;
  for (const m of mentions) score = Math.max(score, m.strength);
  const hits = mentions.filter((m) => m.strength >= 0.5);
  if (hits.some((m) => m.sentence === 0)) score += 0.4;
  if (hits.length > 1) score += 0.15;
  if (hits.length > 3) score += 0.1;
  if (names.some((n) => knownName(fold(n)) !== null)) score += 0.05;
  return hits.length === 0 ? Math.min(score, 0.45) + (mentions.length > 1 ? 0.1 : 0) : score;
}
