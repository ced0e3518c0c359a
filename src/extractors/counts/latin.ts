import type { UnitReading } from './han.js';
import { LATIN_NOUNS, type NounUnit } from './nouns.js';

const UNIT_OF = new Map<string, NounUnit>();
for (const [unit, nouns] of Object.entries(LATIN_NOUNS))
  for (const n of nouns) if (!UNIT_OF.has(n)) UNIT_OF.set(n, unit as NounUnit);

/** Longest noun phrase of each first word, so that a token is looked up once. */
const BY_FIRST = new Map<string, string[]>();
for (const noun of UNIT_OF.keys()) {
  const first = noun.split(' ')[0] ?? noun;
  BY_FIRST.set(
    first,
    [...(BY_FIRST.get(first) ?? []), noun].sort((a, b) => b.length - a.length),
  );
}

const TOKEN = / ?([a-zà-ÿ0-9][a-zà-ÿ0-9'./&+-]{0,30})/y;
const MAX_TOKENS = 9;

/** Words that end the noun phrase. */
const STOP = new Set(
  (
    'were was are is be been being have had has who that which whose with from in at on to by for as since after before between during into across via including while when where because if but or per each every ' +
    'will would could can may might not also than then last this next today yesterday now so there it he she they we you i about against under over through within without worldwide globally ' +
    'che con per da dal dalla in nel nella su sono erano è'
  ).split(' '),
);
const OF = new Set(['of', 'di', 'dei', 'delle', 'degli', 'von']);
const AND = new Set(['and', 'e', 'und', '&']);

/**
 * Reads the noun phrase after a number: "of their customers", "unique Bitcoin wallet addresses".
 * The last plural noun of the phrase is its head.
 *
 * @param folded the folded document text
 * @param at end of the number
 */
export function readLatinUnit(folded: string, at: number): UnitReading | null {
  let i = at;
  let head: { word: string; unit: NounUnit; end: number } | null = null;
  for (let n = 0; n < MAX_TOKENS; n++) {
    TOKEN.lastIndex = i;
    const m = TOKEN.exec(folded);
    if (m === null) break;
    const token = (m[1] ?? '').replace(/[.'&/+-]+$/, '');
    const start = i + m[0].length - (m[1] ?? '').length;
    const possessive = (m[1] ?? '').endsWith("'");
    const cut = (m[1] ?? '').endsWith('.') && !/^[a-z]\.$/.test(m[1] ?? '');
    if (STOP.has(token)) {
      if (head !== null || n > 0 || token !== 'in') break;
      break;
    }
    if (OF.has(token)) {
      if (head !== null || n > 3) break;
      i += m[0].length;
      continue;
    }
    if (AND.has(token) && head !== null) break;
    const phrase = phraseAt(folded, start);
    if (phrase !== null) {
      const unit = UNIT_OF.get(phrase) ?? 'other';
      if (head === null || unit !== 'none' || phrase === 'attacks')
        head = { word: phrase, unit, end: start + phrase.length };
      i = start + phrase.length;
      if (folded.charAt(i) === "'") i++;
      if (cut && start + phrase.length >= start + token.length) break;
      if (!/^ [a-z]/.test(folded.slice(i, i + 2))) break;
      continue;
    }
    if (head !== null && !possessive) {
      // "customers data" goes on; a verb or name after the head does not.
      const next = /^ ?[a-z-]+ ([a-z ]{3,24})/.exec(folded.slice(i, i + 40));
      if (next === null || !/^(?:email|e-mail|account|login|data|phone|medical|credit|user)/.test(token))
        break;
    }
    if (token.endsWith("'s")) {
      if (n > 2) break;
    }
    i += m[0].length;
    if (cut) break;
  }
  if (head === null) return null;
  return { unit: head.unit, end: head.end, rule: 'counts/latin-number-noun', noun: head.word, weak: false };
}

function phraseAt(folded: string, at: number): string | null {
  const word = /^[a-zà-ÿ-]{2,20}/.exec(folded.slice(at, at + 20))?.[0];
  if (word === undefined) return null;
  for (const noun of BY_FIRST.get(word) ?? BY_FIRST.get(word.replace(/-$/, '')) ?? []) {
    if (folded.startsWith(noun, at) && !/[a-zà-ÿ]/.test(folded.charAt(at + noun.length))) return noun;
  }
  return null;
}
