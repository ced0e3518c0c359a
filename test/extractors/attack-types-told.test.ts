import { describe, expect, test } from 'vitest';
import { attackTypeRule } from '../../src/extractors/attack-types/index.js';
import { settleAttackTypes } from '../../src/extractors/attack-types/settle.js';
import type { AttackType } from '../../src/model/index.js';
import { reportsOf } from './read.js';
import { kept } from './support.js';

const types = (text: string, lang = 'zh'): readonly string[] =>
  kept(attackTypeRule, text, 'attack_type', lang);

describe('extortion by what the money is for', () => {
  test.each([
    ['该公司支付了37万美元，以换取黑客删除被盗数据。', 'zh'],
    ['团伙威胁将公布所窃取的客户数据。', 'zh'],
    ['The firm paid the gang $370,000 to delete the stolen data.', 'en'],
    ['The hackers threatened to leak the stolen files.', 'en'],
  ])('%s', (text, lang) => {
    expect(types(text, lang)).toContain('extortion');
  });

  test('威胁者 is a person, no threat', () => {
    expect(types('一名威胁者声称在论坛上出售该公司的数据库。')).not.toContain('extortion');
  });
});

describe('what did not happen', () => {
  test.each([
    ['无论是数据泄露还是勒索软件攻击，性质仍不得而知。', 'ransomware'],
    ['包括潜在的数据泄露在内的细节尚未披露。', 'data_breach'],
    ['该公司在遭遇安全漏洞后隔离了系统。', 'vulnerability_exploitation'],
    ['付款是为了确保数据被删除。', 'wiper'],
  ])('%s', (text, type) => {
    expect(types(text)).not.toContain(type);
  });

  test('a flaw that was used is one', () => {
    expect(types('攻击者利用安全漏洞入侵了该公司的系统。')).toContain('vulnerability_exploitation');
  });

  test('staff whose data leaked are no insiders, one who leaks is', () => {
    expect(types('集团部分前任员工、多国客户的信息遭到泄露。')).not.toContain('insider');
    expect(types('一名前员工窃取了该公司的源代码。')).toContain('insider');
  });
});

test.each<[AttackType]>([['insider'], ['espionage'], ['crypto_theft']])(
  '%s says by itself what was taken',
  (type) => {
    const settled = settleAttackTypes([{ value: type }, { value: 'data_breach' as AttackType }]);
    expect(settled.map((t) => t.value)).toEqual([type]);
  },
);

test('fields that got out make a data breach where the text has no other word for it', () => {
  const [report] = reportsOf(
    '青禾银行遭黑客攻击',
    '青禾银行证实遭到网络攻击。受影响的客户资料包括姓名、住址和护照号码，这些都落入黑客之手。',
  );
  expect(report?.leaked.length).toBeGreaterThan(0);
  expect(report?.attackTypes.map((t) => t.value)).toContain('data_breach');
});

test('components hit in numbers are a supply chain', () => {
  const [report] = reportsOf(
    '至少35个Chrome扩展被劫持',
    '黑客针对多个Chrome扩展程序进行了攻击，数十万用户受影响。',
  );
  expect(report?.attackTypes.map((t) => t.value)).toContain('supply_chain');
});

test('a total says nothing beside seven fields', () => {
  const fields = '姓名、住址、出生日期、身份证号、护照号码、手机号、邮箱';
  const leakedOf = (text: string) => reportsOf('青禾银行数据泄露', text)[0]?.leaked.map((f) => f.value);
  expect(leakedOf(`青禾银行证实，攻击者窃取了客户的个人信息。被盗数据包括${fields}。`)).not.toContain(
    'other_personal_data',
  );
  expect(leakedOf('青禾银行证实，攻击者窃取了客户的个人信息。')).toContain('other_personal_data');
});

describe('who confirms', () => {
  const statusOf = (title: string, text: string, lang = 'zh') =>
    reportsOf(title, text, lang)[0]?.status.value;

  test('what others say of the victim confirms nothing', () => {
    const text =
      '研究人员发现，一个据称包含海灯银行客户数据的数据库在暗网出售，卖家透露数据来自海灯银行。该行尚未回应。';
    expect(statusOf('海灯银行客户数据在暗网被出售', text)).toBe('claimed');
  });

  test('the victim as the subject does', () => {
    expect(statusOf('海灯银行客户数据泄露', '海灯银行周三确认，客户数据在攻击中被窃取。')).toBe('confirmed');
  });
});

describe('actors', () => {
  test('a group spoken of once beside the one that the text is about', () => {
    const text =
      'LockBit 团伙攻击了海灯银行。LockBit 团伙在泄露网站上公布了客户数据。LockBit 团伙要求支付赎金。专家称，这与 BlackSuit 团伙的手法相似。';
    const [report] = reportsOf('海灯银行遭 LockBit 团伙攻击', text);
    expect(report?.actors.map((a) => a.value.name)).toEqual(['LockBit']);
  });
});

test('below the lead a bare year far before the first day is history, one near it is not', () => {
  const datesOf = (text: string) => reportsOf('青禾银行遭网络攻击', text)[0]?.dates.map((d) => d.value.value);
  const attack =
    '青禾银行证实，2025年3月1日遭到网络攻击。该行关闭了网站。该行通知了客户。该行已报警。该行正在恢复系统。该行向客户致歉。';
  expect(datesOf(`${attack}该行系统于2019年遭到攻击者首次扫描。`)).not.toContain('2019');
  expect(datesOf(`${attack}该行系统于2025年1月遭到攻击者首次入侵。`)).toContain('2025-01');
});
