import { elements, parseDocument } from './elements.js';
import { type FoundLink, resolveLink, uniqueLinks } from './types.js';

export interface AlbumPage {
  readonly links: readonly FoundLink[];
  /** Address of the next part of the list, if there is one. */
  readonly next: string | null;
}

interface AlbumArticle {
  readonly url: string;
  readonly title: string | undefined;
  readonly msgid: string;
  readonly itemidx: string;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function articleOf(value: unknown): AlbumArticle | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  const url = resolveLink(text(fields.url).replaceAll('&amp;', '&'), 'https://mp.weixin.qq.com/');
  if (url === null) return null;
  return {
    url,
    title: text(fields.title) || undefined,
    msgid: text(fields.msgid),
    itemidx: text(fields.itemidx),
  };
}

function fromHtml(html: string, address: string): readonly AlbumArticle[] {
  const articles: AlbumArticle[] = [];
  for (const node of elements('[data-link]', parseDocument(html))) {
    const url = resolveLink(node.attribs['data-link'], address);
    if (url === null) continue;
    articles.push({
      url,
      title: node.attribs['data-title'],
      msgid: node.attribs['data-msgid'] ?? '',
      itemidx: node.attribs['data-itemidx'] ?? '',
    });
  }
  return articles;
}

function fromJson(json: string): { articles: readonly AlbumArticle[]; more: boolean } {
  const value = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const answer = (value.getalbum_resp ?? {}) as Readonly<Record<string, unknown>>;
  const list = answer.article_list;
  // A list of one comes as the article itself.
  const items = Array.isArray(list) ? list : list === undefined ? [] : [list];
  const articles = items.map(articleOf).filter((article) => article !== null);
  return { articles, more: text(answer.continue_flag) === '1' };
}

/**
 * Reads a part of a WeChat album (合集): the page itself, or the JSON that the page loads more from.
 * @param address where it was fetched from; its `album_id` and `__biz` make the address of the next part
 */
export function readAlbum(body: string, address: string): AlbumPage {
  const isJson = body.trimStart().startsWith('{');
  const { articles, more } = isJson ? fromJson(body) : { articles: fromHtml(body, address), more: true };
  const last = articles.at(-1);
  let next: string | null = null;
  if (more && last !== undefined && last.msgid !== '') {
    const url = new URL(address);
    url.searchParams.set('f', 'json');
    url.searchParams.set('count', '20');
    url.searchParams.set('begin_msgid', last.msgid);
    url.searchParams.set('begin_itemidx', last.itemidx || '1');
    next = url.href;
  }
  return { links: uniqueLinks(articles.map(({ url, title }) => ({ url, title }))), next };
}
