/** Words that tie a count to harm, anywhere in its sentence. Folded. */
export const IMPACT =
  /batch of data|trove|植入|投毒|privacy|personal|identit|accident|wrong|inadvertent|mistake|released|victims?\b|unauthori|snoop|fraud|confidential|protected health|personal data|spam list|stealer|corpus|combolist|泄[露漏密]|外泄|泄出|流出|漏泄|窃|盗|偷|曝光|暴露|受影响|影响|波及|殃及|受害|遇袭|遭|被黑|被[入侵攻感加访公]|入侵|侵入|攻陷|攻破|攻击|感染|加密|获取|获得|非法|出售|兜售|售卖|贩卖|叫卖|挂售|公开|公布了|下载|失窃|丢失|瘫痪|取消|延误|中断|访问|包含|包括|涉及|涵盖|内含|含有|通知|受损|流失|拖库|撞库|爬取|收集|诈骗|骗|漏えい|不正|affect|impact|expos|leak|stol|steal|theft|breach|compromis|access|hack|infect|obtain|exfiltrat|\btaken|\btook|\blost|\bloss|dump|sale|sell|\bsold|contain|includ|involv|victim|notif|belong|scrap|published|posted|\bhit|encrypt|disrupt|cancel|at risk|unprotected|unsecured|appeared|targeted|defac|collected|harvest|download|ransom|diffus|rubat|espost|violat|coinvolt|sottratt|trafugat|colpit/;

/**
 * The verb of harm right before the number, in its clause: 影响了, 窃取, "affecting", "gained access to".
 * Read backwards from the number, a few modifiers between.
 */
export const TIE_BEFORE =
  /(?:泄[露漏](?:了|的)?|外泄(?:了)?|窃取(?:了|的)?|盗取(?:了)?|盗走(?:了)?|窃走(?:了)?|窃得|曝光(?:了)?|暴露(?:了)?|影响(?:了|到|范围)?|波及(?:了)?|殃及|涉及(?:了)?|感染(?:了)?|入侵(?:了)?|侵入(?:了)?|攻陷(?:了)?|攻破(?:了)?|攻击(?:了)?|加密(?:了)?|访问(?:了)?|获取(?:了)?|获得(?:了)?|出售(?:了)?|兜售|公开(?:了)?|包含(?:了)?|包括(?:了)?|内含|含有|通知(?:了)?|下载(?:了)?|丢失(?:了)?|导致|致使|造成|使得?|骗取(?:了)?|取消(?:了)?|受害者?(?:达|超过|包括)?|控制(?:了)?|劫持(?:了)?|篡改(?:了)?|破坏(?:了)?|擦除(?:了)?|伤害|转移(?:了)?|疏散(?:了)?|去重后|让|令|拖库|爬取(?:了)?|收集(?:了)?|披露(?:了)?|发布(?:了)?|植入(?:了|到)?|投递(?:了|到)?|注入(?:了|到)?|部署(?:了|到)|迫使|要求(?:了)?|锁定(?:了)?|瘫痪(?:了)?|affect(?:s|ed|ing)?|impact(?:s|ed|ing|ing data of)?|expos(?:e|es|ed|ing)|leak(?:s|ed|ing)?|steal(?:s|ing)?|stole|stolen|theft of|breach(?:es|ed|ing)?(?: of)?|compromis(?:e|es|ed|ing)|access(?:ed|ing)?(?: to)?|hack(?:s|ed|ing)?|infect(?:s|ed|ing)?|obtain(?:s|ed|ing)?|exfiltrat(?:e|es|ed|ing)|t(?:aken|ook)(?! down)|lost|los(?:s|ing)(?: of)?|dump(?:s|ed|ing)?|sell(?:s|ing)?|sold|contain(?:s|ed|ing)?|includ(?:es|ed|ing)|involv(?:es|ed|ing)|notif(?:y|ies|ied|ying)|alert(?:ed|ing|s)?|advis(?:ed|ing)|told|inform(?:ed|ing)|warn(?:ed|ing)|contact(?:ed|ing)|emailed|mailed|letters to|belonging to|relat(?:es|ed|ing) to|pertain(?:s|ed|ing) to|concern(?:s|ing)|releas(?:ed|ing)|disclos(?:ed|ing)|mov(?:ed|ing)|copied|downloaded|viewed|view|uncovered|recovered|discovered|found|consisting of|compris(?:ed|ing|es)|totall?(?:ed|ing)|added|adding|derived from|caus(?:ed|ing)|scrap(?:ed|ing)|published|posted|hit(?:s|ting)?|encrypt(?:ed|ing|s)?|disrupt(?:s|ed|ing)?|cancel(?:l?ed|l?ing|s)?|target(?:ed|ing)|defac(?:ed|ing)|harvest(?:ed|ing)|download(?:ed|ing)|hijack(?:ed|ing)?|(?:data|details|information|records|passwords|accounts|credentials|emails|names)(?: and [a-z]+)? (?:of|on|for|from|relating to|belonging to)|wip(?:ed|ing)|affett\w+|colpit[oi]|espost[oi]|rubat[oi]|coinvolt[oi])[^,，。；;:：.!?]{0,16}$/;

/** The verb of harm after the unit, in its clause: 用户数据被泄露, "users were affected". */
export const TIE_AFTER =
  /^(?:[^,，。；;!?]{0,22}(?:泄[露漏](?!了)|外泄|被[盗窃黑入侵攻感加访公曝卖删骗取拖挂]|遭|受影响|受到?(?:此次|本次|该)?[^,，。]{0,12}(?:影响|攻击|威胁)|的(?:网络|勒索)?[^,，。]{0,4}(?:攻击|入侵)|被?(?:暂停|推迟|叫停)|受害|失窃|丢失|曝光|暴露|流出|瘫痪|中断|取消|延误|中招|沦陷|感染|受损|收到(?:了)?[^,，。]{0,10}(?:攻击|恶意|钓鱼|勒索))|[^,;!?]{0,48}(?:\bhit\b|attacked|victimi[sz]ed|knocked|crashed|shut down|affected|impacted|exposed|leaked|stolen|breached|compromised|accessed|hacked|infected|at risk|taken(?! down)|lost|for sale|disclosed|published|posted|notified|encrypted|cancell?ed|disrupted|targeted|scraped|obtained|dumped|sold|in danger|coinvolt|espost|rubat|colpit|were put|植入|投毒|may have had|may have been|could have been|will (?:receive|be notified)|privacy|were (?:sent|found|provided|given|left|involved|added)|appear|went missing|missing))/;

/** Data of those counted, right after the unit: 用户的个人信息, "customers' data". */
export const DATA_AFTER =
  /^(?:[^,，。；;!?]{0,12}(?:信息|数据|资料|记录|个人|隐私|账户)|[^,;!?]{0,40}(?:ha(?:ve|d|s) (?:their|been)|\bdata\b|\binformation\b|registered))/;

/** Right before the number: rates, ranks, police work, money. Never a count of harm. */
export const NEVER_BEFORE =
  /(?:每[天日月年秒小时周]{1,2}|日均|年均|平均|排名|\bemploy(?:s|ing|ed)?\b|\bserv(?:es|ing)\b|雇[佣用]了?|营收|市值|估值|融资|下载量|安装量|月活|日活|奖金|悬赏|逮捕了?|拘留|抓获|查封|缴获|判处|财富|连续|长达|耗时|历时|时隔|仅用|检测(?:到|出)|拦截了?|阻止了?|扫描了?|冻结|没收了?|裁员|裁减|解雇|参赛|防范|法规|条例|attracted|amassed|gained|grew to|reached|保护了?|协助|处置了?|下架了?|封禁了?|屏蔽了?|响应了?|清理了?|劝阻|安装量|分成|部署了?|\bper\b|\bevery\b|\beach\b|arrested|seized|fined|sentenced|population of|\baged?\b|\btop\b|\bfortune\b|\bdistrict|\barea|\bversion|counts? of|sanction(?:s|ed|ing)|took down|taken down|charged (?:him|her|them|[a-z]+ [a-z]+|with)(?: with)?|survey of|analysis of|study of|review of|forfeit(?:ed|ing)?|registered|registering|surveyed|analy[sz]ed)[^,，。;；.]{0,14}$/;

/** Names whose harm lies in being used: 3万个IP is where an attack came from. */
export const SOURCES_BEFORE =
  /(?:来自|源自|源头|僵尸网络|攻击源|利用|originat|from|botnet)[^,，。;；.]{0,16}$/;

/** Right before the number, in its clause: the size of a company, its market, its people. A verb of harm beside the number outranks it. */
export const SIZE_BEFORE =
  /(?:拥有|坐拥|员工(?:总数|总人数)|雇[佣用](?:了)?|服务于|服务了|服务超?过?|覆盖|管理着?|运营着?|成立|收入|总部|活跃|合作|招募|招聘|培训|分析了?|调查了?|监测了?|过去|未来|最近|需要|全球有|约有全球|分为|注册(?:了)?|创建了?|使用(?:了)?|通过|超过其|\bemploys?|employing|employed|employees in|\bserves|\bserving|\bserve|operates? in|boasts|headquartered|workforce of|team of|staff of|revenue|\bworth|valued|market|blocked|home to|(?:system|platform|software|services?|solutions?|provider|supplier|app) (?:for|to) |founded|used by|trusted by|\bsupports?\b|customer base of|one of|some of the|grew to|growth|spans?|spanning)[^,，。;；.]{0,12}$/;

/** 有, with, has: the size of what is not itself a body of data. */
export const HAS_BEFORE =
  /(?:(?:(?<!database|leak|breach|file|dump|dataset|archive|files|data|list|server|collection|cache|trove|rows|records|transactions|backup|users|corpus) with|(?<!database|leak|breach|file|dump|dataset|archive|data|we|they) (?:now )?(?:has|have|had))(?: (?:now|a|about|some|more than|over|nearly|around|approximately|at least|up to|almost|roughly))?|(?:^|[^没只仅还共含约已])有(?:近|超过?|约|大约|逾)?) ?$/;

/** Right after the unit: rates, ranks, ages, use, and what police and researchers count. */
export const AFTER_NOT =
  /^(?:[^,，。;；.]{0,6}(?:每[天日月年秒]|的?企业中|受访|接受调查|参与调查)|[^,，。；]{0,5}(?:使用|采用|部署|被?解雇|辞职|离职|被裁|投诉|死亡|丧生|被捕|落网|送检|被起诉|被判|进行洗钱|洗钱|服务)|\/| (?:were|was|have been|had been) (?:arrested|identified as|charged|indicted|sanctioned|detained|sentenced|questioned|seized|taken down)\b| ?(?:per|a|an|each|every) (?:day|week|month|year|hour|minute|second)|[^,.;]{0,12}(?:worldwide each|surveyed|polled|old\b)| ?(?:to date|worldwide|globally)?,? (?:use|trust|rely)\b)/;

/** People who are no victims: found by the words around them. */
export const NOT_VICTIMS =
  /逮捕|被捕|抓获|嫌疑|犯罪|通缉|悬赏|特工|落网|拘留|起诉|起诉书|研究人员|专家|arrest|suspect|indict|charged|sentenc|researcher|detained|prosecut/;

/** A figure with no noun that is said to be affected: "1,008 were affected". */
export const AFFECTED_AFTER =
  /^ (?:of (?:whom|them|which) )?(?:were|have been|had been|are|was|may have been) (?:potentially |possibly |also |directly )?(?:affected|impacted|exposed|stolen|compromised|notified|breached)/;

/** Words before a number that name its unit: 受影响人数为, "number of affected users:". */
export const UNIT_BEFORE: readonly (readonly [
  RegExp,
  (
    | 'people'
    | 'accounts'
    | 'records'
    | 'organizations'
    | 'devices'
    | 'files'
    | 'cards'
    | 'credentials'
    | 'other'
  ),
])[] = [
  [
    /(?:人数|人员|用户(?:数量?)?|客户(?:数量?)?|患者(?:数量?)?|会员(?:数量?)?|受害者(?:人数|数量?)?|员工(?:数量?)?)(?:总数|总量|规模)?(?:实际上?|目前|已经|可能|已|约|将|总计|共计|达到|达|为|是|则|有|至|增至|上升至|超过|高|多|:|：| |\|){0,5}$/,
    'people',
  ],
  [
    /(?:账户|账号|帐户|帐号|邮箱|电子邮件地址)(?:总数|数量?|规模)?(?:已|约|总计|共计|达到|达|为|是|有|至|:|：| |\|){0,4}$/,
    'accounts',
  ],
  [
    /(?:记录|数据|信息|条目|数据量|泄露)(?:总数|总量|条数|数量?|规模|行数)(?:已|约|总计|共计|达到|达|为|是|有|至|:|：| |\|){0,4}$/,
    'records',
  ],
  [
    /(?:企业|公司|机构|组织|单位|客户公司)(?:总数|数量?)(?:已|约|总计|共计|达到|达|为|是|有|至|:|：| |\|){0,4}$/,
    'organizations',
  ],
  [
    /(?:设备|服务器|主机|电脑)(?:总数|数量?)(?:已|约|总计|共计|达到|达|为|是|有|至|:|：| |\|){0,4}$/,
    'devices',
  ],
  [
    /(?:number of |total )?(?:affected |impacted |breached |exposed |compromised )?(?:people|individuals|persons|users|customers|patients|victims)(?: affected| impacted| exposed| notified)?(?: is| was| to| at|:| \||\|| -|\s){1,4}(?:about|over|more than|nearly|approximately|around|at least|up to)? ?$/,
    'people',
  ],
  [
    /(?:accounts|email addresses)(?: affected| impacted| exposed| breached| compromised)?(?: is| was| to| at|:| \||\||-|\s){1,4}$/,
    'accounts',
  ],
  [
    /(?:records|rows|lines|entries)(?: affected| impacted| exposed| breached| compromised| leaked)?(?: is| was| to| at|:| \||\||-|\s){1,4}$/,
    'records',
  ],
  [
    /(?:affected|impacted|victims|breached|exposed|compromised)(?: individuals| people)?(?: has| have)?(?: is| was| at| on the [a-z]{2,10} site| shows| now| grown| risen| increased| climbed| to|:|\?|\||\s){1,6}$/,
    'people',
  ],
  [
    /(?:bringing|brings|taking|raising) the total(?: number)?(?: of [a-z ]{3,30})? (?:up )?to (?:about |over |more than |nearly )?$/,
    'records',
  ],
  [
    /(?:affect(?:s|ed|ing)?|impact(?:s|ed|ing)?|hit(?:s|ting)?|expos(?:es|ed|ing)|(?:data|details|information|records) (?:of|on|for|from)|leak(?:s|ed|ing)?) (?:about |over |more than |nearly |approximately |around |at least |up to |some |almost |roughly )?$/,
    'people',
  ],
];

/** 包含 and the like tell what a body of data holds: not enough for a small number. */
export const HOLDS_BEFORE =
  /(?:包含|包括|含有|内含|涉及|发布|导致|让|令|使|contain|includ|involv)[^,，。;；.]{0,16}$/;

/** Products and names that end in a number. */
export const PRODUCT_BEFORE =
  /(?:^|[^a-z])(?:microsoft|office|dynamics|windows|exchange|m|series|room|boeing|airbus|area|route|section|pixel|galaxy|iphone|model|type|level|tier|step|day|phase|part|top|port|error|http) $/;
