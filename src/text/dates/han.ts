import { parseHan } from '../numbers/han.js';
import { ERAS, HAN_DAYS, HAN_MONTHS, HAN_WEEKDAYS, HAN_YEARS, HOLIDAYS, KANJI_WEEKDAYS } from './data.js';
import type { Raw, ReadContext, Told } from './types.js';

const D = '[〇零一二两三四五六七八九十]';
const YEAR = '(?:19|20)\\d{2}|[一二][〇零一二三四五六七八九]{3}';
const MONTH = `1[0-2]|0?[1-9]|十[一二]?|${D}`;
const DAY = `3[01]|[12]\\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|${D}`;
const MONTH_TAIL = '(?: ?(?:初期|初|底|末|中旬|上旬|下旬|中(?=[,，。])|月初|月底|早些时候|晚些时候))?';
const YEAR_TAIL =
  '(?: ?(?:度|初期|初|底|末|年初|年底|年末|中旬|中期|中(?=[,，。])|早些时候|晚些时候|第?[一二三四1-4] ?季度?|q[1-4]|上半年|下半年|全年|前后))?';
const SEASON = / ?[春夏秋冬][季天末初节]?(?![秋防季令])/y;

const YMD = new RegExp(
  `(${YEAR}) ?年 ?(?:(${MONTH}) ?月(?:份)? ?(?:(${DAY}) ?(?:[日号]|(?=[,，、。()（） ]|$)(?![ ]?(?:[个家名万亿条人台份次余多]|\\d)))(?:早间|凌晨)?)?)?`,
  'y',
);
const YEAR_RANGE = /((?:19|20)\d{2}) ?(?:年)? ?[-~至到—–] ?((?:19|20)\d{2}) ?年/y;
const MD = new RegExp(`(${MONTH}) ?月(?:份)? ?(${DAY}) ?[日号]`, 'y');
const MD_RANGE = new RegExp(
  `(?:(${YEAR}) ?年 ?)?(${MONTH}) ?月 ?(${DAY}) ?[日号]? ?(?:[-~至到—–]|、) ?(${DAY}) ?[日号]`,
  'y',
);
const MONTHS_RANGE = new RegExp(
  `(?:(${YEAR}) ?年 ?)?(${MONTH}) ?(?:月份?)? ?[-~至到—–] ?(${MONTH}) ?月(?:份)?(?! ?\\d)`,
  'y',
);
const M = new RegExp(`(${MONTH}) ?月(?:份)?(?! ?\\d{1,2} ?[日号])${MONTH_TAIL}`, 'y');
const DAY_ONLY =
  /(3[01]|[12]\d|0?[1-9]) ?[日号](?![本元内志前后间均活程系线常漏码为是文楼馆院店馆机游\d]|以[内来])/y;
const SHORT_YEAR = new RegExp(`(\\d{2}) ?年 ?(${MONTH}) ?月(?:份)?(?: ?(${DAY}) ?[日号])?`, 'y');
const AGO = new RegExp(
  `(\\d{1,3}|${D}{1,3}|半) ?(?:多)?(?:个)? ?(天|日|周|星期|礼拜|月|年)(?:多)?(?:之|以)?前(?!后|夕|沿|所|的)`,
  'y',
);
const REL_YEAR = new RegExp(
  `(大前年|去年|昨年|上年|前年|今年|本年度|本年|明年|来年)(?:的)? ?(?:(${MONTH}) ?月(?:份)? ?(?:(${DAY}) ?[日号])?${MONTH_TAIL}|${YEAR_TAIL})?`,
  'y',
);
const REL_MONTH = new RegExp(
  `(上上个?月|上个?月|先月|先々月|本月|这个?月|今月|下个?月|来月)(?:的)? ?(?:(${DAY}) ?[日号]|初|底|末|中旬|上旬|下旬)?`,
  'y',
);
const REL_DAY = /大前天|一昨日|[昨今前明后][天日]|本日|[昨今明][晚夜晨早]|前晚|今凌晨/y;
const WEEK =
  /(上上|上|本|这|下|先|今|来)?(一)?(?:个)?(周|星期|礼拜)([一二三四五六日天末])?(?:的)?([月火水木金土日]曜)?/y;
const KANJI_WEEKDAY = /([月火水木金土日])曜日?/y;
const ERA = new RegExp(
  `(令和|平成|昭和|民国) ?(元|\\d{1,3}|${D}{1,3}) ?年(?: ?(${MONTH}) ?月(?: ?(${DAY}) ?日)?)?`,
  'y',
);
const HOLIDAY =
  /(元旦|情人节|愚人节|劳动节|万圣节|平安夜|圣诞节|圣诞夜|跨年夜)(?:那天|当天|前夕|当日|期间|凌晨|晚上|早上)/y;
const LUNAR =
  /(?:农历|阴历|旧历|夏历)[^,，。\n]{0,12}|(?:正月|腊月|冬月)(?:初|廿|[一二三四五六七八九十]){0,4}/y;

/** Names and set phrases that hold one of the words above. */
const NOT_TODAY =
  /^(?:今日(?:头条|资讯|份|推荐|要闻|热点|简讯|话题|关注|速览|看点|俄罗斯|美国)|今天(?:头条)|明日(?:方舟|之星)|明天系|前日本)/;

const number = (s: string): number => (/^\d+$/.test(s) ? Number(s) : hanNumber(s));
function hanNumber(s: string): number {
  if (s === '半') return 0.5;
  if (/^[〇零一二三四五六七八九]{2,4}$/.test(s))
    return Number([...s].map((c) => '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c)).join(''));
  return s === '两' ? 2 : (parseHan(s, 0)?.value ?? '〇一二三四五六七八九十'.indexOf(s));
}
const maybe = (s: string | undefined): number | undefined => (s === undefined ? undefined : number(s));

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function raw(m: RegExpExecArray, told: Told, rule: string, part?: 'start' | 'end'): Raw {
  return { start: m.index, end: m.index + m[0].length, told, rule, ...(part === undefined ? {} : { part }) };
}

/** Forms with 年, 月, 日 that begin with a digit. */
export function readHanDigits({ folded }: ReadContext, at: number): Raw | readonly Raw[] | null {
  let m = exec(MD_RANGE, folded, at);
  if (m !== null && valid(m[2], m[3]) && valid(m[2], m[4])) {
    const year = maybe(m[1]);
    const first: Told = { kind: 'pieces', year, month: maybe(m[2]), day: maybe(m[3]) };
    return [
      raw(m, first, 'dates/han-range', 'start'),
      raw(m, { ...first, day: maybe(m[4]) }, 'dates/han-range', 'end'),
    ];
  }
  m = exec(YEAR_RANGE, folded, at);
  if (m !== null)
    return [
      raw(m, { kind: 'pieces', year: number(m[1] ?? '') }, 'dates/han-range', 'start'),
      raw(m, { kind: 'pieces', year: number(m[2] ?? '') }, 'dates/han-range', 'end'),
    ];
  m = exec(MONTHS_RANGE, folded, at);
  if (m !== null && number(m[2] ?? '') < number(m[3] ?? '') && !/[个数每几]/.test(folded.charAt(at - 1))) {
    const year = maybe(m[1]);
    return [
      raw(m, { kind: 'pieces', year, month: maybe(m[2]) }, 'dates/han-range', 'start'),
      raw(m, { kind: 'pieces', year, month: maybe(m[3]) }, 'dates/han-range', 'end'),
    ];
  }
  m = exec(YMD, folded, at);
  if (m !== null) {
    const month = maybe(m[2]);
    const day = month !== undefined && valid(m[2], m[3]) ? maybe(m[3]) : undefined;
    const tail = exec(
      month === undefined ? YEAR_TAIL_AT : MONTH_TAIL_AT,
      folded,
      m.index + m[0].trimEnd().length,
    );
    const length = m[0].trimEnd().length + (day === undefined ? (tail?.[0].length ?? 0) : 0);
    const at2 = m.index + length;
    if (month === undefined && exec(SEASON, folded, at2) !== null)
      return { start: m.index, end: at2 + 1, told: { kind: 'none' }, rule: 'dates/season' };
    return {
      start: m.index,
      end: at2,
      told: { kind: 'pieces', year: number(m[1] ?? ''), month, day },
      rule: 'dates/han-year',
    };
  }
  m = exec(MD, folded, at);
  if (m !== null && valid(m[1], m[2]))
    return raw(m, { kind: 'pieces', month: maybe(m[1]), day: maybe(m[2]) }, 'dates/han-month-day');
  m = exec(SHORT_YEAR, folded, at);
  if (m !== null && (m[3] === undefined || valid(m[2], m[3])))
    return raw(
      m,
      { kind: 'pieces', year: 2000 + Number(m[1]), month: maybe(m[2]), day: maybe(m[3]) },
      'dates/han-year',
    );
  m = exec(AGO, folded, at);
  if (m !== null) return ago(m, folded);
  m = exec(M, folded, at);
  if (
    m !== null &&
    !/[个数每几半.岁]/.test(folded.charAt(at - 1)) &&
    !/^[租费刊薪供饼球光亮儿嫂子底卡票]/.test(folded.slice(m.index + m[0].length))
  ) {
    return raw(m, { kind: 'pieces', month: maybe(m[1]) }, 'dates/han-month');
  }
  m = exec(DAY_ONLY, folded, at);
  if (m !== null && !/[月第每.、年]/.test(folded.charAt(at - 1)) && isDayContext(folded, at, m[0].length))
    return raw(m, { kind: 'pieces', day: Number(m[1]) }, 'dates/han-day');
  return null;
}
const YEAR_TAIL_AT = new RegExp(YEAR_TAIL, 'y');
const MONTH_TAIL_AT = new RegExp(MONTH_TAIL, 'y');

/** 5号 may be a number of a house or a machine: only 日, or 号 with a word of time before it, is a day. */
function isDayContext(text: string, at: number, length: number): boolean {
  if (text.charAt(at + length - 1) === '日')
    return (
      !/[近前后连首]/.test(text.charAt(at - 1)) &&
      !/^(?:之|以|内|后|前|的?时间)/.test(text.slice(at + length, at + length + 2))
    );
  return (
    /(?:于|在|到|至|从|截至|自|本月|,|，)$/.test(text.slice(Math.max(0, at - 2), at)) &&
    !/^[线楼院机店码令文]/.test(text.slice(at + length))
  );
}

/** Whether month and day make a day of some year. */
function valid(month: string | undefined, day: string | undefined): boolean {
  if (month === undefined || day === undefined) return false;
  const m = number(month);
  const d = number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= (m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31);
}

const AGO_UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
};

function ago(m: RegExpExecArray, text: string): Raw | null {
  const n = number(m[1] ?? '');
  const unit = AGO_UNITS[m[2] ?? ''];
  if (unit === undefined || n < 1 || /[第数几]/.test(text.charAt(m.index - 1))) return null;
  // 3月前 is a month of the year and 3日前 a day of the month; only 个月前 counts back.
  if ((unit === 'month' || unit === 'day') && !m[0].includes('个') && (m[2] === '月' || m[2] === '日'))
    return null;
  if (unit === 'year' && n >= 10) return null;
  return raw(m, { kind: 'ago', n, unit }, 'dates/han-ago');
}

/** Forms that begin with a Han character: 去年12月, 上周三, 昨日, 令和7年, 十一月十日. */
export function readHanWords(context: ReadContext, at: number): Raw | readonly Raw[] | null {
  const { folded } = context;
  const c = folded.charAt(at);
  if (/[〇零一二两三四五六七八九十]/.test(c)) {
    if (folded.startsWith('一昨日', at))
      return { start: at, end: at + 3, told: { kind: 'days', offset: -2 }, rule: 'dates/han-relative-day' };
    return /[〇零一二两三四五六七八九十个第星周]/.test(folded.charAt(at - 1))
      ? null
      : readHanDigits(context, at);
  }
  let m = exec(REL_YEAR, folded, at);
  if (m !== null) {
    const end = m.index + m[0].trimEnd().length;
    if (m[2] === undefined && exec(SEASON, folded, end) !== null)
      return { start: at, end: end + 1, told: { kind: 'none' }, rule: 'dates/season' };
    if (/^(?:以?来|同期|的?同期)/.test(folded.slice(end, end + 3)) && m[2] === undefined) return null;
    return {
      start: at,
      end,
      told: { kind: 'pieces', yearOffset: HAN_YEARS[m[1] ?? ''] ?? 0, month: maybe(m[2]), day: maybe(m[3]) },
      rule: 'dates/han-relative-year',
    };
  }
  m = exec(REL_MONTH, folded, at);
  if (m !== null) {
    const word = (m[1] ?? '').replace('上上月', '上上个月').replace('这月', '这个月');
    return {
      start: at,
      end: m.index + m[0].trimEnd().length,
      told: { kind: 'months', offset: HAN_MONTHS[word] ?? 0, day: maybe(m[2]) },
      rule: 'dates/han-relative-month',
    };
  }
  m = exec(REL_DAY, folded, at);
  if (m !== null) {
    if (
      NOT_TODAY.test(folded.slice(at, at + 6)) ||
      (m[0] === '前日' && folded.charAt(at - 1) === '日') ||
      /[以之目年月]/.test(folded.charAt(at - 1))
    )
      return null;
    if ((m[0] === '后天' || m[0] === '前天') && /[性的]/.test(folded.charAt(at + 2))) return null;
    return raw(m, { kind: 'days', offset: HAN_DAYS[m[0]] ?? 0 }, 'dates/han-relative-day');
  }
  m = exec(ERA, folded, at);
  if (m !== null) {
    const n = m[2] === '元' ? 1 : number(m[2] ?? '');
    return raw(
      m,
      { kind: 'pieces', year: (ERAS[m[1] ?? ''] ?? 0) + n, month: maybe(m[3]), day: maybe(m[4]) },
      'dates/era',
    );
  }
  m = exec(LUNAR, folded, at);
  if (m !== null) return raw(m, { kind: 'none' }, 'dates/lunar');
  m = exec(HOLIDAY, folded, at);
  if (m !== null) {
    const [month, day] = HOLIDAYS[m[1] ?? ''] ?? [1, 1];
    return raw(m, { kind: 'pieces', month, day }, 'dates/holiday');
  }
  return week(folded, at);
}

const WEEK_OFFSETS: Readonly<Record<string, number>> = {
  上上: -2,
  上: -1,
  先: -1,
  本: 0,
  这: 0,
  今: 0,
  下: 1,
  来: 1,
};

function week(text: string, at: number): Raw | null {
  const kanji = exec(KANJI_WEEKDAY, text, at);
  if (kanji !== null)
    return raw(
      kanji,
      { kind: 'week', week: null, weekday: KANJI_WEEKDAYS[kanji[1] ?? ''] ?? 1 },
      'dates/han-weekday',
    );
  const m = exec(WEEK, text, at);
  if (m === null) return null;
  const offset = WEEK_OFFSETS[m[1] ?? ''];
  const day = m[4];
  const after = text.charAt(m.index + m[0].length);
  if (offset === undefined && (day === undefined || m[2] !== undefined)) return null;
  if (text.startsWith('补丁', at - 2)) return null;
  if (
    offset === undefined &&
    (/[0-9一两二三四五六七八九十每隔单双几数半全这]/.test(text.charAt(at - 1)) ||
      (m[3] === '周' && /[生诞恩]/.test(after)))
  )
    return null;
  // 周一鸣, 周末愉快: a name, a wish.
  if (day === '末' && /^(?:愉快|快乐|好)/.test(text.slice(m.index + m[0].length, m.index + m[0].length + 2)))
    return null;
  if (day === undefined && /[期刊报围边]/.test(after)) return null;
  const kanjiDay = m[5] === undefined ? undefined : KANJI_WEEKDAYS[m[5].charAt(0)];
  const weekdayOf = kanjiDay ?? (day === undefined ? null : (HAN_WEEKDAYS[day] ?? null));
  return raw(m, { kind: 'week', week: offset ?? null, weekday: weekdayOf }, 'dates/han-weekday');
}
