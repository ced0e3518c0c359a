import { Buffer } from 'node:buffer';

/** A page cut into what is markup and what is script. */
export interface SplitPage {
  /** The page without its scripts and style sheets. */
  readonly markup: string;
  /** The page's own scripts in order, as UTF-8 and not decoded: most are never read. */
  readonly scripts: readonly Buffer[];
  /** Contents of `application/ld+json` scripts, in order. */
  readonly jsonLd: readonly string[];
}

interface Needle {
  readonly open: string;
  readonly close: string;
  readonly isScript: boolean;
  /** Where it stands next; -1 where it does not stand again. */
  next: number;
}

/** How far back a tag is looked for in which an opening could stand as an attribute's value, in bytes. */
const LOOK_BACK = 4096;
const GREATER = 0x3e;

/** Pages are put together here before they are decoded: fresh memory for each costs more than the work itself. */
let scratch = Buffer.alloc(0);
const MAX_SCRATCH = 4 * 1024 * 1024;

/** Bytes to write a page's markup to, until the next page is cut. */
function scratchFor(size: number): Buffer {
  if (size > MAX_SCRATCH) return Buffer.allocUnsafeSlow(size);
  if (scratch.length < size) scratch = Buffer.allocUnsafeSlow(MAX_SCRATCH);
  return scratch;
}

/**
 * Cuts scripts and style sheets out of a page before anything is decoded or parsed: on a WeChat page they
 * are nine tenths of 3 MB. Linear: each needle is looked for once over the page.
 *
 * @param page the page as UTF-8
 */
export function splitPage(page: Uint8Array): SplitPage {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const needles = startNeedles(bytes);
  const markup = scratchFor(bytes.length);
  let length = 0;
  const scripts: Buffer[] = [];
  const jsonLd: string[] = [];
  let kept = 0;
  for (let needle = nearest(needles); needle !== undefined; needle = nearest(needles)) {
    const start = needle.next;
    const body = start + needle.open.length;
    const open = isTagEnd(bytes[body]) && !insideTag(bytes, start) ? bytes.indexOf(GREATER, body) : -1;
    if (open < 0) {
      needle.next = bytes.indexOf(needle.open, body, 'latin1');
      continue;
    }
    const close = closing(bytes, needle.close, open + 1);
    if (needle.isScript) {
      if (/ld\+json/i.test(bytes.toString('latin1', start, Math.min(open, start + 1000)))) {
        jsonLd.push(bytes.toString('utf8', open + 1, close));
      } else if (close > open + 1) scripts.push(bytes.subarray(open + 1, close));
    }
    const after = bytes.indexOf(GREATER, close);
    const end = after < 0 ? bytes.length : after + 1;
    length += bytes.copy(markup, length, kept, start);
    kept = end;
    for (const each of needles)
      if (each.next >= 0 && each.next < end) each.next = bytes.indexOf(each.open, end, 'latin1');
  }
  length += bytes.copy(markup, length, kept, bytes.length);
  return { markup: markup.toString('utf8', 0, length), scripts, jsonLd };
}

/** `splitPage` for markup that is at hand as a string. */
export function splitText(html: string): SplitPage {
  return splitPage(Buffer.from(html, 'utf8'));
}

/** Only the usual spelling: an element in capitals goes the slower way through the tokenizer, which drops it too. */
function startNeedles(bytes: Buffer): Needle[] {
  const needle = (name: string): Needle => ({
    open: `<${name}`,
    close: `</${name}`,
    isScript: name === 'script',
    next: bytes.indexOf(`<${name}`, 0, 'latin1'),
  });
  return [needle('script'), needle('style')];
}

function nearest(needles: readonly Needle[]): Needle | undefined {
  let best: Needle | undefined;
  for (const needle of needles)
    if (needle.next >= 0 && (best === undefined || needle.next < best.next)) best = needle;
  return best;
}

/** Where an element of raw text ends: its end tag in small letters, or in capitals before it, or the end. */
function closing(bytes: Buffer, name: string, from: number): number {
  const same = bytes.indexOf(name, from, 'latin1');
  if (same >= 0 && same - from < 100_000) return same;
  const other = bytes.subarray(from, same < 0 ? bytes.length : same).indexOf(name.toUpperCase(), 0, 'latin1');
  if (other >= 0) return from + other;
  return same < 0 ? bytes.length : same;
}

function isTagEnd(code: number | undefined): boolean {
  return (
    code === GREATER || code === 0x2f || code === 0x20 || (code !== undefined && code >= 9 && code <= 13)
  );
}

/** True where the last angle bracket before `index` opens a tag: what follows is an attribute's value. */
function insideTag(bytes: Buffer, index: number): boolean {
  const before = bytes.toString('latin1', Math.max(0, index - LOOK_BACK), index);
  const open = before.lastIndexOf('<');
  if (open < 0 || before.lastIndexOf('>') > open) return false;
  return /^<[a-z][^<>]*=\s*["'][^"'<>]*$/i.test(before.slice(open));
}
