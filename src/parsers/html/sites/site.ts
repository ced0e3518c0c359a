/** Where the article stands on the raw HTML pages of one site: data only. */
export interface HtmlSite {
  /** Host names without `www.`; their subdomains count too. */
  readonly hosts: readonly string[];
  /** Selectors of the body, the surest first; a page that none fits is searched like any other. */
  readonly body: readonly string[];
  /** Selectors of what stands in the body and is not of it. */
  readonly drop?: readonly string[];
  /** Lines of the body that belong to the site. */
  readonly dropLine?: RegExp;
}
