import type { Qualifier } from '../../model/index.js';
import { escapePattern } from '../pattern.js';
import { FILLERS, QUALIFIER_TERMS } from './data.js';

type Told = Exclude<Qualifier, 'exact'>;

const latin = (s: string): boolean => /^[a-zà-ÿ]/.test(s);

interface Terms {
  readonly byWord: ReadonlyMap<string, Told>;
  readonly words: readonly string[];
}

function terms(side: 'before' | 'after'): Terms {
  const byWord = new Map<string, Told>();
  for (const [qualifier, sides] of Object.entries(QUALIFIER_TERMS)) {
    for (const word of sides[side]) byWord.set(word, qualifier as Told);
  }
  return { byWord, words: [...byWord.keys()].sort((a, b) => b.length - a.length) };
}

const BEFORE = terms('before');
const AFTER = terms('after');

const before = (words: readonly string[]): string =>
  words.map((w) => (latin(w) ? `(?<![a-zà-ÿ])${escapePattern(w)}` : escapePattern(w))).join('|');
const fillers = FILLERS.map((w) => (latin(w) ? `(?<=[a-z~ ]) ?${escapePattern(w)} ` : escapePattern(w))).join(
  '|',
);

// Read backwards from the figure: the longest word that ends there, fillers and money signs aside.
const BEFORE_AT = new RegExp(
  `(${before(BEFORE.words)}) ?(?:${fillers}){0,3}(?:us|hk|au|a|c|s|nt|r)?[$€£¥₩₹]? ?$`,
);
const AFTER_AT = new RegExp(
  `^ ?(?:${AFTER.words.map((w) => (latin(w) ? `(?<= )${escapePattern(w)}(?![a-z])` : escapePattern(w))).join('|')})`,
);

const REACH = 34;

/** The qualifier that ends where a figure begins: 近, 至少, "up to", "more than a staggering". */
export function qualifierBefore(
  text: string,
  at: number,
  limit = 0,
): { start: number; qualifier: Told } | null {
  const from = Math.max(limit, at - REACH);
  if (from >= at) return null;
  const m = BEFORE_AT.exec(text.slice(from, at));
  const qualifier = m === null ? undefined : BEFORE.byWord.get(m[1] ?? '');
  if (m === null || qualifier === undefined) return null;
  // 不过, 通过, 经过, 最近, 附近, 合约 end in a word that is none here.
  const word = m[1] ?? '';
  const previous = text.charAt(from + m.index - 1);
  if (word === '过' && /[不通经超透越路度错]/.test(previous)) return null;
  if (word === '近' && /[最附靠邻就远亲]/.test(previous)) return null;
  if (word === '约' && /[合契条违签节纽预公特盟]/.test(previous)) return null;
  if (word === '超' && previous === '高') return null;
  return { start: from + m.index, qualifier };
}

/** The qualifier that begins where a figure (or its classifier) ends: 余, 以上, +, "or more". */
export function qualifierAfter(text: string, at: number): { end: number; qualifier: Told } | null {
  const m = AFTER_AT.exec(text.slice(at, at + 14));
  if (m === null) return null;
  const word = m[0].trim();
  const qualifier = AFTER.byWord.get(word);
  // 起 is a classifier and 多 begins words (多个, 多次, 多名 do count).
  if (
    qualifier === undefined ||
    (word === '起' && /[事案诉攻针网数勒安]/.test(text.charAt(at + m[0].length)))
  )
    return null;
  return { end: at + m[0].length, qualifier };
}
