/**
 * The nodes that turndown reads: the part of the DOM that it and its table plugin touch, and no more. The tree is
 * ours alone and shallow, so a copy (`cloneNode`) is the node itself and text is kept once computed.
 */
export class MarkdownNode {
  readonly nodeType: 1 | 3;
  /** Upper case for elements, as in an HTML document; `#text` for text. */
  readonly nodeName: string;
  readonly childNodes: MarkdownNode[];
  readonly style = NO_STYLE;
  parentNode: MarkdownNode | null = null;
  previousSibling: MarkdownNode | null = null;
  nextSibling: MarkdownNode | null = null;
  private readonly attributes: Readonly<Record<string, string>>;
  private value: string;
  private text: string | undefined;

  private constructor(
    type: 1 | 3,
    name: string,
    value: string,
    attributes: Readonly<Record<string, string>>,
  ) {
    this.nodeType = type;
    this.nodeName = name;
    this.value = value;
    this.attributes = attributes;
    this.childNodes = type === 1 ? [] : NO_CHILDREN;
  }

  static element(name: string, attributes: Readonly<Record<string, string>> = NO_ATTRIBUTES): MarkdownNode {
    return new MarkdownNode(1, name.toUpperCase(), '', attributes);
  }

  static text(data: string): MarkdownNode {
    return new MarkdownNode(3, '#text', data, NO_ATTRIBUTES);
  }

  append(child: MarkdownNode): MarkdownNode {
    const last = this.childNodes.at(-1) ?? null;
    child.parentNode = this;
    child.previousSibling = last;
    if (last !== null) last.nextSibling = child;
    this.childNodes.push(child);
    return child;
  }

  get data(): string {
    return this.value;
  }
  set data(value: string) {
    this.value = value;
  }
  get nodeValue(): string {
    return this.value;
  }
  get firstChild(): MarkdownNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastElementChild(): MarkdownNode | null {
    return this.childNodes.findLast((child) => child.nodeType === 1) ?? null;
  }
  get children(): MarkdownNode[] {
    return this.childNodes.filter((child) => child.nodeType === 1);
  }
  /** Rows of a table; they stand right below it in this tree. */
  get rows(): MarkdownNode[] {
    return this.childNodes;
  }
  get textContent(): string {
    if (this.nodeType === 3) return this.value;
    this.text ??= this.childNodes.map((child) => child.textContent).join('');
    return this.text;
  }
  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }
  getElementsByTagName(name: string): MarkdownNode[] {
    return this.childNodes.flatMap((child) => [
      ...(child.nodeName === name.toUpperCase() ? [child] : []),
      ...child.getElementsByTagName(name),
    ]);
  }
  querySelector(): null {
    return null;
  }
  cloneNode(): MarkdownNode {
    return this;
  }
  removeChild(child: MarkdownNode): void {
    const at = this.childNodes.indexOf(child);
    if (at < 0) return;
    this.childNodes.splice(at, 1);
    if (child.previousSibling !== null) child.previousSibling.nextSibling = child.nextSibling;
    if (child.nextSibling !== null) child.nextSibling.previousSibling = child.previousSibling;
  }
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
const NO_STYLE = Object.freeze({});
const NO_CHILDREN: MarkdownNode[] = [];
Object.freeze(NO_CHILDREN);
