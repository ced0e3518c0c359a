import type { EvidenceLevel } from '../../model/index.js';
import type { Candidate, Doc, FactRule } from '../engine/types.js';

/** An ATT&CK technique id (https://attack.mitre.org), alone or with its sub-technique. */
const ID = /(?<![a-z0-9.\-/])t(1\d{3})(?:\.(\d{3}))?(?![a-z0-9-])/g;

/** Words for how sure a row or sentence is, the most telling first. */
const LEVELS: readonly { readonly level: EvidenceLevel; readonly words: string }[] = [
  {
    level: 'unconfirmed',
    words:
      '未确认|未经证实|未证实|尚未确认|未公开|不明|待确认|未确定|无证据|没有证据|unconfirmed|not confirmed|unknown|no evidence|未确认',
  },
  {
    level: 'likely',
    words:
      '极有可能|很可能|很有可能|大概率|极可能|高度可能|高度疑似|highly likely|very likely|likely|probable|probably|高い',
  },
  {
    level: 'possible',
    words: '可能|疑似|推测|推断|怀疑|possible|possibly|potential|suspected|may|might|おそれ',
  },
  { level: 'stated', words: '已确认|确认|证实|已证实|confirmed|observed|明确' },
];
const CELL = LEVELS.map(({ level, words }) => ({ level, re: new RegExp(`^\\s{0,3}(?:${words})`) }));
const SENTENCE = LEVELS.slice(0, 3).map(({ level, words }) => ({ level, re: new RegExp(words) }));

/** Technique ids that the article prints, each with how sure its row or sentence is of it. */
export const techniqueRule: FactRule<'technique'> = {
  id: 'techniques',
  find(doc) {
    const found: Candidate<'technique'>[] = [];
    if (!/t1\d{3}/.test(doc.folded)) return found;
    for (const block of doc.blocks) {
      const folded = doc.folded.slice(block.start, block.end);
      for (const match of folded.matchAll(ID)) {
        const sub = match[2] === undefined ? '' : `.${match[2]}`;
        const start = block.start + match.index;
        found.push({
          kind: 'technique',
          value: { id: `T${match[1]}${sub}`, level: levelOf(doc, block, folded, match.index) },
          start,
          end: start + match[0].length,
          rule: block.kind === 'row' || folded.includes('|') ? 'techniques/row' : 'techniques/id',
        });
      }
    }
    return found;
  },
};

/** The level that a cell of the row opens with, or that the sentence around an id states. */
function levelOf(
  doc: Doc,
  block: { start: number; kind: string },
  folded: string,
  at: number,
): EvidenceLevel {
  if (block.kind === 'row' || folded.includes('|')) {
    for (const cell of folded.slice(0, 4000).split('|').reverse()) {
      const known = CELL.find((l) => l.re.test(cell));
      if (known !== undefined) return known.level;
    }
    return 'stated';
  }
  const sentence = doc.sentences.find((s) => s.start <= block.start + at && block.start + at < s.end);
  const text = sentence === undefined ? folded : doc.folded.slice(sentence.start, sentence.end);
  return SENTENCE.find((l) => l.re.test(text.slice(0, 1000)))?.level ?? 'stated';
}
