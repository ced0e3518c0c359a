import type { AttackType } from '../../model/index.js';

/** A type of one incident, with how sure the text is of it (0 to 1, default 1). */
interface Weighed {
  readonly value: AttackType;
  readonly weight?: number | undefined;
}

/** From here on, unauthorized access is stated as such, not just the word for any attack. */
const STATED = 0.5;

/** What each type makes superfluous in the same incident. */
const COVERS: readonly { readonly type: AttackType; readonly drops: readonly AttackType[] }[] = [
  // “Ransomware attack” is enough: the demand goes without saying, and so does the malware.
  { type: 'ransomware', drops: ['extortion', 'malware'] },
  { type: 'web_skimming', drops: ['malware'] },
  { type: 'wiper', drops: ['malware'] },
  { type: 'bec', drops: ['fraud'] },
  // What was taken, and by whom, is said by these alone.
  { type: 'insider', drops: ['data_breach'] },
  { type: 'espionage', drops: ['data_breach'] },
  { type: 'crypto_theft', drops: ['data_breach'] },
];

/**
 * Settles the attack types of one incident: `unauthorized_access` stands for an intrusion of unknown nature and
 * goes when a nature is told; a type goes that another one says already.
 *
 * @param types the types found for one incident, one entry each
 * @returns those that stay, in the same order
 */
export function settleAttackTypes<T extends Weighed>(types: readonly T[]): T[] {
  const has = (type: AttackType): boolean => types.some((t) => t.value === type);
  const weight = (type: AttackType): number =>
    Math.max(0, ...types.flatMap((t) => (t.value === type ? [t.weight ?? 1] : [])));
  const dropped = new Set<AttackType>();
  for (const { type, drops } of COVERS) if (has(type)) for (const d of drops) dropped.add(d);
  if (has('data_exposure') && has('data_breach')) {
    dropped.add(weight('data_exposure') >= weight('data_breach') ? 'data_breach' : 'data_exposure');
  }
  const told = types.some((t) => t.value !== 'unauthorized_access' && !dropped.has(t.value));
  if (told && weight('unauthorized_access') < STATED) dropped.add('unauthorized_access');
  return types.filter((t) => !dropped.has(t.value));
}
