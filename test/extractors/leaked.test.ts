import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leakedRule } from '../../src/extractors/leaked/index.js';
import { dataClassesEn } from '../../src/extractors/lexicon/data-classes.en.js';
import { dataClassesZh } from '../../src/extractors/lexicon/data-classes.zh.js';
import { DATA_CLASSES } from '../../src/model/index.js';
import { documentOf, kept } from './support.js';

const leaked = (text: string, lang = 'zh'): string[] =>
  [...new Set<string>(kept(leakedRule, text, 'leaked', lang))].sort();
const spared = (text: string, lang = 'zh'): string[] =>
  [...new Set<string>(kept(leakedRule, text, 'not_leaked', lang))].sort();

describe('fields in running text', () => {
  it.each([
    [
      '标题\n此次泄露的数据包括姓名、手机号、身份证号码和家庭住址。',
      ['names', 'national_ids', 'phone_numbers', 'physical_addresses'],
    ],
    ['标题\n黑客窃取了120万名会员的姓名、电子邮件和生日。', ['dates_of_birth', 'email_addresses', 'names']],
    ['標題\n駭客竊取了客戶的姓名、護照號碼及信用卡號。', ['names', 'passport_numbers', 'payment_cards']],
    ['标题\n被盗信息包括用户名和密码。', ['passwords', 'usernames']],
    ['标题\n攻击者下载了公司的源代码和客户合同。', ['contracts', 'source_code']],
    [
      '标题\n该公司称数据被盗。\n文件中包含员工的工资单、护照扫描件和银行账号。',
      ['bank_accounts', 'financial_data', 'passport_numbers'],
    ],
  ])('%s', (text, classes) => {
    expect(leaked(text)).toEqual(classes);
  });

  it.each([
    [
      'Title\nThe stolen data includes names, email addresses, Social Security numbers and dates of birth.',
      ['dates_of_birth', 'email_addresses', 'names', 'national_ids'],
    ],
    [
      'Title\nHackers stole full names, home addresses, driver’s license numbers and medical records.',
      ['drivers_licenses', 'medical_records', 'names', 'physical_addresses'],
    ],
    ['Title\nUsernames and passwords were exposed in the breach.', ['passwords', 'usernames']],
    [
      'Title\nThe incident exposed email and IP addresses alongside phone numbers.',
      ['email_addresses', 'ip_addresses', 'phone_numbers'],
    ],
    [
      'Title\nThe leak contained names, genders, and passwords stored as bcrypt hashes.',
      ['genders', 'names', 'passwords'],
    ],
  ])('%s', (text, classes) => {
    expect(leaked(text, 'en')).toEqual(classes);
  });

  it('reads a Japanese notice', () => {
    expect(
      leaked(
        '不正アクセスによる個人情報流出について\n流出した可能性のある情報は、氏名、住所、電話番号、メールアドレスです。',
        'ja',
      ),
    ).toEqual(expect.arrayContaining(['email_addresses', 'names', 'phone_numbers', 'physical_addresses']));
  });

  it('reads Italian', () => {
    expect(
      leaked(
        'Attacco\nI dati sottratti comprendono nomi, indirizzi email, codici fiscali e numeri di telefono.',
        'it',
      ),
    ).toEqual(['email_addresses', 'names', 'phone_numbers', 'tax_ids']);
  });
});

describe('what was not leaked', () => {
  it.each([
    [
      'a field after 不包括 is not leaked',
      '标题\n泄露的信息包括姓名，但不包括信用卡号和密码。',
      ['names'],
      ['passwords', 'payment_cards'],
    ],
    [
      'a field before 未受影响 is not leaked',
      '标题\n黑客访问了客户的姓名和电话，银行账户信息未受影响。',
      ['names', 'phone_numbers'],
      ['bank_accounts'],
    ],
    [
      'a list before 没有被泄露 is not leaked',
      '标题\n攻击者获取了姓名，但密码、驾驶执照和护照信息没有被泄露。',
      ['names'],
      ['drivers_licenses', 'passport_numbers', 'passwords'],
    ],
  ])('%s', (_, text, out, not) => {
    expect(leaked(text)).toEqual(out);
    expect(spared(text)).toEqual(not);
  });

  it.each([
    [
      'fields after “did not include” are not leaked',
      'Title\nThe stolen files included names, but did not include Social Security numbers or passwords.',
      ['names'],
      ['national_ids', 'passwords'],
    ],
    [
      'a “no” holds up to its verb',
      'Title\nNames were exposed in the breach.\nThe company said no passwords, ID documents or payment card details were accessed.',
      ['names'],
      ['national_ids', 'passwords', 'payment_cards'],
    ],
    [
      'data not stored there is not leaked',
      'Title\nAttackers accessed names. Credit card details are not stored in the breached system.',
      ['names'],
      ['payment_cards'],
    ],
  ])('%s', (_, text, out, not) => {
    expect(leaked(text, 'en')).toEqual(out);
    expect(spared(text, 'en')).toEqual(not);
  });
});

describe('lists', () => {
  it('items under a heading of leaked data are leaked', () => {
    expect(leaked('标题\n某医院遭到入侵，数据被盗。\n泄露数据类型：\n患者姓名\n诊断结果\n联系电话')).toEqual([
      'medical_records',
      'names',
      'phone_numbers',
    ]);
  });
  it('items under an English lead are leaked', () => {
    expect(
      leaked(
        'Title\nThe data was stolen in May.\nThe compromised information included:\nNames\nDates of birth\nPassport numbers',
        'en',
      ),
    ).toEqual(['dates_of_birth', 'names', 'passport_numbers']);
  });
  it('a row gives its fields', () => {
    expect(leaked('标题\n数据遭泄露。\n泄露数据 | 姓名、邮箱地址、IP地址')).toEqual([
      'email_addresses',
      'ip_addresses',
      'names',
    ]);
  });
});

describe('what is no leak', () => {
  it.each([
    '标题\n建议用户立即修改密码，切勿向他人提供身份证号码。',
    '标题\n该恶意软件能够窃取浏览器中的密码和信用卡信息。',
    '标题\n钓鱼页面诱骗用户输入用户名和密码。',
    '标题\n我们重视您的隐私，会收集您的姓名和电话以提供服务。',
  ])('%s', (text) => {
    expect(leaked(text)).toEqual([]);
  });
  it.each([
    'Title\nNever give your password or Social Security number to anyone.',
    'Title\nThe malware can steal passwords and credit card numbers from browsers.',
    'Title\nUsers should change their passwords at once.',
  ])('%s', (text) => {
    expect(leaked(text, 'en')).toEqual([]);
  });
  it('a row of a tactics table tells of what may have been done', () => {
    expect(leaked('标题\n数据泄露。\n凭据访问 | T1555.003 - 提取凭据 | 可能窃取了密码和令牌。')).toEqual([]);
  });
});

describe('totals without detail', () => {
  it('a total stands where no field is given', () => {
    expect(leaked('标题\n黑客窃取了大量客户数据。')).toEqual(['customer_records']);
  });
  it('a total goes where its fields are given', () => {
    expect(leaked('标题\n黑客窃取了客户数据，包括姓名、电话号码和地址。')).toEqual([
      'names',
      'phone_numbers',
      'physical_addresses',
    ]);
  });
  it('a total that is an item of the list stays', () => {
    expect(
      leaked('Title\nThe breach exposed names, phone numbers and other personal information.', 'en'),
    ).toEqual(['names', 'other_personal_data', 'phone_numbers']);
  });
});

describe('every data class', () => {
  const known = (lexicon: typeof dataClassesZh): Set<string> =>
    new Set(Object.keys(lexicon.terms).map((k) => k.replace('~', '')));
  it.each(DATA_CLASSES)('%s has terms in Chinese and in English', (dataClass) => {
    expect(known(dataClassesZh)).toContain(dataClass);
    expect(known(dataClassesEn)).toContain(dataClass);
  });

  const plain = (lexicon: typeof dataClassesZh, dataClass: string): string | undefined =>
    [...(lexicon.terms[dataClass] ?? []), ...(lexicon.terms[`~${dataClass}`] ?? [])].find(
      (t): t is string => typeof t === 'string',
    );
  it.each(DATA_CLASSES)('%s is found in a Chinese list', (dataClass) => {
    const term = plain(dataClassesZh, dataClass);
    expect(leaked(`标题\n泄露的数据包括血型、${term}、护照号码和婚姻状况。`)).toContain(dataClass);
  });
  it.each(DATA_CLASSES)('%s is found in an English list', (dataClass) => {
    const term = plain(dataClassesEn, dataClass);
    expect(
      leaked(
        `Title\nThe stolen data included nationality, ${term}, passport numbers and marital status.`,
        'en',
      ),
    ).toContain(dataClass);
  });
});

describe('any text', () => {
  it('never makes the rule throw, and evidence lies in the text', () => {
    const word = fc.constantFrom(
      '泄露',
      '姓名',
      '，',
      '。',
      '不包括',
      '密码',
      'names',
      ' were ',
      'not ',
      'stolen',
      '\n',
      ':',
      '|',
      '包括',
      '建议',
      '(',
      '8',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const doc = documentOf(words.join(''));
        return leakedRule.find(doc).every((c) => c.start >= 0 && c.end <= doc.text.length && c.start < c.end);
      }),
    );
  });
  it('is read in linear time', () => {
    const doc = documentOf(`标题\n${'泄露的姓名、密码不包括地址，'.repeat(20_000)}`);
    const started = performance.now();
    leakedRule.find(doc);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
