import { decodeHTML } from 'entities';

/** What the inline pass saw in one block besides its text. */
export interface InlineResult {
  /** Plain text; a forced line break (`<br>`) stands in it as a line break. */
  readonly text: string;
  /** UTF-16 units of `text` that stand in links. */
  readonly linked: number;
  readonly images: number;
  /** True where a strong mark is left open at the end of the block, to be closed in a later one. */
  readonly open: boolean;
}

const SPECIAL = /[*_~`\\&<>[\]!]/;
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g;
const HAS_INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/;
const SPACES = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const ODD_SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}/;
const ANY_SURROGATE = /[\ud800-\udfff]/;
const SURROGATE = /\p{Surrogate}/gu;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const BLOCK_TAG =
  /^\/?(?:p|div|section|article|table|tbody|thead|tr|ul|ol|li|h[1-6]|blockquote|pre|center|hr|br|figure|figcaption|details|summary)$/;
const INLINE_TAG =
  /^\/?(?:span|font|b|i|u|em|strong|sup|sub|small|mark|ins|del|s|a|img|o:p|kbd|big|tt|cite|abbr|code)$/;
const CELL_TAG = /^\/(?:td|th)$/;
const TAG = /<(\/?[a-z][a-z0-9:]{0,10})(?:\s[^<>]{0,2000})?\/?>/iy;
const COMMENT_END = '-->';
const PLAIN = /[^\\`*_~![\]<]+/y;
const STOP = /[\s，。、；：！？）」』”’》】,.;:!?)\]}]/;
const HAN = /[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]/;
const AUTOLINK =
  /<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})>/iy;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;

/** Replaces lone surrogates, which no valid Unicode string holds. */
export function wellFormed(text: string): string {
  return ANY_SURROGATE.test(text) ? text.replace(SURROGATE, '\ufffd') : text;
}

/** Makes spaces plain and single, drops invisible characters, keeps line breaks. */
export function tidySpaces(text: string): string {
  const seen = HAS_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text;
  return (ODD_SPACE.test(seen) ? seen.replace(SPACES, ' ') : seen).trim();
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c !== '';
const isWord = (c: string): boolean => /[0-9A-Za-z]/.test(c);
const isSpace = (c: string): boolean => c === '' || /\s/.test(c);

interface Piece {
  text: string;
  /** Set for a run of emphasis marks. */
  readonly mark?: Mark;
  /** Links that open (positive) or close (negative) at this piece. */
  links?: number;
}
type Mark = '*' | '_' | '~';

/** What keeps the scan of one block linear: how far failed searches may still look, and which cannot succeed. */
interface Limits {
  left: number;
  /** Whether a `)`, or the end of a comment, may still follow. */
  closes: boolean;
  comments: boolean;
}

const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;

/** Where the destination of a link ends: the index after `)`, or -1. */
function destinationEnd(src: string, from: number, limits: Limits): number {
  let depth = 1;
  let quoted = false;
  const limit = Math.min(src.length, from + Math.min(limits.left, 100_000));
  for (let i = from; i < limit; i++) {
    const unit = src.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (quoted) {
      if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE && /\s/.test(src.charAt(i - 1))) quoted = true;
    else if (unit === OPEN) depth++;
    else if (unit === CLOSE && --depth === 0) return i + 1;
  }
  limits.left -= limit - from;
  if (!limits.closes) return -1;
  const end = src.indexOf(')', from) + 1;
  limits.closes = end > 0;
  return end || -1;
}

/** Splits inline source into pieces of text and emphasis marks; links give their text, images nothing. */
function pieces(src: string): { out: Piece[]; images: number } {
  const out: Piece[] = [];
  const opens: { at: number; image: boolean }[] = [];
  const limits: Limits = { left: 20_000 + src.length, closes: true, comments: true };
  const closedRuns = new Map<number, boolean>();
  let images = 0;
  let buffer = '';
  const flush = (): void => {
    if (buffer) out.push({ text: buffer });
    buffer = '';
  };
  let i = 0;
  while (i < src.length) {
    const c = src.charAt(i);
    if (c === '\\' && PUNCTUATION.test(src.charAt(i + 1))) {
      // A marked piece of its own, so that an escaped mark is never taken for emphasis.
      buffer += src.charAt(i + 1);
      i += 2;
    } else if (c === '`') {
      let n = 1;
      while (src.charAt(i + n) === '`') n++;
      const fence = '`'.repeat(Math.min(n, 32));
      const end = closedRuns.get(n) === false ? -1 : src.indexOf(fence, i + n);
      if (end < 0) {
        closedRuns.set(n, false);
        if (n < 3) buffer += fence;
      } else {
        buffer += src.slice(i + n, end);
      }
      i = end < 0 ? i + n : end + n;
    } else if (c === '*' || c === '_' || c === '~') {
      let n = 1;
      while (src.charAt(i + n) === c) n++;
      const run = src.slice(i, i + n);
      if (c === '~' && n !== 2) buffer += run;
      else {
        flush();
        out.push({ text: run, mark: c });
      }
      i += n;
    } else if (c === '!' && src.charAt(i + 1) === '[') {
      flush();
      opens.push({ at: out.length, image: true });
      out.push({ text: '![' });
      i += 2;
    } else if (c === '[') {
      flush();
      opens.push({ at: out.length, image: false });
      out.push({ text: '[' });
      i++;
    } else if (c === ']' && opens.length > 0) {
      flush();
      const open = opens.pop();
      const end = src.charAt(i + 1) === '(' ? destinationEnd(src, i + 2, limits) : -1;
      if (open === undefined || end < 0) {
        buffer += ']';
        i++;
      } else {
        if (open.image) {
          images++;
          out.length = open.at;
        } else {
          const bracket = out[open.at];
          if (bracket) {
            bracket.text = '';
            bracket.links = 1;
          }
          out.push({ text: '', links: -1 });
        }
        i = end;
      }
    } else if (c === '<') {
      i = angle(src, i, limits, (text) => {
        buffer += text;
      });
    } else {
      PLAIN.lastIndex = i;
      const plain = PLAIN.exec(src)?.[0] ?? c;
      buffer += plain;
      i += plain.length;
    }
  }
  flush();
  return { out, images };
}

/** Reads a tag, a comment or an autolink at `<`; returns the index after it. */
function angle(src: string, at: number, limits: Limits, emit: (text: string) => void): number {
  if (limits.comments && src.startsWith('<!--', at)) {
    const end = src.indexOf(COMMENT_END, at + 4);
    if (end >= 0) return end + COMMENT_END.length;
    limits.comments = false;
  }
  AUTOLINK.lastIndex = at;
  const link = AUTOLINK.exec(src);
  if (link) {
    emit(link[1] ?? '');
    return at + link[0].length;
  }
  TAG.lastIndex = at;
  const tag = TAG.exec(src);
  const name = (tag?.[1] ?? '').toLowerCase();
  if (tag && BLOCK_TAG.test(name)) emit('\n');
  else if (tag && CELL_TAG.test(name)) emit(' | ');
  else if (!tag || !INLINE_TAG.test(name)) {
    emit('<');
    return at + 1;
  }
  return at + tag[0].length;
}

/** A run of stars that masks part of a number, name or address: 138****1234, zh***@mail. */
function isMask(run: string, before: string, after: string, inStrong: boolean): boolean {
  if (run.length < 2) return isWord(before) && isWord(after) && (isDigit(before) || isDigit(after));
  if (isDigit(before) && isDigit(after)) return run.length > 2 || !inStrong;
  if (after === '@') return isWord(before) || before === '';
  return !inStrong && run.length > 2 && isWord(before) && isWord(after);
}

interface Run {
  readonly at: number;
  readonly mark: Mark;
  readonly length: number;
  readonly before: string;
  readonly after: string;
  /** Whether a run of the same mark follows. */
  readonly more: boolean;
}

/** The runs of emphasis marks with the characters around them, read before any mark is blanked. */
function markRuns(out: readonly Piece[]): Run[] {
  const before: string[] = [];
  let last = '';
  for (const p of out) {
    before.push(last);
    if (p.text) last = p.text.charAt(p.text.length - 1);
  }
  const runs: Run[] = [];
  const seen = new Set<Mark>();
  let next = '';
  for (let at = out.length - 1; at >= 0; at--) {
    const p = out[at];
    if (!p) continue;
    if (p.mark) {
      const { mark, text } = p;
      runs.push({
        at,
        mark,
        length: text.length,
        before: before[at] ?? '',
        after: next,
        more: seen.has(mark),
      });
      seen.add(mark);
    }
    if (p.text) next = p.text.charAt(0);
  }
  return runs.reverse();
}

/** Whether a run may open emphasis: looser than CommonMark next to CJK, stricter between two words. */
function canOpen(run: Run): boolean {
  if (run.length === 1) return !isSpace(run.after) && !isWord(run.before) && !HAN.test(run.before);
  return run.after !== '' && (isSpace(run.before) || !STOP.test(run.after));
}

/** Blanks the emphasis marks that pair up, and strong marks left open at a block's edge. */
function dropEmphasis(out: Piece[], pendingStrong: boolean): boolean {
  if (!out.some((piece) => piece.mark !== undefined)) return pendingStrong;
  const stacks: Record<Mark, Run[]> = { '*': [], _: [], '~': [] };
  let pending = pendingStrong;
  for (const run of markRuns(out)) {
    const stack = stacks[run.mark];
    const opener = stack[stack.length - 1];
    if (run.mark === '_' && isWord(run.before) && isWord(run.after)) continue;
    if (
      run.mark === '*' &&
      isMask('*'.repeat(Math.min(run.length, 4)), run.before, run.after, stack.length > 0)
    )
      continue;
    const closes = run.length > 1 || !isSpace(run.before);
    if (opener && run.length >= 4 && run.more) {
      // Two strong runs that touch: **a****b**
      blank(out, opener.at);
      blank(out, run.at);
      stack[stack.length - 1] = run;
    } else if (opener && closes && (opener.length === run.length || opener.length > 2 || run.length > 2)) {
      blank(out, opener.at);
      blank(out, run.at);
      stack.pop();
    } else if (run.more && canOpen(run)) {
      stack.push(run);
    } else if (run.length > 1 && (pending || run.before === '' || run.length === 4)) {
      blank(out, run.at);
      pending = run.before === '' && run.after !== '' && run.length < 4 && !pending;
    }
  }
  for (const stack of Object.values(stacks)) {
    for (const run of stack) {
      // Opened at the block's very start and not closed in it: closed in a later block.
      if (run.before !== '' || run.length < 2) continue;
      blank(out, run.at);
      pending = true;
    }
  }
  return pending;
}

function blank(out: Piece[], at: number): void {
  const piece = out[at];
  if (piece) piece.text = '';
}

/** Turns the inline Markdown of one block into plain text, as {@link inlineToText} does. */
export type InlineReader = (source: string, pendingStrong?: boolean) => InlineResult;

/**
 * An {@link inlineToText} that remembers its answers: the body of a page is read once among its menus and once by
 * itself, and most of its blocks are the same both times. Made for one page and dropped with it.
 */
export function rememberedInline(): InlineReader {
  const known = new Map<string, InlineResult>();
  return (source, pendingStrong = false) => {
    if (pendingStrong || !SPECIAL.test(source)) return inlineToText(source, pendingStrong);
    const found = known.get(source);
    if (found !== undefined) return found;
    const read = inlineToText(source);
    known.set(source, read);
    return read;
  };
}

/**
 * Turns the inline Markdown of one block into plain text.
 *
 * Links become their text, images nothing, emphasis marks go (also next to CJK punctuation, where CommonMark
 * would leave them), masked numbers stay, escapes and entities are resolved, formatting tags are dropped.
 *
 * @param source inline source of one block
 * @param pendingStrong true where an earlier block left a strong mark open
 */
export function inlineToText(source: string, pendingStrong = false): InlineResult {
  if (!SPECIAL.test(source)) {
    return { text: tidySpaces(source), linked: 0, images: 0, open: pendingStrong };
  }
  const { out, images } = pieces(source);
  const open = dropEmphasis(out, pendingStrong);
  let text = '';
  let linked = 0;
  let depth = 0;
  for (const p of out) {
    depth += p.links ?? 0;
    if (!p.text) continue;
    const value = p.text.includes('&') ? p.text.replace(ENTITY, (e) => decodeHTML(e)) : p.text;
    text += value;
    if (depth > 0) linked += value.trim().length;
  }
  // A link around a heading (`[## Title](…)`) is the heading's text.
  const tidy = source.startsWith('[') ? tidySpaces(text).replace(/^#{1,6} (?=\S)/, '') : tidySpaces(text);
  return { text: tidy, linked: Math.min(linked, tidy.length), images, open };
}
