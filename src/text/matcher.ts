/** A pattern with the tag it stands for. It must begin with a literal character, look-behinds aside. */
export interface TaggedPattern<T> {
  readonly source: string;
  readonly tag: T;
}

export interface Tagged<T> {
  readonly start: number;
  readonly end: number;
  readonly tag: T;
}

/** Finds the patterns of a set in a span of a text, in order, none overlapping another. */
export type Matcher<T> = (text: string, from: number, to: number) => Tagged<T>[];

/** Plain words compared as they are, and what needs an expression. */
interface Bucket<T> {
  readonly words: readonly string[];
  readonly pattern: RegExp | null;
  readonly tag: T;
}

const LETTER = /[a-zà-ÿ]/;

/**
 * Compiles patterns into one matcher that looks at each position by its first character alone, so that
 * hundreds of patterns cost little more than one. A pattern that begins with a Latin letter is a whole word.
 *
 * @param patterns in order of preference: where two begin at one place the earlier wins
 * @throws when a pattern does not begin with a literal character
 */
export function compileMatcher<T>(patterns: readonly TaggedPattern<T>[]): Matcher<T> {
  const byFirst = new Map<string, TaggedPattern<T>[]>();
  for (const p of patterns) {
    const first = firstLiteral(p.source);
    byFirst.set(first, [...(byFirst.get(first) ?? []), p]);
  }
  const buckets = new Map<number, readonly Bucket<T>[]>();
  for (const [first, list] of byFirst) buckets.set(first.charCodeAt(0), bucketsOf(list, LETTER.test(first)));
  return (text, from, to) => {
    const out: Tagged<T>[] = [];
    let i = from;
    while (i < to) {
      const code = text.charCodeAt(i);
      const bucket = buckets.get(code);
      const end =
        bucket === undefined || (isLetter(code) && i > 0 && isLetter(text.charCodeAt(i - 1)))
          ? 0
          : tryBuckets(bucket, text, i, to, out);
      i = end > i ? end : i + 1;
    }
    return out;
  };
}

function tryBuckets<T>(
  buckets: readonly Bucket<T>[],
  text: string,
  at: number,
  to: number,
  out: Tagged<T>[],
): number {
  for (const bucket of buckets) {
    const end = endOf(bucket, text, at);
    if (end > to || end <= at) continue;
    out.push({ start: at, end, tag: bucket.tag });
    return end;
  }
  return 0;
}

/** Where the longest match of a bucket ends; 0 where there is none. */
function endOf(bucket: Bucket<unknown>, text: string, at: number): number {
  let end = 0;
  for (const word of bucket.words) {
    if (!text.startsWith(word, at)) continue;
    const after = at + word.length;
    if (isLetter(text.charCodeAt(after - 1)) && isLetter(text.charCodeAt(after))) continue;
    end = after;
    break;
  }
  if (bucket.pattern === null) return end;
  bucket.pattern.lastIndex = at;
  return bucket.pattern.test(text) ? Math.max(end, bucket.pattern.lastIndex) : end;
}

const META = /[\\^$.*+?()[\]{}|]/;

/** Neighbouring patterns of one tag become one bucket, the longer first. */
function bucketsOf<T>(list: readonly TaggedPattern<T>[], word: boolean): Bucket<T>[] {
  const groups: { sources: string[]; tag: T }[] = [];
  for (const { source, tag } of list) {
    const last = groups.at(-1);
    if (last !== undefined && last.tag === tag) last.sources.push(source);
    else groups.push({ sources: [source], tag });
  }
  return groups.map(({ sources, tag }) => {
    const longestFirst = sources.sort((a, b) => b.length - a.length);
    const body = longestFirst.filter((s) => META.test(s)).join('|');
    return {
      words: longestFirst.filter((s) => !META.test(s)),
      pattern: body === '' ? null : new RegExp(word ? `(?:${body})(?![a-zà-ÿ])` : `(?:${body})`, 'y'),
      tag,
    };
  });
}

function firstLiteral(source: string): string {
  const rest = source.replace(/^(?:\(\?<[!=](?:[^()[\]]|\[[^\]]*\])*\))+/, '');
  const first = rest.charAt(0);
  if (first === '' || /[\\^$.*+?()[\]{}|]/.test(first)) {
    throw new Error(`A pattern must begin with a literal character: ${source}`);
  }
  return first;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0xff);
}

/** Where the word that begins at a place ends. */
export function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && isLetter(text.charCodeAt(i))) i++;
  return i;
}

/**
 * A set of lower-case words that passes over most others by their first two letters, without a copy of the word.
 *
 * @returns whether the word that stands at [from, to) of a text is in the set
 */
export function compileWords(words: Iterable<string>): (text: string, from: number, to: number) => boolean {
  const set = new Set(words);
  const pairs = new Uint8Array(1024);
  let longest = 0;
  for (const word of set) {
    if (word.length > 1) pairs[pairOf(word, 0)] = 1;
    else pairs.fill(1, (word.charCodeAt(0) & 31) << 5, ((word.charCodeAt(0) & 31) + 1) << 5);
    longest = Math.max(longest, word.length);
  }
  return (text, from, to) =>
    to - from <= longest && pairs[pairOf(text, from)] === 1 && set.has(text.slice(from, to));
}

/** First two letters in ten bits; what is no letter of a to z shares a place, so the set itself decides. */
function pairOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}

/** One flag for each code unit. */
export function compileUnits(units: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const unit of units) table[unit.charCodeAt(0)] = 1;
  return table;
}

export { isLetter };
