import { KNOWN_HAN, knownName } from './known-names.js';
import type { NameSpan } from './types.js';
import { isGenericZh, ORGANISATION_SUFFIX_ZH, PLACES_ZH } from './zh-words.js';

/** Longest name that is looked for, in UTF-16 units. */
const MAX_NAME = 42;

/** Characters that no name crosses; the text is folded, so full-width marks are ASCII here. */
const WALL = /[,。;:!?、\n|…"[\]【】<>{}=《》「」『』#]/;

/** Words that stand before a name and do not belong to it. The last one within reach opens the name. */
const OPENER =
  /据悉|据了解|据报道?|根据|由于|因为|随着|导致|致使|使得|关于|针对|对于|包括|其中|此外|另外|同时|而是|但是?|声称|表示|宣布|报道称?|消息称?|显示|发现|指出|认为|透露|证实|披露|确认|警告|爆料|获悉|以及|近日|近期|日前|昨日|昨晚|今日|昨天|今天|目前|最近|最新|随后|此前|之前|当时|后来|不久前|早些时候|去年|今年|前年|本月|上月|上个月|本周|上周|这周|(?:周|星期)[一二三四五六日末天]|\d{1,4} ?年(?:初|底|末|中)?|\d{1,2} ?月(?:份|初|底|末|下旬|中旬|上旬)?|\d{1,2} ?[日号]|凌晨|清晨|早上|早间|早晨|上午|下午|晚间|晚上|中午|发生在|总部位于|来自|名为|称为|造成|影响|涉及|至少|大约|超过|多达|为什么|为何|如何|攻击者|黑客(?!组织)|分别|成功|通过|利用|已有|正在|正对|一起|曾经|继续|紧接着|与此同时|最终|首次|[一-龥]{0,2}报道|自称|暴露了|泄露了|获得了|窃取了|攻击了|入侵了|了|着|把|给|让|向|从|对(?!外)|使用|进行|正在|可以|已经|没有|发布|以及|或者|并且|并(?!购)|而(?!且)|但|该|这家?|那|这些|那些|如果|尽管|虽然|一旦|当(?=.{3})|他们|我们|它们?|其(?!他|它)|另一家?|负责|代表|帮助|告知|通知|要求|引发|表明|认为|涉嫌|怀疑|攻击据|震惊|突发|警惕|注意|快讯|速递|曝光/g;

/** Words at the end of a stretch before the verb that are not of the name. */
const TAIL_ADVERB =
  /(?:[ ·-]|近日|近期|日前|昨日|今日|昨天|今天|昨晚|目前|最近|再次|再度|又一次|疑似|疑|据称|据传|据说|涉嫌|或将|或|或许|可能|恐|曾经|曾|已经|已|均|都|也|又|再|还|就|却|将|则|便|才|正|正式|先后|相继|接连|连续|多次|频频|频繁|屡次|屡|不断|持续|首次|同样|随后|此前|突然|突遭|不幸|也因|因此|因|由于|于|在|被迫|被|惨|险|意外|主动|公开|紧急|最新|事后|最终|官方|上周[一二三四五六日末天]?|本周[一二三四五六日末天]?|周[一二三四五六日天]|上个?月|本月|去年|今年|本月初|上月底|早些时候|当天|当日|同日|次日|当地时间|北京时间|晚些时候|晚间|凌晨|上午|下午|不久前|(?:(?:\d{4} ?年)? ?(?:\d{1,2} ?月(?:份|初|底|末|下旬|中旬|上旬)?)? ?(?:\d{1,2} ?[日号])?)(?<=[年月日号份初底末旬])|了|是否|并未|未|没有|不|服务中断|出现故障|时|后)$/;

/** What belongs to the victim rather than being it: 丰田的用户数据 → 丰田. */
const TAIL_BELONGING =
  /(?:的|之)?(?:部分|多个|数[十百千万]+名?|一个|内部|核心|官方|大量|所有|全部|关键|重要|两个|三个|其|旗下|企业|电商|在线|线上|网上|支付|it|计算机|电脑|信息|邮件|电子邮件|网络|业务|生产|开发|测试|云|供应链|社交媒体|社交|x|推特|twitter|youtube|facebook|instagram|telegram|discord|github|aws|客服|管理|财务|敏感|机密|个人|隐私|海量|百万|千万|亿|某|前|现任|第三方|外包|一家|另一家|公开|私有|绝密|军事|商业|订单|交易|门票|薪资|人事|招聘|预订|会议|聊天|病历|医疗){0,4} ?(?:系统|网络|服务器|服务|数据库|官网|网站|站点|账户|账号|帐户|帐号|主页|用户|客户|顾客|员工|雇员|会员|患者|病人|乘客|旅客|学生|数据|信息|资料|记录|隐私|源代码|源码|代码|代码库|文件|文档|内网|邮箱|基础设施|网关|设备|供应商|承包商|云环境|智能合约|合约|跨链桥|热钱包|钱包|资产|资金|域名|频道|仓库|存储库|页面|门户网站|后台|存储桶|内部通信|机密|凭证|凭据|密码|令牌|订单|漏洞|安全漏洞|电脑|计算机|邮件|电子邮件|服务器集群|备份|测试环境|应用程序|发言人|官方|高管|负责人|首席执行官|高级官员|官员|自己|并|称|经|同|一名|某)$/;

/** A role word right before the name: 电机制造商日本电产 → 日本电产. */
const ROLE_BEFORE =
  /.{0,40}?(?:巨头|巨擘|供应商|提供商|制造商|运营商|服务商|厂商|零售商|承包商|分销商|开发商|生产商|经销商|出版商|承运商|批发商|代工厂|龙头|独角兽|大厂|大亨|品牌|大王|团队|项目|机构|组织|企业|公司|集团|连锁店?|平台|协议|交易所|软件|应用|工具|网站|航司|车企|药企|券商|歌手|演员|政党|之一|第一大|最大的|系统|部门|门户|媒体|店|网络|医院|银行|大学|学校|业务|供应链|商|市场|社区|产品|港口|律所|律师事务所|化工|电信|保险|代币|基金|游戏|论坛)(?=.)/;

const LEADING =
  /^(?:[ ·.\-)]|的|了|是|在|为|和|与|及|或|被|向|对|将|把|从|自|当|也|都|又|已|曾|因|致|使|令|让|该|其|这|那|此次|这次|本次|一次|一起|一家|一个|一位|一名|某家|另一家|另一|又一家|又一|又|第二大|首家|知名|著名|大型|最大|主要|领先|顶级|头部|全球|世界|国内|国外|海外|跨国|老牌|豪华|热门|流行|所谓|前|重大|警方|有|称|说|于|但|而|就|则|并|以(?!色列|太)|由|再|连|仅|位于|包括|例如|比如|如|据|上述|多家|数家|三家|两家|等|疑似|疑|多次|导致|我国|新型|针对|利用|时|后)+/;

const COUNTRY = new RegExp(`^(?:${PLACES_ZH.join('|')})(?:的|地区|联邦|本土|境内|某|政府支持的)?`);

/** A person's office before a name: the name is a person's. */
const OFFICE =
  /(?:首席[^ ]{0,6}官|创始人|联合创始人|总裁|副总裁|董事长|主席|经理|总监|主管|局长|部长|州长|市长|总统|总理|议员|参议员|检察官|律师|法官|警官|发言人|研究员|研究人员|分析师|专家|工程师|顾问|教授|博士|先生|女士|记者|作者|黑客|嫌疑人|被告|代表|秘书|司令|上校|将军|专员|会长|ceo|cto|ciso|cfo|coo|老师|负责人|高管|嫌犯|男子|女子)$/;

/** Stretches with these are no names. */
const JUNK =
  /[了着们吗呢把被让给很哪什么]|正在|进行|使用|可以|可能|已经|没有|声[称明]|对(?!外)|从(?!业)|向(?!.?量)|其(?!他)|这|那|些|如何|不(?!列颠)|若|但(?!丁)|且|却|仅|曾|尚未|否|等|(?:者|时|后|前|期间|上|下|中|里|内|间|据|为|与|和|及|或|将|在|的|地|得|是|有|(?<![运奥冬员协金工商教峰大议国览博理事])会|要|能|就|才|也|还|再|又|都|均|已|称|说|成|出|到|于|以|并|而|因|由|所|最|第)$|^(?:者|们|性|化|后|上|下|之|用|受|使|每|各|另|出|到|成|不|无|有|在|中的|进)|造成|导致|预示|%|增长|上升|下降|激增|攀升|意识|鼓励|努力|加入|获得|提供|窃取|攻击|泄露|入侵|滥用|执行|伪装|利用|消除|爬取|生成|接下来|进一步|第一|首先|个人身份|部分|全部|大部分|一方面|什么|两个|三个|一种|一个|一份|一款|上一次|恶意|高度|敏感|海量|数百|数千|数万|数十|千万|[0-9.]+ ?[万亿千百]*(?:名|条|份|个|家|台|万|亿|元|美元)|^(?:逾|近|超|约|达|共) ?\d/;

const LATIN_RUN = /[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ&.'’+\-·@!]{0,30}(?: ?[–&-] ?| )?/g;

/**
 * Cuts out the name that ends at `to`, going left from a verb.
 *
 * @param text the document text, as printed
 * @param folded the same text folded
 * @param from the first place that may belong to it (the start of the sentence)
 * @param to where the words of the event begin
 * @returns the name, or null where the stretch holds none
 */
export function nameBefore(text: string, folded: string, from: number, to: number): NameSpan | null {
  const aliases: string[] = [];
  let end = to;
  for (let round = 0; round < 8; round++) {
    const stretch = folded.slice(Math.max(from, end - 24), end);
    const tail = TAIL_ADVERB.exec(stretch);
    if (tail !== null && tail[0] !== '') {
      end -= tail[0].length;
      continue;
    }
    if (folded.charAt(end - 1) === ')') {
      const open = folded.lastIndexOf('(', end - 1);
      if (open < Math.max(from, end - 60)) return null;
      const alias = cleanAlias(text.slice(open + 1, end - 1));
      if (alias !== null) aliases.push(alias);
      end = open;
      continue;
    }
    if (folded.charAt(end - 1) === '"') {
      const open = folded.lastIndexOf('"', end - 2);
      if (open >= Math.max(from, end - 30)) return graded(text, folded, open + 1, end - 1, aliases);
      end -= 1;
      continue;
    }
    if (folded.charAt(end - 1) === '》') {
      const open = folded.lastIndexOf('《', end - 2);
      if (open >= Math.max(from, end - 30)) return graded(text, folded, open + 1, end - 1, aliases);
    }
    break;
  }
  let start = end;
  const least = Math.max(from, end - MAX_NAME);
  while (start > least && !WALL.test(folded.charAt(start - 1))) {
    const c = folded.charAt(start - 1);
    if (c === ')') {
      const open = folded.lastIndexOf('(', start - 1);
      if (open < least) break;
      const alias = cleanAlias(text.slice(open + 1, start - 1));
      // “A（B）的官网”: the bracket names A when what follows belongs to A.
      if (alias !== null && TAIL_BELONGING.test(folded.slice(start, end))) {
        aliases.push(alias);
        end = open;
        start = open;
        continue;
      }
      break;
    }
    if (c === '(') break;
    // A和B: two names, where A is one for sure.
    if (
      /[和与及]/.test(c) &&
      end - start > 1 &&
      NAME_BEFORE_AND.test(folded.slice(Math.max(from, start - 8), start - 1))
    )
      break;
    start--;
  }
  return trimmed(text, folded, start, end, aliases);
}

/**
 * Cuts out the name that begins at `from`, going right from a preposition or an active verb.
 *
 * @param stops a pattern of what ends the object of this verb
 */
export function nameAfter(
  text: string,
  folded: string,
  from: number,
  to: number,
  stops: RegExp,
): NameSpan | null {
  let start = from;
  while (start < to && /[ "“]/.test(folded.charAt(start))) start++;
  if (folded.charAt(start) === '《') start++;
  let end = start;
  const most = Math.min(to, start + MAX_NAME);
  while (end < most && !WALL.test(folded.charAt(end)) && folded.charAt(end) !== '(') end++;
  const stop = stops.exec(folded.slice(start, end));
  const aliases: string[] = [];
  if (stop !== null) end = start + stop.index;
  else if (folded.charAt(end) === '(') {
    const close = folded.indexOf(')', end);
    if (close > 0 && close - end < 60) {
      const alias = cleanAlias(text.slice(end + 1, close));
      if (alias !== null) aliases.push(alias);
    }
  }
  return trimmed(text, folded, start, end, aliases);
}

/** Takes openers, adverbs, role words and belongings off a raw stretch. */
function trimmed(
  text: string,
  folded: string,
  from: number,
  to: number,
  aliases: readonly string[],
): NameSpan | null {
  let start = from;
  let end = to;
  OPENER.lastIndex = 0;
  const raw = folded.slice(start, end);
  for (let m = OPENER.exec(raw); m !== null; m = OPENER.exec(raw)) {
    if (m[0] === '') OPENER.lastIndex++;
    else start = from + m.index + m[0].length;
  }
  for (let round = 0; round < 6; round++) {
    const piece = folded.slice(start, end);
    const tail = TAIL_BELONGING.exec(piece) ?? TAIL_ADVERB.exec(piece);
    if (tail === null || tail[0] === '') break;
    end = start + tail.index;
  }
  while (end > start && /[ 的"”'’:-]/.test(folded.charAt(end - 1))) end--;
  start += LEADING.exec(folded.slice(start, end))?.[0].length ?? 0;
  if (end <= start) return null;
  return graded(text, folded, start, end, aliases);
}

function graded(
  text: string,
  folded: string,
  from: number,
  to: number,
  aliases: readonly string[],
): NameSpan | null {
  let start = from;
  let end = to;
  const of = folded.slice(start, end).lastIndexOf('的');
  if (of >= 0 && of < end - start - 1) start += of + 1;
  const latin = lastLatinRun(text, start, end);
  if (latin !== null) {
    const before = folded.slice(start, latin.start).trim();
    const after = folded.slice(latin.end, end).trim();
    if (OFFICE.test(before)) return null;
    const role =
      before === '' ||
      ROLE_BEFORE.test(`${before}x`) ||
      COUNTRY.test(before) ||
      before.length > 6 ||
      JUNK.test(before) ||
      isGenericZh(before);
    if (role) start = latin.start;
    if (after !== '' && (after.length > 8 || !ORGANISATION_SUFFIX_ZH.test(after) || JUNK.test(after)))
      end = latin.end;
    if (
      /[A-ZÀ-Þ]/.test(text.slice(start, end)) ||
      /\d[a-z]|[a-z]\d|[a-z]\.[a-z]/.test(text.slice(start, end))
    ) {
      return span(text, folded, start, end, aliases, 3);
    }
    // A name without a capital (a site, a handle) is known by what follows it.
    const owned = /^ ?(?:的)?(?:数据|网站|公司|平台|用户|客户|泄)/.test(folded.slice(end, end + 6));
    return span(text, folded, start, end, aliases, owned && end - start > 3 ? 3 : 1);
  }
  for (let round = 0; round < 3; round++) {
    const role = ROLE_BEFORE.exec(folded.slice(start, end));
    if (role === null) break;
    const rest = folded.slice(start + role[0].length, end);
    if (
      rest.length < 2 ||
      isGenericZh(rest) ||
      (ORGANISATION_SUFFIX_ZH.test(`${rest.slice(-4)}`) && rest.length <= 3)
    )
      break;
    start += role[0].length;
    const lead = LEADING.exec(folded.slice(start, end));
    if (lead !== null && lead[0].length < end - start) start += lead[0].length;
  }
  let piece = folded.slice(start, end);
  if (OFFICE.test(piece)) return null;
  if (JUNK.test(piece)) {
    // 暴露了德勤英国公司: what stands behind the last verb may still be a name.
    const known = [...piece.matchAll(KNOWN_HAN)]
      .map((m) => m[0])
      .find((name) => piece.endsWith(name) || piece.startsWith(name));
    if (known === undefined) return null;
    start += piece.endsWith(known) ? piece.length - known.length : 0;
    end = start + known.length;
    piece = known;
  }
  if (knownName(piece) !== null) return span(text, folded, start, end, aliases, 3);
  if (isGenericZh(piece)) return null;
  const country = COUNTRY.exec(piece);
  if (country !== null) {
    const rest = piece.slice(country[0].length);
    if (
      rest === '' ||
      (isGenericZh(rest) &&
        !/^(?:政府|总统府|议会|国会|军方|海军|空军|陆军|国防部|央行|中央银行|某.{1,10}|航空|电信|银行|移动|联通|邮政|铁路|石油|电力|通信|广播公司|司法部|财政部|内政部|卫生部|教育部|海关|税务局|警察|法院|驻.{1,10})$/.test(
          rest,
        ))
    )
      return null;
  }
  const described = /^某|某[^,]{0,8}$|^(?:一家|某家|一所|知名)/.test(
    folded.slice(Math.max(from, start - 2), end),
  );
  if (described) return span(text, folded, start, end, aliases, 2);
  return span(
    text,
    folded,
    start,
    end,
    aliases,
    ORGANISATION_SUFFIX_ZH.test(piece) || knownName(piece) !== null ? 3 : 1,
  );
}

function span(
  text: string,
  folded: string,
  from: number,
  to: number,
  aliases: readonly string[],
  grade: 1 | 2 | 3,
): NameSpan | null {
  let start = from;
  let end = to;
  while (start < end && /[\s"'“”‘’.·\-)(:]/.test(text.charAt(start))) start++;
  while (end > start && /[\s"'“”‘’·\-(:]/.test(text.charAt(end - 1))) end--;
  const piece = folded.slice(start, end);
  if (piece.length < 2 || /^[\d.%+ ]+$/.test(piece) || isGenericZh(piece)) return null;
  return { start, end, aliases, grade };
}

/** The runs of Latin words of a stretch, joined over single blanks. */
function latinRuns(piece: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  LATIN_RUN.lastIndex = 0;
  for (let m = LATIN_RUN.exec(piece); m !== null; m = LATIN_RUN.exec(piece)) {
    const start = m.index;
    const end = start + m[0].trimEnd().length;
    const last = out[out.length - 1];
    if (
      last !== undefined &&
      start - last.end <= 3 &&
      piece.slice(last.end, start).trim().replace(/[–&-]/, '') === ''
    ) {
      out[out.length - 1] = { start: last.start, end };
    } else if (/[A-Za-zÀ-ɏ]/.test(m[0])) {
      out.push({ start, end });
    }
  }
  return out;
}

function lastLatinRun(text: string, from: number, to: number): { start: number; end: number } | null {
  const runs = latinRuns(text.slice(from, to));
  const last = runs[runs.length - 1];
  return last === undefined ? null : { start: from + last.start, end: from + last.end };
}

/** What stands before 和 is a name that ends there. */
const NAME_BEFORE_AND =
  /(?:[a-z0-9.)]|公司|集团|银行|大学|医院|组织|机构|部|局|航空|电信|保险|委员会|政府) ?$/;

/** What a name must not be followed or preceded by to be the one that was hit. */
const OTHER_PART_AFTER =
  /^ ?(?:漏洞|勒索|恶意|木马|组织|团伙|研究|安全公司|安全团队|实验室|黑客|威胁|分析师|的报道)/;
const OTHER_PART_BEFORE =
  /(?:由|被|据|利用|通过|因|针对|使用|名为|黑客|组织|团伙|包括|在|于|向|与|给|对|来自|叫|称为|代号|论坛|研究员|分析师|专家|官)(?: |“|")?$/;

/**
 * The last proper name between two places: where the words right before a verb are no name, the subject
 * may stand further off (X在大选期间被黑, X也由于漏洞损失…).
 */
export function properNameBefore(text: string, folded: string, from: number, to: number): NameSpan | null {
  let best: NameSpan | null = null;
  const piece = text.slice(from, to);
  for (const found of latinRuns(piece)) {
    const start = from + found.start;
    const end = from + found.end;
    if (!/^[A-ZÀ-Þ]|^[a-z]{1,2}[A-Z]|^\d+[A-Za-z]/.test(text.slice(start, end)) || !fits(folded, start, end))
      continue;
    // 角川(Kadokawa): the bracket belongs to the name before it.
    const bracketed = folded.charAt(start - 1) === '(' && folded.charAt(end) === ')';
    const outer = bracketed ? nameBefore(text, folded, from, end + 1) : null;
    const name = outer ?? span(text, folded, start, end, [], 3);
    if (name !== null) best = name;
  }
  const plain = folded.slice(from, to);
  for (const m of plain.matchAll(KNOWN_HAN)) {
    const start = from + m.index;
    const end = start + m[0].length;
    if (start < (best?.start ?? 0) || !fits(folded, start, end)) continue;
    best = { start, end, aliases: [], grade: 3 };
  }
  for (const m of plain.matchAll(SUFFIXED)) {
    const name = nameBefore(text, folded, from, from + m.index + m[0].length);
    if (
      name !== null &&
      name.grade === 3 &&
      name.start >= (best?.end ?? 0) &&
      fits(folded, name.start, name.end)
    )
      best = name;
  }
  return best;
}

const SUFFIXED =
  /(?:公司|集团|大学|学院|医院|诊所|银行|委员会|协会|基金会|交易所|航空|电信|医疗中心|医疗系统|政府|议会|国防部|卫生部|外交部|邮政|俱乐部|民主党|竞选团队|图书馆|档案馆|机场|博物馆|警察局|法院)/g;

function fits(folded: string, start: number, end: number): boolean {
  return (
    !OTHER_PART_AFTER.test(folded.slice(end, end + 6)) &&
    !OTHER_PART_BEFORE.test(folded.slice(Math.max(0, start - 6), start))
  );
}

const LIST_MARK_LEFT = /(?: ?(?:、|以及|和|与|及|,) ?)$/;
const LIST_MARK_RIGHT = /^ ?(?:、|以及|和|与|及|,(?= ?[A-Z])) ?/;

/** Names joined to the left of one by 、 or 和. */
export function listBefore(
  text: string,
  folded: string,
  from: number,
  name: { readonly start: number },
): NameSpan[] {
  const out: NameSpan[] = [];
  let at = name.start;
  while (out.length < 10) {
    const mark = LIST_MARK_LEFT.exec(folded.slice(Math.max(from, at - 6), at));
    if (mark === null) break;
    const end = at - mark[0].length;
    const item = nameBefore(text, folded, from, end);
    if (item === null || item.grade < 2 || item.end < end - 14) break;
    out.push(item);
    at = item.start;
  }
  return out;
}

/** Names joined to the right of one by 、 or 和. */
export function listAfter(
  text: string,
  folded: string,
  name: { readonly end: number },
  to: number,
): NameSpan[] {
  const out: NameSpan[] = [];
  let at = name.end;
  while (out.length < 10) {
    const mark = LIST_MARK_RIGHT.exec(folded.slice(at, Math.min(to, at + 6)));
    if (mark === null) break;
    const from = at + mark[0].length;
    let end = from;
    while (
      end < to &&
      end - from < 30 &&
      !/[、,。;的]|和|与|以及|及|等|在内/.test(folded.slice(end, end + 1))
    )
      end++;
    const item = nameBefore(text, folded, from, end);
    if (item === null || item.grade < 2) break;
    out.push(item);
    at = end;
  }
  return out;
}

/** What a bracket after a name holds, where that is another name. */
export function cleanAlias(raw: string): string | null {
  const alias = raw
    .replace(/^(?:以下|下)?(?:简称|又称|又名|原名|前身为?|即|也称|全称|英文名)(?:为|是)?[:：]?/, '')
    .replace(/["“”'‘’「」]/g, '')
    .split(/[,，;；、]/)[0]
    ?.trim();
  if (alias === undefined || alias.length < 2 || alias.length > 50 || /^\d|https?:|%|[。]/.test(alias))
    return null;
  if (/^(?:包括|例如|如|约|见|图|注|来源|目前|现|前|原|后|the)/i.test(alias)) return null;
  return alias;
}
