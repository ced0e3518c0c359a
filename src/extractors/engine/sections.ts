import type { Doc, DocBlock } from './types.js';

/** A run of sentences [from, to) that tells one story; `head` is the sentence that titles it. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** Most items that a digest is read for. */
const MAX_ITEMS = 60;

/** Longest heading of an item, in UTF-16 units. */
const MAX_HEAD = 80;

const NUMBERED =
  /^ ?(?:[(（]?\d{1,2}[)）]|\d{1,2} ?[.、:：]|[一二三四五六七八九十]{1,3}[、.]|no\.? ?\d{1,2}|第[一二三四五六七八九十\d]{1,3}[名条]|[①-⑳]|【.{2,30}】$|•|\*|#\d)/i;
const BULLET = /^ ?[•·▪●◆■►▶*-]/;
const SENTENCE_END = /[。.!?！？;；,，:：]["”’)）]?$/;

/** True where a block can title an item: a heading, a numbered line, or a short line that is no sentence. */
function isHead(doc: Doc, block: DocBlock): boolean {
  const text = doc.text.slice(block.start, block.end).trim();
  if (text.length < 4 || text.length > MAX_HEAD) return false;
  if (block.kind === 'code' || block.kind === 'row' || block.kind === 'quote') return false;
  if (/^(?:https?:|原文链接|来源|source|参考|阅读原文|作者|编辑|图片|via|photo|image)/i.test(text))
    return false;
  if (block.kind === 'heading') return true;
  if (NUMBERED.test(text) && !/[。.!?！？]$/.test(text)) return true;
  return !SENTENCE_END.test(text);
}

/**
 * Cuts a digest into its items. Runs of headings without text between them are a list of contents: they
 * become items only where no text follows under the same words.
 *
 * @returns the items in order; empty where the text has no such shape
 */
export function itemsOf(doc: Doc): Section[] {
  const firstSentence = new Map<number, number>();
  const lastSentence = new Map<number, number>();
  for (const s of doc.sentences) {
    if (!firstSentence.has(s.block)) firstSentence.set(s.block, s.index);
    lastSentence.set(s.block, s.index);
  }
  const heads = doc.blocks.filter((b) => b.index > 0 && firstSentence.has(b.index) && isHead(doc, b));
  const texts = new Set<string>();
  const items: Section[] = [];
  heads.forEach((head, n) => {
    const from = firstSentence.get(head.index);
    if (from === undefined) return;
    const next = heads[n + 1];
    const to =
      next === undefined ? doc.sentences.length : (firstSentence.get(next.index) ?? doc.sentences.length);
    const own = (lastSentence.get(head.index) ?? from) + 1;
    const text = plainHead(doc.text.slice(head.start, head.end));
    if (to > own) {
      items.push({ from, to, head: from });
      texts.add(text);
    } else if (BULLET.test(doc.text.slice(head.start, head.end)) || head.kind === 'item') {
      items.push({ from, to, head: from });
    }
  });
  return items.slice(0, MAX_ITEMS).filter((item) => {
    const block = doc.blocks[doc.sentences[item.head]?.block ?? -1];
    if (block === undefined) return false;
    const own = (lastSentence.get(block.index) ?? item.from) + 1;
    return item.to > own || !texts.has(plainHead(doc.text.slice(block.start, block.end)));
  });
}

function plainHead(text: string): string {
  return text.replace(/^[\s•·▪●◆■►▶*\-\d.、:：()（）]+/, '').replace(/\s+/g, '');
}

/** The whole document as one section; its head is the title. */
export function wholeDocument(doc: Doc): Section {
  return { from: 0, to: doc.sentences.length, head: 0 };
}

/** True where items carry numbers in order, as in a digest of numbered stories. */
export function isNumberedList(doc: Doc, items: readonly Section[]): boolean {
  let expected = 1;
  for (const item of items) {
    const text = doc.sentences[item.head]?.text ?? '';
    const number = /^\s*[(（]?0?(\d{1,2})\s*[)）.、:： ]/.exec(text)?.[1];
    if (number !== undefined && Number(number) === expected) expected++;
  }
  return expected > 3;
}
