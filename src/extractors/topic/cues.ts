import type { Topic } from '../../model/index.js';

/** A kind of wording in titles that speaks for a topic, with how much it speaks against an incident. */
export interface TopicCue {
  readonly id: string;
  readonly topic: Exclude<Topic, 'incident' | 'roundup'>;
  readonly re: RegExp;
  readonly weight: number;
  /** Share of the weight that is left where the title names a victim; a half by default. */
  readonly soft?: number;
}

/** Read on the folded title, in order; each counts once. */
export const TITLE_CUES: readonly TopicCue[] = [
  {
    id: 'how-to',
    topic: 'tutorial',
    re: /如何|怎么|怎样|教程|指南|手册|入门|复现|记一次|记录一次|挖洞|赏金|writeup|wp$|技巧|方法$|\d+ ?[个种大条步](?:方法|步骤|技巧|建议|措施|做法)|学习|笔记|(?<!事件|被黑|攻击)详解|靶场|实战|攻略|速查|科普|什么是|为什么|原理|面试|解题|思路|探索|how to|how i |tips|guide|what to do|what (?:is|are|you)|cheat ?sheet|walkthrough|challenge|tutorial|explained|\bbest practices\b|checklist|lessons|\d+ (?:ways|signs|steps|things|tips)|解决方案吧|保护.{0,12}免受|防止|避免/,
    weight: 4,
    soft: 0.3,
  },
  {
    id: 'vulnerability',
    topic: 'vulnerability',
    re: /漏洞(?!泄|致.{0,20}(?:泄|被盗)|.{0,12}(?:被盗|损失|遭窃))|cve-\d|0 ?day|零日|提权|\brce\b|\bpoc\b|exp(?:loit)?\b(?!ed)|vulnerabilit|flaws?\b|\bbugs?\b|远程代码执行|代码注入|sql 注入|sql注入|越权|未授权访问|补丁|patch|安全更新|insecure|injection|\bxss\b|\bcsrf\b|后门」|缺陷|高危|漏洞通告|处理器|侧信道|易被|恶意提权/,
    weight: 2.5,
  },
  {
    id: 'malware',
    topic: 'malware_analysis',
    re: /恶意软件(?!攻击)|木马|僵尸网络|窃[取密]程序|窃密|蠕虫|后门程序|样本|变种|挖矿|rootkit|stealer|trojan|botnet|backdoor|\brat\b|loader|malware(?! attack|bytes)|ransomware.{0,30}(?:ranked|analysis|deploys|uses|tool|evolv|targets|variant)|勒索(?:软件|病毒).{0,4}(?:分析|家族|变种|新|团伙.{0,6}(?:利用|使用|滥用|冒充|伪装)|针对|正|持续|盯上|预警|生态|杀手|太?猖狂)|盯上|(?:勒索软件|团伙|组织|黑客).{0,16}(?:袭击|攻击|入侵)了? ?\d+|apt|黑客(?:通过|利用|使用|欺骗|滥用|假冒|冒充|伪装)|攻击组织|利用.{0,20}(?:传播|分发|投放|窃取)|(?:冒充|假冒|仿冒|伪装)|(?:新型|新的).{0,24}(?:攻击|钓鱼)(?!.{0,6}(?:致|导致))|编年史|[a-z]-(?:linked|backed|aligned|nexus)|how .{0,30}(?:infects|works|evolv)|espionage campaign|钓鱼(?:活动|攻击|邮件)|techniques|campaign|hackers (?:use|exploit|abuse)|\bedr\b|snooping/,
    weight: 2,
  },
  {
    id: 'statistics',
    topic: 'other',
    re: /统计|趋势|下降|增长|上升|增加|攀升|激增|创.{0,4}新高|同比|\d%|占.{0,6}%|调查显示|报告(?:显示|发布|称|解读)?$|年度报告|白皮书|预测|展望|生态|多样化|支付(?:额|趋势)|成本|研究报告|近 ?1\/\d|trends?\b|\breport\b|statistics|study|survey|predictions?|budgets?|costs?\b|on the rise|dangers? of|persistence problem|why\b|opinion|interview|访谈|观点|思考|评论|解读|分析人士/,
    weight: 2,
  },
  {
    id: 'policy',
    topic: 'policy',
    re: /条例|办法|制裁|依法惩治|检察机关|典型案例|评估框架|行政命令|sanctions?\b|征求意见|国家标准|获批|草案|立法|法案|合规|规定(?:发布|施行|出台)|监管|执法行动|legislation|\bbill\b|\blaw\b|regulat|directive|government wants|surveillance/,
    weight: 2,
  },
  {
    id: 'advert',
    topic: 'advert',
    re: /携手|周年|年度总结|里程碑|圆满|颁奖|助力|认证|荣获|获奖|入选|中标|解决方案|护航|赋能|发布会|招聘|培训|课程|大会|沙龙|直播预告|报名|活动|优惠|产品(?:发布|升级)|引领|新品|上线|webinar|sponsored|edition$|conference|announces (?:new|general)|launch(?:es|ed) |行业实践|最佳实践|案例/,
    weight: 3,
  },
  {
    id: 'tool',
    topic: 'tool',
    re: /工具(?!.{0,12}(?:窃|盗|攻击|泄露))|开源项目|脚本|插件(?!.{0,12}漏洞)|starred|web ?版|一键|自动化|扫描器|检测工具|github 项目|release[sd]?\b|v\d+\.\d+/,
    weight: 2.5,
  },
  {
    id: 'law-enforcement',
    topic: 'other',
    re: /被捕|逮捕|落网|抓获|认罪|判刑|获刑|被判|起诉|查封|取缔|引渡|arrest|sentenc|pleads? guilty|indict|extradit|seiz|takedown|resentence|charged/,
    weight: 0.5,
  },
];

/** Titles of digests. */
export const ROUNDUP_TITLE =
  /早报|日报|周报|月报|简报|速览|牛览|周刊|资讯|盘点|汇总|一周|安全动态|摘要|快讯|每周|每日|新闻|周览|热点|大事件|回顾|极客早知道|早知道|态势|情报周|api news|weekly|week in|this week|round-?up|daily brief|digest|news of the week|newsletter|\bin review\b|top \d+ (?:data )?(?:breaches|hacks|cyber)|ransomware roundup/;

/** Body wording of a page that analyses code or a flaw. */
export const INDICATORS =
  /\b[a-f0-9]{32}\b|\b[a-f0-9]{40}\b|\b[a-f0-9]{64}\b|\[\.\]|hxxps?|\bdef \w+\(|#include|<\?php|\bGET \/|\bPOST \/|0x[0-9a-f]{4,}/gi;
