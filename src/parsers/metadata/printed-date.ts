/** A day printed on a page. */
export interface PrintedDate {
  /** ISO 8601 day. */
  readonly day: string;
  /** What the words around it say of it. */
  readonly role: 'published' | 'modified' | 'plain';
  /** Half-open span of the day in the line. */
  readonly start: number;
  readonly end: number;
}

/** Month names and their abbreviations in the languages of the archive, lower case, without the full stop. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'gennaio',
    'gen',
    'enero',
    'ene',
    'janvier',
    'janv',
    'januar',
    'jänner',
    'janeiro',
    'januari',
  ],
  ['february', 'feb', 'febbraio', 'febrero', 'février', 'févr', 'februar', 'fevereiro', 'fev', 'februari'],
  ['march', 'mar', 'marzo', 'mars', 'märz', 'mär', 'março', 'maart'],
  ['april', 'apr', 'aprile', 'abril', 'abr', 'avril', 'avr'],
  ['may', 'maggio', 'mag', 'mayo', 'mai', 'maio', 'mei'],
  ['june', 'jun', 'giugno', 'giu', 'junio', 'juin', 'juni', 'junho'],
  ['july', 'jul', 'luglio', 'lug', 'julio', 'juillet', 'juil', 'juli', 'julho'],
  ['august', 'aug', 'agosto', 'ago', 'août', 'augustus'],
  ['september', 'sep', 'sept', 'settembre', 'set', 'septiembre', 'septembre', 'setembro'],
  ['october', 'oct', 'ottobre', 'ott', 'octubre', 'octobre', 'oktober', 'okt', 'outubro', 'out'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  [
    'december',
    'dec',
    'dicembre',
    'dic',
    'diciembre',
    'décembre',
    'déc',
    'dezember',
    'dez',
    'dezembro',
    'december',
  ],
];
const MONTHS = new Map(MONTH_NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const MONTH = `(${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})`;

type Reader = (m: RegExpMatchArray) => readonly [year: number, month: number, day: number];
const num = (m: RegExpMatchArray, i: number): number => Number(m[i]);
const month = (m: RegExpMatchArray, i: number): number => MONTHS.get((m[i] ?? '').toLowerCase()) ?? 0;

/** How the names of months begin; a line without any of these names no month. */
const NAMED = new RegExp([...new Set([...MONTHS.keys()].map((name) => name.slice(0, 3)))].join('|'), 'iu');

/** The shapes of a full date, each with its reader and what a line must hold for it to be tried. Dates without a year are no publication dates. */
const SHAPES: readonly (readonly [shape: RegExp, reader: Reader, needs: RegExp])[] = [
  [
    /(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g,
    (m) => [num(m, 1), num(m, 3), num(m, 4)],
    /\d[-/.]\d/,
  ],
  [
    /(?<!\d)((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g,
    (m) => [num(m, 1), num(m, 2), num(m, 3)],
    /年/,
  ],
  [
    new RegExp(`(?<![\\p{L}])${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})(?!\\d)`, 'giu'),
    (m) => [num(m, 3), month(m, 1), num(m, 2)],
    NAMED,
  ],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º|°)?[ -](?:of |de )?${MONTH}\\.?,?[ -](?:de |del )?((?:19|20)\\d{2})(?!\\d)`,
      'giu',
    ),
    (m) => [num(m, 3), month(m, 2), num(m, 1)],
    NAMED,
  ],
  [
    new RegExp(`(?<!\\d)((?:19|20)\\d{2})[ ,.-]{1,2}${MONTH}\\.? (\\d{1,2})(?!\\d)`, 'giu'),
    (m) => [num(m, 1), month(m, 2), num(m, 3)],
    NAMED,
  ],
  [
    /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/g,
    (m) => [num(m, 3), num(m, 2), num(m, 1)],
    /\d\.\d/,
  ],
];
/** `03/04/2025`: which is the month depends on the country, so it counts only where it can be read one way. */
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})(?![\d/])/g;

const PUBLISHED_CUE =
  /(?:publi(?:shed|cation|cato|cado|é|cado em)|posted|ver(?:ö|oe)ffentlicht(?: am)?|erschienen(?: am)?|eingestellt(?: am)?|erstellt(?: am)?|publié le|data di pubblicazione|fecha de publicación|first seen|发布(?:时间|日期|于)?|發布|发表(?:时间|于)?|發表|刊发|刊登|上传|创建于|发文|公開日?|掲載日?|投稿日?|作成日)[^\d]{0,24}$/i;
const MODIFIED_CUE =
  /(?:updated|modified|edited|revised|aggiornat\w{1,2}|actualizado|atualizado|mis à jour|aktualisiert|last (?:changed|reviewed)|更新(?:时间|日期|于|日)?|修改(?:时间|于)?|編集|最近)[^\d]{0,24}$/i;

function iso(year: number, m: number, day: number): string | null {
  if (m < 1 || m > 12 || day < 1 || year < 1995 || year > 2100) return null;
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
  if (day > last) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function roleOf(before: string): PrintedDate['role'] {
  const near = before.slice(-60);
  if (MODIFIED_CUE.test(near)) return 'modified';
  return PUBLISHED_CUE.test(near) ? 'published' : 'plain';
}

/**
 * Full dates printed in a line, in order, each with what its words say of it.
 *
 * @param line one line of a page's head; longer ones than 400 characters are read to there
 */
export function printedDates(line: string): PrintedDate[] {
  const text = line.slice(0, 400);
  if (!/(?:19|20)\d{2}/.test(text)) return [];
  const found: PrintedDate[] = [];
  for (const [shape, read, needs] of SHAPES) {
    if (!needs.test(text)) continue;
    for (const m of text.matchAll(shape)) {
      const day = iso(...read(m));
      if (day)
        found.push({ day, role: roleOf(text.slice(0, m.index)), start: m.index, end: m.index + m[0].length });
    }
  }
  for (const m of text.matchAll(SLASHED)) {
    const [a, b, year] = [num(m, 1), num(m, 2), num(m, 3)];
    const day = a > 12 ? iso(year, b, a) : b > 12 || a === b ? iso(year, a, b) : null;
    if (day)
      found.push({ day, role: roleOf(text.slice(0, m.index)), start: m.index, end: m.index + m[0].length });
  }
  return found.sort((x, y) => x.start - y.start);
}

/** Whether a line holds one full date and nothing else but a weekday, a time or a label. */
export function isDateLine(line: string): boolean {
  if (line.length > 60 || !/(?:19|20)\d{2}/.test(line)) return false;
  const found = printedDates(line)[0];
  return found !== undefined && line.length - (found.end - found.start) <= 24;
}

/** The day that an address holds: `/2025/01/31/`, `/2025-01-31-`, `/20250131/`. */
export function dayOfUrl(url: string): string | null {
  // With slashes the day is a part of the path of its own: /2024/12/16-extensions-hacked tells a month and a number.
  const m =
    /[/_-]((?:19|20)\d{2})\/(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])(?=[/.?#]|$)/.exec(url) ??
    /[/_-]((?:19|20)\d{2})(?:[_-](?=\d\d[_-])|(?=\d{4}))(0[1-9]|1[0-2])[_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
      url,
    );
  return m ? iso(num(m, 1), num(m, 2), num(m, 3)) : null;
}
