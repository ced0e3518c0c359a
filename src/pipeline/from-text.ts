import type { Article } from '../model/index.js';
import { markdownToText } from '../parsers/index.js';
import { detectLanguage } from '../text/language.js';

/** Plain text that somebody else already cut out of a page. */
export interface TextRecord {
  readonly id: string;
  readonly title?: string | null | undefined;
  readonly text: string;
  readonly published?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** Makes an article of text that needs no cleaning, so that it goes the same way as a page from there on. */
export function articleFromText(record: TextRecord): Article {
  const { text, blocks } = markdownToText(record.text);
  return {
    id: record.id,
    path: record.id,
    url: record.url ?? null,
    aliases: [],
    title: record.title ?? '',
    source: null,
    author: null,
    published: record.published ?? null,
    publishedFrom: null,
    modified: null,
    fetched: null,
    lang: detectLanguage(text),
    page: text === '' ? 'empty' : 'ok',
    kind: 'article',
    originalUrl: null,
    originalSource: null,
    description: null,
    image: null,
    tags: [],
    markdown: record.text,
    text,
    blocks,
    repairs: [],
  };
}
