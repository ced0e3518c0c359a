import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackTypeRule } from '../../src/extractors/attack-types/index.js';
import { settleAttackTypes } from '../../src/extractors/attack-types/settle.js';
import { attackTypesEn } from '../../src/extractors/lexicon/attack-types.en.js';
import { attackTypesZh } from '../../src/extractors/lexicon/attack-types.zh.js';
import { ATTACK_TYPES, type AttackType } from '../../src/model/index.js';
import { documentOf, kept } from './support.js';

const types = (text: string, lang = 'zh'): string[] => [
  ...new Set<string>(kept(attackTypeRule, text, 'attack_type', lang)),
];

/** One sentence a type and language that tells of such an attack. */
const TOLD: Readonly<Record<AttackType, readonly [string, string]>> = {
  ransomware: ['某医院遭勒索软件攻击，系统瘫痪', 'Hospital hit by ransomware attack'],
  extortion: [
    '黑客向该公司索要赎金并威胁公开数据',
    'The group demanded a ransom and threatened to publish the files',
  ],
  data_breach: ['黑客窃取了该公司的客户数据', 'Hackers stole customer data from the firm'],
  data_exposure: ['未受保护的数据库暴露在互联网上', 'An unsecured database was left exposed online'],
  ddos: ['网站遭到分布式拒绝服务攻击', 'The website was taken down by a DDoS attack'],
  phishing: ['员工点击钓鱼邮件后账号遭入侵', 'An employee fell for a phishing email'],
  social_engineering: [
    '攻击者通过社会工程学手段欺骗员工获得访问权限',
    'Attackers used social engineering to gain access',
  ],
  bec: ['该公司遭遇商业电子邮件欺诈', 'The town lost money to a business email compromise'],
  malware: ['黑客在服务器中植入恶意软件', 'Hackers installed malware on the servers'],
  wiper: ['攻击者使用数据擦除恶意软件破坏系统', 'Systems were destroyed by wiper malware'],
  supply_chain: ['该公司遭遇供应链攻击', 'The firm was hit in a supply chain attack'],
  vulnerability_exploitation: [
    '攻击者利用零日漏洞入侵了系统',
    'Attackers exploited a vulnerability to break in',
  ],
  sql_injection: ['黑客通过SQL注入入侵数据库', 'The database was breached through SQL injection'],
  web_skimming: ['Magecart团伙在支付页面植入侧录代码', 'Web skimming code was planted in the checkout page'],
  credential_attack: ['网站遭撞库攻击', 'The site suffered a credential stuffing attack'],
  account_takeover: ['该公司的推特账号被黑', 'Customers suffered account takeover'],
  insider: ['前员工窃取了公司机密', 'A former employee stole company files'],
  defacement: ['黑客篡改网站首页', 'Hackers defaced the website'],
  espionage: ['该机构遭到网络间谍组织攻击', 'State-sponsored hackers breached the ministry'],
  crypto_theft: ['交易所价值一亿美元的加密货币被盗', 'Hackers stole cryptocurrency from the exchange'],
  fraud: ['诈骗团伙骗走受害者数百万元', 'Victims were defrauded by fraudulent transactions'],
  human_error: ['工作人员因操作失误将名单发送给他人', 'The file was mistakenly emailed to the wrong people'],
  physical: ['存有病历的笔记本电脑被盗', 'A stolen laptop held patient files'],
  unauthorized_access: ['该公司系统遭到黑客入侵', 'The company was hit by a cyberattack'],
};

describe('every attack type', () => {
  it.each(ATTACK_TYPES)('%s has terms in Chinese and in English', (type) => {
    for (const lexicon of [attackTypesZh, attackTypesEn]) {
      expect(Object.keys(lexicon.terms).some((k) => k.replace('~', '') === type)).toBe(true);
    }
  });
  it.each(ATTACK_TYPES)('%s is read in Chinese', (type) => {
    expect(types(`${TOLD[type][0]}\n${TOLD[type][0]}。`)).toContain(type);
  });
  it.each(ATTACK_TYPES)('%s is read in English', (type) => {
    expect(types(`${TOLD[type][1]}\n${TOLD[type][1]}.`, 'en')).toContain(type);
  });
});

describe('what is explained, feared or sold is no attack', () => {
  it.each([
    '警惕网络钓鱼攻击，防范勒索软件',
    '泄露的信息可能被用于网络钓鱼和身份盗窃',
    '我们的产品能够检测勒索软件攻击',
    '勒索软件是一种恶意软件',
    '建议企业防范撞库攻击和暴力破解',
    '2024年勒索软件攻击同比增长30%',
  ])('%s', (sentence) => {
    expect(types(`通知\n${sentence}。`).filter((t) => t !== 'unauthorized_access')).toEqual([]);
  });
  it.each([
    'Customers should beware of phishing emails',
    'The data could be used for phishing and identity theft',
    'Ransomware is a type of malware',
    'Our product protects against ransomware attacks',
  ])('%s', (sentence) => {
    expect(types(`Note\n${sentence}.`, 'en').filter((t) => t !== 'unauthorized_access')).toEqual([]);
  });
});

describe('what is denied', () => {
  it('an attack that the clause denies is none', () => {
    expect(types('公告\n没有证据表明这是勒索软件攻击。')).not.toContain('ransomware');
    expect(types('Note\nThere is no evidence of ransomware.', 'en')).not.toContain('ransomware');
  });
  it('a helper is no supplier', () => {
    expect(
      types('Note\nThe firm hired third-party cybersecurity experts after the breach.', 'en'),
    ).not.toContain('supply_chain');
    expect(types('公告\n未经授权的第三方访问了系统。')).not.toContain('supply_chain');
  });
  it('a supplier that was breached is the way in', () => {
    expect(types('公告\n由于第三方供应商被黑，客户数据泄露。')).toContain('supply_chain');
    expect(types('Note\nThe data was stolen in a breach at a third-party vendor.', 'en')).toContain(
      'supply_chain',
    );
  });
  it('a slug in an address tells nothing', () => {
    expect(types('Note\nhttps://news.example.com/telco-ddos-incident/', 'en')).toEqual([]);
  });
});

describe('settleAttackTypes', () => {
  const settle = (...values: AttackType[]): AttackType[] =>
    settleAttackTypes(values.map((value) => ({ value }))).map((t) => t.value);
  it('ransomware makes extortion superfluous', () => {
    expect(settle('ransomware', 'extortion', 'data_breach')).toEqual(['ransomware', 'data_breach']);
  });
  it('any nature that is told makes a bare intrusion superfluous', () => {
    expect(
      settleAttackTypes([{ value: 'unauthorized_access', weight: 0.3 }, { value: 'ddos' }]).map(
        (t) => t.value,
      ),
    ).toEqual(['ddos']);
  });
  it('a bare intrusion stays where nothing else is told', () => {
    expect(settleAttackTypes([{ value: 'unauthorized_access', weight: 0.3 }]).map((t) => t.value)).toEqual([
      'unauthorized_access',
    ]);
  });
  it('unauthorized access that is stated as such stays beside a breach', () => {
    expect(
      settleAttackTypes([{ value: 'unauthorized_access', weight: 0.6 }, { value: 'data_breach' }]),
    ).toHaveLength(2);
  });
  it('of exposure and breach the plainer one stays', () => {
    expect(
      settleAttackTypes([
        { value: 'data_exposure', weight: 0.9 },
        { value: 'data_breach', weight: 0.8 },
      ]).map((t) => t.value),
    ).toEqual(['data_exposure']);
    expect(
      settleAttackTypes([
        { value: 'data_exposure', weight: 0.9 },
        { value: 'data_breach', weight: 0.95 },
      ]).map((t) => t.value),
    ).toEqual(['data_breach']);
  });
  it('invents nothing and keeps the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ATTACK_TYPES)), (values) => {
        const left = settle(...values);
        return left.every(
          (v, i) =>
            values.indexOf(v) >= 0 && (i === 0 || values.indexOf(v) > values.indexOf(left[i - 1] ?? v)),
        );
      }),
    );
  });
});

describe('any text', () => {
  it('never makes the rule throw', () => {
    const word = fc.constantFrom(
      '勒索软件',
      '攻击',
      '被',
      '，',
      '。',
      '供应商',
      'phishing ',
      'was ',
      'account ',
      '账户',
      '\n',
      '盗',
      '万美元',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const doc = documentOf(words.join(''));
        return attackTypeRule.find(doc).every((c) => c.start >= 0 && c.end <= doc.text.length);
      }),
    );
  });
});
