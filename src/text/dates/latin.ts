import { WORD_UNITS } from '../numbers/data.js';
import { alternation } from '../pattern.js';
import { CAPITAL_MONTHS, HOLIDAYS, LATIN_DAYS, MONTHS, WEEKDAYS } from './data.js';
import type { Raw, ReadContext, Told } from './types.js';

const any = alternation;

const MONTH = any(MONTHS.keys());
const WEEKDAY = any(WEEKDAYS.keys());
const YEAR = '(?:19|20)\\d{2}';
const DAY = '3[01]|[12]\\d|0?[1-9]';
const TH = '(?:st|nd|rd|th|°|º|\\.)?';
const SPAN_OF =
  '(?:the )?(?:very )?(?:beginning|start|middle|end|early|late|mid|first half|second half|inizio|fine|metà)(?: of| di| del)?[ -](?:of )?';

const MONTH_DAY = new RegExp(
  `(${MONTH})\\.?(?: the)? (${DAY})(?:st|nd|rd|th)?(?![\\d:]|[.,]\\d{3}\\b|%|°)(?: ?(?:-|–|—|to|through|and|until) ?(?:the )?(${DAY})(?:st|nd|rd|th)?(?![\\d:]|[.,]\\d{3}|%| (?:million|billion|thousand|people|users|customers|accounts|organi[sz]ations|companies)))?(?:,? (?:of )?(${YEAR})(?!\\d))?`,
  'y',
);
const DAY_MONTH = new RegExp(
  `(?:(${DAY})${TH} ?(?:-|–|—|to|and|e|al|bis|au) ?)?(${DAY})${TH}(?: of| di| de)?[ -](${MONTH})(?![a-zà-ÿ])\\.?(?:[ ,-]{1,2}(?:of |del |de )?(${YEAR})(?!\\d))?`,
  'y',
);
const MONTH_YEAR = new RegExp(
  `(?:${SPAN_OF})?(${MONTH})(?![a-zà-ÿ])\\.?${'(?: of|,| del| de)?'}[ -](${YEAR})(?!\\d|[.,]\\d)`,
  'y',
);
const MONTH_ONLY = new RegExp(`(?:${SPAN_OF})?(${MONTH})(?![a-zà-ÿ])`, 'y');
const LAST_MONTH_NAMED = new RegExp(
  `(?:last|this past|past|this|lo scorso|dello scorso|nello scorso|scorso|letzten) (${MONTH})(?![a-zà-ÿ])(?! \\d{1,2}\\b)`,
  'y',
);
const WEEKDAY_AT = new RegExp(
  `(last|this|this past|past|next|lo scorso|la scorsa|scorso|scorsa|letzten)? ?(${WEEKDAY})(?![a-zà-ÿ])(?: (scorso|scorsa|last week))?`,
  'y',
);
const DAYS_AT = new RegExp(`(?:${any(Object.keys(LATIN_DAYS))})(?![a-zà-ÿ])`, 'y');
const PERIOD =
  /(?:(?:earlier|later|late|early) )?(?:(last|this|next|current) (week|weekend|month|year)|(?:over|during|at|on) the (?:(?:past|last) )?(weekend)|(il mese|lo scorso mese|la settimana|la scorsa settimana|l'anno|lo scorso anno|nello scorso mese|nella settimana|nell'ultimo mese)(?: (scors[oa]))?)(?![a-zà-ÿ])/y;
const NUMBER_WORD = any([...Object.keys(WORD_UNITS), 'a', 'an', 'un', 'una', 'a couple of']);
const AGO = new RegExp(
  `(?:(?:about|almost|nearly|over|around|roughly|just|more than) )?(\\d{1,3}|${NUMBER_WORD}) (day|days|week|weeks|month|months|year|years|giorni|giorno|settimane|settimana|mesi|mese|anni|anno|hours|hour) (?:ago|earlier|fa|prior)(?![a-z])`,
  'y',
);
const QUARTER = new RegExp(
  `(?:(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)?|q[1-4]|h[12]|(?:the )?(?:first|second) half(?: of)?|${SPAN_OF}|(?:early|late|mid)[ -])(?: of)? ?(${YEAR})(?!\\d|[.,]\\d)`,
  'y',
);
const SEASON = new RegExp(
  `(?:(?:last|this|in the|the|late|early|mid|in) ){0,2}(?:spring|summer|autumn|fall|winter|estate|inverno|primavera|autunno)(?: of| del)? (?:${YEAR})?(?!\\d)`,
  'y',
);
const HOLIDAY =
  /(new year's day|new year's eve|valentine's day|christmas eve|christmas day|boxing day)(?:,? ((?:19|20)\d{2}))?/y;
const YEAR_ONLY = new RegExp(`(${YEAR})(?![\\d%]|[.,:/]\\d|-\\d{2,}(?!\\d{2})|[a-z])`, 'y');

/** Words before a bare year that make it a date and not a number. */
const YEAR_LEAD =
  /(?:^|[^a-zà-ÿ])(?:in|since|from|until|till|during|throughout|through|between|early|late|mid|as early as|back in|by|of|and|to|nel|dal|del|al|fino al|im jahr|seit|en|depuis|desde|before|after|around|circa|year|years|anno)[ -](?:about |approximately |roughly |the year |early |late |around |early-|late-)?$/;
const YEAR_NOUN =
  /^(?:'s)? (?:[a-z-]+ ){0,3}(?:breach|breaches|attack|attacks|hack|hacks|incident|incidents|leak|leaks|intrusion|compromise|heist|hacking|data breach|ransomware attack|outage|violazione|attacco)(?![a-z])/;
/** Products and names that end in a year. */
const PRODUCT =
  /(?:server|office|windows|exchange|sharepoint|visual studio|sql server|project|outlook|excel|word|access|hat|con|defcon|summit|conference|olympics|owasp top 10|pwn2own|top 10|edition|version|report)[ -]$/;

/** Words before a bare month name that make it a date. */
const MONTH_LEAD =
  /(?:^|[^a-zà-ÿ])(?:in|since|from|until|till|during|through|throughout|early|late|mid|by|of|between|and|to|last|this|next|before|after|around|begin|back in|as early as|a|ad|di|da|nel|nel mese di|mese di|im|seit|en|desde|depuis|on|for|on or about)[ -](?:early |late |mid-?|about |around )?$/;

const NOT_A_WEEKDAY = /(?:patch|black|cyber|super|good|ash|fat|giving|red|bloody|update) $/;

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function raw(m: RegExpExecArray, told: Told, rule: string, part?: 'start' | 'end'): Raw {
  return {
    start: m.index,
    end: m.index + m[0].trimEnd().length,
    told,
    rule,
    ...(part === undefined ? {} : { part }),
  };
}

const isCapital = (text: string, at: number): boolean => {
  const c = text.charAt(at);
  return c !== c.toLowerCase();
};

/** Forms that begin with a digit: 5 February 2025, 27-Oct-2024, "in 2023", "two weeks ago" in digits. */
export function readLatinDigits(context: ReadContext, at: number): Raw | readonly Raw[] | null {
  const { folded } = context;
  let m = exec(DAY_MONTH, folded, at);
  if (m !== null && goodMonth(context, m[3] ?? '', m.index + m[0].indexOf(m[3] ?? ''))) {
    const told = (day: string | undefined): Told => ({
      kind: 'pieces',
      year: m?.[4] === undefined ? undefined : Number(m[4]),
      month: MONTHS.get(m?.[3] ?? ''),
      day: Number(day),
    });
    if (m[1] !== undefined && Number(m[1]) < Number(m[2]))
      return [
        raw(m, told(m[1]), 'dates/latin-range', 'start'),
        raw(m, told(m[2]), 'dates/latin-range', 'end'),
      ];
    if (m[1] === undefined) return withYearWords(folded, raw(m, told(m[2]), 'dates/latin-day-month'));
  }
  m = exec(AGO, folded, at);
  if (m !== null) return ago(m);
  m = exec(YEAR_ONLY, folded, at);
  if (m === null) return null;
  const before = folded.slice(Math.max(0, at - 24), at);
  if (PRODUCT.test(before)) return null;
  const after = folded.slice(at + 4, at + 44);
  if (
    /^ (?:people|users|customers|patients|employees|accounts|records|organi[sz]ations|files|devices|servers|companies|members|victims|systems|hosts|domains)/.test(
      after,
    )
  )
    return null;
  if (YEAR_LEAD.test(before) || YEAR_NOUN.test(after))
    return raw(m, { kind: 'pieces', year: Number(m[1]) }, 'dates/latin-year');
  return null;
}

const YEAR_TOLD = /,? (?:of )?(last|this|the previous|the same) year(?![a-z'])/y;

/** Takes in the words that tell the year after a day or a month: "July last year", "on 3 May of this year". */
function withYearWords(folded: string, found: Raw): Raw {
  if (found.told.kind !== 'pieces' || found.told.year !== undefined) return found;
  const m = exec(YEAR_TOLD, folded, found.end);
  if (m === null || m[1] === 'the same') return found;
  const yearOffset = m[1] === 'this' ? 0 : -1;
  return { ...found, end: m.index + m[0].length, told: { ...found.told, yearOffset } };
}

/** A month whose name is a common word counts with its capital alone. */
function goodMonth({ text }: ReadContext, name: string, at: number): boolean {
  return !CAPITAL_MONTHS.has(name) || isCapital(text, at);
}

/** Forms that begin with a letter. */
export function readLatinWords(context: ReadContext, at: number): Raw | readonly Raw[] | null {
  const { folded, text } = context;
  let m = exec(MONTH_DAY, folded, at);
  if (m !== null && goodMonth(context, m[1] ?? '', at)) {
    const month = MONTHS.get(m[1] ?? '');
    const year = m[4] === undefined ? undefined : Number(m[4]);
    const told = (day: string | undefined): Told => ({ kind: 'pieces', year, month, day: Number(day) });
    if (m[3] !== undefined && Number(m[3]) > Number(m[2])) {
      return [
        raw(m, told(m[2]), 'dates/latin-range', 'start'),
        raw(m, told(m[3]), 'dates/latin-range', 'end'),
      ];
    }
    if (m[3] === undefined) return withYearWords(folded, raw(m, told(m[2]), 'dates/latin-month-day'));
  }
  m = exec(MONTH_YEAR, folded, at);
  if (m !== null && goodMonth(context, m[1] ?? '', m.index + m[0].indexOf(m[1] ?? ''))) {
    return raw(
      m,
      { kind: 'pieces', year: Number(m[2]), month: MONTHS.get(m[1] ?? '') },
      'dates/latin-month-year',
    );
  }
  m = exec(SEASON, folded, at);
  if (m !== null && (/\d/.test(m[0]) || /^(?:last|this|in the) /.test(m[0])))
    return raw(m, { kind: 'none' }, 'dates/season');
  m = exec(QUARTER, folded, at);
  if (m !== null) return raw(m, { kind: 'pieces', year: Number(m[1]) }, 'dates/latin-quarter');
  m = exec(LAST_MONTH_NAMED, folded, at);
  if (m !== null && goodMonth(context, m[1] ?? '', m.index + m[0].length - (m[1] ?? '').length)) {
    return raw(m, { kind: 'pieces', month: MONTHS.get(m[1] ?? ''), past: true }, 'dates/latin-month');
  }
  m = exec(DAYS_AT, folded, at);
  if (m !== null) {
    if (
      /(?:usa|russia|security|infosecurity|krebs|\w's) $/.test(folded.slice(Math.max(0, at - 14), at)) ||
      /^'s/.test(folded.slice(at + m[0].length, at + m[0].length + 2))
    )
      return null;
    return raw(m, { kind: 'days', offset: LATIN_DAYS[m[0]] ?? 0 }, 'dates/latin-relative-day');
  }
  m = exec(WEEKDAY_AT, folded, at);
  if (m !== null) return weekdayOf(m, folded, text);
  m = exec(PERIOD, folded, at);
  if (m !== null) return period(m);
  m = exec(AGO, folded, at);
  if (m !== null) return ago(m);
  m = exec(HOLIDAY, folded, at);
  if (m !== null) {
    const [month, day] = HOLIDAYS[m[1] ?? ''] ?? [1, 1];
    return raw(
      m,
      { kind: 'pieces', year: m[2] === undefined ? undefined : Number(m[2]), month, day },
      'dates/holiday',
    );
  }
  m = exec(MONTH_ONLY, folded, at);
  if (m !== null) {
    const nameAt = m.index + m[0].length - (m[1] ?? '').length;
    const capital = isCapital(text, nameAt);
    const lead = MONTH_LEAD.test(folded.slice(Math.max(0, at - 24), at)) || m[0].length > (m[1] ?? '').length;
    if (lead && (capital || !CAPITAL_MONTHS.has(m[1] ?? '')) && (m[1] ?? '').length > 2)
      return withYearWords(
        folded,
        raw(m, { kind: 'pieces', month: MONTHS.get(m[1] ?? '') }, 'dates/latin-month'),
      );
  }
  return null;
}

function weekdayOf(m: RegExpExecArray, folded: string, text: string): Raw | null {
  const lead = m[1] ?? m[3];
  const nameAt = m.index + m[0].indexOf(m[2] ?? '');
  const english = (m[2] ?? '').endsWith('day');
  if (english && !isCapital(text, nameAt)) return null;
  if (NOT_A_WEEKDAY.test(folded.slice(Math.max(0, nameAt - 8), nameAt))) return null;
  const weekday = WEEKDAYS.get(m[2] ?? '') ?? 1;
  if (lead === 'this') return raw(m, { kind: 'week', week: 0, weekday }, 'dates/latin-weekday');
  if (lead === 'next') return raw(m, { kind: 'week', week: 1, weekday }, 'dates/latin-weekday');
  if (lead === 'last week') return raw(m, { kind: 'week', week: -1, weekday }, 'dates/latin-weekday');
  return raw(
    m,
    { kind: 'week', week: null, weekday, strictlyBefore: lead !== undefined },
    'dates/latin-weekday',
  );
}

function period(m: RegExpExecArray): Raw | null {
  const italian = m[4];
  if (italian !== undefined && !/scors|ultimo/.test(m[0])) return null;
  const last = italian !== undefined || m[1] === 'last' || m[3] !== undefined;
  const offset = last ? -1 : m[1] === 'next' ? 1 : 0;
  if (m[2] === 'weekend' || m[3] !== undefined) {
    return raw(m, { kind: 'week', week: m[2] === 'weekend' ? offset : null, weekday: 0 }, 'dates/latin-week');
  }
  if (m[2] === 'week' || /settimana/.test(italian ?? ''))
    return raw(m, { kind: 'week', week: offset, weekday: null }, 'dates/latin-week');
  if (m[2] === 'month' || /mese/.test(italian ?? ''))
    return raw(m, { kind: 'months', offset }, 'dates/latin-month-relative');
  return raw(m, { kind: 'pieces', yearOffset: offset }, 'dates/latin-year-relative');
}

const UNITS: readonly (readonly [RegExp, 'day' | 'week' | 'month' | 'year'])[] = [
  [/^(?:day|giorn)/, 'day'],
  [/^(?:week|settiman)/, 'week'],
  [/^(?:month|mes)/, 'month'],
  [/^(?:year|ann)/, 'year'],
];

function ago(m: RegExpExecArray): Raw | null {
  const word = m[1] ?? '';
  const n = /^\d/.test(word) ? Number(word) : (WORD_UNITS[word] ?? (word === 'a couple of' ? 2 : 1));
  const unit = UNITS.find(([pattern]) => pattern.test(m[2] ?? ''))?.[1];
  if (unit === undefined || (unit === 'year' && n > 60)) return null;
  return raw(m, { kind: 'ago', n, unit }, 'dates/latin-ago');
}

/** The first word of every form above. */
export const LATIN_STARTS: ReadonlySet<string> = new Set(
  [
    ...MONTHS.keys(),
    ...WEEKDAYS.keys(),
    ...Object.keys(LATIN_DAYS),
    ...Object.keys(WORD_UNITS),
    ...'last this next past previous the earlier early late later over during at on current beginning start middle end mid first second third fourth q h in'.split(
      ' ',
    ),
    ...'spring summer autumn fall winter estate inverno primavera autunno inizio fine metà lo la dello nello scorso scorsa il l nella nell letzten'.split(
      ' ',
    ),
    ...'about almost nearly around roughly just more a an un una new valentine christmas boxing very'.split(
      ' ',
    ),
  ].map((w) => /^[a-zà-ÿ]+/.exec(w)?.[0] ?? w),
);
