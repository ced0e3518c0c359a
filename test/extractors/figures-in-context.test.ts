import { describe, expect, test } from 'vitest';
import { countRule } from '../../src/extractors/counts/index.js';
import { dateRule } from '../../src/extractors/dates/index.js';
import { run } from './quantity-rules.js';

const counts = (text: string, lang = 'zh'): unknown[] =>
  run(countRule, text, { lang }).map((c) => [c.value.unit, c.value.value]);
const dates = (text: string, lang = 'zh'): unknown[] =>
  run(dateRule, text, { lang }).map((c) => [c.value.role, c.value.value]);

describe('a part is counted in the unit of its whole', () => {
  test.each([
    [
      '4.3M accounts were exposed, 2.7M of which had email addresses against them.',
      [
        ['accounts', 4300000],
        ['accounts', 2700000],
      ],
    ],
    [
      'The breaches affected up to 100 million users, including 7.5 million from the site of a rival.',
      [
        ['people', 100000000],
        ['people', 7500000],
      ],
    ],
  ])('%s', (text, figures) => {
    expect(counts(text, 'en')).toEqual(figures);
  });
  test('figures in brackets after names', () => {
    expect(counts('受影响患者超过100万人的机构包括 Larkspur Group（230万）和 Bettany（180万）。')).toEqual([
      ['people', 1000000],
      ['people', 2300000],
      ['people', 1800000],
    ]);
  });
});

describe('who the victims of a gang are', () => {
  test.each([
    ['该勒索软件团伙袭击了 2,500 多名受害者。', 'organizations', 2500],
    ['诈骗团伙骗取了 2,500 名受害者的钱财。', 'people', 2500],
  ])('%s', (text, unit, value) => {
    expect(counts(text)).toEqual([[unit, value]]);
  });
});

describe('verbs of harm', () => {
  test('a trojan planted on machines', () => {
    expect(counts('攻击者将木马程序植入到该单位276台主机中。')).toEqual([['devices', 276]]);
  });
  test.each([
    'Police took down two hacking forums.',
    'The agency sanctioned 16 members of the group behind the attack.',
    '12 people were identified as being involved in the attack.',
    'Its system for 18,000 education customers was not named.',
  ])('%s', (text) => {
    expect(counts(text, 'en')).toEqual([]);
  });
  test.each(['被攻击的是一辆2024款汽车。', '攻击者利用了 30 个模块。'])('%s', (text) => {
    expect(counts(text)).toEqual([]);
  });
});

describe('dates that are no dates of the incident', () => {
  test.each([
    'The leak holds invoices dating back to 2005.',
    'The stolen files hold 4,442 messages spanning from December 2023 to April 2024.',
    'This weekend the FBI put out a warning on ransomware attacks.',
  ])('%s', (text) => {
    expect(dates(text, 'en')).toEqual([]);
  });
  test.each([
    '周五，安全公司的一份新报告发现，黑客入侵了多家企业。',
    '攻击者从 2017 年开始利用该协议放大攻击流量。',
    '泄露的数据时间跨度为2010年至2015年。',
    '截至2月6日，攻击者可能已获取部分数据。',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

describe('the year told after the month', () => {
  test.each([
    ['The company was hacked in July last year.', '2024-07'],
    ['The company was hacked on May 3 last year.', '2024-05-03'],
    ['The company was hacked in February of this year.', '2025-02'],
  ])('%s', (text, value) => {
    expect(dates(text, 'en')).toEqual([['occurred', value]]);
  });
});
