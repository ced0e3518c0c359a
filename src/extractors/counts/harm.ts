import type { NumberSpan } from '../../text/numbers/index.js';
import type { Sentence } from '../engine/types.js';
import {
  AFTER_NOT,
  DATA_AFTER,
  HAS_BEFORE,
  HOLDS_BEFORE,
  IMPACT,
  NEVER_BEFORE,
  NOT_VICTIMS,
  PRODUCT_BEFORE,
  SIZE_BEFORE,
  SOURCES_BEFORE,
  TIE_AFTER,
  TIE_BEFORE,
} from './context.js';
import type { UnitReading } from './han.js';

/** Below this a count needs the verb of harm beside it: articles are full of small numbers. */
const SMALL = 10;
/** From here on a number of victims may stand anywhere in a sentence of harm. */
const LARGE = 1000;
/** How far around its sentence the harm of a count may be told. */
const REACH = 60;
/** Units of data: a large number of them is hardly ever the size of a company. */
const DATA_UNITS: ReadonlySet<string> = new Set(['accounts', 'records', 'credentials', 'cards']);
/** Labels that tell the harm themselves: 受影响人数, "records exposed". */
const HARM_LABEL =
  /受影响|受害|泄[露漏]|感染|影响|被盗|affected|impacted|breached|exposed|compromised|victim|leak|stolen/;

function toldByLabel(before: string, unit: UnitReading): boolean {
  return (
    unit.rule === 'counts/number-affected' || (unit.rule === 'counts/noun-number' && HARM_LABEL.test(before))
  );
}
const VICTIMS = /受害|victim|vittime/;

/** How firmly the words of its clause tie a number to harm. */
interface Tie {
  /** The verb of harm governs it. */
  readonly firm: boolean;
  readonly before: boolean;
  readonly any: boolean;
}

function tieOf(before: string, after: string, unit: UnitReading): Tie {
  const tiedBefore = TIE_BEFORE.test(before);
  const firm =
    (tiedBefore && !HOLDS_BEFORE.test(before)) || TIE_AFTER.test(after) || toldByLabel(before, unit);
  return {
    firm,
    before: tiedBefore,
    any: firm || tiedBefore || DATA_AFTER.test(after) || VICTIMS.test(unit.noun ?? ''),
  };
}

/** People of whom nothing more is said: they may as well be suspects or experts. */
const GENERIC =
  /^(?:|people|persons|individuals|men|women|members|administrators|developers|[名位人口]|个人|人员|成员|女性|男性|运营商|专家|玩家|选手|管理员|公民|特工)$/;

/** The last few characters, from the beginning of a word. */
function lastWords(text: string): string {
  const tail = text.slice(-7);
  return /[a-z]$/.test(text.slice(0, -7)) ? tail.replace(/^[a-z]+/, '') : tail;
}

/**
 * Why a number is no measure of harm; null where it is one.
 *
 * @param unit what the number counts
 * @param title whether it stands in the title, where the verb is often left out
 */
export function notHarm(
  folded: string,
  number: NumberSpan,
  unit: UnitReading,
  sentence: Sentence,
  title: boolean,
): string | null {
  const before = folded.slice(Math.max(sentence.start, number.start - 34), number.start);
  const after = folded.slice(unit.end, Math.min(sentence.end, unit.end + 56));
  const tie = tieOf(before, after, unit);
  const data = DATA_UNITS.has(unit.unit);
  if (AFTER_NOT.test(after)) return 'a rate, a rank or an age';
  if (/[由前每图表长]$/.test(before)) return 'parts of a whole, or a rank';
  if (!number.scaled && PRODUCT_BEFORE.test(before)) return 'part of a name';
  if (folded.startsWith('404 media', number.coreStart)) return 'part of a name';
  if (/章$|章 ?$/.test(before)) return 'articles of a law';
  if (NEVER_BEFORE.test(tie.before ? lastWords(before) : before)) return 'a rate, a rank or police work';
  const size =
    (unit.unit !== 'credentials' && SIZE_BEFORE.test(before)) || (!data && HAS_BEFORE.test(before));
  if (size && !tie.any) return 'size or statistics, not harm';
  if (
    unit.unit === 'people' &&
    number.value < LARGE &&
    GENERIC.test(unit.noun ?? '') &&
    NOT_VICTIMS.test(before + after)
  ) {
    return 'suspects or experts, not victims';
  }
  if (
    unit.bare === true &&
    !number.scaled &&
    !number.grouped &&
    !(unit.unit === 'people' && number.value >= LARGE)
  ) {
    return 'a number without classifier: a name or a rank';
  }
  if (unit.weak && (!tie.any || number.value < SMALL)) return 'nothing says what is counted';
  if (number.value < SMALL && !tie.firm) return 'too small without a verb of harm beside it';
  if (unit.noun?.startsWith('ip') === true && SOURCES_BEFORE.test(before)) return 'where an attack came from';
  if (number.qualifier !== 'exact' && /dozen/.test(folded.slice(number.coreStart, number.coreEnd))) {
    return 'a dozen, not counted';
  }
  if (tie.any || title) return null;
  if (data && number.value >= LARGE && unit.rule !== 'counts/han-number-classifier-noun') return null;
  if (!data && unit.unit !== 'people' && number.value < LARGE) return 'no verb of harm beside it';
  const around = folded.slice(Math.max(0, sentence.start - REACH), sentence.end + REACH);
  return IMPACT.test(around) ? null : 'nothing around ties it to harm';
}
