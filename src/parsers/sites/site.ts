/** What is known of one source's pages: data only, read by the body finder. */
export interface Site {
  /** Name for `explain` and tests. */
  readonly id: string;
  /** Host names, without `www.`, of the pages. */
  readonly hosts?: readonly string[];
  /** Beginnings of the source names under which feeds and archives list them. */
  readonly sources?: readonly string[];
  /** The body begins after the first line that matches. */
  readonly start?: RegExp;
  /** The body ends before the first line that matches. */
  readonly end?: RegExp;
  /** Lines of the body that belong to the site. */
  readonly drop?: RegExp;
  /** Set where a page of this source holds no article of its own (lists, repositories). */
  readonly listing?: boolean;
}
