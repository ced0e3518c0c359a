import { escapeRuns } from './escape.js';
import { MarkdownNode } from './node.js';

/** A stretch of a paragraph under the same marks. */
export interface Run {
  readonly kind: 'text' | 'break' | 'image';
  /** Text, or the alternative text of an image. */
  text: string;
  strong: boolean;
  em: boolean;
  readonly del: boolean;
  readonly code: boolean;
  /** Address of the link that the run stands in, or ''. */
  readonly href: string;
  /** Address of an image, or ''. */
  readonly src: string;
  /** Last character of `text` while it grows: reading it off a text of many parts would copy them each time. */
  end?: string;
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const CJK = /[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Appends text to a paragraph's runs, with white space collapsed over run borders. */
export function pushText(runs: Run[], data: string, marks: Omit<Run, 'kind' | 'text' | 'src' | 'end'>): void {
  const last = runs.at(-1);
  const before = lastShown(last);
  const text = collapse(data, before);
  if (text === '') return;
  if (
    last?.kind === 'text' &&
    last.strong === marks.strong &&
    last.em === marks.em &&
    last.del === marks.del &&
    last.code === marks.code &&
    last.href === marks.href
  ) {
    last.text += text;
    last.end = text.slice(-1);
    return;
  }
  runs.push({ kind: 'text', text, src: '', end: text.slice(-1), ...marks });
}

/** The character that a paragraph ends with so far. */
function lastShown(run: Run | undefined): string {
  if (run === undefined || run.kind === 'break') return ' ';
  return run.kind === 'image' ? '' : (run.end ?? run.text.slice(-1));
}

const SPACES = /[ \t\r\n\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g;

/** Anything but single spaces and visible characters. */
const ODD =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ud800-\udfff\ufeff\ufff9-\ufffb]| {2}/;

/**
 * Collapses white space as a browser shows it: a run is one space, nothing after a space; a line break of the source
 * between two Chinese or Japanese characters is nothing.
 */
function collapse(data: string, before: string): string {
  if (!ODD.test(data)) return before === ' ' && data.startsWith(' ') ? data.slice(1) : data;
  const clean = data.replace(INVISIBLE, '').toWellFormed();
  return clean.replace(SPACES, (space, at: number) => {
    const previous = at === 0 ? before : clean.charAt(at - 1);
    if (previous === ' ') return '';
    const next = clean.charAt(at + space.length);
    return space.includes('\n') && next !== '' && CJK.test(previous) && CJK.test(next) ? '' : ' ';
  });
}

/** Takes white space and breaks off both ends; true where words or an image are left. */
export function trimRuns(runs: Run[]): boolean {
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    if (last.kind === 'image') break;
    if (last.kind === 'text') {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
    }
    runs.pop();
  }
  for (let first = runs[0]; first !== undefined && first.kind !== 'image'; first = runs[0]) {
    if (first.kind === 'text') {
      first.text = first.text.trimStart();
      if (first.text !== '') break;
    }
    runs.shift();
  }
  for (let i = 1; i < runs.length; i++) {
    const run = runs[i - 1];
    if (run !== undefined && run.kind === 'text' && runs[i]?.kind === 'break') run.text = run.text.trimEnd();
  }
  return runs.length > 0;
}

/** Turns a paragraph's runs into nodes for turndown: marks that CommonMark can read, text escaped. */
export function appendRuns(parent: MarkdownNode, runs: readonly Run[], plain = false): void {
  const list = plain ? runs.map((run) => ({ ...run, strong: false, em: false })) : fitMarks(runs);
  const texts = escapeRuns(list);
  let link: MarkdownNode | null = null;
  let href = '';
  let strong: MarkdownNode | null = null;
  let em: MarkdownNode | null = null;
  for (const [i, run] of list.entries()) {
    const text = texts[i] ?? '';
    if (run.kind === 'break') {
      link = strong = em = null;
      href = '';
      parent.append(MarkdownNode.element('br'));
      continue;
    }
    if (text === '' && run.kind === 'text') continue;
    if (run.href !== href || run.href === '') link = null;
    if (run.href !== '' && link === null) {
      link = parent.append(MarkdownNode.element('a', { href: run.href }));
      strong = em = null;
    }
    if (run.href === '' && href !== '') strong = em = null;
    href = run.href;
    let at = link ?? parent;
    if (!run.strong) strong = null;
    else if (strong === null) {
      strong = at.append(MarkdownNode.element('strong'));
      em = null;
    }
    if (strong !== null) at = strong;
    if (!run.em) em = null;
    else em ??= at.append(MarkdownNode.element('em'));
    if (em !== null) at = em;
    if (run.del) at = at.append(MarkdownNode.element('del'));
    if (run.kind === 'image') at.append(MarkdownNode.element('img', { src: run.src, alt: text }));
    else if (run.code) at.append(MarkdownNode.element('code')).append(MarkdownNode.text(text));
    else at.append(MarkdownNode.text(text));
  }
}

/**
 * Makes emphasis such as CommonMark reads: a mark next to a letter must not have white space or punctuation on its
 * inner side (`泄露**约500万条，**含` is not bold), so these move out of it; where none can move, the mark goes.
 */
function fitMarks(runs: readonly Run[]): Run[] {
  let list: Run[] = runs.map((run) => ({ ...run }));
  for (const mark of ['strong', 'em'] as const) {
    if (!list.some((run) => run[mark])) continue;
    const out: Run[] = [];
    for (let i = 0; i < list.length; ) {
      const run = list[i];
      if (run === undefined) break;
      if (!run[mark] || run.kind === 'break') {
        out.push(run[mark] ? { ...run, [mark]: false } : run);
        i++;
        continue;
      }
      let end = i;
      while (
        end < list.length &&
        list[end]?.[mark] &&
        list[end]?.kind !== 'break' &&
        list[end]?.href === run.href
      )
        end++;
      const linked = run.href !== '';
      const before = out.at(-1);
      const after = list[end];
      out.push(...fitSpan(list.slice(i, end), mark, edge(before, linked, true), edge(after, linked, false)));
      i = end;
    }
    list = out;
  }
  return list;
}

/** The character next to a span: '' at the edge of a line. */
function edge(run: Run | undefined, linked: boolean, before: boolean): string {
  if (run === undefined || run.kind === 'break') return linked ? '[' : '';
  if (linked || run.kind === 'image' || run.href !== '') return '[';
  if (run.code) return '`';
  // A mark of the other kind may stand between; it counts as punctuation.
  if (run.strong || run.em || run.del) return '*';
  return before ? lastCharacter(run.text) : String.fromCodePoint(run.text.codePointAt(0) ?? 32);
}

function lastCharacter(text: string): string {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

const isLetter = (c: string): boolean => c !== '' && !/\s/.test(c) && !PUNCTUATION.test(c);

function fitSpan(span: Run[], mark: 'strong' | 'em', before: string, after: string): Run[] {
  const head: Run[] = [];
  const tail: Run[] = [];
  const first = span[0];
  const last = span.at(-1);
  if (first === undefined || last === undefined) return span;
  if (mark === 'em' && (before === '*' || after === '*' || span.some((run) => run.strong !== first.strong))) {
    return span.map((run) => ({ ...run, em: false }));
  }
  if (first.kind === 'text' && !first.code) {
    const size = isLetter(before)
      ? leadingMarks(first.text)
      : first.text.length - first.text.trimStart().length;
    if (size > 0) {
      head.push({ ...first, text: first.text.slice(0, size), [mark]: false });
      first.text = first.text.slice(size);
    }
  }
  if (last.kind === 'text' && !last.code && last.text !== '') {
    const size = isLetter(after) ? trailingMarks(last.text) : last.text.length - last.text.trimEnd().length;
    if (size > 0) {
      tail.push({ ...last, text: last.text.slice(last.text.length - size), [mark]: false });
      last.text = last.text.slice(0, last.text.length - size);
    }
  }
  const inner = span.filter((run) => run.kind !== 'text' || run.text !== '');
  const opens = inner[0];
  const closes = inner.at(-1);
  const words = inner.some((run) => run.kind === 'text' && isWordy(run.text));
  const odd = (run: Run | undefined): boolean => run === undefined || run.kind === 'image' || run.code;
  const unfit =
    !words ||
    (odd(opens) && isLetter(before) && head.length === 0) ||
    (odd(closes) && isLetter(after) && tail.length === 0);
  return [...head, ...(unfit ? inner.map((run) => ({ ...run, [mark]: false })) : inner), ...tail];
}

function isWordy(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function leadingMarks(text: string): number {
  let size = 0;
  for (const c of text) {
    if (isLetter(c)) break;
    size += c.length;
  }
  return size;
}

function trailingMarks(text: string): number {
  let size = text.length;
  while (size > 0) {
    const c = lastCharacter(text.slice(Math.max(0, size - 2), size));
    if (isLetter(c)) break;
    size -= c.length;
  }
  return text.length - size;
}
