import { lineOf } from '../html/query.js';
import type { Element } from '../html/tree.js';

/** What stands in a page's head, by name in small letters. */
export interface PageHead {
  /** `name`, `property`, `itemprop` or `http-equiv` of each `<meta>` → its content; the first of a name counts. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
  readonly title: string;
  readonly lang: string | null;
  /** `href` of `<base>`. */
  readonly base: string | null;
}

/**
 * Reads `<title>`, `<meta>`, `<link rel=canonical>` and the language of a page.
 *
 * @param elements the page's head elements (`buildTree`)
 */
export function readHead(elements: readonly Element[]): PageHead {
  const meta = new Map<string, string>();
  let canonical: string | null = null;
  let title = '';
  let lang: string | null = null;
  let base: string | null = null;
  let seen = 0;
  for (const node of elements) {
    const { name, attribs } = node;
    if (name === 'meta') {
      if (++seen > 1000) break;
      const content = attribs.content;
      if (content === undefined || content.trim() === '') continue;
      for (const key of [attribs.property, attribs.name, attribs.itemprop, attribs['http-equiv']]) {
        const known = key?.toLowerCase();
        if (known !== undefined && !meta.has(known)) meta.set(known, content.trim());
      }
    } else if (name === 'link') {
      if (canonical === null && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? ''))
        canonical = attribs.href?.trim() ?? null;
    } else if (name === 'title') {
      if (title === '') title = lineOf(node, 1000);
    } else if (name === 'html') lang = attribs.lang ?? null;
    else if (name === 'base') base ??= attribs.href ?? null;
  }
  return { meta, canonical, title, lang, base };
}
