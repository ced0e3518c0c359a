import type { Article, Snapshot } from '../../model/index.js';
import { detectLanguage } from '../../text/language.js';
import type { Decoded } from '../charset.js';
import { readAttribution } from '../content/attribution.js';
import { type Body, findBody } from '../content/body.js';
import { mendBrokenEnd } from '../content/broken-end.js';
import { measure } from '../content/features.js';
import { judge } from '../content/status.js';
import { accountOf } from '../content/wechat-head.js';
import { authorIn } from '../metadata/byline.js';
import { tidyAuthor } from '../metadata/names.js';
import { settlePublished } from '../metadata/published.js';
import { type CanonicalUrl, canonicalUrl, hostOf } from '../metadata/url.js';
import { siteOf } from '../sites/index.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { type MarkdownBlock, scanBlocks } from './markdown-blocks.js';
import { tidySpaces, wellFormed } from './markdown-inline.js';
import { blocksToText } from './markdown-text.js';
import { blocksToMarkdown } from './markdown-write.js';

/** What the caller knows of the page's source beside the page. */
export interface PageContext {
  /** Whether a line recurs on many pages of the source. */
  readonly recurs?: ((source: string, line: string) => boolean) | undefined;
}

/** Lines at either end of a page in which an account's frame stands. */
const FRAME = 60;

/** File name without folder and extension. */
export function idOf(path: string): string {
  const name = path.split(/[\\/]/).pop() ?? path;
  return name.replace(/(?:\.(?:md|markdown|txt|text|html?|xhtml))?(?:\.gz)?$/i, '') || name;
}

function valueOf(front: FrontMatter, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = front.data.get(key);
    if (value) return wellFormed(tidySpaces(value));
  }
  return null;
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
  const stated = tidyAuthor(valueOf(front, 'author', 'creator', 'byline'));
  if (stated) return stated;
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

/**
 * Reads an archived Markdown page: front matter, the article within its menus and lists, what became of it.
 *
 * @param snapshot the page
 * @param decoded its text, with `\n` line breaks
 */
export function parseMarkdown(snapshot: Snapshot, decoded: Decoded, context: PageContext = {}): Article {
  const front = readFrontMatter(decoded.text);
  const mended = mendBrokenEnd(front.body);
  const scanned = scanBlocks(mended.text);
  const title = valueOf(front, 'title') ?? wellFormed(leadingTitle(scanned));
  const listed = valueOf(front, 'source', 'site', 'account', 'feed');
  const link: CanonicalUrl | null = canonicalUrl(
    valueOf(front, 'url', 'link', 'permalink') ?? snapshot.url ?? '',
  );
  const address = link?.url ?? link?.aliases[0] ?? null;
  const wechat = address !== null && hostOf(address) === 'mp.weixin.qq.com';
  const account = wechat ? (accountOf(scanned.slice(-FRAME).map(measure)) ?? listed) : null;
  const source = account ?? listed;
  const { recurs } = context;
  const site = siteOf({ url: address, source: listed, account });
  const body = findBody(scanned, {
    title,
    source,
    account,
    wechat,
    broken: mended.broken,
    site,
    recurs: recurs && listed ? (line) => recurs(listed, line) : undefined,
  });
  const origin = originOf(body);
  const verdict = judge({
    ...body,
    broken: mended.broken,
    repost: body.wechatHead?.original != null,
    notArticle: site?.notArticle !== undefined && body.lines.some((line) => site.notArticle?.test(line.line)),
  });
  const readable = verdict.page === 'ok' || verdict.page === 'teaser';
  const markdown = readable ? blocksToMarkdown(body.blocks) : '';
  const plain = blocksToText(scanBlocks(markdown));
  const dates = settlePublished({
    head: body.head.map((line) => line.line),
    tail: body.tail.slice(0, 6).map((line) => line.line),
    url: address,
    listed: valueOf(front, 'date', 'published', 'pubdate', 'created'),
    fetched: valueOf(front, 'fetch_date', 'fetched') ?? snapshot.fetchedAt ?? null,
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
    fetched: valueOf(front, 'fetch_date', 'fetched') ?? snapshot.fetchedAt ?? null,
    lang: detectLanguage(plain.text === '' ? title : plain.text),
    page: verdict.page,
    kind: verdict.kind,
    originalUrl: origin.url,
    originalSource: origin.source,
    description: valueOf(front, 'description', 'summary'),
    image: firstImage(body.blocks),
    tags: front.lists.get('tags') ?? [],
    markdown,
    text: plain.text,
    blocks: plain.blocks,
    repairs: [...decoded.repairs, ...(front.read === 'lenient' ? ['front_matter:lenient'] : [])],
  };
}
