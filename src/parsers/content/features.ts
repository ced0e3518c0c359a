import type { MarkdownBlock } from '../formats/markdown-blocks.js';

/** A block with the measures that body finding goes by. */
export interface Measured {
  readonly block: MarkdownBlock;
  /** The text on one line. */
  readonly line: string;
  /** Length in words; a Han character or kana counts as half of one. */
  readonly words: number;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linkShare: number;
  /** Words of running text, 0 where the block is none. */
  readonly prose: number;
}

const SENTENCE_MARK = /[。！？；，：、]|[.!?;:,](?:\s|["”'’)\]]|$)/;
const SENTENCE_END = /[。！？…；]["”’」』）)】]{0,2}$|[.!?…]["”’')\]]{0,2}$/;

const ASCII = /^[\x00-\x7f]*$/;
/** Characters outside those that normalization leaves alone: only texts with one of them need it. */
const COMPATIBLE = /[^\x00-\x7f\u2010-\u2022\u3001-\u3020\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff]/;
/** Longest part of a block that is counted; the rest of a longer one is as it is. */
const COUNTED = 4000;

const isHan = (c: number): boolean =>
  (c >= 0x3400 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x30fa) || (c >= 0xac00 && c <= 0xd7af);

const isAsciiWord = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);

/** Whether a UTF-16 unit outside ASCII is a letter or digit, closely enough for counting. */
function isForeignLetter(c: number): boolean {
  if (c < 0x2000) return c >= 0xc0 && c !== 0xd7 && c !== 0xf7;
  return (
    (c >= 0x2c00 && c <= 0x2dff) ||
    (c >= 0xa000 && c < 0xd800) ||
    (c >= 0xf900 && c <= 0xfdff) ||
    (c >= 0xff10 && c <= 0xff19) ||
    (c >= 0xff21 && c <= 0xff3a) ||
    (c >= 0xff41 && c <= 0xff5a) ||
    (c >= 0xff66 && c <= 0xff9f)
  );
}

/** Words of a line, and its characters other than spaces. */
function count(line: string): { words: number; solid: number } {
  const end = Math.min(line.length, COUNTED);
  let han = 0;
  let words = 0;
  let solid = 0;
  let inWord = false;
  for (let i = 0; i < end; i++) {
    const c = line.charCodeAt(i);
    if (c === 0x20 || (c >= 0x09 && c <= 0x0d)) inWord = false;
    else {
      solid++;
      if (c < 0x80 ? isAsciiWord(c) : isForeignLetter(c) && !isHan(c)) {
        if (!inWord) words++;
        inWord = true;
      } else {
        inWord = false;
        if (c > 0x80 && isHan(c)) han++;
      }
    }
  }
  const scale = line.length > COUNTED ? line.length / COUNTED : 1;
  return { words: (han / 2 + words) * scale, solid: solid * scale };
}

/** Words of running text in a block: a sentence or more, mostly outside links. */
function proseOf(block: MarkdownBlock, line: string, words: number, linkShare: number): number {
  if (block.kind === 'rule' || block.kind === 'code') return 0;
  if (linkShare > 0.6) return 0;
  const own = words * (1 - linkShare);
  // Some sites set the summary that leads an article as a heading.
  if (block.kind === 'heading') return own >= 16 || (own >= 9 && endsSentence(line)) ? own : 0;
  // Three points are the mark of a cut, not the end of a sentence.
  if (endsSentence(line) && !line.endsWith('...')) return own >= 5 ? own : 0;
  if (block.kind === 'row') return own >= 12 ? own : 0;
  return own >= 12 && SENTENCE_MARK.test(line) ? own : 0;
}

/** Measures a block. */
export function measure(block: MarkdownBlock): Measured {
  const line = block.text.includes('\n') ? block.text.replaceAll('\n', ' ') : block.text;
  const { words, solid } = count(line);
  const linkShare = block.linked === 0 ? 0 : Math.min(1, block.linked / Math.max(1, solid));
  return { block, line, words, linkShare, prose: proseOf(block, line, words, linkShare) };
}

/** Whether the text ends a sentence. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line.length > 4 ? line.slice(-4) : line);
}

/** Text by which two lines are compared: no case, no spaces, no punctuation, no symbols. */
export function lineKey(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const plain = (COMPATIBLE.test(text) ? text.normalize('NFKC') : text).toLowerCase();
  let key = '';
  for (let i = 0; i < plain.length; i++) {
    const c = plain.charCodeAt(i);
    if (c < 0x80 ? isAsciiWord(c) : isHan(c) || isForeignLetter(c)) key += plain.charAt(i);
  }
  return key;
}
