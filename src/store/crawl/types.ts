/** A page to be added to the queue. */
export interface NewCrawlPage {
  readonly key: string;
  readonly url: string;
  readonly host: string;
  readonly title: string | null;
}

/** A page of the queue, as claimed for a visit. */
export interface CrawlPage {
  readonly pageId: number;
  readonly key: string;
  readonly url: string;
  readonly host: string;
  readonly source: string;
  readonly title: string | null;
  /** Failed attempts since the last good visit. */
  readonly attempts: number;
  /** Good visits. */
  readonly visits: number;
  /** Place in the schedule of visits. */
  readonly step: number;
  readonly firstSeenAt: string;
  readonly lastFetchedAt: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly finalUrl: string | null;
  readonly contentType: string | null;
  readonly snapshot: string | null;
  readonly contentHash: string | null;
}

/** One request for a page and what came of it. */
export interface CrawlFetch {
  readonly fetchedAt: string;
  readonly status: number | null;
  readonly outcome: string;
  readonly finalUrl: string | null;
  readonly contentType: string | null;
  readonly wireBytes: number | null;
  readonly snapshot: string | null;
  readonly error: string | null;
}

/** What a page is after a visit. */
export interface PageSettlement {
  readonly state: 'waiting' | 'gone';
  readonly nextAt: string;
  readonly attempts: number;
  readonly visits: number;
  readonly step: number;
  readonly outcome: string;
  readonly error: string | null;
  /** Set where the content is new or changed. */
  readonly changedAt?: string | undefined;
  readonly contentHash?: string | undefined;
  /** Those of the answer, where it was a good one: what the next request is made conditional with. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null } | undefined;
}

export interface CrawlSourceState {
  readonly name: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastSuccessAt: string | null;
  readonly failingNights: number;
  readonly silentNights: number;
}

/** A source as the configuration has it. */
export interface ConfiguredSource {
  readonly name: string;
  readonly type: string;
  readonly lang?: string | undefined;
  readonly timeZone?: string | undefined;
}

export interface SourceNight {
  readonly name: string;
  readonly type: string;
  readonly at: string;
  readonly ok: boolean;
  readonly newPages: number;
  readonly error: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface HostState {
  readonly host: string;
  readonly lastRequestAt: string | null;
  readonly restUntil: string | null;
  readonly restReason: string | null;
}

export interface RobotsRow {
  readonly kind: string;
  readonly text: string | null;
  readonly fetchedAt: string;
}

/** A kept answer, for parsing again without the network. */
export interface KeptSnapshot {
  readonly url: string;
  readonly finalUrl: string;
  readonly hash: string;
  readonly contentType: string | null;
  readonly fetchedAt: string;
  readonly source: string;
  readonly lang: string | null;
  readonly timeZone: string | null;
}

/** An answer that another program kept. */
export interface ImportedSnapshot {
  readonly page: NewCrawlPage;
  readonly hash: string;
  readonly contentType: string | null;
  readonly fetchedAt: string;
}
