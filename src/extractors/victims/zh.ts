import type { Sentence } from '../engine/types.js';
import { type NameSpan, plainName, type VictimMention } from './types.js';
import { listAfter, listBefore, nameAfter, nameBefore, properNameBefore } from './zh-name.js';
import { isSpeltBySound } from './zh-words.js';

/** Most matches of one pattern in a sentence; what has more is no prose. */
const MAX_MATCHES = 10;

/** Words without which no sentence tells of an incident; looked for before anything dearer. */
export const EVENT_ZH =
  /攻击|入侵|侵入|黑客|勒索|泄[露漏密]|外[泄流]|窃|盗|ddos|拒绝服务|钓鱼|恶意|木马|病毒|篡改|撞库|安全事件|网络事件|网络安全|未经?授权|非法访问|拖库|暗网|被黑|攻[陷破]|瘫痪|中断|诈骗|欺诈|曝光|暴露|流出|受害|受影响|劫持|渗透|间谍|损失|赎金|数据样本|造成了?影响|(?:事件|事故)发生/;

/** A supposition or advice before the verb: nothing happened. */
const HYPOTHETICAL =
  /如果|一旦|假如|倘若|若(?:是|您|你|企业)?|避免|防止|防(?=泄)|防范|以免|免受|免遭|容易|极易|易(?=遭|受)|将会|可能会|可以|能够|应当|建议|为了|如何|怎么|怎样|确保|保护|未(?:发生|出现|发现|造成)|没有(?:发生|出现)|尚未(?=遭)|并未(?=遭)|没有(?=遭)|未(?=遭)|每[年天周]|平均|越来越|潜在|可能(?:让|使|被|令)|可(?:让|被|致|使)?(?=[窃盗攻入泄])|能(?:够)?(?=[窃盗攻入])|会(?=[窃盗攻入])|用于|旨在|试图|企图|以便|从而|被发现/;

interface Pattern {
  readonly id: string;
  readonly re: RegExp;
  /** Where the name stands: before the match, or after its end up to `stops`. */
  readonly side: 'before' | 'after';
  readonly stops?: RegExp;
  readonly strength: number;
  /** Least grade of the name in running text; in the title and headings one less will do. */
  readonly grade: 1 | 2 | 3;
  /** The text after the name must also hold this. */
  readonly followed?: RegExp;
  /** The sentence must also hold this. */
  readonly needs?: RegExp;
  /** Read in titles and headings only. */
  readonly title?: boolean;
}

const OBJECT_STOP =
  /的|并|且|后|时|以|来|用户|客户|员工|系统|网络|服务器|数据|官网|网站|账户|账号|源代码|文件|内部|部分|信息|资料|机密|敏感|(?:超过|约|近|多达) ?(?=\d)|\d+(?:\.\d+)? ?(?:tb|gb|mb|万|亿|名|条)|发起|发动|进行|实施|展开|是|在|于|等|,|、|和|与|及|以及|之后|事件|攻击|成功|导致|造成|获得|窃取/;

const ATTACK_NOUN =
  '(?:攻击|入侵|侵入|黑客|勒索|泄[露漏密]|外泄|窃取|盗窃|被盗|ddos|拒绝服务|钓鱼|恶意软件|木马|病毒|篡改|撞库|安全事件|网络事件|网络安全事件|安全漏洞|非法访问|未经授权|拖库|渗透|劫持|破坏|诈骗|欺诈|毒手|受害者|受害方|攻陷|间谍|网络故障)';

const PATTERNS: readonly Pattern[] = [
  {
    id: 'zh-suffers',
    re: new RegExp(
      `(?:遭到|遭遇|遭受|受到|受(?=[^,。]{0,10}(?:攻击|勒索|入侵))|遭|蒙受|经历|陷入|卷入|惨遭)[^。;!?,]{0,36}?${ATTACK_NOUN}|(?:成为|沦为|是|均为)[^。;!?,]{0,30}?(?:受害者|受害方|牺牲品|猎物)|(?:成为|沦为)[^。;!?,]{0,30}?目标`,
      'g',
    ),
    side: 'before',
    strength: 0.9,
    grade: 1,
  },
  {
    id: 'zh-was-hit',
    re: /被(?!捕|发现|用于|告|判|罚|指控|称|命名|起诉|逮捕|视为|认为|迫|用于|用来|修复|归因|怀疑|要求|引导|诱|骗|标记|跟踪|追踪|修补|添加|广泛|滥用|设计|嵌入|植入者)[^,。;!?]{0,22}?(?:攻击|入侵|侵入|黑(?!客)|盗(?!版)|窃取|攻破|攻陷|(?<!防)泄[露漏]|勒索|篡改|劫持|渗透|挂[在到上]?暗网|列为[^,。]{0,6}受害者|出售|售卖|攻下|拖库|撞库|感染|勒索软件|黑客[^,。]{0,6}(?:攻击|入侵|黑|获取|窃取|盗))/g,
    side: 'before',
    strength: 0.85,
    grade: 1,
  },
  {
    id: 'zh-breach-at',
    re: /(?:发生|出现|爆发|曝出|爆出|曝|爆|传出|发现|披露|承认|确认|证实|公布|通报|报告|宣布|因|就|为|回应|否认|正在调查|调查|涉嫌|疑似|疑)[^,。;!?:]{0,20}?(?:数据|信息|资料|隐私|源代码|源码|网络安全|安全|网络|勒索|勒索软件|黑客|电子邮件|邮件|漏洞)[^,。;!?]{0,8}?(?:(?<!防)泄[露漏]|外泄|被盗|失窃|窃取|安全事件|网络事件|事件|攻击|入侵|故障)/g,
    side: 'before',
    strength: 0.8,
    grade: 1,
  },
  {
    id: 'zh-data-of',
    re: /(?:数据|信息|资料|源代码|源码|代码|文件|隐私|机密|数据库|记录|密码|凭证|凭据|账户|账号|邮件|照片|令牌|密钥)[^,。;!?]{0,14}?(?:(?<!防)泄[露漏]|外泄|外流|被盗|失窃|遭窃|被窃|曝光|暴露|裸奔|在暗网|被售|待售|被公开|被挂|流出|出售|售卖|兜售|被放出|遭公开)/g,
    side: 'before',
    strength: 0.75,
    grade: 3,
  },
  {
    id: 'zh-incident-of',
    re: /(?:的)?(?:数据(?<!防)泄[露漏]|信息(?<!防)泄[露漏]|大规模数据(?<!防)泄[露漏]|勒索软件|勒索|网络|黑客|ddos|供应链)?(?:攻击|(?<!防)泄[露漏]|入侵|被黑|被盗|黑客|安全|数据(?<!防)泄[露漏])(?:事件|案件?|事故|风波|丑闻|门|后续)/g,
    side: 'before',
    strength: 0.6,
    grade: 3,
  },
  {
    id: 'zh-attack-that',
    re: /(?:黑客|供应链|勒索软件|勒索|网络|ddos)攻击(?:的调查|(?=(?:是由|由|已经?|导致|造成|波及|影响|发生)))/g,
    side: 'before',
    strength: 0.6,
    grade: 3,
  },
  {
    id: 'zh-records-of',
    re: /的 ?\d[\d,.]* ?[百千万亿]*[余多]?[条份] ?(?:记录|数据|信息|资料)/g,
    side: 'before',
    strength: 0.65,
    grade: 3,
  },
  {
    id: 'zh-happened-at',
    re: /(?:事件|攻击|泄[露漏]|事故|入侵|故障)(?:主要|就|则|都)?(?:发生|出现)在(?=[^,。;]{2,24}(?:上|身上|一方|内部|,|。|$))/g,
    side: 'after',
    stops: /上$|上(?=,|。)|身上|一方|内部|的|系统|网络/,
    strength: 0.75,
    grade: 3,
  },
  {
    id: 'zh-behind',
    re: /(?:为|是|系)(?=[^。;]{2,70}(?:攻击|入侵|泄[露漏]|黑客|勒索)[^,。;]{0,10}(?:幕后黑手|幕后主使|始作俑者|元凶|罪魁祸首))/g,
    side: 'after',
    stops: OBJECT_STOP,
    strength: 0.75,
    grade: 3,
  },
  {
    id: 'zh-insider-of',
    re: /(?<![目之以先从])前(?=[^,。;的]{2,12}(?:员工|雇员|工程师|高管|职员|经理|研究员))/g,
    side: 'after',
    stops: /员工|雇员|工程师|高管|职员|经理|研究员|的/,
    strength: 0.7,
    grade: 3,
    needs: /(?:泄[露漏]|窃取|盗取|偷走|带走|出售).{0,20}(?:机密|技术|数据|信息|资料|源代码|商业秘密|文件)/,
  },
  {
    id: 'zh-was-hacked',
    re: /(?:遭黑(?!客)|被黑(?!客)|中招|失守|沦陷|遭殃|中勒索|被勒索|遭勒索|遭ddos|遭入侵|遭攻击|遭(?<!防)泄[露漏]|遭窃)/g,
    side: 'before',
    strength: 0.85,
    grade: 1,
  },
  {
    id: 'zh-attack-on',
    re: /(?:攻击(?!者|活动|事件|面|手|方式|方|链|向量|软件|组织|团伙|行为|技术|载体)|入侵(?!者|事件|检测)|侵入|黑入|黑进|攻破|攻陷|渗透|袭击|瘫痪|勒索(?!软件|病毒|团伙|组织|攻击|者|信|金|事件|集团|帮派|预警)|盗取|盗走|偷走|窃取|黑掉|黑客(?=了)|劫持|攻下|泄露|公布|公开|出售|售卖|兜售|破坏|访问)(?:了|过|并窃取了?|到了?|来自|属于|包括)?(?=[^,。;]{2})/g,
    side: 'after',
    stops: OBJECT_STOP,
    strength: 0.7,
    grade: 3,
    needs: /黑客|攻击者|组织|团伙|威胁|声称|宣称|攻击|帮派|勒索|军团|论坛|卖家/,
  },
  {
    id: 'zh-against',
    re: /(?:对|针对|向|瞄准)(?=[^,。;!?]{2,44}(?:攻击|入侵|勒索|窃取|ddos|黑客|渗透))/g,
    side: 'after',
    stops: /的|发起|发动|进行|实施|展开|开展|造成|产生|所|施|下手|为目标|而|并|以|在|提起|等|、|和|,/,
    followed: /^.{0,8}?(?:的|发起|发动|进行|实施|展开|开展|施|、|和).{0,40}(?:攻击|入侵|勒索|ddos|黑客|渗透)/,
    strength: 0.7,
    grade: 3,
  },
  {
    id: 'zh-leak-site',
    re: /(?:公布|新增|添加|列出|发布|披露)了?(?:一个|一家)?(?:新的?)?(?:受害者|受害公司|受害企业|受害组织|受害机构)(?:名单)?(?:为|:|是)?/g,
    side: 'after',
    stops: OBJECT_STOP,
    strength: 0.9,
    grade: 3,
  },
  {
    id: 'zh-listed-as-victim',
    re: /(?:将|把)(?=[^,。;]{2,40}(?:添加|列入|加入|列为|列在|列到|挂到|挂在|纳入)[^,。;]{0,20}(?:受害者|名单|泄[露密漏]|网站|列表))/g,
    side: 'after',
    stops: /添加|列入|加入|列为|列在|列到|挂到|挂在|纳入|的/,
    strength: 0.9,
    grade: 1,
  },
  {
    id: 'zh-from',
    re: /从(?=[^,。;]{2,30}(?:窃取|盗取|盗走|偷走|泄露|获取|下载|窃走|转移|抽走))/g,
    side: 'after',
    stops:
      /窃取|盗取|盗走|偷走|泄露|获取|下载|窃走|转移|抽走|的|系统|网络|服务器|数据库|钱包|合约|热钱包|内部|用户|客户|账户|中|里|处|那里|手中/,
    strength: 0.75,
    grade: 3,
    needs: /黑客|攻击者|组织|团伙|威胁|声称|宣称|攻击|入侵/,
  },
  {
    id: 'zh-source-of',
    re: /(?:来源于|源自|取自)(?=[^,。;]{2})/g,
    side: 'after',
    stops: OBJECT_STOP,
    strength: 0.7,
    grade: 3,
    needs: /数据|泄[露漏]|记录|样本/,
  },
  {
    id: 'zh-named',
    re: /(?:受害(?:者|公司|企业|方|机构|组织)|(?:遭|被|受到?)[^,。;]{0,10}(?:攻击|入侵|泄[露漏]|黑|窃取|勒索)的)(?:公司|企业|机构|组织|平台)?(?:正是|就是|便是|为|即|是)(?=[^,。;]{2})/g,
    side: 'after',
    stops: /,|、|的(?=.{0,6}(?:公司|子公司|用户|客户|系统))|\(/,
    strength: 0.8,
    grade: 3,
  },
  {
    id: 'zh-affected',
    re: /(?:也|亦|同样|则|均|都)?(?:表示|称|宣布|证实|透露|确认|发布|声明)[^。;!?]{0,24}?(?:(?:此次|该|本次|这次|上述|相关)(?:攻击|事件|泄露|漏洞|入侵)[^。;]{0,12}影响|受(?:到)?(?:此次|该|本次|这次|上述|其)?[^。;]{0,6}(?:攻击|事件|泄露)?(?:的)?影响|类似(?:的)?(?:声明|公告|通知)|(?:运营|服务|业务)[^。;]{0,12}受到?影响|造成了?影响|无法访问)/g,
    side: 'before',
    strength: 0.6,
    grade: 3,
  },
  {
    id: 'zh-leaks-own',
    re: /(?:(?:网络)?钓鱼攻击|漏洞|配置错误|bug|故障)?(?:意外|无意中|不慎|错误地?)?(?<!防)泄[露漏](?:了|出)? ?(?=(?:\d|大量|敏感|数[百千万]|用户|客户|员工|内部|个人|海量|超|近)[^,。;!?]{0,16}(?:数据|信息|资料|url|代码|文件|密码|邮件|密钥|令牌|账户|账号|凭[证据]|存储库|照片|记录))/g,
    side: 'before',
    strength: 0.65,
    grade: 3,
    title: true,
  },
  {
    id: 'zh-heading',
    re: /(?:的)?(?:大规模|重大)?(?:勒索软件|勒索病毒|勒索|ddos|网络|黑客|供应链|钓鱼)?(?:攻击|入侵|(?:数据|信息|用户数据)?(?<!防)泄[露漏])(?:事件|案|事故)?$/g,
    side: 'before',
    strength: 0.7,
    grade: 3,
    needs:
      /^(?!.*(?:利用|进行|发起|发动|实施|使用|通过|防范|应对|如何|预防|新型|分析|揭秘|警惕|技术|手法|趋势))/,
    title: true,
  },
  {
    id: 'zh-lost',
    re: /(?:损失|被盗|失窃)(?:了|约|超|超过|近|总计|价值|共计|高达|至少| ){0,3}\d[\d.,]* ?[百千万亿]*(?:枚|个)? ?(?:多)?(?:美元|欧元|英镑|元|eth|btc|bnb|usdt|usdc|以太|比特)/g,
    side: 'before',
    strength: 0.75,
    grade: 3,
  },
];

/** 我国某先进材料研究院, 郑州某公司: notices of authorities and case reports keep the name to themselves. */
const ANONYMOUS =
  /(?:我国|我市|国内|(?:[一-龥]{2,4}?(?:省|市|自治区|新区|区|县|州)){1,3}|(?<![一-龥])[一-龥]{2})?某(?!些|种|个|次|天|日|年|月|人|一|公司|单位|机构|企业|平台|组织|网站)[一-龥]{2,18}?(?:公司|企业|研究院|研究所|设计院|医院|学校|中学|小学|大学|学院|单位|机构|集团|银行|平台|政府部门|政府|局|酒店|工厂|加油站|商场|超市|协会)/g;

const HARMED =
  /(?:遭|被)[^,。;]{0,16}(?:攻击|入侵|侵入|篡改|窃取|植入|黑客|盗|控制|勒索|泄[露漏]|利用)|(?:导致|造成|发生|存在)[^,。;]{0,14}(?:(?<!防)泄[露漏]|安全事件|被盗|失窃|暴露)|植入[^,。;]{0,4}(?:木马|病毒)|网络攻击(?=[^、,。;]{0,8}(?:事件|详情|调查|案))|窃取|(?<!防)(?:攻击|入侵)(?:我国|了|某)/;

/** 攻击了17家某国公司, 勒索了12名受害者: nobody is named, but they are counted. */
const COUNTED_OBJECT =
  /(?:攻击|袭击|影响|勒索|入侵|感染|波及|涉及|危及|攻陷|受害者?(?:有|为)|针对)(?:了|到)?((?:全球|全国|全美)? ?\d[\d,]* ?多? ?(?:名|家|个|所|位) ?[一-龥]{0,6}?(?:受害者|公司|企业|机构|组织|医院|学校|政府|银行|网站|客户|实体))/g;

/** 袭击了某州的一家医院: nobody is named, but one is described. */
const DESCRIBED_OBJECT =
  /(?:攻击|袭击|入侵|瞄准|勒索|黑进)了((?:[一-龥a-z]{2,12}的)?(?:一家|一所|一名|一位|某)[一-龥a-z]{2,16}?(?:公司|机构|组织|医院|学校|大学|银行|警察局|政府|企业|部门|供应商|运营商|提供商|零售商|集团|平台|奶农|工厂))/g;

const ATTACKERS = /黑客|攻击者|组织|团伙|威胁|同谋|勒索|犯罪/;

const LIST_LEAD =
  /(?:受害(?:者|企业|公司|机构|组织|方)|受影响(?:的)?(?:[^,。;]{0,10}?)|遭[^,。;]{0,10}(?:攻击|入侵)的(?:[^,。;]{0,12}?)|其他[^,。;]{0,8}(?:公司|企业|机构|组织)|影响范围[^,。;]{0,6},? ?|攻击影响[^,。;]{0,4}|波及|殃及|(?:被|遭)[^,。;]{0,30}的(?:公司|企业|机构|组织|网站|品牌|客户|平台)(?:名单)?|多家[^,。;]{0,12}(?:公司|企业|机构|组织|品牌|平台))(?:[^,。;]{0,6}?)(?:包括|有|为|如|涵盖|涉及|是|囊括|了)(?:了)?:?/g;

const TELLS =
  /(?:称|表示|宣布|确认|证实|披露|承认|透露|通报|公告|发布(?:公告|声明|通知|通告)|发表声明|声明|警告|告知|通知|否认|回应|正在调查|报告说|报告称|说|坦言|强调|解释|提交|致歉|道歉|暂停|关闭)/g;

/** Words by which the speaker speaks of itself. */
const OF_ITSELF =
  /其|该公司|该机构|该组织|自己|我们|自身|内部|本公司|公司的?|旗下|该行|该校|该院|受到|遭|客户|用户|员工|系统|受影响/;

const NOT_SPEAKER =
  /研究人员|研究员|分析师|专家|安全公司|网络安全公司|安全厂商|安全团队|实验室|记者|外媒|媒体|情报|团伙|黑客|勒索|组织(?=称|声称)|律师|警方|检察|法院|局长$/;

const FLAW = /^(?!.*(?:由于|因|通过|利用|存在)).*(?:漏洞|零日|0day|缺陷|脆弱性)/;

const ITEM_NUMBER = /^\s*[(（]?\d{1,2}[)）]?[.、．] ?/;

/**
 * Finds who was hit in the sentences of a Chinese text.
 *
 * @param text the document text; @param folded the same folded
 * @param heading whether the sentence is the title or a heading, where names stand alone
 */
export function victimsInZh(
  text: string,
  folded: string,
  sentence: Sentence,
  heading: boolean,
): VictimMention[] {
  const s = folded.slice(sentence.start, sentence.end);
  const event = EVENT_ZH.test(s);
  // “2. 某银行遭遇…”: the number of the item is of no name.
  const begin = sentence.start + (ITEM_NUMBER.exec(s)?.[0].length ?? 0);
  const out: VictimMention[] = [];
  // Several patterns meet in one verb, and each asks for its subject.
  const subjects = new Map<number, NameSpan | null>();
  const subjectAt = (at: number): NameSpan | null => {
    let name = subjects.get(at);
    if (name === undefined) {
      name = nameBefore(text, folded, begin, at);
      subjects.set(at, name);
    }
    return name;
  };
  const add = (name: NameSpan, from: number, to: number, rule: string, strength: number): void => {
    // Only the rule for unnamed organisations knows where such a description ends.
    if (rule !== 'zh-anonymous' && /^(?:我国|中国|国内)?某.{4}/.test(folded.slice(name.start, name.end)))
      return;
    out.push({
      start: name.start,
      end: name.end,
      name: plainName(text.slice(name.start, name.end)),
      aliases: name.aliases,
      sentence: sentence.index,
      eventStart: from,
      eventEnd: to,
      rule: `victims/${rule}`,
      strength,
      described:
        rule !== 'zh-anonymous' &&
        (name.grade === 2 ||
          DESCRIPTION.test(folded.slice(Math.max(sentence.start, name.start - 4), name.end))),
    });
  };
  for (const pattern of event ? PATTERNS : []) {
    if ((pattern.title === true && !heading) || (pattern.needs !== undefined && !pattern.needs.test(s)))
      continue;
    pattern.re.lastIndex = 0;
    let matches = 0;
    for (let m = pattern.re.exec(s); m !== null && matches < MAX_MATCHES; m = pattern.re.exec(s)) {
      matches++;
      if (m[0] === '') {
        pattern.re.lastIndex++;
        continue;
      }
      const from = sentence.start + m.index;
      const to = from + m[0].length;
      if (HYPOTHETICAL.test(s.slice(Math.max(0, clauseStart(s, m.index)), m.index + 1))) continue;
      const name =
        pattern.side === 'before'
          ? subjectOf(text, folded, begin, from, pattern.grade, subjectAt)
          : nameAfter(text, folded, to, sentence.end, pattern.stops ?? OBJECT_STOP);
      if (name === null) continue;
      // X的零日漏洞遭黑客利用: a flaw was used, nobody in particular was hit.
      if (pattern.side === 'before' && FLAW.test(folded.slice(name.end, from)) && !/泄|盗|窃/.test(m[0]))
        continue;
      if (
        pattern.followed !== undefined &&
        !pattern.followed.test(folded.slice(name.end, Math.min(sentence.end, name.end + 50)))
      ) {
        continue;
      }
      // 对开发者遭受的攻击: the clause only describes the attack.
      if (pattern.side === 'before' && /^(?:遭到?|遭遇|遭受|受到?)的/.test(m[0])) continue;
      // 遭入侵的公司: the clause only describes what follows it.
      if (pattern.side === 'before' && folded.charAt(to) === '的' && name.grade < 3) continue;
      const least = heading ? Math.max(1, pattern.grade - 2) : pattern.grade;
      if (name.grade < least && !(name.grade === 2 && pattern.side === 'before')) continue;
      const product = PRODUCT_AFTER.test(folded.slice(name.end, name.end + 8)) ? 0.25 : 0;
      const credible = name.grade > 1 || isCredible(folded, name, heading);
      const strength = credible ? pattern.strength - product : Math.min(0.4, pattern.strength);
      add(name, from, to, pattern.id, strength);
      const others =
        pattern.side === 'before'
          ? listBefore(text, folded, begin, name)
          : listAfter(text, folded, name, sentence.end);
      for (const other of others) add(other, from, to, `${pattern.id}-list`, strength);
    }
  }
  for (const name of event ? listsBeforeEvents(text, folded, sentence) : [])
    add(name, name.end, sentence.end, 'zh-etc-list', 0.75);
  for (const m of s.matchAll(DESCRIBED_OBJECT)) {
    const object = m[1] ?? '';
    const start = sentence.start + m.index + m[0].length - object.length;
    const name = { start, end: start + object.length, aliases: [], grade: 2 } as const;
    if (ATTACKERS.test(s)) add(name, sentence.start + m.index, start, 'zh-described', 0.75);
  }
  for (const m of event ? s.matchAll(COUNTED_OBJECT) : []) {
    const object = m[1] ?? '';
    const start = sentence.start + m.index + m[0].length - object.length;
    const name = { start, end: start + object.length, aliases: [], grade: 2 } as const;
    add(name, sentence.start + m.index, start, 'zh-counted', 0.35);
  }
  for (const m of event ? s.matchAll(ANONYMOUS) : []) {
    if (HYPOTHETICAL.test(s.slice(clauseStart(s, m.index), m.index + 1))) continue;
    const around = s.slice(Math.max(0, m.index - 16), m.index + m[0].length + 60);
    if (!HARMED.test(around)) continue;
    const lead = /^[对在于的查经据为由被向与和从将把到现是有]+/.exec(m[0])?.[0].length ?? 0;
    const start = sentence.start + m.index + lead;
    const name = { start, end: start + m[0].length - lead, aliases: [], grade: 2 } as const;
    add(name, start, name.end, 'zh-anonymous', heading ? 0.75 : 0.65);
  }
  LIST_LEAD.lastIndex = 0;
  for (let m = LIST_LEAD.exec(s); m !== null; m = LIST_LEAD.exec(s)) {
    let at = sentence.start + m.index + m[0].length;
    const stop =
      sentence.start +
      (/[。;!?]|,(?! ?(?:以及|还有|和))/.exec(s.slice(at - sentence.start))?.index ??
        s.length - (at - sentence.start)) +
      (at - sentence.start);
    for (const item of s
      .slice(at - sentence.start, stop - sentence.start)
      .split(/(、|,|以及|还有|和|与|及)/)) {
      if (item.length > 1 && !/^(?:以及|还有)$/.test(item)) {
        const name = nameBefore(text, folded, at, at + item.replace(/等(?:.{0,12})?$/, '').length);
        if (
          name !== null &&
          (name.grade === 3 || recurs(folded, name) || isSpeltBySound(folded.slice(name.start, name.end)))
        )
          add(name, at, at + item.length, 'zh-list', 0.7);
      }
      at += item.length;
    }
  }
  TELLS.lastIndex = 0;
  let told = 0;
  for (let m = event ? TELLS.exec(s) : null; m !== null && told < MAX_MATCHES; m = TELLS.exec(s)) {
    told++;
    const from = sentence.start + m.index;
    const before = s.slice(Math.max(0, m.index - 14), m.index);
    if (NOT_SPEAKER.test(before)) continue;
    const name =
      subjectAt(from) ?? properNameBefore(text, folded, clauseStart(s, m.index) + sentence.start, from);
    if (name === null) continue;
    const rest = s.slice(m.index);
    const ofItself = OF_ITSELF.test(rest) && EVENT_ZH.test(rest);
    const sure = ofItself && STRONG_TELLS.test(m[0]) && (name.grade === 3 || recurs(folded, name));
    add(name, from, from + m[0].length, 'zh-tells', sure ? 0.6 : ofItself ? 0.4 : 0.2);
  }
  return out;
}

/** Adjectives and counters that make of a name a description. */
const DESCRIPTION = /最大|重要|主要|知名|著名|大型|巨头|又一|某|一家|一所|首家|顶级|头部|多家|地方/;

/** A、B和C等公司 … 遭攻击: every name of the list was hit. */
function listsBeforeEvents(text: string, folded: string, sentence: Sentence): NameSpan[] {
  const s = folded.slice(sentence.start, sentence.end);
  const out: NameSpan[] = [];
  for (const m of s.matchAll(ETC)) {
    const before = s.slice(Math.max(0, m.index - 80), m.index);
    const after = s.slice(m.index, m.index + 60);
    if (!before.includes('、') || !HIT_AFTER_LIST.test(after) || HYPOTHETICAL.test(after.slice(0, 30)))
      continue;
    const last = nameBefore(text, folded, sentence.start, sentence.start + m.index);
    if (last === null || last.grade < 2) continue;
    const others = listBefore(text, folded, sentence.start, last);
    if (others.length > 0) out.push(...[...others].reverse(), last);
  }
  return out;
}

const ETC =
  /等(?=[^,。;]{0,16}(?:公司|企业|机构|组织|银行|品牌|平台|医院|大学|巨头|厂商|网站|客户|部门|项目))/g;
const HIT_AFTER_LIST =
  /遭|受到.{0,12}攻击|被(?:黑|攻击|入侵|盗|窃)|泄[露漏]|(?:因|由于)[^,。]{0,12}攻击|受害|中断|受影响/;

/** Verbs by which an organisation speaks of what befell itself. */
const STRONG_TELLS = /确认|证实|承认|披露|通报|公告|发布|发表声明|声明|否认|致歉|道歉|通知|告知|正在调查/;

/** The clause is about whom the sentence named before: 该公司, 其. */
const ANAPHOR =
  /(?:该(?:公司|组织|机构|银行|医院|平台|网站|集团|企业|校|局|市|国|部门)|公司|自己|它|其|我们|后者|对方)(?:已|曾|也|都|的)?[^,。]{0,14}$/;

/** Whom a verb of the event is said of: the name right before it, or one further off in the clause. */
function subjectOf(
  text: string,
  folded: string,
  from: number,
  at: number,
  grade: number,
  before: (at: number) => NameSpan | null,
): NameSpan | null {
  const near = before(at);
  if (
    near !== null &&
    (near.grade > 1 || (grade === 1 && isSpeltBySound(folded.slice(near.start, near.end))))
  )
    return near;
  const clause = from + clauseStart(folded.slice(from, at), at - from);
  // A、B和许多其他公司都是受害者: the last name of the list, before the words that name nobody.
  const open = near === null ? AND_OTHERS.exec(folded.slice(clause, at)) : null;
  if (open !== null) {
    const last = nameBefore(text, folded, clause, clause + open.index);
    if (last !== null && last.grade >= 2) return last;
  }
  const far = properNameBefore(text, folded, clause, at);
  if (far !== null) return far;
  if (near !== null) return near;
  return ANAPHOR.test(folded.slice(clause, at)) ? properNameBefore(text, folded, from, clause) : null;
}

const AND_OTHERS = /(?:和|以及|与|及|等)(?:许多|其他|其它|很多|多家|众多|另外|数)[^,。;、]{0,14}$/;

/** An unknown word is a name if it is spelt as foreign ones are, or the title has it and the text goes on with it. */
function isCredible(folded: string, name: NameSpan, heading: boolean): boolean {
  return isSpeltBySound(folded.slice(name.start, name.end)) || (heading && recurs(folded, name));
}

/** An unknown word that the text uses again is a name sooner than one that stands once. */
function recurs(folded: string, name: NameSpan): boolean {
  const word = folded.slice(name.start, name.end);
  return folded.indexOf(word) !== folded.lastIndexOf(word);
}

/** The name is of a thing that many run: flaws and malware hit it, hardly an incident. */
const PRODUCT_AFTER =
  /^ ?(?:软件|设备|组件|处理器|浏览器|插件|工具|路由器|芯片|固件|客户端|服务器|应用|漏洞|漏洞中|代码仓库|平台漏洞|用户(?=的银行)|非官方)/;

function clauseStart(s: string, at: number): number {
  let i = at;
  while (i > 0 && !/[,;:]/.test(s.charAt(i - 1)) && at - i < 80) i--;
  while (i > 0 && /[a-z0-9]/.test(s.charAt(i)) && /[a-z0-9]/.test(s.charAt(i - 1))) i--;
  return i;
}
