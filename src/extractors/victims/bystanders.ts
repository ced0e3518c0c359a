/**
 * Those who speak of incidents without being hit: security vendors, newsrooms, authorities. Names in folded
 * form. They become victims only where an event is told of themselves in so many words.
 * From general knowledge of the field; the vendor list follows the membership of MITRE's and FIRST's
 * public vendor pages, the rest the press.
 */
const VENDORS =
  'crowdstrike|mandiant|fireeye|kaspersky|卡巴斯基|symantec|赛门铁克|trend micro|趋势科技|sophos|eset|mcafee|迈克菲|trellix|bitdefender|比特梵德|avast|avg|f-secure|withsecure|malwarebytes|threatdown|palo alto networks|palo alto|派拓网络|unit 42|unit42|check point|check point research|cpr|fortinet|飞塔|fortiguard|fortiguard labs|cisco talos|思科 talos|talos|sentinelone|sentinellabs|rapid7|tenable|qualys|recorded future|insikt group|proofpoint|zscaler|cloudflare|akamai|imperva|netscout|f5 labs|f5|radware|secureworks|group-ib|positive technologies|dr.web|doctor web|huntress|arctic wolf|red canary|cybereason|deep instinct|cylance|carbon black|darktrace|vectra|exabeam|splunk|elastic security labs|elastic|securonix|logpoint|wiz|orca security|lacework|sysdig|aqua security|snyk|sonatype|jfrog|checkmarx|veracode|reversinglabs|socket|phylum|chainalysis|elliptic|trm labs|peckshield|派盾|slowmist|慢雾|慢雾科技|certik|blocksec|beosin|zachxbt|hacken|immunefi|halborn|emsisoft|id ransomware|malwarehuntertem|malwarehunterteam|vx-underground|dragos|claroty|nozomi networks|nozomi|armis|forescout|censys|shodan|greynoise|shadowserver|abuse.ch|team cymru|domaintools|silent push|infoblox|cloudsek|cyble|cyfirma|hudson rock|kela|intel 471|flashpoint|zerofox|resecurity|sekoia|withsecure|sygnia|volexity|kroll|coveware|resilience|coalition|beazley|at-bay|netskope|lookout|zimperium|appgate|threatfabric|cleafy|intezer|anyrun|any.run|virustotal|hybrid analysis|joe sandbox|comparitech|vpnmentor|websiteplanet|website planet|upguard|cybernews|safety detectives|safetydetectives|have i been pwned|hibp|troy hunt|bob diachenko|jeremiah fowler|horizon3|horizon3.ai|watchtowr|rhino security|trail of bits|ncc group|bishop fox|trustwave|spiderlabs|ibm x-force|x-force|google threat intelligence|gtig|google tag|threat analysis group|谷歌威胁分析小组|project zero|microsoft threat intelligence|mstic|微软威胁情报中心|patchstack|wordfence|sucuri|imunify|sansec|riskiq|jscrambler|barracuda|mimecast|abnormal|cofense|ironscales|knowbe4|bluevoyant|eclypsium|binarly|奇安信|360|360安全|360数字安全|360漏洞云|绿盟|绿盟科技|启明星辰|深信服|天融信|安恒|安恒信息|知道创宇|微步在线|微步|腾讯安全|阿里云安全|长亭|长亭科技|亚信安全|安天|瑞星|火绒|金山毒霸|山石网科|永信至诚|国家互联网应急中心|cncert|国家计算机病毒应急处理中心|cverc|jpcert|jpcert/cc|ahnlab|asec|安博士|安全内参|freebuf|嘶吼|安全客|看雪|verizon|varonis|cyberark|okta threat intelligence|keeper security|nordvpn|nordpass|surfshark|bleeping|searchlight cyber|sos intelligence|secureworks ctu|ctu|secplicity|watchguard|sonicwall capture labs|aon|deloitte cyber|accenture security|pwc|quorum cyber|prodaft|zayo|securityscorecard|bitsight|black kite|cyberint|socradar|s-rm|guidepoint|guidepoint security|halcyon|tidal cyber|zerobat|cyjax|citizen lab|公民实验室|amnesty international|国际特赦组织|access now|jamf|jamf threat labs|objective-see|iverify|oligo|legit security|gitguardian|truffle security|trufflehog|aqua nautilus|datadog|datadog security labs|invictus|permiso|reco|adaptive shield|appomni|obsidian|push security|expel|stairwell|hunt.io|team82|onekey|vulncheck|censys|assetnote|detectify|yeswehack|bugcrowd|hackerone|synack';

const NEWSROOMS =
  'bleepingcomputer|bleeping computer|techcrunch|the record|therecord|recorded future news|the register|wired|ars technica|zdnet|cnet|the verge|engadget|gizmodo|mashable|securityweek|security affairs|securityaffairs|infosecurity magazine|infosecurity|dark reading|darkreading|the hacker news|thehackernews|hacker news|hackread|krebsonsecurity|krebs on security|brian krebs|cyberscoop|statescoop|fedscoop|nextgov|politico|axios|bloomberg|彭博社|彭博|reuters|路透社|路透|associated press|the associated press|ap|美联社|afp|法新社|bbc|英国广播公司|bbc news|cnn|nbc|nbc news|cbs|cbs news|abc news|fox news|cnbc|npr|the new york times|new york times|nyt|纽约时报|washington post|the washington post|华盛顿邮报|wall street journal|the wall street journal|wsj|华尔街日报|financial times|金融时报|the guardian|卫报|the times|泰晤士报|the telegraph|每日电讯报|daily mail|le monde|der spiegel|明镜周刊|haaretz|国土报|耶路撒冷邮报|times of israel|nikkei|日经新闻|日经|nhk|朝日新闻|读卖新闻|每日新闻|共同社|时事通信|yonhap|韩联社|朝鲜日报|新华社|人民日报|央视|央视新闻|澎湃新闻|南华早报|scmp|tass|塔斯社|ria novosti|俄新社|kommersant|生意人报|motherboard|vice|forbes|福布斯|fortune|business insider|insider|the intercept|404 media|databreaches.net|databreaches|hipaa journal|the hipaa journal|healthcareitnews|bankinfosecurity|govinfosecurity|scmagazine|sc magazine|sc media|cso online|computerweekly|computing|itpro|helpnetsecurity|help net security|cybernews|securityboulevard|gbhackers|cybersecurity news|cyber security news|cybersecuritynews|cyberpress|coindesk|cointelegraph|the block|decrypt|solidot|it之家|ithome|cnbeta|36氪|虎嗅|雷锋网|网易|新浪|新浪科技|搜狐|腾讯新闻|凤凰网|界面新闻|财联社|第一财经|observer|观察者网|红星新闻|中新网|中新社|环球时报|中国新闻网|freebuf|e安全|安全牛|安全圈|黑客新闻|netzpolitik|heise|golem|itmedia|security next|security next (セキュリティ・ネクスト)|impress|scan netsecurity|cert-agid|redhotcyber|red hot cyber|cybersecurity360|ansa|la repubblica|corriere della sera';

/** Where posts are made and data is offered: mostly the place of a story, now and then its victim. */
const PLATFORMS =
  'twitter|linkedin|reddit|mastodon|youtube|github|tiktok|telegram|breachforums|raidforums|xss|exploit.in|leakbase|dread|x|推特';

const AUTHORITIES =
  "fbi|联邦调查局|美国联邦调查局|cisa|网络安全和基础设施安全局|美国网络安全和基础设施安全局|网络安全与基础设施安全局|nsa|国家安全局|cia|中情局|doj|司法部|美国司法部|department of justice|justice department|the justice department|sec|美国证券交易委员会|证券交易委员会|securities and exchange commission|ftc|联邦贸易委员会|美国联邦贸易委员会|federal trade commission|fcc|联邦通信委员会|federal communications commission|hhs|卫生与公众服务部|department of health and human services|ocr|office for civil rights|treasury|ofac|美国财政部|ico|信息专员办公室|information commissioner|information commissioner's office|ncsc|国家网络安全中心|英国国家网络安全中心|national cyber security centre|nca|国家犯罪局|英国国家犯罪局|national crime agency|action fraud|europol|欧洲刑警组织|eurojust|interpol|国际刑警组织|enisa|bsi|anssi|cnil|dpc|数据保护委员会|爱尔兰数据保护委员会|garante|garante privacy|garante per la protezione dei dati personali|polizia postale|acn|agenzia per la cybersicurezza nazionale|cert-ua|sbu|acsc|澳大利亚网络安全中心|australian cyber security centre|oaic|asd|澳大利亚信号局|australian federal police|afp|澳大利亚联邦警察|jpcert/cc|警察厅|警视厅|个人信息保护委员会|個人情報保護委員会|警察|警視庁|总务省|经济产业省|ppc|kisa|pipc|韩国互联网振兴院|cert-in|网信办|国家网信办|中央网信办|工信部|工业和信息化部|公安部|公安机关|网警|公安|警方|检方|检察院|法院|法庭|court|attorney general|district attorney|prosecutors|police|国会|congress|white house|白宫|european commission|欧盟委员会|european union|nist|mitre|cert|csirt|secret service|美国特勤局|homeland security|国土安全部|美国国土安全部|dhs";

const sets = {
  vendor: new Set(VENDORS.split('|')),
  newsroom: new Set(NEWSROOMS.split('|')),
  authority: new Set(AUTHORITIES.split('|')),
  platform: new Set(PLATFORMS.split('|')),
};

export type Bystander = keyof typeof sets;

/** What kind of bystander a name is, or null. @param name a name, folded */
export function bystanderOf(name: string): Bystander | null {
  const plain = name.trim().replace(/^the /, '');
  for (const kind of ['vendor', 'newsroom', 'authority', 'platform'] as const) {
    if (sets[kind].has(plain) || sets[kind].has(plain.replace(/(?:公司|集团|网站|报|的|媒体)$/, '')))
      return kind;
  }
  return null;
}
