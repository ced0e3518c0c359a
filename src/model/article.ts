/** What became of a page. Only `ok` and `teaser` carry a body that facts are read from. */
export const PAGE_STATUSES = ['ok', 'teaser', 'empty', 'blocked', 'deleted', 'image_only'] as const;
export type PageStatus = (typeof PAGE_STATUSES)[number];

/** The form of the page, told by structure. */
export const PAGE_KINDS = [
  'article',
  'repost',
  'repost_card',
  'pictures',
  'short_text',
  'verification_wall',
  'rate_limit',
  'deleted',
  'violation',
  'unavailable',
  'account_gone',
  'migrated',
  'login_wall',
  'unknown',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Where the publication date was read from, most trusted first. */
export const PUBLISHED_SOURCES = [
  'script',
  'json_ld',
  'meta',
  'itemprop',
  'time_element',
  'class_name',
  'page_text',
  'url',
  'front_matter',
] as const;
export type PublishedSource = (typeof PUBLISHED_SOURCES)[number];

export const BLOCK_KINDS = ['heading', 'paragraph', 'item', 'row', 'quote', 'code'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A block of `Article.text`: the half-open span [start, end), in UTF-16 units, without its line break. */
export interface TextBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Heading level 1 to 6, or nesting depth (from 1) of a list item. */
  readonly level?: number | undefined;
}

/** One page, cleaned. */
export interface Article {
  /** File name without extension, or a name made from the URL. */
  readonly id: string;
  /** Path inside the archive, or of the file. */
  readonly path: string;
  /** Canonical URL (docs/identity.md), or null where the page gives none. */
  readonly url: string | null;
  /** Other spellings of the same identity, as they were met. */
  readonly aliases: readonly string[];
  readonly title: string;
  /** Site, feed or WeChat account. */
  readonly source: string | null;
  readonly author: string | null;
  /** Publication day `YYYY-MM-DD`, or with time and zone where the page states them. */
  readonly published: string | null;
  readonly publishedFrom: PublishedSource | null;
  /** Modification date, as `published`. */
  readonly modified: string | null;
  /** When it was fetched, ISO-8601, if known. */
  readonly fetched: string | null;
  /** ISO 639-1 code of the body's main language (`und` where there is too little text). */
  readonly lang: string;
  readonly page: PageStatus;
  readonly kind: PageKind;
  /** Address of the original that this page reposts or translates, if it says so. */
  readonly originalUrl: string | null;
  /** Account or site that this page says it reposts from. */
  readonly originalSource: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly tags: readonly string[];
  /** The cleaned body as Markdown, empty where the page has none. */
  readonly markdown: string;
  /** The body as plain text, one line a block; made from `markdown`. */
  readonly text: string;
  /** The blocks of `text`, in order. */
  readonly blocks: readonly TextBlock[];
  /** What was mended on the way in, e.g. `charset:ptcp154`, `front_matter:lenient`. */
  readonly repairs: readonly string[];
}
