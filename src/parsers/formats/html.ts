import type { Article, PublishedSource, Snapshot } from '../../model/index.js';
import { detectLanguage } from '../../text/language.js';
import { readAttribution } from '../content/attribution.js';
import { cleanBody, settled } from '../content/clean.js';
import { type Found, findContent, proseOf } from '../html/content/find.js';
import { insteadOf } from '../html/content/status.js';
import { type HtmlPage, readHtml } from '../html/document.js';
import { buildMarkdownTree } from '../html/markdown/build.js';
import { MarkdownNode } from '../html/markdown/node.js';
import { appendRuns, pushText, type Run } from '../html/markdown/runs.js';
import { writeMarkdown } from '../html/markdown/turndown.js';
import { textOf } from '../html/query.js';
import { htmlSiteOf } from '../html/sites/index.js';
import { buildTree } from '../html/tree.js';
import { isWechat, parseWechat } from '../html/wechat/article.js';
import { type JsonLdArticle, readJsonLd } from '../metadata/json-ld.js';
import { pageDates } from '../metadata/page-dates.js';
import { type PageHead, readHead } from '../metadata/page-head.js';
import { siteMetadata } from '../metadata/site-metadata.js';
import { canonicalUrl, hostOf } from '../metadata/url.js';
import { type MarkdownBlock, scanBlocks } from './markdown-blocks.js';
import { rememberedInline } from './markdown-inline.js';
import { idOf } from './markdown-page.js';
import { blocksToText } from './markdown-text.js';
import { blocksToMarkdown } from './markdown-write.js';

type Parsed = Omit<
  Article,
  'id' | 'path' | 'url' | 'aliases' | 'fetched' | 'lang' | 'text' | 'blocks' | 'repairs'
> & {
  /** Addresses of the page, the one that identifies it first. */
  readonly addresses: readonly string[];
  readonly cut: boolean;
};

/**
 * Turns a raw HTML page into an article. Never throws: a page without an article gives its status and an empty body.
 *
 * @param snapshot the page as fetched or archived
 */
export function parseHtml(snapshot: Snapshot): Article {
  const page = readHtml(snapshot);
  const parsed = isWechat(page, snapshot.url) ? wechatPage(snapshot, page) : sitePage(snapshot, page);
  return finish(snapshot, page, parsed);
}

function wechatPage(snapshot: Snapshot, page: HtmlPage): Parsed {
  const found = parseWechat(page, snapshot.url);
  const addresses = snapshot.url === undefined ? found.addresses : [...found.addresses, snapshot.url];
  return { ...found, publishedFrom: found.published === null ? null : 'script', modified: null, addresses };
}

function sitePage(snapshot: Snapshot, page: HtmlPage): Parsed {
  const { document, head: elements, cut } = buildTree(page.markup);
  const head = readHead(elements);
  const jsonLd = readJsonLd(page.jsonLd);
  const addresses = addressesOf(snapshot.url, head);
  const address = addresses[0] ?? null;
  const stated = [head.meta.get('og:title') ?? '', jsonLd?.headline ?? '', head.title];
  const found = findContent(document, stated, htmlSiteOf(address === null ? null : hostOf(address)));
  const root = found.roots[0] ?? document;
  const instead = insteadOf(document, head.title, proseOf(root));
  const base = baseOf(head.base, snapshot.url ?? address ?? undefined);
  const body = writeMarkdown(buildMarkdownTree(found.roots, { drop: found.drop, base }));
  const best = instead === null ? bestBody(body, jsonLd) : '';
  const status = statusOf(best);
  const markdown = status === 'empty' ? '' : best;
  const dates = pageDates({
    document,
    head,
    jsonLd,
    url: address,
    fetched: snapshot.fetchedAt ?? null,
    title: found.title.element,
    article: root,
    scripts: page.scripts,
  });
  return {
    ...siteMetadata(document, head, jsonLd, found.title.text, root, address),
    published: instead === null ? dates.published : null,
    publishedFrom: instead === null ? dates.from : null,
    modified: instead === null ? dates.modified : null,
    ...(instead ?? { page: status, kind: 'article' }),
    ...originOf(found),
    markdown,
    addresses,
    cut,
  };
}

/** Text in JSON-LD stands in where the page's own elements have next to none of it. */
const MUCH_LONGER = 2;
const LITTLE = 500;

function bestBody(markdown: string, jsonLd: JsonLdArticle | null): string {
  const stated = jsonLd?.body;
  if (
    stated === null ||
    stated === undefined ||
    markdown.length > LITTLE ||
    stated.length < markdown.length * MUCH_LONGER + 200
  )
    return markdown;
  const root = MarkdownNode.element('x-root');
  const plain = /<\w{1,10}[\s>/]/.test(stated) ? textOf(buildTree(stated).document) : stated;
  for (const line of plain.split(/\n+/)) {
    const runs: Run[] = [];
    pushText(runs, line.trim(), { strong: false, em: false, del: false, code: false, href: '' });
    if (runs.length > 0) appendRuns(root.append(MarkdownNode.element('p')), runs);
  }
  return writeMarkdown(root);
}

/** A body of this length is more than a few pictures. */
const LONG = 20_000;
const WORD = /[\p{L}\p{N}]/u;
const IMAGES = /!\[[^\]]{0,400}\]\([^()\s]{0,4000}\)/g;

function statusOf(markdown: string): Article['page'] {
  if (markdown.length > LONG || WORD.test(markdown.replace(IMAGES, ''))) return 'ok';
  return markdown.includes('![') ? 'image_only' : 'empty';
}

/** The page's address: where it came from, in the spelling that the page calls canonical if that is the same page. */
function addressesOf(url: string | undefined, head: PageHead): string[] {
  const addresses: string[] = [];
  for (const stated of [head.canonical, head.meta.get('og:url') ?? null]) {
    if (stated === null) continue;
    try {
      const resolved = new URL(stated, url);
      const isPage =
        /^https?:$/.test(resolved.protocol) && (resolved.pathname.length > 1 || resolved.search !== '');
      if (isPage && (url === undefined || siteOf(resolved.href) === siteOf(url)))
        addresses.push(resolved.href);
    } catch {
      // Not an address: the others stand.
    }
  }
  if (url !== undefined) addresses.push(url);
  return addresses;
}

/** The last two labels of a host: enough to tell that a canonical link stays on its site. */
function siteOf(address: string): string {
  return (hostOf(address) ?? '').split('.').slice(-2).join('.');
}

function baseOf(stated: string | null, url: string | undefined): string | undefined {
  if (stated === null) return url;
  try {
    return new URL(stated, url).href;
  } catch {
    return url;
  }
}

/** Where the article says that it comes from, in the lines at its top and its end. */
function originOf(found: Found): { originalUrl: string | null; originalSource: string | null } {
  const root = found.roots[0];
  const lines =
    root === undefined
      ? []
      : textOf(root, 400_000)
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
  const near = lines.length > 24 ? [...lines.slice(0, 8), ...lines.slice(-12)] : lines;
  let originalUrl: string | null = null;
  let originalSource: string | null = null;
  for (const [i, line] of near.entries()) {
    if (line.length > 400) continue;
    const read = readAttribution(line, near[i + 1]);
    if (read === null) continue;
    originalUrl ??= read.url;
    originalSource ??= read.source;
  }
  return { originalUrl, originalSource };
}

/** The body as its Markdown would be read again. */
function cleaned(blocks: readonly MarkdownBlock[]): string {
  const body = cleanBody(blocks);
  const first = body[0];
  // A heading of the first level on top would be read as the title.
  const titled = first?.kind === 'heading' && first.level === 1;
  const text = titled ? [{ ...first, level: 2, source: `#${first.source}` }, ...body.slice(1)] : body;
  return settled(blocksToMarkdown(text), cleanBody);
}

function finish(snapshot: Snapshot, page: HtmlPage, parsed: Parsed): Article {
  const { addresses, cut, ...article } = parsed;
  // Written by the writer of all formats, so that the same body has the same Markdown however it came.
  const read = rememberedInline();
  const markdown = cleaned(scanBlocks(article.markdown, read));
  const { text, blocks } = blocksToText(scanBlocks(markdown, read));
  const links = addresses.map((address) => canonicalUrl(address));
  const url = links.find((link) => link?.url != null)?.url ?? null;
  const aliases = links.flatMap((link) => (link === null ? [] : [link.url ?? '', ...link.aliases]));
  const publishedFrom: PublishedSource | null = article.published === null ? null : article.publishedFrom;
  return {
    id: idOf(snapshot.path),
    path: snapshot.path,
    url,
    aliases: [...new Set(aliases)].filter((alias) => alias !== '' && alias !== url),
    fetched: snapshot.fetchedAt ?? null,
    lang: detectLanguage(text === '' ? article.title : text),
    ...article,
    publishedFrom,
    markdown,
    text,
    blocks,
    repairs: cut ? [...page.repairs, 'html:cut'] : page.repairs,
  };
}
