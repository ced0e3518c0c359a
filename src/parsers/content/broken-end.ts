/** How far back a link that breaks off is looked for. */
const REACH = 3000;

/**
 * Mends the end of a page that was cut off: a link or picture without its end is reduced to its text, the mark
 * that says so (`...` on a last line of its own or glued to an address) goes.
 *
 * @param markdown body of a page
 * @returns the mended body, and whether it had been cut off
 */
export function mendBrokenEnd(markdown: string): { text: string; broken: boolean } {
  const text = markdown.trimEnd();
  const cut = text.endsWith('...');
  if (!cut) return { text: markdown, broken: false };
  const from = Math.max(text.lastIndexOf('\n\n'), text.length - REACH, 0);
  let tail = text.slice(from, -3);
  let mended = false;
  for (let i = 0; i < 4; i++) {
    const open = lastOpenLink(tail);
    if (!open) break;
    tail = tail.slice(0, open.at) + open.text;
    mended = true;
  }
  return { text: `${text.slice(0, from)}${tail}${mended ? '' : '...'}\n`, broken: true };
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
