import { termsIn } from '../engine/lexicon.js';
import type { Candidate, Doc, FactRule, TermHit } from '../engine/types.js';

type Found = Candidate<'country'>;

/** Kinds of organisation: a country before one of these is the organisation's. Folded text just after the name. */
const ORGANISATION_AFTER =
  /^(?:的)?(?:又|另)?一(?:家|所|个)[^。;!?\n]{0,40}?(?:公司|集团|银行|医院|大学|机构|组织|企业|平台|运营商|供应商|制造商|零售商)|^[^,。;、!?:\n]{0,14}?(?:公司|巨头|集团|银行|央行|医院|大学|学院|学校|政府|机构|运营商|制造商|零售商|开发商|供应商|服务商|提供商|生产商|承包商|航空|机场|企业|平台|交易所|组织|协会|委员会|议会|部门|国防部|外交部|司法部|卫生部|内政部|财政部|教育部|警察|警局|港口|铁路|电网|电力|邮政|电信|电视台|媒体|报社|保险|医疗|学区|市|县|州|郡|血液中心|中心|基金|法院|系统|网站|工厂|零售|品牌|超市|酒店|赌场|俱乐部|党|竞选|用户|客户|公民|居民|选民|患者|纳税人|民众|市民|消费者|官员|大臣|公务员|军方|军队|律所|事务所|有轨电车|内容平台|社区|厂商|实体|受害者)|^['’]?s?(?:[- ](?:based|area|headquartered|owned|listed))?(?: [a-z0-9&'’-]{1,18}){0,4}? (?:company|companies|firm|firms|giant|giants|bank|banks|hospital|hospitals|university|universities|college|school|schools|government|agency|agencies|ministry|department|retailer|retailers|airline|airlines|airport|insurer|lender|carrier|operator|provider|maker|manufacturer|developer|group|organi[sz]ation|council|city|county|state|police|court|utility|telco|telecom|telecommunications|network|chain|supermarket|brand|exchange|startup|platform|service|services|site|website|newspaper|broadcaster|media|publisher|parliament|party|army|military|navy|embassy|port|railway|rail|clinic|clinics|center|centre|system|district|association|union|charity|nonprofit|foundation|institute|customers|users|citizens|residents|patients|voters|students|taxpayers|business|biz|contractor|supplier|subsidiary|branch|arm|unit|automaker|carmaker|brewer|gambling|entity|entities|victims|headquarters|agency's|ordnance|embassies|officials|lawmakers|restaurants?|drugmaker|pharmacy)\b/;

/** “位于…的”, “based in …”. Folded text just before the name. */
const SITE_BEFORE =
  /(?:总部位于|总部设在|总部在|位于|坐落于|坐落在|设在|地处|来自|在|驻|所在地为|总部设于|总部设立于)\s?$|\b(?:based|headquartered|located|operates|operating|incorporated|headquarters|founded|hospitals?|clinics?|schools?|banks?|university|city|county|company|companies|firms?|league|providers?|insurers?|retailers?|airlines?|residents|customers|people|offices?) (?:in|of|from|across|throughout) (?:the )?(?:[a-z]{2,14}, )?$|\bacross (?:the )?$|, $/;

/** Who attacked, investigates or reports: not the victim's country. */
const NOT_VICTIM =
  /^[^,。;、\n]{0,8}?(?:黑客|攻击者|威胁|威胁行为者|情报|间谍|联邦调查局|司法部(?:宣布|起诉|指控|表示|称)|网络安全和基础设施|网络安全局|安全局|国家安全|国土安全|证券交易委员会|证交会|当局|执法|警方|检方|证券交易所|攻击组织|信号局|军团|.it军团|检察|法官|法院|监管|数据保护|网络犯罪|国籍|男子|女子|公民(?:被|因)|籍|政府支持|国家支持|国家黑客|国家资助|背景|媒体报道|外媒|网络安全公司|安全公司|安全厂商|研究人员|研究员|专家|论坛|语|时间|元|人|支持|亲|与|和|组织(?:声称|宣称)|特勤|总统|能源信息署|网络司令部|联邦贸易委员会|联邦通信委员会|参议|众议)|^['’]?s?(?:[- ](?:linked|backed|aligned|speaking|sponsored|affiliated|nexus|language|based (?:hacker|group|gang|threat|cybersecurity|security|researcher)))|^['’]?s?(?: [a-z-]{1,14}){0,2}? (?:hackers?|hacker|threat|cybercriminals?|state|apt|espionage|spies|spy|intelligence|cyber(?:security)? (?:agency|command|firm|company|researchers?)|attorney|attorneys|prosecutors?|authorities|regulators?|national|nationals|citizen|man|woman|court|judge|justice|department of justice|doj|treasury|secret service|securities|sec\b|law enforcement|researchers?|security researchers?|dollars?|language|forum|military intelligence|president|gang|group (?:known|called)|actor|actors|hacktivists?|teen|data protection|information commissioner|ransomware|cybercrime|cybersecurity and infrastructure|federal trade|cisa)\b/;

const NOT_BEFORE =
  /(?:亲|疑似|反|与|归咎于|归因于|支持|据|语|会说|讲)\s?$|\b(?:pro-|anti-|from|linked to|backed by|attributed to|tied to|speaks?|against|with|by|suspected) ?$/;

/** The victim's country, where the words around its name say whose it is. */
export const countryRule: FactRule<'country'> = {
  id: 'country',
  find(doc) {
    return termsIn(doc, 'country').map((hit) => read(doc, hit));
  },
};

function read(doc: Doc, hit: TermHit): Found {
  const after = doc.folded.slice(hit.end, hit.end + 70);
  const before = doc.folded.slice(Math.max(0, hit.start - 40), hit.start);
  const base = { kind: 'country', value: hit.id, start: hit.start, end: hit.end } as const;
  if (NOT_VICTIM.test(after) || NOT_BEFORE.test(before)) {
    return { ...base, rule: 'country/mention', rejected: 'the country of somebody else' };
  }
  const inTitle = hit.end < doc.bodyStart;
  const early = hit.start < doc.bodyStart + 600 ? 0.1 : 0;
  if (ORGANISATION_AFTER.test(after))
    return { ...base, rule: 'country/organisation', weight: inTitle ? 1 : 0.7 + early };
  if (SITE_BEFORE.test(before)) return { ...base, rule: 'country/site', weight: inTitle ? 0.9 : 0.6 + early };
  if (inTitle) return { ...base, rule: 'country/title', weight: 0.75 };
  return { ...base, rule: 'country/mention', rejected: 'nothing says that it is the victim’s' };
}
