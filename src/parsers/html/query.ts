import { BLOCKS } from './blocks.js';
import { type AnyNode, type ChildNode, Element, type ParentNode, Text } from './tree.js';

export { BLOCKS, Element };

/** The node after `node` in document order within `root`; with `skip`, the one after its subtree. */
export function following(node: AnyNode, root: AnyNode, skip = false): ChildNode | null {
  if (!skip && 'children' in node && node.children.length > 0) return node.children[0] ?? null;
  let at: AnyNode | null = node;
  while (at !== null && at !== root) {
    if (at.next !== null) return at.next;
    at = at.parent;
  }
  return null;
}

/** The first element under `root` that `test` accepts, in document order. */
export function find(root: ParentNode, test: (element: Element) => boolean): Element | undefined {
  for (let node = following(root, root); node !== null; node = following(node, root)) {
    if (node instanceof Element && test(node)) return node;
  }
  return undefined;
}

/** All elements under `root` that `test` accepts, in document order, up to `limit`. */
export function findAll(root: ParentNode, test: (element: Element) => boolean, limit = 10_000): Element[] {
  const found: Element[] = [];
  for (
    let node = following(root, root);
    node !== null && found.length < limit;
    node = following(node, root)
  ) {
    if (node instanceof Element && test(node)) found.push(node);
  }
  return found;
}

export function byId(root: ParentNode, id: string): Element | undefined {
  return find(root, (element) => element.attribs.id === id);
}

export function byClass(root: ParentNode, name: string): Element | undefined {
  return find(root, (element) => hasClass(element, name));
}

export function byName(root: ParentNode, name: string): Element | undefined {
  return find(root, (element) => element.name === name);
}

/** True where `name` is one of the element's classes. */
export function hasClass(element: Element, name: string): boolean {
  const value = element.attribs.class;
  if (value === undefined || !value.includes(name)) return false;
  return value === name || value.split(/\s+/).includes(name);
}

/**
 * The text under a node: block elements part it with line breaks, nothing else is changed.
 *
 * @param limit stop after about so many UTF-16 units
 */
export function textOf(root: AnyNode, limit = Number.POSITIVE_INFINITY): string {
  if (root instanceof Text) return root.data;
  const parts: string[] = [];
  let length = 0;
  let node: AnyNode | null = 'children' in root ? (root.children[0] ?? null) : null;
  while (node !== null && length < limit) {
    if (node instanceof Text) {
      parts.push(node.data);
      length += node.data.length;
    } else if (node instanceof Element && BLOCKS.has(node.name)) {
      parts.push('\n');
    }
    if ('children' in node && node.children.length > 0) {
      node = node.children[0] ?? null;
      continue;
    }
    while (node !== null && node !== root && node.next === null) {
      node = node.parent;
      if (node !== null && node !== root && node instanceof Element && BLOCKS.has(node.name))
        parts.push('\n');
    }
    node = node === null || node === root ? null : node.next;
  }
  return parts.join('');
}

/** `textOf` on one line: white space of any kind single and trimmed. */
export function lineOf(root: AnyNode, limit = 4000): string {
  return textOf(root, limit).replace(/\s+/g, ' ').trim();
}

/** True where `element` stands inside `ancestor` or is it. */
export function within(element: AnyNode, ancestor: AnyNode): boolean {
  for (let node: AnyNode | null = element; node !== null; node = node.parent)
    if (node === ancestor) return true;
  return false;
}
