import { describe, expect, test } from 'vitest';
import { extractReports } from '../../src/extractors/index.js';
import { article, explained, reportsOf, victimsOf } from './read.js';

const BREACH = '青禾银行证实发生数据泄露，约34万名客户的姓名和电话号码被窃取。';

describe('which incident a fact belongs to', () => {
  test('an earlier incident of the same victim is one of its own', () => {
    const reports = reportsOf(
      '青禾银行数据泄露',
      `${BREACH}\n\n2021年，青禾银行曾遭勒索软件攻击，系统瘫痪了一周。`,
    );
    expect(reports.map((r) => r.role)).toEqual(['main', 'mention']);
    expect(reports[0]?.attackTypes.map((a) => a.value)).toEqual(['data_breach']);
    expect(reports[1]?.dates.map((d) => d.value.value)).toEqual(['2021']);
  });

  test('another victim keeps its facts to itself', () => {
    const reports = reportsOf(
      '青禾银行数据泄露',
      `${BREACH}\n\n上个月，Larkspur Health 遭到勒索软件攻击，2.5万名患者受影响。`,
    );
    expect(reports.map((r) => r.victims[0]?.value.name)).toEqual(['青禾银行', 'Larkspur Health']);
    expect(reports[0]?.counts.map((c) => c.value.value)).toEqual([340000]);
    expect(reports[1]?.counts.map((c) => c.value.value)).toEqual([25000]);
  });

  test('“other companies include A, B and C” gives each an incident', () => {
    const victims = victimsOf(
      '青禾银行数据泄露',
      `${BREACH}\n\n近期遭遇攻击的其他公司包括 Larkspur、Bettany 和 Corvane。`,
    );
    expect(victims).toEqual([['青禾银行'], ['Larkspur'], ['Bettany'], ['Corvane']]);
  });

  test('the story returns to its victim in the next paragraph', () => {
    const reports = reportsOf(
      '青禾银行数据泄露',
      '青禾银行发生数据泄露。\n\n上周，Larkspur Health 遭到勒索软件攻击。\n\n青禾银行表示，12万名客户的信息被泄露。',
    );
    expect(reports[0]?.counts.map((c) => c.value.value)).toEqual([120000]);
  });

  test('facts under a heading of advice are nobody’s', () => {
    const reports = reportsOf(
      '青禾银行数据泄露',
      `${BREACH}\n\n## 安全建议\n\n用户不应在网上填写身份证号码。`,
    );
    expect(reports[0]?.leaked.map((l) => l.value)).not.toContain('national_ids');
  });

  test.each([
    [
      'Fernwick',
      'In May 2019, the recipe exchange known as Fernwick suffered a data breach. Over 40k members were affected.',
    ],
    [
      'Fernwick',
      'In May 2019, data belonging to the Danish hiking site fernwick.example was found online and contained 40k email addresses.',
    ],
    [
      'Fernwick',
      'In March 2021, nearly 6 million records of Fernwick residents were published to a popular hacking forum.',
    ],
  ])('a short notice titled by a name tells an incident by its lead: %s, %s', (title, text) => {
    expect(reportsOf(title, text, 'en')[0]?.counts).toHaveLength(1);
  });

  test('no article gives more than twelve incidents', () => {
    const items = Array.from(
      { length: 20 },
      (_, i) => `${i + 1}、Vendor${i} Corp 遭黑客攻击\n\nVendor${i} Corp 遭到黑客攻击，数据被窃取。`,
    );
    expect(extractReports(article('一周安全事件盘点', items.join('\n\n'))).reports).toHaveLength(12);
  });
});

describe('which articles report an incident', () => {
  const none: readonly (readonly [string, string, string])[] = [
    ['a tutorial', '记一次渗透测试实战', '首先扫描目录，发现数据库密码泄露，随后登录后台。'],
    [
      'a flaw without victim',
      'Orchid 网关曝高危漏洞 CVE-2025-10001',
      '该漏洞允许攻击者执行任意代码，建议用户尽快升级。',
    ],
    ['malware', '新型窃密木马通过钓鱼邮件传播', '研究人员发现一种新型木马，可窃取浏览器中的密码。'],
    ['statistics', '报告显示2024年勒索软件攻击增长35%', '报告显示，勒索软件攻击数量同比增长35%。'],
    ['an advert', '星盾数据防泄漏系统荣获创新奖', '该系统可以阻止敏感数据泄露，助力企业合规。'],
    ['policy', '《数据安全管理办法》征求意见稿发布', '运营者发生数据泄露事件的，应当在一小时内报告。'],
  ];
  test.each(none)('%s reports none', (_, title, text) => {
    expect(reportsOf(title, text)).toEqual([]);
  });

  test('a digest is a roundup, and its items without victim are left out', () => {
    const { topic, reports } = extractReports(
      article(
        '安全周报：一周要闻',
        '1、青禾银行遭勒索软件攻击\n\n青禾银行遭到勒索软件攻击，业务中断。\n\n2、Orchid 网关修复高危漏洞\n\nOrchid 网关发布更新，修复 CVE-2025-10001。\n\n3、Larkspur Health 数据泄露\n\nLarkspur Health 证实发生数据泄露。',
      ),
    );
    expect(topic).toBe('roundup');
    expect(reports.map((r) => [r.role, r.victims[0]?.value.name])).toEqual([
      ['roundup', '青禾银行'],
      ['roundup', 'Larkspur Health'],
    ]);
  });

  test('explain shows what spoke for and against', () => {
    const e = explained('青禾银行数据泄露', BREACH);
    expect(e.verdicts[0]?.taken).toBe(true);
    expect(e.verdicts[0]?.reasons.length).toBeGreaterThan(0);
    expect(e.candidates.some((c) => c.incident === 0 && c.kind === 'count')).toBe(true);
  });
});

describe('status', () => {
  const statusOf = (title: string, text: string, lang = 'zh') =>
    reportsOf(title, text, lang)[0]?.status.value;

  test('the victim confirms', () => {
    expect(statusOf('青禾银行遭网络攻击', '青禾银行证实，其系统遭到网络攻击。')).toBe('confirmed');
  });
  test('a plain statement is confirmed', () => {
    expect(statusOf('青禾银行遭网络攻击', '青禾银行遭到网络攻击，网上业务停摆。')).toBe('confirmed');
  });
  test('only the attacker says so', () => {
    expect(
      statusOf(
        '勒索软件团伙声称攻击了青禾银行',
        '勒索软件团伙声称入侵了青禾银行，窃取了客户数据。该行尚未对此作出回应。',
      ),
    ).toBe('claimed');
  });
  test('a suspicion', () => {
    expect(statusOf('青禾银行疑似遭网络攻击', '青禾银行疑似遭到网络攻击，网站无法访问。')).toBe('suspected');
  });
  test('the victim denies', () => {
    expect(statusOf('青禾银行否认遭黑客入侵', '有黑客声称窃取了数据，青禾银行否认其系统被入侵。')).toBe(
      'denied',
    );
  });
  test('an unconfirmed claim in English', () => {
    expect(
      statusOf(
        'Nightjar gang claims attack on Ridgeway Health',
        'The Nightjar gang claims to have breached Ridgeway Health. The company has not confirmed the claim.',
        'en',
      ),
    ).toBe('claimed');
  });
});
