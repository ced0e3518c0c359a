/** How a page is written. */
export type Format = 'html' | 'markdown' | 'text';

/** Bytes at the start of a page that tell its format. */
const HEAD = 2048;
const HTML_START =
  /^(?:<\?xml[^>]{0,200}\?>\s{0,40})?(?:<!--[\s\S]{0,1000}?-->\s{0,40}){0,4}<(?:!doctype\s{1,20}html|html[\s>]|head[\s>]|body[\s>])/i;
/** HTML without its outer elements: saved from a template, or broken off at its head. */
const HTML_PART = /^<(?:meta|title|link|script|style|div|section|article|table|p|h1)[\s>/]/i;

/**
 * Whether the bytes are an HTML page, by their beginning and by what the sender said.
 *
 * @param bytes the page, in any charset
 * @param hints `Content-Type` and file name, where known
 */
export function isHtml(
  bytes: Uint8Array,
  hints: { contentType?: string | undefined; path: string },
): boolean {
  // Zero bytes are those of UTF-16; a byte order mark shows as up to three odd characters.
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff]{1,3}/, '')
    .trimStart();
  if (HTML_START.test(head)) return true;
  if (head.startsWith('---')) return false;
  const named = /\.x?html?(?:\.gz)?$/i.test(hints.path) || /\bx?html\b/i.test(hints.contentType ?? '');
  return named ? /<[a-z!/]/i.test(head) : HTML_PART.test(head) && /<\/|\/>/.test(head);
}
