import type { Sentence } from '../engine/types.js';
import { type NameSpan, plainName, type VictimMention } from './types.js';
import { listAfter, listBefore, nameAfter, nameBefore, properNameBefore } from './zh-name.js';
import {
  ANONYMOUS,
  ATTACKERS,
  COUNTED_OBJECT,
  DESCRIBED_OBJECT,
  EVENT_ZH,
  FLAW,
  HARM,
  HARMED,
  HYPOTHETICAL,
  ITEM_NUMBER,
  LIST_LEAD,
  NOT_SPEAKER,
  OBJECT_STOP,
  OF_ITSELF,
  PATTERNS,
  TELLS,
} from './zh-patterns.js';
import { isSpeltBySound } from './zh-words.js';

/** Most matches of one pattern in a sentence; what has more is no prose. */
const MAX_MATCHES = 10;

/**
 * Finds who was hit in the sentences of a Chinese text.
 *
 * @param text the document text; @param folded the same folded
 * @param heading whether the sentence is the title or a heading, where names stand alone
 */
export function victimsInZh(
  text: string,
  folded: string,
  sentence: Sentence,
  heading: boolean,
): VictimMention[] {
  const s = folded.slice(sentence.start, sentence.end);
  const event = EVENT_ZH.test(s);
  // “2. 某银行遭遇…”: the number of the item is of no name.
  const begin = sentence.start + (ITEM_NUMBER.exec(s)?.[0].length ?? 0);
  const out: VictimMention[] = [];
  // Several patterns meet in one verb, and each asks for its subject.
  const subjects = new Map<number, NameSpan | null>();
  const subjectAt = (at: number): NameSpan | null => {
    let name = subjects.get(at);
    if (name === undefined) {
      name = nameBefore(text, folded, begin, at);
      subjects.set(at, name);
    }
    return name;
  };
  const add = (name: NameSpan, from: number, to: number, rule: string, strength: number): void => {
    // Only the rule for unnamed organisations knows where such a description ends.
    if (rule !== 'zh-anonymous' && /^(?:我国|中国|国内)?某.{4}/.test(folded.slice(name.start, name.end)))
      return;
    out.push({
      start: name.start,
      end: name.end,
      name: plainName(text.slice(name.start, name.end)),
      aliases: name.aliases,
      sentence: sentence.index,
      eventStart: from,
      eventEnd: to,
      rule: `victims/${rule}`,
      strength,
      described:
        rule !== 'zh-anonymous' &&
        (name.grade === 2 ||
          DESCRIPTION.test(folded.slice(Math.max(sentence.start, name.start - 4), name.end))),
    });
  };
  for (const pattern of event ? PATTERNS : []) {
    if ((pattern.title === true && !heading) || (pattern.needs !== undefined && !pattern.needs.test(s)))
      continue;
    pattern.re.lastIndex = 0;
    let matches = 0;
    for (let m = pattern.re.exec(s); m !== null && matches < MAX_MATCHES; m = pattern.re.exec(s)) {
      matches++;
      if (m[0] === '') {
        pattern.re.lastIndex++;
        continue;
      }
      const from = sentence.start + m.index;
      const to = from + m[0].length;
      if (HYPOTHETICAL.test(s.slice(Math.max(0, clauseStart(s, m.index)), m.index + 1))) continue;
      const name =
        pattern.side === 'before'
          ? subjectOf(text, folded, begin, from, pattern.grade, subjectAt)
          : nameAfter(text, folded, to, sentence.end, pattern.stops ?? OBJECT_STOP);
      if (name === null) continue;
      // X的零日漏洞遭黑客利用: a flaw was used, nobody in particular was hit.
      if (pattern.side === 'before' && FLAW.test(folded.slice(name.end, from)) && !/泄|盗|窃/.test(m[0]))
        continue;
      if (
        pattern.followed !== undefined &&
        !pattern.followed.test(folded.slice(name.end, Math.min(sentence.end, name.end + 50)))
      ) {
        continue;
      }
      // 对开发者遭受的攻击: the clause only describes the attack.
      if (pattern.side === 'before' && /^(?:遭到?|遭遇|遭受|受到?)的/.test(m[0])) continue;
      // 遭入侵的公司: the clause only describes what follows it.
      if (pattern.side === 'before' && folded.charAt(to) === '的' && name.grade < 3) continue;
      const least = heading ? Math.max(1, pattern.grade - 2) : pattern.grade;
      if (name.grade < least && !(name.grade === 2 && pattern.side === 'before')) continue;
      const product = PRODUCT_AFTER.test(folded.slice(name.end, name.end + 8)) ? 0.25 : 0;
      const credible = name.grade > 1 || isCredible(folded, name, heading);
      const strength = credible ? pattern.strength - product : Math.min(0.4, pattern.strength);
      add(name, from, to, pattern.id, strength);
      const others =
        pattern.side === 'before'
          ? listBefore(text, folded, begin, name)
          : listAfter(text, folded, name, sentence.end);
      for (const other of others) add(other, from, to, `${pattern.id}-list`, strength);
    }
  }
  for (const name of event ? listsBeforeEvents(text, folded, sentence) : [])
    add(name, name.end, sentence.end, 'zh-etc-list', 0.75);
  for (const m of s.matchAll(DESCRIBED_OBJECT)) {
    const object = m[1] ?? '';
    const start = sentence.start + m.index + m[0].length - object.length;
    const name = { start, end: start + object.length, aliases: [], grade: 2 } as const;
    if (ATTACKERS.test(s)) add(name, sentence.start + m.index, start, 'zh-described', 0.75);
  }
  for (const m of event ? s.matchAll(COUNTED_OBJECT) : []) {
    const object = m[1] ?? '';
    const start = sentence.start + m.index + m[0].length - object.length;
    const name = { start, end: start + object.length, aliases: [], grade: 2 } as const;
    add(name, sentence.start + m.index, start, 'zh-counted', 0.35);
  }
  for (const m of event ? s.matchAll(ANONYMOUS) : []) {
    if (HYPOTHETICAL.test(s.slice(clauseStart(s, m.index), m.index + 1))) continue;
    const around = s.slice(Math.max(0, m.index - 16), m.index + m[0].length + 60);
    if (!HARMED.test(around)) continue;
    const lead = /^[对在于的查经据为由被向与和从将把到现是有]+/.exec(m[0])?.[0].length ?? 0;
    const start = sentence.start + m.index + lead;
    const name = { start, end: start + m[0].length - lead, aliases: [], grade: 2 } as const;
    add(name, start, name.end, 'zh-anonymous', heading ? 0.75 : 0.65);
  }
  LIST_LEAD.lastIndex = 0;
  for (let m = LIST_LEAD.exec(s); m !== null; m = LIST_LEAD.exec(s)) {
    let at = sentence.start + m.index + m[0].length;
    const stop =
      sentence.start +
      (/[。;!?]|,(?! ?(?:以及|还有|和))/.exec(s.slice(at - sentence.start))?.index ??
        s.length - (at - sentence.start)) +
      (at - sentence.start);
    for (const item of s
      .slice(at - sentence.start, stop - sentence.start)
      .split(/(、|,|以及|还有|和|与|及)/)) {
      if (item.length > 1 && !/^(?:以及|还有)$/.test(item)) {
        const name = nameBefore(text, folded, at, at + item.replace(/等(?:.{0,12})?$/, '').length);
        if (
          name !== null &&
          (name.grade === 3 || recurs(folded, name) || isSpeltBySound(folded.slice(name.start, name.end)))
        )
          add(name, at, at + item.length, 'zh-list', 0.7);
      }
      at += item.length;
    }
  }
  TELLS.lastIndex = 0;
  let told = 0;
  for (
    let m = event || HARM.test(s) ? TELLS.exec(s) : null;
    m !== null && told < MAX_MATCHES;
    m = TELLS.exec(s)
  ) {
    told++;
    const from = sentence.start + m.index;
    const before = s.slice(Math.max(0, m.index - 14), m.index);
    if (NOT_SPEAKER.test(before)) continue;
    const name =
      subjectAt(from) ?? properNameBefore(text, folded, clauseStart(s, m.index) + sentence.start, from);
    if (name === null) continue;
    const rest = s.slice(m.index);
    const ofItself = OF_ITSELF.test(rest) && EVENT_ZH.test(rest);
    const sure = ofItself && STRONG_TELLS.test(m[0]) && (name.grade === 3 || recurs(folded, name));
    add(name, from, from + m[0].length, 'zh-tells', sure ? 0.6 : ofItself ? 0.4 : 0.2);
  }
  return out;
}

/** Adjectives and counters that make of a name a description. */
const DESCRIPTION = /最大|重要|主要|知名|著名|大型|巨头|又一|某|一家|一所|首家|顶级|头部|多家|地方/;

/** A、B和C等公司 … 遭攻击: every name of the list was hit. */
function listsBeforeEvents(text: string, folded: string, sentence: Sentence): NameSpan[] {
  const s = folded.slice(sentence.start, sentence.end);
  const out: NameSpan[] = [];
  for (const m of s.matchAll(ETC)) {
    const before = s.slice(Math.max(0, m.index - 80), m.index);
    const after = s.slice(m.index, m.index + 60);
    if (!before.includes('、') || !HIT_AFTER_LIST.test(after) || HYPOTHETICAL.test(after.slice(0, 30)))
      continue;
    const last = nameBefore(text, folded, sentence.start, sentence.start + m.index);
    if (last === null || last.grade < 2) continue;
    const others = listBefore(text, folded, sentence.start, last);
    if (others.length > 0) out.push(...[...others].reverse(), last);
  }
  return out;
}

const ETC =
  /等(?=[^,。;]{0,16}(?:公司|企业|机构|组织|银行|品牌|平台|医院|大学|巨头|厂商|网站|客户|部门|项目))/g;
const HIT_AFTER_LIST =
  /遭|受到.{0,12}攻击|被(?:黑|攻击|入侵|盗|窃)|泄[露漏]|(?:因|由于)[^,。]{0,12}攻击|受害|中断|受影响/;

/** Verbs by which an organisation speaks of what befell itself. */
const STRONG_TELLS = /确认|证实|承认|披露|通报|公告|发布|发表声明|声明|否认|致歉|道歉|通知|告知|正在调查/;

/** The clause is about whom the sentence named before: 该公司, 其. */
const ANAPHOR =
  /(?:该(?:公司|组织|机构|银行|医院|平台|网站|集团|企业|校|局|市|国|部门)|公司|自己|它|其|我们|后者|对方)(?:已|曾|也|都|的)?[^,。]{0,14}$/;

/** Whom a verb of the event is said of: the name right before it, or one further off in the clause. */
function subjectOf(
  text: string,
  folded: string,
  from: number,
  at: number,
  grade: number,
  before: (at: number) => NameSpan | null,
): NameSpan | null {
  const near = before(at);
  if (
    near !== null &&
    (near.grade > 1 || (grade === 1 && isSpeltBySound(folded.slice(near.start, near.end))))
  )
    return near;
  const clause = from + clauseStart(folded.slice(from, at), at - from);
  // A、B和许多其他公司都是受害者: the last name of the list, before the words that name nobody.
  const open = near === null ? AND_OTHERS.exec(folded.slice(clause, at)) : null;
  if (open !== null) {
    const last = nameBefore(text, folded, clause, clause + open.index);
    if (last !== null && last.grade >= 2) return last;
  }
  const far = properNameBefore(text, folded, clause, at);
  if (far !== null) return far;
  if (near !== null) return near;
  return ANAPHOR.test(folded.slice(clause, at)) ? properNameBefore(text, folded, from, clause) : null;
}

const AND_OTHERS = /(?:和|以及|与|及|等)(?:许多|其他|其它|很多|多家|众多|另外|数)[^,。;、]{0,14}$/;

/** An unknown word is a name if it is spelt as foreign ones are, or the title has it and the text goes on with it. */
function isCredible(folded: string, name: NameSpan, heading: boolean): boolean {
  return isSpeltBySound(folded.slice(name.start, name.end)) || (heading && recurs(folded, name));
}

/** An unknown word that the text uses again is a name sooner than one that stands once. */
function recurs(folded: string, name: NameSpan): boolean {
  const word = folded.slice(name.start, name.end);
  return folded.indexOf(word) !== folded.lastIndexOf(word);
}

/** The name is of a thing that many run: flaws and malware hit it, hardly an incident. */
const PRODUCT_AFTER =
  /^ ?(?:软件|设备|组件|处理器|浏览器|插件|工具|路由器|芯片|固件|客户端|服务器|应用|漏洞|漏洞中|代码仓库|平台漏洞|用户(?=的银行)|非官方)/;

function clauseStart(s: string, at: number): number {
  let i = at;
  while (i > 0 && !/[,;:]/.test(s.charAt(i - 1)) && at - i < 80) i--;
  while (i > 0 && /[a-z0-9]/.test(s.charAt(i)) && /[a-z0-9]/.test(s.charAt(i - 1))) i--;
  return i;
}
