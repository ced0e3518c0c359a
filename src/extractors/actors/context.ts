/**
 * What the words around a name make of it: a group that acts, or software that is used. Patterns read folded
 * text just before or just after the name, and hold no unbounded repetition.
 */

const GROUP_AFTER =
  /^(?:、|和|,|及|与| and )[^。;\n]{0,50}?(?:在内的?|等)(?:多个|其他|知名)?(?:威胁|勒索|黑客|团伙|组织|网络犯罪)|^["'”’」》)）]{0,2}\s{0,2}(?:\([^)]{0,40}\)\s{0,2})?(?:勒索软件|勒索病毒|勒索|黑客|网络犯罪|犯罪|威胁|数据勒索|数据泄露|apt|网络间谍|间谍|攻击|网络攻击|亲俄|亲乌|激进)?\s{0,2}(?:软件)?(?:团伙|组织|集团|帮派|团队|团体|小组|运营商|运营者|运营团队|操作者|附属|成员|黑客|行为者|攻击者|卡特尔|军团|联盟|家族成员|幕后)|^["'”’]{0,2}\s?(?:\([^)]{0,40}\)\s?)?(?:,? (?:the |a |an )?)?(?:ransomware|extortion|hacking|hacker|cybercrime|cyber-crime|cybercriminal|cyber|threat|hacktivist|data extortion|criminal|apt|espionage|raas|ransomware-as-a-service|crime)?[ -]?(?:gang|group|operation|operators?|crew|cartel|actors?|affiliates?|hackers?|collective|team|members?|syndicate|outfit|leak site|'s (?:leak|data leak|dark|tor|blog|site)|'s claim)/;

const GROUP_BEFORE =
  /(?:黑客组织|黑客团伙|勒索组织|勒索团伙|勒索软件组织|勒索软件团伙|威胁组织|威胁行为者|威胁行动者|攻击组织|犯罪团伙|犯罪组织|apt组织|apt 组织|组织|团伙|黑客|攻击者|帮派|集团|别名|化名|又名|又称|自称为?|名为|代号|叫做|被称为)\s{0,2}["'“‘「《(（]{0,2}$|\b(?:group|gang|collective|actors?|hackers?|crew|alias|moniker|handle|nickname|known as|aka|a\.k\.a\.|also tracked as|tracked as|dubbed|called|named|calling itself|calling themselves|operators? of|members? of|affiliates? of|ransomware group|attributed to|linked to|link(?:s|ed)? .{0,20}to|blamed on|claimed by|carried out by|conducted by|orchestrated by|perpetrated by|work of|hacked by|breached by|attacked by|hit by|stolen by|by the|behind the|by)\s{0,2}["'“‘(]{0,2}$/;

const ACTS_AFTER =
  /^["'”’」》)）]{0,2}\s{0,2}(?:\([^)]{0,40}\)\s{0,2})?(?:已|也|还|则|近日|随后|于|在|现|现已|正|此前|曾|对外|甚至|再次|本周|今日|昨日|刚刚|首次|公开)?\s{0,2}(?:声称|宣称|宣布|表示|称|扬言|威胁|泄露|泄漏|公布|发布|窃取|盗取|攻击|入侵|要求|索要|列|添加|将|针对[^,。;]{0,24}(?:发起|发动|实施|攻击|进行)|对[^,。;]{0,20}(?:负责|发起|发动|实施|进行)|承认|认领|出售|曝光|公开|在(?:其|暗网|数据泄露|泄密|黑客论坛|breachforums|telegram))|^["'”’)]{0,2}\s?(?:\([^)]{0,40}\)\s?)?(?:,? which |,? who )?(?:has |have |had |also |recently |reportedly |allegedly |previously |now |later |then |is |was |are |were )?(?:since )?(?:claim|took credit|taken credit|taking credit|took responsibility|taken responsibility|list|add|post|leak|publish|threat|demand|stole|steal|hack|breach|attack|target|hit|infiltrat|said|says|told|announc|compromis|gained|accessed|exfiltrat|dump|releas|alleg|boast|responsible|believed|known|suspected|behind|sold|selling|offer|began|started|gave)/;

const RESPONSIBLE_BEFORE =
  /(?:由|系|遭|被|受|来自|归因于|归咎于|归责于|怀疑是?|指向|隶属于|属于|认为是|据称是|与|联手|包括|是)\s{0,2}["'“‘「《(（]{0,2}$/;
const RESPONSIBLE_AFTER =
  /^["'”’」》)）]{0,2}\s{0,2}(?:所为|发起|发动|实施|策划|入侵|攻击|窃取|泄露|操纵|控制|有关|有联系|干的|负责)/;

const SOFTWARE_AFTER =
  /^["'”’」》)）]{0,2}\s{0,2}(?:勒索软件|勒索病毒|恶意软件|木马|病毒|蠕虫|后门|间谍软件|僵尸网络|擦除器|信息窃取|窃密|加载器|加密器|加密程序|变种|变体|家族|远控|远程访问|恶意程序|rat\b|payload|有效载荷|3\.0|2\.0|构建器|解密)(?!(?:软件)?(?:团伙|组织|集团|帮派|运营商|运营者|黑客|附属|成员|泄露网站|幕后))|^["'”’)]{0,2}\s?(?:ransomware|malware|trojan|virus|worm|backdoor|spyware|botnet|wiper|infostealer|info-stealer|stealer|loader|rat|remote access trojan|encryptor|variant|strain|payload|family|locker|banking trojan|implant)\b(?! (?:gang|group|operation|operator|crew|cartel|actor|affiliate|hacker|collective|team|member|syndicate|leak|has|have|claim|is behind|was behind|took|listed|added))/;

const SOFTWARE_BEFORE =
  /(?:部署|使用|感染|植入|投放|安装|释放|传播|下载|名为|变种|变体|勒索软件|恶意软件|病毒|木马|后门|僵尸网络|利用|包括|加载)了?\s{0,2}["'“‘「《(（]{0,2}$|\b(?:deploy(?:s|ed|ing)?|infect(?:s|ed|ing)? with|infected by|us(?:e|ed|ing)|install(?:s|ed|ing)?|deliver(?:s|ed|ing)?|drop(?:s|ped|ping)?|spread(?:s|ing)?|distribut(?:e|ed|es|ing)|malware|ransomware|trojan|stealer|called|named|dubbed|variant of|strain of|version of|payload)\s{0,2}["'“‘(]{0,2}$/;

/** What a name is where it stands. */
export type Role = 'actor' | 'software' | 'bare';

/**
 * Reads what the words around a name say of it.
 *
 * @param folded the document, folded
 * @param start,end span of the name
 */
export function roleOf(folded: string, start: number, end: number): Role {
  const after = folded.slice(end, end + 80);
  const before = folded.slice(Math.max(0, start - 60), start);
  if (GROUP_AFTER.test(after)) return 'actor';
  if (SOFTWARE_AFTER.test(after)) return 'software';
  if (ACTS_AFTER.test(after) || RESPONSIBLE_AFTER.test(after)) return 'actor';
  if (GROUP_BEFORE.test(before)) return 'actor';
  if (SOFTWARE_BEFORE.test(before)) return 'software';
  return RESPONSIBLE_BEFORE.test(before) ? 'actor' : 'bare';
}
