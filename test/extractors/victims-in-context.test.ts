import { describe, expect, test } from 'vitest';
import { componentName } from '../../src/text/components.js';
import { splitSentences } from '../../src/text/sentences.js';
import { reportsOf, victimsOf } from './read.js';

const STORY = '青禾银行证实，攻击者窃取了客户信息。该行已报警。';

/** All victims of an article on a bank that was hit, with one more paragraph. */
const beside = (paragraph: string): string[] =>
  victimsOf('青禾银行数据泄露', `${STORY}\n\n${paragraph}`).flat();

describe('victims named in other ways than by a verb', () => {
  const ways: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a list after 包括, going on after a comma',
      '攻击影响范围广泛，涉及北岸基金、Gelt出租车服务，以及Rondo Online和Hopwell等支付系统。',
      ['北岸基金', 'Gelt', 'Rondo Online', 'Hopwell'],
    ],
    [
      'a list of those that lost data',
      '已确认被窃取账户数据的公司包括 Larkspur、海灯通讯和 Bettany。',
      ['Larkspur', '海灯通讯', 'Bettany'],
    ],
    [
      'several as examples',
      '2023年5月，该团伙攻击了多家公司如 Larkspur 和 Corvane Group，并部署了勒索软件。',
      ['Larkspur', 'Corvane Group'],
    ],
    ['happened at', '今年最重大的勒索软件事件发生在 Ridgeway Health 上。', ['Ridgeway Health']],
    ['the one behind', '今年9月，Nightjar 声称是海灯协会网络攻击活动的幕后黑手。', ['海灯协会']],
    ['whose records', '2023年5月的另一起泄露中，规模最大的是 Larkspur 的585,130条记录。', ['Larkspur']],
    [
      'where it came from',
      '2023年5月，黑客组织在论坛上出售另一批被盗数据，数据样本主要来源于 Larkspur。',
      ['Larkspur'],
    ],
    [
      'an attack on X did',
      '去年，Nightjar对Ridgeway卫生系统的攻击导致手术取消，病人数据被盗。',
      ['Ridgeway卫生系统'],
    ],
    ['hit as well', '另外，Larkspur 表示，此次攻击事件对其仓库系统造成了影响。', ['Larkspur']],
    [
      'was hacked, with a particle',
      '2023年5月，黑客组织黑客了Larkspur和Corvane，窃取了客户数据。',
      ['Larkspur', 'Corvane'],
    ],
  ];
  test.each(ways)('%s', (_, paragraph, expected) => {
    const found = beside(paragraph);
    for (const name of expected)
      expect(found.some((f) => f.startsWith(name) || name.startsWith(f))).toBe(true);
  });

  test('a former employee who leaks makes the employer the victim', () => {
    expect(
      victimsOf(
        '韩国逮捕涉嫌泄露机密的前三星员工',
        '警方表示，嫌疑人窃取了三星的机密技术并出售给竞争对手。',
      ).flat(),
    ).toContain('三星');
  });

  test('“the victim is X” and “the airline is X” name it', () => {
    expect(
      victimsOf('大学遭勒索', '一个团伙入侵了一所大学。遭受攻击的是海灯理工学院，成立于1912年。').flat(),
    ).toContain('海灯理工学院');
    expect(
      victimsOf(
        'Passenger list exposed',
        'The list was left exposed on an insecure airline computer. The airline is SwiftHop.',
      ).flat(),
    ).toContain('SwiftHop');
  });

  test('data that belongs to somebody', () => {
    expect(
      victimsOf(
        'Security firm exposes 1.2M files via unprotected database',
        'A researcher stumbled upon a trove of data belonging to Larkspur Security, which included pictures of its guards.',
      ).flat(),
    ).toContain('Larkspur Security');
  });
});

describe('victims that nobody names', () => {
  test('an organisation that a notice calls 某', () => {
    const text = '经查，青州市某机械制造有限公司未履行网络安全保护义务，网站域名被非法篡改。';
    expect(victimsOf('网站域名遭篡改，一公司被处罚', text).flat()).toContain('青州市某机械制造有限公司');
  });

  test('a customer of a vendor that is praised is no victim', () => {
    expect(
      victimsOf('某省医保局与安盾公司携手共建', '某省医保局采用安盾的数据防泄漏体系，护航业务发展。'),
    ).toEqual([]);
  });

  test('victims that are only counted stand for the incident', () => {
    const text =
      '嫌疑人被指控策划了勒索软件攻击，影响了全球 1,000 多名受害者，窃取了他们的姓名、住址和护照号码。警方于 2025年1月3日查封了其网站。';
    expect(victimsOf('勒索软件网站被查封，大量数据被盗', text).flat()).toEqual(['全球 1,000 多名受害者']);
  });

  test.each([
    ['至少35个Chrome扩展被劫持', '黑客针对多个Chrome扩展程序进行了攻击，数十万用户受影响。', 'Chrome扩展'],
    [
      'Dozens of Chrome Extensions Hacked, Exposing Users',
      'A campaign compromised at least 35 Chrome browser extensions and stole the data of users.',
      'Chrome Extensions',
    ],
  ])('components hit in numbers: %s', (title, text, name) => {
    expect(victimsOf(title, text).flat()[0]).toBe(name);
  });

  test('the maker named among components was hit as well; where none are hit, nobody is named so', () => {
    const hit =
      'Attackers compromised 35 Chrome browser extensions, including one from the security firm Larkspur, and stole user data.';
    expect(victimsOf('Dozens of Chrome Extensions Hacked', hit, 'en').flat()).toContain('Larkspur');
    const none =
      'Hackers stole 1,200 images from Bettany Bank, including photos of staff by Larkspur Studio.';
    expect(victimsOf('Bettany Bank hacked', none, 'en').flat()).not.toContain('Larkspur Studio');
  });

  test('malicious components are no victims', () => {
    expect(
      victimsOf('研究人员发现恶意npm软件包', '研究人员发现数十个恶意npm软件包被上传，用于窃取密码。'),
    ).toEqual([]);
  });

  test.each([
    ['google chrome browser extensions', 'chrome extension'],
    ['chrome 扩展程序', 'chrome extension'],
    ['chrome浏览器扩展', 'chrome extension'],
    ['npm packages', 'npm package'],
    ['estensioni per chrome', 'chrome extension'],
    ['青禾银行', '青禾银行'],
  ])('%s is one spelling: %s', (name, expected) => {
    expect(componentName(name)).toBe(expected);
  });
});

describe('who the main victim is', () => {
  test('the lead names whom the title only describes, in one incident', () => {
    const reports = reportsOf(
      '央行旗下门户网站遭黑客攻击',
      '国家银行（NBX）的门户网站LinkGate遭到黑客攻击，其数据库在暗网出售，内含8.7万余名成员的个人信息。',
    );
    expect(reports.filter((r) => r.role === 'main')).toHaveLength(1);
    expect(reports.flatMap((r) => r.victims.map((v) => v.value.name))).toContain('LinkGate');
  });

  test('another name in brackets anywhere joins two victims', () => {
    const victims = victimsOf(
      '海灯档案馆遭黑客攻击，三千万用户数据泄露',
      '报道称海灯档案馆网站 Haeden.org 遭遇黑客攻击，用户数据被泄露。海灯档案馆（Haeden Archive）成立于 1996 年。',
    );
    expect(victims).toHaveLength(1);
    expect(victims[0]).toContain('海灯档案馆');
  });

  test('the subject of the title, where no verb says that it was hit', () => {
    const text =
      'Graphics maker Larkspur has warned customers that card details may have been stolen by miscreants. Larkspur told customers in an email that it is still investigating.';
    expect(
      victimsOf('Larkspur says crooks probably swiped customer cards from its checkout', text).flat(),
    ).toEqual(['Larkspur']);
  });

  test('a gang that was hit itself', () => {
    expect(
      victimsOf(
        'Nightjar Ransomware Hacked, Database Leaked',
        'The notorious Nightjar ransomware operation has suffered a significant breach. Attackers leaked its database.',
      ).flat(),
    ).toContain('Nightjar');
  });

  test('the gang that hits is still none', () => {
    expect(
      victimsOf('青禾银行遭攻击', '青禾银行遭到 Nightjar 勒索软件团伙攻击，客户数据被窃取。').flat(),
    ).toEqual(['青禾银行']);
  });

  test('a name that opens a long sentence, with a place before the verb', () => {
    const text =
      'Larkspur High School in the historic town of Brindle, in the north of the county, said the ransomware attack hit on January 17. Names and addresses of 1,200 students were stolen. Larkspur High School will stay closed.';
    expect(victimsOf('Ransomware attack forces high school to shut doors', text, 'en').flat()).toEqual([
      'Larkspur High School',
    ]);
  });

  test.each(['setup.exe', 'login.aspx', '5.6 Tbps DDoS', 'New York', 'Agency'])(
    '%s is no organisation',
    (name) => {
      expect(victimsOf(`Attack on ${name}`, `Hackers breached ${name} and stole data.`).flat()).not.toContain(
        name,
      );
    },
  );

  test('two strangers of a list are two incidents; victims named together are one', () => {
    const strangers = victimsOf(
      '青禾银行数据泄露',
      `${STORY}\n\n近期遭遇攻击的其他公司包括 Larkspur 和 Bettany。`,
    );
    expect(strangers).toContainEqual(['Larkspur']);
    expect(strangers).toContainEqual(['Bettany']);
    const together = victimsOf(
      '青禾银行数据泄露',
      `${STORY}\n\n2023年5月，Nightjar 团伙入侵了 Larkspur 和 Bettany，窃取了客户数据。`,
    );
    expect(together).toContainEqual(['Larkspur', 'Bettany']);
  });
});

test('the number of an item stays with its line', () => {
  const text = '2. 海灯银行遭遇数据泄露';
  const spans = splitSentences(text, { start: 0, end: text.length });
  expect(spans.map((s) => text.slice(s.start, s.end))).toEqual([text]);
  const prose = 'It rained. 2. No.';
  expect(splitSentences(prose, { start: 0, end: prose.length })).not.toHaveLength(1);
});
