import type { Doc } from '../engine/types.js';
import { LIST_LEAD } from './cues.js';
import { type Saying, sayingOf } from './segments.js';

/** For each block that is an item of a list, what the lead of the list says of its items. */
export function listSayings(doc: Doc): ReadonlyMap<number, Saying> {
  const out = new Map<number, Saying>();
  let lead: Saying | null = null;
  let items = 0;
  for (const block of doc.blocks) {
    const folded = doc.folded.slice(block.start, block.end);
    const isItem = block.kind === 'item' || block.kind === 'row';
    const short = folded.length <= 80 && !/[。!?]$/.test(folded);
    if (
      lead !== null &&
      (isItem || (short && block.kind === 'paragraph' && items < 40)) &&
      !/[:]$/.test(folded.trimEnd())
    ) {
      out.set(block.index, lead);
      items++;
      continue;
    }
    items = 0;
    lead = leadSaying(folded, block.kind === 'heading');
    const row = rowSaying(folded);
    if (row !== null) out.set(block.index, row);
  }
  return out;
}

/** What a heading, or a paragraph that ends in a colon, says of the list below it. */
function leadSaying(folded: string, heading: boolean): Saying | null {
  const text = folded.trimEnd();
  const open =
    /[:]$|(?:如下|以下|包括|包含|includes?|included|including|following)[。.]?$/.test(text) ||
    (/[?]$/.test(text) && text.length <= 60);
  if (!heading && !open && text.length > 30) return null;
  const tail = text.slice(-200);
  if (!LIST_LEAD.test(tail)) return null;
  const saying = sayingOf(tail.slice(Math.max(0, tail.search(/[。.!?;][^。.!?;]{1,200}$/))));
  if (saying === 'not_leaked' || saying === 'aside') return saying;
  return heading || open ? 'leaked' : null;
}

/** A row or line of its own: `泄露数据类型：姓名、电话`, `Compromised data | names, …`. */
function rowSaying(folded: string): Saying | null {
  const cell = /^[^|:]{2,30}[|:]/.exec(folded)?.[0];
  if (cell === undefined || !LIST_LEAD.test(cell)) return null;
  const saying = sayingOf(cell);
  return saying === 'not_leaked' || saying === 'aside' ? saying : 'leaked';
}
