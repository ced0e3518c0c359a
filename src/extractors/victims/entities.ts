import { fold } from '../../text/fold.js';
import type { Doc } from '../engine/types.js';
import { joinByAlias } from './aliases.js';
import { knownName } from './known-names.js';
import { addsName, sameEntity } from './names.js';
import { isCalledAttacker, peopleOf, whyNot } from './refusal.js';
import type { VictimMention } from './types.js';

/** Most victims that are kept apart; further names of one article are left out. */
const MAX_ENTITIES = 80;

/** Everything the text says was hit under one name. */
export interface Entity {
  readonly id: number;
  /** As the article names it, the fullest form first. */
  readonly names: readonly string[];
  readonly mentions: readonly VictimMention[];
  /** 0 to about 2: how surely this is a victim of something told here. */
  readonly score: number;
  readonly described: boolean;
}

/** A mention that was thrown away, for `explain`. */
export interface Refused {
  readonly mention: VictimMention;
  readonly reason: string;
}

/**
 * Joins the mentions that name the same victim, and refuses those that name somebody else: the attacker,
 * a malware family, a vendor, a newsroom, a country.
 */
export function joinEntities(
  doc: Doc,
  mentions: readonly VictimMention[],
): { entities: Entity[]; refused: Refused[] } {
  const refused: Refused[] = [];
  const groups: { names: string[]; mentions: VictimMention[] }[] = [];
  const byName = new Map<string, { names: string[]; mentions: VictimMention[] }>();
  const folded = new Map<string, string>();
  for (const m of mentions) {
    const reason = whyNot(doc, m, folded);
    if (reason !== null) {
      refused.push({ mention: m, reason });
      continue;
    }
    const names = [m.name, ...m.aliases];
    const group =
      byName.get(m.name) ?? groups.find((g) => g.names.some((n) => names.some((x) => sameEntity(n, x))));
    if (group !== undefined) {
      for (const name of names) if (addsName(group.names, name)) group.names.push(name);
      group.mentions.push(m);
      byName.set(m.name, group);
    } else if (groups.length < MAX_ENTITIES) {
      const opened = { names: [...new Set(names)], mentions: [m] };
      groups.push(opened);
      byName.set(m.name, opened);
    }
  }
  // A name that the text mostly gives another part in the story is not its victim.
  const otherPart = refused.filter((r) => r.reason.endsWith('another part'));
  const people = peopleOf(doc.text);
  const kept = groups.filter((g) => {
    const surest = Math.max(...g.mentions.map((m) => m.strength));
    if (surest < 0.85 || g.mentions.every((m) => m.sentence > 0)) {
      const reason = g.names.some((n) => people.has(n.toLowerCase()))
        ? 'a person who speaks'
        : surest < 0.85 && g.names.some((n) => isCalledAttacker(doc.folded, n))
          ? 'the text calls it an attacker'
          : null;
      if (reason !== null) {
        for (const mention of g.mentions) refused.push({ mention, reason });
        return false;
      }
    }
    const against = otherPart.filter((r) => g.names.some((n) => sameEntity(n, r.mention.name))).length;
    const sure = g.mentions.filter((m) => m.strength >= 0.75).length;
    if (against === 0 || against < sure * 2 + (g.mentions.length - sure) * 0.5) return true;
    for (const mention of g.mentions)
      refused.push({ mention, reason: 'the text mostly gives it another part' });
    return false;
  });
  const entities = joinByAlias(doc, kept).map(
    (g, id): Entity => ({
      id,
      names: g.names,
      mentions: g.mentions,
      score: scoreOf(g.names, g.mentions),
      described: g.mentions.every((m) => m.described),
    }),
  );
  return { entities, refused };
}

function scoreOf(names: readonly string[], mentions: readonly VictimMention[]): number {
  let score = 0;
  for (const m of mentions) score = Math.max(score, m.strength);
  const hits = mentions.filter((m) => m.strength >= 0.5);
  if (hits.some((m) => m.sentence === 0)) score += 0.4;
  if (hits.length > 1) score += 0.15;
  if (hits.length > 3) score += 0.1;
  if (names.some((n) => knownName(fold(n)) !== null)) score += 0.05;
  return hits.length === 0 ? Math.min(score, 0.45) + (mentions.length > 1 ? 0.1 : 0) : score;
}
