import { round } from './ascii.js';
import { HAN_BIG, HAN_DIGITS, HAN_SMALL } from './data.js';
import type { Figure } from './index.js';

const INFIX_OVER = new Set(['多', '余', '馀']);
const VAGUE = new Set(['几', '数', '好']);
const MAX_LENGTH = 24;

/** Words that hold a numeral and count nothing. */
const NO_NUMBER =
  /^(?:千万(?:不|别|要|注意|小心|记)|万一|十分|百度|百分|千方|万方|一[些起般样直旦边方次种定切同致律向并份度]|十足|万能|万豪|万事|万科|万维|万国|千禧|百科|百货|百姓|万里|万物|几乎|几近|数据|数字|数量|数码|数学|数值|数目|三星|三方|五角|七牛|四川|九江|六合|八达|八卦|千里|百事|亿[邦万]|万达|万代|千兆|百兆|数控|二进|二维|二次元|二手|两者|两大|三大|四大|五大|六大|七大|八大|十大|四部门|两边|二是|三是|一是|四是|五是|两国|三级|二级|四级|一级)/;

/** Tells whether a character can stand in a number written in Han characters. */
export function isHanNumeral(c: string): boolean {
  return c in HAN_DIGITS || c in HAN_SMALL || c in HAN_BIG;
}

/**
 * Reads a figure that begins with a Han numeral: 二百三十余万, 一万五千亿, 十几万, 二〇二五.
 *
 * @param text folded text
 * @param at where it begins
 */
export function parseHan(text: string, at: number): Figure | null {
  const before = text.charAt(at - 1);
  if (/[第星周之唯同统]/.test(before)) return null;
  if (NO_NUMBER.test(text.slice(at, at + 4))) return null;
  const figure = run(text, at, null);
  if (figure === null) return null;
  if (
    /^(?:[天周月年日]|个[月多]|小时|分钟|点|倍|折|成|次方|级|代|等|方面)/.test(
      text.slice(figure.end, figure.end + 2),
    ) &&
    figure.value < 100
  )
    return null;
  return figure;
}

/**
 * Goes on from an ASCII number into Han magnitudes: 万 after 3, 4000 after 3万.
 *
 * @param value the number already read
 * @returns null where no magnitude follows; `start` is where the tail begins
 */
export function parseHanTail(text: string, at: number, value: number): Figure | null {
  let from = at;
  if (text.charAt(from) === ' ') from++;
  const c = text.charAt(from);
  const next = text.charAt(from + 1);
  const infix = INFIX_OVER.has(c) && (next in HAN_BIG || next in HAN_SMALL);
  if (!infix && !(c in HAN_BIG) && !(c in HAN_SMALL)) return null;
  // 十 and 千 after a blank or a decimal are words of their own (千兆, 千米).
  if (c === '千' && /[兆米克瓦字赫比]/.test(next)) return null;
  return run(text, from, value);
}

/** 百万用户 and 上万 tell an order of magnitude; 十二 and 近百万 state a figure. */
function bareIsVague(text: string, at: number, digits: number): boolean {
  const before = text.charAt(at - 1);
  if (/[数几上成]/.test(before)) return true;
  return digits === 0 && text.charAt(at) !== '十' && !/[近超过逾达]/.test(before);
}

const isMultiplier = (c: string): boolean => c in HAN_BIG || c in HAN_SMALL;
/** What a vague figure may count directly: 十几名. */
const COUNTED = /[名个位家人条份台]/;
/** 4000 after 3万, and 2000 万 after 1 亿. */
const ASCII_TAIL = /^\d{1,4}(?:\.\d{1,2})?(?![\d,.])/;
const SPACED_TAIL = /^ (?:\d{1,4} ?万|万)/;

/** Walks digits and multipliers; `seed` is an ASCII number that came before. */
function run(text: string, at: number, seed: number | null): Figure | null {
  let total = 0;
  let section = 0;
  let current: number | null = seed;
  let lastBig = Number.POSITIVE_INFINITY;
  let lastMultiplier = 1;
  let magnitude = 1;
  let over = false;
  let vague = false;
  let digits = seed === null ? 0 : 1;
  let i = at;
  const stop = Math.min(text.length, at + MAX_LENGTH);
  for (; i < stop; i++) {
    const c = text.charAt(i);
    const next = text.charAt(i + 1);
    const digit = HAN_DIGITS[c];
    const small = HAN_SMALL[c];
    const big = HAN_BIG[c];
    if (digit !== undefined) {
      current = current === null || lastMultiplier !== 0 ? digit : current * 10 + digit;
      lastMultiplier = 0;
      digits++;
    } else if (small !== undefined) {
      if (c === '千' && /[兆米克瓦字赫]/.test(next)) break;
      section += (current ?? 1) * small;
      current = null;
      lastMultiplier = small;
      magnitude *= small;
    } else if (big !== undefined) {
      const group = section + (current ?? 0);
      if (big > lastBig) total = (total + group) * big;
      else total += (group === 0 ? 1 : group) * big;
      if (lastBig === Number.POSITIVE_INFINITY && total === 0) total = big;
      section = 0;
      current = null;
      lastBig = big;
      lastMultiplier = big;
      magnitude *= big;
    } else if (INFIX_OVER.has(c) && isMultiplier(next)) {
      over = true;
    } else if (VAGUE.has(c) && (isMultiplier(next) || (i > at && COUNTED.test(next)))) {
      vague = true;
    } else if (c >= '0' && c <= '9' && lastMultiplier > 1) {
      const tail = ASCII_TAIL.exec(text.slice(i, i + 8))?.[0];
      if (tail === undefined || Number(tail) >= lastMultiplier) break;
      current = Number(tail);
      lastMultiplier = 0;
      i += tail.length - 1;
    } else if (c === ' ' && lastBig === 1e8 && SPACED_TAIL.test(text.slice(i, i + 7))) {
      // 1 亿 2000 万 in spaced setting: go on.
    } else {
      break;
    }
  }
  if (i === at) return null;
  // 一万五: the digit after a multiplier counts in the next lower place.
  const shortTail =
    seed === null &&
    digits > 1 &&
    current !== null &&
    lastMultiplier === 0 &&
    lastBig !== Number.POSITIVE_INFINITY &&
    section === 0 &&
    current < 10 &&
    text.charAt(i - 2) === '万';
  const value = total + section + (shortTail ? (current ?? 0) * 1000 : (current ?? 0));
  if (seed === null) vague = vague || bareIsVague(text, at, digits);
  // 唯一一个, 一一: digits in a row are a number only where they are read one by one, as in a year.
  if (seed === null && digits === i - at && digits > 1 && (digits < 4 || digits > 4)) return null;
  if (!Number.isFinite(value) || value <= 0) return null;
  return {
    start: at,
    end: i,
    value: round(value),
    form: seed === null ? 'han' : 'digits',
    vague,
    over,
    magnitude,
    grouped: false,
  };
}
