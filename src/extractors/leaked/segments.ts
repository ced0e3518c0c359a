import { isNegated } from '../engine/negation.js';
import { ASIDE, CONTAIN, DATA_SUBJECT, FIRM_ASIDE, LEAK } from './cues.js';

/** What a stretch of a sentence says of the data it names. */
export type Saying = 'leaked' | 'not_leaked' | 'contents' | 'aside' | 'nothing';

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly saying: Saying;
}

/** Longest stretch that patterns are run on. */
const MAX_SEGMENT = 400;

/** Turns within a sentence where the sense may change without a comma. */
const TURN =
  /(?:但是|但|不过|然而|而且?不|却|\bbut\b|\bhowever\b|\balthough\b|\bthough\b|\bwhile\b|\bwhereas\b|\bma non\b)/g;
/** The same, and where a sentence turns to what the data may be used for. */
const TURN_TO_USE =
  /(?:(?:可能)?(?:被|可)?(?:用于|用来)(?:进行|实施|发起)?|\b(?:which|that) (?:can|could|may|might|are|is) (?:then |also |typically |often )?(?:be )?used\b|\bput(?:s|ting)? (?:them|customers|users|victims) at\b|\b(?:except(?:ing)?|excluding|with the exception of|apart from|other than|rather than|instead of)\b|但是|但|不过|然而|而且?不|却|\bbut\b|\bhowever\b|\balthough\b|\bthough\b|\bwhile\b|\bwhereas\b|\bma non\b)/g;

const COMMA = 0x2c;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * Cuts a sentence at its commas, colons and brackets, and before words that turn the sense.
 *
 * @param uses whether to cut also before what the data may be used for
 */
export function splitSegments(
  folded: string,
  start: number,
  end: number,
  uses = false,
): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let from = start;
  const cut = (at: number): void => {
    if (at > from && at < end) {
      out.push({ start: from, end: at });
      from = at;
    }
  };
  const turns = folded.slice(start, end).matchAll(uses ? TURN_TO_USE : TURN);
  let turn = turns.next();
  for (let i = start; i < end; i++) {
    if (!turn.done && start + turn.value.index === i) {
      cut(i);
      turn = turns.next();
    }
    const unit = folded.charCodeAt(i);
    if (unit === COMMA && isDigit(folded.charCodeAt(i - 1)) && isDigit(folded.charCodeAt(i + 1))) continue;
    if (unit === COMMA || unit === 0x3a || unit === 0x3b || unit === 0x28 || unit === 0x29 || unit === 0x2014)
      cut(i + 1);
  }
  if (from < end) out.push({ start: from, end });
  return out;
}

/** “No names, …”: a negation whose verb is still to come. */
const OPEN_NEGATION =
  /\b(?:no|neither|none of the|nor)\b (?!longer|evidence|indication|doubt|one|comment|response|password\b|authentication|later|less|fewer)[^,;]{1,80},?$/;

/**
 * What each stretch of a sentence says. A negation without its verb (“no names, addresses or …”) holds up to
 * the stretch with the verb.
 */
export function sayings(folded: string, segments: readonly { start: number; end: number }[]): Saying[] {
  let open = false;
  return segments.map((segment) => {
    const text = folded.slice(segment.start, segment.end);
    const own = sayingOf(text);
    if (open) {
      if (own === 'leaked' || own === 'not_leaked') open = false;
      return own === 'aside' ? own : 'not_leaked';
    }
    open = own !== 'not_leaked' && !LEAK.test(text) && OPEN_NEGATION.test(text.slice(-140).trimEnd());
    return open ? 'not_leaked' : own;
  });
}

/** Out of reach for its owner, or not yet found out: nothing is said of what came out. */
const OUT_OF_REACH =
  /(?:无法|不能|难以|暂停|拒绝|失去|恢复)(?:正常|继续|再)?(?:对[^,。;]{0,10}的?)?(?:访问|打开|使用|登录|获取|查看|读取|下载)|(?:unable|inability) to (?:access|view|download|use)|(?:cannot|can't|could not|couldn't) (?:access|view|download|open|use)|(?:lost|losing|regain(?:ed|ing)?|restor(?:e|ed|ing)|without) access|\bused (?:to|for|in) [a-z ]{1,40}(?=\b(?:including|such as)\b)/g;

/** What one stretch says by its own words. */
export function sayingOf(segment: string): Saying {
  const text = segment.slice(0, MAX_SEGMENT).replace(OUT_OF_REACH, ' ');
  const negated = isNegated(text);
  if (negated && (LEAK.test(text) || CONTAIN.test(text) || DATA_SUBJECT.test(text) || text.length < 80))
    return 'not_leaked';
  if (FIRM_ASIDE.test(text)) return 'aside';
  if (LEAK.test(text)) return 'leaked';
  if (ASIDE.test(text)) return 'aside';
  return CONTAIN.test(text) ? 'contents' : 'nothing';
}
