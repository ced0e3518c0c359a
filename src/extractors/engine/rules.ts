import { actorRule } from '../actors/index.js';
import { attackTypeRule } from '../attack-types/index.js';
import { countryRule } from '../country/index.js';
import { countRule } from '../counts/index.js';
import { cveRule } from '../cves/index.js';
import { dateRule } from '../dates/index.js';
import { leakedRule } from '../leaked/index.js';
import { malwareRule } from '../malware/index.js';
import { moneyRule } from '../money/index.js';
import { sectorRule } from '../sector/index.js';
import { techniqueRule } from '../techniques/index.js';
import { FACT_WEIGHTS, INCIDENT_THRESHOLD, weightOfFacts } from '../topic/index.js';
import { volumeRule } from '../volume/index.js';
import type { Candidate, Doc, FactRule } from './types.js';

/** Every fact rule, in the order in which they run. A new fact type adds its line here. */
export const FACT_RULES: readonly FactRule[] = [
  dateRule,
  countRule,
  attackTypeRule,
  leakedRule,
  moneyRule,
  volumeRule,
  actorRule,
  malwareRule,
  cveRule,
  techniqueRule,
  countryRule,
  sectorRule,
];

/** Runs all fact rules over a document. */
export function findCandidates(doc: Doc): Candidate[] {
  return FACT_RULES.flatMap((rule) => [...rule.find(doc)]);
}

/** The facts that speak for an incident, cheapest first. */
const TELLING: readonly { readonly rule: FactRule; readonly weight: number }[] = [
  { rule: leakedRule, weight: FACT_WEIGHTS.leaked },
  { rule: countRule, weight: FACT_WEIGHTS.counted },
  { rule: dateRule, weight: FACT_WEIGHTS.dated },
];
/** Sums of the same weights in another order may differ in their last digits. */
const ROUNDING = 1e-9;

/**
 * Runs the fact rules where they can matter. Most articles tell of no incident, and no fact could tip their balance:
 * then none is looked for.
 *
 * @param score what speaks for an incident without any fact
 * @returns all candidates, or none where with all of them the text would report no incident
 */
export function findNeededCandidates(doc: Doc, score: number): Candidate[] {
  let most = TELLING.reduce((sum, t) => sum + t.weight, score);
  const found = new Map<FactRule, readonly Candidate[]>();
  for (const { rule, weight } of TELLING) {
    if (most < INCIDENT_THRESHOLD - ROUNDING) return [];
    const candidates = rule.find(doc);
    found.set(rule, candidates);
    if (weightOfFacts(candidates, 0, doc.text.length).length === 0) most -= weight;
  }
  if (most < INCIDENT_THRESHOLD - ROUNDING) return [];
  return FACT_RULES.flatMap((rule) => [...(found.get(rule) ?? rule.find(doc))]);
}
