import type { Lexicon } from '../engine/automaton.js';

/** Every lexicon. The scanner is compiled from these once. */
export const LEXICONS: readonly Lexicon[] = [];
