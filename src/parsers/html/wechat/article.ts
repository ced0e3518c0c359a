import type { Article, PageKind, PageStatus } from '../../../model/index.js';
import { buildMarkdownTree } from '../markdown/build.js';
import { MarkdownNode } from '../markdown/node.js';
import { appendRuns, pushText } from '../markdown/runs.js';
import { writeMarkdown } from '../markdown/turndown.js';
import { byClass, byId, find, findAll, hasClass, lineOf, textOf } from '../query.js';
import { type SplitPage, splitText } from '../split.js';
import { type AnyNode, buildTree, type Document, type Element } from '../tree.js';
import { classifyWechat } from './pages.js';
import { jsText, jsUnescape, readScriptData, type ScriptData } from './script-data.js';
import { publishedTime } from './time.js';

/** What a WeChat page says, before the identity of its URL is settled. */
export interface WechatArticle
  extends Pick<
    Article,
    | 'title'
    | 'source'
    | 'author'
    | 'published'
    | 'originalUrl'
    | 'originalSource'
    | 'description'
    | 'image'
    | 'tags'
    | 'markdown'
  > {
  readonly kind: PageKind;
  readonly page: PageStatus;
  /** Addresses that the page gives for itself, the one with `__biz`, `mid`, `idx` first. */
  readonly addresses: readonly string[];
  /** True where it stopped at the size limit. */
  readonly cut: boolean;
}

const BASE = 'https://mp.weixin.qq.com/';
const SITE_NAME = '微信公众平台';

/** True for a page of WeChat's article host, by its address or by the frame that all its pages share. */
export function isWechat(split: SplitPage, url: string | undefined): boolean {
  if (url !== undefined && /^https?:\/\/(?:mp\.weixin\.qq\.com|weixin110\.qq\.com)\//i.test(url)) return true;
  const { markup } = split;
  const head = markup.slice(0, 60_000);
  if (head.includes('wechat-enable-text-zoom-em') || head.includes(`content="${SITE_NAME}"`)) return true;
  if (markup.includes('id="activity-name"') || markup.includes('id="js_article"')) return true;
  // A notice in place of an article: next to nothing but its message block.
  return markup.length < 20_000 && /class="(?:[^"]{0,60} )?(?:weui-msg__title|mesg-block)[ "]/.test(markup);
}

/**
 * Reads a WeChat page of any kind: article, repost, repost card, pictures, text only, or a notice in place of one.
 *
 * @param split the page, cut into markup and scripts
 * @param url address that the page came from, if known
 */
export function parseWechat(split: SplitPage, url: string | undefined): WechatArticle {
  const { document, cut } = buildTree(split.markup);
  const data = readScriptData(split.scripts);
  const seen = classifyWechat(document, data, url);
  const isArticle = seen.status === 'ok';
  const meta = metaOf(document);
  const markdown = isArticle ? bodyMarkdown(document, data, seen.kind) : '';
  const page = isArticle ? bodyStatus(markdown, document, seen.kind) : seen.status;
  const stated = isArticle || data.has('bizuin');
  return {
    title: isArticle ? titleOf(document, data, meta, markdown) : noticeTitle(document),
    source:
      jsText(data, 'nick_name') ||
      nodeLine(byId(document, 'js_name')) ||
      nodeLine(byClass(document, 'wx_follow_nickname')) ||
      null,
    author: isArticle ? authorOf(document, data, meta) : null,
    published: isArticle ? publishedTime(data, lineOf(byId(document, 'publish_time') ?? document, 60)) : null,
    ...originOf(document, data, seen.kind),
    description: isArticle ? descriptionOf(data, meta) : null,
    image: jsText(data, 'cdn_url') || meta.get('og:image') || null,
    tags: isArticle ? tagsOf(document) : [],
    markdown,
    kind: page === 'empty' && seen.kind === 'unknown' ? 'unknown' : seen.kind,
    page,
    addresses: stated ? addressesOf(data, meta) : [],
    cut,
  };
}

function metaOf(document: Document): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of findAll(document, (each) => each.name === 'meta', 200)) {
    const name = element.attribs.property ?? element.attribs.name;
    const content = element.attribs.content;
    if (name !== undefined && content !== undefined && !meta.has(name)) meta.set(name, content.trim());
  }
  return meta;
}

function nodeLine(element: Element | undefined): string {
  return element === undefined ? '' : lineOf(element, 400);
}

function titleOf(
  document: Document,
  data: ScriptData,
  meta: ReadonlyMap<string, string>,
  markdown: string,
): string {
  const stated =
    nodeLine(byId(document, 'activity-name')) ||
    jsText(data, 'title') ||
    nodeLine(byId(document, 'js_text_title')) ||
    unescapeMeta(meta.get('og:title') ?? '');
  const line = stated.replace(/\s+/g, ' ').trim();
  // A text-only post has its whole text for a title, or none: its first line stands for it.
  if (line !== '' && line.length <= 200 && !stated.trim().includes('\n')) return line;
  const first = (stated || markdown).split('\n').find((each) => each.trim() !== '') ?? '';
  return first.replace(/\s+/g, ' ').trim().slice(0, 100);
}

function noticeTitle(document: Document): string {
  const title = find(
    document,
    (each) => hasClass(each, 'weui-msg__title') || (each.name === 'title' && lineOf(each) !== ''),
  );
  return title === undefined ? '' : lineOf(title, 200);
}

/** og:title and the like hold JavaScript escapes inside an attribute. */
function unescapeMeta(value: string): string {
  return jsUnescape(value.replace(/\\(?![xnu'"\\])/g, '\\\\'))
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function authorOf(document: Document, data: ScriptData, meta: ReadonlyMap<string, string>): string | null {
  const stated =
    jsText(data, 'author') ||
    nodeLine(byId(document, 'js_author_name')) ||
    meta.get('author') ||
    meta.get('og:article:author') ||
    nodeLine(byId(document, 'js_share_author')) ||
    /作者\s{0,4}[:：]?\s{0,4}([^，,。\s]{1,30})\s*$/.exec(
      nodeLine(byClass(document, 'original_primary_card_tips')),
    )?.[1] ||
    '';
  const line = stated.replace(/\s+/g, ' ').trim();
  return line === '' || line.length > 60 ? null : line;
}

function descriptionOf(data: ScriptData, meta: ReadonlyMap<string, string>): string | null {
  const text =
    jsText(data, 'desc') || unescapeMeta(meta.get('og:description') ?? meta.get('description') ?? '');
  const line = text
    .replace(/<[^<>]{0,500}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line.slice(0, 500).toWellFormed();
}

function tagsOf(document: Document): string[] {
  const links = findAll(
    document,
    (each) => hasClass(each, 'wx_topic_link') || hasClass(each, 'article-tag__item'),
    60,
  );
  return [...new Set(links.map((each) => lineOf(each, 60).replace(/^#\s*/, '')).filter((tag) => tag !== ''))];
}

/** The original of a repost, or the page behind 阅读原文. */
function originOf(
  document: Document,
  data: ScriptData,
  kind: PageKind,
): Pick<Article, 'originalUrl' | 'originalSource'> {
  const isRepost = kind === 'repost' || kind === 'repost_card';
  const account = isRepost
    ? jsText(data, 'copyright_info.platform') ||
      nodeLine(byClass(document, 'original_primary_nickname')) ||
      nodeLine(byClass(document, 'original_panel_nickname')) ||
      nodeLine(byId(document, 'js_share_author'))
    : '';
  const reprint = isRepost
    ? jsText(data, 'copyright_info.reprint_url') ||
      (find(document, (each) => each.attribs.id === 'js_share_source')?.attribs['data-url'] ?? '')
    : '';
  const address = reprint || jsText(data, 'source_url');
  return {
    originalUrl: /^https?:\/\//i.test(address) ? address : null,
    originalSource: account === '' ? null : account,
  };
}

function addressesOf(data: ScriptData, meta: ReadonlyMap<string, string>): string[] {
  const [biz, mid, idx, sn] = ['bizuin', 'mid', 'idx', 'sn'].map((key) => jsText(data, key));
  const addresses: string[] = [];
  if (biz && mid && idx)
    addresses.push(`${BASE}s?__biz=${biz}&mid=${mid}&idx=${idx}${sn ? `&sn=${sn}` : ''}`);
  for (const address of [jsText(data, 'link'), meta.get('og:url') ?? '']) {
    if (/^https?:\/\//.test(address) && !addresses.includes(address)) addresses.push(address);
  }
  return addresses;
}

function bodyStatus(markdown: string, document: Document, kind: PageKind): PageStatus {
  if (markdown === '') return 'empty';
  if (kind === 'pictures') return markdown.replace(IMAGE, '').trim() === '' ? 'image_only' : 'ok';
  const words = markdown.replace(IMAGE, '').replace(/[\s#>*_-]/g, '');
  if (words.length < 20 && IMAGE.test(markdown)) return 'image_only';
  return byId(document, 'js_preview_reward_author') !== undefined ||
    byClass(document, 'pay__tag') !== undefined
    ? 'teaser'
    : 'ok';
}
const IMAGE = /!\[[^\]]{0,400}\]\([^()\s]{0,4000}\)/g;

const AD_CARDS = /^(?:mp-common-(?!link)|mp-style|mpvoice|mpvideo|mp-miniprogram|qqmusic|mp-weapp)/;
const CHROME = new Set(['js_tags_preview_toast', 'js_top_profile', 'js_shoptag_area', 'js_article_area']);

function bodyMarkdown(document: Document, data: ScriptData, kind: PageKind): string {
  if (kind === 'pictures' || kind === 'short_text') return postMarkdown(data);
  const content = byId(document, 'js_content');
  const inPage = content === undefined ? '' : contentMarkdown([content]);
  if (inPage !== '') return inPage;
  const literal = data.get('content_noencode');
  if (literal === undefined) return postMarkdown(data);
  return contentMarkdown([buildTree(splitText(jsUnescape(literal)).markup).document]);
}

function contentMarkdown(roots: readonly (Element | Document)[]): string {
  const drop = new Set<AnyNode>();
  for (const root of roots) {
    for (const each of findAll(
      root,
      (element) => AD_CARDS.test(element.name) || CHROME.has(element.attribs.id ?? ''),
    )) {
      drop.add(each);
    }
  }
  return writeMarkdown(buildMarkdownTree(roots, { drop, base: BASE }));
}

/** A post of pictures or of text: its words are one string with line breaks, its pictures a list. */
function postMarkdown(data: ScriptData): string {
  const literal =
    data.get('content_noencode') ??
    data.get('text_page_info.content_noencode') ??
    data.get('desc') ??
    data.get('title');
  const root = MarkdownNode.element('x-root');
  if (literal !== undefined) {
    const text = textOf(buildTree(splitText(jsUnescape(literal)).markup).document);
    for (const line of text.split(/\n+/)) {
      if (line.trim() === '') continue;
      const runs: Parameters<typeof pushText>[0] = [];
      pushText(runs, line.trim(), { strong: false, em: false, del: false, code: false, href: '' });
      appendRuns(root.append(MarkdownNode.element('p')), runs);
    }
  }
  for (let i = 0; data.has(`picture:${i}`) && i < 100; i++) {
    const src = jsText(data, `picture:${i}`);
    if (!/^https?:\/\//.test(src)) continue;
    root
      .append(MarkdownNode.element('p'))
      .append(MarkdownNode.element('img', { src: src.replace(/[()\s]/g, encodeURIComponent), alt: '' }));
  }
  return writeMarkdown(root);
}
