import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { findNumbers } from '../../src/text/numbers/index.js';

const read = (text: string, lang = 'zh') => findNumbers(fold(text), lang);
const one = (text: string, lang = 'zh') => {
  const [first] = read(text, lang);
  return first === undefined ? null : { value: first.value, low: first.low, qualifier: first.qualifier };
};
const value = (text: string, lang = 'zh') => one(text, lang)?.value ?? null;

describe('every written form of a number has one value', () => {
  test.each([
    ['1,234,567 users', 1234567],
    ['１，１００万人', 11000000],
    ['1,100万', 11000000],
    ["1'234 Konten", 1234],
    ['12 345 comptes', 12345],
    ['12,34,567 accounts', 1234567],
    ['3万4000人', 34000],
    ['25万6千', 256000],
    ['1.2亿条', 120000000],
    ['1億2000万件', 120000000],
    ['1 亿 2000 万', 120000000],
    ['約１２万人', 120000],
    ['12万3456件', 123456],
    ['3,500万名', 35000000],
    ['二百三十余万', 2300000],
    ['一万五千亿', 1500000000000],
    ['二十万亿', 20000000000000],
    ['三十万多亿', 30000000000000],
    ['4.3 万亿韩元', 4300000000000],
    ['25.5百万美元', 25500000],
    ['1千5百万', 15000000],
    ['两亿', 200000000],
    ['一百二十', 120],
    ['貳拾萬人', 200000],
    ['2.6 million people', 2600000],
    ['half a million people', 500000],
    ['one and a half million', 1500000],
    ['820K', 820000],
    ['1.2M files', 1200000],
    ['3bn records', 3000000000],
    ['10w条数据', 100000],
    ['five lakh users', 500000],
    ['2 crore accounts', 20000000],
    ['215.3 thousand', 215300],
    ['three hundred thousand', 300000],
    ['one hundred and thirty thousand', 130000],
    ['twenty-five companies', 25],
    ['a dozen packages', 12],
    ['two dozen', 24],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test.each([
    ['1.234.567 utenti', 1234567],
    ['370.000 dollari', 370000],
    ['2,6 milioni di persone', 2600000],
    ['73 mila clienti', 73000],
    ['un milione di utenti', 1000000],
    ['mezzo milione', 500000],
    ['due milioni', 2000000],
  ])('%s, in Italian', (text, expected) => {
    expect(value(text, 'it')).toBe(expected);
  });

  test('a full stop groups thousands in Italian and begins the decimals in Chinese', () => {
    expect(value('1.234', 'it')).toBe(1234);
    expect(value('1.234', 'zh')).toBe(1.234);
  });
});

describe('a qualifier stands on either side', () => {
  test.each([
    ['近30万', 'nearly'],
    ['将近 30 万', 'nearly'],
    ['不到1万', 'nearly'],
    ['almost 5,000', 'nearly'],
    ['just under 3 million', 'nearly'],
    ['约5.6亿', 'about'],
    ['大约有1.1亿', 'about'],
    ['30万左右', 'about'],
    ['an estimated 2 million', 'about'],
    ['approximately 200k', 'about'],
    ['some 40,000', 'about'],
    ['~700', 'about'],
    ['超过39万', 'over'],
    ['逾 1.68 亿', 'over'],
    ['250多家', 'over'],
    ['十余万', 'over'],
    ['2300 +', 'over'],
    ['more than a staggering 3 million', 'over'],
    ['upwards of 900', 'over'],
    ['over 12,000', 'over'],
    ['多达1万', 'up_to'],
    ['高达 1400万', 'up_to'],
    ['不超过500', 'up_to'],
    ['as many as 17,000', 'up_to'],
    ['up to 800,000', 'up_to'],
    ['至少 165', 'at_least'],
    ['不少于300', 'at_least'],
    ['30万以上', 'at_least'],
    ['no fewer than 20', 'at_least'],
    ['500 or more', 'at_least'],
    ['137,000', 'exact'],
    ['共1343', 'exact'],
  ])('%s is %s', (text, expected) => {
    expect(one(text)?.qualifier).toBe(expected);
  });

  test('a word that ends like a qualifier is none', () => {
    expect(one('最近3')?.qualifier).toBe('exact');
    expect(one('合约12')?.qualifier).toBe('exact');
    expect(one('通过 40')?.qualifier).toBe('exact');
  });
});

describe('a range gives its upper end as value and its lower end beside it', () => {
  test.each([
    ['200万-300万', 2000000, 3000000],
    ['200至300万条', 2000000, 3000000],
    ['between 2 and 3 million', 2000000, 3000000],
    ['2–3 million', 2000000, 3000000],
    ['5,000 to 8,000', 5000, 8000],
  ])('%s', (text, low, high) => {
    expect(one(text)).toMatchObject({ low, value: high });
  });

  test('"and" joins a range only after "between" or "from"', () => {
    expect(read('patients and 3 million', 'en').map((n) => n.value)).toEqual([3000000]);
    expect(read('two million and 3 million', 'en').map((n) => n.low)).toEqual([undefined, undefined]);
  });
});

describe('what only tells an order of magnitude is vague', () => {
  test.each([
    '十几万人',
    '数百万用户',
    '几千名',
    '上万条',
    '百万用户',
    'thousands of people',
    'several accounts',
  ])('%s', (text) => {
    expect(read(text).every((n) => n.vague)).toBe(true);
    expect(read(text)).not.toEqual([]);
  });

  test('近百万 and 超百万 state a figure', () => {
    expect(one('近百万用户')).toMatchObject({ value: 1000000, qualifier: 'nearly' });
    expect(one('超百万用户')).toMatchObject({ value: 1000000, qualifier: 'over' });
  });
});

describe('ids, versions, ranks and shares are no quantities', () => {
  test.each([
    'CVE-2024-1709',
    'v1.2.3',
    '192.168.100.123',
    'T1566',
    'APT28',
    'UNC6395',
    '3.5%',
    '百分之三',
    '第三方',
    '12th',
    'Four-Faith',
    'two-factor',
    '唯一一个',
    '二进制',
    '千万不要',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

/** All the ways to write a whole number, each with the value that it then has. */
const writings: readonly ((n: number) => [string, number])[] = [
  (n) => [String(n), n],
  (n) => [n.toLocaleString('en-US'), n],
  (n) => [n.toLocaleString('en-US').replaceAll(',', '，'), n],
  (n) => [n.toLocaleString('en-IN'), n],
  (n) => [n.toLocaleString('en-US').replaceAll(',', "'"), n],
  (n) => [[...String(n)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join(''), n],
  (n) =>
    n < 10000
      ? [`${n}万`, n * 10000]
      : [n % 10000 === 0 ? `${n / 10000}万` : `${Math.floor(n / 10000)}万${n % 10000}`, n],
  (n) => [`${n} million`, n * 1e6],
  (n) => [`${n}K`, n * 1000],
  (n) => [hanOf(n), n],
];

/** Writes a number below 10^12 in Han characters, as read aloud. */
function hanOf(n: number): string {
  const digits = '零一二三四五六七八九';
  const group = (k: number, lead: boolean): string => {
    let out = '';
    let gap = false;
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const d = Math.floor(k / unit) % 10;
      if (d === 0) gap = out !== '' || lead;
      else {
        out += (gap ? '零' : '') + digits.charAt(d) + name;
        gap = false;
      }
    }
    return out;
  };
  const parts = [
    [Math.floor(n / 1e8), '亿'],
    [Math.floor(n / 1e4) % 1e4, '万'],
    [n % 1e4, ''],
  ] as const;
  return parts
    .filter(([k]) => k > 0)
    .map(([k, name], i) => (i > 0 && k < 1000 ? '零' : '') + group(k, false) + name)
    .join('');
}

describe('properties', () => {
  test('what is written is read, in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 999_999_999 }), fc.constantFrom(...writings), (n, write) => {
        const [text, expected] = write(n);
        expect(value(text, 'en'), text).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('no text makes it throw, and spans lie in order within the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('zh', 'en', 'it', 'ja'),
        (text, lang) => {
          let last = 0;
          for (const n of read(text, lang)) {
            expect(n.coreStart).toBeGreaterThanOrEqual(last);
            expect(n.start).toBeLessThanOrEqual(n.coreStart);
            expect(n.coreEnd).toBeLessThanOrEqual(n.end);
            expect(n.end).toBeLessThanOrEqual(text.length);
            last = n.coreEnd;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('digits, commas and numerals alone never throw', () => {
    const unit = fc.constantFrom(...'0123456789,.万亿千百十一二三多余几数 -~$%至kmb'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        for (const n of read(text)) expect(Number.isFinite(n.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
