/** Items of a document found by where they begin, without a walk over all of them. */
export interface Places<T> {
  /** Those that begin in [from, to], in order. */
  within(from: number, to: number): readonly T[];
}

/** Sorts items by where they begin. What is asked of them for each of thousands of places stays linear in the text. */
export function byPlace<T extends { readonly start: number }>(items: readonly T[]): Places<T> {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  /** Index of the first item that begins at or after a place. */
  const firstAt = (place: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { within: (from, to) => sorted.slice(firstAt(from), firstAt(to + 1)) };
}

/** The places of a text that spans lie on. */
export interface Covered {
  add(start: number, end: number): void;
  /** Whether a span shares a unit with any that was added. */
  touches(start: number, end: number): boolean;
}

/** @param length of the text, in UTF-16 units */
export function coveredBy(length: number, spans: readonly { start: number; end: number }[]): Covered {
  const units = new Uint8Array(length);
  const covered: Covered = {
    add: (start, end) => {
      units.fill(1, start, end);
    },
    touches: (start, end) => {
      for (let i = start; i < end; i++) if (units[i] === 1) return true;
      return false;
    },
  };
  for (const span of spans) covered.add(span.start, span.end);
  return covered;
}
