import { BLOCKS } from '../query.js';
import { type AnyNode, Element, type ParentNode, Text } from '../tree.js';

/** Weight of a Chinese, Japanese or Korean character against a letter: about as many say the same. */
export const CJK_WEIGHT = 3;
/** Least weight of a block that counts as prose, with and without a mark of a sentence. */
const SENTENCE = 30;
const BARE = 90;
/** Longest weight of one block, so that one long block of licence text does not outweigh an article. */
const MOST = 3000;
const SILENT = new Set([
  'button',
  'select',
  'textarea',
  'option',
  'noscript',
  'iframe',
  'title',
  'head',
  'label',
]);
/** Blocks that stand for paragraphs: their prose counts for the element around them. */
const PARAGRAPHS = new Set([
  'p',
  'pre',
  'blockquote',
  'li',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'figcaption',
]);

/**
 * Measures the text under each element of a tree: how much, how much of it in links, how much of it prose, and where
 * the prose stands close together. One pass, from the leaves up.
 *
 * @param drop subtrees that count for nothing
 */
export function measure(root: ParentNode, drop?: ReadonlySet<AnyNode>): void {
  let node: AnyNode | null = root.children[0] ?? null;
  while (node !== null && node !== root) {
    if (node instanceof Text) measureText(node);
    else if (node instanceof Element) {
      reset(node);
      if (node.children.length > 0 && !SILENT.has(node.name) && !drop?.has(node)) {
        node = node.children[0] ?? null;
        continue;
      }
    }
    while (node !== null && node !== root) {
      if (node instanceof Element) close(node);
      if (node.next !== null) {
        node = node.next;
        break;
      }
      node = node.parent;
    }
  }
}

function reset(element: Element): void {
  element.chars = 0;
  element.linked = 0;
  element.marks = 0;
  element.ownChars = 0;
  element.ownLinked = 0;
  element.ownMarks = 0;
  element.prose = 0;
  element.paragraphs = 0;
  element.score = 0;
}

function measureText(text: Text): void {
  const parent = text.parent;
  if (!(parent instanceof Element)) return;
  const { data } = text;
  let chars = 0;
  let marks = 0;
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    if (code <= 0x20 || code === 0xa0) continue;
    if (code < 0x2e80) {
      chars++;
      if (code === 0x2c || code === 0x2e || code === 0x3b || code === 0x21 || code === 0x3f) marks++;
    } else {
      chars += CJK_WEIGHT;
      if (
        code === 0xff0c ||
        code === 0x3002 ||
        code === 0x3001 ||
        code === 0xff1b ||
        code === 0xff01 ||
        code === 0xff1f
      )
        marks++;
    }
  }
  parent.ownChars += chars;
  parent.ownMarks += marks;
  parent.chars += chars;
  parent.marks += marks;
}

function close(element: Element): void {
  const { parent } = element;
  if (element.name === 'a') {
    element.linked = element.chars;
    element.ownLinked = element.ownChars;
  }
  const isBlock = BLOCKS.has(element.name);
  if (isBlock) closeBlock(element);
  if (!(parent instanceof Element)) return;
  parent.chars += element.chars;
  parent.linked += element.linked;
  parent.marks += element.marks;
  parent.prose += element.prose;
  parent.paragraphs += element.paragraphs;
  if (isBlock) return;
  parent.ownChars += element.ownChars;
  parent.ownLinked += element.ownLinked;
  parent.ownMarks += element.ownMarks;
}

function closeBlock(element: Element): void {
  const prose = proseWeight(element.ownChars, element.ownLinked, element.ownMarks);
  if (prose === 0) return;
  element.prose += prose;
  element.paragraphs++;
  const parent = element.parent;
  if (PARAGRAPHS.has(element.name)) {
    if (parent instanceof Element) spread(parent, prose);
  } else if (element.paragraphs > 1 || brCount(element) > 1) {
    spread(element, prose);
  } else if (parent instanceof Element) {
    spread(parent, prose);
  }
}

/** Weight of a block as prose: 0 for labels, lists of links and the like. */
export function proseWeight(chars: number, linked: number, marks: number): number {
  const plain = chars - linked;
  if (plain < SENTENCE || (marks === 0 && plain < BARE) || linked > chars * 0.6) return 0;
  return Math.min(plain, MOST);
}

function brCount(element: Element): number {
  let count = 0;
  for (const child of element.children) if (child instanceof Element && child.name === 'br') count++;
  return count;
}

/** Credits an element that prose stands in, those around it ever less. */
function spread(element: Element, prose: number): void {
  let share = prose;
  let at: AnyNode | null = element;
  for (let i = 0; i < 4 && at instanceof Element; i++) {
    at.score += share;
    // Whole numbers: engines keep them in place, fractions in objects of their own.
    share >>= 1;
    at = at.parent;
  }
}
