/** How many lines a link may span; longer ones are not links. */
const MAX_SPAN = 12;
/** The destination behind a link's closing bracket, anchored where it is tried. */
const DESTINATION = /\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s{1,3}"[^"\n]{0,500}")?\)/y;

const BACKSLASH = 0x5c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** Column of the first bracket that the line leaves open, or -1. */
function openBracket(line: string): number {
  let outer = -1;
  let depth = 0;
  for (let i = line.indexOf('['); i >= 0 && i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === OPEN) {
      if (depth === 0) outer = i;
      depth++;
    } else if (unit === CLOSE && depth > 0) depth--;
  }
  return depth > 0 ? outer : -1;
}

/** Line and column where the bracket left open in line `from` closes as a link. */
function closing(lines: readonly string[], from: number): { line: number; column: number } | null {
  const last = Math.min(lines.length - 1, from + MAX_SPAN);
  let depth = 1;
  for (let k = from + 1; k <= last; k++) {
    const line = lines[k] ?? '';
    if (line.startsWith('```')) return null;
    for (let i = 0; i < line.length; i++) {
      const c = line.charAt(i);
      if (c === '\\') i++;
      else if (c === '[') depth++;
      else if (c === ']' && --depth === 0) return line.charAt(i + 1) === '(' ? { line: k, column: i } : null;
    }
  }
  return null;
}

const LEAD = /^\s*(?:[*+-]\s+|#{1,6}\s+|>\s?)?/;

function linked(text: string, destination: string): string {
  const lead = LEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length).trimEnd();
  return rest ? `${lead}[${rest}]${destination}` : text;
}

/**
 * Rewrites links that hold several blocks (a card: picture, blank line, caption) as one link a line, so that
 * each line can be read by itself. Converters write such links where a page puts block elements into `<a>`.
 *
 * @param lines source lines, changed in place
 */
export function splitBlockLinks(lines: string[]): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.length > 20_000 || !line.includes('[')) continue;
    const first = openBracket(line);
    if (first < 0) continue;
    const end = closing(lines, i);
    if (!end) continue;
    const tail = lines[end.line] ?? '';
    DESTINATION.lastIndex = end.column + 1;
    const destination = DESTINATION.exec(tail)?.[0];
    if (destination === undefined) continue;
    lines[i] = line.slice(0, first) + linked(line.slice(first + 1), destination);
    for (let k = i + 1; k < end.line; k++) lines[k] = linked(lines[k] ?? '', destination);
    lines[end.line] =
      linked(tail.slice(0, end.column), destination) + tail.slice(end.column + 1 + destination.length);
    i = end.line - 1;
  }
}
