import { BLOCKS, following, lineOf, within } from '../query.js';
import { type AnyNode, Element, type ParentNode, Text } from '../tree.js';
import { isBoilerplate, LONGEST_LINE } from './lines.js';
import { judge } from './names.js';
import { type PageTitle, titleKey } from './title.js';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const FIGURE_CONTENT = new Set([
  'img',
  'picture',
  'table',
  'pre',
  'blockquote',
  'a',
  'div',
  'span',
  'amp-img',
]);
const CONTAINERS = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'table',
  'dl',
  'p',
  'article',
  'form',
  'details',
  'center',
  'header',
  'tr',
  'td',
]);

/**
 * Takes out of the article's element what is not the article: captions, bars, lists of links, notes of the site.
 *
 * @param drop subtrees that are out; grows
 * @param ofSite lines that are the site's own
 */
export function prune(root: ParentNode, drop: Set<AnyNode>, title: PageTitle, ofSite?: RegExp): void {
  const key = titleKey(title.text);
  let node: AnyNode | null = following(root, root);
  while (node !== null) {
    let skip = drop.has(node);
    if (!skip && node instanceof Element && isNoise(node, root, title, key, ofSite)) {
      drop.add(node);
      skip = true;
    }
    node = following(node, root, skip);
  }
  dropRepeats(root, drop);
  dropLead(root, drop);
  dropEmptyHeadings(root, drop);
}

/** Words of a paragraph from which on a second copy of it is a second copy of the page's text. */
const REPEATED = 60;

function dropRepeats(root: ParentNode, drop: Set<AnyNode>): void {
  const seen = new Set<string>();
  for (const leaf of leaves(root, drop)) {
    if (leaf.chars < REPEATED) continue;
    const key = lineOf(leaf, 2000);
    if (seen.has(key)) drop.add(leaf);
    seen.add(key);
  }
}

/** Bylines, dates and the like between the top of the article's element and its first sentence. */
const LEAD =
  /^(?:by.{1,120}|von .{1,60}|di .{1,60}|por .{1,60}|par .{1,60}|written by.{1,80}|https?:\/\/\S+|@[\w.]{2,30}|.{0,12}\d{1,2} min(?:ute)?s? read.{0,20}|作者.{0,40}|来源.{0,60}|編集.{0,40}|文[|｜/丨].{0,40}|[•·|\-–—]{1,3})$/i;
const MONTHS =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mai|okt|dez|gen|mag|giu|lug|ago|set|ott|dic|out)[a-zçûé]{0,7}\b/i;

function dropLead(root: ParentNode, drop: Set<AnyNode>): void {
  for (const leaf of leaves(root, drop)) {
    if (leaf.paragraphs > 0 && leaf.chars > 120) return;
    if (leaf.chars > 250 || HEADINGS.has(leaf.name)) continue;
    const line = lineOf(leaf, 300);
    if (LEAD.test(line) || isDateLine(line)) drop.add(leaf);
  }
}

/** A line that tells a day and hardly more. */
function isDateLine(line: string): boolean {
  if (line.length > 90 || !/\d/.test(line)) return false;
  const dated =
    /(?:19|20)\d\d ?[-/.年] ?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d/.test(line) ||
    (MONTHS.test(line) && /\b\d{1,2}\b/.test(line) && /\b(?:19|20)\d\d\b|\d{1,2}:\d\d/.test(line));
  return (
    dated &&
    !/[.!?。！？](?:\s|$)/.test(
      line.replace(/\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|a\.m|p\.m)\./gi, ''),
    )
  );
}

/** The blocks under `root` that hold no other block, in order, without those that were dropped. */
function leaves(root: ParentNode, drop: ReadonlySet<AnyNode>): Element[] {
  const found: Element[] = [];
  let node: AnyNode | null = following(root, root);
  while (node !== null) {
    const skip = drop.has(node);
    if (
      !skip &&
      node instanceof Element &&
      node.chars > 0 &&
      BLOCKS.has(node.name) &&
      node.name !== 'br' &&
      isLeaf(node)
    ) {
      found.push(node);
      node = following(node, root, true);
      continue;
    }
    node = following(node, root, skip);
  }
  return found;
}

function isNoise(
  element: Element,
  root: ParentNode,
  title: PageTitle,
  key: string,
  ofSite: RegExp | undefined,
): boolean {
  const { name } = element;
  if (element === title.element) return true;
  if (name === 'figcaption') return true;
  if (element.chars === 0) return false;
  if (element.parent instanceof Element && element.parent.name === 'figure' && !FIGURE_CONTENT.has(name))
    return true;
  const isBlock = BLOCKS.has(name);
  if (HEADINGS.has(name) && key.length >= 4 && titleKey(lineOf(element, 600)) === key) return true;
  const proseShare = root instanceof Element && root.prose > 0 ? element.prose / root.prose : 0;
  // What is hidden is no sign by itself, but a small part or a second copy for machines is not what readers see.
  if (
    element.attribs.hidden !== undefined &&
    (proseShare < 0.25 || (proseShare < 0.6 && element.attribs.itemscope !== undefined))
  )
    return true;
  const verdict = judge(element);
  if (verdict.about && !verdict.body && name !== 'body' && element.paragraphs <= 4 && proseShare < 0.25)
    return true;
  if (
    name !== 'p' &&
    CONTAINERS.has(name) &&
    proseShare < 0.3 &&
    element.prose < element.chars * 0.4 &&
    isTeaserList(element)
  )
    return true;
  if (
    name === 'header' &&
    (element.prose === 0 ||
      (title.element !== undefined && within(title.element, element) && proseShare < 0.3))
  )
    return true;
  if (CONTAINERS.has(name) && isLinkList(element, proseShare)) return true;
  if (verdict.doubtful && !verdict.body && element.prose === 0 && element.chars < 160 && mayGoByName(element))
    return true;
  if (isBlock && element.chars <= LONGEST_LINE * 2.5 && element.paragraphs <= 1 && isLeaf(element)) {
    const line = lineOf(element, LONGEST_LINE + 80);
    return isBoilerplate(line) || (ofSite?.test(line) ?? false);
  }
  return false;
}

/** Inside a line of text a name says how it looks, not what it is. */
function mayGoByName(element: Element): boolean {
  const { name, parent } = element;
  if (name === 'li' || name === 'p' || name === 'a' || name === 'td' || HEADINGS.has(name)) return false;
  if (BLOCKS.has(name)) return true;
  return (
    parent instanceof Element &&
    !['p', 'li', 'td', 'span', 'strong', 'b', 'em', 'a', 'dd'].includes(parent.name) &&
    !HEADINGS.has(parent.name)
  );
}

/** Cards that each lead to another article: three or more children alike, each with a link that holds much of its words. */
function isTeaserList(element: Element): boolean {
  let cards = 0;
  let other = 0;
  let shape = '';
  for (const child of element.children) {
    if (!(child instanceof Element) || child.chars === 0) continue;
    const own = `${child.name} ${child.attribs.class ?? ''}`;
    shape ||= own;
    if (
      own === shape &&
      child.name !== 'p' &&
      child.linked > 15 &&
      child.linked > child.chars * 0.25 &&
      child.chars < 600
    )
      cards++;
    else other += child.chars;
  }
  return cards >= 3 && other < element.chars * 0.2;
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
    } else if (!skip && node instanceof Text && node.data.trim() !== '') pending = [];
    node = following(node, root, skip);
  }
  for (const each of pending) drop.add(each);
}
