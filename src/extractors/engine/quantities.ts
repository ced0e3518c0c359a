import { type DateSpan, findDates } from '../../text/dates/index.js';
import { findNumbers, type NumberSpan } from '../../text/numbers/index.js';
import type { Doc } from './types.js';

/** What the fact rules on numbers and dates share, so that each grammar runs once a document. */
export interface Quantities {
  /** `Doc.text` folded; spans are the same in both. */
  readonly folded: string;
  readonly dates: readonly DateSpan[];
  /** Numbers that are no part of a date. */
  readonly numbers: readonly NumberSpan[];
}

// A memo, not state: a document never changes, and the entry goes with it.
const memo = new WeakMap<Doc, Quantities>();

/** Reads all dates and numbers of a document. */
export function quantitiesOf(doc: Doc): Quantities {
  const known = memo.get(doc);
  if (known !== undefined) return known;
  const { folded } = doc;
  const dates = findDates(doc.text, folded, { published: doc.published, lang: doc.lang });
  const numbers = findNumbers(folded, doc.lang).filter(outside(dates));
  const read = { folded, dates, numbers };
  memo.set(doc, read);
  return read;
}

/** Both lists are sorted, so one walk tells which numbers stand within a date. */
function outside(dates: readonly DateSpan[]): (n: NumberSpan) => boolean {
  let i = 0;
  return (n) => {
    while (i < dates.length && (dates[i]?.end ?? 0) <= n.coreStart) i++;
    const date = dates[i];
    return date === undefined || date.start >= n.coreEnd;
  };
}
