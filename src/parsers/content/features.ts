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

const CJK = /[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7af]/g;
const WORD = /[\p{L}\p{N}]+/gu;
const HAS_CJK = /[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7af]/;
const SENTENCE_MARK = /[。！？；，：、]|[.!?;:,](?:\s|["”'’)\]]|$)/;
const SENTENCE_END = /[。！？…；]["”’」』）)】]{0,2}$|[.!?…]["”’')\]]{0,2}$/;

function wordCount(text: string): number {
  if (text.length > 4000) {
    // The tail of a huge block is as the rest of it.
    return wordCount(text.slice(0, 4000)) * (text.length / 4000);
  }
  if (!HAS_CJK.test(text)) return text.match(WORD)?.length ?? 0;
  const cjk = text.match(CJK)?.length ?? 0;
  return cjk / 2 + (text.replace(CJK, ' ').match(WORD)?.length ?? 0);
}

/** Words of running text in a block: a sentence or more, mostly outside links. */
function proseOf(block: MarkdownBlock, line: string, words: number, linkShare: number): number {
  if (block.kind === 'rule' || block.kind === 'code') return 0;
  if (linkShare > 0.6) return 0;
  const own = words * (1 - linkShare);
  // Some sites set the summary that leads an article as a heading.
  if (block.kind === 'heading') return own >= 16 || (own >= 9 && SENTENCE_END.test(line)) ? own : 0;
  // Three points are the mark of a cut, not the end of a sentence.
  if (SENTENCE_END.test(line) && !line.endsWith('...')) return own >= 5 ? own : 0;
  if (block.kind === 'row') return own >= 12 ? own : 0;
  return own >= 12 && SENTENCE_MARK.test(line) ? own : 0;
}

/** Measures a block. */
export function measure(block: MarkdownBlock): Measured {
  const line = block.text.includes('\n') ? block.text.replaceAll('\n', ' ') : block.text;
  const words = block.text === '' ? 0 : wordCount(line);
  const linkShare = line.length === 0 ? 0 : Math.min(1, block.linked / line.replace(/\s+/g, '').length);
  return { block, line, words, linkShare, prose: proseOf(block, line, words, linkShare) };
}

/** Whether the text ends a sentence. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Text by which two lines are compared: no case, no spaces, no punctuation, no symbols. */
export function lineKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
