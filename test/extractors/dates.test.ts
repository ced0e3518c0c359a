import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateRule } from '../../src/extractors/dates/index.js';
import { run } from './quantity-rules.js';

const dates = (text: string, options: Parameters<typeof run>[2] = {}): unknown[] =>
  run(dateRule, text, options).map((c) => [c.value.role, c.value.value]);

describe('the verb around a date tells its role', () => {
  test.each([
    ['该医院于2月3日遭到勒索软件攻击。', 'occurred', '2025-02-03'],
    ['网络攻击发生在1月30日。', 'occurred', '2025-01-30'],
    ['2022年11月的一次网络攻击导致数据泄露。', 'occurred', '2022-11'],
    ['2025年2月5日，公司的安全团队检测到异常活动，数据可能泄露。', 'detected', '2025-02-05'],
    ['直到2025年1月10日，此次入侵才被发现。', 'detected', '2025-01-10'],
    ['攻击者直到2025年1月19日都能访问其系统。', 'ended', '2025-01-19'],
    ['3月5日，该公司正式发布公告，确认数据泄露事件。', 'disclosed', '2025-03-05'],
    ['该公司昨日宣布因网络攻击而停业。', 'disclosed', '2025-03-13'],
    ['3月11日，该公司开始通知受影响的客户，数据已泄露。', 'notified', '2025-03-11'],
    ['该公司于1月18日向监管机构报告了此次数据泄露。', 'notified', '2025-01-18'],
    ['1月4日，某黑客团伙声称窃取了该公司的数据。', 'claimed', '2025-01-04'],
    ['黑客组织于 2 月 9 日宣布对此次攻击负责。', 'claimed', '2025-02-09'],
    ['2月20日，该威胁者声称正在出售这批数据。', 'other', '2025-02-20'],
    ['3月1日，警方宣布逮捕了三名黑客。', 'other', '2025-03-01'],
    ['受攻击的系统在周一恢复。', 'other', '2025-03-10'],
    ['勒索团伙要求对方在3月20日前支付赎金。', 'other', '2025-03-20'],
  ])('%s', (text, role, value) => {
    expect(dates(text)).toEqual([[role, value]]);
  });

  test.each([
    ['In February 2025, Example Corp suffered a data breach.', 'occurred', '2025-02'],
    ['The attack took place on January 9, 2025.', 'occurred', '2025-01-09'],
    ['On January 11, the security team identified an unauthorized actor.', 'detected', '2025-01-11'],
    ['The breach was not discovered until January 30, 2025.', 'detected', '2025-01-30'],
    ['All the compromised accounts were disabled on February 2, 2025.', 'contained', '2025-02-02'],
    ['The hospital disclosed the breach on Friday.', 'disclosed', '2025-03-14'],
    ['It notified affected customers of the breach on March 3.', 'notified', '2025-03-03'],
    ['The company said in a report filed to the SEC last week that data was stolen.', 'notified', '2025-03'],
    ['Last month, the ransomware gang claimed the attack on its leak site.', 'claimed', '2025-02'],
    ['The hacker was sentenced in January 2025 for the breach.', 'other', '2025-01'],
  ])('%s', (text, role, value) => {
    expect(dates(text, { lang: 'en' })).toEqual([[role, value]]);
  });

  test.each([
    ['2025年2月5日、当社のサーバーへの不正アクセスを検知しました。', 'detected', '2025-02-05'],
    ['2月6日に不正アクセスの痕跡を確認し、ネットワークを遮断しました。', 'detected', '2025-02-06'],
    ['2月18日、ランサムウェアによるサイバー攻撃を受けました。', 'occurred', '2025-02-18'],
    ['同社は3月1日、個人情報の漏えいを公表した。', 'disclosed', '2025-03-01'],
    ['2月20日、不正アクセスについて個人情報保護委員会に報告しました。', 'notified', '2025-02-20'],
  ])('%s, where the verb comes last', (text, role, value) => {
    expect(dates(text, { lang: 'ja' })).toEqual([[role, value]]);
  });

  test.each([
    ["L'attacco è avvenuto il 9 gennaio 2025.", 'occurred', '2025-01-09'],
    ['Lo scorso venerdì la società ha rivelato di aver subito una violazione.', 'disclosed', '2025-03-07'],
    ['Il gruppo ha rivendicato il furto dei dati il 3 marzo.', 'claimed', '2025-03-03'],
  ])('%s, in Italian', (text, role, value) => {
    expect(dates(text, { lang: 'it' })).toEqual([[role, value]]);
  });

  test('a range is when it occurred and when it ended', () => {
    expect(dates('未经授权的访问发生在2023年10月22日至25日期间。')).toEqual([
      ['occurred', '2023-10-22'],
      ['ended', '2023-10-25'],
    ]);
    expect(dates('Data was stolen between May 29 and 31, 2023.', { lang: 'en' })).toEqual([
      ['occurred', '2023-05-29'],
      ['ended', '2023-05-31'],
    ]);
  });

  test('two dates of one verb have one role', () => {
    expect(dates('The host suffered breaches in March 2020 and November 2021.', { lang: 'en' })).toEqual([
      ['occurred', '2020-03'],
      ['occurred', '2021-11'],
    ]);
  });

  test('a timeline gives each row its own role', () => {
    const rows = [
      '日期 | 事件',
      '2025年2月5日 | 发现装置A的异常活动，数据可能外泄。',
      '2025年2月16日 | 该公司发布公告，确认数据泄露事件。',
      '2025年3月1日 | 开始通知受影响的客户。',
    ].join('\n');
    expect(dates(rows)).toEqual([
      ['detected', '2025-02-05'],
      ['disclosed', '2025-02-16'],
      ['notified', '2025-03-01'],
    ]);
  });

  test('a label on the line above tells the role', () => {
    expect(dates('Breach Occurred:\nJune 2024', { lang: 'en' })).toEqual([['occurred', '2024-06']]);
  });

  test('what was taken from the publication day is not certain', () => {
    expect(run(dateRule, '该公司昨日遭到攻击。')[0]?.value.certain).toBe(false);
    expect(run(dateRule, '该公司于2025年1月2日遭到攻击。')[0]?.value.certain).toBe(true);
  });
});

describe('dates that belong to no incident', () => {
  test.each([
    ['the day of the news', '3月9日消息，某公司遭到攻击。'],
    ['another outlet', '据某报8日报道，某公司遭到攻击。'],
    ['a founding', '该公司成立于2001年8月，近日遭到攻击。'],
    ['a law', '《办法》自2025年3月1日起施行，要求报告数据泄露。'],
    ['a flaw', '厂商于2024年10月发布补丁，修复了该漏洞。'],
    ['a comparison', '漏洞数量较2022年增加13%，攻击也更多。'],
    ['a game', '2025年第九届亚冬会赛事系统是目标。'],
    ['a forecast', '专家预测，到2030年网络攻击造成的损失将翻倍。'],
    ['a revenue', '该公司2023年营收达11亿美元，黑客盯上了它。'],
    ['a habit', '攻击多在星期一至星期五进行。'],
  ])('%s', (_what, text) => {
    expect(dates(text)).toEqual([]);
  });

  test.each([
    ['a founding', 'The company was founded in 1998 and runs hospitals.'],
    ['a copyright', 'Copyright 2024 Example News. Reports on data breaches.'],
    ['a product', 'Windows Server 2019 is exploited in attacks.'],
    ['a malware family', 'The ransomware family first appeared in June 2019.'],
  ])('%s', (_what, text) => {
    expect(dates(text, { lang: 'en' })).toEqual([]);
  });

  test('a year says nothing beside a day of that year in the same role', () => {
    expect(dates('该医院2022年遭受网络攻击。攻击发生在2022年7月9日。')).toEqual([['occurred', '2022-07-09']]);
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 40 }), (a, b) => {
      for (const c of run(dateRule, `${a}2025年2月5日${b} on Friday`, { rejected: true })) {
        expect(c.value.value).toMatch(/^\d{4}(?:-\d{2}){0,2}$/);
      }
    }),
  );
});
