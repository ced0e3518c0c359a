import type { Doc, Scope } from './types.js';

interface Cue {
  readonly id: string;
  readonly re: RegExp;
}

/** Read on folded text. Said to be so without being settled. */
const HEDGES: readonly Cue[] = [
  {
    id: 'zh-maybe',
    re: /可能|疑似|疑(?=遭|被|为|因)|据称|据传|或(?:已|将|许|遭|泄|致|导致)|恐(?:遭|致|泄|已)|涉嫌|似乎|怀疑|不排除|潜在/,
  },
  {
    id: 'en-maybe',
    re: /\b(?:may|might|could|possibly|potentially|allegedly|alleged|reportedly|suspected|apparently|appears? to|believed to|likely)\b/,
  },
  { id: 'ja-maybe', re: /可能性|おそれ|恐れ|疑い|とみられ|と見られ/ },
  {
    id: 'it-maybe',
    re: /\b(?:potrebbe(?:ro)?|sarebbe(?:ro)?|avrebbe(?:ro)?|presunt[aoie]|sospett[aoie]|possibil[ei])\b/,
  },
];

/** Said by the attacker, or by nobody in particular. */
const CLAIMS: readonly Cue[] = [
  {
    id: 'zh-claims',
    re: /(?:黑客|团伙|攻击者|组织|军团|卖家|售卖者|威胁者|威胁行为者|发帖者|帮派|勒索)[^,。;]{0,24}(?:声称|宣称|自称|扬言|宣布(?:对|攻击|入侵)|表示(?:已|窃取)|公布)|(?:声称|宣称|自称)(?:对|已|窃取|攻击|入侵|拥有|掌握|负责|泄露|攻破|成功)|据网传|网传|据.{0,8}爆料|有人宣称|被(?:添加|列入|列为).{0,12}(?:泄露|泄密|受害)/,
  },
  {
    id: 'en-claims',
    re: /\b(?:hackers?|gang|group|attackers?|actors?|seller|operators?|poster|ransomware|individual|user|hacktivists?)\b[^.;]{0,50}\b(?:claim(?:s|ed|ing)?|boast(?:s|ed|ing)?|allege[sd]?|brag(?:s|ged)?)\b|\bclaim(?:s|ed|ing)? (?:responsibility|to have|the attack|they|it had)|\b(?:added|listed) [^.;]{1,60}(?:leak site|victims?)\b|\bleak site\b/,
  },
  {
    id: 'it-claims',
    re: /\b(?:ha(?:nno)? rivendicato|rivendica(?:no|ta|zione)?|sostien[ei]|afferma(?:no)? di)\b/,
  },
  { id: 'ja-claims', re: /犯行声明|主張して|主张して|リークサイト/ },
];

/** General truths, advice, figures of the trade: no fact of an incident. */
const GENERAL: readonly Cue[] = [
  {
    id: 'zh-advice',
    re: /建议(?!书)|应当|应该|务必|请(?:勿|及时|尽快|您|用户|大家|立即|注意)|切勿|不要(?:点击|打开|使用|随意)|提高.{0,6}意识|企业(?:应|需|要|可以|必须)|用户(?:应|需|可以|要|必须)|组织(?:应|需|可以|必须)|防范措施|防护措施|(?:加强|强化|做好).{0,10}(?:防护|安全|备份|监测|管理)|定期(?:备份|更新|检查|更换)|启用(?:多因素|双因素|mfa)|及时(?:更新|修复|安装)/,
  },
  {
    id: 'zh-explains',
    re: /(?:是|指)(?:一种|指的是|一类|什么)|所谓的?.{0,12}(?:是指|指的是)|通常(?:会|是|情况)|一般(?:会|来说|而言)|往往|例如攻击者可以|攻击者(?:可以|可能会|可(?!能))|黑客(?:可以|可能会)|威胁者(?:可以|可能会)|如果(?:您|你|攻击者|企业|用户)/,
  },
  {
    id: 'zh-statistics',
    re: /(?:报告|调查|统计|数据|研究)(?:显示|指出|表明|发现).{0,60}(?:%|平均|增长|上升|下降|倍|次(?:攻击|事件)|起(?:攻击|事件))|同比|环比|平均(?:每|成本|赎金|损失)|占(?:比|总数|全部|所有)|\d(?:\.\d+)?%.{0,12}(?:企业|组织|受访者|攻击|机构|公司|员工认为)|(?:过去|近|未来)(?:几|\d+|[一二三四五六七八九十两]+)年.{0,30}(?:增|平均|超过|预计)|预计.{0,20}(?:到|将达|将增)/,
  },
  {
    id: 'en-advice',
    re: /\b(?:you (?:should|can|may want|need to|must)|your (?:password|account|data|organi[sz]ation|credit|bank|device|personal)\b(?![^.;]{0,60}\b(?:may have been|might have been|could have been|has been|have been|was|were)\b)|we recommend|users should|organi[sz]ations (?:should|must|need|can)|companies (?:should|must|need|can)|it is (?:recommended|advised)|make sure|be (?:wary|vigilant|cautious|aware)|beware|keep an eye|change your|enable (?:two|multi)|use (?:a )?strong|never (?:click|give|share|download)|don['’]t (?:click|share|reuse|use|store)|watch out)\b/,
  },
  {
    id: 'en-statistics',
    re: /\b(?:on average|year[- ]over[- ]year|per cent of|percent of (?:organi|compan|respond|breach|attack|all|the)|\d% of (?:organi|compan|respond|breach|attack|all|the)|surveyed|(?:a|the|new|recent|our|its|annual) survey (?:of|found|finds|shows?|showed|by|conducted|reveals?|revealed)|respondents|according to (?:a|the|its) (?:new |latest |recent )?(?:report|study|survey)|average cost|statistics show|in the (?:first|second|third|fourth) (?:quarter|half) of)\b/,
  },
  { id: 'zh-unknown', re: /(?:未|没有|尚不清楚|不清楚|不确定|无法确定)[^,。;]{0,8}是否/ },
  {
    id: 'en-unknown',
    re: /\b(?:unclear|not (?:yet )?(?:known|clear|disclosed|said)|did not (?:say|disclose)|has not (?:said|disclosed)|unknown) (?:whether|if|how)\b/,
  },
  {
    id: 'en-explains',
    re: /\b(?:is a (?:type|form|kind) of|is (?:the|an?) (?:[a-z]+ ){0,2}(?:use|practice|process|act|technique|method|tactic) (?:of|in which|where|that)|refers to|typically|generally|in general|attackers can|hackers can|cybercriminals (?:can|often)|threat actors (?:can|often))\b/,
  },
];

/** An earlier event than the one the text is about. */
const PAST: readonly Cue[] = [
  {
    id: 'zh-past',
    re: /此前(?:曾|也|还|已|就|的)|曾(?:经|在|于|遭|被|因|发生|披露|多次|声称|宣称|攻击)|上一次|上次|早在|前几年|去年|前年|往年|历史上|不是.{0,4}(?:第一次|首次)|非首次|并非首次|(?:早些|稍早)时候|几(?:个月|年)前|(?:\d+|[一二三四五六七八九十两]+)(?:个月|年|周)前/,
  },
  {
    id: 'en-past',
    re: /\b(?:years? ago|months? ago|last year|previous(?:ly)?|in the past|earlier (?:this|last) year|not the first time|second time|third time|prior (?:breach|incident|attack)|back in|had (?:also )?(?:suffered|been hit|been hacked))\b/,
  },
  { id: 'it-past', re: /\b(?:anni fa|mesi fa|l['’]anno scorso|lo scorso anno|in precedenza|già nel)\b/ },
];

/** Sub-headings under which a text gives advice, sources or indicators. */
const ADVICE_HEADING =
  /^[^a-z]{0,4}分析$|^(?:安全|深度|专家|事件)(?:分析|点评|观点|解读)$|^(?:评论|点评|编者按|写在最后|结语|思考)|建议|防护|防范|措施|缓解|修复|如何|怎么|启示|教训|反思|ioc|失陷指标|参考|来源|关于我们|相关阅读|延伸阅读|推荐|解决方案|产品|时评|总结与|what (?:to do|you|can)|how to|mitigation|recommend|protect|advice|tips|lessons|about (?:the|us|[A-Z])|references|sources|related|further reading|indicators|scan your|learn more|faq/;

/** A row of an ATT&CK table explains; its techniques alone are facts. */
const TACTICS_ROW = /\bt1\d{3}(?:\.\d{3})?\b.{0,200}\||\|.{0,200}\bt1\d{3}/;

export interface SentenceScope extends Scope {
  /** Tells of an earlier event. */
  readonly past: boolean;
}

/**
 * How each sentence of a document is to be taken. Negation is left to the fact rules, which see the clause.
 *
 * @param folded `doc.text`, folded
 */
export function readScopes(doc: Doc, folded: string): SentenceScope[] {
  const out: SentenceScope[] = [];
  let advice = false;
  let row = -1;
  let tactics = false;
  for (const s of doc.sentences) {
    const text = folded.slice(s.start, s.end);
    const block = doc.blocks[s.block];
    if (block !== undefined && block.index !== row) {
      row = block.index;
      tactics = TACTICS_ROW.test(folded.slice(block.start, Math.min(block.end, block.start + 600)));
    }
    if (
      block?.kind === 'heading' ||
      (s.text.length <= 24 &&
        block !== undefined &&
        block.kind !== 'title' &&
        block.end - block.start <= 26 &&
        !/[。.!?,;:]/.test(text))
    ) {
      advice = ADVICE_HEADING.test(text);
    }
    const cues: string[] = [];
    const any = (list: readonly Cue[]): boolean => {
      const cue = list.find((c) => c.re.test(text));
      if (cue !== undefined) cues.push(cue.id);
      return cue !== undefined;
    };
    const hedged = any(HEDGES);
    const claimed = any(CLAIMS);
    const general = any(GENERAL);
    const past = any(PAST);
    if (advice) cues.push('advice-section');
    const background = block?.kind === 'code' || advice || general || tactics;
    if (block?.kind === 'code') cues.push('code');
    if (tactics) cues.push('tactics-table');
    out.push({ negated: false, hedged, claimed, background, past, cues });
  }
  return out;
}
