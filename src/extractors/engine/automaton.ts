import { fold } from '../../text/fold.js';
import { beginningsOfTerms } from './beginnings.js';
import type { TermHit } from './types.js';

/** A term with the words that must or must not stand around it; all are matched folded. */
export interface TermRule {
  readonly term: string | readonly string[];
  /** The text just before the term must not end with any of these. */
  readonly notAfter?: readonly string[] | undefined;
  /** The text just after the term must not begin with any of these. */
  readonly notBefore?: readonly string[] | undefined;
  /** The text just before the term must end with one of these. */
  readonly after?: readonly string[] | undefined;
  /** The text just after the term must begin with one of these. */
  readonly before?: readonly string[] | undefined;
}

export type TermEntry = string | TermRule;

/** The entries of a line: terms parted by `|`. */
export function terms(strings: TemplateStringsArray): readonly string[] {
  return (strings[0] ?? '')
    .split('|')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

/** One lexicon in one language: canonical id → terms. */
export interface Lexicon {
  /** What the terms name, e.g. `data_class`; the lexicons of several languages share it. */
  readonly name: string;
  readonly terms: Readonly<Record<string, readonly TermEntry[]>>;
  /** The terms are looked for only in texts of this language: they would be other words elsewhere. */
  readonly only?: 'ja' | 'it';
  /** Latin terms stand in the text exactly as written here (names that are also common words). */
  readonly cased?: boolean;
}

/** Finds all terms of a text. `folded` is `fold(text)`, passed where the caller has it. */
export type Scanner = (text: string, folded?: string) => TermHit[];

interface Sense {
  readonly lexicon: number;
  readonly id: string;
  readonly only: Lexicon['only'];
  readonly rule: Surroundings | null;
  /** The exact spelling that a cased lexicon asks for. */
  readonly spelling: string | null;
}

const SPACE = 0x20;

/** A text with more terms than this is a list of them, no article: what is beyond is not read. */
const MAX_HITS = 10_000;

/** Blanks that may stand between a term and the words around it, or within it. */
const MAX_BLANKS = 8;

/** What tells that a text is in a language, or quotes it. */
const LANGUAGE = {
  ja: /[\u3040-\u30ff]{2}/,
  it: /\b(?:degli|della|delle|nella|sono|gli|dati)\b/,
} as const;

/** Letters and digits of scripts that part words by blanks. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) || // a-z
    (unit >= 0x30 && unit <= 0x39) || // 0-9
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) // Latin with marks
  );
}

/**
 * A trie in one open-addressed hash table: (node, letter) → node. Units that occur in no term have letter 0
 * and end every walk at once; node and letter share one 32-bit key, so that a step touches little memory.
 */
class Trie {
  private size = 1 << 16;
  /** Node and letter of a slot, or -1. */
  private keys = new Int32Array(this.size).fill(-1);
  private children = new Int32Array(this.size);
  private readonly letters = new Uint16Array(0x10000);
  private letterCount = 0;
  private nodeCount = 0;

  /** The child of a node by a unit, or 0. The root is node 0. */
  child(node: number, unit: number): number {
    const letter = this.letters[unit] ?? 0;
    return letter === 0 ? 0 : this.find((node << LETTER_BITS) | letter);
  }

  private find(key: number): number {
    const mask = this.size - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    for (;;) {
      const known = this.keys[slot];
      if (known === key) return this.children[slot] ?? 0;
      if (known === -1 || known === undefined) return 0;
      slot = (slot + 1) & mask;
    }
  }

  add(node: number, unit: number): number {
    let letter = this.letters[unit] ?? 0;
    if (letter === 0) {
      letter = ++this.letterCount;
      if (letter >> LETTER_BITS !== 0) throw new RangeError('the lexicons use too many different characters');
      this.letters[unit] = letter;
    }
    const key = (node << LETTER_BITS) | letter;
    const known = this.find(key);
    if (known !== 0) return known;
    const child = ++this.nodeCount;
    if (child >> (31 - LETTER_BITS) !== 0) throw new RangeError('the lexicons hold too many terms');
    if (child * 2 > this.size) this.grow();
    this.put(key, child);
    return child;
  }

  private put(key: number, child: number): void {
    const mask = this.size - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    while (this.keys[slot] !== -1) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.children[slot] = child;
  }

  private grow(): void {
    const { keys, children } = this;
    this.size *= 2;
    this.keys = new Int32Array(this.size).fill(-1);
    this.children = new Int32Array(this.size);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key !== -1) this.put(key, children[i] ?? 0);
    }
  }
}

/** Bits of a key that hold the letter: up to 4,095 different characters, and half a million nodes. */
const LETTER_BITS = 12;

const HAN = /[\u3040-\u9fff]/;
const LATIN = /[a-z0-9]/;

/** The spellings of a term in the trie: with and without the blank between scripts, and its English plural. */
function spellings(folded: string): string[] {
  const plain = folded.includes('-') ? folded.replace(/-/g, ' ') : folded;
  if (!HAN.test(plain)) {
    return plain.endsWith('y') && /[bcdfghjklmnpqrstvwxz]y$/.test(plain)
      ? [plain, `${plain.slice(0, -1)}ies`]
      : [plain];
  }
  if (!LATIN.test(plain)) return [plain];
  const out = [plain];
  const tight = plain.replace(/([a-z0-9]) (?=[\u3040-\u9fff])|([\u3040-\u9fff]) (?=[a-z0-9])/g, '$1$2');
  const loose = tight.replace(/([a-z0-9])(?=[\u3040-\u9fff])|([\u3040-\u9fff])(?=[a-z0-9])/g, '$1$2 ');
  if (tight !== plain) out.push(tight);
  if (loose !== plain) out.push(loose);
  return out;
}

/**
 * Compiles lexicons into one scanner. A scan is one pass over the text: from each place where a word may
 * begin, the trie is walked as far as it goes, and the longest term of each lexicon whose surroundings
 * allow it is taken. Terms of one lexicon do not overlap; terms of different ones may.
 *
 * Latin terms match whole words, with or without a plural s, and a hyphen counts as a blank. The time is
 * linear in the text: a walk is at most as long as the longest term.
 */
export function compileLexicons(lexicons: readonly Lexicon[]): Scanner {
  const trie = new Trie();
  const begins = beginningsOfTerms();
  const senses: (Sense[] | undefined)[] = [undefined];
  const names = [...new Set(lexicons.map((l) => l.name))];
  for (const lexicon of lexicons) {
    const of = names.indexOf(lexicon.name);
    for (const [id, entries] of Object.entries(lexicon.terms)) {
      for (const entry of entries) {
        const rule = typeof entry === 'string' ? null : surroundings(entry);
        const terms =
          typeof entry === 'string' ? [entry] : typeof entry.term === 'string' ? [entry.term] : entry.term;
        for (const term of terms) {
          for (const spelling of spellings(fold(term))) {
            begins.add(spelling);
            let node = 0;
            for (let i = 0; i < spelling.length; i++) node = trie.add(node, spelling.charCodeAt(i));
            const sense = {
              lexicon: of,
              id,
              only: lexicon.only,
              rule,
              spelling: lexicon.cased && /[A-Za-z]/.test(term) ? term : null,
            };
            const known = senses[node];
            if (known === undefined) senses[node] = [sense];
            else if (
              !known.some(
                (s) => s.lexicon === of && s.id === id && s.rule === rule && s.spelling === sense.spelling,
              )
            )
              known.push(sense);
          }
        }
      }
    }
  }

  const walkNodes = new Int32Array(256);
  const walkEnds = new Int32Array(256);
  return (text, given) => {
    const folded = given ?? fold(text);
    const hits: TermHit[] = [];
    // Span of the last hit of each lexicon. A term listed under two ids gives two hits.
    const last = new Int32Array(names.length).fill(-1);
    const taken = new Int32Array(names.length);
    const spoken = new Map<string, boolean>();
    const speaks = (language: 'ja' | 'it'): boolean => {
      const known = spoken.get(language) ?? LANGUAGE[language].test(folded);
      spoken.set(language, known);
      return known;
    };
    let previous = SPACE;
    for (let start = 0; start < folded.length && hits.length < MAX_HITS; start++) {
      const first = folded.charCodeAt(start);
      const inWord = isWordUnit(previous);
      previous = first;
      if ((inWord && isWordUnit(first)) || !begins.mayBegin(folded, start)) continue;
      let node = trie.child(0, first);
      if (node === 0) continue;
      let found = 0;
      let at = start + 1;
      let blank = false;
      let blanks = 0;
      for (;;) {
        if (senses[node] !== undefined && found < walkNodes.length) {
          walkNodes[found] = node;
          walkEnds[found] = at;
          found++;
        }
        if (at >= folded.length) break;
        let unit = folded.charCodeAt(at);
        if (unit === 0x2d) unit = SPACE;
        if (unit === SPACE && blank) {
          at++;
          if (++blanks > MAX_BLANKS) break;
          continue;
        }
        blank = unit === SPACE;
        node = trie.child(node, unit);
        if (node === 0) break;
        at++;
      }
      if (found > 0) take(text, folded, start, found, speaks, last, taken, hits);
    }
    return hits;
  };

  function take(
    text: string,
    folded: string,
    start: number,
    found: number,
    speaks: (language: 'ja' | 'it') => boolean,
    last: Int32Array,
    taken: Int32Array,
    hits: TermHit[],
  ): void {
    for (let k = found - 1; k >= 0; k--) {
      const bare = walkEnds[k] ?? start;
      const end = wordEnd(folded, bare);
      if (end < 0) continue;
      for (const sense of senses[walkNodes[k] ?? 0] ?? []) {
        const until = taken[sense.lexicon] ?? 0;
        const again = until === end && last[sense.lexicon] === start;
        if (until > start && !again) continue;
        if (sense.only !== undefined && !speaks(sense.only)) continue;
        if (sense.rule !== null && !allows(sense.rule, folded, start, end)) {
          // A term that its surroundings forbid still covers the shorter ones within it.
          taken[sense.lexicon] = end;
          last[sense.lexicon] = start;
          continue;
        }
        if (again && isHit(hits, start, names[sense.lexicon] ?? '', sense.id)) continue;
        if (sense.spelling !== null && !text.startsWith(sense.spelling, start)) continue;
        taken[sense.lexicon] = end;
        last[sense.lexicon] = start;
        hits.push({ start, end, lexicon: names[sense.lexicon] ?? '', id: sense.id });
      }
    }
  }
}

/** Whether one of the last hits, those that start here, is of this lexicon and id. */
function isHit(hits: readonly TermHit[], start: number, lexicon: string, id: string): boolean {
  for (let i = hits.length - 1; i >= 0; i--) {
    const hit = hits[i];
    if (hit === undefined || hit.start !== start) return false;
    if (hit.lexicon === lexicon && hit.id === id) return true;
  }
  return false;
}

/** Where the word that a term ends in ends: there, after a plural s, or -1 where it goes on otherwise. */
function wordEnd(folded: string, end: number): number {
  if (!isWordUnit(folded.charCodeAt(end - 1))) return end;
  const next = folded.charCodeAt(end);
  if (!isWordUnit(next)) return end;
  if (next === 0x73 && !isWordUnit(folded.charCodeAt(end + 1))) return end + 1;
  const last = folded.charCodeAt(end - 1);
  const sibilant = last === 0x73 || last === 0x78 || last === 0x68;
  if (sibilant && folded.startsWith('es', end) && !isWordUnit(folded.charCodeAt(end + 2))) return end + 2;
  return -1;
}

/** The words of one condition by their unit next to the term, so that a look-up tries few. */
type WordIndex = ReadonlyMap<number, readonly string[]>;

/** A rule made ready for matching. */
interface Surroundings {
  readonly after: WordIndex | null;
  readonly before: WordIndex | null;
  readonly notAfter: WordIndex | null;
  readonly notBefore: WordIndex | null;
}

function surroundings(rule: TermRule): Surroundings {
  const index = (words: readonly string[] | undefined, last: boolean): WordIndex | null => {
    if (words === undefined) return null;
    const out = new Map<number, string[]>();
    for (const word of words) {
      const folded = fold(word);
      const unit = folded.charCodeAt(last ? folded.length - 1 : 0);
      const list = out.get(unit);
      if (list === undefined) out.set(unit, [folded]);
      else list.push(folded);
    }
    return out;
  };
  return {
    after: index(rule.after, true),
    before: index(rule.before, false),
    notAfter: index(rule.notAfter, true),
    notBefore: index(rule.notBefore, false),
  };
}

function allows(rule: Surroundings, folded: string, start: number, end: number): boolean {
  let left = start;
  while (left > 0 && start - left < MAX_BLANKS && folded.charCodeAt(left - 1) === SPACE) left--;
  let right = end;
  while (right - end < MAX_BLANKS && folded.charCodeAt(right) === SPACE) right++;
  const precedes = (words: WordIndex): boolean =>
    words.get(folded.charCodeAt(left - 1))?.some((word) => endsWithWord(folded, word, left)) ?? false;
  const follows = (words: WordIndex): boolean =>
    words.get(folded.charCodeAt(right))?.some((word) => startsWithWord(folded, word, right)) ?? false;
  if (rule.notAfter !== null && precedes(rule.notAfter)) return false;
  if (rule.notBefore !== null && follows(rule.notBefore)) return false;
  if (rule.after !== null && !precedes(rule.after)) return false;
  return rule.before === null || follows(rule.before);
}

function endsWithWord(folded: string, word: string, end: number): boolean {
  const start = end - word.length;
  if (start < 0 || !folded.startsWith(word, start)) return false;
  return !(isWordUnit(word.charCodeAt(0)) && start > 0 && isWordUnit(folded.charCodeAt(start - 1)));
}

function startsWithWord(folded: string, word: string, start: number): boolean {
  if (!folded.startsWith(word, start)) return false;
  const end = start + word.length;
  return !(isWordUnit(word.charCodeAt(word.length - 1)) && isWordUnit(folded.charCodeAt(end)));
}
