import { byName, following, within } from '../query.js';
import { selectAll, selectFirst } from '../select.js';
import type { HtmlSite } from '../sites/site.js';
import { type AnyNode, type Document, Element, type ParentNode } from '../tree.js';
import { measure } from './measure.js';
import { judge } from './names.js';
import { prune } from './prune.js';
import { findTitle, type PageTitle } from './title.js';

/** The part of a page that is the article. */
export interface Found {
  readonly roots: readonly ParentNode[];
  /** Subtrees of it that are not. */
  readonly drop: ReadonlySet<AnyNode>;
  readonly title: PageTitle;
}

const FURNITURE_TAGS = new Set([
  'nav',
  'aside',
  'footer',
  'dialog',
  'menu',
  'button',
  'select',
  'textarea',
  'noscript',
  'iframe',
]);
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alert',
  'menu',
  'menubar',
  'toolbar',
  'alertdialog',
]);
/** Share of a page's prose that an element may hold and still be furniture by its name. */
const MOST_FURNITURE = 0.4;
/**
 * Finds the article on a page: by its site's rule, else by names and by where the prose stands.
 *
 * @param stated titles from meta data, most trusted first
 * @param site rules of the site, if there are any
 */
export function findContent(document: Document, stated: readonly string[], site?: HtmlSite): Found {
  const body = byName(document, 'body') ?? document;
  measure(body);
  const title = findTitle(document, stated);
  const ruled = site === undefined ? undefined : ruledBody(body, site);
  const furnished =
    ruled === undefined
      ? furniture(body, title.element)
      : new Set<AnyNode>(site?.drop === undefined ? [] : selectAll(ruled, site.drop));
  measure(body, furnished);
  const top = ruled ?? topElement(body, furnished, title.element);
  const root = ruled ?? (top === undefined ? body : widen(top, body, furnished));
  const pruned = new Set(furnished);
  prune(root, pruned, title, site?.dropLine);
  // Where hardly anything is left, the signs were wrong for this page: back to what stood before them.
  const drop = lost(root, furnished, pruned) > MOST_PRUNED ? furnished : pruned;
  return { roots: [root], drop, title };
}

/** Share of the prose of an article's element that may be taken out of it. */
const MOST_PRUNED = 0.7;
/** Least weight of text in an element that a site's rule names. */
const LEAST_RULED = 60;

function ruledBody(root: ParentNode, site: HtmlSite): Element | undefined {
  for (const selector of site.body) {
    const found = selectFirst(root, [selector]);
    if (found !== undefined && found.chars >= LEAST_RULED) return found;
  }
  return undefined;
}

function lost(root: ParentNode, before: ReadonlySet<AnyNode>, after: ReadonlySet<AnyNode>): number {
  const whole = proseOf(root);
  if (whole === 0) return 0;
  let gone = 0;
  for (const node of after)
    if (!before.has(node) && node instanceof Element && within(node, root)) gone += node.prose;
  return gone / whole;
}

/** Page furniture by element, role and name, unless most of the page's prose or its title stands in it. */
function furniture(root: ParentNode, title: Element | undefined): Set<AnyNode> {
  const drop = new Set<AnyNode>();
  const limit = proseOf(root) * MOST_FURNITURE;
  let node: AnyNode | null = following(root, root);
  while (node !== null) {
    let skip = false;
    if (
      node instanceof Element &&
      isFurniture(node) &&
      node.prose <= limit &&
      !(title !== undefined && within(title, node))
    ) {
      drop.add(node);
      skip = true;
    }
    node = following(node, root, skip);
  }
  return drop;
}

export function proseOf(root: ParentNode): number {
  if (root instanceof Element) return root.prose;
  let prose = 0;
  for (const child of root.children) if (child instanceof Element) prose += child.prose;
  return prose;
}

function isFurniture(element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'body' || name === 'html' || name === 'main') return false;
  if (FURNITURE_TAGS.has(name)) return true;
  const role = attribs.role;
  if (role !== undefined && FURNITURE_ROLES.has(role)) return true;
  if (attribs.itemprop === 'articleBody') return false;
  if (name === 'header')
    return element.paragraphs === 0 && element.parent instanceof Element && element.parent.name === 'body';
  return judge(element).furniture;
}

const TAG_WEIGHT: Readonly<Record<string, number>> = {
  article: 1.3,
  main: 1.15,
  section: 1.05,
  form: 0.8,
  ul: 0.5,
  ol: 0.6,
  li: 0.7,
  table: 0.9,
  p: 0.9,
};

const isExact = (element: Element): boolean =>
  element.attribs.itemprop === 'articleBody' || judge(element).exact;

function topElement(
  root: ParentNode,
  drop: ReadonlySet<AnyNode>,
  title: Element | undefined,
): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  // Before the title stands what is not the article.
  let beforeTitle = title !== undefined;
  const home = titleHome(title);
  let node: AnyNode | null = following(root, root);
  while (node !== null) {
    if (node === title) beforeTitle = false;
    if (!(node instanceof Element) || drop.has(node)) {
      node = following(node, root, true);
      continue;
    }
    const exact = isExact(node);
    if (node.score > 0 || (exact && node.chars > 30)) {
      const holdsTitle = title !== undefined && within(title, node);
      const density = node.chars > 0 ? node.linked / node.chars : 1;
      let value =
        Math.max(node.score, exact ? Math.max(node.prose, node.chars * 0.9) : 0) *
        (1 - density) *
        (TAG_WEIGHT[node.name] ?? 1);
      if (judge(node).body) value *= 1.25;
      if (exact) value *= 3.5;
      if (underFurniture(node, root)) value *= 0.25;
      if (isHidden(node, root)) value *= 0.6;
      if (holdsTitle) value *= 1.4;
      else if (beforeTitle) value *= 0.3;
      if (home !== undefined && !within(node, home) && !within(home, node)) value *= 0.3;
      if (value > most) {
        most = value;
        best = node;
      }
    }
    node = following(node, root);
  }
  return best;
}

/** The article element that shows the title, where words stand in it: its neighbours are other articles. */
function titleHome(title: Element | undefined): Element | undefined {
  for (let at: AnyNode | null = title ?? null; at instanceof Element; at = at.parent) {
    if (
      at.name === 'article' ||
      /(?:Article|BlogPosting|NewsArticle|Report)$/.test(at.attribs.itemtype ?? '')
    ) {
      return at.prose > 100 ? at : undefined;
    }
  }
  return undefined;
}

/** True under an element that is named as furniture but was too large to go. */
function underFurniture(element: Element, root: ParentNode): boolean {
  for (let at: AnyNode | null = element; at instanceof Element && at !== root; at = at.parent) {
    if (isFurniture(at)) return true;
  }
  return false;
}

function isHidden(element: Element, root: ParentNode): boolean {
  for (let at: AnyNode | null = element; at instanceof Element && at !== root; at = at.parent) {
    if (at.attribs.hidden !== undefined) return true;
  }
  return false;
}

/** Goes up from the densest element while its surroundings hold more of the same article. */
function widen(top: Element, root: ParentNode, drop: ReadonlySet<AnyNode>): Element {
  let best = top;
  let at = top;
  for (let i = 0; i < 6; i++) {
    const parent = at.parent;
    if (!(parent instanceof Element) || parent === root || parent.name === 'body') break;
    const more = parent.prose - best.prose;
    if (more > 0 && joins(parent, at, best, drop)) best = parent;
    at = parent;
  }
  return best;
}

/** Classes without numbers: `section2` stands beside `section1`. */
function signature(element: Element): string {
  return (element.attribs.class ?? '').replace(/\d{1,6}/g, '');
}

/** True where the other children of `parent` hold prose in the same way as the one that the article stands in. */
function joins(parent: Element, inside: Element, best: Element, drop: ReadonlySet<AnyNode>): boolean {
  let more = 0;
  for (const child of parent.children) {
    if (child === inside || !(child instanceof Element) || child.prose === 0 || drop.has(child)) continue;
    if (child.name === 'article' || child.linked > child.chars * 0.3) continue;
    const same = child.name === inside.name && signature(child) === signature(inside);
    const paragraph = child.name === 'p' || child.name === 'blockquote' || child.name === 'pre';
    if (same || paragraph) more += child.prose;
  }
  return more > best.prose * 0.1;
}
