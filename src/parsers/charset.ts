import { isUtf8 } from 'node:buffer';
import { detect } from 'chardet';
import iconv from 'iconv-lite';
import { repairMojibake } from './mojibake.js';

/** Text of a page with what was done to read it. */
export interface Decoded {
  /** Well-formed text without a byte order mark. */
  readonly text: string;
  /** Lower-case name of the charset that the bytes were in. */
  readonly charset: string;
  /** `charset:gb18030` where the bytes were not UTF-8; `mojibake:ptcp154` where text was turned back. */
  readonly repairs: readonly string[];
}

/** What is known of the charset from outside the bytes, most trusted first. */
export interface CharsetHints {
  /** Label from `Content-Type`, a `<meta>`, or the like. */
  readonly declared?: string | undefined;
}

/** Most invalid bytes, of the whole, that a damaged UTF-8 page may hold and still be read as UTF-8. */
const DAMAGED = 0.005;
/** The bytes that statistics look at. */
const SAMPLE = 64 * 1024;

// The label gb2312 or gbk means GB18030, their superset, which no longer has undefined bytes (WHATWG Encoding).
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'iso-8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  latin1: 'windows-1252',
  utf8: 'utf-8',
  unicode: 'utf-16le',
};

/** The canonical name of a charset label, or null where it is not known. */
export function charsetName(label: string): string | null {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const known = ALIASES[name] ?? name;
  return known !== '' && iconv.encodingExists(known) ? known : null;
}

/** A byte order mark's charset and length. */
function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: it alone has zero bytes in text, and makes sense in one byte order only. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return null;
  for (const charset of ['utf-16le', 'utf-16be'] as const) {
    const text = iconv.decode(Buffer.from(sample), charset);
    const known = text.match(/[\t\n\r -~\u00a0-\u00ff\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]/g);
    if ((known?.length ?? 0) > text.length * 0.9) return charset;
  }
  return null;
}

/** Length of `bytes` without an incomplete character at its end (a page that breaks off). */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const b = bytes[bytes.length - back] ?? 0;
    if (b < 0x80) break;
    if (b >= 0xc0) return (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function utf8Damage(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE * 4));
  let bad = 0;
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) bad++;
  return bad / Math.max(1, text.length);
}

/** GB18030 and Shift_JIS, EUC-KR, Big5 by statistics; short samples fall to GB18030, the usual case here. */
function byStatistics(bytes: Uint8Array): string {
  const guess = detect(bytes.subarray(0, SAMPLE));
  const known = guess ? charsetName(guess) : null;
  const text = iconv.decode(Buffer.from(bytes.subarray(0, SAMPLE)), 'gb18030');
  const common = text.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g)?.length ?? 0;
  const high = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const eastAsian = known !== null && /^(?:big5|shift_jis|euc-jp|euc-kr|iso-2022-\w{2})$/.test(known);
  if (!eastAsian && high > 0 && common / high > 0.9) return 'gb18030';
  return known && known !== 'utf-8' ? known : 'windows-1252';
}

function charsetOf(bytes: Uint8Array, hints: CharsetHints): string {
  const declared = hints.declared ? charsetName(hints.declared) : null;
  const wide = bareUtf16(bytes);
  if (wide) return wide;
  if (isUtf8(bytes) || isUtf8(bytes.subarray(0, wholeLength(bytes)))) {
    // ISO-2022-JP and UTF-7 are ASCII to look at: only a declaration tells them.
    return declared?.startsWith('iso-2022') ? declared : 'utf-8';
  }
  if (declared && declared !== 'utf-8' && !declared.startsWith('utf-16')) return declared;
  return utf8Damage(bytes) < DAMAGED ? 'utf-8' : byStatistics(bytes);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Decodes the bytes of a page: byte order mark, then UTF-8 where the bytes are UTF-8, then what was declared,
 * then statistics; and turns back text that had been decoded with the wrong charset before it was archived.
 *
 * @param bytes the page as it came
 * @param hints the charset label that the page or its sender gave
 */
export function decodeBytes(bytes: Uint8Array, hints: CharsetHints = {}): Decoded {
  const mark = byteOrderMark(bytes);
  const body = mark ? bytes.subarray(mark.length) : bytes;
  const charset = mark?.charset ?? charsetOf(body, hints);
  const repairs: string[] = [];
  let text: string;
  if (charset === 'utf-8') {
    const whole = body.subarray(0, wholeLength(body));
    text = utf8.decode(whole);
    if (text.includes('\ufffd') && !isUtf8(whole)) repairs.push('charset:damaged');
  } else {
    text = iconv.decode(Buffer.from(body.buffer, body.byteOffset, body.byteLength), charset);
    repairs.push(`charset:${charset}`);
  }
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  const turned = repairMojibake(text);
  if (turned.charset) repairs.push(`mojibake:${turned.charset}`);
  return { text: turned.text, charset, repairs };
}
