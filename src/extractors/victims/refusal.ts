import { fold } from '../../text/fold.js';
import { termsIn } from '../engine/lexicon.js';
import type { Doc } from '../engine/types.js';
import { bystanderOf } from './bystanders.js';
import { knownName } from './known-names.js';
import { HAN } from './names.js';
import type { VictimMention } from './types.js';
import { PLACES_ZH } from './zh-words.js';

const PLACES = new Set(PLACES_ZH);

/** How many places of one word are looked at. */
const MAX_PLACES = 12;

/** Lexicons whose terms are no victims. */
const NOT_A_VICTIM = ['gang', 'group', 'family', 'data_class', 'attack_type'] as const;

const NATIONS_EN =
  /^(?:north|south|east|west|southeast asia|east asia|south asia|u\.?s\.?a?|u\.?k|eu|america|russia|china|iran|israel|ukraine|north korea|south korea|korea|japan|india|germany|france|italy|spain|poland|canada|australia|taiwan|europe|asia|africa|middle east|latin america|united states|united kingdom|republicans?|democrats?|moscow|beijing|kremlin|washington|tehran|pyongyang|western|internet|web|windows|android|ios|macos|linux|apple ios|docker|kubernetes|microsoft windows|active directory|microsoft exchange|exchange server|chrome|firefox|wordpress|office 365|microsoft 365|telegram bot|python|javascript|node|tor|bitcoin|ethereum|monero|raas|maas|ttps?|iocs?|sql server|cve-.*|ms-?sql|微软 sql|microsoft sql|.*\b(?:apis?|urls?|sdk|bug|seo|ttps?|lnk|eoa|nfts?)|esxi|vmware esxi|smb|rdp|ssh|http|https|dns|vpn|pc|mac|usb|gpt|chatgpt|llms?|ai|ml|nft|nfts|defi|web3|powershell|excel|word|pdf|active|telnet|github actions|it|ot|ics|scada|plc|plcs|iot)$/;

/** States and cities that stand for no organisation by themselves. */
const PLACES_EN =
  /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|london|manchester|chester|paris|berlin|madrid|barcelona|rome|milan|vienna|zurich|geneva|amsterdam|brussels|copenhagen|stockholm|oslo|helsinki|warsaw|prague|budapest|kyiv|istanbul|tel aviv|jerusalem|dubai|mumbai|delhi|new delhi|bangalore|tokyo|osaka|seoul|taipei|hong kong|shanghai|shenzhen|sydney|melbourne|toronto|montreal|vancouver|chicago|boston|seattle|atlanta|houston|dallas|denver|miami|los angeles|san francisco|san diego|las vegas|philadelphia|england|scotland|wales|northern ireland|tbilisi|silicon valley)$/;

/** Words right after or before a name that give it another part in the story. */
const ROLE_AFTER =
  /^(?: ?(?:勒索软件|勒索病毒|勒索组织|勒索团伙|恶意软件|木马|僵尸网络|黑客组织|黑客团伙|黑客|团伙|病毒|后门|窃密|窃取程序|漏洞|研究人员|研究员|安全团队|安全公司|实验室|的研究人员|的安全研究|威胁情报|披露报告|分析师)|['’]s? (?:[a-z]{3,12} ){0,3}(?:claims?|boasts?|leak site)\b| (?:ransomware|malware|botnet|trojan|backdoor|stealer|infostealer|rat|gang|group|hackers?|hacking group|hacking team|threat actors?|researchers?|analysts?|vulnerability|flaw|exploit|campaign|operators?|affiliates?|worm|loader|rootkit|spyware|virus|wiper|leak site|report|apt)\b)/i;
const ROLE_BEFORE =
  /(?:黑客组织|黑客团伙|勒索软件组织|勒索软件团伙|勒索组织|勒索团伙|勒索软件|恶意软件|威胁组织|威胁行为者|威胁者|木马|僵尸网络|安全公司|安全厂商|安全研究机构|网络安全公司|情报公司|安全研究员|研究员|研究人员|名为|叫做|代号|化名|漏洞|外媒|媒体|论坛|(?:ransomware|malware|trojan|botnet|hackers?|hacker group|gang|group|threat actor|actor|dubbed|called|known as|named|alias|security firm|cybersecurity firm|security company|security vendor|researchers at|analysts at|experts at|according to|forum|attributed to|by) ) ?["“”「]?$/i;

const ATTACKER_AFTER =
  /^ ?["”]? ?(?:勒索(?!.{0,3}(?:攻击|事件|受害|软件攻击))|威胁组织|威胁行为|黑客组织|黑客团伙|团伙|犯罪团伙|僵尸网络|恶意软件|木马| ?(?:ransomware|gang|hacking group|threat (?:group|actor)|extortion|malware|botnet|hackers?\b))/;
const ATTACKER_BEFORE =
  /(?:黑客组织|威胁组织|勒索组织|勒索软件组织|团伙|名为|化名|网名|昵称|威胁行为者|黑客|gang|group|hackers?|threat actor|dubbed|alias) ?["“]?$/;

/** True where the text, anywhere, puts a word for attackers beside the name. */
export function isCalledAttacker(folded: string, name: string): boolean {
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
export function peopleOf(text: string): ReadonlySet<string> {
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
  /^(?:uac|unc|apt|ta|fin|dev|storm|tag|mut|cl-sta|cl-unk|unk)[- ]?[a-z]{0,2}-?\d{1,4}$|\.(?:exe|dll|aspx?|php|jsp|js|py|sh|zip|rar|png|jpe?g|gif|docx?|xlsx?|pdf|txt|json|log|apk)$|\d ?(?:[kmgt]bps|rps|qps)\b|^(?:the )?(?:agency|store|department|ministry|office|company|bank|university|hospital|school|police|court|council|board|city|county|state|house|services?|cent(?:er|re)|committee|commission|authority|bureau|institute|group|team|platform|server|database|website|report|update|page|app|i['’](?:ve|m|d|ll)|you|we|our)$|^(?:武器|资源|装备|样本|工具|脚本|木马程序|单位|目标|实体|页面|接口)$/;

export function whyNot(doc: Doc, m: VictimMention, folded: Map<string, string>): string | null {
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
  if (ROLE_BEFORE.test(before) && !m.rule.endsWith('components-affected'))
    return 'what precedes gives it another part';
  const bystander = bystanderOf(plain);
  if (
    bystander !== null &&
    !m.rule.endsWith('components-affected') &&
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
