/**
 * How the terms of the lexicons begin. It tells of most places of a text, by a look at three units and without a
 * step into the trie, that no term begins there.
 */
export interface Beginnings {
  add(term: string): void;
  /** False where no term begins at `start`; true where one may. A hyphen counts as a blank. */
  mayBegin(folded: string, start: number): boolean;
}

/** Bits of the table of beginnings: with ten thousand of them set, one miss in fifty is taken for a hit. */
const BITS = 19;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Bits of `starts`. */
const BEGINS = 1;
const ALONE = 2;

function slotOf(first: number, second: number, third: number): number {
  const h = Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) + third;
  return Math.imul(h, 0xc2b2ae35) >>> (32 - BITS);
}

export function beginningsOfTerms(): Beginnings {
  /** By first unit: whether terms begin with it, and whether it is a term by itself. */
  const starts = new Uint8Array(0x10000);
  const table = new Uint8Array(1 << (BITS - 3));
  const has = (slot: number): boolean => ((table[slot >>> 3] ?? 0) & (1 << (slot & 7))) !== 0;
  return {
    add: (term) => {
      const first = term.charCodeAt(0);
      starts[first] = (starts[first] ?? 0) | BEGINS | (term.length === 1 ? ALONE : 0);
      // A term of two units has nothing in the third place.
      const slot = slotOf(first, term.charCodeAt(1) | 0, term.charCodeAt(2) | 0);
      table[slot >>> 3] = (table[slot >>> 3] ?? 0) | (1 << (slot & 7));
    },
    mayBegin: (folded, start) => {
      const first = folded.charCodeAt(start);
      const known = starts[first] ?? 0;
      if (known !== BEGINS) return known !== 0;
      let second = folded.charCodeAt(start + 1) | 0;
      let third = folded.charCodeAt(start + 2) | 0;
      if (second === HYPHEN) second = SPACE;
      if (third === HYPHEN) third = SPACE;
      // Several blanks count as one: what stands behind them is left to the trie.
      if (second === SPACE && third === SPACE) return true;
      return has(slotOf(first, second, third)) || has(slotOf(first, second, 0));
    },
  };
}
