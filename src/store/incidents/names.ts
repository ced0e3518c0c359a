import { componentName } from '../../text/components.js';
import { fold } from '../../text/fold.js';
import { KNOWN_ORGANISATIONS } from '../../text/organisations.js';

const LATIN_ENDING =
  /(?:[\s,]{1,3}(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|se|sa|s\.a|s\.p\.a|spa|srl|bv|b\.v|nv|n\.v|pty|pte|oy|ab|as|holdings?|group|international|technolog(?:y|ies)|ai)\.?){1,4}$/;
const CHINESE_ENDING =
  /(?:股份有限公司|有限责任公司|有限公司|控股公司|集团公司|株式会社|公司|集团|控股|官网|官方网站|网站|平台)$/;

/** Names that name nobody: every one of them would join strangers. */
const NOBODY =
  /^(?:多|数|几|[一二三四五六七八九十两\d]{1,4})(?:个|家|款|名|位|所)|^(?:某|多家|一家|数家|数十家|该|这家|未具名|未透露|受害|用户|客户|员工|患者|黑客|攻击者)|^(?:unknown|unnamed|undisclosed|multiple|several|many|dozens|hundreds|thousands)|^(?:victims?|users?|customers?|clients?|employees|patients|company|companies|firms?|organi[sz]ations?|government|hospital|bank|school|university|agency|store|service|website|platform)$|^(?:生物|科技|技术|网络|互联网|电信|软件|医疗|金融|能源|安全|信息|制造|物流|航空|保险|游戏){1,3}(?:公司|企业|机构|行业|领域|服务商|供应商)$/;

const bare = (name: string): string => name.replace(/[^\p{L}\p{N}]{1,20}/gu, '');

const KNOWN: ReadonlyMap<string, string> = new Map(
  KNOWN_ORGANISATIONS.flatMap((names) =>
    names.map((name): [string, string] => [bare(fold(name)), bare(fold(names[0] ?? name))]),
  ),
);

/**
 * Normalises the name of an organisation, product or group for comparison: width, case and traditional
 * characters folded, quotes and brackets dropped, legal forms and generic endings set aside; Chinese and Latin names
 * of a well-known organisation become one.
 *
 * @returns the key, or null where nothing is left that could tell one victim from another
 */
export function nameKey(name: string): string | null {
  let key = fold(name.normalize('NFKC'))
    .replace(/[《》「」『』“”"'’‘()[\]【】]/g, '')
    .replace(/\s{1,20}/g, ' ')
    .trim();
  // 我国某先进材料设计研究院: long enough to tell one unnamed organisation from another.
  const unnamed = /^(?:我国|中国|国内|我市)?某(?=.{7})/.exec(key);
  if (unnamed !== null) key = key.slice(unnamed[0].length);
  if (NOBODY.test(key)) return null;
  key = componentName(key.replace(/^the /, ''));
  const whole = KNOWN.get(bare(key));
  if (whole !== undefined) return whole;
  const latin = key.replace(LATIN_ENDING, '').trim();
  if (latin.length >= 2) key = latin;
  const chinese = key.replace(CHINESE_ENDING, '');
  if (chinese.length >= 2) key = chinese;
  key = bare(key);
  return key.length >= 2 ? (KNOWN.get(key) ?? key) : null;
}

/** Words of headlines that name no one. */
const COMMON = new Set(
  (
    'about access account accounts admits after again against alert alerts allegedly alleged allows amid apps army arrested ' +
    'attack attacker attackers attacks attempts avoid backdoor bank banks before being best between biggest billion breach ' +
    'breached breaches bugs campaign campaigns card cards caught chain charged chief china chinese cities claims client ' +
    'cloud code company companies compromise compromised computer confirms country court credential credentials credit crew ' +
    'crime critical crypto customer customers cyber cyberattack cyberattacks cybercrime cybercriminals cybersecurity data ' +
    'database databases ddos deliver delivers department details device devices disrupted dozens email emails employee ' +
    'employees enterprise europe exploit exploited exploiting exploits exposed exposes exposing extension extensions face ' +
    'faces fake fined firm firms first five flaw flaws four from gang gangs global government group groups hack hacked hacker ' +
    'hackers hacking hacks half have health healthcare hijack hijacked hits hospital hospitals host hundreds identity impact ' +
    'impacts incident incidents info information infrastructure inside insurance internal internet into investigates iran ' +
    'iranian issue issues italia italy japan just korea korean large last latest launches lawsuit leak leaked leaking leaks ' +
    'leave left location logins lost major malicious malware many mass massive medical member members million millions mobile ' +
    'more most multi multiple names nation national network networks news north notifies number numbers offers office ' +
    'officials online open operation operator over party passwords patch patients payment people personal phishing phone ' +
    'platform point police possible privacy probe probes program protect public ransom ransomware records report reports ' +
    'researchers reveals risk russia russian says scam school schools secret security seller seized server servers service ' +
    'services settles settlement several shut site sites software some source south spyware state states steal stealing ' +
    'steals stole stolen store student students supply suspected system systems take takes target targeted targeting targets ' +
    'teacher tech telecom telecoms than that their theft third this thousands threat threats three time tool tools used user ' +
    'users using victim victims vulnerabilities vulnerability warn warning warns weak week were what when which with website ' +
    'websites workers world worst year years zero 2023 2024 2025 2026'
  ).split(' '),
);

/** The words of a headline that may be names: Latin, four letters or more, none of the common ones. */
export function headlineNames(title: string): string[] {
  const words = fold(title).match(/[a-z0-9\u00c0-\u024f]{4,40}/g) ?? [];
  return [...new Set(words.filter((w) => !COMMON.has(w) && !/^\d+$/.test(w)))].slice(0, 12);
}

/** Whether a headline holds a name, by its key; short keys would be found by chance. */
export function isInHeadline(key: string, title: string): boolean {
  const least = /^[\p{Script=Latin}\d]+$/u.test(key) ? 4 : 2;
  if (key.length < least) return false;
  const folded = bare(fold(title));
  return folded.includes(key) || (KNOWN_OTHERS.get(key) ?? []).some((name) => folded.includes(name));
}

const KNOWN_OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  KNOWN_ORGANISATIONS.map((names) => [bare(fold(names[0] ?? '')), names.map((n) => bare(fold(n)))]),
);
