import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRule } from '../../src/extractors/counts/index.js';
import { run } from './quantity-rules.js';

const counts = (text: string, options: Parameters<typeof run>[2] = {}): unknown[] =>
  run(countRule, text, options).map((c) => [c.value.unit, c.value.value, c.value.qualifier]);

describe('the head noun tells the unit', () => {
  test.each([
    ['超过23.5万人的健康数据遭到泄露。', 'people', 235000, 'over'],
    ['该数据库包含290,762名用户的资料。', 'people', 290762, 'exact'],
    ['近500万员工信息遭泄露。', 'people', 5000000, 'nearly'],
    ['泄露了大约有1.1亿客户的信息。', 'people', 110000000, 'about'],
    ['黑客窃取了8.7万余名成员的个人信息。', 'people', 87000, 'over'],
    ['攻击者访问了11个电子邮件帐户。', 'accounts', 11, 'exact'],
    ['数据集包括7.5万个独特的电子邮件地址。', 'accounts', 75000, 'exact'],
    ['论坛上公开了418777条记录。', 'records', 418777, 'exact'],
    ['被盗数据包含40万行用户数据。', 'records', 400000, 'exact'],
    ['近 27 亿条美国人的个人信息记录被泄露。', 'records', 2700000000, 'nearly'],
    ['受影响的有17,891家企业客户。', 'organizations', 17891, 'exact'],
    ['攻击影响了至少 165 个组织。', 'organizations', 165, 'at_least'],
    ['超过3200台服务器遭到加密。', 'devices', 3200, 'over'],
    ['80 万辆电动汽车的位置数据泄露。', 'devices', 800000, 'exact'],
    ['2.7万份内部文件被窃取。', 'files', 27000, 'exact'],
    ['黑客出售30万张银行卡信息。', 'cards', 300000, 'exact'],
    ['恶意软件窃取了超过 39 万个凭证。', 'credentials', 390000, 'over'],
    ['攻击导致大约200架航班取消。', 'other', 200, 'about'],
    ['逾 1.68 億條記錄遭洩露。', 'records', 168000000, 'over'],
    ['個人情報12万3456件が流出した可能性があります。', 'records', 123456, 'exact'],
    ['約１２万人の顧客情報が漏えいした。', 'people', 120000, 'about'],
  ])('%s', (text, unit, value, qualifier) => {
    expect(counts(text)).toEqual([[unit, value, qualifier]]);
  });

  test.each([
    ['The breach exposed the data of up to 800,000 of their customers.', 'people', 800000, 'up_to'],
    ['More than 23,500 hospital patients were affected.', 'people', 23500, 'over'],
    ['The platform contained 6 million customer service records.', 'records', 6000000, 'exact'],
    ['Attackers gained access to four inactive accounts.', 'accounts', 4, 'exact'],
    ['Over 1M unique email addresses appeared in the leak.', 'accounts', 1000000, 'over'],
    ['The dump held over 184 million unique login credentials.', 'credentials', 184000000, 'over'],
    ['Nearly 1.3 million documents were left exposed.', 'files', 1300000, 'nearly'],
    ['Roughly 3,200 ESXi servers were encrypted.', 'devices', 3200, 'about'],
    ['At least 165 organizations were hit.', 'organizations', 165, 'at_least'],
    ['Hackers stole 50,000 credit cards.', 'cards', 50000, 'exact'],
    ['The attack disrupted as many as 2,300 flights.', 'other', 2300, 'up_to'],
    ['A filing says 1,008 were affected.', 'people', 1008, 'exact'],
    ['The total number of people affected is 48,439.', 'people', 48439, 'exact'],
  ])('%s', (text, unit, value, qualifier) => {
    expect(counts(text, { lang: 'en' })).toEqual([[unit, value, qualifier]]);
  });

  test.each([
    ['Sottratti i dati di oltre 73 mila clienti.', 'people', 73000, 'over'],
    ['La violazione ha esposto 1.234.567 utenti.', 'people', 1234567, 'exact'],
    ['Sono stati colpiti 40 ospedali.', 'organizations', 40, 'exact'],
  ])('%s', (text, unit, value, qualifier) => {
    expect(counts(text, { lang: 'it' })).toEqual([[unit, value, qualifier]]);
  });

  test('a range gives its upper end as the value', () => {
    const [count] = run(countRule, '泄露的数据涉及200万-300万名用户。');
    expect(count?.value).toMatchObject({ value: 3000000, low: 2000000 });
  });

  test('a label before the figure tells its unit', () => {
    expect(counts('受影响人数为235251人。')).toEqual([['people', 235251, 'exact']]);
    expect(counts('受影响的客户数量实际上高达1400万。')).toEqual([['people', 14000000, 'up_to']]);
    expect(counts('Affected Accounts:\n215.3 thousand', { lang: 'en' })).toEqual([
      ['accounts', 215300, 'exact'],
    ]);
  });

  test('a headline counts without a verb', () => {
    expect(counts('', { title: '某电商泄露729万会员数据' })).toEqual([['people', 7290000, 'exact']]);
    expect(counts('', { title: 'Example Shop - 296,124 breached accounts', lang: 'en' })).toEqual([
      ['accounts', 296124, 'exact'],
    ]);
  });
});

describe('what is no count of harm', () => {
  test.each([
    ['the staff of a company', '这家公司在全球拥有超过38000名员工，年收入11亿美元。'],
    ['the customers of a company', '该运营商为超过1.4亿客户提供服务。'],
    ['a rate', '平台每天拦截6200万次攻击，平均每个用户收到50多封邮件。'],
    ['articles of a law', '《办法》共9章81条，规范数据泄露的处置。'],
    ['suspects', '警方逮捕了24名犯罪嫌疑人，他们涉嫌窃取数据。'],
    ['a rank', '遭攻击的公司是财富500强公司之一。'],
    ['a brand', '360公司发现了这次攻击。'],
    ['a sum', '黑客窃取了约110万美元。'],
    ['a date', '2024年5月12日发生数据泄露。'],
    ['a flaw', '该产品存在漏洞CVE-2024-1709，可致数据泄露。'],
    ['the length of a key', '窃取一个4096位的RSA密钥需要42秒。'],
    ['an order of magnitude', '数百万用户的数据被泄露，数千名员工受影响。'],
    ['attackers', '攻击由12名黑客发起，导致数据泄露。'],
    ['months', '黑客在3个月内窃取了数据。'],
    ['parts of a text', '3）加强信息系统防护。\n4.提高员工意识，防止数据泄露。'],
  ])('%s', (_what, text) => {
    expect(counts(text)).toEqual([]);
  });

  test.each([
    ['the staff of a company', 'The company employs more than 40,000 people and was not breached before.'],
    ['its market', 'The plugin has more than five million customers.'],
    ['a product', 'Microsoft 365 accounts were targeted.'],
    ['arrests', 'Police arrested 12 suspects in the hack.'],
    ['a name', 'The flaw impacts Four-Faith routers.'],
    ['a period', 'Data was stolen over 14 days.'],
    ['a sum', 'Hackers stole $69 million from the exchange.'],
    ['a survey', 'The report surveyed 2,547 professionals about ransomware.'],
  ])('%s', (_what, text) => {
    expect(counts(text, { lang: 'en' })).toEqual([]);
  });

  test('what is thrown away is kept with its reason', () => {
    const [count] = run(countRule, '这家公司在全球拥有超过38000名员工。', { rejected: true });
    expect(count?.value.value).toBe(38000);
    expect(count?.rejected).toMatch(/size/);
  });
});

describe('properties', () => {
  test('a stated number of people whose data was stolen is found, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99_999_999 }), (n) => {
        expect(counts(`黑客窃取了${n.toLocaleString('en-US')}名用户的个人信息。`)).toEqual([
          ['people', n, 'exact'],
        ]);
        expect(
          counts(`The attack exposed the data of ${n.toLocaleString('en-US')} customers.`, { lang: 'en' }),
        ).toEqual([['people', n, 'exact']]);
      }),
      { numRuns: 200 },
    );
  });

  test('no text makes it throw, and every span lies in the document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ maxLength: 60 }), (a, b) => {
        const text = `${a}12万名用户${b}`;
        for (const c of run(countRule, text, { rejected: true })) {
          expect(c.start).toBeLessThan(c.end);
          expect(c.end).toBeLessThanOrEqual(text.length + 1);
        }
      }),
    );
  });
});
