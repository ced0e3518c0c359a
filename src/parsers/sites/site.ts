/** What is known of one source's pages: data only, read by the body finder. */
export interface Site {
  /** Name of the rules, for messages and tests. */
  readonly id: string;
  /** Host names, without `www.`, of the pages. */
  readonly hosts?: readonly string[];
  /** Beginnings of the names under which feeds and archives list the source; used where a page has no address. */
  readonly sources?: readonly string[];
  /** Names of WeChat accounts. */
  readonly accounts?: readonly string[];
  /** The body begins after the first line that matches; the first pattern that is found decides. */
  readonly start?: readonly RegExp[];
  /** The body ends before the first line that matches. */
  readonly end?: RegExp;
  /** A line by which a page shows that it holds no article of its own (an index that a link lands on). */
  readonly notArticle?: RegExp;
  /** Lines of the body that belong to the site. */
  readonly drop?: RegExp;
  /** The last line of the body, where the site sets one of its own below every text. */
  readonly trailer?: RegExp;
  /** The first line within a block of code that is none of the code's. */
  readonly codeEnd?: RegExp;
}
