import { Buffer, isUtf8 } from 'node:buffer';
import type { Snapshot } from '../../model/index.js';
import { decodeBytes } from '../charset.js';
import { repairMojibake } from '../mojibake.js';
import { type SplitPage, splitPage } from './split.js';

/** A page read from its bytes. */
export interface HtmlPage extends SplitPage {
  readonly repairs: readonly string[];
}

/** Bytes at the start in which a charset declaration is looked for (browsers read 1,024). */
const HEAD = 4096;
const META =
  /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{2,30})|<\?xml[^>]{0,80}encoding\s{0,4}=\s{0,4}["']([\w-]{2,30})/i;
/** The longest page that is read, in bytes: a page with more is cut there. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads a page from its bytes: the charset by byte order mark, by what the bytes are, by header, by `<meta>`, by
 * statistics; then markup and scripts apart.
 */
export function readHtml(snapshot: Snapshot): HtmlPage {
  const repairs: string[] = [];
  let bytes = Buffer.from(snapshot.bytes.buffer, snapshot.bytes.byteOffset, snapshot.bytes.byteLength);
  if (bytes.length > MAX_BYTES) {
    bytes = bytes.subarray(0, MAX_BYTES);
    repairs.push('html:cut');
  }
  const declared = declaredCharset(bytes, snapshot.contentType);
  // UTF-8 need not be decoded whole: markup and scripts are cut apart as bytes first.
  if (isUtf8(bytes) && !declared?.startsWith('iso-2022')) {
    const split = splitPage(
      bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
    );
    const { markup } = split;
    if (!readsAsMisread(markup) || readsAsChinese(markup)) return { ...split, repairs };
    const turned = repairMojibake(markup);
    if (turned.charset === null) return { ...split, repairs };
    return { ...split, markup: turned.text, repairs: [...repairs, `mojibake:${turned.charset}`] };
  }
  const decoded = decodeBytes(bytes, { declared });
  return { ...splitPage(Buffer.from(decoded.text, 'utf8')), repairs: [...repairs, ...decoded.repairs] };
}

/** The charset that the answer's header, else the page itself, states. */
function declaredCharset(bytes: Buffer, contentType: string | undefined): string | undefined {
  const header = /charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/i.exec(contentType ?? '')?.[1];
  const meta = META.exec(bytes.toString('latin1', 0, HEAD));
  const stated = meta?.[1] ?? meta?.[2];
  // A header that says UTF-8 for bytes that are not is a server's default; the page knows better.
  if (header !== undefined && !/^utf-?8$/i.test(header)) return header;
  return stated ?? header;
}

/** The commonest Chinese marks and words come out right only where the text was read right. */
function readsAsChinese(markup: string): boolean {
  return markup.includes('，') || markup.includes('。') || markup.includes('的');
}

/** A page that was decoded wrongly shows it everywhere: three samples tell. */
function readsAsMisread(markup: string): boolean {
  const size = 8192;
  for (const at of [0, markup.length >> 1, Math.floor(markup.length * 0.75)]) {
    if (repairMojibake(markup.slice(at, at + size)).charset !== null) return true;
  }
  return false;
}
