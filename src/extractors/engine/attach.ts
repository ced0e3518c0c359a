import { sentenceAt } from './evidence.js';
import type { Frame } from './frames.js';
import type { SentenceScope } from './scope.js';
import type { Candidate, Doc } from './types.js';

/** What became of a candidate, for `explain`. */
export interface Placement {
  readonly candidate: Candidate;
  readonly sentence: number;
  /** Index of the incident, or null where it was thrown away. */
  readonly frame: number | null;
  readonly reason: string;
}

/** A finer date of the same time elsewhere only counts within one incident, which report.ts sees to. */
const FINER = 'told more precisely elsewhere';

/** Kinds that are read wherever they stand in the sentences of an incident, advice or not. */
const ANYWHERE = new Set(['technique', 'cve', 'country', 'sector']);

/**
 * Puts each candidate on the incident whose sentences hold it, or says why it belongs to none.
 *
 * @param frames the incidents of one article, numbered by position
 */
export function attach(
  doc: Doc,
  scopes: readonly SentenceScope[],
  frames: readonly Frame[],
  candidates: readonly Candidate[],
): Placement[] {
  const owner = new Map<number, number[]>();
  frames.forEach((frame, index) => {
    for (const s of frame.sentences) {
      const list = owner.get(s) ?? [];
      list.push(index);
      owner.set(s, list);
    }
  });
  return candidates.flatMap((candidate) => {
    const sentence = sentenceAt(doc, candidate.start);
    const none = (reason: string): Placement => ({ candidate, sentence, frame: null, reason });
    if (candidate.rejected !== undefined && candidate.rejected !== FINER) return none(candidate.rejected);
    const scope = scopes[sentence];
    if (scope === undefined) return none('outside every sentence');
    const owners = owner.get(sentence) ?? [];
    const first = owners[0];
    if (first === undefined) return none('no incident is told here');
    if (scope.background && !ANYWHERE.has(candidate.kind))
      return none(`background: ${scope.cues.join(', ')}`);
    if (owners.length > 1 && candidate.kind === 'country') {
      // Said once of a whole list: 其他日本公司包括A、B和C.
      return owners.map((frame) => ({ candidate, sentence, frame, reason: frames[frame]?.why ?? '' }));
    }
    const frame = owners.length === 1 ? first : nearest(doc, frames, owners, sentence, candidate);
    return { candidate, sentence, frame, reason: frames[frame]?.why ?? '' };
  });
}

/** A country or trade right before a name is that name's: 汽车零部件制造商 Yorozu. */
function describedNext(
  doc: Doc,
  frames: readonly Frame[],
  owners: readonly number[],
  mention: Candidate,
): number | null {
  if (mention.kind !== 'sector' && mention.kind !== 'country') return null;
  for (const owner of owners) {
    for (const name of (frames[owner]?.victims ?? []).flatMap((v) => v.names)) {
      const at = doc.text.indexOf(name, mention.end);
      if (
        at >= 0 &&
        at - mention.end < 14 &&
        !/[、，,。；;和与及]|\band\b/.test(doc.text.slice(mention.end, at))
      )
        return owner;
    }
  }
  return null;
}

/** Of several incidents told in one sentence, the one whose victim was named last before the mention. */
function nearest(
  doc: Doc,
  frames: readonly Frame[],
  owners: readonly number[],
  sentence: number,
  mention: Candidate,
): number {
  let best = owners[0] ?? 0;
  let bestAt = -1;
  const ahead = describedNext(doc, frames, owners, mention);
  if (ahead !== null) return ahead;
  const at = mention.start;
  const text = doc.sentences[sentence];
  if (text === undefined) return best;
  for (const owner of owners) {
    for (const victim of frames[owner]?.victims ?? []) {
      for (const name of victim.names) {
        const place = doc.text.lastIndexOf(name, at);
        if (place >= text.start && place > bestAt) {
          bestAt = place;
          best = owner;
        }
      }
    }
  }
  return best;
}
