import { fold } from './fold.js';

/** Units (a Chinese or Japanese character, or a run of Latin letters and digits) in one n-gram. */
const GRAM = 4;
/** A sketch keeps at most this many n-grams; its threshold is halved until it does. */
const SKETCH_MAX = 512;
/** Bins of the one-permutation MinHash; two neighbouring bins make one band. */
const BINS = 32;

/** What de-duplication needs to know of a text, made once and stored beside it. */
export interface Fingerprint {
  /** Letters and characters that carry text: blanks and punctuation aside. */
  readonly length: number;
  /** N-grams of the text, repetitions counted once where they are in the sketch. */
  readonly grams: number;
  /** 64-bit SimHash (Charikar 2002) over the sketched n-grams, as 16 hexadecimal digits. */
  readonly simhash: string;
  /**
   * The n-gram hashes under a threshold 2^(32-level), sorted (a FracMinHash; Brown & Irber 2016): a fair
   * sample of the n-grams, in which the containment of one text in another can be told.
   */
  readonly sketch: Uint32Array;
  readonly level: number;
  /** Keys of the candidate index; near-duplicates share at least one. Empty for short texts. */
  readonly bands: readonly number[];
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const isWide = (c: number): boolean =>
  (c >= 0x3040 && c <= 0x30ff) ||
  (c >= 0x3400 && c <= 0x9fff) ||
  (c >= 0xac00 && c <= 0xd7a3) ||
  (c >= 0xf900 && c <= 0xfaff);
const isNarrow = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x30 && c <= 0x39) ||
  (c >= 0xc0 && c <= 0x24f) ||
  (c >= 0x370 && c <= 0x5ff);

/** Hashes of the units of a text in order; blanks, marks and punctuation separate and do not count. */
function unitsOf(folded: string): { units: Uint32Array; length: number } {
  const units = new Uint32Array(folded.length);
  let count = 0;
  let length = 0;
  let run = 0;
  for (let i = 0; i < folded.length; i++) {
    const c = folded.charCodeAt(i);
    if (isNarrow(c)) {
      run = (Math.imul(run, 31) + c) | 0 || 1;
      length++;
      continue;
    }
    if (run !== 0) units[count++] = mix(run);
    run = 0;
    if (isWide(c)) {
      units[count++] = mix(c + 0x9e3779b9);
      length++;
    }
  }
  if (run !== 0) units[count++] = mix(run);
  return { units: units.subarray(0, count), length };
}

function simhashOf(sketch: Uint32Array): string {
  const votes = new Int32Array(64);
  for (const gram of sketch) {
    const low = mix(gram ^ 0x5bd1e995);
    const high = mix(gram ^ 0x27d4eb2f);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] ?? 0) + (((low >>> bit) & 1) * 2 - 1);
      votes[bit + 32] = (votes[bit + 32] ?? 0) + (((high >>> bit) & 1) * 2 - 1);
    }
  }
  let low = 0;
  let high = 0;
  for (let bit = 0; bit < 32; bit++) {
    if ((votes[bit] ?? 0) > 0) low |= 1 << bit;
    if ((votes[bit + 32] ?? 0) > 0) high |= 1 << bit;
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}

function bandsOf(bins: Float64Array): number[] {
  const bands: number[] = [];
  for (let band = 0; band * 2 + 1 < BINS; band++) {
    const a = bins[band * 2] ?? Infinity;
    const b = bins[band * 2 + 1] ?? Infinity;
    if (a === Infinity || b === Infinity) continue;
    bands.push(band * 2 ** 32 + mix(mix(a) + Math.imul(b, 0x9e3779b1)));
  }
  return bands;
}

/**
 * Fingerprint of a text for finding reposts and near-duplicates: case, width, traditional or simplified
 * characters, blanks and punctuation make no difference. Linear in the text. A unigram of a Chinese text
 * is a character, of a Latin one a word, so one n-gram length serves both.
 *
 * @param text the cleaned body
 * @param shortest texts with fewer letters than this get no bands, so nothing finds them by fingerprint
 */
export function fingerprint(text: string, shortest = 300): Fingerprint {
  const { units, length } = unitsOf(fold(text));
  const total = Math.max(0, units.length - GRAM + 1);
  const hashes = new Uint32Array(total);
  const bins = new Float64Array(BINS).fill(Infinity);
  for (let i = 0; i < total; i++) {
    let h = 0;
    for (let k = 0; k < GRAM; k++) h = (Math.imul(h, 0x01000193) + (units[i + k] ?? 0)) | 0;
    const gram = mix(h);
    hashes[i] = gram;
    const bin = gram % BINS;
    if (gram < (bins[bin] ?? Infinity)) bins[bin] = gram;
  }
  let level = 0;
  while (total / 2 ** level > SKETCH_MAX) level++;
  const limit = 2 ** (32 - level);
  const kept = hashes.filter((h) => h < limit).sort();
  const sketch = kept.filter((h, i) => i === 0 || h !== kept[i - 1]);
  return {
    length,
    grams: total,
    simhash: simhashOf(sketch),
    sketch,
    level,
    bands: length < shortest ? [] : bandsOf(bins),
  };
}

/** Bits in which two SimHashes differ, 0 to 64. Copies differ in a few, unrelated texts in about 32. */
export function simhashDistance(a: string, b: string): number {
  let distance = 0;
  for (let at = 0; at < 16; at += 8) {
    let x = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    while (x !== 0) {
      x &= x - 1;
      distance++;
    }
  }
  return distance;
}

/** How much of one text is in the other, and the sizes that were compared. */
export interface Overlap {
  /** Share of the shorter text's n-grams that are in the longer one, 0 to 1. */
  readonly containment: number;
  /** Shorter over longer, in n-grams, 0 to 1. */
  readonly ratio: number;
}

/**
 * Containment of two texts by their sketches, at the coarser threshold of the two. With 256 or more sampled
 * n-grams its standard error is under 0.03; texts of up to 512 n-grams are compared in full.
 */
export function overlapOf(
  a: Pick<Fingerprint, 'sketch' | 'level'>,
  b: Pick<Fingerprint, 'sketch' | 'level'>,
): Overlap {
  const limit = 2 ** (32 - Math.max(a.level, b.level));
  let i = 0;
  let j = 0;
  let shared = 0;
  let left = 0;
  let right = 0;
  for (;;) {
    const x = a.sketch[i] ?? Infinity;
    const y = b.sketch[j] ?? Infinity;
    if (x >= limit && y >= limit) break;
    if (x <= y) {
      left++;
      i++;
    }
    if (y <= x) {
      right++;
      j++;
    }
    if (x === y) shared++;
  }
  const shorter = Math.min(left, right);
  const longer = Math.max(left, right);
  return { containment: shorter === 0 ? 0 : shared / shorter, ratio: longer === 0 ? 0 : shorter / longer };
}
