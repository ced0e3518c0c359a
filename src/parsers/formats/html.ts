import type { Article, Snapshot } from '../../model/index.js';
import { findContent } from '../html/content/find.js';
import { type HtmlPage, readHtml } from '../html/document.js';
import { buildMarkdownTree } from '../html/markdown/build.js';
import { writeMarkdown } from '../html/markdown/turndown.js';
import { find, lineOf } from '../html/query.js';
import { buildTree, type Document } from '../html/tree.js';
import { isWechat, parseWechat } from '../html/wechat/article.js';
import { canonicalUrl } from '../metadata/url.js';
import { markdownToText } from './markdown-text.js';

/**
 * Turns a raw HTML page into an article. Never throws: a page without an article gives its status and an empty body.
 *
 * @param snapshot the page as fetched or archived
 */
export function parseHtml(snapshot: Snapshot): Article {
  const page = readHtml(snapshot);
  return isWechat(page, snapshot.url) ? wechatArticle(snapshot, page) : siteArticle(snapshot, page);
}

function wechatArticle(snapshot: Snapshot, page: HtmlPage): Article {
  const { addresses, cut, ...found } = parseWechat(page, snapshot.url);
  return finish(snapshot, page, { ...found, publishedFrom: found.published === null ? null : 'script', modified: null, addresses, cut });
}

function siteArticle(snapshot: Snapshot, page: HtmlPage): Article {
  const { document, cut } = buildTree(page.markup);
  const found = findContent(document, statedTitles(document));
  const markdown = writeMarkdown(buildMarkdownTree(found.roots, { drop: found.drop, base: snapshot.url }));
  return finish(snapshot, page, {
    title: '', source: null, author: null, published: null, publishedFrom: null, modified: null, page: markdown === '' ? 'empty' : 'ok', kind: 'article',
    originalUrl: null, originalSource: null, description: null, image: null, tags: [], markdown, addresses: [], cut,
  });
}

function statedTitles(document: Document): string[] {
  const og = find(document, (each) => each.name === 'meta' && each.attribs['property'] === 'og:title')?.attribs['content'];
  const title = find(document, (each) => each.name === 'title');
  return [og ?? '', title === undefined ? '' : lineOf(title)];
}

type Parsed = Omit<Article, 'id' | 'path' | 'url' | 'aliases' | 'fetched' | 'lang' | 'text' | 'blocks' | 'repairs'> & {
  readonly addresses: readonly string[];
  readonly cut: boolean;
};

function finish(snapshot: Snapshot, page: HtmlPage, parsed: Parsed): Article {
  const { addresses, cut, ...article } = parsed;
  const { text, blocks } = markdownToText(article.markdown);
  return {
    id: snapshot.path, path: snapshot.path, url: canonicalUrl(addresses[0] ?? snapshot.url ?? '')?.url ?? null, aliases: [], fetched: snapshot.fetchedAt ?? null, lang: 'und',
    ...article, text, blocks, repairs: page.repairs,
  };
}
