/** Month names by their folded spelling. Full names of every language; the short ones are English. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'gennaio', 'januar', 'janvier', 'enero', 'janeiro'],
  ['february', 'feb', 'febbraio', 'februar', 'février', 'febrero', 'fevereiro'],
  ['march', 'mar', 'marzo', 'märz', 'mars', 'março'],
  ['april', 'apr', 'aprile', 'avril', 'abril'],
  ['may', 'maggio', 'mai', 'mayo', 'maio'],
  ['june', 'jun', 'giugno', 'juni', 'juin', 'junio', 'junho'],
  ['july', 'jul', 'luglio', 'juli', 'juillet', 'julio', 'julho'],
  ['august', 'aug', 'agosto', 'août'],
  ['september', 'sept', 'sep', 'settembre', 'septembre', 'septiembre', 'setembro'],
  ['october', 'oct', 'ottobre', 'oktober', 'octobre', 'octubre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dicembre', 'dezember', 'décembre', 'diciembre', 'dezembro'],
];
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.map((n) => [n, i + 1] as const)),
);

/** Months whose English name is a common word too, or that English writes with a capital: told apart by case. */
export const CAPITAL_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'mars',
  'august',
  'mai',
  'dec',
  'jun',
  'jan',
  'sep',
  'juni',
]);

/** Weekday names, 1 Monday to 7 Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'lunedì', 'lunedi', 'montag', 'lundi', 'lunes'],
    ['tuesday', 'martedì', 'martedi', 'dienstag', 'mardi', 'martes'],
    ['wednesday', 'mercoledì', 'mercoledi', 'mittwoch', 'mercredi', 'miércoles'],
    ['thursday', 'giovedì', 'giovedi', 'donnerstag', 'jeudi', 'jueves'],
    ['friday', 'venerdì', 'venerdi', 'freitag', 'vendredi', 'viernes'],
    ['saturday', 'sabato', 'samstag', 'samedi', 'sábado'],
    ['sunday', 'domenica', 'sonntag', 'dimanche', 'domingo'],
  ].flatMap((names, i) => names.map((n) => [n, i + 1] as const)),
);

/** 周一 to 周日, and 月曜日 to 日曜日. */
export const HAN_WEEKDAYS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 0,
};
export const KANJI_WEEKDAYS: Readonly<Record<string, number>> = {
  月: 1,
  火: 2,
  水: 3,
  木: 4,
  金: 5,
  土: 6,
  日: 7,
};

/** Year before the first year of each era. */
export const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民国: 1911 };

/** Days of the Gregorian year that are called by a name. */
export const HOLIDAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  元旦: [1, 1],
  情人节: [2, 14],
  愚人节: [4, 1],
  劳动节: [5, 1],
  万圣节: [10, 31],
  平安夜: [12, 24],
  圣诞节: [12, 25],
  圣诞夜: [12, 24],
  跨年夜: [12, 31],
  "new year's day": [1, 1],
  "valentine's day": [2, 14],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  "new year's eve": [12, 31],
  'boxing day': [12, 26],
};

/** Days told by their distance from today. */
export const HAN_DAYS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今晨: 0,
  今早: 0,
  今晚: 0,
  今夜: 0,
  今午: 0,
  本日: 0,
  今凌晨: 0,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  昨晨: -1,
  昨早: -1,
  昨午: -1,
  前天: -2,
  前日: -2,
  前晚: -2,
  一昨日: -2,
  大前天: -3,
  明天: 1,
  明日: 1,
  明晚: 1,
  明晨: 1,
  后天: 2,
};
export const LATIN_DAYS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  'earlier today': 0,
  yesterday: -1,
  'last night': -1,
  'yesterday evening': -1,
  'the day before yesterday': -2,
  tomorrow: 1,
  oggi: 0,
  ieri: -1,
  "l'altro ieri": -2,
  domani: 1,
  heute: 0,
  gestern: -1,
  vorgestern: -2,
  hier: -1,
  ayer: -1,
  hoy: 0,
  ontem: -1,
  hoje: 0,
};

/** Years and months told by their distance from this one. */
export const HAN_YEARS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  去年: -1,
  昨年: -1,
  上年: -1,
  前年: -2,
  大前年: -3,
  明年: 1,
  来年: 1,
};
export const HAN_MONTHS: Readonly<Record<string, number>> = {
  本月: 0,
  这个月: 0,
  今月: 0,
  这月: 0,
  上月: -1,
  上个月: -1,
  先月: -1,
  上上个月: -2,
  上上月: -2,
  先々月: -2,
  下月: 1,
  下个月: 1,
  来月: 1,
};
