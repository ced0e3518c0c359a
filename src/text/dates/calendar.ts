/** A civil day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS = 86_400_000;

/** Reads `YYYY-MM-DD` at the start of a text; null where there is no such day. */
export function parseDay(iso: string | null): Day | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (m === null) return null;
  const day = { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
  return isDay(day.year, day.month, day.day) ? day : null;
}

/** Tells whether year, month and day name a day of the calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: Day, n: number): Day {
  const t = new Date(Date.UTC(day.year, day.month - 1, day.day) + n * MS);
  return { year: t.getUTCFullYear(), month: t.getUTCMonth() + 1, day: t.getUTCDate() };
}

/** The month n months away, as its first day. */
export function addMonths(day: Day, n: number): Day {
  const index = day.year * 12 + day.month - 1 + n;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 };
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7;
}

export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** ISO 8601 at the precision given. */
export function formatDay(day: Day, precision: 'day' | 'month' | 'year'): string {
  const year = String(day.year).padStart(4, '0');
  if (precision === 'year') return year;
  return precision === 'month' ? `${year}-${two(day.month)}` : `${year}-${two(day.month)}-${two(day.day)}`;
}
