import { decodeHTML } from 'entities';
import type { Article, Snapshot } from '../../model/index.js';
import { detectLanguage } from '../../text/language.js';
import type { Decoded } from '../charset.js';
import { readAttribution } from '../content/attribution.js';
import { type Body, findBody } from '../content/body.js';
import { cleanBody, findAlone, settled } from '../content/clean.js';
import { measure } from '../content/features.js';
import { judge, type Verdict } from '../content/status.js';
import { accountOf } from '../content/wechat-head.js';
import { authorIn } from '../metadata/byline.js';
import { tidyAuthor } from '../metadata/names.js';
import { settlePublished } from '../metadata/published.js';
import { type CanonicalUrl, canonicalUrl, hostOf } from '../metadata/url.js';
import { siteOf } from '../sites/index.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { type MarkdownBlock, scanBlocks } from './markdown-blocks.js';
import { isBroken } from './markdown-broken.js';
import { rememberedInline, tidySpaces, wellFormed } from './markdown-inline.js';
import { blocksToText } from './markdown-text.js';
import { blocksToMarkdown } from './markdown-write.js';
import { readTextDump, type TextDump } from './text-page.js';

/** UTF-16 units and lines read of one page: several books. */
const MAX_TEXT = 2_000_000;
const MAX_LINES = 120_000;

/** The start of a page that is longer than any article, at the end of a line; any other page whole. */
function withinBounds(text: string): string {
  let end = 0;
  for (let lines = 0; lines < MAX_LINES; lines++) {
    const next = text.indexOf('\n', end);
    if (next < 0) return text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT).toWellFormed();
    if (next >= MAX_TEXT) return text.slice(0, end > 0 ? end : MAX_TEXT).toWellFormed();
    end = next + 1;
  }
  return text.slice(0, end);
}

/** What the caller knows of the page's source beside the page. */
export interface PageContext {
  /** Whether a line recurs on many pages of the source. */
  readonly recurs?: ((source: string, line: string) => boolean) | undefined;
}

/** Entities that a feed leaves in a title: numbers, and the few names that no title means. */
const ENTITY = /&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip);/gi;

/** Lines at either end of a page in which an account's frame stands. */
const FRAME = 60;

/** File name without folder and extension. */
export function idOf(path: string): string {
  const name = path.split(/[\\/]/).pop() ?? path;
  return name.replace(/(?:\.(?:md|markdown|txt|text|html?|xhtml))?(?:\.gz)?$/i, '') || name;
}

function stated(front: FrontMatter, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = front.data.get(key);
    if (value) return wellFormed(tidySpaces(value));
  }
  return null;
}

/** The line that opens a head, read or not. */
const FENCE = /^---[ \t]*\n/;
const WORD = /[\p{L}\p{N}]/u;

/** A text by itself is an article however short it is, unless it is the message that stood in place of one. */
function ofItself(judged: Verdict, kept: readonly MarkdownBlock[]): Verdict {
  const short = judged.page === 'empty' || judged.page === 'teaser' || judged.page === 'image_only';
  return short && kept.some((block) => WORD.test(block.text)) ? { page: 'ok', kind: 'article' } : judged;
}

/** The title as the front matter gives it; feeds leave entities in it. */
function headline(front: FrontMatter): string | null {
  const title = stated(front, 'title');
  return title?.includes('&') ? tidySpaces(title.replace(ENTITY, (entity) => decodeHTML(entity))) : title;
}

/** The account or site that the text was taken from, and its address there. */
function originOf(body: Body): { url: string | null; source: string | null } {
  let source = body.wechatHead?.original ?? null;
  let url: string | null = null;
  const look = [...body.head.filter((line) => line.prose === 0 || line.words < 40), ...body.tail.slice(0, 8)];
  for (const [i, line] of look.entries()) {
    const found = readAttribution(line.line, look[i + 1]?.line);
    if (!found) continue;
    source ??= found.source;
    url ??= found.url;
    if (source && url) break;
  }
  return { url, source };
}

function authorOf(front: FrontMatter, body: Body): string | null {
  const named = tidyAuthor(stated(front, 'author', 'creator', 'byline'));
  if (named) return named;
  if (body.wechatHead) return tidyAuthor(body.wechatHead.author);
  for (const line of body.head) {
    const author = authorIn(line.line);
    if (author) return author;
  }
  return null;
}

function firstImage(blocks: readonly MarkdownBlock[]): string | null {
  for (const block of blocks) {
    const image =
      block.images > 0 ? /!\[[^\]]{0,300}\]\((https?:\/\/[^\s)]{1,1000})/.exec(block.source) : null;
    if (image) return image[1] ?? null;
  }
  return null;
}

/** Titles that the first block gives where there is no front matter. */
function leadingTitle(blocks: readonly MarkdownBlock[]): string {
  const first = blocks.find((block) => block.text !== '');
  if (!first || (first.kind !== 'heading' && first.kind !== 'paragraph')) return '';
  const line = first.text.split('\n')[0] ?? '';
  return line.length <= 200 ? line : '';
}

/** A dump's first two lines in the place of front matter. */
function headOf(dump: TextDump): FrontMatter {
  return { data: new Map([['title', dump.title]]), lists: new Map(), body: dump.body, read: 'none' };
}

/**
 * Reads an archived page of Markdown or plain text: its head, the article within its menus and lists, what became of it.
 *
 * @param snapshot the page
 * @param decoded its text, with `\n` line breaks
 */
export function parseMarkdown(snapshot: Snapshot, decoded: Decoded, context: PageContext = {}): Article {
  const whole = withinBounds(decoded.text);
  const dump = readTextDump(whole);
  const front = dump ? headOf(dump) : readFrontMatter(whole);
  const broken = isBroken(front.body);
  const read = rememberedInline();
  const scanned = scanBlocks(front.body, read);
  const heading = scanned.find((block) => block.text !== '');
  const named = headline(front) ?? (heading?.kind === 'heading' && heading.level === 1 ? heading.text : '');
  const title = wellFormed(named || leadingTitle(scanned));
  const listed = stated(front, 'source', 'site', 'account', 'feed');
  const link: CanonicalUrl | null = canonicalUrl(
    stated(front, 'url', 'link', 'permalink') ?? snapshot.url ?? '',
  );
  const address = link?.url ?? link?.aliases[0] ?? null;
  const wechat = address !== null && hostOf(address) === 'mp.weixin.qq.com';
  const account = wechat ? (accountOf(scanned.slice(-FRAME).map(measure)) ?? listed) : null;
  const source = account ?? listed;
  const { recurs } = context;
  const site = siteOf({ url: address, source: listed, account });
  const body = findBody(scanned, {
    title: named,
    source,
    account,
    wechat,
    broken,
    site,
    recurs: recurs && listed ? (line) => recurs(listed, line) : undefined,
  });
  const origin = originOf(body);
  // Markdown without head and title is no archived page: what it holds is the text.
  const bare = dump === null && named === '' && front.read === 'none' && !FENCE.test(whole);
  const judged = judge({
    ...body,
    broken,
    cutShort: broken && body.reachesEnd,
    repost: body.wechatHead?.original != null,
    notArticle: site?.notArticle !== undefined && body.lines.some((line) => site.notArticle?.test(line.line)),
  });
  const kept = bare ? cleanBody(scanned) : body.blocks;
  const verdict = bare ? ofItself(judged, kept) : judged;
  const readable = verdict.page === 'ok' || verdict.page === 'teaser';
  const markdown = readable ? settled(blocksToMarkdown(kept), bare ? cleanBody : findAlone) : '';
  const plain = blocksToText(scanBlocks(markdown, read));
  const dates = settlePublished({
    head: [...(dump ? [dump.date] : []), ...body.head.map((line) => line.line)],
    tail: body.tail.slice(0, 6).map((line) => line.line),
    url: address,
    listed: stated(front, 'date', 'published', 'pubdate', 'created'),
    fetched: stated(front, 'fetch_date', 'fetched') ?? snapshot.fetchedAt ?? null,
  });
  return {
    id: idOf(snapshot.path),
    path: snapshot.path,
    url: link?.url ?? null,
    aliases: link?.aliases ?? [],
    title,
    source,
    author: authorOf(front, body),
    published: dates.published,
    publishedFrom: dates.from,
    modified: dates.modified,
    fetched: stated(front, 'fetch_date', 'fetched') ?? snapshot.fetchedAt ?? null,
    lang: detectLanguage(plain.text === '' ? title : plain.text),
    page: verdict.page,
    kind: verdict.kind,
    originalUrl: origin.url,
    originalSource: origin.source,
    description: stated(front, 'description', 'summary'),
    image: firstImage(body.blocks),
    tags: front.lists.get('tags') ?? [],
    markdown,
    text: plain.text,
    blocks: plain.blocks,
    repairs: [
      ...decoded.repairs,
      ...(whole.length < decoded.text.length ? ['markdown:cut'] : []),
      ...(front.read === 'lenient' ? ['front_matter:lenient'] : []),
    ],
  };
}
