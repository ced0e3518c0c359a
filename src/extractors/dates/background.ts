import type { DateSpan } from '../../text/dates/index.js';
import type { Sentence } from '../engine/types.js';

/** Right after a date: a game, a law, a product or a report named by its year. */
const NAMED_BY_YEAR =
  /^ ?(?:[^,，。；、]{0,14}(?:第.{1,3}届|奥运|亚运|亚冬会|世界杯|峰会|大会|财年|财报|季报|年报|年度|白皮书|大选|选举|法案|预算|赛季|榜单|排行榜|排名|十大|盘点|趋势|展望|预测|网络安全(?:态势|报告|状况)|[^,，。；、]{0,8}(?:调查|研究|报告)(?:显示|指出|发现|中|基于|数据)?)|[a-z ]{0,24}(?:report|survey|edition|olympics|election|conference|summit|fiscal|budget|study|list of|season|world cup))/;
/** Right before a date. */
const BEFORE_BACKGROUND =
  /(?:版权所有|copyright|©|\(c\)|成立于|创立于|创建于|建于|注册于|生于|毕业于|发布时间|更新时间|发布于|原文日期|编辑于|last updated(?: on)?|updated on|published on|posted on|windows|office|windows server|sql server|版本|version|founded in|established in|since its founding in|born in) ?(?::|：)? ?$/;

/** The date of a comparison or a statistic. */
const COMPARED_BEFORE =
  /(?:[与和同]|相?比|较|%|percent|compared (?:to|with)|than in|up from|globally in|worldwide in|average[^,.]{0,20}) ?(?:early |late |mid-)?$/;
const COMPARED_AFTER =
  /^ ?(?:[^,，。；]{0,5}(?:三分之|百分之|\d{1,3}(?:\.\d{1,2})?%|记录到|统计到)|前三个月|财季|季度|同期|相比|有?\d{1,4}[起次例]|共(?:发生|有|计)?\d|平均|全年(?:的)?(?:统计|数据)|增[长加]|上升|下降|[^,，。；]{0,4}有(?:统计|记录)以来)/;
/** A flaw and its repair are no incident where no victim is spoken of. */
const FLAW = /漏洞|cve-|0day|零日|缺陷|补丁|固件|vulnerab|\bflaws?\b|\bbugs?\b|patch|zero-day|advisory/;
const VICTIM =
  /遭|被[黑入侵攻盗]|泄露|泄漏|受害|窃取|勒索|breach|attack|stolen|stole|hack|ransom|leak|victim|compromis|exfiltrat|intrusion|incident/;
/** Deadlines of the catalogue of exploited vulnerabilities. */
const CATALOGUE = /cisa|kev|fceb|联邦民用|民用(?:行政)?(?:机构|部门)/;
/** Words that a sentence about an incident holds. */
const INCIDENT =
  /攻击|未[经获]?授权|泄[露漏密]|入侵|黑客|勒索|窃|盗|事件|数据|漏洞|恶意|受害|受影响|被黑|遭|诈骗|赎金|中断|宕机|故障|钓鱼|起诉|逮捕|被捕|罚款|和解|认罪|判|暗网|信息|间谍|漏えい|不正|攻撃|ランサム|流出|attack|breach|hack|leak|ransom|stolen|stole|incident|data|malware|phish|exploit|compromis|intrusion|unauthori|victim|cyber|exposed|outage|disrupt|arrest|charged|fine|settle|lawsuit|plead|sentenc|theft|scam|fraud|security (?:issue|event|alert)|violazione|attacco|dati|accounts|records/;

/** A study or an open letter made public tells of no incident of its own. */
const REPORT_AFTER =
  /^[,，]?[^,，。；]{0,14}(?:一份|份新|新的?)[^,，。；]{0,4}(?:报告|研究|调查)(?:发现|显示|指出|表明)|^ ?(?:的|[^,，。；]{0,6}发布(?:的|了)?)(?:一份)?[^,，。；（(]{0,12}(?:报告|公开信|白皮书|研究|调查)(?![^,，。]{0,4}(?:称其|了此))|^ (?:column|opinion|report|survey|study)(?![a-z])/;
/** The day of a study by others: "said in an analysis published Sunday". */
const REPORT_BEFORE =
  /(?:technical report|analysis|alert|write-up|study|research(?: report)?|threat report|bulletin|podcast|webcast)(?: (?:published|released|posted|shared|issued|out))?(?: on)? $/;
/** A group, a forum or a tool that came up then. */
const CAME_UP =
  /(?:brand|group|gang|family|forum|operation|botnet|malware|actor|breachforums)[^,.;]{0,20}(?:dates? back to|emerged in|surfaced in|launched in|active since|formed in) (?:at least |early |late |mid-)?$/;
const SINCE_ACTIVE =
  /^ ?(?:以来|起|开始)[^,，。；]{0,8}(?:利用|采用|提供服务|运营|运作)|^ ?(?:以来|起|开始)[^,，。；]{0,6}(?:一直|持续|就)?[^,，。；]{0,4}(?:活跃|猖獗)|^ ?(?:初|底|末|起)?(?:面世|问世)/;
/** The span that the data cover, not when they were taken: "invoices dating back to 2005", 数据时间跨度为2010年至2015年. */
const DATA_SPAN_BEFORE =
  /(?:records?|data|files?|documents?|invoices?|messages?|e-?mails?|applications?|information|details|particulars|transactions?|logs?|archives?)\b(?![^.;]{0,30}(?:leak|breach|stol|expos))[^.;]{0,50}\b(?:spanning|spans?|dating|covering|covers?|collected|recorded|going)\b(?: back)?(?: (?:as far back as|from|to|between|as early as|since|until))* (?:[a-z]+ \d{4} (?:and|to|through|until) |\d{4} (?:and|to|through|until) |[a-z]+ (?:and|to|through|until) )?(?:early |late |mid-?)?$|(?:时间跨度|时间范围|跨度|可追溯(?:至|到)|追溯(?:至|到)|最早(?:可)?(?:至|到)|数据(?:截至|截止|采集于|收集于|生成于|创建于))(?:为|从|自|是)?[^,，。；]{0,16}$/;
/** Asked first, as it is cheaper. */
const DATA_SPAN_WORD =
  /span|dating|cover|collected|recorded|going|跨度|范围|追溯|最早|数据(?:截|采|收|生|创)/;
/** What an authority warns of in general. */
const WARNING_AFTER =
  /^,? (?:the )?(?:fbi|cisa|nsa|ncsc|ftc|europol|interpol|agency|agencies|authorities)\b[^.;]{0,30}(?:put out|issued|published|released) (?:an? |its )?(?:joint |new |public )?(?:warning|alert|advisory)/;

/** War, elections and press conferences beside which an attack is told. */
const WORLD_AFTER = /^ ?(?:的|于)?[^,，。；]{0,3}(?:导弹|空袭|地震|例行记者会|例行发布会|选举|大选)/;
/** A proof of concept or a flaw made public. */
const FLAW_PUBLIC =
  /poc[^,，。；.]{0,16}(?:公开|发布|released|published)|漏洞[^,，。；]{0,6}(?:披露|公开|修复)/;
/** Where a figure stood on a day. */
const STATE_BEFORE = /截至 ?$/;

/** Events that may lie ahead: a deadline, a hearing. */
const AHEAD_EVENT =
  /截止|期限|截至|最后通牒|听证|开庭|宣判|审理|赎金|之前(?:支付|回应)|前(?:支付|做出|回应|付款)|上诉|判刑|deadline|hearing|trial|sentenc|ransom|expire|court|until|countdown|scheduled|恢复(?:运营|服务|正常)|restor/;
const HYPOTHETICAL = /即便|即使|如果|假如|万一|\bif\b/;
/** A rule or a standard made public, a product brought out. */
const RULE_AFTER = /^[^,，。；《]{0,30}(?:公布|发布|印发|出台|施行|通过)(?:了)?[^,，。；《]{0,8}《/;
const PRODUCT_BEFORE = /(?:模型|产品|软件|系统|版本|游戏|手机|应用|服务|平台|网站|品牌|公司) ?(?:于|在) ?$/;
const PRODUCT_AFTER = /^ ?(?:正式)?(?:发布(?!公告|声明|通知)|上线|推出|启动|启用|亮相)/;
const SIGNED_UP = /^ ?起[^,，。；]{0,24}(?:注册|使用|订阅|购买)/;
/** The year of a company's books or of a forecast. */
const BOOKS =
  /营收|收入|利润|财年|业绩|市值|预测|预计|估计到|revenue|earnings|profit|employs|forecast|predict|will reach|expected to/;

/** The forms whose year or month alone says little: they need a verb of harm in their own sentence. */
function isCoarse(date: DateSpan, role: string): boolean {
  return date.precision === 'year' && role !== 'occurred' && role !== 'claimed' && role !== 'ended';
}

/**
 * Why a date is no date of an incident, by the words right beside it; null where nothing says so.
 */
export function backgroundOf(
  folded: string,
  date: DateSpan,
  sentence: Sentence,
  role: string,
  published: string | null,
): string | null {
  const before = folded.slice(Math.max(sentence.start, date.start - 24), date.start);
  const after = folded.slice(date.end, Math.min(sentence.end, date.end + 30));
  if (date.precision === 'year' && NAMED_BY_YEAR.test(after)) return 'a thing named by its year';
  if (BEFORE_BACKGROUND.test(before)) return 'founding, print date or version';
  if (COMPARED_AFTER.test(after) || (date.precision !== 'day' && COMPARED_BEFORE.test(before)))
    return 'a comparison or a statistic';
  if (/^ ?[)）] ?(?:发布|报道|消息|发文|讯|援引|撰文)/.test(after)) return 'the day of the news itself';
  const near = folded.slice(Math.max(sentence.start, date.start - 60), Math.min(sentence.end, date.end + 60));
  const around = folded.slice(Math.max(0, sentence.start - 140), sentence.end + 160);
  const text = folded.slice(sentence.start, sentence.end);
  if (
    published !== null &&
    date.value !== null &&
    date.value > published &&
    (!AHEAD_EVENT.test(near) || HYPOTHETICAL.test(before))
  ) {
    return 'a day still to come';
  }
  if (isCoarse(date, role) && !VICTIM.test(text)) return 'a year with no verb of harm';
  if (date.precision === 'year' && BOOKS.test(near)) return 'a year of books or forecasts';
  if (REPORT_AFTER.test(after) && !/泄露报告|事件报告|breach report|incident report/.test(after))
    return 'a study, not a disclosure';
  const lead = folded.slice(Math.max(sentence.start, date.start - 60), date.start);
  const far = folded.slice(Math.max(sentence.start, date.start - 120), date.start);
  if (DATA_SPAN_WORD.test(far) && DATA_SPAN_BEFORE.test(far)) return 'the span of the data';
  if (WARNING_AFTER.test(folded.slice(date.end, Math.min(sentence.end, date.end + 90))))
    return 'a warning, no incident';
  if (REPORT_BEFORE.test(lead)) return 'a study, not a disclosure';
  if (CAME_UP.test(lead) || SINCE_ACTIVE.test(after)) return 'when a group or a tool came up';
  if (WORLD_AFTER.test(after)) return 'an event of another kind';
  if (RULE_AFTER.test(folded.slice(date.end, Math.min(sentence.end, date.end + 50))))
    return 'a rule made public';
  if (PRODUCT_BEFORE.test(before) && PRODUCT_AFTER.test(after)) return 'a product brought out';
  if (SIGNED_UP.test(after)) return 'since when the victims were customers';
  if (/^ alone(?![a-z])/.test(after)) return 'a comparison or a statistic';
  if (
    STATE_BEFORE.test(before) &&
    /^[^。;]{0,16}(?:共有|共计|累计|总计|可能)|仍|尚未|目前/.test(folded.slice(date.end, sentence.end))
  )
    return 'how things stood, no event';
  if (FLAW_PUBLIC.test(near) && !/遭(?!公开)|窃|勒索/.test(near)) return 'of a flaw, not of an incident';
  if (FLAW.test(near) && !VICTIM.test(around)) return 'of a flaw, not of an incident';
  if (CATALOGUE.test(near) && /前|截止|by |before|until|deadline/.test(near)) return 'a deadline for repairs';
  if (!INCIDENT.test(around)) return 'nothing in the sentence speaks of an incident';
  const words = folded.slice(date.start, date.end);
  if (/^(?:今年|本年|this year|current year)$/.test(words)) return 'this year, no date of an event';
  if (/^(?:今天|今日|today|oggi|heute)$/.test(words)) {
    if (/["“「']$/.test(before) || /^["”]|^的(?!声明|公告|发布|公开)/.test(after))
      return 'today in a quotation or in general';
  }
  return null;
}
