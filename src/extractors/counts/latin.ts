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
  let head: Head | null = null;
  for (let n = 0; n < MAX_TOKENS; n++) {
    TOKEN.lastIndex = i;
    const m = TOKEN.exec(folded);
    if (m === null) break;
    const printed = m[1] ?? '';
    const token = printed.replace(/[.'&/+-]+$/, '');
    const start = i + m[0].length - printed.length;
    const endsSentence = printed.endsWith('.') && !/^[a-z]\.$/.test(printed);
    if (STOP.has(token) || (AND.has(token) && head !== null)) break;
    if (OF.has(token)) {
      if (head !== null || n > 3) break;
      i += m[0].length;
      continue;
    }
    const phrase = phraseAt(folded, start);
    if (phrase !== null) {
      head = headOf(head, phrase, start);
      i = start + phrase.length;
      if (folded.charAt(i) === "'") i++;
      if (endsSentence || !/^ [a-z]/.test(folded.slice(i, i + 2))) break;
      continue;
    }
    // "customers data" goes on; a verb or a name after the head does not, nor does a long genitive before it.
    if (head !== null ? !(printed.endsWith("'") || GOES_ON.test(token)) : token.endsWith("'s") && n > 2)
      break;
    i += m[0].length;
    if (endsSentence) break;
  }
  if (head === null) return null;
  return { unit: head.unit, end: head.end, rule: 'counts/latin-number-noun', noun: head.word, weak: false };
}

interface Head {
  readonly word: string;
  readonly unit: NounUnit;
  readonly end: number;
}

/** Words that a noun after the head may begin with: "customers email addresses". */
const GOES_ON = /^(?:email|e-mail|account|login|data|phone|medical|credit|user)/;

/** The later noun is the head, unless it counts nothing: "users months". */
function headOf(head: Head | null, word: string, start: number): Head {
  const unit = UNIT_OF.get(word) ?? 'other';
  if (head !== null && unit === 'none' && word !== 'attacks') return head;
  return { word, unit, end: start + word.length };
}

function phraseAt(folded: string, at: number): string | null {
  const word = /^[a-zà-ÿ-]{2,20}/.exec(folded.slice(at, at + 20))?.[0];
  if (word === undefined) return null;
  for (const noun of BY_FIRST.get(word) ?? BY_FIRST.get(word.replace(/-$/, '')) ?? []) {
    if (folded.startsWith(noun, at) && !/[a-zà-ÿ]/.test(folded.charAt(at + noun.length))) return noun;
  }
  return null;
}
