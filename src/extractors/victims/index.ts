import type { Doc, Sentence } from '../engine/types.js';
import { componentsHit } from './components.js';
import { victimsInEn } from './en.js';
import { NO_NAME } from './en-words.js';
import { victimsInIt } from './it.js';
import { victimsInJa } from './ja.js';
import { KNOWN_HAN } from './known-names.js';
import type { VictimMention } from './types.js';
import { victimsInZh } from './zh.js';

export type { VictimMention } from './types.js';

/** Most places that are looked at; no article tells of so many, and it bounds the work on a hostile one. */
const MAX_MENTIONS = 1200;

/** A line no longer than this that ends without a mark heads an item of a digest. In UTF-16 units. */
const MAX_HEADING = 60;
const ENDED = /[。.!?！？;；,，:：、)）”"]\s*$/;

/** Whether a sentence stands alone as a title or a heading does. */
export function isHeading(doc: Doc, sentence: Sentence): boolean {
  const block = doc.blocks[sentence.block];
  if (block === undefined) return false;
  if (block.kind === 'title' || block.kind === 'heading') return true;
  return block.kind === 'paragraph' && block.end - block.start <= MAX_HEADING && !ENDED.test(sentence.text);
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
    out.push(...componentsHit(doc.text, folded, sentence, heading));
    if (doc.lang === 'ja' || (doc.lang !== 'zh' && /[\u3040-\u30ff]{2}/.test(sentence.text))) {
      out.push(...victimsInJa(doc.text, folded, sentence));
    } else if (/[\u4e00-\u9fff]/.test(sentence.text)) {
      out.push(...victimsInZh(doc.text, folded, sentence, heading));
    } else if (doc.lang === 'it') {
      out.push(...victimsInIt(doc.text, sentence), ...victimsInEn(doc.text, sentence, heading));
    } else if (doc.lang !== 'de') {
      // “Hack”, “Mal” and every noun has a capital: English rules misread German.
      out.push(...victimsInEn(doc.text, sentence, heading));
    }
  }
  return raisedByNext(doc, folded, [...out, ...subjectsOfTitle(doc, folded)]);
}

/** How often the body must use a name of the title that no verb says was hit. */
const RECURS = 2;
const PROPER =
  /(?:[A-Z][A-Za-z0-9&.'’-]*|\d+[A-Z][A-Za-z]+)(?: (?:of |and |the |for |& )?[A-Z][A-Za-z0-9&.'’-]*){0,5}/g;

/**
 * Names in the title that the body goes on about, whatever the title says of them: what an article is about
 * when nobody in it is said in so many words to have been hit. Too weak to make an incident by themselves.
 */
function subjectsOfTitle(doc: Doc, folded: string): VictimMention[] {
  const title = doc.sentences.filter((s) => s.block === 0);
  const last = title[title.length - 1];
  if (last === undefined || doc.text.length > MAX_TEXT) return [];
  const head = doc.text.slice(0, last.end);
  const spans = [
    ...[...head.matchAll(PROPER)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
    ...[...folded.slice(0, last.end).matchAll(KNOWN_HAN)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
    })),
  ];
  return spans.flatMap((span): VictimMention[] => {
    const name = doc.text.slice(span.start, span.end).replace(/['’]s?$/, '');
    if (name.length < 2 || NO_NAME.has(name.toLowerCase())) return [];
    if (MEANS_BEFORE.test(head.slice(Math.max(0, span.start - 30), span.start))) return [];
    let times = 0;
    for (
      let at = doc.text.indexOf(name, last.end);
      at >= 0 && times < RECURS;
      at = doc.text.indexOf(name, at + 1)
    )
      times++;
    const sentence = title.find((s) => span.start >= s.start && span.start < s.end);
    if (times < RECURS || sentence === undefined) return [];
    return [
      {
        start: span.start,
        end: span.start + name.length,
        name,
        aliases: [],
        sentence: sentence.index,
        eventStart: span.start,
        eventEnd: span.end,
        rule: 'victims/title-subject',
        strength: 0.4,
        described: false,
      },
    ];
  });
}

/** “… uses NAME”, “delivers NAME”: a tool or what is delivered, not whom the article is about. */
const MEANS_BEFORE =
  /(?:\b(?:uses?|using|leverag(?:es|ing)|deliver(?:s|ing)?|deploy(?:s|ing)?|via|with|drop(?:s|ping)?|spread(?:s|ing)?|distribut(?:es|ing)|exploit(?:s|ing|ed)?|abus(?:es|ing)|through|and|called|dubbed) (?:[A-Za-z-]{2,14} )?|(?:利用|使用|投递|传播|分发|部署|滥用|通过|伪装成?|冒充|假冒|名为) ?)$/i;

/** Longest text whose title is searched for, in UTF-16 units. */
const MAX_TEXT = 200_000;

const GOES_ON = /^["'「]?(?:该|其|这家|它|公司|此次|这次|the (?:company|firm|airline|bank|organi)|it )/;
const HIT_NEXT = /攻击|入侵|ddos|勒索|泄[露漏]|黑客|被盗|窃取|breach|attack|hack|ransomware|stolen/;

/** The speaker tells of what befell others, or of what it found out. */
const OF_OTHERS = /报告(?!称)|研究|声称|帖子|论坛|引用|调查发现|警告|建议|report by|research|warned|forum/i;
/** Something went wrong at the speaker's own place. */
const OF_HARM =
  /事故|故障|中断|延误|异常|影响|关闭|暂停|瘫痪|停运|incident|outage|disrupt|delay|issue|shut|offline/i;

/** A speaker whose next sentence goes on about itself and tells of an attack was the one attacked. */
function raisedByNext(doc: Doc, folded: string, mentions: readonly VictimMention[]): VictimMention[] {
  return mentions.map((m) => {
    if (m.strength >= 0.5 || !m.rule.endsWith('-tells')) return m;
    const own = doc.sentences[m.sentence];
    const next = doc.sentences[m.sentence + 1];
    if (own === undefined || next === undefined || own.block !== next.block) return m;
    const text = folded.slice(next.start, next.end);
    if (!GOES_ON.test(text) || !HIT_NEXT.test(text)) return m;
    if (OF_OTHERS.test(own.text) || !OF_HARM.test(own.text)) return m;
    return { ...m, rule: m.rule.replace('tells', 'said-then-hit'), strength: 0.7 };
  });
}
