import type { Lexicon } from '../engine/automaton.js';
import { families, gangs, groups } from './actors.js';
import { attackTypesEn } from './attack-types.en.js';
import { attackTypesZh } from './attack-types.zh.js';
import { countries } from './countries.js';
import { dataClassesEn } from './data-classes.en.js';
import { dataClassesIt } from './data-classes.it.js';
import { dataClassesJa } from './data-classes.ja.js';
import { dataClassesZh } from './data-classes.zh.js';
import { sectors } from './sectors.js';

/** Every lexicon. The scanner is compiled from these once. */
export const LEXICONS: readonly Lexicon[] = [
  dataClassesZh,
  dataClassesEn,
  dataClassesJa,
  dataClassesIt,
  attackTypesZh,
  attackTypesEn,
  gangs,
  groups,
  families,
  countries,
  sectors,
];
