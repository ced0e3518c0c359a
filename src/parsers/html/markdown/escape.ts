import type { Run } from './runs.js';

const SPECIAL = /[\\*_`[\]<&~|#>+\-=.)\d!]/;
/** A line start that Markdown would read as a block of another kind. */
const BLOCK_START =
  /^(?:(#{1,6})(?=[ \t]|$)|([-+])(?=[ \t]|$)|(>)|(={2,}|-{2,}|_{3,})(?=\s*$)|(`{3,}|~{3,})|(\|)|(\d{1,9})([.)])(?=[ \t]|$)|(- -|_ _))/;

/**
 * Escapes the texts of one paragraph: only what Markdown would read as a mark there, so that `138****1234`,
 * `snake_case` and `[1]` stay as printed.
 *
 * @returns one text a run, in order; code is left as it is
 */
export function escapeRuns(runs: readonly Run[]): string[] {
  const emphasis = runs.some((run) => run.strong || run.em || run.del);
  const plain = runs.map((run) => (run.kind === 'text' && !run.code ? run.text : ''));
  const whole = plain.join('\u0001');
  const special = SPECIAL.test(whole);
  const stars = special && count(whole, /(?<!\s)\*|\*(?!\s)/g) > 0 ? starRuns(whole) : 0;
  const ticks = runs.some((run) => run.code) || count(whole, /`/g) > 1;
  const brackets = whole.includes('](') || whole.includes('][') || /^\[[^\]]{1,200}\]:/m.test(whole);
  let lineStart = true;
  return runs.map((run) => {
    if (run.kind === 'break') {
      lineStart = true;
      return '';
    }
    if (run.kind === 'image') {
      lineStart = false;
      return run.text
        .replace(/[\\[\]`*_<>&]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    }
    if (run.code) {
      lineStart = false;
      return run.text;
    }
    let text = run.text;
    if (special && SPECIAL.test(text)) {
      text = escapeInline(text, {
        stars: stars + (emphasis ? 1 : 0) > 1,
        ticks,
        brackets: brackets || run.href !== '',
      });
      if (lineStart && !run.strong && !run.em && run.href === '') text = escapeStart(text);
    }
    if (text !== '') lineStart = false;
    return text;
  });
}

/** Runs of asterisks that could open or close emphasis: not with white space on both sides. */
function starRuns(text: string): number {
  return count(text, /(?<![\s\u0001*])\*+|\*+(?![\s\u0001*])/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function escapeInline(text: string, on: { stars: boolean; ticks: boolean; brackets: boolean }): string {
  let out = text.includes('\\') ? text.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\') : text;
  if (on.stars) out = out.replace(/\*/g, '\\*');
  if (out.includes('_')) out = out.replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu, '\\_');
  if (on.ticks) out = out.replace(/`/g, '\\`');
  if (on.brackets) out = out.replace(/[[\]]/g, '\\$&');
  if (out.includes('~~')) out = out.replace(/~~/g, '\\~\\~');
  if (out.includes('<')) out = out.replace(/<(?=[a-z/!?])/gi, '\\<');
  return !out.includes('&') ? out : out.replace(/&(?=#?[a-z0-9]{1,32};)/gi, '\\&');
}

function escapeStart(text: string): string {
  return text.replace(BLOCK_START, (whole, _h, _b, _q, _r, _f, _p, number?: string, end?: string) =>
    number !== undefined ? `${number}\\${end ?? ''}` : `\\${whole}`,
  );
}
