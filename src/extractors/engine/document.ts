import { fold } from '../../text/fold.js';
import { splitSentences } from '../../text/sentences.js';
import type { Doc, DocBlock, ExtractorInput, Sentence, TermHit } from './types.js';

/**
 * Lays title and text out in one coordinate system and splits them into blocks and sentences.
 *
 * @param input title, plain text, blocks of the text (its lines where none are given), publication day, language
 * @param scan finds the lexicon terms of a text, given with its folded form, in one pass
 */
export function buildDocument(
  input: ExtractorInput,
  scan: (text: string, folded: string) => readonly TermHit[],
): Doc {
  // Character for character, so that a span in the document is the same span in the title.
  const title = input.title.replace(/[\n\r]/g, ' ');
  const bodyStart = title.length + 1;
  const text = `${title}\n${input.text}`;
  const folded = fold(text);
  const blocks: DocBlock[] = [{ index: 0, kind: 'title', start: 0, end: title.length }];
  for (const b of input.blocks ?? lineBlocks(input.text)) {
    blocks.push({
      index: blocks.length,
      kind: b.kind,
      start: b.start + bodyStart,
      end: b.end + bodyStart,
      level: b.level,
    });
  }
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    for (const s of splitSentences(text, block)) {
      sentences.push({ index: sentences.length, block: block.index, ...s, text: text.slice(s.start, s.end) });
    }
  }
  return {
    text,
    folded,
    bodyStart,
    lang: input.lang,
    published: input.published?.slice(0, 10) ?? null,
    blocks,
    sentences,
    terms: scan(text, folded),
  };
}

function lineBlocks(text: string): NonNullable<ExtractorInput['blocks']> {
  const out: { kind: 'paragraph'; start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') out.push({ kind: 'paragraph', start, end: start + line.length });
    start += line.length + 1;
  }
  return out;
}
