import type { Qualifier } from '../../model/index.js';
import { FILLERS, QUALIFIER_TERMS } from './data.js';

type Told = Exclude<Qualifier, 'exact'>;

/** Words by their last (before a figure) or first (after it) character, the longer first. */
type Index = ReadonlyMap<string, readonly string[]>;

function index(words: readonly string[], keyAt: number): Index {
  const map = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const key = word.at(keyAt) ?? '';
    map.set(key, [...(map.get(key) ?? []), word]);
  }
  return map;
}

function terms(side: 'before' | 'after'): ReadonlyMap<string, Told> {
  const byWord = new Map<string, Told>();
  for (const [qualifier, sides] of Object.entries(QUALIFIER_TERMS)) {
    for (const word of sides[side]) byWord.set(word, qualifier as Told);
  }
  return byWord;
}

const BEFORE = terms('before');
const AFTER = terms('after');
const ENDING = index([...BEFORE.keys()], -1);
const STARTING = index([...AFTER.keys()], 0);
const FILLER_ENDING = index(FILLERS, -1);
const MAX_FILLERS = 3;

const isWordChar = (c: string): boolean => /[a-zà-ÿ]/.test(c);

/** The longest word of an index that ends at a place; a Latin one must be whole. */
function endingAt(text: string, at: number, words: Index): string | null {
  for (const word of words.get(text.charAt(at - 1)) ?? []) {
    const from = at - word.length;
    if (from < 0 || !text.startsWith(word, from)) continue;
    if (isWordChar(word.charAt(0)) && isWordChar(text.charAt(from - 1))) continue;
    return word;
  }
  return null;
}

/** 不过, 通过, 最近, 附近, 合约 end in a word that is none here. */
const NOT_BEFORE: Readonly<Record<string, RegExp>> = {
  过: /[不通经超透越路度错]/,
  近: /[最附靠邻就远亲]/,
  约: /[合契条违签节纽预公特盟]/,
  超: /[高]/,
};

const MONEY_SIGN = /(?:us|hk|au|a|c|s|nt|r)?[$€£¥₩₹]$/;

/**
 * The qualifier that ends where a figure begins: 近, 至少, "up to", "more than a staggering".
 *
 * @param limit end of the figure before, which ends the reach
 */
export function qualifierBefore(
  text: string,
  at: number,
  limit = 0,
): { start: number; qualifier: Told } | null {
  let end = at;
  if (text.charAt(end - 1) === ' ') end--;
  const sign = MONEY_SIGN.exec(text.slice(Math.max(limit, end - 4), end))?.[0];
  if (sign !== undefined) {
    end -= sign.length;
    if (text.charAt(end - 1) === ' ') end--;
  }
  for (let n = 0; n <= MAX_FILLERS && end > limit; n++) {
    const word = endingAt(text, end, ENDING);
    if (word !== null && end - word.length >= limit) {
      const qualifier = BEFORE.get(word);
      const start = end - word.length;
      if (qualifier === undefined || NOT_BEFORE[word]?.test(text.charAt(start - 1)) === true) return null;
      return { start, qualifier };
    }
    const filler = endingAt(text, end, FILLER_ENDING);
    if (filler === null) return null;
    end -= filler.length;
    if (text.charAt(end - 1) === ' ') end--;
  }
  return null;
}

/** The qualifier that begins where a figure (or its classifier) ends: 余, 以上, +, "or more". */
export function qualifierAfter(text: string, at: number): { end: number; qualifier: Told } | null {
  const from = text.charAt(at) === ' ' ? at + 1 : at;
  for (const word of STARTING.get(text.charAt(from)) ?? []) {
    if (!text.startsWith(word, from)) continue;
    const end = from + word.length;
    if (isWordChar(word.charAt(0)) && (from === at || isWordChar(text.charAt(end)))) continue;
    // 起 is a classifier of cases too.
    if (word === '起' && /[事案诉攻针网数勒安]/.test(text.charAt(end))) continue;
    const qualifier = AFTER.get(word);
    return qualifier === undefined ? null : { end, qualifier };
  }
  return null;
}
