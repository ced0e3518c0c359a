import type { Article, Extraction, Report, Topic } from '../model/index.js';
import { type Fingerprint, fingerprint } from '../text/fingerprint.js';
import { hashOf } from './hash.js';
import { aliasPairs, linkKeys } from './incidents/keys.js';
import { storedReport, topicOf } from './reports.js';
import { searchTokens } from './search/tokens.js';

/** One report, ready to be written. */
export interface PreparedReport {
  readonly role: Report['role'];
  /** {@link StoredReport} as JSON. */
  readonly record: string;
  /** What linking finds it by: victims, particular figures, addresses of its source. */
  readonly keys: readonly string[];
  /** Pairs of keys that the article gives as names of one victim. */
  readonly aliases: readonly (readonly [string, string])[];
}

/** What is stored of one page. Plain data: it can be posted from a worker to the writer. */
export interface PreparedPage {
  readonly path: string;
  /** Hash of the raw bytes: the same bytes and rules need no second look. */
  readonly rawHash: string;
  readonly bytes: number;
  /** Set where the page could not be read or parsed; then there is no article. */
  readonly error: string | null;
  readonly article: PreparedArticle | null;
}

export interface PreparedArticle {
  readonly identity: string;
  readonly contentHash: string;
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly publishedFrom: string | null;
  readonly modified: string | null;
  readonly fetched: string | null;
  /** Day on which the page was collected: of its folder, of its fetch, or of its publication. */
  readonly collected: string;
  readonly lang: string;
  readonly page: Article['page'];
  readonly kind: Article['kind'];
  readonly originalUrl: string | null;
  readonly originalSource: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly tags: string;
  readonly repairs: string;
  readonly topic: Topic;
  readonly text: string;
  readonly searchTitle: string;
  readonly searchText: string;
  readonly fingerprint: Fingerprint;
  readonly reports: readonly PreparedReport[];
}

export interface PageInput {
  readonly path: string;
  readonly rawHash: string;
  readonly bytes: number;
}

const DAY_IN_PATH = /(?:^|[/\\])((?:19|20)\d\d)[/\\-](\d\d)[/\\-](\d\d)(?=[/\\]|$)/;

/** The day a page was collected: a dated folder says it best, then the fetch time, then the publication. */
function collectedOn(article: Article): string {
  const folder = DAY_IN_PATH.exec(article.path);
  if (folder !== null) return `${folder[1]}-${folder[2]}-${folder[3]}`;
  return (article.fetched ?? article.published ?? '9999-12-31').slice(0, 10);
}

/** A home page or a bare host names a site, not an article. */
function isArticleUrl(url: string): boolean {
  return /^[a-z]{1,10}:\/\/[^/?#]{1,300}\/?[?#]?[^/?#]/i.test(
    url.replace(/\/(?:index\.\w{2,5})?(?:[?#]|$)/i, '/'),
  );
}

/**
 * The identity under which versions of an article are kept: its canonical URL, or its path where the page
 * gives no URL that names an article.
 */
function identityOf(article: Article): string {
  return article.url !== null && isArticleUrl(article.url) ? article.url : `path:${article.path}`;
}

/** Everything of the article that makes a new version of it when it changes. */
function contentHashOf(article: Article): string {
  return hashOf(
    JSON.stringify([
      article.title,
      article.source,
      article.author,
      article.published,
      article.modified,
      article.lang,
      article.page,
      article.kind,
      article.originalUrl,
      article.originalSource,
      article.text,
    ]),
  );
}

/**
 * Makes all that the writer stores of a page. Pure, and the costly part of storing: call it in the worker
 * that parsed and extracted.
 */
export function preparePage(input: PageInput, article: Article, extraction: Extraction | null): PreparedPage {
  return {
    ...input,
    error: null,
    article: {
      identity: identityOf(article),
      contentHash: contentHashOf(article),
      url: article.url,
      aliases: article.aliases,
      title: article.title,
      source: article.source,
      author: article.author,
      published: article.published,
      publishedFrom: article.publishedFrom,
      modified: article.modified,
      fetched: article.fetched,
      collected: collectedOn(article),
      lang: article.lang,
      page: article.page,
      kind: article.kind,
      originalUrl: article.originalUrl,
      originalSource: article.originalSource,
      description: article.description,
      image: article.image,
      tags: JSON.stringify(article.tags),
      repairs: JSON.stringify(article.repairs),
      topic: topicOf(extraction),
      text: article.text,
      searchTitle: searchTokens(article.title),
      searchText: searchTokens(article.text),
      fingerprint: fingerprint(article.text),
      reports: (extraction?.reports ?? []).map((report) => {
        const stored = storedReport(report);
        return {
          role: report.role,
          record: JSON.stringify(stored),
          keys: linkKeys(stored, article),
          aliases: aliasPairs(stored),
        };
      }),
    },
  };
}

/** What is stored of a page that could not be read or parsed. */
export function prepareFailure(input: PageInput, reason: string): PreparedPage {
  return { ...input, error: reason.slice(0, 500), article: null };
}
