import { addDays, addMonths, compareDays, type Day, formatDay, isDay, weekday } from './calendar.js';
import type { DateSpan, Raw, ReadContext, Told } from './types.js';

/** Words right after a date that make it the day of the news: 5月9日消息, 8日报道, 24日电. */
const NEWS_AFTER =
  /^ ?(?:[,，] ?据|消息|讯[,，： ]|讯$|电(?![子脑话力动信商网源])|报道|报导|援引|刊文|撰文|发表的?报道|(?:the )?[a-z][a-z .]{1,22}(?:消息|报道|讯)|\(?(?:reuters|ap|afp|bloomberg|xinhua)\))/;

/** What may stand between the start of a sentence and its dateline. */
const DATELINE_LEAD = 40;
/** Words near a partial date that say it lies ahead. */
const AHEAD =
  /将[于在]|计划[于在]|预计|截止|最后期限|期限|之前(?:支付|付)|定于|拟于|will |deadline|due (?:on|by)|scheduled|until|by $|入り次第|entro /;
const RANGE_MARK =
  /^ ?(?:早间|凌晨|期间)? ?(?:-|–|—|~|〜|至|到|から|and|to|through|until|e|al|a|以及直到|一直到|直到|持续到) ?(?:the |late |early |mid-?)?$/;
const AND_LEAD = /(?:between|from|tra|fra|从|自|在) ?(?:the |late |early |mid-?)?$/;

interface Frame {
  readonly reference: Day | null;
  /** The last date with a year of its own, and where it stood. */
  context: { year: number; month: number | null; at: number } | null;
}

/**
 * Turns written forms into dates: drops what another form says better, joins ranges, takes missing years
 * and months from context or from the reference day.
 */
export function refine(raws: readonly Raw[], context: ReadContext, published: Day | null): DateSpan[] {
  const kept = dropWeekdayBesideDate(raws, context.folded);
  const out: DateSpan[] = [];
  let frame: Frame = { reference: published, context: null };
  let lineEnd = -1;
  for (let i = 0; i < kept.length; i++) {
    const r = kept[i];
    if (r === undefined) continue;
    if (r.start > lineEnd) {
      lineEnd = context.folded.indexOf('\n', r.start);
      if (lineEnd < 0) lineEnd = context.folded.length;
      frame = { reference: published, context: null };
    }
    const previous = kept[i - 1];
    const next = kept[i + 1];
    const part = r.part ?? rangePart(r, previous, next, context.folded);
    const shared = part === 'start' && next !== undefined ? borrow(r.told, next.told) : r.told;
    const ahead =
      AHEAD.test(context.folded.slice(Math.max(0, r.start - 14), r.start)) ||
      /^ ?(?:前|之前|截止|到期)/.test(context.folded.slice(r.end, r.end + 3));
    const resolved = resolve(shared, frame, ahead, r.start, context.folded);
    const habit = part !== undefined && r.told.kind === 'week' && r.told.week === null;
    const dateline = resolved?.precision === 'day' && isDateline(r, context.folded);
    out.push({
      start: r.start,
      end: r.end,
      value: habit ? null : (resolved?.value ?? null),
      precision: resolved?.precision ?? 'year',
      certain: shared.kind === 'pieces' && shared.year !== undefined,
      relative: shared.kind !== 'pieces' || shared.yearOffset !== undefined,
      rule: r.rule,
      ...(part === undefined ? {} : { part }),
      dateline,
    });
    if (resolved === null) continue;
    if (r.told.kind === 'pieces')
      frame.context = {
        year: resolved.day.year,
        month: resolved.precision === 'year' ? null : resolved.day.month,
        at: r.end,
      };
    if (dateline && resolved.precision === 'day') frame = { reference: resolved.day, context: frame.context };
  }
  return out;
}

/** 上周日（2月12日）: of two forms of one day the one of the calendar is kept. */
function dropWeekdayBesideDate(raws: readonly Raw[], text: string): Raw[] {
  return raws.filter((r, i) => {
    if (r.told.kind !== 'week' && r.told.kind !== 'days') return true;
    const beside = (other: Raw | undefined): boolean => {
      if (other === undefined || other.told.kind !== 'pieces' || other.told.day === undefined) return false;
      const [from, to] = other.start >= r.end ? [r.end, other.start] : [other.end, r.start];
      return to - from <= 4 && /^[ ,，(（、]{0,3}(?:the )?$/.test(text.slice(from, to));
    };
    return !beside(raws[i + 1]) && !beside(raws[i - 1]);
  });
}

function rangePart(
  r: Raw,
  previous: Raw | undefined,
  next: Raw | undefined,
  text: string,
): 'start' | 'end' | undefined {
  if (next !== undefined && next.start >= r.end && joined(r, next, text)) return 'start';
  if (previous !== undefined && r.start >= previous.end && joined(previous, r, text)) return 'end';
  return undefined;
}

function joined(a: Raw, b: Raw, text: string): boolean {
  if (b.start - a.end > 14 || a.told.kind === 'none' || b.told.kind === 'none') return false;
  const between = text.slice(a.end, b.start);
  if (!RANGE_MARK.test(between)) return false;
  return !/^ ?(?:and|e) ?/.test(between) || AND_LEAD.test(text.slice(Math.max(0, a.start - 16), a.start));
}

/** The first end of a range takes what only the second states: "between May 29 and June 3, 2023". */
function borrow(first: Told, second: Told): Told {
  if (first.kind !== 'pieces' || second.kind !== 'pieces' || first.yearOffset !== undefined) return first;
  if (first.year !== undefined || second.year === undefined || first.month === undefined) return first;
  const wraps = second.month !== undefined && first.month > second.month;
  return { ...first, year: wraps ? second.year - 1 : second.year };
}

function isDateline(r: Raw, text: string): boolean {
  if (NEWS_AFTER.test(text.slice(r.end, r.end + 12))) {
    const from = Math.max(0, r.start - DATELINE_LEAD);
    const lead = text.slice(from, r.start);
    const cut = Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('。'));
    return cut >= 0 || from === 0 || /据|消息|讯|[报社网台刊]/.test(lead);
  }
  return false;
}

type Resolved = { readonly value: string; readonly precision: 'day' | 'month' | 'year'; readonly day: Day };

const at = (day: Day, precision: 'day' | 'month' | 'year'): Resolved => ({
  value: formatDay(day, precision),
  precision,
  day,
});

function resolve(told: Told, frame: Frame, ahead: boolean, start: number, text: string): Resolved | null {
  const ref = frame.reference;
  switch (told.kind) {
    case 'none':
      return null;
    case 'days':
      return ref === null ? null : at(addDays(ref, told.offset), 'day');
    case 'months': {
      if (ref === null) return null;
      const month = addMonths(ref, told.offset);
      if (told.day === undefined) return at(month, 'month');
      return isDay(month.year, month.month, told.day) ? at({ ...month, day: told.day }, 'day') : null;
    }
    case 'ago':
      return ref === null ? null : ago(told.n, told.unit, ref);
    case 'week':
      return ref === null ? null : week(told.week, told.weekday, told.strictlyBefore === true, ref);
    case 'pieces':
      return pieces(told, frame, ahead, start, text);
  }
}

function ago(n: number, unit: 'day' | 'week' | 'month' | 'year', ref: Day): Resolved {
  if (unit === 'day') return at(addDays(ref, -n), 'day');
  if (unit === 'week') return at(addDays(ref, -7 * n), 'month');
  if (unit === 'month') return at(addMonths(ref, -n), 'month');
  return at({ ...ref, year: ref.year - n }, 'year');
}

/** A week that lies in one month is that month, else no date; weekdays by the labelling rules of the field. */
function week(offset: number | null, day: number | null, strictlyBefore: boolean, ref: Day): Resolved | null {
  const today = weekday(ref);
  if (offset === null && day !== null && day > 0) {
    const back = (today - day + 7) % 7;
    return at(addDays(ref, -(back === 0 && strictlyBefore ? 7 : back)), 'day');
  }
  // The weekend spoken of without "last" is the one just past, or the one of the day itself.
  const away = offset ?? (today >= 6 ? 0 : -1);
  const monday = addDays(ref, 1 - today + 7 * away);
  if (day !== null && day > 0) return at(addDays(monday, day - 1), 'day');
  const first = day === 0 ? addDays(monday, 5) : monday;
  const last = addDays(monday, 6);
  return first.month === last.month ? at(first, 'month') : null;
}

function pieces(
  told: Extract<Told, { kind: 'pieces' }>,
  frame: Frame,
  ahead: boolean,
  start: number,
  text: string,
): Resolved | null {
  const ref = frame.reference;
  let { year, month } = told;
  const { day } = told;
  if (year === undefined && told.yearOffset !== undefined) {
    if (ref === null) return null;
    year = ref.year + told.yearOffset;
    // 今年10月 on a page of January: a text of last year, posted again.
    if (told.yearOffset === 0 && month !== undefined && month > ref.month + 1 && !ahead) year--;
  }
  if (year !== undefined) {
    if (month === undefined) return at({ year, month: 1, day: 1 }, 'year');
    if (day === undefined) return at({ year, month, day: 1 }, 'month');
    return isDay(year, month, day) ? at({ year, month, day }, 'day') : null;
  }
  const near =
    frame.context !== null && !text.slice(frame.context.at, start).includes('\n') ? frame.context : null;
  if (month === undefined) {
    if (day === undefined) return null;
    // A day alone is of the month last named, or the most recent such day.
    if (near !== null && near.month !== null) {
      return isDay(near.year, near.month, day)
        ? at({ year: near.year, month: near.month, day }, 'day')
        : null;
    }
    if (ref === null) return null;
    for (let back = 0; back < 3; back++) {
      const candidate = { ...addMonths(ref, -back), day };
      if (
        isDay(candidate.year, candidate.month, day) &&
        (compareDays(candidate, ref) <= 0 || (ahead && back === 0))
      )
        return at(candidate, 'day');
    }
    return null;
  }
  if (
    near !== null &&
    ref !== null &&
    near.year < ref.year &&
    start - near.at < 120 &&
    !/[。！？!?]|\. /.test(text.slice(near.at, start))
  ) {
    year = near.year;
    // 2022年12月…，1月: the story goes on into the next year.
    if (near.month !== null && month < near.month && near.month - month > 6 && near.year < ref.year) year++;
  } else if (ref !== null) {
    year = ref.year;
    const candidate = { year, month, day: day ?? 1 };
    const limit = day === undefined ? ref : addDays(ref, 2);
    if (compareDays(candidate, limit) > 0 && !(ahead && withinMonths(candidate, ref, 4))) year--;
    else if (
      ahead &&
      compareDays(candidate, ref) < 0 &&
      withinMonths({ ...candidate, year: year + 1 }, ref, 2)
    )
      year++;
  } else if (near !== null) {
    year = near.year;
  } else {
    return null;
  }
  if (day === undefined) return at({ year, month, day: 1 }, 'month');
  return isDay(year, month, day) ? at({ year, month, day }, 'day') : null;
}

function withinMonths(day: Day, ref: Day, n: number): boolean {
  const months = (day.year - ref.year) * 12 + day.month - ref.month;
  return months >= 0 && months <= n;
}
