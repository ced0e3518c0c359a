import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, findDates, formatDay, parseDay, weekday } from '../../src/text/dates/index.js';
import { fold } from '../../src/text/fold.js';

/** A Friday. */
const PUBLISHED = '2025-03-14';
const read = (text: string, lang = 'en', published: string | null = PUBLISHED) =>
  findDates(text, fold(text), { published, lang });
const values = (text: string, lang = 'en', published: string | null = PUBLISHED) =>
  read(text, lang, published).map((d) => d.value);

describe('absolute dates', () => {
  test.each([
    ['2025年2月5日', '2025-02-05'],
    ['2025 年 2 月 5 日', '2025-02-05'],
    ['二〇二五年二月五日', '2025-02-05'],
    ['2016年06月30日09时30分', '2016-06-30'],
    ['2023年1月10，该公司', '2023-01-10'],
    ['2025-02-05', '2025-02-05'],
    ['2025/2/5', '2025-02-05'],
    ['2025.02.05', '2025-02-05'],
    ['Feb. 5, 2025', '2025-02-05'],
    ['February 5th, 2025', '2025-02-05'],
    ['5 February 2025', '2025-02-05'],
    ['5th of February 2025', '2025-02-05'],
    ['27-Oct-2024', '2024-10-27'],
    ['15/04/2025', '2025-04-15'],
    ['令和7年2月5日', '2025-02-05'],
    ['民國113年5月', '2024-05'],
    ['平成30年', '2018'],
    ['2024年12月初', '2024-12'],
    ['2024年5月份', '2024-05'],
    ['December of 2023', '2023-12'],
    ['Aug-2024', '2024-08'],
    ['2024年底', '2024'],
    ['2024年第三季度', '2024'],
    ['the third quarter of 2024', '2024'],
    ['Q3 2024', '2024'],
    ['in 2023', '2023'],
    ['the 2019 breach', '2019'],
  ])('%s is %s', (text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(read(text)[0]?.certain).toBe(true);
  });

  test.each([
    ['il 17 maggio 2024', '2024-05-17'],
    ['nel 2021', '2021'],
    ['02/05/2025', '2025-05-02'],
  ])('%s in Italian is %s', (text, expected) => {
    expect(values(text, 'it')).toEqual([expected]);
  });

  test('a numeric date begins with the month in English and with the day in Italian', () => {
    expect(values('02/05/2025', 'en')).toEqual(['2025-02-05']);
    expect(values('02/05/2025', 'it')).toEqual(['2025-05-02']);
  });
});

describe('a part that is missing comes from the publication day', () => {
  test.each([
    ['2月5日', '2025-02-05'],
    ['4月5日', '2024-04-05'],
    ['十一月十日', '2024-11-10'],
    ['4月20日 18:10', '2024-04-20'],
    ['February 5', '2025-02-05'],
    ['May 7', '2024-05-07'],
    ['in January', '2025-01'],
    ['late April', '2024-04'],
    ['5月份', '2024-05'],
    ['八月份', '2024-08'],
    ['12 月早些时候', '2024-12'],
    ['截至29日', '2025-01-29'],
    ['last April', '2024-04'],
  ])('%s is %s', (text, expected) => {
    expect(values(text)).toEqual([expected]);
    expect(read(text)[0]?.certain).toBe(false);
  });

  test('a date without a year read in January is of the year before', () => {
    expect(values('11月27日 23:58', 'zh', '2025-01-03')).toEqual(['2024-11-27']);
  });

  test('without a publication day it resolves to nothing', () => {
    expect(values('2月5日', 'zh', null)).toEqual([null]);
    expect(values('昨日', 'zh', null)).toEqual([null]);
  });

  test('a day alone is of the month named before it', () => {
    expect(values('今年1月发现异常，15日公布')).toEqual(['2025-01', '2025-01-15']);
  });

  test('a deadline lies ahead', () => {
    expect(values('最后期限为4月2日', 'zh')).toEqual(['2025-04-02']);
  });
});

describe('relative dates', () => {
  test.each([
    ['昨日', '2025-03-13'],
    ['昨天', '2025-03-13'],
    ['前天', '2025-03-12'],
    ['今日', '2025-03-14'],
    ['周四', '2025-03-13'],
    ['星期五', '2025-03-14'],
    ['本周三', '2025-03-12'],
    ['上周五', '2025-03-07'],
    ['上周末', '2025-03'],
    ['上个月', '2025-02'],
    ['本月12日', '2025-03-12'],
    ['去年12月', '2024-12'],
    ['去年', '2024'],
    ['前年', '2023'],
    ['今年1月', '2025-01'],
    ['30 天前', '2025-02-12'],
    ['二十天前', '2025-02-22'],
    ['三个月前', '2024-12'],
    ['情人节那天', '2025-02-14'],
    ['昨年12月', '2024-12'],
    ['先月', '2025-02'],
    ['先週金曜日', '2025-03-07'],
    ['yesterday', '2025-03-13'],
    ['on Thursday', '2025-03-13'],
    ['on Friday', '2025-03-14'],
    ['last Friday', '2025-03-07'],
    ['last week', '2025-03'],
    ['over the weekend', '2025-03'],
    ['last month', '2025-02'],
    ['last year', '2024'],
    ['three days ago', '2025-03-11'],
    ['two weeks ago', '2025-02'],
  ])('%s is %s', (text, expected) => {
    expect(values(text)).toEqual([expected]);
  });

  test.each([
    ['Lo scorso venerdì', '2025-03-07'],
    ['lo scorso aprile', '2024-04'],
    ['ieri', '2025-03-13'],
    ['il mese scorso', '2025-02'],
  ])('%s in Italian is %s', (text, expected) => {
    expect(values(text, 'it')).toEqual([expected]);
  });

  test('a week that lies in two months is no date', () => {
    expect(values('last week', 'en', '2025-03-05')).toEqual([null]);
    expect(values('上周末', 'zh', '2025-06-04')).toEqual([null]);
  });

  test('the first of a month does not stop yesterday', () => {
    expect(values('昨晚十点', 'zh', '2025-03-01')).toEqual(['2025-02-28']);
  });

  test('weekdays of a habit are no dates', () => {
    expect(values('攻击多在星期一至星期五进行', 'zh')).toEqual([null, null]);
  });
});

describe('ranges give both ends', () => {
  test.each([
    ['2月5日至8日', '2025-02-05', '2025-02-08'],
    ['2023年10月22日至25日期间', '2023-10-22', '2023-10-25'],
    ['2022年7月9日至2022年11月19日', '2022-07-09', '2022-11-19'],
    ['2024年2月1日—2月5日', '2024-02-01', '2024-02-05'],
    ['从 7 月到 9 月', '2024-07', '2024-09'],
    ['2024年3-5月', '2024-03', '2024-05'],
    ['2020 年至 2023 年期间', '2020', '2023'],
    ['between September 20 and 22, 2024', '2024-09-20', '2024-09-22'],
    ['from May 29 to June 3, 2023', '2023-05-29', '2023-06-03'],
    ['from December 29 to January 3, 2023', '2022-12-29', '2023-01-03'],
    ['May 29-31, 2023', '2023-05-29', '2023-05-31'],
    ['December 2022 through March 2023', '2022-12', '2023-03'],
    ['between 2021 and 2023', '2021', '2023'],
  ])('%s', (text, start, end) => {
    expect(read(text).map((d) => [d.value, d.part])).toEqual([
      [start, 'start'],
      [end, 'end'],
    ]);
  });
});

describe('datelines', () => {
  test('the dateline is the reference day of what follows', () => {
    const [dateline, day] = read('5月9日消息，某公司昨天遭到攻击', 'zh');
    expect([dateline?.value, dateline?.dateline]).toEqual(['2024-05-09', true]);
    expect([day?.value, day?.dateline]).toEqual(['2024-05-08', false]);
  });

  test.each([
    '据路透社8日报道，',
    '安全内参1月3日消息，',
    '1月25日，据外媒报道',
    '中新网上海11月24日电 记者',
  ])('%s tells the day of the news', (text) => {
    expect(read(text, 'zh')[0]?.dateline).toBe(true);
  });

  test('it ends with its paragraph', () => {
    expect(values('5月9日消息，甲公司。\n乙公司昨天称', 'zh')).toEqual(['2024-05-09', '2025-03-13']);
  });
});

describe('what is no date', () => {
  test.each(['2024年夏季', '农历八月十五'])('%s names a time without day, month or year', (text) => {
    expect(values(text, 'zh')).toEqual([null]);
  });

  test.each([
    'CVE-2024-1709',
    'Windows Server 2019',
    'they may march on',
    '3个月',
    '3日内',
    '数月',
    '近日',
    'recently',
    '2,024 users',
    'Patch Tuesday',
    '今日头条',
    '2月30日',
    '2025-13-40',
  ])('%s', (text) => {
    expect(values(text)).toEqual([]);
  });

  test('of a weekday and the date beside it only the date is kept', () => {
    expect(values('上周日（3月9日）中午', 'zh')).toEqual(['2025-03-09']);
    expect(values('Monday, March 10, 2025')).toEqual(['2025-03-10']);
  });
});

const days = fc.integer({ min: 0, max: 25_000 }).map((n) => addDays({ year: 1975, month: 1, day: 1 }, n));
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MESI =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');
const month = (names: readonly string[], m: number): string => names[m - 1] ?? '';

describe('properties', () => {
  const forms: readonly ((d: { year: number; month: number; day: number }) => string)[] = [
    (d) => `${d.year}年${d.month}月${d.day}日`,
    (d) => `${d.year} 年 ${d.month} 月 ${d.day} 日`,
    (d) => formatDay(d, 'day'),
    (d) => formatDay(d, 'day').replaceAll('-', '/'),
    (d) => formatDay(d, 'day').replaceAll('-', '.'),
    (d) => `${month(MONTHS, d.month)} ${d.day}, ${d.year}`,
    (d) => `${d.day} ${month(MONTHS, d.month)} ${d.year}`,
    (d) => `${d.day} ${month(MESI, d.month)} ${d.year}`,
    (d) => `${month(MONTHS, d.month).slice(0, 3)}. ${d.day}, ${d.year}`,
    (d) =>
      [...`${d.year}年${d.month}月${d.day}日`]
        .map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
        .join(''),
  ];

  test('a day that is written is read, in every form', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...forms), (day, form) => {
        expect(values(form(day))).toEqual([formatDay(day, 'day')]);
      }),
      { numRuns: 1500 },
    );
  });

  test('a partial date is never after the publication day by more than the difference of time zones', () => {
    fc.assert(
      fc.property(days, days, (day, published) => {
        const [value] = values(`${day.month}月${day.day}日`, 'zh', formatDay(published, 'day'));
        const limit = formatDay(addDays(published, 2), 'day');
        expect(value === null || (value !== undefined && value <= limit)).toBe(true);
      }),
    );
  });

  test('a bare weekday is that weekday, at most six days back', () => {
    const names = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (published, i) => {
        const [value] = values(`on ${names[i] ?? ''}`, 'en', formatDay(published, 'day'));
        const day = parseDay(value ?? null);
        expect(day === null ? 0 : weekday(day)).toBe(i + 1);
        expect(value !== undefined && value !== null && value <= formatDay(published, 'day')).toBe(true);
        expect(
          value !== undefined && value !== null && value >= formatDay(addDays(published, -6), 'day'),
        ).toBe(true);
      }),
    );
  });

  test('no text makes it throw, and every value is a date of the calendar', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'0123456789年月日号上去昨今前本周三五-/.~至到 一二十'.split('')),
      fc.constantFrom('May ', 'on Friday', '2025', 'last week', 'Q1 ', '令和', ' and ', '农历'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), (parts) => {
        for (const d of read(parts.join(''))) {
          if (d.value !== null) expect(d.value).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
          if (d.value?.length === 10) expect(parseDay(d.value)).not.toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
  });
});
