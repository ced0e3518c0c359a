import { fold } from '../../text/fold.js';
import { KNOWN_ORGANISATIONS } from '../../text/organisations.js';

const byName = new Map<string, string>(
  KNOWN_ORGANISATIONS.flatMap((names) =>
    names.map((name): [string, string] => [fold(name), names[0] ?? name]),
  ),
);

/** The usual Latin name of a well-known organisation, or null. @param name folded, any spelling */
export function knownName(name: string): string | null {
  return byName.get(name) ?? null;
}

/** The well-known Chinese names in folded text, the longest first. */
export const KNOWN_HAN = new RegExp(
  [...byName.keys()]
    .filter((name) => /[\u4e00-\u9fff]/.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);
