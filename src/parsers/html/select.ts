import { find, findAll } from './query.js';
import type { Element, ParentNode } from './tree.js';

type Test = (element: Element) => boolean;

const known = new Map<string, Test>();

/**
 * Compiles a compound selector of tag, `#id`, `.class` and `[attribute=value]`, such as `div.entry-content`; no
 * combinators, which rules for single sites do without.
 *
 * @throws Error where the selector holds anything else
 */
export function compile(selector: string): Test {
  const cached = known.get(selector);
  if (cached !== undefined) return cached;
  const parts = selector.match(/^[a-z][\w-]*|#[\w-]+|\.[\w-]+|\[[\w-]+=[\w-]+\]/g) ?? [];
  if (parts.join('') !== selector || parts.length === 0)
    throw new Error(`Selector not understood: ${selector}`);
  const tests = parts.map(compilePart);
  const test: Test = (element) => tests.every((each) => each(element));
  known.set(selector, test);
  return test;
}

function compilePart(part: string): Test {
  const name = part.slice(1);
  switch (part.charAt(0)) {
    case '#':
      return (element) => element.attribs.id === name;
    case '.':
      return (element) => element.attribs.class?.split(/\s+/).includes(name) ?? false;
    case '[': {
      const [attribute = '', value = ''] = part.slice(1, -1).split('=');
      return (element) => element.attribs[attribute] === value;
    }
    default:
      return (element) => element.name === part;
  }
}

/** The first element that the first matching selector finds. */
export function selectFirst(root: ParentNode, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = find(root, compile(selector));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All elements that any of the selectors matches, in document order. */
export function selectAll(root: ParentNode, selectors: readonly string[]): Element[] {
  const tests = selectors.map(compile);
  return findAll(root, (element) => tests.some((test) => test(element)));
}
