import type { DataClass } from '../../model/index.js';
import type { Doc, TermHit } from '../engine/types.js';
import type { Saying } from './segments.js';

/** A term with what its sentence says of it. */
export interface Mention {
  readonly hit: TermHit;
  readonly id: string;
  /** A word of wider use, which names a field only in company. */
  readonly weak: boolean;
  readonly saying: Saying;
  readonly rule: string;
}

/** `email` beside other contact details is an address, elsewhere mail. */
export function emailSense(mentions: readonly Mention[], email: Mention): DataClass {
  const contact = new Set([
    'names',
    'phone_numbers',
    'physical_addresses',
    'passwords',
    'usernames',
    'dates_of_birth',
    'national_ids',
    'ip_addresses',
    'genders',
    'account_numbers',
  ]);
  const beside = mentions.some(
    (m) => m !== email && contact.has(m.id) && Math.abs(m.hit.start - email.hit.start) < 60,
  );
  return beside ? 'email_addresses' : 'messages';
}

const SEPARATOR = /[、,/;|]|和|与|及|或|以及|\band\b|\bor\b|\bas well as\b|\be\b|&|や/;

/** Between two items of a list stands little more than the separator. */
const TIGHT =
  /^(?:[^。.!?;:,]{0,10}|[^。.!?;:\u4e00-\u9fff]{0,10}|,[^。.!?;:,]{0,3})$|^[a-z0-9'’,/()&\- ]{0,40}$/;

/** Whether a term stands in one list with a field that is named for certain. */
export function inCompany(doc: Doc, mentions: readonly Mention[], index: number): boolean {
  const self = mentions[index];
  if (self === undefined) return false;
  let length = 1;
  for (const step of [-1, 1]) {
    for (let i = index + step, last = self; ; i += step) {
      const other = mentions[i];
      if (other === undefined || !adjoins(doc, last, other)) break;
      if (other.id !== self.id && (!other.weak || (FIELD_LIKE.has(self.id) && FIELD_LIKE.has(other.id))))
        return true;
      last = other;
      length++;
    }
  }
  return length >= LIST_OF_WEAK;
}

/** Words of wide use that are hardly anything but fields where two of them stand together: IP地址和密码. */
const FIELD_LIKE: ReadonlySet<string> = new Set([
  'passwords',
  'email_addresses',
  'physical_addresses',
  'ip_addresses',
]);

/** So many words of wide use in a row are a list of fields as well. */
const LIST_OF_WEAK = 4;

/** Whether nothing but the separator of a list stands between two terms. */
function adjoins(doc: Doc, a: Mention, b: Mention): boolean {
  const [left, right] = a.hit.start < b.hit.start ? [a.hit, b.hit] : [b.hit, a.hit];
  const gap = doc.folded.slice(left.end, right.start);
  return gap.length <= 40 && SEPARATOR.test(gap) && TIGHT.test(gap);
}
