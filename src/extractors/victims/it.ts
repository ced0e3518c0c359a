import type { Sentence } from '../engine/types.js';
import { objectAfter, subjectBefore, tokensOf } from './en-name.js';
import type { NameSpan, VictimMention } from './types.js';

/** Words without which no Italian sentence tells of an incident. */
export const EVENT_IT =
  /attacc|violazion|breach|furto|rubat|sottratt|esfiltra|ransomware|hacker|compromess|intrusion|incidente|trafugat|esposti|esposizion|disserviz|cyber|ddos|phishing|estorsion|pubblicat|vittim|colpit/i;

interface Pattern {
  readonly id: string;
  readonly re: RegExp;
  readonly side: 'before' | 'after';
  readonly strength: number;
}

const PATTERNS: readonly Pattern[] = [
  {
    id: 'it-suffers',
    re: /\b(?:ha subito|ha subìto|hanno subito|subisce|è (?:stat[ao] )?(?:vittima|colpit[ao]|attaccat[ao]|violat[ao]|compromess[ao]|hackerat[ao])|sono stati? (?:vittim[ae]|colpit[ie]|attaccat[ie])|vittima di|finisce nel mirino|nel mirino|sotto attacco|colpit[ao] da)\b/gi,
    side: 'before',
    strength: 0.85,
  },
  {
    id: 'it-discloses',
    re: /\b(?:ha (?:confermato|annunciato|comunicato|rivelato|ammesso|dichiarato|notificato|informato|denunciato|pagato|reso noto)|conferma|comunica|annuncia|ammette|denuncia|informa|avvisa|notifica)\b(?=.{0,100}?(?:breach|attacc|violazion|furto|incident|dati|hacker|riscatto))/gi,
    side: 'before',
    strength: 0.65,
  },
  {
    id: 'it-attack-on',
    re: /\b(?:attacc(?:o|hi)|violazione|data breach|breach|furto|intrusione|incidente|esfiltrazione|incursione|fuga di dati|leak)\b[^.,;]{0,30}?\b(?:a|ad|ai|al|allo|alla|alle|agli|all['’]|contro|di|del|dei|della|delle|dello|dell['’]|in|danni|presso|nei confronti)\b(?: (?:di|del|della|dei|delle|dello|dell['’]))?/gi,
    side: 'after',
    strength: 0.7,
  },
  {
    id: 'it-stolen-from',
    re: /\b(?:rubat[ioae]|sottratt[ioae]|trafugat[ioae]|esfiltrat[ioae]|pubblicat[ioae]|hanno colpito|ha colpito|ha violato|hanno violato|ha attaccato)\b[^.,;]{0,30}?\b(?:a|ad|ai|al|allo|alla|alle|dal|dalla|dai|di|del|della|dell['’]|la|il|lo|i|gli|le)\b/gi,
    side: 'after',
    strength: 0.65,
  },
  {
    id: 'it-breach-title',
    re: /\b(?:breach|data breach|attacco hacker|attacco ransomware)\b:?/gi,
    side: 'after',
    strength: 0.55,
  },
];

/** Finds who was hit in one sentence of an Italian text. */
export function victimsInIt(text: string, sentence: Sentence): VictimMention[] {
  const s = sentence.text;
  if (!EVENT_IT.test(s)) return [];
  const tokens = tokensOf(text, sentence.start, sentence.end);
  const out: VictimMention[] = [];
  for (const p of PATTERNS) {
    p.re.lastIndex = 0;
    for (let m = p.re.exec(s); m !== null; m = p.re.exec(s)) {
      const from = sentence.start + m.index;
      const to = from + m[0].length;
      const at =
        p.side === 'before'
          ? tokens.findIndex((t) => t.end > from)
          : tokens.findIndex((t) => t.start >= to) - 1;
      if (at < 0) continue;
      const name: NameSpan | null =
        p.side === 'before' ? subjectBefore(text, tokens, at, false) : objectAfter(text, tokens, at, false);
      if (name === null || name.start - to > 40) continue;
      out.push({
        start: name.start,
        end: name.end,
        name: text.slice(name.start, name.end),
        aliases: name.aliases,
        sentence: sentence.index,
        eventStart: from,
        eventEnd: to,
        rule: `victims/${p.id}`,
        strength: p.strength,
        described: name.grade === 2,
      });
    }
  }
  return out;
}
