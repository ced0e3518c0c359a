import { describe, expect, it } from 'vitest';
import { leakedRule } from '../../src/extractors/leaked/index.js';
import { kept } from './support.js';

const leaked = (text: string, lang = 'zh'): string[] =>
  [...new Set<string>(kept(leakedRule, text, 'leaked', lang))].sort();

describe('totals told by whose data they are', () => {
  it.each([
    ['标题\n攻击者获得了有关该公司员工的“一些信息”。', ['employee_records']],
    ['标题\n医院雇员和患者的敏感数据被勒索团伙发布到网上。', ['other_personal_data']],
    ['标题\n公司员工及客户的资料被窃取。', ['customer_records', 'employee_records']],
    ['标题\n黑客泄露了约两百万名会员的部分资料。', ['customer_records']],
    ['标题\n学生的个人信息遭泄露。', ['other_personal_data']],
  ])('%s', (text, classes) => {
    expect(leaked(text)).toEqual(classes);
  });
  it.each([
    [
      'Title\nThe attack exposed the personal data of more than two million current and former members.',
      ['other_personal_data'],
    ],
    ['Title\nHackers stole workers’ sensitive records.', ['employee_records']],
    ['Title\nThe breach leaked data belonging to roughly 40,000 subscribers.', ['customer_records']],
  ])('%s', (text, classes) => {
    expect(leaked(text, 'en')).toEqual(classes);
  });
});

describe('totals beside fields', () => {
  it.each([
    // The list after the total is its detail.
    ['标题\n被盗的客户信息包括姓名、邮箱地址和电话号码。', ['email_addresses', 'names', 'phone_numbers']],
    // A card number alone does not say what the customer data are.
    ['标题\n黑客出售五百万客户的数据。\n样本中可见信用卡号。', ['customer_records', 'payment_cards']],
    // A list with a note in brackets is still a list.
    [
      '标题\n被盗数据包括员工个人身份信息（PII）、护照号码和客户信息。',
      ['customer_records', 'employee_records', 'other_personal_data', 'passport_numbers'],
    ],
    ['标题\n该机构部分敏感数据外泄。', []],
    // Internal data is a total of business: alone it stands, beside the fields it says nothing more.
    ['标题\n攻击者窃取了部分内部数据。', ['internal_documents']],
    [
      '标题\n攻击者窃取了部分内部数据。\n被盗数据包括合同编号、姓名和电话号码。',
      ['account_numbers', 'names', 'phone_numbers'],
    ],
  ])('%s', (text, classes) => {
    expect(leaked(text)).toEqual(classes);
  });
});

describe('what names a field and leaks nothing', () => {
  it.each([
    '标题\n攻击致系统瘫痪，该部门的部分文件无法访问。',
    '标题\n该公司在提交给监管机构的一份文件中表示，系统遭到入侵。',
    '标题\n一份法律文件显示，该公司遭到入侵。',
    '标题\n攻击者投递恶意PDF文件，随后入侵系统。',
    '标题\n个人信息保护委员会称，该公司遭到入侵。',
    '标题\n攻击迫使该市禁用其电话和计算机系统，引发泄露担忧。',
    '标题\n警方依据攻击者的 IP 地址确认黑客来自境外，资产被盗。',
    '标题\n攻击者 EOA 地址 1 窃取了资金。',
    '标题\n攻击导致了手术和诊断操作取消，病房系统受影响。',
  ])('%s', (text) => {
    expect(leaked(text)).toEqual([]);
  });
  it.each([
    'Title\nStaff were unable to access customer records after the attack.',
    'Title\nThe family first appeared in 2019, and is believed to be a fork due to similarities in its source code.',
    'Title\nThe accounts were breached using shared passwords leaked elsewhere.',
    'Title\nThe breach was serious. I wonder if payment card numbers were exposed.',
    'Title\nAccording to court documents, the company was breached.',
  ])('%s', (text) => {
    expect(leaked(text, 'en')).toEqual([]);
  });
});

describe('fields told in other words', () => {
  it.each([
    [
      'Title\nThe forum was hacked. The breach was not discovered until May and included names and home addresses.',
      ['names', 'physical_addresses'],
    ],
    [
      'Title\nThe site was breached. Email addresses and phone numbers were also present.',
      ['email_addresses', 'phone_numbers'],
    ],
    [
      'Title\nThe data included email addresses, names and tracking numbers which can be used to follow a parcel.',
      ['email_addresses', 'names', 'transactions'],
    ],
  ])('%s', (text, classes) => {
    expect(leaked(text, 'en')).toEqual(expect.arrayContaining(classes.slice(0, 2)));
  });
  it.each([
    ['标题\n约25份机密文件在未经授权的情况下被公开。', ['internal_documents']],
    [
      '标题\n数千名公务员的手机号码和社交媒体资料在网上公开多年。',
      ['phone_numbers', 'social_media_profiles'],
    ],
    ['标题\n泄露的信息包括姓名和Instagram 用户名。', ['names', 'social_media_profiles']],
  ])('%s', (text, classes) => {
    expect(leaked(text)).toEqual(classes);
  });
});

describe('the way in and what was used', () => {
  it.each([
    '标题\n攻击者通过两名员工的登录凭证成功入侵了该公司的网络。',
    '标题\n攻击者利用窃取的云服务 API 密钥入侵系统。',
    '标题\n凭证轮换后，攻击者失去了访问权限。',
    '标题\n黑客从一名员工的凭证入手，入侵了系统。',
    '标题\n该公司遭遇商业电子邮件泄露攻击。',
  ])('%s', (text) => {
    expect(leaked(text)).toEqual([]);
  });
  it.each([
    'Title\nThey gained access after stealing login credentials from an employee.',
    'Title\nThe system was breached by leveraging stolen API keys.',
    'Title\nThe firm is revoking passwords after the breach.',
  ])('%s', (text) => {
    expect(leaked(text, 'en')).toEqual([]);
  });
});

describe('bare words', () => {
  it.each([
    ['标题\n泄露的数据包括姓名、国家和密码。', ['geolocation', 'names', 'passwords']],
    ['标题\n系统返回 IP 地址，随后被入侵。', []],
    ['标题\n黑客窃取了密码。', ['passwords']],
    ['标题\n入侵用户数据中心后，攻击者加密了系统。', []],
    ['标题\n黑客窃取了酒店的预订信息。', ['travel_records']],
    ['标题\n黑客窃取了证书以及用于交付的旧用户个人信息。', ['other_personal_data']],
  ])('%s', (text, classes) => {
    expect(leaked(text)).toEqual(classes);
  });
  it.each([
    [
      'Title\nThe breach exposed email addresses and, for a small number of users, their name, phone number and date of birth.',
      ['dates_of_birth', 'email_addresses', 'names', 'phone_numbers'],
    ],
    [
      'Title\nThe breached data included names, country and IP address.',
      ['geolocation', 'ip_addresses', 'names'],
    ],
    ['Title\nThe breach exposed data related to patient conditions.', []],
  ])('%s', (text, classes) => {
    expect(leaked(text, 'en')).toEqual(classes);
  });
});

describe('what was spared', () => {
  const spared = (text: string, lang = 'zh'): string[] =>
    [...new Set<string>(kept(leakedRule, text, 'not_leaked', lang))].sort();
  it.each([
    ['标题\n尚未发现付款详细信息、银行账号等其他敏感信息被盗的迹象。', ['bank_accounts', 'payment_cards']],
    ['标题\n目前未发现客户信息泄露，但员工信息可能被用于钓鱼。', ['customer_records']],
    ['标题\n交易信息以及网络银行账户凭据未受影响。', ['passwords', 'transactions']],
  ])('%s', (text, classes) => {
    expect(spared(text)).toEqual(classes);
  });
  it('an exception is the other way round', () => {
    const text = 'Title\nAll customer records were stolen except passwords.';
    expect(leaked(text, 'en')).toEqual(['customer_records']);
    expect(spared(text, 'en')).toEqual(['passwords']);
  });
  it.each(['Title\nThe email lists do not appear to have been leaked by accident.'])('%s', (text) => {
    expect(spared(text, 'en')).toEqual([]);
  });
});
