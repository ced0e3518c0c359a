import { BLOCKS } from '../query.js';
import { type AnyNode, Element, type ParentNode, Text } from '../tree.js';
import { codeLanguage, codeText, isLineNumbers } from './code.js';
import { imageAddress, imageAlt, linkAddress } from './links.js';
import { MarkdownNode } from './node.js';
import { appendRuns, pushText, type Run, trimRuns } from './runs.js';
import { appendTable, isDataTable } from './table.js';

/** How a cleaned part of a page is turned into blocks. */
export interface BuildOptions {
  /** Subtrees left out. */
  readonly drop?: ReadonlySet<AnyNode> | undefined;
  /** Address that relative links are resolved against. */
  readonly base?: string | undefined;
}

/** Lists and quotes nested deeper than this are written at this depth. */
const MAX_NESTING = 8;

/** Elements whose contents are controls, media or furigana, never words of the article. */
const SILENT = new Set(
  (
    'audio button datalist embed head iframe input link meta noscript option progress rp rt select source textarea title ' +
    'track video'
  ).split(' '),
);
const STRONG = new Set(['strong', 'b']);
const EM = new Set(['em', 'i', 'dfn']);
const DEL = new Set(['del', 's', 'strike']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);

/**
 * Builds the blocks of a Markdown page from a part of a page's tree: paragraphs, headings, lists, quotes, code and
 * tables, with wrappers gone. One pass without recursion.
 *
 * @param roots parts in order
 */
export function buildMarkdownTree(roots: readonly ParentNode[], options: BuildOptions = {}): MarkdownNode {
  const builder = new Builder(options);
  for (const root of roots) builder.run(root);
  return builder.finish();
}

class Builder {
  private readonly root = MarkdownNode.element('x-root');
  private readonly containers: MarkdownNode[] = [this.root];
  private readonly options: BuildOptions;
  /** Items that the page has no element for: the next item of its own ends them. */
  private readonly implicit = new Set<MarkdownNode>();
  private runs: Run[] = [];
  private heading = 0;
  private strong = 0;
  private em = 0;
  private del = 0;
  private code = 0;
  private readonly links: string[] = [];
  private brBefore = false;
  /** Depth of lists and quotes beyond the limit, so that leaving them leaves nothing else. */
  private beyond = 0;

  constructor(options: BuildOptions) {
    this.options = options;
  }

  run(root: ParentNode): void {
    let node: AnyNode | null = root;
    while (node !== null) {
      const entered: boolean = this.enter(node);
      if (entered && 'children' in node && node.children.length > 0) {
        node = node.children[0] ?? null;
        continue;
      }
      if (entered) this.leave(node);
      while (node !== root && node.next === null && node.parent !== null) {
        node = node.parent;
        this.leave(node);
      }
      node = node === root ? null : node.next;
    }
    this.closeParagraph();
  }

  finish(): MarkdownNode {
    this.closeParagraph();
    return this.root;
  }

  /** True where the node's children are to be walked. */
  private enter(node: AnyNode): boolean {
    if (node instanceof Text) {
      this.text(node.data);
      return false;
    }
    if (!(node instanceof Element)) return 'children' in node;
    const name = node.name;
    if (this.options.drop?.has(node)) {
      if (BLOCKS.has(name)) this.closeParagraph();
      return false;
    }
    if (SILENT.has(name)) return false;
    switch (name) {
      case 'br':
        this.lineBreak();
        return false;
      case 'hr':
        this.closeParagraph();
        if (this.container().firstChild !== null && this.containers.length === 1)
          this.root.append(MarkdownNode.element('hr'));
        return false;
      case 'img':
      case 'amp-img':
        this.image(node);
        return false;
      case 'pre':
        this.codeBlock(node);
        return false;
      case 'table':
        if (isDataTable(node)) {
          this.closeParagraph();
          appendTable(this.blockParent(), node, this.options);
          return false;
        }
        this.closeParagraph();
        return true;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        if (isLineNumbers(node)) return false;
        this.openList(name === 'ol' ? 'ol' : 'ul', node);
        return true;
      case 'li':
        this.openItem(node);
        return true;
      case 'blockquote':
        this.openQuote();
        return true;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.closeParagraph();
        this.heading = Number(name.charAt(1));
        return true;
      case 'a':
        this.links.push(linkAddress(node, this.options.base));
        return true;
      case 'q':
        this.text('“');
        return true;
      default:
        if (STRONG.has(name)) this.strong++;
        else if (EM.has(name)) this.em++;
        else if (DEL.has(name)) this.del++;
        else if (CODE.has(name)) this.code++;
        else if (BLOCKS.has(name)) this.closeParagraph();
        return true;
    }
  }

  private leave(node: AnyNode): void {
    if (!(node instanceof Element)) return;
    const name = node.name;
    switch (name) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
      case 'blockquote':
        this.closeParagraph();
        if (this.beyond > 0) this.beyond--;
        else this.leaveContainer(name === 'blockquote' ? ['BLOCKQUOTE'] : ['UL', 'OL']);
        return;
      case 'li':
        this.closeParagraph();
        if (this.container().nodeName === 'LI') this.containers.pop();
        return;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.closeParagraph();
        this.heading = 0;
        return;
      case 'a':
        this.links.pop();
        return;
      case 'q':
        this.text('”');
        return;
      default:
        if (STRONG.has(name)) this.strong--;
        else if (EM.has(name)) this.em--;
        else if (DEL.has(name)) this.del--;
        else if (CODE.has(name)) this.code--;
        else if (name === 'td' || name === 'th' || BLOCKS.has(name)) this.closeParagraph();
    }
  }

  private container(): MarkdownNode {
    return this.containers.at(-1) ?? this.root;
  }

  /** Where a block goes: inside a list, into an item of it; a list goes into the item before it. */
  private blockParent(list = false): MarkdownNode {
    const at = this.container();
    if (at.nodeName !== 'UL' && at.nodeName !== 'OL') return at;
    const last = at.childNodes.at(-1);
    const item = list && last !== undefined ? last : this.newItem(at);
    this.implicit.add(item);
    this.containers.push(item);
    return item;
  }

  private newItem(list: MarkdownNode): MarkdownNode {
    const start = list.getAttribute('start');
    const number = start === null ? {} : { value: String(Number(start) + list.childNodes.length) };
    return list.append(MarkdownNode.element('li', number));
  }

  private openList(name: 'ul' | 'ol', element: Element): void {
    this.closeParagraph();
    if (this.containers.length >= MAX_NESTING * 2) {
      this.beyond++;
      return;
    }
    const parent = this.blockParent(true);
    const start = Number.parseInt(element.attribs.start ?? '1', 10);
    const first = Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
    this.containers.push(
      parent.append(MarkdownNode.element(name, name === 'ol' ? { start: String(first) } : {})),
    );
  }

  private openItem(_element: Element): void {
    this.closeParagraph();
    let at = this.container();
    if (at.nodeName === 'LI' && (this.beyond > 0 || this.implicit.has(at))) {
      this.containers.pop();
      at = this.container();
    }
    if (at.nodeName !== 'UL' && at.nodeName !== 'OL') {
      const last = at.childNodes.at(-1);
      const list = last?.nodeName === 'UL' ? last : at.append(MarkdownNode.element('ul'));
      // An item without a list of its own: its list is left with it, as containers below it end there.
      this.containers.push(this.newItem(list));
      return;
    }
    this.containers.push(this.newItem(at));
  }

  private openQuote(): void {
    this.closeParagraph();
    if (this.containers.length >= MAX_NESTING * 2) {
      this.beyond++;
      return;
    }
    this.containers.push(this.blockParent().append(MarkdownNode.element('blockquote')));
  }

  private leaveContainer(names: readonly string[]): void {
    for (let i = this.containers.length - 1; i > 0; i--) {
      if (names.includes(this.containers[i]?.nodeName ?? '')) {
        this.containers.length = i;
        return;
      }
    }
  }

  private text(data: string): void {
    if (this.runs.length === 0 && data.trim() === '') return;
    if (this.brBefore) {
      if (data.trim() === '') return;
      this.brBefore = false;
    }
    pushText(this.runs, data, this.marks());
  }

  private marks(): Omit<Run, 'kind' | 'text' | 'src'> {
    return {
      strong: this.strong > 0,
      em: this.em > 0,
      del: this.del > 0,
      code: this.code > 0,
      href: this.links.at(-1) ?? '',
    };
  }

  private lineBreak(): void {
    if (this.runs.length === 0) return;
    if (this.heading > 0) {
      this.text(' ');
      return;
    }
    if (this.brBefore) {
      // Two breaks in a row part paragraphs.
      this.closeParagraph();
      return;
    }
    this.runs.push({
      kind: 'break',
      text: '',
      src: '',
      strong: false,
      em: false,
      del: false,
      code: false,
      href: '',
    });
    this.brBefore = true;
  }

  private image(element: Element): void {
    const src = imageAddress(element, this.options.base);
    const alt = imageAlt(element);
    if (src === '') {
      if (alt !== '' && isEmoji(element)) this.text(alt);
      return;
    }
    if (isEmoji(element)) {
      this.text(alt);
      return;
    }
    this.brBefore = false;
    this.runs.push({
      ...this.marks(),
      kind: 'image',
      text: alt,
      src,
      code: false,
      strong: false,
      em: false,
      del: false,
    });
  }

  private codeBlock(element: Element): void {
    this.closeParagraph();
    const code = codeText(element);
    if (code.trim() === '') return;
    const pre = MarkdownNode.element('pre', { lang: codeLanguage(element) });
    pre.append(MarkdownNode.text(code));
    this.blockParent().append(pre);
  }

  private closeParagraph(): void {
    this.brBefore = false;
    if (this.runs.length === 0) return;
    const runs = this.runs;
    this.runs = [];
    if (!trimRuns(runs)) return;
    const parent = this.blockParent();
    const level = this.heading > 0 && this.container().nodeName !== 'LI' ? this.heading : 0;
    for (const part of level > 0 ? [runs] : partsOf(runs)) {
      appendRuns(parent.append(MarkdownNode.element(level > 0 ? `h${level}` : 'p')), part, level > 0);
    }
  }
}

/** A line of at least this length that ends without a mark reads as wrapped: the line after it would be joined to it. */
const WRAPPED = 40;

/** A paragraph's lines, apart where a reader of the Markdown could take their break for one of width. */
function partsOf(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  let length = 0;
  let last = '';
  for (const run of runs) {
    if (run.kind === 'break') {
      const wrapped =
        length >= WRAPPED && /[\p{L}\p{N},–—-]$/u.test(last) && !/[\u2e80-\u9fff\uac00-\ud7af]$/.test(last);
      length = 0;
      if (wrapped) {
        parts.push([]);
        continue;
      }
    } else {
      length += run.text.length;
      last = run.text;
    }
    parts.at(-1)?.push(run);
  }
  return parts;
}

function isEmoji(element: Element): boolean {
  return /(?:^|\s)(?:emoji|wp-smiley|twemoji)/.test(element.attribs.class ?? '');
}
