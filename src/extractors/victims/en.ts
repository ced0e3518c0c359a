import type { Sentence } from '../engine/types.js';
import { listAfter, listBefore, objectAfter, subjectBefore, type Token, tokensOf } from './en-name.js';
import { NO_NAME } from './en-words.js';
import { type NameSpan, plainName, type VictimMention } from './types.js';

/** Most matches of one pattern in a sentence; what has more is no prose. */
const MAX_MATCHES = 10;

/** Words without which no sentence tells of an incident. */
export const EVENT_EN =
  /breach|hack|attack|ransom|leak|expos|stole|stolen|theft|compromis|intrusion|unauthori[sz]ed|incident|outage|malware|phish|ddos|extort|dark web|siphon|exfiltrat|spill|spied|scrap(?:ed|ing)|infiltrat|defac|dump|victim|loss|lost|drain|fraud|insider|espionage|data protection|offline|trove|belong/i;

const NOUN =
  '(?:data[ -](?:security[ -])?(?:breach|leak|theft|incident|exposure|spill)|breach|breaches|hack|cyber[ -]?attack|cyberattacks|cyber[ -]?incident|security (?:incident|breach|issue|event)|cybersecurity (?:incident|breach|event|issue)|ransomware(?: attack| incident)?|attack|intrusion|leak|outage|incident|heist|extortion|hacked|breached|unauthori[sz]ed|compromise|stolen|stole|leaked|exposed|compromised|hackers?|IT system|theft|data[ -]grab|steal|cyber crims?|data[ -]theft|network intrusion|swiped|pilfered|break-in|cybercriminals?|crooks|miscreants|intruders?|claims (?:made )?(?:by|of|on))';

interface Pattern {
  readonly id: string;
  readonly re: RegExp;
  readonly side: 'before' | 'after' | 'list';
  readonly strength: number;
  readonly needs?: RegExp;
  /** Only in titles and headings. */
  readonly heading?: boolean;
}

const ATTACKER =
  /hacker|gang|group|actor|attacker|criminal|ransomware|intruder|threat|extortion|breach|leak site|claims|claimed|attack/i;

const PATTERNS: readonly Pattern[] = [
  {
    id: 'en-suffers',
    re: new RegExp(
      `\\b(?:suffer(?:s|ed|ing)|experienc(?:es|ed)|fell victim|falls victim|fallen victim|sustained|endured|(?:is|was|were|been|are) (?:recently |also |reportedly |allegedly )?(?:hit|struck|targeted|impacted|affected|crippled|disrupted|attacked|the (?:latest )?(?:victim|target))|hit (?:by|with)|target(?:ed)? (?:by|of|in)|dealing with|responding to|recovering from|grappl(?:es|ing) with|battl(?:es|ing)|reeling|struggling|struck by|became (?:the )?(?:latest )?(?:a )?victim)\\b(?=.{0,70}?\\b${NOUN}\\b)`,
      'gi',
    ),
    side: 'before',
    strength: 0.9,
  },
  {
    id: 'en-was-hacked',
    re: /\b(?:(?:is|was|were|been|got|gets|get) (?:recently |also |reportedly |allegedly |apparently )?(?:hacked|breached|compromised|infiltrated|defaced|ransomed|extorted|doxxed|ddosed|knocked offline|taken offline|scraped|robbed)|hacked|breached|pwned)\b/gi,
    side: 'before',
    strength: 0.85,
  },
  {
    id: 'en-discloses',
    re: new RegExp(
      `\\b(?:confirm(?:s|ed|ing)?|disclos(?:es|ed|ing)|announc(?:es|ed)|admit(?:s|ted)|acknowledg(?:es|ed)|reveal(?:s|ed)|notif(?:ies|ied|ying)|warn(?:s|ed|ing)|inform(?:s|ed|ing)|alert(?:s|ed|ing)|tells|told|investigat(?:es|ed|ing)|blam(?:es|ed)|detect(?:s|ed)|identified|discovered|den(?:ies|ied)|shut(?:s)? down|settl(?:es|ed|ing)|pay(?:s|ing)?|paid|agreed to pay|agrees to pay|prob(?:es|ing|ed)|look(?:s|ing) into|became aware|learn(?:s|ed)|fined|will pay|facing|faces|files|filed|sued|halts|halted|pauses|began notifying|begins notifying|sending|sent|links|linked|attributes|attributed|responds|reports|reported|says?|said|becomes|became)\\b(?=.{0,110}?\\b${NOUN}\\b)`,
      'gi',
    ),
    side: 'before',
    strength: 0.65,
  },
  {
    id: 'en-leaks-own',
    re: /\b(?:leak(?:s|ed)|expos(?:es|ed)|spill(?:s|ed)|los(?:es|t)|left)\b(?=.{0,70}?\b(?:data|records?|customers?|users?|files?|database|details|information|source code|passwords?|patients?|credentials|emails?|\$|million|documents?|list|applicants?|exposed|unsecured|unprotected|open)\b)/gi,
    side: 'before',
    strength: 0.7,
  },
  {
    id: 'en-breach-of',
    re: /\b(?:customer |user |employee |major |massive |recent )?(?:data[ -](?:security )?(?:breach|leak|theft|exposure|incident)|(?:security|cybersecurity|cyber|ransomware) (?:incident|breach|attack)|breach|hack|cyber[ -]?attack|ransomware attack|ransomware)s?\b/gi,
    side: 'before',
    strength: 0.65,
  },
  {
    id: 'en-data-of',
    re: /\b(?:customers?|users?|employees?|patients?|subscribers?|members?|data|database|records?|accounts?|source code|passwords?|credentials|files|emails?|website|systems?|network|servers?|website|tokens?)\b(?:['’])?(?=.{0,40}?\b(?:stolen|leaked|exposed|compromised|hacked|breached|for sale|on sale|hijacked|defaced|accessed|siphoned|scraped|dumped|taken offline)\b)/gi,
    side: 'before',
    strength: 0.7,
  },
  { id: 'en-breached-accounts', re: / - (?=[\d,.]+ breached accounts)/g, side: 'before', strength: 1 },
  {
    id: 'en-attack-on',
    re: /\b(?:breach(?:es)?|attacks?|hack(?:s|ing)?|leaks?|incidents?|intrusions?|cyber[ -]?attacks?|ransomware|compromise|outage|heist|theft|campaign|offensive|assault|ddos(?: attacks?)?)\b(?: (?:last|this|in|that|which|earlier|also|against|occurred|happened|took place|carried out|launched|conducted)[^,.;]{0,24}?)? (?:at|on|of|against|affecting|affected|targeting|targeted|impacting|impacted|involving|hitting|hit|suffered by|inside|disrupting|disrupted|crippling)\b/gi,
    side: 'after',
    strength: 0.75,
  },
  {
    id: 'en-hacked-object',
    re: /\b(?:breach(?:ed|es|ing)|hack(?:ed|s|ing)|attack(?:ed|ing)|(?:to|and|will|would|can|could) (?:attack|hack|breach)|compromis(?:ed|es|ing)|infiltrat(?:ed|es|ing)|hit|hits|target(?:ed|s|ing)?|penetrat(?:ed|es|ing)|extort(?:ed|s|ing)?|defac(?:ed|es|ing)|crippl(?:ed|es|ing)|disrupt(?:ed|s|ing)?|ransomed|broke into|break into|gained access to|access to|gain access to|hijack(?:ed|s|ing)?|blackmail(?:ed|s|ing)?)\b(?! (?:by|in|on|at|with|against|since|last|this|after|via|through|using|during|as|for))/gi,
    side: 'after',
    strength: 0.6,
    needs: ATTACKER,
  },
  {
    id: 'en-stole-from',
    re: /\b(?:stole|stolen|steal|steals|stealing|exfiltrat(?:ed|ing)|leak(?:ed|s|ing)?|siphon(?:ed|ing)?|taken|obtained|dump(?:ed|s|ing)?|scrap(?:ed|ing)|selling|sale|sell|sold|theft|drained|copied|downloaded|breach|records|data|belonging)\b[^.;:]{0,70}? (?:from|belonging to|of)\b/gi,
    side: 'after',
    strength: 0.6,
    needs:
      /stole|stolen|steal|exfiltrat|leak|siphon|dump|scrap|sell|sold|sale|theft|drain|breach|hack|compromis/i,
  },
  {
    id: 'en-belongs',
    re: /\b(?:data|database|records?|files|documents|information|server|bucket|emails?|credentials|accounts?|instance|repository|images)\b[^.;:]{0,40}? belong(?:s|ed|ing) to\b/gi,
    side: 'after',
    strength: 0.65,
    needs:
      /researcher|expos|leak|trove|unprotected|unsecured|misconfig|affected|compromis|stole|breach|hack|discover|found/i,
  },
  {
    id: 'en-named',
    re: /\bthe (?:airline|company|firm|victim|hospital|organi[sz]ation|agency|vendor|supplier|bank|retailer|provider|university|contractor|target)(?: in question)?,? (?:is|was|named|called|identified as|appears to be)(?= [A-Z])/gi,
    side: 'after',
    strength: 0.6,
  },
  {
    id: 'en-affected-too',
    re: /\b(?:was|were|is|are|had been|has been|have been|some of its services were)?(?: also| likewise| among those)? (?:affected|impacted|caught up|hit)\b(?: by| in)? (?:the|this|that|its)\b[^.;]{0,40}?\b(?:breach|compromise|incident|attack|hack|leak)/gi,
    side: 'before',
    strength: 0.65,
  },
  {
    id: 'en-attack-forces',
    re: /\b(?:attack|breach|ransomware|outage|incident|hack|leak|intrusion) (?:(?:also|has|have) )?(?:forces?|forced|hits?|shuts?(?: down)?|knocks?|knocked|disrupts?|disrupted|crippled?s?|closes|closed|takes|took|leaves|left|exposes|exposed|affects|affected|impacts|impacted|strikes|struck|paraly[sz]es|paraly[sz]ed|halts|halted|prompts|prompted)\b/gi,
    side: 'after',
    strength: 0.7,
  },
  {
    id: 'en-had-taken',
    re: /\bhad (?:an? |its |their |the )?(?:[a-z-]{2,16} ){0,5}(?:database|data|records|backup|systems?|servers?|accounts?|source code|emails?|files|information)\b[^.;]{0,40}?\b(?:taken|stolen|leaked|exposed|breached|scraped|dumped|obtained|accessed|compromised|hacked)\b/gi,
    side: 'before',
    strength: 0.75,
  },
  {
    id: 'en-victims-list',
    re: /\b(?:victims?|companies|organi[sz]ations|firms|customers|brands|targets|others|names|hospitals|universities|agencies)\b[^.;:]{0,40}?,? (?:include|includes|included|including|such as|like|were|are|is|was):?(?= [A-Z“"])/g,
    side: 'list',
    strength: 0.7,
    needs: /breach|attack|hack|ransom|stol|leak|affect|compromis|impact|extort|victim/i,
  },
  {
    id: 'en-listed',
    re: /\b(?:adds|added|listed|lists|listing|named|names|adding|posted|claims?|claimed|claiming)\b(?=[^.;]{2,60}(?:leak site|victims?|data leak|extortion (?:site|blog|portal)|tor site|dark web|attack|breach|hack))/gi,
    side: 'after',
    strength: 0.7,
  },
  {
    id: 'en-records-of',
    re: /\b(?:logins?|accounts?|credentials?|passwords?|records?|data|users|customers) (?:for|of|from|belonging to|at)(?= (?:the |a |an )?(?:[a-z-]{2,16} ){0,5}(?:[A-Z]|[a-z0-9-]+\.[a-z]{2,3}\b))(?=.{0,160}?\b(?:exposed|leaked|stolen|breached|compromised|for sale|scraped|obtained|taken|posted|dumped|derived|redistributed)\b)/g,
    side: 'list',
    strength: 0.7,
  },
  {
    id: 'en-told-fans',
    re: /\b(?:urges|offers|offering|resets|reset|forces|forced|restores|restored|resumes)\b(?=.{0,80}?\b(?:breach|hack|attack|leak|ransomware|incident)\b)/gi,
    side: 'before',
    strength: 0.5,
  },
];

/** A sentence that only gives the name of whom the one before described. */
const NAMING =
  /\bthe (?:airline|company|firm|victim|hospital|organi[sz]ation|agency|vendor|bank|retailer) (?:is|was) [A-Z]/i;

const HYPOTHETICAL =
  /\b(?:if|whether|could|would|should|may|might|can|how to|prevent|avoid|protect|unless|typically|often|usually|when an?|when your|you)\b[^,;]{0,40}$/i;

const FROM_RESEARCH =
  /\b(?:researchers?|analysts?|experts?|team|security firm|security company|cybersecurity (?:firm|company|vendor|outlet)|according to|report (?:by|from)|published by|reported by|told|spokes\w+ for|journalist|reporter|lawyers?|tracked by|analy[sz]ed by)\s*$/i;

/** The name is of a product that many run: “targeting Microsoft 365 accounts” hits Microsoft no more than its users. */
const OF_MANY =
  /^ (?:[A-Z0-9][\w-]{0,14} ){0,2}(?:firewalls?|devices?|routers?|cameras?|appliances?|gateways?|accounts?|users|apps?|applications|browsers?|instances|servers|software|plug-?ins?|extensions?|VPNs?|endpoints|installations|deployments|environments|vulnerabilit|flaws?|bugs?|zero-days?)\b/;

/** A security company that speaks to its own customers of a breach was breached itself. */
const OWN_PEOPLE =
  /\b(?:its|their) (?:own )?(?:users|customers|clients|employees|staff|systems|network|data|extension|servers|platform)\b/i;

/** Finds who was hit in one sentence of an English text. */
export function victimsInEn(text: string, sentence: Sentence, heading: boolean): VictimMention[] {
  const s = sentence.text;
  if (!EVENT_EN.test(s) && !NAMING.test(s)) return [];
  const tokens = tokensOf(text, sentence.start, sentence.end);
  const titled = heading && isTitleCase(tokens.map((t) => t.text));
  const out: VictimMention[] = [];
  const add = (name: NameSpan | null, from: number, to: number, p: Pattern): void => {
    if (name === null) return;
    if (
      FROM_RESEARCH.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)) &&
      !(p.side === 'before' && OWN_PEOPLE.test(text.slice(from, Math.min(sentence.end, from + 90))))
    )
      return;
    // “Malware and BOINC in Cyber Attacks”: what stands in the attacks was not hit by them.
    if (p.id === 'en-breach-of' && /\b(?:in|on)\b/i.test(text.slice(name.end, from))) return;
    if (
      p.side === 'before' &&
      p.id !== 'en-discloses' &&
      HYPOTHETICAL.test(text.slice(Math.max(sentence.start, from - 50), from))
    )
      return;
    if (titled && !standsInBody(text, sentence.end, name)) {
      const shorter = shortened(text, sentence.end, name);
      if (shorter === null && text.length - sentence.end > 400) return;
      add(shorter, from, to, p);
      return;
    }
    out.push({
      start: name.start,
      end: name.end,
      name: plainName(text.slice(name.start, name.end)),
      aliases: name.aliases,
      sentence: sentence.index,
      eventStart: from,
      eventEnd: to,
      rule: `victims/${p.id}`,
      strength:
        p.strength -
        (name.grade === 2 ? 0.1 : 0) -
        (p.side === 'after' && OF_MANY.test(text.slice(name.end, name.end + 40)) ? 0.25 : 0),
      described: name.grade === 2,
    });
  };
  for (const p of PATTERNS) {
    if (p.needs !== undefined && !p.needs.test(s)) continue;
    p.re.lastIndex = 0;
    let matches = 0;
    for (let m = p.re.exec(s); m !== null && matches < MAX_MATCHES; m = p.re.exec(s)) {
      matches++;
      if (m[0] === '') {
        p.re.lastIndex++;
        continue;
      }
      const from = sentence.start + m.index;
      const to = from + m[0].length;
      if (p.side === 'before') {
        const at = tokens.findIndex((t) => t.end > from);
        if (at <= 0) continue;
        const subject = fullerSubject(text, sentence, tokens, at, titled);
        const weak = p.id === 'en-discloses' && !heading && SAYS_ONLY.test(m[0]);
        const rule = weak ? { ...p, id: 'en-tells', strength: 0.45 } : p;
        add(subject, from, to, rule);
        if (subject !== null && !weak) {
          for (const other of listBefore(text, tokens, subject, titled))
            add(other, from, to, { ...p, id: `${p.id}-list` });
        }
      } else {
        const next = tokens.findIndex((t) => t.start >= to);
        if (next < 0) continue;
        if (p.side === 'after') add(objectAfter(text, tokens, next - 1, titled), from, to, p);
        else for (const name of listAfter(text, tokens, next - 1, titled)) add(name, from, to, p);
      }
    }
  }
  return out;
}

/** Verbs that anybody may say of an incident: alone they make nobody its victim. */
const SAYS_ONLY =
  /^(?:sa(?:ys|id)|tells|told|warn|reveal|report|announc|link|blam|attribut|detect|identified|discovered|fac|files|filed|sued|becom|became|sent|alert|respond)/i;

/**
 * The subject of a verb: the name right before it, or the one that the sentence opens with where the text goes on
 * about that one and only a place stands nearer: “X High School in the city of Y, in the north of Z, said”.
 */
function fullerSubject(
  text: string,
  sentence: Sentence,
  tokens: readonly Token[],
  at: number,
  titled: boolean,
): NameSpan | null {
  const near = subjectBefore(text, tokens, at, titled);
  const end = tokens.findIndex((t, i) => i > 0 && OPENS_PLACE.test(t.lower));
  if (end <= 0 || end >= at || (tokens[at]?.start ?? 0) - sentence.start > MAX_OPENING) return near;
  const opening = subjectBefore(text, tokens, end, titled);
  if (opening === null || opening.grade < 3 || opening.start > sentence.start + 40) return near;
  if (near === null || near.start <= opening.start) return near ?? opening;
  return timesOf(text, opening) > timesOf(text, near) ? opening : near;
}

/** How far into a sentence its verb may stand from the name that opens it, in UTF-16 units. */
const MAX_OPENING = 160;
const OPENS_PLACE = /^(?:in|at|of|from|based|located|which|who|whose|part|,)$/;

function timesOf(text: string, name: NameSpan): number {
  const words = text.slice(name.start, name.end);
  let times = 0;
  for (let from = text.indexOf(words); from >= 0 && times < 4; from = text.indexOf(words, from + 1)) times++;
  return times;
}

/** In a title in capitals only the body tells where a name ends. */
function standsInBody(text: string, from: number, name: NameSpan): boolean {
  return text.length - from < 400 || text.includes(text.slice(name.start, name.end), from);
}

/** The longest run of words of a name that the body uses, in title or body spelling; null where there is none. */
function shortened(text: string, from: number, name: NameSpan): NameSpan | null {
  const words = tokensOf(text, name.start, name.end);
  for (let length = words.length - 1; length > 0; length--) {
    for (let i = 0; i + length <= words.length; i++) {
      const first = words[i];
      const last = words[i + length - 1];
      if (first === undefined || last === undefined || !first.proper || NO_NAME.has(first.lower)) continue;
      const part = text.slice(first.start, last.end);
      if (part.length > 2 && text.includes(part, from)) return { ...name, start: first.start, end: last.end };
    }
  }
  return null;
}

function isTitleCase(words: readonly string[]): boolean {
  const long = words.filter((w) => /^[A-Za-z]/.test(w) && w.length > 3);
  return long.length > 2 && long.filter((w) => /^[A-Z]/.test(w)).length > long.length * 0.8;
}
