import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** A sitemap holds at most 50 MB (sitemaps.org); the wire has its own cap. */
const MAX_UNPACKED = 50 * 1024 * 1024;

function declaredCharset(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const header = /charset\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
  if (header !== undefined) return header;
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /(?:encoding|charset)\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/i.exec(start)?.[1];
}

/**
 * The text of a feed, sitemap or list: gzip undone, charset by BOM, then UTF-8 where the bytes are that, then
 * the header, the XML declaration or the meta element.
 * @throws where a gzip is damaged or too large
 */
export function textOf(bytes: Uint8Array, contentType?: string): string {
  const content =
    bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED }) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    const label = declaredCharset(content, contentType)?.toLowerCase() ?? 'gb18030';
    const charset =
      /^(?:utf-?8|gb2312|gbk|x-gbk)$/.test(label) || !iconv.encodingExists(label) ? 'gb18030' : label;
    return iconv.decode(Buffer.from(content), charset);
  }
}
