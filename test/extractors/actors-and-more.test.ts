import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorRule } from '../../src/extractors/actors/index.js';
import { countryRule } from '../../src/extractors/country/index.js';
import { cveRule } from '../../src/extractors/cves/index.js';
import { countries } from '../../src/extractors/lexicon/countries.js';
import { sectors } from '../../src/extractors/lexicon/sectors.js';
import { malwareRule } from '../../src/extractors/malware/index.js';
import { sectorRule } from '../../src/extractors/sector/index.js';
import { techniqueRule } from '../../src/extractors/techniques/index.js';
import { SECTORS } from '../../src/model/index.js';
import { documentOf, kept } from './support.js';

const actors = (text: string, lang = 'zh'): string[] =>
  kept(actorRule, text, 'actor', lang).map((n) => n.name);
const malware = (text: string, lang = 'zh'): string[] =>
  kept(malwareRule, text, 'malware', lang).map((n) => n.name);

describe('actors', () => {
  it.each([
    ['标题\nLockBit勒索软件团伙声称对此次攻击负责。', ['LockBit']],
    ['标题\n名为“Grayfinch”的黑客在论坛上出售数据。', ['Grayfinch']],
    ['标题\n一名自称Quartz77的威胁行为者泄露了数据库。', ['Quartz77']],
    ['标题\n黑客组织Nightmoth宣称攻击了该公司。', ['Nightmoth']],
    ['标题\n警方称犯罪嫌疑人伊万·彼得连科已被逮捕。', ['伊万·彼得连科']],
  ])('%s', (text, names) => {
    expect(actors(text)).toEqual(names);
  });
  it.each([
    ['Title\nThe Qilin ransomware gang claimed responsibility.', ['Qilin']],
    ['Title\nA hacker known as "greyfinch" posted the data.', ['greyfinch']],
    ['Title\nThe data was posted by a user going by the alias Quartz77.', ['Quartz77']],
    ['Title\nThe Duskmoth hacking group breached the firm.', ['Duskmoth']],
    ['Title\nIvan Petrenko, 29, was charged with the hack.', ['Ivan Petrenko']],
  ])('%s', (text, names) => {
    expect(actors(text, 'en')).toEqual(names);
  });
  it('a description is no name', () => {
    expect(actors('Title\nIranian hackers and a Russian group attacked the firm.', 'en')).toEqual([]);
    expect(actors('标题\n俄罗斯黑客组织攻击了该公司。')).toEqual([]);
  });
  it('a common word is a name only where a group is meant', () => {
    expect(actors('Title\nThe Play ransomware group hit the city.', 'en')).toEqual(['Play']);
    expect(actors('Title\nPlay resumed after the outage.', 'en')).toEqual([]);
  });
});

describe('malware', () => {
  it('“遭 X 勒索软件攻击” is the software', () => {
    expect(malware('标题\n该公司遭Phobos勒索软件攻击。')).toEqual(['Phobos']);
    expect(malware('标题\n攻击者部署了LockBit勒索软件。')).toEqual(['LockBit']);
  });
  it('“X 勒索软件团伙” is the gang', () => {
    expect(malware('标题\nLockBit勒索软件团伙攻击了该公司。')).toEqual([]);
    expect(actors('标题\n攻击者部署了LockBit勒索软件。')).toEqual([]);
  });
  it('a family that is only described is none of the incident', () => {
    expect(malware('Title\nThe Phobos ransomware family was first seen in 2018.', 'en')).toEqual([]);
  });
  it('reads a trojan that was planted', () => {
    expect(malware('Title\nThe attackers deployed the QakBot trojan.', 'en')).toEqual(['QakBot']);
  });
});

describe('CVE ids', () => {
  it('are brought into one form', () => {
    expect(kept(cveRule, '标题\n利用cve-2024-1709和CVE 2023-34362。', 'cve')).toEqual([
      'CVE-2024-1709',
      'CVE-2023-34362',
    ]);
  });
  it('are not read from numbers of no year', () => {
    expect(kept(cveRule, '标题\nCVE-1024-1709', 'cve')).toEqual([]);
  });
});

describe('techniques keep the level of their row', () => {
  it.each([
    [
      '初始访问 | T1566.001 - 钓鱼邮件 | 攻击者可能发送邮件 | 未确认 - 没有证据',
      { id: 'T1566.001', level: 'unconfirmed' },
    ],
    ['发现 | T1018 - 远程系统发现 | 识别网络 | 极有可能 - 已扩展', { id: 'T1018', level: 'likely' }],
    ['持久化 | T1078 - 合法账号 | 维持访问 | 可能 - 长期潜伏', { id: 'T1078', level: 'possible' }],
    ['执行 | T1204 - 用户执行 | 攻击者可能诱导用户 | 已确认', { id: 'T1204', level: 'stated' }],
  ])('%s', (row, technique) => {
    expect(kept(techniqueRule, `标题\n${row}`, 'technique')).toEqual([technique]);
  });
  it('reads an id in running text', () => {
    expect(kept(techniqueRule, 'Title\nThey used T1486 to encrypt data.', 'technique', 'en')).toEqual([
      { id: 'T1486', level: 'stated' },
    ]);
  });
  it('does not take a model number for an id', () => {
    expect(kept(techniqueRule, 'Title\nThe T14 laptop and part AT1566-X.', 'technique', 'en')).toEqual([]);
  });
});

describe('country', () => {
  it.each([
    ['日本电信巨头遭攻击\n正文。', 'zh', 'JP'],
    ['标题\n总部位于德国的某公司披露了事件。', 'zh', 'DE'],
    ['Title\nA UK-based retailer was hacked.', 'en', 'GB'],
    ['Title\nA Texas hospital was hit.', 'en', 'US'],
    ['Title\nThe company, headquartered in Spain, confirmed it.', 'en', 'ES'],
  ])('%s', (text, lang, code) => {
    expect(kept(countryRule, text, 'country', lang)).toContain(code);
  });
  it('a country before 一家 is that of the organisation described, lists and all', () => {
    const text = '标题\n日本一家以制作漫画、动画和游戏而闻名的媒体公司海灯动画遭到攻击。';
    expect(kept(countryRule, text, 'country')).toEqual(['JP']);
  });

  it('the attackers’ country is not the victim’s', () => {
    expect(
      kept(countryRule, 'Title\nRussian hackers and North Korean state-sponsored groups.', 'country', 'en'),
    ).toEqual([]);
    expect(kept(countryRule, '标题\n俄罗斯黑客发动攻击。', 'country')).toEqual([]);
  });
  it('every code is two capital letters', () => {
    for (const code of Object.keys(countries.terms)) expect(code).toMatch(/^[A-Z]{2}$/);
  });
});

describe('sector', () => {
  it.each(SECTORS)('%s has words', (sector) => {
    expect(Object.keys(sectors.terms)).toContain(sector);
  });
  it('the trade in the title weighs most', () => {
    const found = sectorRule.find(documentOf('某医院遭勒索攻击\n该医院与一家软件公司合作。'));
    const best = [...found].sort((a, b) => (b.weight ?? 1) - (a.weight ?? 1))[0];
    expect(best?.value).toBe('healthcare');
  });
});

describe('any text', () => {
  it('never makes these rules throw', () => {
    const word = fc.constantFrom(
      'LockBit',
      ' gang ',
      '名为“',
      '”的黑客',
      'T1566',
      '|',
      '可能',
      'CVE-2024-',
      '12345',
      '日本',
      '公司',
      'known as ',
      'X',
      '·',
      '被捕',
      '\n',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 50 }), (words) => {
        const doc = documentOf(words.join(''));
        return [actorRule, malwareRule, cveRule, techniqueRule, countryRule, sectorRule].every((rule) =>
          rule.find(doc).every((c) => c.start >= 0 && c.end <= doc.text.length && c.start < c.end),
        );
      }),
    );
  });
});
