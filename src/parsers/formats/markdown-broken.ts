/** How far back a link that breaks off is looked for. */
const REACH = 3000;
/** What an archive sets where it cut a page off. */
const CUT = '...';

/** Whether a page was cut off when it was archived. */
export function isBroken(markdown: string): boolean {
  return markdown.trimEnd().endsWith(CUT);
}

/**
 * Mends a line that was cut off within a link or picture: the link is reduced to its text, the picture goes, the
 * mark of the cut (`...`) stays.
 *
 * @param source one source line
 * @returns the source itself where nothing was cut
 */
export function mendCutLink(source: string): string {
  if (!source.endsWith(CUT)) return source;
  const from = Math.max(0, source.length - REACH);
  let tail = source.slice(from, -CUT.length);
  let mended = false;
  for (let i = 0; i < 4; i++) {
    const open = lastOpenLink(tail);
    if (!open) break;
    tail = tail.slice(0, open.at) + open.text;
    mended = true;
  }
  return mended ? `${source.slice(0, from)}${tail}${CUT}` : source;
}

/** The last link or picture in `tail` that has no end, with the text to keep of it. */
function lastOpenLink(tail: string): { at: number; text: string } | null {
  const middle = tail.lastIndexOf('](');
  if (middle >= 0 && !tail.slice(middle).includes(')')) {
    const open = openingBracket(tail, middle);
    if (open >= 0) {
      const image = tail.charAt(open - 1) === '!';
      return { at: image ? open - 1 : open, text: image ? '' : tail.slice(open + 1, middle) };
    }
  }
  const bracket = tail.lastIndexOf('[');
  if (bracket >= 0 && !tail.slice(bracket).includes(']')) {
    const image = tail.charAt(bracket - 1) === '!';
    return { at: image ? bracket - 1 : bracket, text: image ? '' : tail.slice(bracket + 1) };
  }
  return null;
}

function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    const c = text.charAt(i);
    if (c === ']') depth++;
    else if (c === '[' && --depth === 0) return i;
  }
  return -1;
}
