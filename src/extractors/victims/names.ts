import { componentName } from '../../text/components.js';
import { fold } from '../../text/fold.js';
import { knownName } from './known-names.js';
import { ORGANISATION_SUFFIX_ZH, PLACES_ZH } from './zh-words.js';

const PLACES = new Set(PLACES_ZH);

const LEADING_PLACE = new RegExp(`^(?:${PLACES_ZH.join('|')})(?=.{3})`);

/** A Chinese name without the country before it: 英国莱斯特议会 → 莱斯特议会. */
export function withoutPlace(name: string): string {
  return name.replace(LEADING_PLACE, '');
}

/** False for a name that only adds the country, or a scrap of a word, to one that is known. */
export function addsName(known: readonly string[], name: string): boolean {
  return !known.some((k) => {
    if (k === name) return true;
    if (!name.includes(k) || !HAN.test(name)) return false;
    const rest = name.replace(k, '');
    return PLACES.has(rest) || (rest.length <= 2 && !ORGANISATION_SUFFIX_ZH.test(name));
  });
}

const LEGAL_FORM =
  /(?:股份有限公司|有限责任公司|有限公司|控股公司|公司|集团|,? ?(?:inc|llc|ltd|corp|corporation|co|plc|gmbh|ag|s\.?a|s\.?p\.?a|group|company|limited|holdings?)\.?)$/;

/** A name reduced to what two spellings of it share. */
export function nameKey(name: string): string {
  const plain = componentName(fold(name).replace(/^the /, '').trim());
  const bare = plain.replace(LEGAL_FORM, '').replace(LEGAL_FORM, '');
  return (bare.length >= 2 ? bare : plain).replace(/[\s"'.,·\-_()&+]/g, '');
}

export const HAN = /[\u3040-\u9fff]/;

/** True where two names of one article are taken for the same organisation. */
export function sameEntity(a: string, b: string): boolean {
  const x = nameKey(a);
  const y = nameKey(b);
  if (x === y) return x !== '';
  const known = knownName(fold(a).trim());
  if (known !== null && known === knownName(fold(b).trim())) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (HAN.test(short) && short.length >= 4 && (long.includes(short) || isShortened(short, long))) return true;
  if (HAN.test(short))
    return short.length >= 2 && (long.startsWith(short) || (long.endsWith(short) && short.length >= 3));
  if (HAN.test(long)) return short.length >= 3 && (long.startsWith(short) || long.endsWith(short));
  if (short.length >= 4 && long.startsWith(short) && !/^\d/.test(long.slice(short.length))) return true;
  return short.length >= 2 && initials(a.length > b.length ? a : b) === short;
}

/** 武汉地震监测中心 of 武汉市地震监测中心: the same characters in order, alike at both ends. */
function isShortened(short: string, long: string): boolean {
  if (short.length < 5 || short.slice(0, 2) !== long.slice(0, 2) || short.slice(-2) !== long.slice(-2))
    return false;
  let at = 0;
  for (const c of long) if (c === short.charAt(at)) at++;
  return at === short.length;
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((w) => /^[A-Z]/.test(w));
  return words.length < 2 ? '' : words.map((w) => w.charAt(0).toLowerCase()).join('');
}
