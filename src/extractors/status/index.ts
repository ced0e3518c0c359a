import type { IncidentStatus } from '../../model/index.js';
import type { SentenceScope } from '../engine/scope.js';
import type { Doc } from '../engine/types.js';

/** The status of an incident with the sentence that decided it. */
export interface StatusReading {
  readonly value: IncidentStatus;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

const DENIES =
  /否认(?!.{0,8}(?:支付|责任))|辟谣|不属实|没有(?:被|遭|发生).{0,8}(?:入侵|攻击|黑客)|并未(?:被|遭|发生).{0,8}(?:入侵|攻击)|未发现.{0,10}(?:入侵|泄露|被攻破).{0,6}(?:迹象|证据)|\bden(?:y|ies|ied)\b(?! access)(?!.{0,80}(?:result of|liab|wrongdoing|responsib|negligen|shortcoming))|\bno evidence (?:of|that)[^.]{0,30}(?:breach|compromis|hack)|\brefut(?:es|ed)\b|\bwas not (?:breached|hacked|compromised)\b|\bsmentisc|\bha smentito\b/;

/** The victim or an authority says so. */
const CONFIRMS =
  /(?:确认|证实|承认|披露|公告|通报|致歉|道歉|通知(?:了)?(?:其|受影响|客户|用户)|报告称|表示(?!怀疑)|声明|发言人|透露|宣布|发布(?:声明|公告|通知)|发推|推文|警方|法院|检察|司法部|监管|罚款|判处|认罪|起诉)|\b(?:confirm(?:s|ed)|disclos(?:es|ed)|admit(?:s|ted)|acknowledg(?:es|ed)|notif(?:ies|ied|ying)|announc(?:es|ed)|said in a (?:statement|filing|notice|letter)|filing|spokes\w+|statement|told|letter|regulator|settle|fine[ds]?|court|police|prosecutors|attorney general|sec filing|according to the company|informed)\b|\bha(?:nno)? (?:confermato|comunicato|annunciato|ammesso|dichiarato)\b|公表|発表|お知らせ|お詫び/;

const NOT_CONFIRMED =
  /(?:尚未|未|没有|并未|还未|拒绝|暂未|仍未)[^,。;]{0,12}(?:确认|证实|承认|回应|公开|置评|评论|表态|披露)|\b(?:not|yet to|has not|have not|hasn['’]t|did not|declined to|refused to|unable to|could not)\b[^.]{0,20}\b(?:confirm|comment|respond|acknowledg|verif)|unverified|unconfirmed|未经证实|无法证实|真实性/;

const TOLD_EVENT =
  /攻击|入侵|泄[露漏]|外泄|事件|窃取|被盗|失窃|黑客|故障|中断|breach|attack|incident|hack|ransom|leak|stolen|unauthori|compromis|outage|violazione|attacco|不正アクセス|漏えい|流出/;

/** Words that settle it. */
const SETTLES =
  /确认|证实|承认|通报|致歉|道歉|通知|认罪|判处|罚款|和解|confirm|acknowledg|admit|disclos|notif|settle|fined|pleaded|filing|公表|発表|お詫び|confermato|ammesso|comunicato/;

/** Who may confirm: the victim by any of its names or by 该公司, or an authority. */
const STANDS_FOR_VICTIM =
  /该(?:公司|机构|组织|银行|医院|平台|网站|集团|企业|校|行|市|局|国|基金)|公司(?:已|称|表示|确认|发布|证实|方面)|发言人|警方|法院|检察|司法部|监管|委员会|罚款|和解|我们|\b(?:the (?:company|firm|organi[sz]ation|airline|bank|hospital|agency|university|retailer|city|county|provider|group)|spokes\w+|we |our |police|court|regulator|attorney general|prosecutors|filing|letter|notice)\b|当社|弊社|同社|società|azienda/;

const ATTACKER_SPEAKS =
  /(?:黑客|威胁|团伙|攻击者|勒索|帮派|卖家|论坛)[^,。;]{0,24}(?:表示|宣布|声明|称|公布|透露)|\b(?:hackers?|gang|actors?|attackers?|group)\b[^,.;]{0,30}\b(?:said|told|announced|posted|statement)\b/;

function isOfVictim(printed: string, folded: string, names: readonly string[]): boolean {
  if (ATTACKER_SPEAKS.test(folded)) return false;
  if (STANDS_FOR_VICTIM.test(folded)) return true;
  const verb = CONFIRMS.exec(folded)?.index ?? 0;
  return names.some((n) => {
    const at = printed.lastIndexOf(n, verb);
    return at >= 0 && verb - at - n.length <= SUBJECT_REACH;
  });
}

/** How far before its verb a subject is looked for, in UTF-16 units. */
const SUBJECT_REACH = 60;

/** Hearsay: the press says so, nobody stands for it. */
const HEARSAY =
  /据(?:报道|称|传|悉|当地媒体|外媒|媒体)|据称|所谓的?|\breportedly\b|\ballegedly\b|\bsecondo (?:quanto|alcune fonti)/;

const SUSPECTS =
  /疑似|疑(?=遭|被|为|因|发生)|怀疑|恐(?:遭|已)|\bsuspected\b|\bpossible (?:breach|attack|cyber)|\bmay have (?:been|suffered)\b|\bappears to (?:be|have)\b|可能(?:遭|被|受)/;

const THIRD_PARTY =
  /(?:研究人员|研究员|安全公司|网络安全公司|安全专家|专家|分析师|安全团队|威胁情报)[^,。;]{0,30}(?:发现|称|表示|声称|指出|披露|透露)|\bresearchers?\b[^.]{0,40}\b(?:found|discovered|said|reported|identified|uncovered|claim)|\baccording to (?:researchers|security|cyber)/;

/**
 * Settles how sure an incident is from the sentences that tell of it.
 *
 * `denied` where the victim denies and nothing confirms; `confirmed` where the victim or an authority says so
 * or the text states it plainly; `suspected` where only a suspicion is voiced; `claimed` where it rests on the
 * attacker, a researcher or hearsay.
 *
 * @param names the victim’s names as the article prints them
 * @param sentences indexes, in order; the first tells the incident
 */
export function statusOf(
  doc: Doc,
  folded: string,
  scopes: readonly SentenceScope[],
  sentences: readonly number[],
  names: readonly string[],
): StatusReading {
  let confirmed: number | null = null;
  let settled: number | null = null;
  let claimed: number | null = null;
  let third: number | null = null;
  let suspected: number | null = null;
  let denied: number | null = null;
  let plain: number | null = null;
  let hearsay: number | null = null;
  let open: number | null = null;
  for (const i of sentences) {
    const s = doc.sentences[i];
    const scope = scopes[i];
    if (s === undefined || scope === undefined || scope.background) continue;
    const text = folded.slice(s.start, s.end);
    if (DENIES.test(text)) denied ??= i;
    else if (NOT_CONFIRMED.test(text)) open ??= i;
    else if (scope.claimed) claimed ??= i;
    else if (THIRD_PARTY.test(text)) third ??= i;
    else if (HEARSAY.test(text)) hearsay ??= i;
    else if (CONFIRMS.test(text) && TOLD_EVENT.test(text) && isOfVictim(s.text, text, names)) {
      if (SETTLES.test(text)) settled ??= i;
      confirmed ??= i;
    }
    if (SUSPECTS.test(text)) suspected ??= i;
    else if (!scope.hedged && !scope.claimed && plain === null) plain = i;
  }
  const first = sentences[0] ?? 0;
  const at = (i: number | null, value: IncidentStatus, rule: string): StatusReading => {
    const s = doc.sentences[i ?? first];
    return { value, start: s?.start ?? 0, end: s?.end ?? 0, rule: `status/${rule}` };
  };
  // What only a speaker's word could confirm does not outweigh a doubt that the text opens with.
  const doubted = [suspected, claimed, third].some((i) => i !== null && i <= first + 1);
  if (doubted) confirmed = settled;
  if (denied !== null && (confirmed === null || denied <= first + 2)) return at(denied, 'denied', 'denial');
  if (open !== null && claimed !== null && confirmed === null)
    return at(claimed, 'claimed', 'attacker-says-unconfirmed');
  if (suspected !== null && suspected <= first + 1 && confirmed === null)
    return at(suspected, 'suspected', 'suspicion');
  if (confirmed !== null) return at(confirmed, 'confirmed', 'said-so');
  if (claimed !== null && claimed <= first + 5) return at(claimed, 'claimed', 'attacker-says');
  if (hearsay !== null && hearsay === first) return at(hearsay, 'claimed', 'hearsay');
  if (third !== null && third <= first + 3) return at(third, 'claimed', 'third-party-says');
  if (suspected !== null && plain === null) return at(suspected, 'suspected', 'suspicion');
  return at(plain, 'confirmed', 'stated-plainly');
}
