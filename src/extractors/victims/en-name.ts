import { BELONGING, BETWEEN, CONNECTOR, DESCRIBED_HEAD, NAME_TAIL, NO_NAME, TITLE_TAIL } from './en-words.js';
import type { NameSpan } from './types.js';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Opens with a capital, or is a mark such as 4chan or eBay. */
  readonly proper: boolean;
  /** “New” of New York, which belongs to the name. */
  readonly newPlace: boolean;
}

const NEW_PLACE =
  /^ (?:York|Zealand|Jersey|Delhi|Orleans|Mexico|Hampshire|England|South|Haven|Brunswick|Caledonia|Castle)\b/;

const TOKEN = /[A-Za-z0-9À-ɏ][\w&.’'+@/À-ɏ-]{0,60}|[^\s\w]/g;

/** Splits a sentence of Latin script into words and marks; possessive endings are cut off into the span's end. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  const out: Token[] = [];
  const piece = text.slice(start, end);
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(piece); m !== null; m = TOKEN.exec(piece)) {
    const word = /^\w/.test(m[0]) || m[0].length > 1 ? withoutEndings(m[0]) : m[0];
    if (word === '') continue;
    out.push({
      text: word,
      lower: word.toLowerCase(),
      start: start + m.index,
      end: start + m.index + word.length,
      proper:
        /^[A-ZÀ-Þ]/.test(word) ||
        /^\d+[A-Za-z]|^[a-z]{1,2}[A-Z]|^[a-z0-9-]+\.(?:com|net|org|io|ai|co|app|gov|edu|us|me)\b/.test(word),
      newPlace: word === 'New' && NEW_PLACE.test(piece.slice(m.index + 3, m.index + 16)),
    });
  }
  return out;
}

/** Cuts the possessive and the marks of the sentence off a word; the point of U.S. stays. */
function withoutEndings(word: string): string {
  const bare = word.replace(/['’]s?$/, '');
  return /^(?:[A-Z]\.){2,}$/.test(bare) ? bare : bare.replace(/[.:,/-]+$/, '').replace(/['’]s?$/, '');
}

/** Fortunately, Allegedly: what opens a sentence with a capital and is no name. */
const ADVERB = /^[a-z]{3,}(?:ally|ately|edly|ously|ively|ingly|ently|antly|ably|ibly|arly|etly|ntly)$/;

function isName(t: Token | undefined, titled: boolean): boolean {
  if (t === undefined || !t.proper) return false;
  if (ADVERB.test(t.lower)) return false;
  if (t.lower === 'new' && t.newPlace) return true;
  const acronym = /^[A-Z][A-Z&0-9]{1,7}$/.test(t.text);
  if (
    NO_NAME.has(t.lower) &&
    !(
      acronym &&
      !/^(?:US|UK|EU|CEO|CTO|AI|IT|API|VPN|DDOS|CVE|PM|AM|II|III|TV|URL|USA|FAQ|GDPR|SSN|IP|ID|RCE|SQL)$/i.test(
        t.text,
      )
    )
  ) {
    return false;
  }
  return titled || t.text.length > 1;
}

/**
 * The name that a verb at token `at` has as its subject.
 *
 * @param titled the sentence is in title case, so that capitals say little
 */
export function subjectBefore(
  text: string,
  tokens: readonly Token[],
  at: number,
  titled: boolean,
): NameSpan | null {
  const aliases: string[] = [];
  let i = at - 1;
  let steps = 0;
  while (i >= 0 && steps++ < 14) {
    const t = tokens[i];
    if (t === undefined) return null;
    if (t.text === ')') {
      const open = findBack(tokens, i, '(', 8);
      if (open < 0) return null;
      const inside = text.slice(tokens[open + 1]?.start ?? 0, tokens[i - 1]?.end ?? 0);
      if (/^[A-Z][\w&. -]{1,30}$/.test(inside)) aliases.push(inside);
      i = open - 1;
      continue;
    }
    if (t.text === ':' && steps === 1) {
      i--;
      continue;
    }
    if (t.text === ',') {
      // An apposition: X, the maker of Y, said. The other comma must be near.
      const open = findBack(tokens, i - 1, ',', 22);
      if (open <= 0) return null;
      i = open - 1;
      continue;
    }
    if (BETWEEN.has(t.lower) && !(isName(t, titled) && !titled && i > 0 && t.lower !== 'the')) {
      i--;
      continue;
    }
    if (BELONGING.has(t.lower) && !(t.proper && !titled && t.lower !== 'data')) {
      i--;
      continue;
    }
    break;
  }
  return runEndingAt(text, tokens, i, titled, aliases);
}

/** A common word with a capital right behind a name belongs to it. */
function isTail(tokens: readonly Token[], at: number, titled: boolean): boolean {
  const t = tokens[at];
  const before = tokens[at - 1];
  if (t === undefined || before === undefined || !t.proper || t.start - before.end > 1) return false;
  if (!(titled ? TITLE_TAIL : NAME_TAIL).has(t.lower)) return false;
  return isName(before, titled) || isTail(tokens, at - 1, titled);
}

const NATIONALITY =
  /^(?:American|British|Canadian|Australian|European|Chinese|Russian|Iranian|Korean|Indian|Japanese|French|German|Dutch|Italian|Spanish|Ukrainian|Israeli|Irish|Scottish|Welsh|Swiss|Swedish|Norwegian|Danish|Finnish|Polish|Turkish|Brazilian|Mexican)$/;
const OPENS_NAME = new Set(
  'national international united federal general public first royal central southern northern eastern western community global'.split(
    ' ',
  ),
);
const NATIONAL_HEAD = new Set(
  'museum library airways airlines water bank express red council broadcasting telecom gas post petroleum space football medical nuclear rail railways railway steel family university national'.split(
    ' ',
  ),
);

function runEndingAt(
  text: string,
  tokens: readonly Token[],
  last: number,
  titled: boolean,
  aliases: readonly string[],
): NameSpan | null {
  let first = last;
  if (!isName(tokens[last], titled) && !isTail(tokens, last, titled))
    return describedEndingAt(tokens, last, aliases);
  for (let i = last - 1; i >= 0 && last - i < 9; i--) {
    const t = tokens[i];
    if (t === undefined) break;
    const adjacent = (tokens[i + 1]?.start ?? 0) - t.end <= 3;
    if (isName(t, titled) && adjacent && !/['’]s? $/.test(text.slice(t.end, tokens[i + 1]?.start ?? t.end))) {
      first = i;
      continue;
    }
    if (adjacent && isTail(tokens, i, titled)) {
      first = i;
      continue;
    }
    if (
      CONNECTOR.has(t.lower) &&
      t.lower !== 'the' &&
      isName(tokens[i - 1], titled) &&
      adjacent &&
      !/^and$|^on$/.test(t.lower)
    )
      continue;
    if (
      t.lower === 'and' &&
      i === first - 1 &&
      isName(tokens[i - 1], titled) &&
      tokens[first]?.text === tokens[last]?.text &&
      first === last &&
      (tokens[last]?.text.length ?? 0) < 5
    )
      continue;
    break;
  }
  // United Natural Foods, International Civil Aviation Organization: a common word opens many a name.
  const opener = tokens[first - 1];
  if (
    opener !== undefined &&
    !titled &&
    OPENS_NAME.has(opener.lower) &&
    opener.proper &&
    (tokens[first]?.start ?? 0) - opener.end === 1 &&
    (first > 1 || last > first)
  )
    first--;
  // The British Museum, American Water: with a common noun a nationality is part of the name.
  const nation = tokens[first - 1];
  if (
    nation !== undefined &&
    NATIONALITY.test(nation.text) &&
    (tokens[first]?.start ?? 0) - nation.end === 1 &&
    NATIONAL_HEAD.has(tokens[first]?.lower ?? '')
  )
    first--;
  const from = tokens[first];
  const to = tokens[last];
  if (from === undefined || to === undefined) return null;
  return { start: from.start, end: to.end, aliases, grade: 3 };
}

/** A description is one phrase: these begin another clause. */
const CLAUSE_WORD =
  /^(?:that|which|who|whose|targeted|targeting|hit|against|attack|campaign|attacks|campaigns)$/;

function describedEndingAt(
  tokens: readonly Token[],
  last: number,
  aliases: readonly string[],
): NameSpan | null {
  const head = tokens[last];
  if (head === undefined || !DESCRIBED_HEAD.test(head.lower)) return null;
  for (let i = last - 1; i >= 0 && last - i < 7; i--) {
    const t = tokens[i];
    if (t === undefined) break;
    if (
      /^(?:a|an|another|one|major|leading)$/.test(t.lower) ||
      /^(?:U\.?S|U\.?K|[A-Z][a-z]+(?:ish|ese|ian|ean|an|ch|i))$/.test(t.text)
    ) {
      const from = /^(?:a|an|another|one)$/.test(t.lower) ? tokens[i + 1] : t;
      if (from === undefined || from.start >= head.start) return null;
      return { start: from.start, end: head.end, aliases, grade: 2 };
    }
    if (!/^[\w.-]+$/.test(t.text) || CLAUSE_WORD.test(t.lower)) break;
  }
  return null;
}

/** The name that follows token `at` (a preposition or an active verb). */
export function objectAfter(
  text: string,
  tokens: readonly Token[],
  at: number,
  titled: boolean,
): NameSpan | null {
  let i = at + 1;
  let skipped = 0;
  while (i < tokens.length && skipped < 9) {
    const t = tokens[i];
    if (t === undefined || /^[.;:!?()—–]$/.test(t.text)) return null;
    if (isName(t, titled)) break;
    if (
      DESCRIBED_HEAD.test(t.lower) &&
      !isName(tokens[i + 1], titled) &&
      !/^(?:called|named|in|of)$/.test(tokens[i + 1]?.lower ?? '')
    ) {
      return describedEndingAt(tokens, i, []);
    }
    if (t.text === ',' && skipped > 0) return null;
    if (
      /^(?:that|which|who|to|by|with|from|using|through|after|since|via|when|while|was|were|is|are|and|has|have|had)$/.test(
        t.lower,
      ) &&
      skipped > 0
    )
      return null;
    skipped++;
    i++;
  }
  const first = tokens[i];
  if (first === undefined || !isName(first, titled)) return null;
  let last = i;
  for (let j = i + 1; j < tokens.length && j - i < 9; j++) {
    const t = tokens[j];
    if (t === undefined) break;
    const gap = text.slice(tokens[j - 1]?.end ?? 0, t.start);
    if (/['’]/.test(gap) || gap.length > 3) break;
    if ((isName(t, titled) && !(titled && BELONGING.has(t.lower))) || isTail(tokens, j, titled)) {
      last = j;
      continue;
    }
    if (CONNECTOR.has(t.lower) && t.lower !== 'and' && t.lower !== 'on' && isName(tokens[j + 1], titled))
      continue;
    if (t.lower === 'the' && isName(tokens[j + 1], titled)) continue;
    break;
  }
  const end = tokens[last]?.end ?? first.end;
  const aliases: string[] = [];
  const bracket = /^ ?\(([A-Z][\w&. -]{1,30})\)/.exec(text.slice(end, end + 36));
  if (bracket?.[1] !== undefined) aliases.push(bracket[1]);
  return { start: first.start, end, aliases, grade: 3 };
}

/** Names joined by commas and “and” to the left of a subject. */
export function listBefore(
  text: string,
  tokens: readonly Token[],
  name: NameSpan,
  titled: boolean,
): NameSpan[] {
  const out: NameSpan[] = [];
  let first = tokens.findIndex((t) => t.start >= name.start);
  while (first > 1 && out.length < 8) {
    const mark = tokens[first - 1]?.lower;
    if (mark !== 'and' && mark !== ',' && mark !== '&') break;
    const last = mark === 'and' && tokens[first - 2]?.text === ',' ? first - 3 : first - 2;
    const item = runEndingAt(text, tokens, last, titled, []);
    if (item === null || item.grade < 3) break;
    out.push(item);
    first = tokens.findIndex((t) => t.start >= item.start);
  }
  // A comma alone joins nothing: “On Monday, X said”.
  return out.some((n) => /\band\b|&/.test(text.slice(n.end, name.start))) ? out : [];
}

/** Names joined by commas and “and”, from token `at` on. */
export function listAfter(text: string, tokens: readonly Token[], at: number, titled: boolean): NameSpan[] {
  const out: NameSpan[] = [];
  let i = at;
  while (out.length < 12) {
    const name = objectAfter(text, tokens, i, titled);
    if (name === null) break;
    if (out.length > 0 && name.start - (out[out.length - 1]?.end ?? 0) > 30) break;
    out.push(name);
    const next = tokens.findIndex((t) => t.start >= name.end);
    if (next < 0 || !/^(?:,|and|&|or)$/.test(tokens[next]?.lower ?? '')) break;
    i = tokens[next + 1]?.lower === 'and' ? next + 1 : next;
  }
  return out;
}

function findBack(tokens: readonly Token[], from: number, mark: string, reach: number): number {
  for (let i = from - 1; i >= 0 && from - i <= reach; i--) if (tokens[i]?.text === mark) return i;
  return -1;
}
