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
