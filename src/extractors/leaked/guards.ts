import type { DataClass } from '../../model/index.js';
import { isInAddress } from '../engine/lexicon.js';
import type { Doc, Sentence, TermHit } from '../engine/types.js';

/** What follows a term that names an authority, a law or a firm: 个人信息保护委员会, “Health Information Sharing Center”. */
const IN_A_NAME =
  /^(?:的?保护(?!伞)|(?:安全|隐私|共享|交换|管理|技术|监管|科技)(?:与|和|及)?(?:分析|保护|管理|监督|监管|技术)?(?:委员会|委|中心|局|法(?!律)|办公室|协会|学会|条例|规定|公司|集团|学院|大会|峰会))|^ (?:protection|privacy|security|sharing|exchange)(?: and [a-z]+)? (?:act|acts|commission|commissioner|authority|laws?|regulations?|office|board|centers?|centres?|agency|directive|officer|team|company|firm|standards?)\b/;

/** 用户数据中心, 客户信息系统, 个人信息处理者: a place, a machine or a duty, no data. */
const OF_A_SYSTEM =
  /^(?:中心|平台|系统|安全|处理(?!的|过)|技术|架构|主体|管理|服务器|治理|合规|出境|跨境|窃取(?:程序|器|木马|软件|恶意)|分析(?:师|平台|公司))/;

/** Whether a term is the whole of what is said: not 银行数据 in 银行数据库, nor part of a name (“Prudential Financial data”). */
export function isWhole(doc: Doc, hit: TermHit): boolean {
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

const VERB_BEFORE =
  /(?:泄[露漏]|泄密|窃取|盗取|盗走|窃走|偷走|外泄|拖走)(?:了)?[^,。;、]{0,20}$|(?:泄[露漏]|窃取|盗取|盗走|偷走|偷取|获取|访问|下载|暴露|公开|公布|出售|拖走|曝光|拷贝|复制|导出|丢失|发布|窃走|获得|掌握|包括|包含|涉及|含有)(?:了|到|其|该|的)?(?:[^,。;、]{0,10}(?:名|个|份|条|的|万|亿|gb|tb|量|部分|些|相关|约|超过|客户|用户|员工|公司|内部|敏感|企业))?[^,。;、]{0,4}$|\b(?:exposed|stole|stolen|leaked|accessed|obtained|dumped|exfiltrated|included|including|include|includes|contained|containing|contains|compromised|theft of|stealing|took|published|exposing|leaking|compromise of|exposure of|leak of|loss of|access to|breach of|downloaded|copied|involved|lost|acquired|posted|sale of|selling)\b(?: (?!and\b|by\b|with\b|from\b|after\b|that\b|which\b|who\b|to\b|in\b|on\b|at\b|as\b|for\b)[a-z0-9’'$-]{1,20}){0,6} ?$/;
const VERB_AFTER =
  /^(?:也|均|都|已|全部|可能|或|等|信息|数据){0,3}(?:被|遭|遭到|已|外泄|泄[露漏](?!了)|失窃|曝光(?!了)|暴露(?!了)|丢失|流出|漏えい|漏泄)(?:被|遭|到)?(?:泄|盗|窃|公开|访问|出售|获取|外泄|曝光|暴露|下载|加密)?|^(?: (?!and\b|by\b|with\b|from\b)[a-z]{1,14}){0,3} (?:were|was|have been|has been|been|being|are|had been)\b[^,.;]{0,24}\b(?:stolen|leaked|exposed|accessed|taken|compromised|published|obtained|exfiltrated|disclosed|dumped|viewed|copied|downloaded|acquired)/;

/** Whether a term is itself what was stolen: 窃取了…源代码, the documents were stolen. */
export function isObject(doc: Doc, sentence: Sentence, hit: TermHit): boolean {
  const before = doc.folded.slice(Math.max(sentence.start, hit.start - 70), hit.start);
  const after = doc.folded.slice(hit.end, Math.min(sentence.end, hit.end + 70));
  return VERB_BEFORE.test(before) || VERB_AFTER.test(after);
}

/** Files that carry an attack in, and papers of a court or an authority that tell of it. */
const LURE_OR_PAPER =
  /(?:恶意|伪装成|附件|钓鱼|诱饵|伪造|虚假|假冒|带有后门|投递|上传|执行|打开|提交|递交|呈交|法庭|法院|监管|备案|申报|起诉|根据|依据)[^,。;、]{0,26}$|(?:这|那|该|上述|以下)[^,。;、]{0,5}$|[两三四五六几]个$|\b(?:malicious|lure|decoy|weaponi[sz]ed|phishing|attached|court|legal|filing|according to|filed|submitted|sec|regulatory|disguised)\b[^,.;]{0,24}$/;
const TELLS =
  /^(?:中)?(?:显示|称|表示|指出|披露|透露|说(?!明书)|证实|写道|要求)|^s? (?:shows?|showed|says?|said|reveals?|revealed|states?|stated|describes?|described|alleges?|filed|submitted|obtained by (?:the )?[a-z])\b/;

/** Whether a file is the lure of an attack, or a paper that tells of one. */
export function isSourceOrLure(doc: Doc, sentence: Sentence, hit: TermHit): boolean {
  const before = doc.folded.slice(Math.max(sentence.start, hit.start - 40), hit.start);
  const after = doc.folded.slice(hit.end, Math.min(sentence.end, hit.end + 40));
  if (/(?:泄[露漏]|窃取|被盗|外泄|流出|leaked|stolen|hacked|exposed)[^,。;、.]{0,10}$/.test(before))
    return false;
  return LURE_OR_PAPER.test(before) || TELLS.test(after);
}

/** What opens a door: stolen of one person it is the way in, not what came out. */
export const KEYS: ReadonlySet<DataClass> = new Set<DataClass>([
  'passwords',
  'credentials_secrets',
  'usernames',
]);
const ONE_PERSON_AFTER =
  /^s? (?:from|of|belonging to) (?:an?|one|a single) [^.,;]{0,30}\b(?:employee|admin(?:istrator)?|contractor|staff(?:er)?|developer|vendor|worker|engineer|supplier|partner)\b/;
const ONE_PERSON_BEFORE =
  /(?:一名|一位|某名|某位|一个|单个)(?:前|第三方)?(?:员工|雇员|管理员|承包商|开发者|开发人员|工程师|供应商|合作伙伴)(?:账[号户])?的?[^,。;]{0,6}$|\b(?:an?|one) (?:[a-z]+ ){0,2}(?:employee|admin(?:istrator)?|contractor|developer|vendor|worker|engineer|supplier|partner)'s? [^,.;]{0,24}$/;

/** Whether a key was taken from one person, to get in by. */
export function isWayIn(doc: Doc, sentence: Sentence, hit: TermHit): boolean {
  return (
    ONE_PERSON_BEFORE.test(doc.folded.slice(Math.max(sentence.start, hit.start - 60), hit.start)) ||
    ONE_PERSON_AFTER.test(doc.folded.slice(hit.end, Math.min(sentence.end, hit.end + 60)))
  );
}
