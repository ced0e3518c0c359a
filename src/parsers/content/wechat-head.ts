import type { Measured } from './features.js';
import { endsSentence, lineKey } from './features.js';

/** The lines that WeChat sets between an article's title and its text. */
export interface WeChatHead {
  /** Index of the first line of the text. */
  readonly end: number;
  readonly author: string | null;
  readonly account: string | null;
  /** Account that the text was taken over from (以下文章来源于…). */
  readonly original: string | null;
  readonly originalAuthor: string | null;
}

const TAKEN_OVER = /^以下文章来源于\s{0,3}(.{1,40}?)\s{0,3}(?:[，,]\s{0,3}作者\s{0,3}(.{1,30}))?$/;
/** The author of the original where it stands on a line of its own. */
const ITS_AUTHOR = /^[，,]\s{0,3}作者\s{0,3}(.{1,30})$/;
/** Blocks that the head may fill. */
const LONGEST = 10;

/** The account's name, which the frame below the text repeats. */
export function accountOf(lines: readonly Measured[]): string | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    if (!lines[i]?.line.startsWith('向上滑动看下一个')) continue;
    for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
      const line = lines[k]?.line ?? '';
      if (line !== '') return line.length <= 40 && !line.startsWith('轻触阅读原文') ? line : null;
    }
  }
  return null;
}

/**
 * Reads the head of a WeChat article: 原创, the byline, the account, and the account that it was taken from.
 *
 * @param lines the page
 * @param from index after the title
 * @param account name of the account, where it is known
 */
export function readWeChatHead(lines: readonly Measured[], from: number, account: string | null): WeChatHead {
  const key = lineKey(account ?? '');
  let author: string | null = null;
  let named = false;
  let end = from;
  let seen = 0;
  for (let i = from; i < Math.min(lines.length, from + LONGEST); i++) {
    const line = lines[i]?.line ?? '';
    if (line === '') continue;
    const taken = TAKEN_OVER.exec(line);
    if (taken) {
      const own = ITS_AUTHOR.exec(lines[i + 1]?.line ?? '');
      const original = taken[1] ?? null;
      const originalAuthor = taken[2] ?? own?.[1] ?? null;
      end = afterCard(lines, i + (own ? 2 : 1), original ?? '');
      return { end, author: named ? author : null, account, original, originalAuthor };
    }
    if (key !== '' && lineKey(line) === key) {
      // What an account has taken over is said below its own name.
      named = true;
      end = i + 1;
    } else if (!named && line === '原创') {
      end = i + 1;
    } else {
      const byline = line.length <= 30 && !endsSentence(line) && lines[i]?.block.kind === 'paragraph';
      if (named || !byline || seen++ > 1) break;
      author ??= line;
    }
  }
  // Without the account's line below it, a short line was the text's own.
  return { end, author: named ? author : null, account, original: null, originalAuthor: null };
}

/** The card of the original account: its picture, its name, then a full stop and its motto. */
function afterCard(lines: readonly Measured[], from: number, name: string): number {
  const key = lineKey(name);
  let end = from;
  let motto = false;
  for (let i = from; i < Math.min(lines.length, from + 6); i++) {
    const line = lines[i];
    if (!line) break;
    if (line.line === '') continue;
    if (lineKey(line.line) === key || line.line === '.') {
      end = i + 1;
      // The card writes a full stop after the name where a motto follows.
      motto ||= /\.\s*$/.test(line.line);
      continue;
    }
    // The motto is one line; a heading or a long paragraph is the text.
    return motto && line.block.kind === 'paragraph' && line.words < 40 ? i + 1 : end;
  }
  return end;
}
