import type { Doc, Sentence } from '../engine/types.js';

/** A name that a phrase introduces as an attacker's. */
export interface NamedActor {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

const LATIN = String.raw`[A-Z0-9@][\w$@.\-]{1,24}(?: (?:[A-Z0-9][\w$.\-]{0,20}|of|the)){0,3}`;
const QUOTED = String.raw`["“‘「《'][^"”’」》'\n]{2,30}["”’」》']`;

interface Pattern {
  readonly rule: string;
  readonly re: RegExp;
}

/** Phrases that introduce a name; the first filled group is the name. All repetition is bounded. */
const PATTERNS: readonly Pattern[] = [
  {
    rule: 'actors/zh-named',
    re: new RegExp(
      String.raw`(?:名为|自称为?|自称是|叫做|叫|化名为?|代号为?|绰号为?|网名为?|昵称为?|别名为?|ID为|用户名为?|被称为|标记为|称为|署名为?)\s{0,2}(?:(${QUOTED})|(${LATIN}))\s{0,2}(?:\([^)]{0,30}\)|（[^）]{0,30}）)?\s{0,2}的?(?:[^，。；,\n名公软]{0,6})(?:黑客|威胁行为者|威胁行动者|威胁组织|威胁者|攻击者|勒索(?:软件)?(?:团伙|组织|集团)|犯罪(?:团伙|组织|集团)|黑产|组织|团伙|用户|卖家|账号|帐户|账户|成员|行为者|帮派|发帖者|个人|的人)`,
      'g',
    ),
  },
  {
    rule: 'actors/zh-user-called',
    re: new RegExp(
      String.raw`(?:账号|账户|用户|黑客|攻击者|卖家|发帖者|嫌疑人|网友|会员|威胁者|行为者)(?:名|的名字|用户名|昵称|化名|代号|ID)?(?:叫做?|名为|名叫|为|是|使用化名|自称)\s{0,2}(?:(${QUOTED})|([A-Z@][\w$@.\-]{2,24}))`,
      'g',
    ),
  },
  {
    rule: 'actors/zh-someone',
    re: /(?:嫌疑人|被告人|被告|男子|女子|员工|掮客|常务|黑客|案犯|主犯|代表)\s{0,2}([A-Z\u4e00-\u9fff]\s?某(?:某|[甲乙丙])?)/g,
  },
  {
    rule: 'actors/zh-group-name',
    re: new RegExp(
      String.raw`(?:黑客组织|黑客团伙|黑客团体|勒索组织|勒索团伙|勒索软件组织|勒索软件团伙|勒索软件集团|威胁组织|威胁行为者|威胁行动者|威胁攻击者|APT组织|APT 组织|犯罪团伙|犯罪组织|网络犯罪组织|网络犯罪团伙|黑客)\s{0,2}[（(]?(?:(${QUOTED})|(${LATIN}))`,
      'g',
    ),
  },
  {
    rule: 'actors/zh-name-group',
    re: new RegExp(
      String.raw`(?:(${QUOTED})|(${LATIN}))\s{0,2}(?:\([^)]{0,30}\)|（[^）]{0,30}）)?\s{0,2}(?:勒索软件|勒索病毒|勒索|黑客|网络犯罪|犯罪|威胁|间谍)(?:软件)?(?:团伙|组织|集团|帮派|团队|团体|运营商|运营者)`,
      'g',
    ),
  },
  {
    rule: 'actors/en-known-as',
    re: new RegExp(
      String.raw`\b(?:hackers?|actors?|groups?|gangs?|collective|crew|users?|individual|someone|person|seller|poster|attackers?|member|cybercriminals?|criminals?|operation|persona|man|teen|teenager)[^.;:\n]{0,30}?\b(?:known (?:online )?as|called|named|dubbed|nicknamed|calling (?:itself|themselves|himself)|that calls itself|going by(?: the (?:name|handle|alias|moniker|nickname|pseudonym|online name))?(?: of)?|who (?:goes|go|went) by(?: the (?:name|handle|alias|moniker|nickname|pseudonym))?(?: of)?|(?:using|with|under|by) the (?:online )?(?:name|handle|alias|moniker|nickname|pseudonym|username|screen name|nick)(?: of)?|tracked as|identified as|aka|a\.k\.a\.?)\s(?:the )?(?:(${QUOTED})|(${LATIN}))`,
      'g',
    ),
  },
  {
    rule: 'actors/en-handle',
    re: new RegExp(
      String.raw`\b(?:using|under|by|uses|used|with) the (?:online )?(?:handle|alias|moniker|nickname|pseudonym|nom de guerre)(?: of)?\s(?:(${QUOTED})|(${LATIN}))`,
      'g',
    ),
  },
  {
    rule: 'actors/en-name-group',
    re: new RegExp(
      String.raw`\b[Tt]he (?:notorious |infamous |prolific |Russian |Russia-linked |pro-Russian |Chinese |so-called |now-defunct |recently )?(?:(${QUOTED})|(${LATIN}))(?: \([^)\n]{1,30}\))? (?:ransomware|extortion|hacking|hacker|cybercrime|cyber crime|cybercriminal|hacktivist|threat|data extortion|ransomware-as-a-service)(?:[ -](?:and|extortion|crime))?[ -](?:gang|group|operation|crew|cartel|collective|syndicate|team|actors?|outfit)`,
      'g',
    ),
  },
  {
    rule: 'actors/en-group-name',
    re: new RegExp(
      String.raw`\b(?:ransomware|extortion|hacking|hacker|cybercrime|cybercriminal|hacktivist|threat|cyberespionage|espionage)[ -](?:gang|group|crew|collective|cartel|syndicate|outfit|actor|operation),?\s(?:(${QUOTED})|([A-Z0-9][\w$\-]{2,24}(?: [A-Z][\w$\-]{1,20}){0,2}))`,
      'g',
    ),
  },
];

/** A person before the law. */
const CHARGED =
  /被捕|逮捕|落网|认罪|起诉|指控|判处|判刑|被告|嫌疑人|引渡|通缉|悬赏|服刑|arrest|charged|indict|plead|pled|sentenc|extradit|convict|accus|wanted/;
const ZH_PERSON =
  /(?<!(?:检察官|律师|发言人|局长|专家|总裁|创始人|法官|部长|执行官|主管|研究员|分析师|总监|记者))([\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8}){1,3})(?!(?:表示|说|称|指出|写道|认为|解释|补充|告诉))/g;
const EN_PERSON =
  /\b([A-Z][a-z]{2,14}(?: [A-Z][a-z'’.]{0,14}){1,3}), (?:an? )?(?:\d{2}\b|\d{2}-year-old|of\b|from\b|also known|aka|a\.k\.a|who (?:pleaded|was|is))|\b([A-Z][a-z]{2,14}(?: [A-Z][a-z'’.]{0,14}){1,3}) (?:pleaded guilty|pled guilty|was (?:arrested|charged|sentenced|indicted|extradited|convicted|detained)|has been (?:arrested|charged|sentenced|indicted|extradited))|\b\d{2}-year-old ([A-Z][a-z]{2,14}(?: [A-Z][a-z'’.]{0,14}){1,3})/g;

const TRIGGER =
  /名为|自称|叫|化名|代号|绰号|网名|昵称|别名|称为|标记为|署名|id为|用户名|组织|团伙|黑客|威胁|勒索|犯罪|known|called|named|dubbed|calling|going by|goes by|handle|alias|moniker|nickname|pseudonym|tracked as|identified as|aka|a\.k\.a|gang|group|crew|collective|cartel|syndicate|actor/;

const HAN = /[\u4e00-\u9fff]/;

/** Words that such phrases catch and that name nobody. */
const NO_NAME =
  /^(?:the|a|an|this|that|these|those|some|other|another|its|their|our|his|her|both|several|many|most|and|or|in|on|of|to|for|with|from|by|who|which|what|it|they|he|she|we|i|you|new|one|two|three|russian|russia|chinese|china|north korean|north korea|korean|iranian|iran|ukrainian|ukraine|pakistani|indian|american|us|u\.s\.|uk|british|israeli|israel|turkish|vietnamese|brazilian|nigerian|belarusian|european|western|eastern|apt|raas|ransomware|malware|hacker|hackers|hacking|cyber|cybercrime|cybercriminals?|threat|group|gang|dark web|telegram|twitter|x|github|breachforums|breach forums|raidforums|xss|exploit|forum|tor|fbi|cisa|nsa|doj|interpol|europol|microsoft|google|mandiant|crowdstrike|bleepingcomputer|security|information|data|advanced persistent|state-sponsored|unknown|unidentified|anonymous user|ceo|cto|it|ai|pc|api|vpn|sql|ddos|linux|windows|esxi|vmware|android|ios|chatgpt|deepseek|openai|id|ip|url|cve|poc|rat|c2|usb|admin|administrator|root|user|test|hibp|security week|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|if|as|at|is|are|was|were|according|however|meanwhile|but|after|before|when|while|since|several|cyberattack|first|last|local|foreign|major|global)$/i;

/** A transliterated name without the words that run into it: 名叫…, …在纽约. */
function trimPerson(name: string): string {
  const parts = name.split('·');
  const first = (parts[0] ?? '').replace(/^.*[和与及叫为名人者员的是、]/, '');
  const last = (parts[parts.length - 1] ?? '').replace(
    /(?<=.)(?:在|被|因|于|对|以|和|及|与|的|来|从|向|是|将|承认|认罪|曾|已|并|则|也|涉嫌|参与|利用).*$/,
    '',
  );
  return [first, ...parts.slice(1, -1), last].join('·');
}

/** Persons arrested, charged or sentenced for it. */
function accused(doc: Doc, sentence: Sentence): NamedActor[] {
  if (!CHARGED.test(doc.folded.slice(sentence.start, sentence.end))) return [];
  const out: NamedActor[] = [];
  for (const re of sentence.text.includes('·') ? [ZH_PERSON, EN_PERSON] : [EN_PERSON]) {
    for (const match of sentence.text.matchAll(re)) {
      const name = match[1] ?? match[2] ?? match[3];
      if (name === undefined || NO_NAME.test(name.split(' ')[0] ?? '')) continue;
      if (
        /^(?:United|New|Department|Federal|District|Justice|National|Law|Cyber|Attorney|Court)\b/.test(name)
      )
        continue;
      const bare = re === ZH_PERSON ? trimPerson(name) : name;
      if (bare.length < 3) continue;
      const start = sentence.start + match.index + match[0].indexOf(bare);
      out.push({ name: bare, start, end: start + bare.length, rule: 'actors/accused' });
    }
  }
  return out;
}

/** Finds names that the words of a sentence introduce as an attacker's, known to any list or not. */
export function namedActors(doc: Doc, sentence: Sentence): NamedActor[] {
  if (!TRIGGER.test(doc.folded.slice(sentence.start, sentence.end))) return accused(doc, sentence);
  const out: NamedActor[] = accused(doc, sentence);
  const script = HAN.test(sentence.text) ? 'actors/zh' : 'actors/en';
  for (const { rule, re } of PATTERNS) {
    if (!rule.startsWith(script)) continue;
    for (const match of sentence.text.matchAll(re)) {
      const raw = match[1] ?? match[2];
      if (raw === undefined) continue;
      const name = raw.replace(/^["“‘「《']|["”’」》'.,]{1,2}$/g, '').trim();
      if (
        name.length < 3 ||
        /[，。；！？]/.test(name) ||
        NO_NAME.test(name) ||
        /^[\d.,-]+$/.test(name) ||
        !/[A-Za-z\u4e00-\u9fff]/.test(name)
      )
        continue;
      if (NO_NAME.test(name.split(' ')[0] ?? '') || /CVE-|^MD5|\.exe$|\.com$|^[0-9a-f]{16,}$/i.test(name))
        continue;
      const at = sentence.start + match.index + match[0].indexOf(raw) + Math.max(0, raw.indexOf(name));
      out.push({ name, start: at, end: at + name.length, rule });
    }
  }
  return out;
}
