import type {
  AttackType,
  Count,
  DataClass,
  Evidence,
  Fact,
  IncidentDate,
  Money,
  Name,
  Report,
} from '../../model/index.js';
import { settleAttackTypes } from '../attack-types/settle.js';
import { statusOf } from '../status/index.js';
import type { Entity } from '../victims/entities.js';
import { sameEntity } from '../victims/names.js';
import type { Placement } from './attach.js';
import { evidenceOf } from './evidence.js';
import type { Frame } from './frames.js';
import { LEAD } from './main-victims.js';
import type { SentenceScope } from './scope.js';
import type { Candidate, Doc, FactKind, FactValues } from './types.js';

interface Source {
  readonly title: string;
  readonly text: string;
}

/** The candidates of one kind that were put on one incident, best first among equals. */
function placed<K extends FactKind>(
  placements: readonly Placement[],
  kind: K,
): Extract<Candidate, { kind: K }>[] {
  return placements.flatMap((p) =>
    p.candidate.kind === kind ? [p.candidate as Extract<Candidate, { kind: K }>] : [],
  );
}

/** Keeps one fact for each key: the one of the greatest weight, the first among equals. */
function distinct<K extends FactKind>(
  candidates: readonly Extract<Candidate, { kind: K }>[],
  keyOf: (value: FactValues[K]) => string,
): Extract<Candidate, { kind: K }>[] {
  const best = new Map<string, Extract<Candidate, { kind: K }>>();
  for (const c of candidates) {
    const key = keyOf(c.value as FactValues[K]);
    const known = best.get(key);
    if (known === undefined || (c.weight ?? 1) > (known.weight ?? 1)) best.set(key, c);
  }
  return [...best.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Makes the report of one incident from the facts that were put on it.
 *
 * @param source title and text as given, from which the quotes are cut
 */
export function reportOf(
  doc: Doc,
  source: Source,
  folded: string,
  scopes: readonly SentenceScope[],
  frame: Frame,
  placements: readonly Placement[],
): Report {
  const evidence = (c: { start: number; end: number; rule: string }): Evidence => evidenceOf(doc, source, c);
  const facts = <K extends FactKind>(
    kind: K,
    keyOf: (value: FactValues[K]) => string,
  ): Fact<FactValues[K]>[] =>
    distinct(placed(placements, kind), keyOf).map((c) => ({
      value: c.value as FactValues[K],
      evidence: evidence(c),
    }));
  const status = statusOf(
    doc,
    folded,
    scopes,
    frame.sentences,
    frame.victims.flatMap((v) => v.names),
  );
  const leaked = withoutTotal(facts('leaked', (v) => v));
  const victims = victimFacts(frame, evidence);
  const leadEnd = doc.sentences[frame.sentences[LEAD] ?? -1]?.start ?? doc.text.length;
  const types = settleAttackTypes(
    distinct(placed(placements, 'attack_type'), (v) => v).filter((c) => !isVague(doc, frame, c)),
  ).map((c) => ({ value: c.value, evidence: evidence(c) }));
  return {
    role: frame.role,
    victims,
    country: strongest(placed(placements, 'country'), evidence),
    sector: strongest(placed(placements, 'sector'), evidence),
    status: { value: status.value, evidence: evidence(status) },
    attackTypes: withSupplyChain(frame, withLeak(frame, types, leaked), victims),
    dates: datesOf(placed(placements, 'date'), leadEnd).map((c) => ({
      value: c.value,
      evidence: evidence(c),
    })),
    counts: facts('count', (v: Count) => `${v.unit} ${v.value}`),
    leaked,
    notLeaked: facts('not_leaked', (v) => v).filter((f) => !leaked.some((l) => l.value === f.value)),
    actors: withoutPassing(
      namesOf(facts('actor', (v) => v.name.toLowerCase())),
      placed(placements, 'actor'),
    ).filter((a) => !victims.some((v) => sameEntity(v.value.name, a.value.name))),
    malware: namesOf(facts('malware', (v) => v.name.toLowerCase())),
    money: facts('money', (v: Money) => `${v.amount} ${v.currency}`),
    volume: strongest(placed(placements, 'volume'), evidence),
    cves: facts('cve', (v) => v),
    techniques: facts('technique', (v) => v.id),
  };
}

/** A group spoken of once beside one that the text goes on about: a comparison, a warning, a former name. */
function withoutPassing(
  actors: readonly Fact<Name>[],
  told: readonly Extract<Candidate, { kind: 'actor' }>[],
): Fact<Name>[] {
  const times = new Map<string, number>();
  for (const c of told) {
    const name = c.value.name.toLowerCase();
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  if (![...times.values()].some((n) => n >= MAIN_ACTOR)) return [...actors];
  const timesOf = ({ value }: Fact<Name>): number =>
    [value.name, ...value.aliases].reduce((sum, n) => sum + (times.get(n.toLowerCase()) ?? 0), 0);
  return actors.filter((a) => timesOf(a) !== 1);
}

/** From so many mentions on a group is the one that the text is about. */
const MAIN_ACTOR = 3;

/** From so many fields on, “personal information” only sums them up. */
const DETAILED = 7;

function withoutTotal(leaked: Fact<DataClass>[]): Fact<DataClass>[] {
  return leaked.length < DETAILED ? leaked : leaked.filter((f) => f.value !== 'other_personal_data');
}

/** Types that say by themselves how data came out. */
const OF_DATA: ReadonlySet<AttackType> = new Set<AttackType>([
  'data_breach',
  'data_exposure',
  'human_error',
  'insider',
  'espionage',
  'crypto_theft',
  'physical',
  'web_skimming',
  'phishing',
  'fraud',
]);

/** Fields that got out make a data breach where the text gives it no other name. */
function withLeak(
  frame: Frame,
  types: readonly Fact<AttackType>[],
  leaked: readonly Fact<DataClass>[],
): readonly Fact<AttackType>[] {
  const first = leaked[0];
  if (first === undefined || frame.role === 'mention' || types.some((t) => OF_DATA.has(t.value)))
    return types;
  return [
    ...types,
    { value: 'data_breach', evidence: { ...first.evidence, rule: 'attack-types/fields-leaked' } },
  ];
}

/** Components hit in numbers reach whoever runs them: that is what a supply chain is. */
function withSupplyChain(
  frame: Frame,
  types: readonly Fact<AttackType>[],
  victims: readonly Fact<Name>[],
): readonly Fact<AttackType>[] {
  const component = victims.find((v) => v.evidence.rule === 'victims/components');
  if (component === undefined || frame.role === 'mention' || types.some((t) => t.value === 'supply_chain'))
    return types;
  return [
    ...types,
    { value: 'supply_chain', evidence: { ...component.evidence, rule: 'attack-types/components' } },
  ];
}

/** “Cyber-attack” said in passing of another victim tells no type. */
function isVague(doc: Doc, frame: Frame, c: { start: number; end: number; value: string }): boolean {
  return (
    frame.role === 'mention' &&
    c.value === 'unauthorized_access' &&
    /网络攻击|cyber-? ?attack/i.test(doc.text.slice(c.start, c.end))
  );
}

function victimFacts(
  frame: Frame,
  evidence: (c: { start: number; end: number; rule: string }) => Evidence,
): Fact<Name>[] {
  const told = new Set(frame.sentences);
  return frame.victims.flatMap((entity: Entity) => {
    const within = entity.mentions.filter((m) => told.has(m.sentence));
    const first = [...(within.length > 0 ? within : entity.mentions)].sort(
      (a, b) => b.strength - a.strength || a.start - b.start,
    )[0];
    if (first === undefined) return [];
    const [name = first.name, ...aliases] = entity.names;
    return [{ value: { name, aliases }, evidence: evidence(first) }];
  });
}

function strongest<K extends FactKind>(
  candidates: readonly Extract<Candidate, { kind: K }>[],
  evidence: (c: { start: number; end: number; rule: string }) => Evidence,
): Fact<FactValues[K]> | null {
  let best: Extract<Candidate, { kind: K }> | undefined;
  for (const c of candidates) if (best === undefined || (c.weight ?? 1) > (best.weight ?? 1)) best = c;
  return best === undefined ? null : { value: best.value as FactValues[K], evidence: evidence(best) };
}

/** One entry a role and day; where a day has a telling role, the same day as `other` says nothing more. */
function datesOf(
  candidates: readonly Extract<Candidate, { kind: 'date' }>[],
  leadEnd: number,
): Extract<Candidate, { kind: 'date' }>[] {
  const days = candidates.map((c) => c.value.value).filter((v) => v.length > 7);
  const kept = distinct<'date'>(candidates, (v: IncidentDate) => `${v.role} ${v.value}`);
  return kept
    .filter(
      (c) =>
        !kept.some((k) => k.value.value.startsWith(`${c.value.value}-`) && k.value.role === c.value.role),
    )
    .filter(
      (c) =>
        c.value.role !== 'other' ||
        !kept.some((k) => k.value.value === c.value.value && k.value.role !== 'other'),
    )
    .filter((c) => c.start < leadEnd || !isFarBack(c.value.value, days));
}

/** Days before the first day of an incident from which a bare year or month is its history. */
const FAR_BACK = 200;

function isFarBack(date: string, days: readonly string[]): boolean {
  if (date.length > 7) return false;
  const first = [...days].sort()[0];
  if (first === undefined) return false;
  const end = date.length === 4 ? `${date}-12-31` : `${date}-28`;
  return (Date.parse(first) - Date.parse(end)) / 86_400_000 > FAR_BACK;
}

/** Names of one thing under several spellings become one entry with aliases. */
function namesOf(facts: readonly Fact<Name>[]): Fact<Name>[] {
  const out: Fact<Name>[] = [];
  for (const fact of facts) {
    const at = out.findIndex((o) =>
      [o.value.name, ...o.value.aliases].some((n) => sameEntity(n, fact.value.name)),
    );
    const known = out[at];
    if (known === undefined) out.push(fact);
    else {
      const names = new Set([
        known.value.name,
        ...known.value.aliases,
        fact.value.name,
        ...fact.value.aliases,
      ]);
      names.delete(known.value.name);
      out[at] = { value: { name: known.value.name, aliases: [...names] }, evidence: known.evidence };
    }
  }
  return out;
}
