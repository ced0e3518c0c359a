import { Agent, type Dispatcher, request } from 'undici';
import type { Snapshot } from '../../model/index.js';
import { checkedUrl, guardedLookup, type Resolver } from './address.js';
import { type BodyLimits, contentEncodings, readBody } from './body.js';
import { asFetchError, FetchError } from './errors.js';

export interface HttpLimits extends BodyLimits {
  /** Milliseconds to the connection, to the headers, between two parts of the body, and in all. */
  readonly connectMs: number;
  readonly headersMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
  readonly redirects: number;
  readonly headerBytes: number;
}

/** An ordinary WeChat page is 4 MB of HTML, 0.7 MB on the wire. */
const HTTP_LIMITS: HttpLimits = {
  connectMs: 10_000,
  headersMs: 10_000,
  idleMs: 15_000,
  totalMs: 60_000,
  redirects: 5,
  headerBytes: 32 * 1024,
  wireBytes: 10 * 1024 * 1024,
  decodedBytes: 20 * 1024 * 1024,
  ratio: 200,
  encodings: 2,
};

export interface HttpClientOptions {
  /** Names the program and a contact. */
  readonly userAgent: string;
  /** Also requests private and loopback addresses: for tests. */
  readonly allowPrivate?: boolean | undefined;
  readonly limits?: Partial<HttpLimits> | undefined;
  readonly resolver?: Resolver | undefined;
}

/** What makes a request conditional, from the last good answer. */
export interface Validators {
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
}

/** Runs one request to a host when its turn has come; refuses it by throwing. */
export type HopGate = <T>(url: URL, run: () => Promise<T>) => Promise<T>;

export interface GetOptions extends Validators {
  /** Each hop of a redirect goes through it, the first request included. */
  readonly gate?: HopGate | undefined;
  readonly accept?: string | undefined;
}

export interface HttpAnswer {
  readonly requested: string;
  /** Where the redirects led. */
  readonly url: string;
  /** Every address asked, the first and the last included. */
  readonly chain: readonly string[];
  readonly status: number;
  /** Names in lower case; several headers of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly wireBytes: number;
  /** ISO-8601 UTC. */
  readonly fetchedAt: string;
}

export interface HttpClient {
  /**
   * Requests an address, following redirects by hand.
   * @throws FetchError; an HTTP error status is an answer, not an error
   */
  get(url: string, options?: GetOptions): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NO_BODY = new Set([204, 304]);

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}

/** Opens a client with one connection a host. Close it when done. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const limits: HttpLimits = { ...HTTP_LIMITS, ...options.limits };
  const allowPrivate = options.allowPrivate ?? false;
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: limits.headerBytes,
    // Servers that do not say how long they keep a connection drop it after 5 s at the least.
    keepAliveTimeout: 4_000,
    connect: { timeout: limits.connectMs, lookup: guardedLookup(allowPrivate, options.resolver) },
  });

  async function hop(url: URL, get: GetOptions): Promise<Omit<HttpAnswer, 'requested' | 'chain'>> {
    const signal = AbortSignal.timeout(limits.totalMs);
    const headers: Record<string, string> = {
      'user-agent': options.userAgent,
      accept: get.accept ?? ACCEPT,
      'accept-encoding': 'gzip, deflate, br',
    };
    if (get.etag) headers['if-none-match'] = get.etag;
    if (get.lastModified) headers['if-modified-since'] = get.lastModified;
    try {
      const answer = await request(url, { dispatcher: agent, method: 'GET', headers, signal });
      const plain = plainHeaders(answer.headers);
      const bodiless = NO_BODY.has(answer.statusCode) || REDIRECTS.has(answer.statusCode);
      const encodings = contentEncodings(plain['content-encoding']);
      const body = bodiless
        ? { bytes: new Uint8Array(), wireBytes: 0 }
        : await readBody(answer.body, encodings, limits, url.href);
      if (bodiless) await answer.body.dump({ limit: 64 * 1024, signal });
      return {
        url: url.href,
        status: answer.statusCode,
        headers: plain,
        ...body,
        fetchedAt: new Date().toISOString(),
      };
    } catch (error) {
      throw asFetchError(error, url.href);
    }
  }

  return {
    async get(requested, get = {}) {
      const chain: string[] = [];
      let next = requested;
      for (;;) {
        const url = checkedUrl(next, allowPrivate);
        if (chain.includes(url.href))
          throw new FetchError('redirects', `${requested}: redirects in a circle`);
        chain.push(url.href);
        const run = () => hop(url, get);
        const answer = await (get.gate ? get.gate(url, run) : run());
        const location = answer.headers.location;
        if (!REDIRECTS.has(answer.status) || location === undefined) return { ...answer, requested, chain };
        if (chain.length > limits.redirects) {
          throw new FetchError('redirects', `${requested}: more than ${limits.redirects} redirects`);
        }
        if (!URL.canParse(location, url.href)) {
          throw new FetchError('redirects', `${url.href}: redirects to what is no address`);
        }
        next = new URL(location, url).href;
      }
    },
    close: () => agent.destroy(),
  };
}

/** The answer as a snapshot for the parsers. */
export function snapshotOf(answer: HttpAnswer): Snapshot {
  const contentType = answer.headers['content-type'];
  return {
    bytes: answer.bytes,
    path: answer.url,
    url: answer.url,
    ...(contentType === undefined ? {} : { contentType }),
    fetchedAt: answer.fetchedAt,
  };
}
