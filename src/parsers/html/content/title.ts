import { find, findAll, lineOf } from '../query.js';
import type { Document, Element } from '../tree.js';

/** The page's own title, and the element that shows it. */
export interface PageTitle {
  readonly text: string;
  readonly element: Element | undefined;
}

const HEADINGS = new Set(['h1', 'h2', 'h3']);

/** Letters and digits of a title in one case, to compare its spellings. */
export function titleKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Finds the element that shows the title: the heading whose text stands in the page's stated title (`og:title`,
 * `<title>`), else its only `h1`.
 *
 * @param stated titles from meta data, most trusted first
 */
export function findTitle(document: Document, stated: readonly string[]): PageTitle {
  const keys = stated.map(titleKey).filter((key) => key.length >= 4);
  const headings = findAll(document, (each) => HEADINGS.has(each.name), 300);
  const h1 = headings.filter((each) => each.name === 'h1');
  for (const group of [h1, headings]) {
    for (const heading of group) {
      const text = lineOf(heading, 600);
      const key = titleKey(text);
      if (
        key.length >= 4 &&
        keys.some(
          (each) =>
            each === key ||
            (each.includes(key) && key.length > each.length * 0.4) ||
            (key.includes(each) && each.length > key.length * 0.6),
        )
      ) {
        return { text, element: heading };
      }
    }
  }
  const named = find(document, (each) => isTitleNamed(each) && keys.includes(titleKey(lineOf(each, 600))));
  if (named !== undefined) return { text: lineOf(named, 600), element: named };
  const only = h1.length === 1 ? h1[0] : undefined;
  const text = only === undefined ? '' : lineOf(only, 600);
  return { text, element: text === '' ? undefined : only };
}

function isTitleNamed(element: Element): boolean {
  const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''} ${element.attribs.itemprop ?? ''}`;
  return /title|headline|biaoti/i.test(names);
}
