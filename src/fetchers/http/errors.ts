/** Why a request gave no usable answer. */
const FETCH_FAILURES = [
  'bad_url',
  'refused_address',
  'robots',
  'redirects',
  'timeout',
  'network',
  'dns',
  'tls',
  'too_large',
  'encoding',
  'status',
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];

/** A request that gave no usable answer; the message names what happened and where. */
export class FetchError extends Error {
  readonly failure: FetchFailure;
  /** The HTTP status, where `failure` is `status`. */
  readonly status: number | undefined;
  /** The `Retry-After` header that came with it. */
  readonly retryAfter: string | undefined;

  constructor(
    failure: FetchFailure,
    message: string,
    options: ErrorOptions & { readonly status?: number; readonly retryAfter?: string | undefined } = {},
  ) {
    super(message, options);
    this.name = 'FetchError';
    this.failure = failure;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
  'TimeoutError',
]);
const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL']);

/** Any error of undici, zlib or the socket as a `FetchError`. */
export function asFetchError(error: unknown, url: string): FetchError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchError) return cause;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
    if (TIMEOUTS.has(code) || TIMEOUTS.has(cause.name)) {
      return new FetchError('timeout', `${url}: no answer in time (${code})`, { cause: error });
    }
    if (DNS.has(code))
      return new FetchError('dns', `${url}: the host name does not resolve (${code})`, { cause: error });
    if (/^(?:ERR_TLS|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL|EPROTO)/.test(code)) {
      return new FetchError('tls', `${url}: no secure connection (${code})`, { cause: error });
    }
    if (/^Z_DATA_ERROR|^ERR__ERROR_FORMAT|^ERR_BROTLI/.test(code)) {
      return new FetchError('encoding', `${url}: its body is not in the encoding it says (${code})`, {
        cause: error,
      });
    }
    if (code === 'UND_ERR_HEADERS_OVERFLOW') {
      return new FetchError('too_large', `${url}: its headers are too large`, { cause: error });
    }
  }
  const message = error instanceof Error ? error.message || error.name : String(error);
  return new FetchError('network', `${url}: ${message}`, { cause: error });
}
