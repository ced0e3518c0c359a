import { byScript } from '../engine/cue.js';
/**
 * What a clause says of the data it names. All patterns read folded text (text/fold.ts), are meant for one
 * clause of a sentence, and hold no unbounded repetition.
 */

/** Words for getting out: leaked, stolen, exposed, seen by those who should not. */
export const LEAK = byScript(
  /泄[露漏密出]|外泄|流出|外流|被盗|失窃|盗[取走用了]|盗窃|窃[取走得]|偷[走取了]|被偷|曝光|暴露|公之于众|(?:被|遭|遭到|已|随后|在网上|在暗网|全部|部分)公开|公开(?:了|发布|泄|出售|披露|在|的(?!渠道|资料|报道|信息|报告|消息|数据显示|招标|会议|声明)|多年|放出)|(?:被|遭)[^,。;]{0,10}(?:披露|发布|上传|公布|转卖|传播|挂|共享|分享|复制|拷贝)|(?:挂|放|晒|贴|传)(?:到|上|在)了?(?:暗网|网上|论坛|互联网|网络)|(?:被|遭|非法|未经授权|擅自|可|能够?|可以|成功|已|获得了?|直接|可能|均可|还可)[^,。;]{0,6}(?:访问|获取|查看|查询|读取|下载|复制|导出|篡改|获悉|看到|浏览|收集|检索)|(?:访问|获取|查看|读取|下载|复制|拷贝|导出|提取|获得|掌握|拿到|取得|收集|搜集|爬取|抓取|截获|截取|渗漏|渗出|转储|拖走|盗用|出售|售卖|兜售|贩卖|贩售|倒卖|挂售|叫卖|拍卖|丢失|遗失|发布|发送|共享|上传)了|拖库|脱库|出售|售卖|兜售|贩卖|倒卖|挂售|叫卖|受影响|受到影响|受波及|波及|影响到?了?|受损|面临风险|处于危险|丢失|遗失|不慎|截获|爬取|抓取|渗漏|下载|数据外带|获取|访问|获得|入侵|受损害|损害|失陷|可见|未加密|可被公开|公开访问|漏えい|漏泄|流出|窃取|不正アクセス|阅览/,
  /\bpresent\b(?! (?:a|an|the|in court|itself)\b)|expos|leak|stole|steal|stolen|theft|thie(?:f|ves)|breach|compromis|access(?!ib|ory)|obtain|acquir|exfiltrat|dump|scrap(?:e|ing)|took|taken|taking|download|copied|copies|copying|view(?:ed|able)|publish|posted|released|(?:for|on) sale|sell(?:s|ing)?\b|sold\b|offered|hack|impact|affect|disclos|lost\b|harvest|extract|swip|pilfer|siphon|grab|seiz|captured|intercept|involved|at risk|disseminat|redistribut|circulat|spill|data set|reveal|visible|found online|\bfound (?!that|guilty|out\b|no\b|it\b|a way|evidence|liable|himself|themselves)|discovered|surfaced|appeared|in the wild|publicly|unprotected|unsecured|viol(?:ato|ata|ati|azione)|rubat|sottratt|espost|trafugat|esfiltrat|pubblicat|compromess|diffus|vendit|accesso/,
);

/** Words that open a list of contents. */
export const CONTAIN = byScript(
  /包括|包含|包涵|涉及|涵盖|含有|内含|囊括|诸如|例如|比如|譬如|分别为|分别是|内容为|字段|列有|记录了|关联|存储|其中有|还有|以及|如下|数据类型|信息类型|明细|含まれ|合まれ|项目は/,
  /includ|contain|compris|consist|such as|featur|as well as|along with|alongside|together with|ranging from|namely|involv|relat(?:ed|ing) to|pertain|each (?:record|row|entry|line)|(?:records?|rows?|entries) (?:also )?(?:had|held|have|hold)|complete with|amongst? the|with (?:names?|emails?|details|information|data)|across|compris|comprend|inclu(?:de|dono|si|so)|conten|tra cui|quali|ovvero|riguard/,
);

/** What the clause says is not what came out: how it was done, what to do, what could be done with it. */
export const ASIDE = byScript(
  /(?:依据|根据|追踪|溯源|凭)[^,。;]{0,12}ip ?地址|(?:使用|利用|借助|凭借|通过|凭|滥用|以)[^,。;]{0,10}(?:被盗|泄露|窃取|失窃|暴露|弱|默认|有效|合法|受损|偷来|他人|已泄)的?[^,。;]{0,8}$|用于(?:窃取|收集|访问|登录|加密)|旨在(?:窃取|收集|获取)|能够?窃取|可窃取|会窃取|专门窃取|以(?:窃取|获取|收集|骗取)|试图(?:窃取|获取|访问)|诱[骗导使]|骗取|要求[^,。;]{0,10}(?:提供|输入|填写|提交)|(?:输入|填写)(?!(?:了|过)?的(?:信息|数据|资料|内容))|(?:删除|擦除|销毁|清除)了|索要|索取|重[置设](?:了|其|所有|密码)|(?:修改|更改|更换|重置|更新|重设|轮换|撤销)[^,。;]{0,10}(?:密码|凭[据证]|密钥|令牌|口令)|建议|(?:应|应该|应当|务必|需要|必须)(?:立即|及时|定期|尽快|使用|启用|更改|修改|密切|对|采取|加强|保护)|请(?:勿|立即|及时|尽快|您|用户|修改|更改|警惕|注意)|切勿|防止|避免|以防|以免|保护[^,。;]{0,12}(?:隐私|信息|数据|安全)|加强[^,。;]{0,10}(?:保护|管理|安全)|(?:可|会|能|将|可能|以便|来|进行|从事|实施|用于|用来)(?:被)?(?:用于|用来|进行|实施|发起|冒充|登录|从事)|冒充|身份盗[窃用]|身份欺诈|网络?钓鱼(?:攻击|邮件|诈骗|活动)?(?:者)?|金融欺诈|为[^,。;]{0,16}提供[^,。;]{0,10}(?:监控|保护|监测)|信用监[控测]/,
  /\b(?:should|must|please|recommend|advis(?:e|es|ed|ory)|urg(?:e|es|ed|ing)|encourag|change your|reset|resetting|enter(?:ing)? (?:their|your|the|a)|ask(?:s|ed|ing)? (?:for|users|them|you)|request(?:s|ed|ing) (?:that|users|them|you|customers|the|their|your|a|to)\b|trick|lure|phish(?:ing|ed)?|prompt(?:s|ed)|protect(?:ing)?\b|prevent|avoid|monitor(?:ing)?|identity theft|identity fraud|in order to|used (?:to|for|in)|can be used|could be used|may be used|could allow|designed to|attempt(?:s|ed|ing)? to|try(?:ing)? to|tries to|capable of|able to steal|never (?:give|share)|be (?:wary|cautious|alert|vigilant|on the lookout)|using (?:stolen|compromised|leaked|valid|exposed|legitimate|hacked)|with (?:stolen|compromised|leaked|valid)|via (?:stolen|compromised)|through (?:stolen|compromised)|use of (?:stolen|compromised)|free credit|complimentary|freeze)\b/,
);

/** Asides that stand although the same clause says that data came out. */
export const FIRM_ASIDE = byScript(
  /(?:使用|利用|借助|凭借|滥用)(?:了)?[^,。;]{0,12}(?:被盗|泄露|窃取|失窃|偷来|暴露)的?[^,。;]{0,16}(?:数据|凭[证据]|密码|账[号户]|信息|令牌|密钥|口令)|(?:通过|使用|利用|借助|凭借)[^,。;]{0,12}(?:凭[证据]|账号密码|密钥)[^,。;]{0,6}(?:入侵|登录|访问|进入|侵入|获取)|(?:凭[证据]|密码|密钥|令牌|口令)的?(?:轮换|重置|更换|更改|撤销)|(?:依据|根据|追踪|溯源)[^,。;]{0,12}ip ?地址|(?:可以|可|能|能够|会|希望|企图|试图|意图|旨在|以便|用来|用于)[^,。;了被]{0,16}(?:窃取|盗取|收集|提取)(?!了)|(?:恶意软件|木马|窃密程序|窃取程序|病毒|变种)[^,。;了被]{0,24}(?:窃取|收集|提取)(?!了|的数据)|(?:补救|防护|安全|应对|保护|缓解)措施|建议|请(?:勿|立即|及时|尽快|您|用户|修改|更改|警惕|注意)|切勿|诱[骗导使]|骗取|要求[^,。;]{0,10}(?:提供|输入|填写|提交)|(?:输入|填写)(?!(?:了|过)?的(?:信息|数据|资料|内容))|^,?(?:可能)?(?:会)?(?:被|可)?(?:用于|用来)(?![^,。;]{1,12}的)|(?:修改|更改|更换|重置|更新|重设|轮换|撤销)[^,。;]{0,10}(?:密码|凭[据证]|密钥|令牌|口令)|旨在|专门窃取|能够?窃取|可窃取|会窃取|用于(?:窃取|收集|访问|登录)/,
  /\b(?:malware|infostealers?|stealers?|trojan|variants?|spyware)\b[^,.;]{0,40}\b(?:steals?|extracts?|harvests?|collects?|grabs?)\b|\bcan (?:then )?(?:steal|extract|harvest|access|be)\b|\byou can\b|\bwonder(?:s|ing|ed)? (?:if|whether|how)\b|\b(?:should|please|recommend|change your|reset|trick|lure|designed to|attempt(?:s|ed|ing)? to|try(?:ing)? to|tries to|capable of|(?:us(?:e|es|ed|ing)|leverag(?:e|es|ed|ing)|abus(?:e|es|ed|ing)) (?:(?:the|their|a|some|previously) )?(?:(?:stolen|compromised|leaked|valid|exposed|legitimate)\b|(?:shared|reused) (?:passwords?|credentials?|logins?|accounts?|keys?|tokens?|data))|(?:revok|rotat|invalidat)(?:e|es|ed|ing)\b|can steal|able to steal)\b/,
);

/** Nouns that a list of contents belongs to when no verb says that they came out. */
export const DATA_SUBJECT = byScript(
  /数据|信息|资料|文件|样本|记录|数据库|字段|内容|条目|清单|情报|项目/,
  /data|information|files?\b|records?\b|database|dump|sample|archive|documents?|details|dati|informazioni|file|documenti/,
);

/** The lead of a list: what follows is what came out. */
export const LIST_LEAD = byScript(
  /(?:泄[露漏]|外泄|窃取|被盗|暴露|曝光|受影响|涉及|影响|流出|漏えい|漏泄|获取|访问|丢失|出售)[^。;]{0,24}(?:数据|信息|内容|类型|字段|资料|文件|范围|包括|如下|情报|项目|详情|样本|记录)|(?:数据|信息|字段|文件|资料|样本|内容)(?:类型|类别|内容|种类|字段|详情|明细|范围|项目|样例)?(?:包括|包含|如下|有|为|分为|涉及|涵盖|[:])|数据类型|信息类型/,
  /(?:exposed|stolen|leaked|compromised|accessed|affected|impacted|breached|involved|taken)\b[^.;]{0,60}|(?:data|information|files?|records?|details|documents?|dump|database)\b[^.;]{0,60}(?:includ|contain|compris|consist|involv|expos|accessed|stolen|compromis|affected|types?|classes)|(?:includ|contain)(?:es|ed|ing|s)?\b|what (?:data|information) was|dati (?:compromessi|esposti|sottratti)/,
);

/** A data set as the subject of its contents: told of an incident, it needs no word for the leak beside it. */
export const DATA_CONTAINS = byScript(
  /(?:数据|信息|文件|样本|记录|数据库|数据集|资料|内容|截图)(?:库|集|表|中|里|类型|样本)?[^,。;]{0,12}(?:包括|包含|包涵|涉及|涵盖|含有|有)/,
  /\b(?:data|dataset|records?|information|dump|files?|database|corpus|breach|leak|incident|collection|archive|sample|rows?|logs?)\b[^.;]{0,40}\b(?:includ|contain|consist|compris)/,
);
