import { describe, expect, test } from 'vitest';
import { moneyRule } from '../../src/extractors/money/index.js';
import { volumeRule } from '../../src/extractors/volume/index.js';
import { run } from './quantity-rules.js';

const sums = (text: string, lang = 'zh'): unknown[] =>
  run(moneyRule, text, { lang }).map((c) => [c.value.kind, c.value.amount, c.value.currency]);
const volumes = (text: string, lang = 'zh'): unknown[] => run(volumeRule, text, { lang }).map((c) => c.value);

describe('a sum has its kind from the words around it and its currency from the sign or the name', () => {
  test.each([
    ['该团伙索要价值170万美元的比特币。', 'ransom_demanded', 1700000, 'USD'],
    ['公司向黑客支付了近 300 万美元。', 'ransom_paid', 3000000, 'USD'],
    ['攻击造成的损失超过 1600 万欧元。', 'loss', 16000000, 'EUR'],
    ['监管机构因数据泄露对其处以2.635亿美元（约合19.23亿人民币）的罚款。', 'fine', 263500000, 'USD'],
    ['公安机关对该公司作出罚款100万元的行政处罚。', 'fine', 1000000, 'CNY'],
    ['黑客从交易所盗走了约580亿韩元。', 'stolen_funds', 58000000000, 'KRW'],
    ['数据在论坛上以 350 万美元的价格出售。', 'sale_price', 3500000, 'USD'],
    ['攻击者窃取了约628亿先令资金。', 'stolen_funds', 62800000000, 'UGX'],
    ['被害額は約３億円に上る。', 'loss', 300000000, 'JPY'],
  ])('%s', (text, kind, amount, currency) => {
    expect(sums(text)).toEqual([[kind, amount, currency]]);
  });

  test.each([
    ['The gang demanded a ransom of $4.5 million.', 'ransom_demanded', 4500000, 'USD'],
    ['It paid a $370,000 ransom to delete the data.', 'ransom_paid', 370000, 'USD'],
    ['The firm will pay £16 million to settle the investigation.', 'fine', 16000000, 'GBP'],
    ['Attackers stole $69 million from the exchange.', 'stolen_funds', 69000000, 'USD'],
    ['The database was offered for sale for $20,000.', 'sale_price', 20000, 'USD'],
    ['The attack cost the agency approximately €4.5 million in damages.', 'loss', 4500000, 'EUR'],
  ])('%s', (text, kind, amount, currency) => {
    expect(sums(text, 'en')).toEqual([[kind, amount, currency]]);
  });

  test('an Italian sum groups its thousands by full stops', () => {
    expect(
      sums('Ha pagato un riscatto di 370.000 dollari.', 'it').map((s) => (s as unknown[]).slice(1)),
    ).toEqual([[370000, 'USD']]);
  });

  test('of a crypto amount and its value the ordinary currency is told', () => {
    expect(sums('黑客盗走了143.45枚以太坊，价值约46万美元，资金被盗。')).toEqual([
      ['stolen_funds', 460000, 'USD'],
    ]);
    expect(sums('攻击者盗走了346,399.28 USDT。')).toEqual([['stolen_funds', 346399.28, 'USDT']]);
  });

  test.each([
    '该公司年收入超过11亿美元，曾被黑客攻击。',
    '研究人员因发现漏洞获得5万美元的奖金。',
    '违反本法的，可以并处五万元以上五十万元以下罚款。',
    '每名原告可获每小时25美元的赔偿。',
    '英国方面已冻结约700万美元被盗资金。',
  ])('%s holds no sum of an incident', (text) => {
    expect(sums(text)).toEqual([]);
  });
});

describe('a volume is an amount of data taken or left open', () => {
  test.each([
    ['黑客窃取的数据量高达761.8GB。', '761.8GB'],
    ['被窃取机密数据超1TB。', '1TB'],
    ['数据库大小为 1.25 TB，内含客户信息。', '1.25TB'],
    ['泄露了600G文件。', '600GB'],
  ])('%s', (text, expected) => {
    expect(volumes(text)).toEqual([expected]);
  });

  test.each([
    ['A cybercriminal dumped 240GB of data.', '240GB'],
    ['It left more than a terabyte of sensitive data exposed.', '1TB'],
    ['They claim to have stolen 17 terabytes of files.', '17TB'],
  ])('%s', (text, expected) => {
    expect(volumes(text, 'en')).toEqual([expected]);
  });

  test.each([
    ['攻击流量峰值超过 10Gbps，持续消耗带宽。', 'zh'],
    ['钓鱼邮件中包含一个285MB的恶意压缩包。', 'zh'],
    ['5G网络的数据安全。', 'zh'],
    ['The server has 64GB of memory and was attacked.', 'en'],
    ['1.2M files were exposed.', 'en'],
    ['AT&T data was stolen at the time.', 'en'],
  ])('%s holds none', (text, lang) => {
    expect(volumes(text, lang)).toEqual([]);
  });
});
