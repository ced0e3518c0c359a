import { describe, expect, it } from 'vitest';
import { isNegated } from '../../src/extractors/engine/negation.js';
import { fold } from '../../src/text/fold.js';

describe('a clause that says something was not hit', () => {
  it.each([
    '泄露的数据不包括信用卡号',
    '密码未受影响',
    '没有证据表明财务数据被访问',
    '银行账户信息没有被泄露',
    '並未涉及身分證號碼',
    '未發現客戶資料外洩',
    '系统不存储支付卡信息',
    '此次事件未造成个人数据泄露',
    '客户姓名不受影响',
    '否认客户数据被盗',
    'passwords were not accessed',
    "the data didn't include Social Security numbers",
    'no payment card data was exposed',
    'there is no evidence that bank details were stolen',
    'financial information was unaffected',
    'credit card numbers are not stored on the system',
    'Neither names nor addresses were taken',
    'クレジットカード情報は含まれておりません',
    'パスワードの流出は確認されていません',
    'i dati di pagamento non sono stati compromessi',
    'nessuna password è stata sottratta',
  ])('%s', (clause) => {
    expect(isNegated(fold(clause))).toBe(true);
  });
});

describe('a clause whose “not” denies something else', () => {
  it.each([
    '未经授权的第三方访问了客户姓名',
    '包括但不限于姓名和电话',
    '攻击者身份尚不清楚',
    '该公司未能保护客户的个人信息',
    '不仅泄露了姓名，还泄露了地址',
    '数据库未受保护，泄露了邮箱',
    '没有及时修复漏洞，导致姓名外泄',
    'an unauthorized party accessed names',
    'not only names but also addresses were exposed',
    'the company did not say how names were stolen',
    'the database was exposed without a password',
    'names were stolen, the firm has not disclosed how many',
  ])('%s', (clause) => {
    expect(isNegated(fold(clause))).toBe(false);
  });
});
