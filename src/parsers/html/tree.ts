import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { BLOCKS } from './blocks.js';

/** A run of text. */
export class Text {
  data: string;
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;

  constructor(data: string) {
    this.data = data;
  }
}

const NO_CHILDREN: ChildNode[] = [];
Object.freeze(NO_CHILDREN);

/** What a class and an id say of dates. */
export interface DateNames {
  readonly date: boolean;
  readonly meta: boolean;
  readonly modified: boolean;
  readonly aside: boolean;
}

/** What an element's class and id say of it (`judge`), shared by all elements of the same names. */
export interface Verdict {
  /** Never part of an article: comments, related lists, share bars, adverts, navigation. */
  readonly furniture: boolean;
  /** Goes where it is short or mostly links: bylines, tags, bars. */
  readonly doubtful: boolean;
  /** Words about the article or its pictures, in whole sentences: captions, galleries, the author's life, rights. */
  readonly about: boolean;
  /** Names that hold articles. */
  readonly body: boolean;
  /** Names that site software gives to the body of an article and to nothing else. */
  readonly exact: boolean;
  /** Read where the page's dates are looked for. */
  dates?: DateNames;
}

/** An element with the measures of its text (`measure`), all zero until taken. */
export class Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  /** Not to be changed where empty: elements without children share one list. */
  children: ChildNode[] = NO_CHILDREN;
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;
  /** Weight of the text under it: a Chinese or Japanese character counts as three letters. */
  chars = 0;
  /** The part of `chars` that stands in links. */
  linked = 0;
  /** Commas, full stops and the like under it. */
  marks = 0;
  /** `chars`, `linked` and `marks` of the text that no block below it holds. */
  ownChars = 0;
  ownLinked = 0;
  ownMarks = 0;
  /** Weight of the prose under it: blocks that read like sentences. */
  prose = 0;
  /** Blocks of prose under it. */
  paragraphs = 0;
  /** How much prose stands right below it. */
  score = 0;
  verdict: Verdict | undefined = undefined;

  constructor(name: string, attribs: Readonly<Record<string, string>>) {
    this.name = name;
    this.attribs = attribs;
  }
}

/** The root of a page's tree. */
export class Document {
  readonly children: ChildNode[] = [];
  readonly parent = null;
  readonly prev = null;
  readonly next = null;
}

export type ChildNode = Element | Text;
export type ParentNode = Element | Document;
export type AnyNode = ChildNode | Document;

/** Elements below this depth are hung on their ancestor at it: no real article nests so deep. */
const MAX_DEPTH = 400;
/** Elements and text runs kept of one page; the rest is left out and the article is marked as cut. */
const MAX_NODES = 120_000;
/** UTF-16 units of text kept of one page: several books. */
const MAX_TEXT = 2_000_000;
/** Longest attribute value kept, in UTF-16 units. */
const MAX_ATTRIBUTE = 65_536;

const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const HEAD = new Set(['html', 'title', 'meta', 'link', 'base']);
/** Subtrees without words of the article; they are not built. */
const SKIPPED = new Set(['svg', 'math', 'template', 'canvas', 'object', 'applet', 'script', 'style']);
/** Attributes that anything reads; the others are not kept. */
const ATTRIBUTES = new Set(
  (
    'alt aria-label charset class colspan content data-actualsrc data-alias data-author-name data-croporisrc data-date data-echo ' +
    'data-hi-res-src data-lang data-language data-lazy-src data-original data-original-src data-source-title data-src data-srcset ' +
    'data-time data-timestamp data-url datetime file height hidden href http-equiv id itemprop itemscope itemtype lang name ' +
    'property pubdate rel role rowspan src srcset start style title type width zoomfile value'
  ).split(' '),
);
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
const P = new Set(['p']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p']);
const SECTIONS = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const CLOSES = new Map<string, ReadonlySet<string>>([
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th', 'td'])],
  ['td', new Set(['th', 'td'])],
  ['thead', SECTIONS],
  ['tbody', SECTIONS],
  ['tfoot', SECTIONS],
  ['li', new Set(['li', 'p'])],
  ['a', new Set(['a'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['optgroup', 'option'])],
  ['dd', new Set(['dd', 'dt', 'p'])],
  ['dt', new Set(['dd', 'dt', 'p'])],
  ['body', new Set(['head'])],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, ReadonlySet<string>] => [name, HEADINGS]),
  ...(
    'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre ' +
    'section table ul'
  )
    .split(' ')
    .map((name): [string, ReadonlySet<string>] => [name, P]),
]);

/** The tree of a page. */
export interface Tree {
  readonly document: Document;
  /** `html`, `title`, `meta`, `link` and `base` elements in order, wherever they stand. */
  readonly head: readonly Element[];
  /** True where the page was longer than any article, and the rest was left out. */
  readonly cut: boolean;
}

/**
 * Builds the tree of a page from htmlparser2's tokens. htmlparser2's own parser shifts its stack for every element,
 * which is quadratic in the nesting; this one bounds depth and size, so that any input takes linear time.
 *
 * @param markup HTML without scripts (`splitPage`)
 * @returns the tree, and whether it stops before the page does
 */
export function buildTree(markup: string): Tree {
  const builder = new TreeBuilder(markup);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(markup);
  tokenizer.end();
  return { document: builder.document, head: builder.head, cut: builder.full };
}

class TreeBuilder implements TokenizerCallbacks {
  readonly document = new Document();
  readonly head: Element[] = [];
  nodes = 0;
  private units = 0;
  private readonly markup: string;
  private current: ParentNode = this.document;
  private last: ChildNode | null = null;
  private depth = 0;
  private preformatted = 0;
  /** Names of elements left out for their depth, so that their end tags close nothing else. */
  private readonly tooDeep: string[] = [];
  private skipping = '';
  private skippedDepth = 0;
  private tag = '';
  private attribs: Record<string, string> | undefined;
  private attribName = '';
  private attribValue = '';

  constructor(markup: string) {
    this.markup = markup;
  }

  /** Whether the page was longer than any article, and the rest is left out. */
  get full(): boolean {
    return this.nodes >= MAX_NODES || this.units >= MAX_TEXT;
  }

  ontext(start: number, end: number): void {
    if (this.skipping === '') this.addText(this.markup.slice(start, end));
  }

  ontextentity(code: number): void {
    if (this.skipping === '') this.addText(String.fromCodePoint(code));
  }

  onopentagname(start: number, end: number): void {
    const name = this.markup.slice(start, end).toLowerCase();
    this.tag = name === 'image' ? 'img' : name;
    this.attribs = undefined;
  }

  onattribname(start: number, end: number): void {
    const name = this.markup.slice(start, end).toLowerCase();
    this.attribName = ATTRIBUTES.has(name) ? name : '';
    this.attribValue = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribName === '' || this.attribValue.length > MAX_ATTRIBUTE) return;
    this.attribValue += this.markup.slice(start, Math.min(end, start + MAX_ATTRIBUTE));
  }

  onattribentity(code: number): void {
    if (this.attribName !== '' && this.attribValue.length <= MAX_ATTRIBUTE)
      this.attribValue += String.fromCodePoint(code);
  }

  onattribend(): void {
    const name = this.attribName;
    if (name === '') return;
    this.attribs ??= {};
    if (name === 'style') {
      // Of a style only this matters: a hidden element without sentences is data for machines.
      if (/display\s{0,3}:\s{0,3}none/i.test(this.attribValue)) this.attribs.hidden ??= '';
    } else if (this.attribs[name] === undefined) this.attribs[name] = this.attribValue;
    this.attribName = '';
  }

  onopentagend(): void {
    this.open(this.tag, this.attribs ?? NO_ATTRIBUTES);
  }

  onselfclosingtag(): void {
    if (this.skipping !== '' || SKIPPED.has(this.tag)) return;
    this.open(this.tag, this.attribs ?? NO_ATTRIBUTES);
  }

  onclosetag(start: number, end: number): void {
    const name = this.markup.slice(start, end).toLowerCase();
    if (this.skipping !== '') {
      if (name === this.skipping && --this.skippedDepth === 0) this.skipping = '';
      return;
    }
    if (name === 'br') {
      this.open('br', NO_ATTRIBUTES);
      return;
    }
    if (!VOID.has(name)) this.close(name);
  }

  oncdata(start: number, end: number): void {
    if (this.skipping === '') this.addText(this.markup.slice(start, end));
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private addText(whole: string): void {
    if (this.full) return;
    const data = whole.length > MAX_TEXT - this.units ? whole.slice(0, MAX_TEXT - this.units) : whole;
    this.units += data.length;
    const { last } = this;
    if (last instanceof Text) last.data += data;
    else if (this.preformatted > 0 || (last !== null && !BLOCKS.has(last.name)) || !isBlank(data)) {
      this.append(new Text(data));
    }
    // White space after a block or at the start of an element shows nowhere: half of all text nodes.
  }

  private open(name: string, attribs: Readonly<Record<string, string>>): void {
    if (this.skipping !== '') {
      if (name === this.skipping) this.skippedDepth++;
      return;
    }
    if (SKIPPED.has(name)) {
      this.skipping = name;
      this.skippedDepth = 1;
      return;
    }
    if (this.full) return;
    const closes = CLOSES.get(name);
    if (closes !== undefined && this.tooDeep.length === 0) {
      while (this.current instanceof Element && closes.has(this.current.name)) this.leave();
    }
    if (VOID.has(name)) {
      const element = new Element(name, attribs);
      this.append(element);
      if (HEAD.has(name)) this.head.push(element);
      return;
    }
    if (this.depth >= MAX_DEPTH) {
      if (this.tooDeep.length < MAX_NODES) this.tooDeep.push(name);
      // A block left out still ends the words before it.
      if (CLOSES.has(name)) this.append(new Element('br', NO_ATTRIBUTES));
      return;
    }
    const element = new Element(name, attribs);
    this.append(element);
    if (HEAD.has(name)) this.head.push(element);
    this.current = element;
    this.last = null;
    this.depth++;
    if (name === 'pre') this.preformatted++;
  }

  private close(name: string): void {
    if (this.tooDeep.length > 0) {
      if (this.tooDeep.at(-1) === name) this.tooDeep.pop();
      else if (this.tooDeep.length > 1 && this.tooDeep.at(-2) === name) this.tooDeep.length -= 2;
      return;
    }
    let node: ParentNode | null = this.current;
    while (node instanceof Element && node.name !== name) node = node.parent;
    if (!(node instanceof Element)) {
      if (name === 'p') this.append(new Element('p', NO_ATTRIBUTES));
      return;
    }
    while (this.current !== node) this.leave();
    this.leave();
  }

  private leave(): void {
    const element = this.current;
    if (!(element instanceof Element) || element.parent === null) return;
    this.last = element;
    this.current = element.parent;
    this.depth--;
    if (element.name === 'pre') this.preformatted--;
  }

  private append(node: ChildNode): void {
    this.nodes++;
    const parent = this.current;
    const children = parent.children;
    const previous = children.at(-1) ?? null;
    if (previous !== null) {
      node.prev = previous;
      previous.next = node;
    }
    node.parent = parent;
    if (parent instanceof Element && children.length === 0) parent.children = [node];
    else children.push(node);
    this.last = node;
  }
}

function isBlank(data: string): boolean {
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    if (code !== 0x20 && (code < 9 || code > 13)) return false;
  }
  return true;
}
