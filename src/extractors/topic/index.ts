import type { Topic } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { Candidate, Doc } from '../engine/types.js';
import type { Entity } from '../victims/entities.js';
import { INDICATORS, ROUNDUP_TITLE, TITLE_CUES } from './cues.js';

/** Plain wording of something that happened to somebody. */
const HIT_IN_TITLE =
  /遭(?:到|受|遇)?.{0,20}(?:攻击|入侵|泄[露漏]|黑客|勒索)|被黑|被勒索|发生.{0,12}泄[露漏]|造成.{0,10}泄[露漏]|(?:数据|信息|资料|源代码|源码|文件|细节|图片|设计图|机密|密钥|名单|照片).{0,6}(?:遭?泄[露漏]|外泄|被盗|失窃|被曝)|攻击致|hacked|breached|data breach|\bbreach (?:at|of)|hit by|cyberattack on|stolen|leaked|exposed online|不正アクセス|情報漏えい|attacco (?:hacker|informatico|ransomware) a/;

const TITLE_SUBJECT = 'victims/title-subject';

/** Words for what befalls somebody, in a title that says of nobody that it befell them. */
const EVENT_IN_TITLE =
  /攻击|入侵|泄[露漏]|勒索|黑客|被盗|窃取|\b(?:breach|hack(?!er(?:one|s? (?:news|conference)))|attack|leak|theft|stolen|stole|steal|swip|pilfer|intrusion|data grab|exposed|exposing|extort|incident|outage|compromis|scrap|crooks|skimm)/;

/** A title without the names of victims, whose words say nothing of what is told: Larkspur Surveys. */
function withoutNames(title: string, entities: readonly Entity[]): string {
  let rest = title;
  for (const e of entities) {
    if (!e.mentions.some((m) => m.strength >= 0.7)) continue;
    for (const name of e.names)
      if (/^[\x20-\x7e]{4,}$/.test(name)) rest = rest.replace(name.toLowerCase(), ' ');
  }
  return rest;
}

/** Two or three Latin words are a name, and no sentence that says what the text is. */
const isBareName = (title: string): boolean => /^[a-z0-9.&'-]+(?: [a-z0-9.&'-]+){1,2}$/.test(title.trim());

/** What makes an attack one on data or computers, and no other: a raid, a lawsuit, a sanction. */
const CYBER =
  /网络|黑客|数据|信息|隐私|系统|账[户号]|帐[户号]|密码|漏洞|勒索|木马|病毒|恶意|钓鱼|泄[露漏密]|入侵|服务器|网站|软件|代码|加密|区块链|代币|合约|ddos|瘫痪|宕机|电子邮件|邮箱|云|cyber|hack|data|records?\b|scraped|credential|breach|leak|ransom|malware|phish|online|account|password|server|website|system|network|software|email|crypto|wallet|token|bitcoin|ddos|outage|exposed|database|chrome|code|dati|attacco|informatic|violazione|不正アクセス|漏えい|流出|サイバー|個人情報/;

/** Wording that supposes rather than tells. */
const SUPPOSED =
  /可能|可致|可被|可导致|或可|易被|如何|怎么|防|风险|危害|威胁|趋势|指南|方法|could|can |may |might|how |why |what |risk|danger|prevent|don['’]t|\?$/;

/** The same at the head of the text, where the victim is told in words that no name rule reads. */
const HIT_IN_LEAD =
  /\b(?:suffered|experienced|disclosed|announced|confirmed|reported|succumbed to)\b[^;]{0,30}\b(?:breach|cyber-?attack|attack|hack|leak|intrusion)\b|\b(?:was|were|been|got|had) (?:[a-z]{2,12}ly )?(?:hacked|breached|ransomed|compromised|defaced)\b|\b(?:data|records|accounts|customers?|users?|emails?|addresses|identities|logs|backup|database|files|information)\b[^;]{0,80}\b(?:leaked|exposed|breached|stolen|dumped|put up for sale|listed for sale|obtained by|obtained,? (?:most likely |likely |apparently )?from|scraped|sent to|taken from|(?:posted|published|found|discovered|emerged|appeared|released|distributed|redistributed|traded|sold|offered)\b[^;]{0,24}\b(?:online|publicly|public|forums?|for sale|dark ?web|telegram|containing))\b|\bexposed (?:[a-z]{2,12} )?(?:a (?:large|huge|vast|significant) (?:number|amount)|an? extensive|extensive|thousands|millions|over|more|nearly|almost|about|the|\d)|\b(?:pay or leak|extortion) (?:campaign|attempt)/;

/** What speaks for and against an incident in one text, with the sum. */
export interface Verdict {
  readonly score: number;
  readonly reasons: readonly { readonly id: string; readonly weight: number }[];
  /** What the text is where it tells of no incident. */
  readonly otherwise: Topic;
}

/** From this sum on a text reports an incident. */
export const INCIDENT_THRESHOLD = 1.25;

/** What a hit told in the lead without a name that is read weighs. */
const LEAD_TELLS = 0.8;

/** The first two sentences after the head, folded; at most so many UTF-16 units. */
const MAX_LEAD = 500;

function leadOf(doc: Doc, from: number, to: number): string {
  const first = doc.sentences[from + 1];
  const last = doc.sentences[Math.min(from + 3, to) - 1];
  if (first === undefined || last === undefined || last.end <= first.start) return '';
  return doc.folded.slice(first.start, Math.min(last.end, first.start + MAX_LEAD));
}

/** How many body sentences are its lead. */
const LEAD_SENTENCES = 4;

const COUNT_IN_TITLE = /\d[\d,.]* ?(?:万|亿|千|百|million|billion|k\b|m\b|tb|gb)|\d{1,3}(?:,\d{3})+/;
const PAST_IN_TITLE =
  /遭|被(?!捕|判|罚)|(?<!防)泄[露漏]|外泄|被盗|失窃|中断|瘫痪|宕机|损失|breach|hacked|leaked|stolen|exposed|exposes|exposing|attack on|outage|(?:ransomware|cyber) ?attack (?:forces|hits|shuts|knocks|disrupts|cripples|closes|takes|leaves)|wide open/;

/**
 * Weighs whether a text (an article, or one item of a digest) reports an incident.
 *
 * @param title the folded title or heading
 * @param from, to the span of the text in sentences
 */
export function weigh(
  doc: Doc,
  title: string,
  from: number,
  to: number,
  entities: readonly Entity[],
  facts: readonly Candidate[],
): Verdict {
  const reasons: { id: string; weight: number }[] = [];
  const add = (id: string, weight: number): void => {
    if (weight !== 0) reasons.push({ id, weight });
  };
  let otherwise: Topic = 'other';
  let worst = 0;
  const titleHit = Math.max(0, ...entities.map((e) => strongest(e, (s) => s === from)));
  const leadHit = Math.max(
    0,
    ...entities.map((e) => strongest(e, (s) => s > from && s <= from + LEAD_SENTENCES)),
  );
  const bodyHit = Math.max(
    0,
    ...entities.map((e) => strongest(e, (s) => s > from + LEAD_SENTENCES && s < to)),
  );
  if (titleHit >= 0.5) add('title names a victim', 1.5 + 2 * titleHit);
  else if (HIT_IN_TITLE.test(title) && !SUPPOSED.test(title))
    add('title tells of a hit', COUNT_IN_TITLE.test(title) ? 2.2 : 1.8);
  else if (PAST_IN_TITLE.test(title)) add('title tells of an event', COUNT_IN_TITLE.test(title) ? 1.5 : 0.8);
  const subjects = entities.filter((e) => e.mentions.some((m) => m.rule === TITLE_SUBJECT));
  if (from === 0 && titleHit < 0.5 && subjects.length > 0) {
    if (EVENT_IN_TITLE.test(title) && !SUPPOSED.test(title)) add('title names its subject and an event', 0.7);
    const tells = subjects.some((e) =>
      e.mentions.some((m) => m.rule !== TITLE_SUBJECT && m.strength >= 0.4 && m.sentence <= LEAD_SENTENCES),
    );
    if (leadHit < 0.5 && tells) add('the subject of the title tells of it', 1);
  }
  if (leadHit >= 0.5) add('lead names a victim', 0.5 + 1.6 * leadHit);
  if (leadHit < 0.5 && HIT_IN_LEAD.test(leadOf(doc, from, to))) add('lead tells of a hit', LEAD_TELLS);
  const announced =
    titleHit >= 0.5 || leadHit >= 0.5 || EVENT_IN_TITLE.test(title) || PAST_IN_TITLE.test(title);
  if (bodyHit >= 0.5) add('body names a victim', leadHit >= 0.5 ? 0.5 : announced ? bodyHit : bodyHit * 0.5);
  const best = entities.reduce(
    (n, e) =>
      Math.max(
        n,
        e.mentions.filter((m) => m.strength >= 0.5 && m.sentence >= from && m.sentence < to).length,
      ),
    0,
  );
  if (best >= 3) add('told again and again', Math.min(1, best * 0.15));
  const words = withoutNames(title, entities);
  for (const cue of TITLE_CUES) {
    if (!cue.re.test(words)) continue;
    const share =
      titleHit >= 0.7
        ? (cue.soft ?? 0.5)
        : isBareName(title)
          ? 0.5
          : leadHit >= 0.65 && EVENT_IN_TITLE.test(title)
            ? 0.75
            : 1;
    add(`title: ${cue.id}`, -cue.weight * share);
    if (cue.weight > worst) {
      worst = cue.weight;
      otherwise = cue.topic;
    }
  }
  const first = doc.sentences[from];
  const last = doc.sentences[Math.min(to, doc.sentences.length) - 1];
  if (first !== undefined && last !== undefined) {
    const body = doc.text.slice(first.start, last.end);
    const cves = new Set(body.match(/CVE-\d{4}-\d{3,7}/gi)?.map((c) => c.toUpperCase())).size;
    if (cves > 0) add('CVE ids', -Math.min(1.5, 0.5 * cves));
    const indicators = (body.match(INDICATORS) ?? []).length;
    if (indicators > 2)
      add('indicators and code', -Math.min(2, indicators * 0.25) * (titleHit >= 0.7 ? 0.5 : 1));
    const lead = doc.folded.slice(
      first.start,
      doc.sentences[Math.min(from + LEAD_SENTENCES, to - 1)]?.end ?? last.end,
    );
    if (!CYBER.test(title) && !CYBER.test(lead)) add('no word of data or computers', -2);
    for (const { id, weight } of weightOfFacts(facts, first.start, last.end)) add(id, weight);
    if (worst === 0 && cves > 1) otherwise = 'vulnerability';
    else if (worst === 0 && indicators > 4) otherwise = 'malware_analysis';
  }
  return { score: reasons.reduce((n, r) => n + r.weight, 0), reasons, otherwise };
}

/** Facts of harm make an incident likelier: people counted, data classes, dates of what was done and said. */
export function weightOfFacts(
  facts: readonly Candidate[],
  start: number,
  end: number,
): { readonly id: string; readonly weight: number }[] {
  const own = facts.filter((f) => f.rejected === undefined && f.start >= start && f.end <= end);
  const counted = own.some((f) => f.kind === 'count' && COUNTED.has(f.value.unit));
  const leaked = new Set(own.flatMap((f) => (f.kind === 'leaked' ? [f.value] : []))).size;
  const dated = own.filter((f) => f.kind === 'date' && TELLING.has(f.value.role)).length;
  const out: { id: string; weight: number }[] = [];
  if (counted) out.push({ id: 'counts of people or records', weight: FACT_WEIGHTS.counted });
  if (leaked > 1) out.push({ id: 'data classes', weight: FACT_WEIGHTS.leaked });
  if (dated > 0) out.push({ id: 'dates of the incident', weight: FACT_WEIGHTS.dated });
  return out;
}

/** What facts of each kind add to the sum, at most. */
export const FACT_WEIGHTS = { counted: 0.6, leaked: 0.4, dated: 0.5 };
const COUNTED = new Set(['people', 'accounts', 'records', 'cards', 'organizations']);
const TELLING = new Set(['occurred', 'detected', 'disclosed', 'notified', 'claimed', 'contained']);

function strongest(entity: Entity, within: (sentence: number) => boolean): number {
  return entity.mentions.reduce((n, m) => (within(m.sentence) ? Math.max(n, m.strength) : n), 0);
}

/** True where a title announces several unrelated items. @param title folded */
export function announcesRoundup(title: string): boolean {
  return ROUNDUP_TITLE.test(title) || (title.replace(/&[#\w]{1,8};/g, '').match(/[;|]/g) ?? []).length >= 2;
}

export function foldTitle(title: string): string {
  return fold(title).replace(/^(?:【[^】]{1,12}】|\[[^\]]{1,12}\])/, '');
}
