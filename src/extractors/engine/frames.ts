import type { Report } from '../../model/index.js';
import type { Entity } from '../victims/entities.js';
import type { VictimMention } from '../victims/index.js';
import { sameEntity, withoutPlace } from '../victims/names.js';
import { type FrameInput, HIT, LEAD, mainVictims } from './main-victims.js';
import { byPlace, type Places } from './places.js';
import type { SentenceScope } from './scope.js';
import type { Candidate } from './types.js';

/** A victim of an incident told in passing must be at least this sure. */
const OTHER = 0.7;

type Dates = Places<Extract<Candidate, { kind: 'date' }>>;

/** One incident while it is being put together: who was hit, and the sentences that tell of it. */
export interface Frame {
  readonly id: number;
  readonly role: Report['role'];
  readonly victims: readonly Entity[];
  readonly sentences: readonly number[];
  /** Why it was opened, for `explain`. */
  readonly why: string;
}

interface Draft {
  id: number;
  role: Report['role'];
  victims: Entity[];
  sentences: number[];
  why: string;
}

/** Most incidents of one section; the report lists fewer still. */
const MAX_FRAMES = 24;

/** A single word that an English text uses once is a name by its capital alone: Cyrillic. */
function isLoneWord(entity: Entity): boolean {
  const [only] = entity.mentions;
  return (
    entity.mentions.length === 1 &&
    only !== undefined &&
    entity.score < 0.75 &&
    /^victims\/en-(?!.*-list$)/.test(only.rule) &&
    /^[A-Za-z]+$/.test(only.name)
  );
}

/** The story goes on with whom it was about. */
const ANAPHORA =
  /^["“”'‘’ ]{0,2}(?:该|这家|此次|这次|本次|这一|这起|此事|其|据悉|据报道|据称|随后|之后|对此|目前|当时|事件|攻击者|黑客|受影响|泄露|他们|它|the (?:company|firm|attack|breach|incident|group|hackers?|gang|organi|airline|bank|hospital|retailer|university|agency|stolen|leaked|exposed|compromised|threat actor|attackers?)|it |its |they |their |this |that |these |those |in a statement|according to|affected)/;

const ANAPHOR_OF_MAIN =
  /该公司|该组织|该机构|该基金|该银行|该医院|该平台|该校|该网站|该集团|该企业|该市|该国|其(?:系统|网络|网站|数据)|the (?:company|firm|organi[sz]ation|airline|bank|hospital|retailer|agency|exchange|platform)\b/;

/** A sentence that goes on about the attack at hand. */
const OF_THIS_ATTACK =
  /^.{0,12}(?:这次|此次|本次|该|这一|这起|上述)(?:攻击|事件|泄[露漏]|入侵|漏洞|活动)|^(?:the|this) (?:attack|breach|incident|leak|hack|outage)\b/;

/** The event of the article itself. */
const THIS_ONE = /此次|这次|本次|该事件|此事|this (?:incident|breach|attack)|the (?:latest|recent) /;

const EVENT =
  /攻击|入侵|泄[露漏]|窃取|被盗|失窃|勒索|黑客|数据泄|breach|hack|attack|ransomware|leak|stolen|incident|compromis|violazione|attacco|不正アクセス|漏えい|流出/;

/** “Other companies hit lately include A, B and C”: each was hit by an attack of its own. */
const OTHERS =
  /(?:其他|其它|另外|近期|最近)[^,。;]{0,24}(?:公司|企业|机构|组织|银行|医院|学校|受害者)(?:还|也|中)?(?:包括|有|为|:)|\bother[^,.;]{0,30}\b(?:victims|companies|organi[sz]ations|firms|targets|hospitals|universities)\b[^,.;]{0,20}\binclud/;

/** Why an incident of a victim already known was opened. */
export const EARLIER = 'an earlier incident of the same victim';

/** Why an incident of a list of strangers was opened: its name alone is enough. */
export const LISTED = 'listed as another victim';

/**
 * Reads one section sentence by sentence and gathers them under incidents.
 *
 * @returns the incidents of the section, the main one first
 */
export function framesOf(input: FrameInput): Frame[] {
  const { doc, folded, scopes, entities, section } = input;
  const frames: Draft[] = [];
  const dates = byPlace(input.facts.flatMap((f) => (f.kind === 'date' ? [f] : [])));
  const hitsBySentence = new Map<number, { entity: Entity; mention: VictimMention }[]>();
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (mention.strength < HIT || mention.sentence < section.from || mention.sentence >= section.to)
        continue;
      const list = hitsBySentence.get(mention.sentence) ?? [];
      if (!list.some((h) => h.entity === entity)) list.push({ entity, mention });
      hitsBySentence.set(mention.sentence, list);
    }
  }
  const open = (role: Report['role'], victims: Entity[], why: string): Draft => {
    const last = frames[frames.length - 1];
    if (last !== undefined && frames.length >= MAX_FRAMES) return last;
    const frame = { id: frames.length, role, victims, sentences: [], why };
    frames.push(frame);
    return frame;
  };
  const main = open(input.role, mainVictims(input, hitsBySentence), 'main story of the section');
  let current = main;
  let block = -1;
  for (let i = section.from; i < section.to; i++) {
    const sentence = doc.sentences[i];
    const scope = scopes[i];
    if (sentence === undefined || scope === undefined) continue;
    const text = folded.slice(sentence.start, sentence.end);
    if (sentence.block !== block) {
      const kind = doc.blocks[sentence.block]?.kind;
      if (current !== main && kind !== 'item' && kind !== 'row' && !ANAPHORA.test(text)) current = main;
      block = sentence.block;
    }
    const hits = (hitsBySentence.get(i) ?? []).filter(
      (h) => main.victims.includes(h.entity) || opensOwn(h) || isAffectedToo(h),
    );
    const ofMain = hits.filter((h) => main.victims.includes(h.entity));
    const others = hits.filter((h) => !main.victims.includes(h.entity));
    const namesMain =
      ofMain.length > 0 || main.victims.some((v) => v.names.some((n) => sentence.text.includes(n)));
    if (others.length > 0 && i > section.head && !scope.background) {
      const known = frames.find((f) => f !== main && others.some((o) => f.victims.includes(o.entity)));
      if (known !== undefined && !scope.past) current = known;
      else if ((OF_THIS_ATTACK.test(text) || others.every(isAffectedToo)) && current.victims.length > 0) {
        // “The attack affected A, B and C”: more victims of the same one.
        for (const o of others) current.victims.push(o.entity);
      } else if (ofMain.length > 0) {
        for (const o of others)
          if (o.entity.score >= 0.85 || o.mention.rule.endsWith('-list')) main.victims.push(o.entity);
        current = main;
      } else if (i <= section.head + LEAD && isNaming(input, main.victims, others, i)) {
        for (const o of others) if (!o.entity.described) main.victims.push(o.entity);
        current = main;
      } else {
        current = openOthers(open, others, text, i);
      }
    } else if (
      i > section.from + 1 &&
      !THIS_ONE.test(text) &&
      EVENT.test(text) &&
      (namesMain || ANAPHOR_OF_MAIN.test(text)) &&
      tellsEarlier(
        input,
        i,
        scope,
        dates,
        datesOf(input, dates, section.from, Math.min(i, section.from + LEAD + 3)),
      )
    ) {
      current = open('mention', [...main.victims.slice(0, 1)], EARLIER);
    } else if (namesMain && current !== main && others.length === 0) {
      current = main;
    }
    current.sentences.push(i);
  }
  return frames;
}

/** “X was affected by this attack as well”: a further victim of the incident at hand. */
const isAffectedToo = (hit: { mention: VictimMention }): boolean =>
  /-affected(?:-too)?$|-records-of$/.test(hit.mention.rule);

/** A victim of another incident must be hit in so many words, not just be heard. */
function opensOwn(hit: { entity: Entity; mention: VictimMention }): boolean {
  return (
    hit.entity.score >= OTHER &&
    !isLoneWord(hit.entity) &&
    hit.entity.mentions.some((m) => m.strength >= 0.6 && !/-tells$/.test(m.rule))
  );
}

/** Opens the incidents of other victims: one for all that are named together, or one each of a list of strangers. */
function openOthers(
  open: (role: Report['role'], victims: Entity[], why: string) => Draft,
  others: readonly { entity: Entity; mention: VictimMention }[],
  text: string,
  sentence: number,
): Draft {
  const entities = [...new Set(others.map((o) => o.entity))];
  const [first, ...rest] = OTHERS.test(text) ? entities : [];
  if (first === undefined || rest.length === 0)
    return open('mention', entities, `another victim is told of in sentence ${sentence}`);
  const why = `${LISTED} in sentence ${sentence}`;
  const drafts = [first, ...rest].map((e) => open('mention', [e], why));
  for (const d of drafts.slice(0, -1)) d.sentences.push(sentence);
  return drafts[drafts.length - 1] ?? open('mention', entities, why);
}

/**
 * The lead often names whom the title only describes (“the FBI's portal”, then InfraGard), or describes whom it named.
 * Then its victim is the main one under another name, not another one.
 */
function isNaming(
  input: FrameInput,
  main: readonly Entity[],
  others: readonly { entity: Entity; mention: VictimMention }[],
  sentence: number,
): boolean {
  if (others.every((o) => o.entity.described || main.some((m) => sharesStem(m, o.entity)))) return true;
  const { doc, section } = input;
  const from = doc.sentences[section.head + 1]?.start ?? doc.text.length;
  const to = doc.sentences[section.to - 1]?.end ?? doc.text.length;
  const body = doc.text.slice(from, to);
  const text = doc.sentences[sentence]?.text ?? '';
  return main.every((victim) => {
    const told = victim.mentions.filter((m) => m.strength >= HIT && m.sentence > section.head).length;
    if (told > 0) return false;
    return (
      victim.names.every((n) => !body.includes(n)) ||
      (section.head + 2 >= sentence && victim.names.some((n) => text.includes(n)))
    );
  });
}

/** 莱斯特市议会 and 莱斯特城: names that open alike, in Han characters, country aside. */
function sharesStem(a: Entity, b: Entity): boolean {
  const stems = (e: Entity): string[] =>
    e.names.map((n) => withoutPlace(n).slice(0, 3)).filter((n) => /^[\u4e00-\u9fff]{3}$/.test(n));
  const known = stems(a);
  return stems(b).some((n) => known.includes(n));
}

/** The days that sentences [from, to) give. */
function datesOf({ doc }: FrameInput, dates: Dates, from: number, to: number): string[] {
  const first = doc.sentences[from];
  const last = doc.sentences[to - 1];
  if (first === undefined || last === undefined) return [];
  return dates.within(first.start, last.end).flatMap((f) => (f.end <= last.end ? [f.value.value] : []));
}

/** Days that part an earlier incident from the one being told. */
const APART = 45;

function tellsEarlier(
  input: FrameInput,
  sentence: number,
  scope: SentenceScope,
  dates: Dates,
  mainDates: readonly string[],
): boolean {
  if (!scope.past && !scope.cues.includes('en-past')) {
    // A year of its own is as good as a word for “earlier”.
    const own = datesOf(input, dates, sentence, sentence + 1).filter((d) => d.length === 4 || d.length === 7);
    if (own.length === 0) return false;
  }
  const own = datesOf(input, dates, sentence, sentence + 1);
  if (own.length === 0) return false;
  const known = mainDates.length > 0 ? mainDates : input.doc.published === null ? [] : [input.doc.published];
  if (known.length === 0) return false;
  const earliest = Math.min(...known.map(dayOf));
  return own.every((d) => earliest - dayOf(d) > APART && !mainDates.includes(d));
}

/** The last day that a date of any precision may mean, in days. */
function dayOf(date: string): number {
  const full = date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
  return Date.parse(`${full}T00:00:00Z`) / 86_400_000;
}

/** Joins frames of several sections that turn out to tell of the same victims. */
export function sameVictims(a: Frame, b: Frame): boolean {
  return a.victims.some((x) =>
    b.victims.some((y) => x.names.some((n) => y.names.some((m) => sameEntity(n, m)))),
  );
}
