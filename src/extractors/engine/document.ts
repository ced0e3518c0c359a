import { fold } from '../../text/fold.js';
import { splitSentences } from '../../text/sentences.js';
import type { Doc, DocBlock, ExtractorInput, Sentence, TermHit } from './types.js';

/** A longer text, in UTF-16 units, is a dump, no article: what is beyond is not read. The longest articles have a tenth. */
const MAX_TEXT = 1_000_000;
/** A text of more sentences than this is a dump, no article: what is beyond is not read. */
const MAX_SENTENCES = 10_000;

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
  const given = input.text.slice(0, MAX_TEXT);
  const whole = `${title}\n${mendBreaks(given)}`;
  const blocks: DocBlock[] = [{ index: 0, kind: 'title', start: 0, end: title.length }];
  for (const b of input.blocks ?? lineBlocks(given)) {
    if (b.start >= given.length) break;
    const last = blocks[blocks.length - 1];
    const start = b.start + bodyStart;
    const end = Math.min(b.end, given.length) + bodyStart;
    if (last !== undefined && last.index > 0 && start > last.end && isMended(whole, last.end, start)) {
      blocks[blocks.length - 1] = { ...last, end };
      continue;
    }
    blocks.push({ index: blocks.length, kind: b.kind, start, end, level: b.level });
  }
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    if (sentences.length >= MAX_SENTENCES) break;
    for (const { start, end } of splitSentences(whole, block)) {
      if (sentences.length >= MAX_SENTENCES) break;
      sentences.push({
        index: sentences.length,
        block: block.index,
        start,
        end,
        text: whole.slice(start, end),
      });
    }
  }
  const text =
    sentences.length < MAX_SENTENCES ? whole : whole.slice(0, sentences[sentences.length - 1]?.end);
  const folded = fold(text);
  let terms: readonly TermHit[] | undefined;
  return {
    text,
    folded,
    bodyStart,
    lang: input.lang,
    published: input.published?.slice(0, 10) ?? null,
    blocks,
    sentences,
    // Found when first asked for: many articles are put aside before any rule looks for a term.
    get terms() {
      terms ??= scan(text, folded);
      return terms;
    },
  };
}

/**
 * A line break in the middle of a sentence (瑞⏎穗银行) is no end. Between Han characters it becomes a word
 * joiner, else a blank; the length stays, so spans stay what they are in the input.
 */
function mendBreaks(text: string): string {
  return text.replace(BROKEN_LINE, (broken, before: string, breaks: string, at: number) => {
    const line = text.slice(Math.max(0, at - 60), at);
    const rest = text.slice(at + broken.length, at + broken.length + 200);
    return IN_PROSE.test(line) && GOES_ON.test(rest) ? before + JOINER.repeat(breaks.length) : broken;
  });
}

function isMended(text: string, from: number, to: number): boolean {
  return to - from <= 2 && text.slice(from, to) === JOINER.repeat(to - from);
}

/** Stands for a mended line break; names are given without it. */
export const JOINER = '\u2060';

const BROKEN_LINE = /([\u4e00-\u9fff])(\n{1,2})(?=[\u4e00-\u9fff])/g;
/** The line before the break is prose, and stops within a phrase. */
const IN_PROSE = /[,，、。；][^\n。！？!?]{0,40}[、和与及的在对向从被将把是为以][^\n，,。]{0,3}$/;
/** What follows brings the sentence to its end. */
const GOES_ON = /^[^\n。！？!?]{4,198}[。！？]|^[^\n。！？!?]{20,200}$/;

function lineBlocks(text: string): NonNullable<ExtractorInput['blocks']> {
  const out: { kind: 'paragraph'; start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') out.push({ kind: 'paragraph', start, end: start + line.length });
    start += line.length + 1;
  }
  return out;
}
