import type { Qualifier } from '../../model/index.js';
import { compileMatcher } from '../../text/matcher.js';
import { qualifierAfter } from '../../text/numbers/index.js';
import { alternation, escapePattern } from '../../text/pattern.js';
import { CLASSIFIERS, HAN_NOUNS, NOUN_GUARDS, type NounUnit } from './nouns.js';

/** What a number counts, read from the words around it. */
export interface UnitReading {
  readonly unit: NounUnit;
  /** End of the words read. */
  readonly end: number;
  readonly qualifier?: Qualifier | undefined;
  readonly rule: string;
  /** The noun, where one was read. */
  readonly noun: string | null;
  /** Neither classifier nor magnitude stands between number and noun. */
  readonly bare?: boolean | undefined;
  /** The unit was told by nothing but a general classifier. */
  readonly weak: boolean;
}

const UNIT_OF = new Map<string, NounUnit>();
for (const [unit, nouns] of Object.entries(HAN_NOUNS))
  for (const n of nouns) if (!UNIT_OF.has(n)) UNIT_OF.set(n, unit as NounUnit);
const findNouns = compileMatcher(
  [...UNIT_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map((noun) => ({
      source: /^[a-z]/.test(noun)
        ? `${escapePattern(noun)}s?`
        : `${escapePattern(noun)}${NOUN_GUARDS[noun] ?? ''}`,
      tag: noun,
    })),
);
const CLASSIFIER = new RegExp(`(?:${alternation(Object.keys(CLASSIFIERS))})`, 'y');
const BOUNDARY =
  /[,，。；;：:、（(！!？?\n|《》「」]|被|遭|已|将|进行|通过|因|导致|以及|并|其中|从|使|而|但|正|均|都|(?<!可能|潜在|所有)受到|受影响$/;
const WINDOW = 24;
/** Nouns that a noun of people may modify: 用户账户, 员工凭证. */
const HEADS: ReadonlySet<NounUnit> = new Set([
  'accounts',
  'credentials',
  'devices',
  'files',
  'cards',
  'records',
  'organizations',
]);
/** With no classifier, these weak heads do not outrank the noun before them: 用户信息 counts users. */
const WEAK_HEADS: ReadonlySet<string> = new Set([
  '信息',
  '数据',
  '资料',
  '个人信息',
  '个人数据',
  '个人资料',
  '用户资料',
  '系统',
  '情报',
  '身份证',
  '单位',
  '组织',
  '设备',
  '密码',
  '手机',
  '地址',
  '账户信息',
  '电话号码',
  '手机号',
  '护照',
  '媒体',
  '州',
]);

/**
 * Reads classifier and noun after a number: 名用户, 多家医院, 条公民信息记录.
 *
 * @param folded the folded document text
 * @param at end of the number
 */
export function readHanUnit(folded: string, at: number): UnitReading | null {
  let i = at;
  if (folded.charAt(i) === ' ') i++;
  let qualifier: Qualifier | undefined;
  const early = qualifierAfter(folded, i);
  if (early !== null && /^ ?[多余+左以]/.test(folded.slice(i, i + 2))) {
    qualifier = early.qualifier;
    i = early.end;
    if (folded.charAt(i) === ' ') i++;
  }
  CLASSIFIER.lastIndex = i;
  const classifier = CLASSIFIER.exec(folded)?.[0];
  let byClassifier: NounUnit | 'any' | undefined;
  if (classifier !== undefined && !(classifier === '部' && /[门分署队]/.test(folded.charAt(i + 1)))) {
    byClassifier = CLASSIFIERS[classifier];
    if (byClassifier !== undefined && !UNIT_OF.has(folded.slice(i, i + classifier.length + 1)))
      i += classifier.length;
    else if (byClassifier !== undefined && classifier === '人') i += classifier.length;
  }
  const late = qualifierAfter(folded, i);
  if (late !== null && /^ ?(?:以上|左右|上下|以内|超|弱|强)/.test(folded.slice(i, i + 3))) {
    qualifier = late.qualifier;
    i = late.end;
  }
  let window = folded.slice(i, i + WINDOW);
  const cut = BOUNDARY.exec(window);
  const whole = cut === null ? window.length : cut.index;
  window = window.slice(0, whole);
  const nouns = nounsIn(window, byClassifier !== undefined);
  const noun = nouns[nouns.length - 1];
  const end = noun === undefined ? i : i + noun.end;
  const rule = byClassifier === undefined ? 'counts/han-number-noun' : 'counts/han-number-classifier-noun';
  const first = nouns[0];
  const base = { qualifier, rule, noun: noun?.word ?? classifier ?? null, weak: false };
  if (classifier !== undefined && byClassifier !== undefined && byClassifier !== 'any') {
    const unit = unitByClassifier(classifier, byClassifier, window, first, noun);
    return { ...base, unit, end: noun !== undefined && noun.start <= 14 ? end : i };
  }
  if (noun !== undefined) return { ...base, unit: noun.unit, end, bare: byClassifier === undefined };
  return byClassifier === undefined ? null : { ...base, unit: 'other', end: i, weak: true };
}

const BITS =
  /^ ?的?(?:aes|rsa|md5|sha|的?(?:密钥|加密|哈希|处理|操作|系统|数字|字符|整数|版|进制|验证码|密码|数))/;
/** Classifiers of papers and messages: the noun says what is on them. */
const PAPERS: ReadonlySet<string> = new Set(['份', '件', '封']);

/** The unit where the classifier tells one: 名 people, 条 records. */
function unitByClassifier(
  classifier: string,
  unit: NounUnit,
  window: string,
  first: FoundNoun | undefined,
  noun: FoundNoun | undefined,
): NounUnit {
  if (classifier === '位' && BITS.test(window)) return 'none';
  if (classifier === '件' && /^[事案大套]/.test(window)) return 'none';
  if (classifier === '行' && /^(?:政|代码|文本|动|业)/.test(window)) return 'none';
  if (classifier === '户' && window.startsWith('口')) return 'records';
  if (first?.unit === 'none' && first.start <= 8) return 'none';
  if (classifier === '次' && noun !== undefined && noun.start <= 6) return noun.unit;
  if (PAPERS.has(classifier) && noun !== undefined && noun.unit !== 'people') return noun.unit;
  if (classifier === '条' && noun?.unit === 'credentials') return 'credentials';
  return unit;
}

interface FoundNoun {
  readonly word: string;
  readonly unit: NounUnit;
  readonly start: number;
  readonly end: number;
}

/** The chain of nouns that the number governs; its last is the head. */
function nounsIn(window: string, far: boolean): FoundNoun[] {
  const chain: FoundNoun[] = [];
  for (const hit of findNouns(window, 0, window.length)) {
    const word = window.slice(hit.start, hit.end);
    const found: { word: string; unit: NounUnit; start: number; end: number } = {
      word,
      unit: UNIT_OF.get(hit.tag) ?? 'other',
      start: hit.start,
      end: hit.end,
    };
    const previous = chain[chain.length - 1];
    if (previous === undefined) {
      // Without a classifier the noun must follow at once, a short modifier aside.
      if (found.start > (far ? 18 : /^ ?[a-z0-9 .&-]{2,22} ?$/.test(window.slice(0, found.start)) ? 24 : 8))
        break;
      if (
        !far &&
        found.start > 0 &&
        /[在的了和与是为有]/.test(window.slice(0, found.start)) &&
        !/^的?(?:美国|中国|英国|韩国|日本|印度|活跃|注册|独立|唯一|个人)/.test(window)
      ) {
        if (!/^(?:[\u4e00-\u9fff]{0,5}的)$/.test(window.slice(0, found.start))) break;
      }
      // 21.4万 LVL token is a sum of a crypto currency.
      if (word.startsWith('token') && /[a-z]{2,6} $/.test(window.slice(0, found.start))) found.unit = 'none';
      chain.push(found);
      continue;
    }
    const gap = window.slice(previous.end, found.start);
    if (
      gap !== '' &&
      gap !== ' ' &&
      !(
        previous.unit === 'people' &&
        gap === '的' &&
        HEADS.has(found.unit) &&
        !WEAK_HEADS.has(found.word) &&
        far &&
        found.unit !== 'records'
      )
    )
      break;
    if (WEAK_HEADS.has(word) && previous.unit !== 'other') {
      if (found.unit !== 'records' || previous.unit !== 'people') break;
      break;
    }
    if (!HEADS.has(found.unit) && found.unit !== 'none' && found.unit !== 'people') break;
    chain.push(found);
  }
  return chain;
}
