import type { DataClass } from '../../model/index.js';
import { byPlace, type Places } from '../engine/places.js';
import type { Candidate, Doc } from '../engine/types.js';
import { announcesRoundup, foldTitle } from '../topic/index.js';

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

/** “Internal data” says no more than that it was somebody's: a total as well, of business. */
const OF_BUSINESS = /(?:数据|信息|data|information)$/;

function isTotal(doc: Doc, c: Found): boolean {
  return (
    VAGUE.has(c.value) ||
    (c.kind === 'leaked' &&
      c.value === 'internal_documents' &&
      OF_BUSINESS.test(doc.folded.slice(c.start, c.end)))
  );
}

/** How far around a total, in UTF-16 units, a list of fields takes its place. */
const REACH = 900;
/** In a text with one story the total of the title and of so much of the lead is detailed anywhere below. */
const LEAD = 200;

/** So many kinds of fields near a total are its detail; fewer, or none that identifies, leave it standing. */
const DETAILED = 3;

/** “Customer data, including …”: the list after a total is its detail. At most so far, in UTF-16 units. */
const OPENS_LIST =
  /^[^。.;]{0,24}?(?:包括|包含|涵盖|例如|比如|诸如|如|含有?|有|为|即|:|\(|includ|such as|like|contain|consist|namely)/;
const LIST_LENGTH = 120;

/** Nothing but the words between two items of a list. */
const SEPARATOR =
  /^(?: ?\([^()]{1,24}\))?[\s、,/;()]{0,4}(?:和|与|及|或|以及|还有|\band\b|\bor\b|\bas well as\b|\balong with\b|&)?[\s,]{0,3}(?:其他|其它|部分|大量|更多|一些|some|other|certain|additional|further|more|their|the)?(?: of)?(?: (?:the|their))?\s?$/;

/**
 * Throws the totals out where fields are given beside them: a list that the total opens, the name of a person among
 * the fields near it, or several fields. A total that is itself an item of the list stays.
 */
export function settleVague(doc: Doc, found: readonly Found[]): Found[] {
  const details = found.filter(
    (c) => c.rejected === undefined && c.kind === 'leaked' && !VAGUE.has(c.value) && !IMPERSONAL.has(c.value),
  );
  const nearby = byPlace(details);
  const items = itemsOf(found);
  const everywhere = new Set(details.map((d) => d.value));
  const oneStory = !announcesRoundup(foldTitle(doc.text.slice(0, Math.max(0, doc.bodyStart - 1))));
  return found.map((c) => {
    if (c.rejected !== undefined || !isTotal(doc, c)) return c;
    if (c.kind === 'not_leaked')
      return closesList(doc, items, c) ? { ...c, rejected: 'a total beside the fields themselves' } : c;
    if (isListed(doc, items, c)) return c;
    const near =
      c.start < doc.bodyStart + LEAD && oneStory
        ? everywhere
        : new Set(nearby.within(c.start - REACH, c.start + REACH).map((d) => d.value));
    const detailed = near.has('names') || near.size >= DETAILED || opensList(doc, nearby, c);
    return detailed ? { ...c, rejected: 'a total beside the fields themselves' } : { ...c, weight: 0.6 };
  });
}

/** 银行账号等敏感信息: a total that sums up the fields before it. */
function closesList(doc: Doc, { places, longest }: Items, total: Found): boolean {
  return places
    .within(total.start - GAP - longest, total.start)
    .some(
      (d) =>
        d.kind === 'not_leaked' &&
        d.end <= total.start &&
        /^等(?:任何|各类|其他|其它|敏感|的){0,12}$|^,? (?:or|and) (?:any )?other $/.test(
          doc.folded.slice(d.end, total.start),
        ),
    );
}

/** Whether at least two fields follow a total that opens their list. */
function opensList(doc: Doc, details: Places<Found>, total: Found): boolean {
  if (!OPENS_LIST.test(doc.folded.slice(total.end, total.end + 60))) return false;
  const listed = details.within(total.end, total.end + LIST_LENGTH);
  return new Set(listed.map((d) => d.value)).size >= 2;
}

/** Most that stands between two neighbouring items of a list, in UTF-16 units. */
const GAP = 50;

/** The fields that a total may stand beside in a list, and the length of the longest. */
interface Items {
  readonly places: Places<Found>;
  readonly longest: number;
}

function itemsOf(found: readonly Found[]): Items {
  const items = found.filter((d) => d.rejected === undefined && !VAGUE.has(d.value));
  return { places: byPlace(items), longest: items.reduce((n, d) => Math.max(n, d.end - d.start), 0) };
}

/** “…, phone numbers and other personal data”: an item beside fields, not the head of their list. */
function isListed(doc: Doc, { places, longest }: Items, total: Found): boolean {
  return places.within(total.start - GAP - longest, total.end + GAP).some((d) => {
    if (d === total) return false;
    const after = d.start >= total.end;
    const gap = after ? doc.folded.slice(total.end, d.start) : doc.folded.slice(d.end, total.start);
    return (
      gap.length > 0 &&
      gap.length <= GAP &&
      !/[包如例含]|includ|such as|contain|like/.test(gap) &&
      SEPARATOR.test(gap)
    );
  });
}
