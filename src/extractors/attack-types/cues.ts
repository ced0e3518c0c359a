import type { AttackType } from '../../model/index.js';
import { byScript } from '../engine/cue.js';

/**
 * How a clause speaks of an attack. All patterns read folded text, are meant for one clause or sentence, and
 * hold no unbounded repetition.
 */

/** What might come, what to do about it, what a thing is, whom one sells to: no attack that happened. */
export const ASIDE = byScript(
  /\d%|是否|无论是|不论是|潜在的?|不得而知|(?:有效性|必要性)的|质疑|猜测是|如果|若(?!干)|假如|建议|(?:应|应该|应当|务必|需要|必须|需)(?:立即|及时|定期|尽快|使用|启用|更改|警惕|注意|密切|采取|加强|提高|对|考虑|建立|做好)|请(?:勿|立即|及时|尽快|您|用户|警惕|注意|保持)|警惕|提防|切勿|小心|当心|谨防|防范|防止|预防|防御|防护|抵御|避免|以防|以免|防不胜防|风险|隐患|(?:可能|或|将|会|可|易|容易|以|能|来|用于|用来|从而)(?:被|会|将)?(?:用于|用来|进行|实施|发起|发动|遭受|面临|成为|导致|引发|利用(?:这些|该|此)?(?:信息|数据))|(?:面临|存在)[^,。;]{0,12}(?:风险|威胁|危险)|后续(?:攻击|的|钓鱼)|身份盗[窃用]|例如|比如|诸如此类|是(?:一种|指|一类)|指的是|通常|往往|一般(?:会|来说)|常见|常用|如何|怎么|什么是|模拟|演练|培训|意识|检测(?:和|到|出|与)?[^,。;]{0,6}(?:产品|方案|能力|工具)|解决方案|产品|方案|能够(?:帮助|检测|防)|市场|报告(?:显示|指出)|调查显示|统计|趋势|增长|上升|占比|百分之|每天|每年|平均|年度|全球范围|日益|越来越|逐渐|不断增|类型的|等攻击|类攻击|等网络攻击|威胁(?:情报|形势|态势|格局|越)/,
  /\b(?:if it|whether|is normal if|no group has)\b|\d%|\b(?:risk|risks|could be|could lead|could allow|could use|could then|may be used|might be used|can be used|can use|be used (?:to|for|in)|used for|potential(?:ly)? (?:be )?(?:target|use|phish|scam|victim)|potential (?:phishing|fraud|scam|identity|misuse|targets?)|vulnerable to|susceptible|protect|protection|prevent(?:ing|ion)?|avoid|defen[cs]e|defend|mitigat\w{1,8}|guard against|beware|be (?:wary|alert|vigilant|cautious|aware|on the lookout|suspicious)|watch (?:out|for)|vigilant|warn(?:s|ed|ing)? (?:customers|users|people|about|of|against|that)|alert for|should|must|recommend\w{0,6}|advis(?:e|es|ed|ing)|learn more|how to|such as|typically|often|common(?:ly)?|usually|in general|is a (?:type|form|kind)|refers to|trend|trends|survey|report says|according to a (?:new )?report|on average|per cent|percent|average|each year|every year|statistics|training|awareness|solution|solutions|product|simulation|insurance|future|further attacks|follow-on|subsequent|targeted attacks against|opens the door|increas(?:e|es|ed|ing) in|rise in|rising|growing)\b/,
);

/** Words for an attack that took place, for terms that are as often explained as told. */
/** A gang as the attacker: what makes of its name the kind of attack. Folded clause. */
export const GANG_ATTACK = byScript(
  /(?:被|遭到?|遭受)[^,。;]{0,24}(?:攻击|入侵|加密|勒索|袭击)|(?:团伙|组织|集团|帮派|黑客|运营商)[^,。;]{0,26}(?:攻击|入侵|加密|袭击)|对[^,。;]{0,24}负责|加密了/,
  /\b(?:attack(?:ed|s)?|hit|breached|hacked|encrypted|targeted|compromised)\b[^.;]{0,40}\bby\b|\b(?:gang|group|operation|operators|actors|crew|affiliate)\b[^.;]{0,40}\b(?:attack|hit|breach|hack|encrypt|target|responsib|credit)/,
);

/** Somebody who belonged to the house. Folded sentence. */
export const INSIDER =
  /前[^,。;、]{0,8}(?:员工|雇员|工程师|职员|特工|承包商)(?!的?(?:信息|数据|资料|姓名|个人)|[、和及][^。;]{0,18}(?:信息|数据|资料))|离职的?[^,。;]{0,10}(?:员工|工作人员|雇员)|(?:员工|雇员|工作人员)[^,。;]{0,12}(?:泄露了|窃取了|倒卖|私自|擅自|非法(?:获取|出售|提供))|\b(?:former|ex-|disgruntled|rogue) ?(?:[a-z]{2,14} ){0,2}(?:employee|engineer|contractor|worker|staffer)\b/;
/** What any of those sentences must hold. */
export const INSIDER_WHO = byScript(
  /员工|雇员|工程师|职员|特工|承包商|工作人员/,
  /employee|engineer|contractor|worker|staffer/,
);
export const INSIDER_ACT = byScript(
  /泄[露漏]|窃取|盗取|倒卖|出售|挖走|逮捕|起诉/,
  /stole|leak|stealing|theft|sabotag|access|charged|arrested|download/,
);

export const HAPPENED: Partial<Record<AttackType, RegExp>> = {
  ransomware:
    /攻击|入侵|声称|宣称|负责|受害|列入|列为|泄露|窃取|瘫痪|中断|遭|被|赎金|宣布|发布|添加|attack|claim|responsib|hit\b|listed|behind|victim|encrypt|stole|leak|breach|added|target|infect/,
  phishing:
    /通过|利用|遭|受到|点击|中招|发送|收到|来自|针对|冒充|伪装|借助|诱骗|成功|获取|被|源于|导致|via|through|fell|after|using|sent|received|target|click|victim|success|compromis|gain|obtain|result|caus|due to|hit|suffer|stem|origin|began|start|respond|trick/,
  social_engineering:
    /通过|利用|遭|被|成功|获取|攻击|员工|欺骗|诱骗|via|through|using|used|attack|employee|gain|access|trick|convinc|target|success|call|compromis/,
  malware:
    /感染|植入|安装|部署|投放|传播|注入|遭|被|上传|发现|利用|释放|下发|携带|包含|分发|推送|攻击|窃取|infect|install|deploy|plant|inject|upload|drop|found|discover|distribut|deliver|spread|push|contain|load|embed|insert|stole|used|hit|serv|compromis|attack|execut/,
  vulnerability_exploitation:
    /零日|0day|利用|被攻击|入侵|遭|攻击者|黑客|exploit|abus|leverag|attack|hack|breach|via|through|using|caus|allow|enabl|taking advantage|took advantage/,
  supply_chain:
    /泄[露漏]|入侵|攻击|窃取|被黑|遭|被盗|访问|失窃|中断|植入|恶意|漏洞|未经|暴露|擅自|违规|breach|attack|hack|compromis|stolen|stole|leak|expos|access|intrusion|ransomware|malicious|targeted|unauthori/,
  crypto_theft:
    /交易所|defi|协议|合约|代币|加密|虚拟货币|数字货币|区块链|以太|比特币|nft|usdt|\beth\b|\bbtc\b|\bbnb\b|crypto|token|protocol|bridge|blockchain|bitcoin|ethereum|wallet/,
  human_error:
    /泄[露漏]|公开|发送|上传|暴露|披露|寄|邮件|发布|流出|送信|掲載|sent|email|mail|publish|upload|post|expos|shar|disclos|releas|leak|left|access/,
  insider:
    /泄[露漏]|窃取|盗|倒卖|出售|非法|被捕|逮捕|起诉|涉嫌|攻击|入侵|下载|拷贝|贿赂|认罪|stole|steal|leak|access|download|sold|sell|brib|arrest|charg|accus|copied|took|taken|sabotag|breach|expos|misus|compromis|plead/,
  espionage:
    /攻击|入侵|窃取|渗透|针对|监听|窃密|渗入|发起|实施|植入|控制|归因|指控|幕后|attack|hack|target|breach|infiltrat|compromis|stole|access|behind|attribut|link|campaign|intrusion|spied|accus|blam/,
  fraud:
    /被骗|骗走|骗取|骗得|诈骗案|遭.{0,10}诈骗|实施.{0,6}诈骗|诈骗了|推广|推销|发布|损失|受害|盗刷|逮捕|被捕|涉案|冒充|转账|利用|起诉|defraud|scammed|stole|stolen|lost|loss|arrest|charg|promot|posted|victim|million|transactions|used|filed|perpetrat|sim/,
};

/** Something was done to data: beside a verb of theft, what was taken. */
export const DATA_OBJECT = byScript(
  /数据|信息|资料|文件|文档|记录|邮件|源代码|源码|代码|数据库|机密|隐私|凭[证据]|密码|情报|档案|姓名|名单|照片|账户详|账号信息|图纸|技术|情报/,
  /data|information|records?|files?|documents?|e?mails|source code|database|details|credentials|passwords?|names|addresses|numbers|messages|photos|secrets|customers'|personal|history|dati|informazioni|documenti/,
);

/** Third parties that help, or that got in: no supply chain. */
export const OTHER_THIRD_PARTY =
  /(?:未经授权|未授权|非授权|未知|恶意|不明)的?第三方|第三方(?:网络安全|安全|取证|专家|网安|调查|法律|律所|顾问|应急|鉴定|检测|评估|监测|测评)|(?:外部|独立)(?:网络安全|安全|取证)|(?:unauthori[sz]ed|unknown|malicious|criminal|independent|outside) third[- ]part(?:y|ies)|third[- ]party (?:cyber|forensic|expert|specialist|security|investigat|consult|it forensic|incident|digital forensic|advis|legal|experts|cookies|to assist|firm)|(?:security|cybersecurity|antivirus|endpoint|threat intelligence) (?:vendors?|suppliers?|providers?)|安全(?:厂商|供应商|服务商)|網络安全供应商|vendor(?:s)? (?:advisory|patch|released)/;

/** A supplier as the way in: what stands just before or just after the word for it. Folded text. */
export const SUPPLIER_BEFORE =
  /(?:因|由于|通过|其|某|一家|第三方|来自|利用|入侵|攻击|经由|旗下|外部|上游|二级|公司的|银行的|合作的?|使用的|起因|源于|委托|承包|外包|托管|it|云)[^,。;、]{0,6}$|\b(?:its|their|a|an|by|via|through|at|from|third[- ]party|one of its|company's|of its|our|external|former)\s(?:[a-z-]{1,18} ){0,3}$/;
export const SUPPLIER_AFTER =
  /^[^,。;、]{0,10}(?:被黑|遭|泄[露漏]|入侵|被攻击|失窃|处|托管|的(?:系统|漏洞|服务器|数据库|平台|网络|账户)|违反|擅自|未经|错误)|^(?:'s)?[^,.;]{0,30}\b(?:breach|hack|compromis|attack|incident|suffered|was|were|platform|system|intrusion|security)/;
/** Suppliers as people to be told, or as what the victim is. */
export const SUPPLIER_ASIDE =
  /(?:客户|员工|合作伙伴|用户|股东)[、和及与]\s?$|(?:customers|employees|partners|clients|staff|consumers)(?:,| and|, and)(?: (?:its|their|our))? $|\b(?:check|contact|ask) (?:with )?(?:the|your) $/;

/** The phrase that makes a means of a term: 通过钓鱼邮件, via phishing. Just before the term, folded. */
export const MEANS_BEFORE =
  /(?:通过|利用|使用|借助|发送了?|发布了?|遭到?|受到|遭受|遭遇|点击|收到|感染了?|植入了?|部署了?|安装了?|投放了?|因|由于|一封|一次|实施|进行)[^,。;]{0,14}$|\b(?:via|through|using|by|sent|after|fell (?:for|victim to)|to a|in a|deployed|installed|infected (?:with|by)|with|result of|due to|used|planted|injected|in an?|victim of|targeted (?:in|by)|following an?)\s(?:[a-z-]{1,16} ){0,4}$/;

/** Who got at the data, for verbs that also stand for ordinary use: 访问, 获取. */
export const INTRUDER =
  /攻击者|黑客|未经授权|未授权|第三方|威胁|入侵者|不法|犯罪|非法|违规|组织|团伙|未知|个人(?:能够|访问|获取)/;

/** Money for silence: a sum paid so that stolen data is deleted, or a threat to publish it. Folded sentence. */
export const HUSH_MONEY =
  /(?:支付|付了|付款|赎金)[^。;]{0,40}(?:(?:以|来|换取|要求|确保|保证)[^。;]{0,12}(?:删除|销毁|不再?(?:泄露|公开|公布|出售))|(?:避免|防止|阻止)[^。;]{0,16}(?:泄露|公开|公布|出售|曝光))|(?:威胁(?!者|行为|组织|分子|情报|团伙|方)|扬言)[^。;]{0,24}(?:公布|公开|泄露|曝光|出售|发布)[^。;]{0,24}(?:数据|信息|文件|资料|活动)|\bpaid\b[^.;]{0,60}\b(?:delete|erase|destroy|not (?:to )?(?:leak|publish|release))|\b(?:threaten(?:s|ed|ing)?) (?:to )?(?:leak|publish|release|sell|expose|dump)|pagato[^.;]{0,60}cancella/;

/** 安全漏洞 as “security breach” put into Chinese word by word: what befell somebody, no flaw that was used. */
export const BREACH_CALLED_FLAW =
  /(?:遭遇|遭受|经历|发生|披露|调查|确认|证实|报告|宣布|勒索软件|导致|致使)[^,。;]{0,24}$/;

/** A loss of coins in one sentence: verb and sum. */
export const COIN_LOSS =
  /(?:损失|被盗|盗走|盗取|窃取|获利|转移|转出|流失|抽走|耗尽|掏空)[^。;]{0,30}(?:万|亿|美元|枚|美金|usdt|eth|btc|bnb)|(?:万|亿|美元|枚|eth|btc|bnb)[^。;]{0,24}(?:被盗|损失|盗走|失窃|被转)|\b(?:drained|stole|stolen|lost|losses?|siphoned|exploited|theft|heist|hack(?:ed)?)\b[^.;]{0,60}(?:million|billion|\$|eth\b|btc\b|bitcoin|ether)|(?:million|billion|eth\b|btc\b|bitcoin|ether)\b[^.;]{0,50}\b(?:drained|stolen|lost|stole|siphoned|theft|hack)/;

/** An account taken over, with its name between verb and noun. */
export const ACCOUNT_TAKEN =
  /(?:入侵|劫持|接管|控制|盗用|攻破|黑入|黑了)(?:并[^,。;]{0,6})?了?[^,。;]{0,30}(?:账户|账号|帐户|帐号|邮箱)(?!信息|数据|密码|凭|名)|(?:账户|账号|帐户|帐号|邮箱)(?!信息|数据|密码|凭|的|名)[^,。;]{0,6}(?:被|遭|遭到|遭受)[^,。;]{0,8}(?:入侵|劫持|接管|控制|盗|黑|攻破|访问)|\b(?:hijack(?:ed|ing)?|took over|taken over|takeover of|hacked)\b[^,.;]{0,40}\baccounts?\b|\baccounts?\b[^,.;]{0,24}\b(?:hijacked|taken over|hacked into)/;
