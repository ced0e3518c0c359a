import { fold } from '../../text/fold.js';
import type { Doc } from '../engine/types.js';
import { addsName, HAN, nameKey } from './names.js';
import type { VictimMention } from './types.js';
import { cleanAlias } from './zh-name.js';

/** How many places of one name are looked at for a bracket. */
const MAX_PLACES = 12;

export interface Group {
  readonly names: string[];
  readonly mentions: VictimMention[];
}

/**
 * Learns the other names that the text gives a victim anywhere, “互联网档案馆(Internet Archive)” or “国民档案馆网站
 * archive.example”, and joins victims that turn out to be one.
 */
export function joinByAlias(doc: Doc, groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    for (const name of [...group.names]) {
      for (const alias of aliasesOf(doc, name)) if (addsName(group.names, alias)) group.names.push(alias);
    }
    const known = out.find((g) => g.names.some((a) => group.names.some((b) => nameKey(a) === nameKey(b))));
    if (known === undefined) {
      out.push({ names: [...group.names], mentions: [...group.mentions] });
      continue;
    }
    for (const name of group.names) if (addsName(known.names, name)) known.names.push(name);
    known.mentions.push(...group.mentions);
  }
  return out;
}

const BRACKET_NEXT = /^[”"'’」》]? ?\(([^()\n]{2,60})\)/;
const LATIN_NEXT = /^(?:的)?(?:网站|官网|平台|公司|集团|系统|项目) ?([a-z0-9][a-z0-9.&-]{2,30})(?![a-z0-9])/;

function aliasesOf(doc: Doc, name: string): string[] {
  const { folded, text } = doc;
  const plain = fold(name);
  const out: string[] = [];
  if (plain.length < 2 || plain.length !== name.length) return out;
  let at = folded.indexOf(plain);
  for (let n = 0; at >= 0 && n < MAX_PLACES; n++) {
    const end = at + plain.length;
    const bracket = BRACKET_NEXT.exec(folded.slice(end, end + 64));
    if (bracket?.[1] !== undefined) {
      const from = end + bracket[0].lastIndexOf(bracket[1]);
      const alias = cleanAlias(text.slice(from, from + bracket[1].length));
      if (alias !== null && isOtherName(name, alias)) out.push(alias);
    }
    const latin = HAN.test(plain) ? LATIN_NEXT.exec(folded.slice(end, end + 40)) : null;
    if (latin?.[1] !== undefined) {
      const from = end + latin[0].lastIndexOf(latin[1]);
      const alias = text.slice(from, from + latin[1].length);
      if (/^[A-Z]|\.[a-z]{2,}$/.test(alias)) out.push(alias);
    }
    at = folded.indexOf(plain, end);
  }
  return out;
}

/** A bracket holds another name where it is in the other script, an abbreviation, or shares characters. */
function isOtherName(name: string, alias: string): boolean {
  if (/[。!?;:：]|^(?:[A-Z]{2,6}[:：]|cve|cvss)|\d{3}|市值|股票|纳斯达克|nyse|nasdaq/i.test(alias))
    return false;
  if (HAN.test(name) !== HAN.test(alias)) return HAN.test(alias) ? alias.length <= 16 : /^[A-Z]/.test(alias);
  if (!HAN.test(name)) return /^[A-Z][A-Za-z0-9&.-]{1,9}$/.test(alias);
  return (
    alias.length <= name.length + 8 && [...alias].filter((c) => name.includes(c)).length * 2 >= alias.length
  );
}
