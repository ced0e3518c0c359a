/** Words that tie a count to harm, anywhere in its sentence. Folded. */
export const IMPACT =
  /泄[露漏密]|外泄|泄出|流出|漏洩|窃|盗|偷|曝光|暴露|受影响|影响|波及|殃及|受害|遇袭|遭|被黑|被[入侵攻感加访公]|入侵|侵入|攻陷|攻破|攻击|感染|加密|获取|非法|出售|兜售|售卖|贩卖|叫卖|挂售|公开|公布了|下载|失窃|丢失|瘫痪|取消|延误|中断|访问|包含|包括|涉及|涵盖|内含|通知|受損|流失|拖库|撞库|爬取|收集|诈骗|骗|漏えい|不正|影響|affect|impact|expos|leak|stol|steal|theft|breach|compromis|access|hack|infect|obtain|exfiltrat|\btaken|\btook|\blost|\bloss|dump|sale|sell|\bsold|contain|includ|involv|victim|notif|belong|scrap|published|posted|\bhit|encrypt|disrupt|cancel|at risk|impacted|unprotected|unsecured|appeared|targeted|defac|collected|harvest|download|ransom|diffus|rubat|espost|violat|coinvolt|sottratt|trafugat|colpit/;

/** Right before the number, in its clause: the size of a company, its market, its people, its money. */
export const BEFORE_NOT =
  /(?:拥有|坐拥|员工(?:总数|人数)?|雇[佣用](?:了)?|服务于?|服务了|覆盖|管理着?|运营着?|每[天日月年秒小时周]{1,2}|日均|年均|平均|排名|成立|营收|收入|市值|估值|融资|总部|下载量|安装量|活跃|月活|日活|奖金|悬赏|合作|招募|招聘|培训|分析了?|调查了?|扫描了?|监测了?|检测了?|拦截了?|阻止了?|逮捕了?|拘留|抓获|查封|缴获|判处|刑|过去|未来|最近|连续|长达|耗时|需要|历时|时隔|仅用|全球有|约有全球|\bemploys?|employing|employed|employees in|\bserves|\bserving|\bserve|operates? in|boasts|surveyed|analy[sz]ed|survey of|headquartered|workforce of|team of|staff of|revenue|\bworth|valued|market|\bper\b|\bevery\b|\beach\b|blocked|arrested|seized|fined|sentenced|population of|home to|founded|\baged?\b|\btop\b|used by|trusted by|supports?|customer base of)[^,，。;；.]{0,14}$/;

/** Right after the unit: rates, ranks, ages, and things that count no harm. */
export const AFTER_NOT =
  /^(?:[^,，。;；.]{0,6}(?:每[天日月年秒]|的?企业中|受访|接受调查|参与调查)|\/| ?(?:per|a|an|each|every) (?:day|week|month|year|hour|minute|second)|[^,.;]{0,12}(?:worldwide each|surveyed|polled|old\b))/;

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
    /(?:人数|人员|用户(?:数量?)?|客户(?:数量?)?|患者(?:数量?)?|会员(?:数量?)?|受害者(?:人数|数量?)?|员工(?:数量?)?|人員)(?:总数|总量|规模)?(?:已|约|将|总计|共计|达到|达|为|是|则|有|至|增至|上升至|超过|:|：| |\|){0,4}$/,
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
    /(?:number of |total )?(?:affected |impacted |breached |exposed |compromised )?(?:people|individuals|persons|users|customers|patients|victims)(?: affected| impacted| exposed| notified)?(?: is| was| to| at|:| \||\|| -){1,3} ?(?:about|over|more than|nearly|approximately|around|at least|up to)? ?$/,
    'people',
  ],
  [
    /(?:accounts|email addresses)(?: affected| impacted| exposed| breached| compromised)?(?: is| was| to| at|:| \||\||-){1,3} ?$/,
    'accounts',
  ],
  [
    /(?:records|rows|lines|entries)(?: affected| impacted| exposed| breached| compromised| leaked)?(?: is| was| to| at|:| \||\||-){1,3} ?$/,
    'records',
  ],
  [
    /(?:affect(?:s|ed|ing)?|impact(?:s|ed|ing)?|hit(?:s|ting)?|expos(?:es|ed|ing)|(?:data|details|information|records) (?:of|on|for|from)|leak(?:s|ed|ing)?) (?:about |over |more than |nearly |approximately |around |at least |up to |some |almost |roughly )?$/,
    'people',
  ],
];
