import { BLOCKS, following, lineOf, within } from '../query.js';
import { type AnyNode, Element, type ParentNode } from '../tree.js';
import { isBoilerplate, LONGEST_LINE } from './lines.js';
import { judge } from './names.js';
import { type PageTitle, titleKey } from './title.js';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const FIGURE_CONTENT = new Set(['img', 'picture', 'table', 'pre', 'blockquote', 'a', 'div', 'span', 'amp-img']);
const CONTAINERS = new Set(['div', 'section', 'ul', 'ol', 'table', 'dl', 'p', 'article', 'form', 'details', 'center', 'header', 'tr', 'td']);

/** Takes out of the article's element what is not the article: captions, bars, lists of links, notes of the site. */
export function prune(root: ParentNode, drop: Set<AnyNode>, title: PageTitle): void {
  const key = titleKey(title.text);
  let node: AnyNode | null = following(root, root);
  while (node !== null) {
    let skip = drop.has(node);
    if (!skip && node instanceof Element && isNoise(node, root, title, key)) {
      drop.add(node);
      skip = true;
    }
    node = following(node, root, skip);
  }
  dropEmptyHeadings(root, drop);
}

function isNoise(element: Element, root: ParentNode, title: PageTitle, key: string): boolean {
  const { name } = element;
  if (element === title.element) return true;
  if (name === 'figcaption') return true;
  if (element.chars === 0) return false;
  if (element.parent instanceof Element && element.parent.name === 'figure' && !FIGURE_CONTENT.has(name)) return true;
  const isBlock = BLOCKS.has(name);
  if (HEADINGS.has(name) && key.length >= 4 && titleKey(lineOf(element, 600)) === key) return true;
  const proseShare = root instanceof Element && root.prose > 0 ? element.prose / root.prose : 0;
  if (name === 'header' && (element.prose === 0 || (title.element !== undefined && within(title.element, element) && proseShare < 0.3))) return true;
  if (CONTAINERS.has(name) && isLinkList(element, proseShare)) return true;
  if (element.prose === 0 && element.chars < 300 && name !== 'li' && name !== 'p' && !HEADINGS.has(name)) {
    const verdict = judge(element);
    if (verdict.doubtful && !verdict.body) return true;
  }
  if (isBlock && element.chars <= LONGEST_LINE * 2.5 && element.paragraphs <= 1 && isLeaf(element)) {
    return isBoilerplate(lineOf(element, LONGEST_LINE + 80));
  }
  return false;
}

/** A list of links or a line that is one: pointers to other articles. */
function isLinkList(element: Element, proseShare: number): boolean {
  const { chars, linked, name } = element;
  if (linked === 0 || proseShare > 0.2) return false;
  if (name === 'p') return linked >= chars * 0.9 && chars < 400;
  return linked > chars * 0.65;
}

function isLeaf(element: Element): boolean {
  for (let node = following(element, element); node !== null; node = following(node, element)) {
    if (node instanceof Element && BLOCKS.has(node.name) && node.name !== 'br') return false;
  }
  return true;
}

/** A heading goes with what it headed. */
function dropEmptyHeadings(root: ParentNode, drop: Set<AnyNode>): void {
  let pending: Element[] = [];
  let node: AnyNode | null = following(root, root);
  while (node !== null) {
    const skip = drop.has(node);
    if (!skip && node instanceof Element) {
      if (HEADINGS.has(node.name)) {
        const level = Number(node.name.charAt(1));
        for (const each of pending) if (Number(each.name.charAt(1)) >= level) drop.add(each);
        pending = pending.filter((each) => Number(each.name.charAt(1)) < level);
        pending.push(node);
        node = following(node, root, true);
        continue;
      }
      if (BLOCKS.has(node.name) && node.ownChars > 0) pending = [];
      else if (node.name === 'img') pending = [];
    } else if (!skip && node.type === 'text' && 'data' in node && node.data.trim() !== '') pending = [];
    node = following(node, root, skip);
  }
  for (const each of pending) drop.add(each);
}
