import { describe, expect, test } from 'vitest';
import { nameKey, sameEntity } from '../../src/extractors/victims/names.js';
import { isGenericZh, isSpeltBySound } from '../../src/extractors/victims/zh-words.js';
import { explained, reportsOf, victimsOf } from './read.js';

describe('victims in Chinese', () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['遭 … 攻击', '青禾银行遭勒索软件攻击', '青禾银行遭到勒索软件攻击，网上业务停摆。'],
    ['被黑', '青禾银行被黑', '青禾银行的网站被黑客入侵，客户无法登录。'],
    ['发生数据泄露', '青禾银行发生数据泄露', '青禾银行近日发生数据泄露事件。'],
    ['证实', '青禾银行证实数据泄露', '青禾银行证实，攻击者窃取了客户信息。'],
    ['对 X 的攻击', '黑客发起对青禾银行的网络攻击', '青禾银行表示，其系统受到攻击。'],
    ['暗网出售', '青禾银行数据库在暗网出售', '青禾银行数据库在暗网被出售，卖家要价两万美元。'],
  ];
  test.each(told)('%s names the one before or after it', (_, title, text) => {
    expect(victimsOf(title, text)[0]).toEqual(['青禾银行']);
  });

  test('the name in brackets is an alias', () => {
    const [report] = reportsOf(
      '海灯通讯遭网络攻击',
      '韩国电信巨头海灯通讯公司（Haedeung Communications）遭到网络攻击。',
    );
    expect(report?.victims[0]?.value.aliases).toContain('Haedeung Communications');
  });

  test('a Latin name stands free of the Chinese words around it', () => {
    expect(
      victimsOf(
        '美国医疗服务商 Ridgeway Health 遭黑客攻击',
        '美国医疗服务商 Ridgeway Health 遭到黑客攻击。',
      )[0],
    ).toEqual(['Ridgeway Health']);
  });

  test('every name of a list before 等 was hit, in one incident', () => {
    const victims = victimsOf(
      '多家银行业务中断',
      '青禾银行、Larkspur 银行和北岸银行等金融机构遭到网络攻击，业务中断。',
    );
    expect(new Set(victims.flat())).toEqual(new Set(['青禾银行', 'Larkspur 银行', '北岸银行']));
    expect(victims).toHaveLength(1);
  });

  test('the attacker, the vendor and the newsroom are no victims', () => {
    const text =
      '据路透社报道，Kaspersky 的研究人员称，勒索软件团伙 Nightjar 攻击了青禾银行。青禾银行证实系统遭到入侵。';
    expect(victimsOf('青禾银行遭勒索软件团伙攻击', text).flat()).toEqual(['青禾银行']);
  });

  test('a broken line in the middle of a name is mended', () => {
    const victims = victimsOf(
      '多家银行业务中断',
      '据当地媒体报道，青禾银行、Larkspur 银行和北\n岸银行等金融机构的服务因网络攻击而中断。',
    );
    expect(victims.flat()).toContain('北岸银行');
  });

  test('a supposition hits nobody', () => {
    expect(victimsOf('企业安全观察', '如果青禾银行遭到攻击，客户可能会受到影响。')).toEqual([]);
  });
});

describe('victims in English, Japanese and Italian', () => {
  const told: readonly (readonly [string, string])[] = [
    [
      'Ridgeway Health confirms data breach',
      'Ridgeway Health has confirmed a data breach affecting its patients.',
    ],
    [
      'Ransomware attack on Ridgeway Health',
      'A ransomware attack on Ridgeway Health disrupted appointments.',
    ],
    ['Hackers breach Ridgeway Health', 'Hackers breached Ridgeway Health and stole patient files.'],
    ['Ridgeway Health data breach impacts patients', 'Ridgeway Health suffered a data breach in February.'],
  ];
  test.each(told)('%s', (title, text) => {
    expect(victimsOf(title, text, 'en')[0]).toEqual(['Ridgeway Health']);
  });

  test('names joined by “and” were both hit', () => {
    const victims = victimsOf(
      'Larkspur and Bettany suffer data breach',
      'Larkspur and Bettany have suffered a data breach.',
      'en',
    );
    expect(new Set(victims.flat())).toEqual(new Set(['Larkspur', 'Bettany']));
  });

  test('株式会社 before は … 不正アクセスを受け is the victim', () => {
    const victims = victimsOf(
      '不正アクセスに関するお知らせ',
      '株式会社みなみ商店は、サーバーが不正アクセスを受けたことを発表した。',
      'ja',
    );
    expect(victims[0]).toEqual(['株式会社みなみ商店']);
  });

  test('attacco … contro names the victim', () => {
    const victims = victimsOf(
      'Attacco ransomware contro Acquedotto Valmonte',
      'Acquedotto Valmonte ha subito un attacco ransomware.',
      'it',
    );
    expect(victims.flat()).toContain('Acquedotto Valmonte');
  });
});

describe('names', () => {
  test('legal forms and brackets of case do not part two spellings of a name', () => {
    expect(nameKey('Larkspur Inc.')).toBe(nameKey('larkspur'));
    expect(sameEntity('海灯通讯公司', '海灯通讯')).toBe(true);
    expect(sameEntity('武汉测绘中心', '武汉市测绘中心')).toBe(true);
    expect(sameEntity('National Widget Society', 'NWS')).toBe(true);
    expect(sameEntity('北岸银行', '青禾银行')).toBe(false);
  });

  test('words for nobody in particular are no names', () => {
    for (const word of ['该公司', '多家医院', '数百万用户', '攻击者', '银行'])
      expect(isGenericZh(word)).toBe(true);
    expect(isGenericZh('青禾银行')).toBe(false);
  });

  test('foreign names are told by their spelling', () => {
    expect(isSpeltBySound('斯特拉达')).toBe(true);
    expect(isSpeltBySound('更新步骤')).toBe(false);
  });

  test('explain says why a name was refused', () => {
    const e = explained(
      '青禾银行遭勒索软件攻击',
      '勒索软件团伙 Nightjar 攻击了青禾银行，并泄露了 Kaspersky 的报告。',
    );
    expect(e.refusedVictims.every((r) => r.reason !== '')).toBe(true);
    expect(e.victims.map((v) => v.names[0])).toContain('青禾银行');
  });
});
