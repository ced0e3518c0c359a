import { printedDates } from './printed-date.js';

/**
 * A date in a machine's or a page's spelling, as the page's own day: no shift by time zone. The time is kept where it
 * comes with its zone.
 *
 * @param raw `2025-02-05T08:31:00+08:00`, `2025-02-05 08:31`, `20250205`, `Wed, 05 Feb 2025 00:31:00 GMT`,
 * `1738715460`, `2025年2月5日`, `5 February 2025`
 * @param dayFirst whether `03/04/2025` is a day in April; a reading that the calendar refuses is never taken
 * @returns `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS+HH:MM`; null where no full date is stated
 */
export function statedDate(raw: string, dayFirst = false): string | null {
  const value = raw.trim().slice(0, 200);
  const iso =
    /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[T\s]{1,3}(\d\d):?(\d\d)(?::?(\d{1,2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?![\d-])/i.exec(
      value,
    );
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const date = calendarDay(Number(year), Number(month), Number(day));
    if (date === null) return null;
    if (hour === undefined || zone === undefined || Number(hour) > 23) return date;
    return `${date}T${hour}:${minute}:${(second ?? '').padStart(2, '0')}${offset(zone)}`;
  }
  const stamp = /^(\d{10})(?:\d{3})?$/.exec(value);
  if (stamp !== null) {
    const at = new Date(Number(stamp[1]) * 1000).toISOString();
    return `${at.slice(0, 19)}+00:00`;
  }
  const mail =
    /^(?:[a-z]{3,9},?\s)?(\d{1,2})\s([a-z]{3})[a-z]{0,6}\s((?:19|20)\d\d)\s(\d\d):(\d\d)(?::(\d\d))?\s?(GMT|UTC|[+-]\d{4})/i.exec(
      value,
    );
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail;
    const date = calendarDay(Number(year), MONTHS.indexOf((month ?? '').toLowerCase()) + 1, Number(day));
    if (date !== null) return `${date}T${hour}:${minute}:${second ?? '00'}${offset(zone ?? 'Z')}`;
  }
  const short = /^((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(value);
  if (short !== null) return calendarDay(Number(short[1]), Number(short[2]), Number(short[3]));
  // Date.prototype.toString(): Tue Nov 19 2019 08:57:40 GMT+0100
  const script =
    /^[a-z]{3}\s([a-z]{3})\s(\d\d)\s((?:19|20)\d\d)\b/i.exec(value) ??
    /^[a-z]{3}\s([a-z]{3})\s(\d{1,2})\s[\d:]{8}\s\w{2,5}\s((?:19|20)\d\d)$/i.exec(value);
  if (script !== null) {
    return calendarDay(
      Number(script[3]),
      MONTHS.indexOf((script[1] ?? '').toLowerCase()) + 1,
      Number(script[2]),
    );
  }
  return printedDates(value)[0]?.day ?? slashedDay(value, dayFirst);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `11/19/2019`: the month first unless the country writes the day first or it cannot be one; `19.11.19` with stops is a day first. */
function slashedDay(value: string, dayFirst: boolean): string | null {
  const brief = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])/.exec(value);
  if (brief !== null) return calendarDay(2000 + Number(brief[3]), Number(brief[2]), Number(brief[1]));
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b/.exec(value);
  if (match === null) return null;
  const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return a > 12 || (dayFirst && b <= 12) ? calendarDay(year, b, a) : calendarDay(year, a, b);
}

/** ISO day, or null where the calendar has none such or the web had not begun. */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (year < 1995 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function offset(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return '+00:00';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
