import type { Doc, Sentence } from '../engine/types.js';
import { victimsInEn } from './en.js';
import { victimsInIt } from './it.js';
import { victimsInJa } from './ja.js';
import type { VictimMention } from './types.js';
import { victimsInZh } from './zh.js';

export type { VictimMention } from './types.js';

/** Most places that are looked at; no article tells of so many, and it bounds the work on a hostile one. */
const MAX_MENTIONS = 1200;

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
    if (out.length >= MAX_MENTIONS) break;
    const heading = isHeading(doc, sentence);
    if (doc.lang === 'ja' || (doc.lang !== 'zh' && /[\u3040-\u30ff]{2}/.test(sentence.text))) {
      out.push(...victimsInJa(doc.text, folded, sentence));
    } else if (/[\u4e00-\u9fff]/.test(sentence.text)) {
      out.push(...victimsInZh(doc.text, folded, sentence, heading));
    } else if (doc.lang === 'it') {
      out.push(...victimsInIt(doc.text, sentence), ...victimsInEn(doc.text, sentence, heading));
    } else {
      out.push(...victimsInEn(doc.text, sentence, heading));
    }
  }
  return raisedByNext(doc, folded, out);
}

const GOES_ON = /^["'「]?(?:该|其|这家|它|公司|此次|这次|the (?:company|firm|airline|bank|organi)|it )/;
const HIT_NEXT = /攻击|入侵|ddos|勒索|泄[露漏]|黑客|被盗|窃取|breach|attack|hack|ransomware|stolen/;

/** A speaker whose next sentence goes on about itself and tells of an attack was the one attacked. */
function raisedByNext(doc: Doc, folded: string, mentions: readonly VictimMention[]): VictimMention[] {
  return mentions.map((m) => {
    if (m.strength >= 0.5 || !m.rule.endsWith('-tells')) return m;
    const own = doc.sentences[m.sentence];
    const next = doc.sentences[m.sentence + 1];
    if (own === undefined || next === undefined || own.block !== next.block) return m;
    const text = folded.slice(next.start, next.end);
    if (!GOES_ON.test(text) || !HIT_NEXT.test(text)) return m;
    return { ...m, rule: m.rule.replace('tells', 'said-then-hit'), strength: 0.7 };
  });
}
