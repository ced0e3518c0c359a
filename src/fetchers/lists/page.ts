import type { Element } from 'domhandler';
import { getAttributeValue, textContent } from 'domutils';
import { elements, type HtmlDocument, parseDocument } from './elements.js';
import { type FoundLink, resolveLink, uniqueLinks } from './types.js';

function baseOf(document: HtmlDocument, address: string): string {
  return resolveLink(elements('base[href]', document)[0]?.attribs.href, address) ?? address;
}

function titleOf(element: Element): string | undefined {
  const text =
    textContent(element)
      .replace(/\s{1,1000}/g, ' ')
      .trim() || getAttributeValue(element, 'title');
  return text?.slice(0, 300);
}

/**
 * Reads the links of a list page that a CSS selector names: the selected elements themselves, or the first
 * link within each.
 * @throws where the selector is not valid
 */
export function readListPage(html: string, selector: string, address: string): readonly FoundLink[] {
  const document = parseDocument(html);
  const base = baseOf(document, address);
  const links: FoundLink[] = [];
  for (const node of elements(selector, document)) {
    const anchor = node.attribs.href === undefined ? elements('a[href]', node)[0] : node;
    if (anchor === undefined) continue;
    const url = resolveLink(getAttributeValue(anchor, 'href'), base);
    if (url !== null) links.push({ url, title: titleOf(anchor) });
  }
  return uniqueLinks(links);
}

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)/i;

/** The feeds that a page names in its head (`<link rel=alternate>`), in its order. */
export function feedsOfPage(html: string, address: string): readonly FoundLink[] {
  const document = parseDocument(html);
  const base = baseOf(document, address);
  const links: FoundLink[] = [];
  for (const node of elements('link[rel~=alternate i][href]', document)) {
    if (!FEED_TYPE.test(getAttributeValue(node, 'type') ?? '')) continue;
    const url = resolveLink(getAttributeValue(node, 'href'), base);
    if (url !== null) links.push({ url, title: getAttributeValue(node, 'title') });
  }
  return uniqueLinks(links);
}
