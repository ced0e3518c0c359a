import { type FoundLink, MAX_LINKS, resolveLink, uniqueLinks } from './types.js';

const NO_BASE = 'http://invalid.invalid/';
/** Keys whose value is the address of something that belongs to the article, not of the article. */
const OTHER_ADDRESS = /cover|cdn|img|image|icon|avatar|logo|head|source_url|thumb|feed/i;
const ADDRESS_KEY = /^(?:url|link|href|content_url|address)$/i;
const MAX_DEPTH = 12;

function* linksIn(value: unknown, depth: number): Iterable<FoundLink> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'string') yield* linkOf(item, undefined);
      else yield* linksIn(item, depth + 1);
    }
    return;
  }
  const title = 'title' in value && typeof value.title === 'string' ? value.title : undefined;
  for (const [key, item] of Object.entries(value)) {
    if (typeof item !== 'string') yield* linksIn(item, depth + 1);
    else if (ADDRESS_KEY.test(key)) yield* linkOf(item, title);
    // `{"Site": {"Title of the article": "https://…"}}`, as archives of the nightly kind hold it.
    else if (title === undefined && !(/^[\w.-]{1,40}$/.test(key) && OTHER_ADDRESS.test(key)))
      yield* linkOf(item, key);
  }
}

function* linkOf(text: string, title: string | undefined): Iterable<FoundLink> {
  if (!/^\s{0,20}https?:\/\//i.test(text)) return;
  const url = resolveLink(text.replaceAll('&amp;', '&'), NO_BASE);
  if (url !== null) yield { url, title };
}

/**
 * Reads a list of links in JSON: `{site: {title: address}}`, objects with a title and an address however deep,
 * the message lists of WeChat accounts (each article of a push), or plain strings.
 * @throws where the text is no JSON
 */
function readJsonLinks(text: string): readonly FoundLink[] {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  return uniqueLinks(linksIn(nested(value), 0));
}

/** WeChat wraps its list in a string within the JSON. */
function nested(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'general_msg_list' in value) {
    const { general_msg_list: list } = value;
    return typeof list === 'string' ? JSON.parse(list) : list;
  }
  return value;
}

/** Reads the links of a Markdown list or checklist: `- [ ] [title](address)`. */
function readMarkdownLinks(text: string): readonly FoundLink[] {
  const links: FoundLink[] = [];
  for (const line of text.split('\n')) {
    if (links.length >= MAX_LINKS) break;
    // The address ends at the last parenthesis of the line: titles and addresses may hold some.
    const found = /\[(.{0,600}?)\]\((https?:\/\/[^\s)]{1,4096})\)/i.exec(
      line.replace(/^\s{0,40}[-*+]\s\[[ xX]\]\s/, ''),
    );
    const url = resolveLink(found?.[2], NO_BASE);
    if (url !== null) links.push({ url, title: found?.[1] });
  }
  return uniqueLinks(links);
}

/** Reads a plain list of addresses, one a line; `#` begins a comment line, words after the address a title. */
function readUrlList(text: string): readonly FoundLink[] {
  const links: FoundLink[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [address, ...words] = line.trim().split(/\s+/);
    if (!address || address.startsWith('#')) continue;
    const url = /^https?:\/\//i.test(address) ? resolveLink(address, NO_BASE) : null;
    if (url !== null) links.push({ url, title: words.join(' ') || undefined });
  }
  return uniqueLinks(links);
}

/** Reads a list of links of any of these kinds, told by its first characters. */
export function readLinks(text: string): readonly FoundLink[] {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{') || start.startsWith('[{') || start.startsWith('["')) return readJsonLinks(text);
  const markdown = readMarkdownLinks(text);
  return markdown.length > 0 ? markdown : readUrlList(text);
}
