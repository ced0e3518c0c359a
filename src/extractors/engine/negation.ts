/**
 * Negation of one clause. All patterns read folded text and are meant for a clause, not for a page: they hold
 * no unbounded repetition.
 */

/** 未 that negates nothing that happened: 未经授权, 未知, 未来, 未能保护. */
const ZH_NOT_NEGATION =
  /未受(?:到)?(?:适当|妥善|充分|有效)?(?:保护|加密|限制|信任)|不受(?:保护|限制|信任|控制|欢迎)|未经|未授权|未获授权|未知|未来|未成年|未公开的|未加密|未修[复补]|未打补丁|未支付|未能(?:及时|妥善|合理|有效|充分|保护|防止|采取|履行|遵守|按|对)|(?:没有|没能|未)(?:及时|采取|对此|立即|回应|透露|公布|公开|说明|披露|指明|具体)|不仅|不但|不止|不只|不限于|不局限于|不明|不法|不少|不同|不断|不久|不当|不良|不安全|不得不|不排除|不确定|尚不清楚|无法(?:确定|确认|排除|估计)|无疑|无需(?:密码|身份|认证)|无论|未必|前所未有|从未有过|史无前例/g;

const ZH_NEGATION =
  /未(?:造成|导致|引发|受|被|遭|涉及|包含|包括|泄|波及|影响|发现|访问|曾|有|出现|触及|触碰|获取|存储|保存|见|丢失|记录|收集|窃取)|不(?:会导致|会造成|包括|包含|含有|含|涉及|会泄|会受|会影响|受影响|受到|存储|保存|储存|保留|在(?:此|受|泄|其)|属于|影响|涵盖)|没有(?:造成|导致|被|受|泄|影响|涉及|包含|包括|访问|证据|迹象|发现|任何|暴露|存储|获取|丢失|遭|迹象|出现|客户|用户|人|其他|个人|敏感|财务|信用|密码|支付)|并(?:未|没有|无|不)|尚未|从未|均未|仍未|暂未|也未|无(?:证据|迹象|任何|关)|排除(?!了?可能)|否认|不受|免受影响|毫发无损|安全无虞|是安全的|(?:保持|仍然|依然|仍)(?:安全|完好)|除.{1,24}(?:之外|以外)/;

const EN_NOT_NEGATION =
  /\b(?:(?:do|does|did|is|are|was|were)(?:n't| not) [^.;,]{0,40}(?:by accident|by mistake|accidentally|by chance)|(?:do|does|did|is|are|was|were)n't (?:just|only|merely|simply)|not (?:merely|simply)|not (?:publicly )?(?:discovered|found|found out|detected|noticed|identified|known|made public|realized|realised|until|recogni[sz]ed)(?: until| for)?|not only|no longer|not just|not limited to|no later than|no fewer than|no less than|not (?:yet )?(?:immediately |publicly |been )?(?:disclosed?|say|said|specif(?:y|ied)|provided?|respond(?:ed)?|reveal(?:ed)?|clear|known|confirm(?:ed)?|share[d]?|name[d]?|identif(?:y|ied)|comment(?:ed)?|determined|stated?|notified|encrypted|aware|sure|surprising|uncommon|unusual|patched)|(?:did|does|do|has|have|had|was|were|is|are)(?: not|n't) (?:disclosed?|say|said|specif(?:y|ied)|provided?|respond(?:ed)?|reveal(?:ed)?|confirm(?:ed)?|share[d]?|name[d]?|comment(?:ed)?|clear|known|encrypted|properly|adequately|pay|paid)|can(?:not|'t) be ruled out|not rule[d]? out|no doubt|no response|no comment|without (?:authori[sz]ation|permission|authentication|a password|password protection|any authentication|consent|proper|adequate|requiring)|no password|no authentication|no ransom|(?:with )?no salt|without (?:a )?salt)\b/g;

const EN_NEGATION =
  /\b(?:no (?:evidence|indication|signs?|reason to believe|suggestion|proof|impact)|(?:did|does|do|was|were|is|are|has|have|had|could|would|will|should|can)(?: not|n't)\b[^.;]{0,60}?\b(?:includ|contain|involv|affect|impact|expos|access|compromis|stolen|steal|leak|stor(?:e|ing)|held|hold|obtain|taken|take|acquir|disclosed|view|breach|part of|at risk|believ|present|lost|appear|retain|collect|targeted|seen|reveal|captur|kept|keep|touch|visible|shared|released|extract|exfiltrat)\w{0,8}|(?:was|were|is|are|been) never (?:exposed|accessed|stored|compromised|affected)|not (?:affected|impacted|compromised|exposed|accessed|included|involved|stolen|leaked|stored|believed|at risk|part of)|unaffected|unharmed|remain(?:s|ed)? (?:safe|secure|unaffected|protected)|(?:is|are|was|were) (?:safe|secure)|neither|nor|excluding|excludes?|excluded|with the exception of|except(?: for)?|other than|rather than|instead of|den(?:y|ies|ied) that)\b|\bno\b[^.;,]{1,60}\b(?:was|were|is|are|has been|have been|had been|been)\b|\b(?:exposed|accessed|stole|obtained|included|compromised|contained|involved|leaked|lost) no\b|\bnot (?:a single|any)\b|\bnone of (?:the|their|its|our)\b|\bwithout (?:any |the )?(?:name|password|email|financial|payment|personal|credit|social)/;

const JA_NEGATION =
  /(?:含ま|保有して|保存して|保持して|流出して|漏[え泄]いして|漏えいして|漏泄して|确认され|影響は|被害は|该当し|阅览され)(?:ない|れてい?ない|れておら|おりません|おらず|いません|いない|ません|ておらず|ず)|含まれて(?:いない|おらず|おりません|いません)|含まれ(?:ない|ません|ず)|(?:事実|形迹|痕迹|被害|影響|流出|漏えい|漏泄)(?:は|も)?(?:なく|ない|ありません|确认され(?:ていない|ておらず|ていません|ておりません|ず))|除く|除き/;

const IT_NEGATION =
  /\bnon (?:sono|è|risulta(?:no)?|ha(?:nno)?|include(?:ono)?|includono|contengono|contiene|contenevano|comprend|sarebbero|sarebbe|risultano|vi sono|ci sono|sembra(?:no)?|riguarda(?:no)?|erano|era|coinvolge)|\bnessun[aoe']?\b|\besclus[aoie]\b|\bsenza (?:includere|coinvolgere)|\bad eccezione\b|\bma non\b/;

const MARKERS = /[\u4e00-\u9fff]/;
const KANA = /[\u3040-\u30ff]/;

/**
 * Whether a clause says that what it names was *not* hit: 未受影响, 不包括, was not accessed, 含まれていない,
 * non sono stati. Negations that deny something else (未经授权, did not disclose, not only) are left out.
 *
 * @param clause one clause, folded (text/fold.ts)
 */
export function isNegated(clause: string): boolean {
  if (KANA.test(clause) && JA_NEGATION.test(clause)) return true;
  if (MARKERS.test(clause)) {
    if (ZH_NEGATION.test(clause.replace(ZH_NOT_NEGATION, ' '))) return true;
  }
  if (/[a-z]{2}/.test(clause)) {
    if (EN_NEGATION.test(clause.replace(EN_NOT_NEGATION, ' '))) return true;
    if (IT_NEGATION.test(clause)) return true;
  }
  return false;
}
