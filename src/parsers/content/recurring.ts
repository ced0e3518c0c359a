import { scanBlocks } from '../formats/markdown-blocks.js';
import { lineKey } from './features.js';

/**
 * Lines that recur over many pages of a source, as hashes, by the name of the source. Plain data: it can be kept in
 * a database and handed back.
 */
export type RecurringLines = ReadonlyMap<string, ReadonlySet<string>>;

/** A page to learn from: its source and its Markdown, without the front matter. */
export interface SourcePage {
  readonly source: string;
  readonly markdown: string;
}

/** Fewest pages of a source that anything is learnt from. */
const FEWEST_PAGES = 12;
/** Share of a source's pages on which a line must stand. */
const SHARE = 0.4;
/** Shorter lines (原创, 01, Analysis) recur without being boilerplate; longer ones are told by their beginning. */
const SHORTEST_KEY = 6;
const LONGEST_KEY = 200;

/**
 * Hash of a line, without regard to case, spaces and punctuation: FNV-1a with 53 bits, in base 36. Null for lines
 * that are too short to tell.
 */
export function lineHash(line: string): string | null {
  const key = lineKey(line);
  if (key.length < SHORTEST_KEY) return null;
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < Math.min(key.length, LONGEST_KEY); i++) {
    const c = key.charCodeAt(i);
    low = Math.imul(low ^ c, 0x01000193);
    high = Math.imul(high ^ c, 0x85ebca6b);
  }
  return ((high >>> 0) % 0x200000).toString(36) + (low >>> 0).toString(36).padStart(7, '0');
}

/** Whether a line is known to recur on the pages of a source. */
export function isRecurring(recurring: RecurringLines, source: string, line: string): boolean {
  const hashes = recurring.get(source);
  if (!hashes) return false;
  const hash = lineHash(line);
  return hash !== null && hashes.has(hash);
}

/**
 * Learns the lines that recur over many pages of a source. The answer depends on the set of pages and not on their
 * order; a page counts once however often a line stands on it, and equal pages count once.
 *
 * @param pages pages of any sources
 */
export function learnRecurring(pages: Iterable<SourcePage>): RecurringLines {
  const counts = new Map<string, { pages: Set<string>; lines: Map<string, number> }>();
  for (const { source, markdown } of pages) {
    const known = counts.get(source) ?? { pages: new Set<string>(), lines: new Map<string, number>() };
    counts.set(source, known);
    const hashes = new Set<string>();
    for (const block of scanBlocks(markdown)) {
      const hash = block.kind === 'code' ? null : lineHash(block.text);
      if (hash !== null) hashes.add(hash);
    }
    // The same article saved twice would make its own lines recur.
    const fingerprint = [...hashes].sort().join(' ');
    if (hashes.size === 0 || known.pages.has(fingerprint)) continue;
    known.pages.add(fingerprint);
    for (const hash of hashes) known.lines.set(hash, (known.lines.get(hash) ?? 0) + 1);
  }
  const recurring = new Map<string, ReadonlySet<string>>();
  for (const [source, { pages: seen, lines }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (seen.size < FEWEST_PAGES) continue;
    const often = [...lines].filter(([, n]) => n >= seen.size * SHARE).map(([hash]) => hash);
    if (often.length > 0) recurring.set(source, new Set(often.sort()));
  }
  return recurring;
}
