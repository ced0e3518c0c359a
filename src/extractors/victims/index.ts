import type { Doc, Sentence } from '../engine/types.js';
import { victimsInEn } from './en.js';
import { victimsInIt } from './it.js';
import { victimsInJa } from './ja.js';
import type { VictimMention } from './types.js';
import { victimsInZh } from './zh.js';

export type { VictimMention } from './types.js';

/** Whether a sentence stands alone as a title or a heading does. */
export function isHeading(doc: Doc, sentence: Sentence): boolean {
  const kind = doc.blocks[sentence.block]?.kind;
  return kind === 'title' || kind === 'heading';
}

/**
 * Finds every place where the text tells that somebody was hit. What it finds is not yet judged: the
 * attacker, a vendor or a product may be among them (see entities.ts).
 *
 * @param doc the document; @param folded its text, folded
 */
export function findVictimMentions(doc: Doc, folded: string): VictimMention[] {
  const out: VictimMention[] = [];
  for (const sentence of doc.sentences) {
    const heading = isHeading(doc, sentence);
    if (/[\u3040-\u30ff]{2}/.test(sentence.text) && doc.lang !== 'zh') {
      out.push(...victimsInJa(doc.text, folded, sentence));
    } else if (/[\u4e00-\u9fff]/.test(sentence.text)) {
      out.push(...victimsInZh(doc.text, folded, sentence, heading));
    } else if (doc.lang === 'it') {
      out.push(...victimsInIt(doc.text, sentence), ...victimsInEn(doc.text, sentence, heading));
    } else {
      out.push(...victimsInEn(doc.text, sentence, heading));
    }
  }
  return out;
}
