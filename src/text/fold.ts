import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

/**
 * One code unit for each code unit. Built once: the traditional characters come from OpenCC's character
 * dictionary (opencc-js, Apache-2.0), compatibility forms from Unicode NFKC, case from Unicode.
 */
const TABLE = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let i = 0; i < table.length; i++) table[i] = i;

  const pairs = (dictionary: string): [number, number][] =>
    dictionary.split('|').flatMap((entry): [number, number][] => {
      const [from = '', to = ''] = entry.split(' ');
      return from.length === 1 && to.length === 1 ? [[from.charCodeAt(0), to.charCodeAt(0)]] : [];
    });
  for (const [from, to] of pairs(traditional)) table[from] = to;
  // Regional variants (洩, 裡) lead to the standard traditional form first.
  for (const [from, to] of [...pairs(taiwan), ...pairs(hongKong)]) {
    if (table[from] === from && to !== from) table[from] = table[to] ?? to;
  }

  // Compatibility forms: circled numbers and ligatures aside, whatever NFKC maps one to one.
  const compatible: [number, number][] = [
    [0x2f00, 0x2fd5], // Kangxi radicals, left by PDF copies
    [0x2e80, 0x2ef3],
    [0xf900, 0xfad9],
    [0xff01, 0xffee],
  ];
  for (const [first, last] of compatible) {
    for (let i = first; i <= last; i++) {
      const form = String.fromCharCode(i).normalize('NFKC');
      if (form.length === 1) table[i] = table[form.charCodeAt(0)] ?? i;
    }
  }

  const cased: [number, number][] = [
    [0x41, 0x5a],
    [0xc0, 0x556],
    [0x1e00, 0x1fff],
    [0xff21, 0xff3a],
  ];
  for (const [first, last] of cased) {
    for (let i = first; i <= last; i++) {
      const lower = String.fromCharCode(table[i] ?? i).toLowerCase();
      if (lower.length === 1) table[i] = lower.charCodeAt(0);
    }
  }

  const same = (units: string, as: string): void => {
    for (const unit of units) table[unit.charCodeAt(0)] = as.charCodeAt(0);
  };
  same(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t',
    ' ',
  );
  same('\u2018\u2019\u201a\u201b\u02bc\u2032\uff07', "'");
  same('\u201c\u201d\u201e\u201f\u2033\uff02', '"');
  same('\u2010\u2011\u2012\u2013\u2212\ufe63', '-');
  same('\u00b7\u2022\u2027\u30fb\uff65', '\u00b7');
  return table;
}

const CHUNK = 8192;

/**
 * Folds a text for matching: full-width to ASCII, traditional to simplified characters, lower case, one
 * form of quotes, hyphens and blanks. Accents stay. Only code unit for code unit, so a span in the
 * result is the same span in the original.
 *
 * @param text any text
 * @returns a text of the same length
 */
export function fold(text: string): string {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (TABLE[unit] !== unit) break;
    at++;
  }
  if (at === length) return text;
  if (length - at <= CHUNK) return text.slice(0, at) + foldChunk(text, at, length);
  const parts = [text.slice(0, at)];
  for (; at < length; at += CHUNK) parts.push(foldChunk(text, at, Math.min(length, at + CHUNK)));
  return parts.join('');
}

function foldChunk(text: string, from: number, to: number): string {
  const units: number[] = new Array(to - from);
  for (let i = from; i < to; i++) units[i - from] = TABLE[text.charCodeAt(i)] ?? 0;
  return String.fromCharCode(...units);
}
