import type { Entity } from '../victims/entities.js';
import type { VictimMention } from '../victims/index.js';
import type { SentenceScope } from './scope.js';
import type { Section } from './sections.js';
import type { Candidate, Doc } from './types.js';

export interface FrameInput {
  readonly doc: Doc;
  readonly folded: string;
  readonly scopes: readonly SentenceScope[];
  readonly entities: readonly Entity[];
  readonly facts: readonly Candidate[];
  readonly section: Section;
  readonly role: 'main' | 'roundup';
}

/** A mention at least this sure opens or feeds an incident. */
export const HIT = 0.5;
/** How many sentences after the head are the lead. */
export const LEAD = 4;

export function mainVictims(
  input: FrameInput,
  hits: ReadonlyMap<number, readonly { entity: Entity; mention: VictimMention }[]>,
): Entity[] {
  const { section } = input;
  const inHead = (hits.get(section.head) ?? []).map((h) => h.entity);
  if (inHead.length > 0) {
    // The title may only describe; the text then names (a blood centre … OneBlood).
    if (inHead.every((e) => e.described)) {
      const named = mostTold(input, (e) => !e.described && e.score >= 0.4);
      if (named !== null) return [named, ...inHead.filter((e) => e.score > 1.6)];
    }
    return inHead;
  }
  const lead = firstInLead(section, hits, (e) => e.score >= 0.6) ?? firstInLead(section, hits, () => true);
  const subject = lead === null ? subjectOfTitle(input) : null;
  if (subject !== null) return [subject];
  const speaker = speakerOfLead(input);
  if (speaker !== null && (lead === null || lead.mentions.every((m) => m.sentence > section.head + 2))) {
    return [speaker];
  }
  if (lead !== null) return [lead, ...listedWith(lead, section, hits)];
  const best = mostTold(input, (e) => !e.described && e.score >= 0.35);
  if (best !== null) return [best];
  const counted = mostTold(input, (e) => e.mentions.some((m) => m.rule.endsWith('-counted')));
  return counted === null ? [] : [counted];
}

/** Whom the title is about and the text goes on about, though no verb says that it was hit. */
function subjectOfTitle(input: FrameInput): Entity | null {
  if (input.section.head !== 0) return null;
  return mostTold(input, (e) => e.mentions.some((m) => m.rule.endsWith('title-subject')));
}

/** The others of a list of victims that the first one stands in. */
function listedWith(
  lead: Entity,
  section: Section,
  hits: ReadonlyMap<number, readonly { entity: Entity; mention: VictimMention }[]>,
): Entity[] {
  for (let i = section.from; i < Math.min(section.to, section.from + LEAD + 1); i++) {
    const here = hits.get(i) ?? [];
    if (!here.some((h) => h.entity === lead)) continue;
    const listed = (e: Entity): boolean =>
      e.mentions.some((m) => m.sentence === i && m.rule.endsWith('-list'));
    if (!here.some((h) => h.entity !== lead && listed(h.entity))) return [];
    return here.map((h) => h.entity).filter((e) => e !== lead && listed(e));
  }
  return [];
}

/** Whoever speaks of an attack on itself in the first sentences, though no verb says that it was hit. */
function speakerOfLead(input: FrameInput): Entity | null {
  const { section, entities } = input;
  const speaking = entities
    .filter((e) => !e.described)
    .flatMap((entity) => entity.mentions.map((m) => ({ entity, m })))
    .filter(({ m }) => m.strength >= 0.4 && m.sentence > section.head && m.sentence <= section.head + 2)
    .sort((a, b) => a.m.start - b.m.start);
  return speaking[0]?.entity ?? null;
}

/** Of the fitting victims of a section the one that is told of most, the earlier among equals. */
function mostTold(input: FrameInput, fits: (entity: Entity) => boolean): Entity | null {
  const { doc, section, entities } = input;
  const from = doc.sentences[section.from]?.start ?? 0;
  const to = doc.sentences[section.to - 1]?.end ?? doc.text.length;
  const text = doc.text.slice(from, to);
  let best: Entity | null = null;
  let most = 0;
  for (const entity of entities) {
    const own = entity.mentions.filter((m) => m.sentence >= section.from && m.sentence < section.to);
    if (own.length === 0 || !fits(entity)) continue;
    const early = own.some((m) => m.sentence <= section.from + LEAD) ? 0.5 : 0;
    const weight = entity.score + early + Math.min(1, 0.1 * occurrences(text, entity.names[0] ?? ''));
    if (weight > most) {
      most = weight;
      best = entity;
    }
  }
  return best;
}

function occurrences(text: string, name: string): number {
  let count = 0;
  for (
    let at = text.indexOf(name);
    name !== '' && at >= 0 && count < 12;
    at = text.indexOf(name, at + name.length)
  )
    count++;
  return count;
}

function firstInLead(
  section: Section,
  hits: ReadonlyMap<number, readonly { entity: Entity; mention: VictimMention }[]>,
  fits: (entity: Entity) => boolean,
): Entity | null {
  for (let i = section.from; i < Math.min(section.to, section.from + LEAD + 1); i++) {
    for (const hit of hits.get(i) ?? []) if (fits(hit.entity)) return hit.entity;
  }
  return null;
}
