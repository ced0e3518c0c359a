import type { PageKind } from '../../model/index.js';
import type { PreparedPage } from '../../store/index.js';

/** What a visit to a page came to. The first four are good. */
const PAGE_OUTCOMES = [
  'new',
  'changed',
  'unchanged',
  'not_modified',
  'verification_wall',
  'rate_limit',
  'login_wall',
  'forbidden',
  'robots',
  'deleted',
  'violation',
  'account_gone',
  'migrated',
  'not_found',
  'gone',
  'unavailable',
  'empty',
  'not_a_page',
  'unreadable',
  'timeout',
  'network',
  'dns',
  'tls',
  'server_error',
  'too_large',
  'encoding',
  'redirects',
  'bad_url',
  'refused_address',
] as const;
export type PageOutcome = (typeof PAGE_OUTCOMES)[number];

const GOOD = new Set<PageOutcome>(['new', 'changed', 'unchanged', 'not_modified']);
/** The page's own fate: it says nothing against the source that named it. */
const FATE = new Set<PageOutcome>([
  'deleted',
  'violation',
  'account_gone',
  'migrated',
  'not_found',
  'gone',
  'robots',
]);

export function isGood(outcome: PageOutcome): boolean {
  return GOOD.has(outcome);
}

/** Whether an outcome counts against the source. */
export function isTrouble(outcome: PageOutcome): boolean {
  return !GOOD.has(outcome) && !FATE.has(outcome);
}

const FAILURE_KINDS: Partial<Readonly<Record<PageKind, PageOutcome>>> = {
  verification_wall: 'verification_wall',
  rate_limit: 'rate_limit',
  login_wall: 'login_wall',
  deleted: 'deleted',
  violation: 'violation',
  account_gone: 'account_gone',
  migrated: 'migrated',
  unavailable: 'unavailable',
};

/**
 * What a page that came with status 2xx is, by what the parser made of its structure. Anything but an article is a
 * failure, and is neither stored nor compared.
 * @param before hash of the content that was stored last, null where none was
 */
export function pageOutcome(page: PreparedPage, before: string | null): PageOutcome {
  const { article } = page;
  if (article === null) return 'unreadable';
  const failure = FAILURE_KINDS[article.kind];
  if (failure !== undefined) return failure;
  if (article.page === 'blocked') return 'verification_wall';
  if (article.page === 'deleted') return 'deleted';
  if (article.page === 'empty') return 'empty';
  if (before === null) return 'new';
  return article.contentHash === before ? 'unchanged' : 'changed';
}

const READABLE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/(?:xhtml\+xml|xml)|text\/xml)\b/i;

/** What an HTTP status stands for, before anything is read; null where the body is to be read. */
export function statusOutcome(status: number, contentType: string | undefined): PageOutcome | null {
  if (status === 304) return 'not_modified';
  if (status >= 200 && status < 300) {
    return contentType === undefined || READABLE.test(contentType.trim()) ? null : 'not_a_page';
  }
  if (status === 429) return 'rate_limit';
  if (status === 404) return 'not_found';
  if (status === 410 || status === 451) return 'gone';
  if (status === 408 || status === 425 || status >= 500) return 'server_error';
  return status === 401 || status === 402 || status === 403 || status === 407 ? 'forbidden' : 'not_found';
}
