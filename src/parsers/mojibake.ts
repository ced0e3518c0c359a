import iconv from 'iconv-lite';

/**
 * The charsets that UTF-8 is misread as: what charset guessers answer for short Chinese pages. Of two that fit
 * equally well the first is taken.
 */
const CANDIDATES = [
  'windows-1252',
  'pt154',
  'windows-1251',
  'windows-1256',
  'maccyrillic',
  'ibm855',
  'ibm866',
  'koi8-r',
  'koi8-u',
  'iso-8859-5',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-7',
  'iso-8859-9',
  'macroman',
  'ibm437',
  'ibm850',
  'ibm852',
] as const;
/** Names under which a charset is flagged, where the decoder's own is less known. */
const KNOWN_AS: Readonly<Record<string, string>> = { pt154: 'ptcp154' };
/** Misread characters that a text must hold; fewer may be meant as they stand. */
const FEWEST = 2;
/** A text without runs of odd letters holds nothing misread: most texts end here. */
const GATE =
  /[\u0080-\u02af\u0370-\u06ff\u2010-\u2122\u2190-\u25ff\ufffd]{3}|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2010-\u2122]/;

/** Runs outside ASCII and Chinese and Japanese characters, which no byte is shown as. */
const ODD = /[^\x00-\x7f\u2e80-\u9fff]+/g;

interface Misreading {
  readonly name: string;
  /** Byte of a character, for those that stand for a byte from 0x80. */
  readonly bytes: ReadonlyMap<string, number>;
  /** A UTF-8 sequence of two to four bytes as the charset shows it. */
  readonly sequence: RegExp;
  /** The sequences that are proof of a misreading. */
  readonly telling: RegExp;
  /** The longest run of characters that stand for bytes from 0x80. */
  readonly run: RegExp;
}

function characterClass(characters: Iterable<string>): string {
  let out = '';
  for (const c of characters) out += `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `[${out}]`;
}

function misreading(encoding: string): Misreading {
  const bytes = new Map<string, number>();
  for (let b = 0x80; b <= 0xff; b++) {
    const c = iconv.decode(Buffer.from([b]), encoding);
    // Undefined bytes come through as control characters of the same number.
    bytes.set(c === '\ufffd' || c === '' ? String.fromCharCode(b) : c, b);
  }
  // Decoders differ in the undefined bytes, so the control characters always count as themselves.
  for (let b = 0x80; b <= 0x9f; b++)
    if (!bytes.has(String.fromCharCode(b))) bytes.set(String.fromCharCode(b), b);
  const range = (from: number, to: number): string =>
    characterClass([...bytes].filter(([, b]) => b >= from && b <= to).map(([c]) => c));
  const tail = range(0x80, 0xbf);
  const two = range(0xc2, 0xdf);
  const three = range(0xe0, 0xef);
  const four = range(0xf0, 0xf4);
  const long = `${three}${tail}{2}|${four}${tail}{3}`;
  const accented = `${range(0xc2, 0xc3)}${tail}`;
  return {
    name: KNOWN_AS[encoding] ?? encoding,
    bytes,
    sequence: new RegExp(`${long}|${two}${tail}`, 'g'),
    // In other charsets than Latin two odd letters in a row may well be meant.
    telling: new RegExp(encoding === 'windows-1252' ? `${long}|${accented}` : long, 'g'),
    run: new RegExp(`${characterClass([...bytes.keys(), '\ufffd'])}+`, 'g'),
  };
}

const made = new Map<string, Misreading>();

/** Tables are made when a misread page first needs them. */
function misreadingOf(encoding: string): Misreading {
  const known = made.get(encoding) ?? misreading(encoding);
  made.set(encoding, known);
  return known;
}

function toBytes(run: string, bytes: ReadonlyMap<string, number>): Uint8Array {
  // A replacement character stands for a byte that is lost; 0xff is never valid UTF-8.
  return Uint8Array.from(run, (c) => bytes.get(c) ?? 0xff);
}

const decoder = new TextDecoder('utf-8');

/** Characters of a run that stand in well-formed sequences. */
function coverage(run: string, m: Misreading): number {
  let covered = 0;
  for (const s of run.match(m.sequence) ?? []) covered += s.length;
  return covered;
}

/** What does not fit must be the rare exception: a byte that got lost, a page that breaks off. */
function fits(run: string, m: Misreading): boolean {
  const covered = coverage(run, m);
  return covered > 0 && (covered >= run.length * 0.9 || (covered > 9 && covered >= run.length - 3));
}

function turnBack(text: string, m: Misreading): string {
  return text.replace(m.run, (run) => (fits(run, m) ? decoder.decode(toBytes(run, m.bytes)) : run));
}

/** Characters that the charset would turn back, or 0 where the text is rather meant as it stands. */
function evidence(text: string, m: Misreading): number {
  const telling = text.match(m.telling);
  if (!telling || telling.length < FEWEST) return 0;
  let covered = 0;
  let total = 0;
  for (const run of text.match(m.run) ?? []) {
    if (run.length < 3) continue;
    total += run.length;
    if (fits(run, m)) covered += coverage(run, m);
  }
  if (m.name === 'windows-1252') return Math.max(covered, telling.length);
  // A text in that charset's own script holds such sequences by chance, among many that do not fit.
  return covered >= total * 0.6 ? covered : 0;
}

/**
 * Turns back text whose UTF-8 bytes were decoded with another charset before it was stored. The parts that are
 * right (a title from another source) are left as they are.
 *
 * @param text decoded text
 * @returns the text, and the name of the charset that it had been misread with, or null where nothing was done
 */
export function repairMojibake(text: string): { text: string; charset: string | null } {
  if (!GATE.test(text)) return { text, charset: null };
  let best: { m: Misreading; covered: number } | undefined;
  // What is misread stands in runs of other letters than these, whatever the charset.
  const odd = (text.match(ODD) ?? []).join(' ');
  for (const encoding of CANDIDATES) {
    const m = misreadingOf(encoding);
    const covered = evidence(odd, m);
    if (covered === 0) continue;
    if (!best || covered > best.covered) best = { m, covered };
  }
  if (!best) return { text, charset: null };
  const turned = turnBack(text, best.m);
  return turned === text ? { text, charset: null } : { text: turned, charset: best.m.name };
}
