/** What the one who named a page says of it, for what the page does not say itself. */
export interface SnapshotHints {
  /** Name of the site, feed or account. */
  readonly source?: string | undefined;
  /** ISO 639-1 code. */
  readonly lang?: string | undefined;
  /** IANA time zone of times that are printed without one. */
  readonly timeZone?: string | undefined;
}

/** The raw page as fetched or read. Never changed, so everything after it can be done again. */
export interface Snapshot {
  /** The bytes as they came, after transfer decoding and before charset decoding. */
  readonly bytes: Uint8Array;
  /** Path inside the archive, file name, or URL: what an error message names. */
  readonly path: string;
  /** URL that the bytes came from, where it is known from outside the page. */
  readonly url?: string | undefined;
  /** `Content-Type` of the answer, if it came over HTTP. */
  readonly contentType?: string | undefined;
  /** When it was fetched, ISO-8601 UTC, if known. */
  readonly fetchedAt?: string | undefined;
  readonly hints?: SnapshotHints | undefined;
}
