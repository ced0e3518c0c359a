import type { DataClass } from '../../model/index.js';
import type { Candidate, Doc } from '../engine/types.js';

type Found = Candidate<'leaked' | 'not_leaked'>;

/** Totals without detail: they stand for a list of fields only where the text gives no list. */
const VAGUE: ReadonlySet<DataClass> = new Set<DataClass>([
  'customer_records',
  'employee_records',
  'other_personal_data',
]);

/** Fields of the technical or business kind say nothing about persons. */
const IMPERSONAL: ReadonlySet<DataClass> = new Set<DataClass>([
  'source_code',
  'internal_documents',
  'contracts',
  'credentials_secrets',
]);

/** How far around a total, in UTF-16 units, a list of fields takes its place. */
const REACH = 600;

/** Nothing but the words between two items of a list. */
const SEPARATOR =
  /^[\s、,/;()]{0,4}(?:和|与|及|或|以及|还有|\band\b|\bor\b|\bas well as\b|\balong with\b|&)?[\s,]{0,3}(?:其他|其它|部分|大量|更多|一些|some|other|certain|additional|further|more|their|the)?(?: of)?(?: (?:the|their))?\s?$/;

/** Throws the totals out where fields are given beside them, unless a total is itself an item of the list. */
export function settleVague(doc: Doc, found: readonly Found[]): Found[] {
  const details = found.filter(
    (c) => c.rejected === undefined && c.kind === 'leaked' && !VAGUE.has(c.value) && !IMPERSONAL.has(c.value),
  );
  return found.map((c) => {
    if (c.rejected !== undefined || c.kind !== 'leaked' || !VAGUE.has(c.value)) return c;
    if (isListed(doc, found, c)) return c;
    const near = details.some((d) => Math.abs(d.start - c.start) <= REACH);
    return near ? { ...c, rejected: 'a total beside the fields themselves' } : { ...c, weight: 0.6 };
  });
}

/** “…, phone numbers and other personal data”: an item beside fields, not the head of their list. */
function isListed(doc: Doc, found: readonly Found[], total: Found): boolean {
  return found.some((d) => {
    if (d === total || d.rejected !== undefined || VAGUE.has(d.value)) return false;
    const after = d.start >= total.end;
    const gap = after ? doc.folded.slice(total.end, d.start) : doc.folded.slice(d.end, total.start);
    return (
      gap.length > 0 &&
      gap.length <= 50 &&
      !/[包如例含]|includ|such as|contain|like/.test(gap) &&
      SEPARATOR.test(gap)
    );
  });
}
