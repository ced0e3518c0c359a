import { termsIn } from '../engine/lexicon.js';
import { coveredBy } from '../engine/places.js';
import type { Candidate, Doc, FactRule, TermHit } from '../engine/types.js';
import { gangs, groups } from '../lexicon/actors.js';
import { roleOf } from './context.js';
import { namedActors } from './grammar.js';

type Found = Candidate<'actor'>;

/** Names that are also common words or other things: they count only where the words around say a group is meant. */
const COMMON = new Set(
  'Play|Hive|Royal|Fog|Everest|Lynx|Underground|Global|Knight|Cyclops|Cloak|Trinity|Onyx|Abyss|Chaos|Kraken|Anubis|Beast|Meow|Snatch|Grief|Maze|Cuba|Medusa|Akira|Hunters International|Termite|Embargo|Interlock|Nitrogen|Warlock|Morpheus|Frag|Silence|Twelve|Peace|Peace|LV|Phobos|Prestige|Cactus|Conti|Qilin|Trigona|Monti|Turla|Tick|Bitter|Patchwork|Confucius|CNC|Lorenz|Zeon|Argonauts|Kairos|Apos|Chort|BERT|Kela|Magecart|国家安全局|Longhorn|Anonymous|Global'.split(
    '|',
  ),
);

/** Families that only software is called by. */
const SOFTWARE_ONLY = new Set(
  'Phobos|Dharma|WannaCry|Petya|NotPetya|Bad Rabbit|SamSam|Locky|Cerber|CryptoLocker|TeslaCrypt|STOP/Djvu|eCh0raix|DeadBolt|ESXiArgs|WastedLocker|GlobeImposter|Prestige|Ryuk|SEXi|Frag|Zeppelin'.split(
    '|',
  ),
);

/** Names that no software bears. */
const GROUP_ONLY =
  /^(?:Evil Corp|Scattered|FIN\d|TA\d|UNC\d|Storm|ShinyHunters|IntelBroker|LAPSUS|Killnet|NoName|Anonymous|Hunters|RansomHouse|INC Ransom|Vice Society|Wizard Spider|Karakurt|Daixin|Moses|Handala|GhostSec|SiegedSec|IT Army|USDoD|Sp1d3r|Desorden|DESORDEN|Silk|Vanilla|Velvet|Cobalt Group|Lazarus)/;

/**
 * Who did it: names of groups and persons, from the lists of known groups and from the phrases that introduce
 * a name. Descriptions (“Iranian hackers”) are no names. A gang's name that stands for its software
 * (遭 X 勒索软件攻击, deployed X) is left to the malware rule.
 */
export const actorRule: FactRule<'actor'> = {
  id: 'actors',
  find(doc) {
    const found: Found[] = [];
    const aliases = aliasesIn(doc);
    for (const lexicon of ['gang', 'group']) {
      for (const hit of termsIn(doc, lexicon)) found.push(listed(doc, hit, aliases));
    }
    const covered = coveredBy(doc.text.length, found);
    for (const sentence of doc.sentences) {
      for (const named of namedActors(doc, sentence)) {
        if (covered.touches(named.start, named.end)) continue;
        covered.add(named.start, named.end);
        found.push({
          kind: 'actor',
          value: { name: named.name, aliases: [] },
          start: named.start,
          end: named.end,
          rule: named.rule,
          weight: 0.8,
        });
      }
    }
    return settle(found);
  },
};

function listed(doc: Doc, hit: TermHit, aliases: (hit: TermHit, name: string) => string[]): Found {
  const role = roleOf(doc.folded, hit.start, hit.end);
  const name = doc.text.slice(hit.start, hit.end);
  const base = {
    kind: 'actor',
    value: { name, aliases: aliases(hit, name) },
    start: hit.start,
    end: hit.end,
    rule: `actors/known-${hit.lexicon}`,
  } as const;
  if (role === 'software' && !GROUP_ONLY.test(hit.id) && hit.lexicon === 'gang') {
    return { ...base, rejected: 'the software is meant' };
  }
  if (role === 'actor')
    return SOFTWARE_ONLY.has(hit.id) ? { ...base, rejected: 'a family, not a group' } : base;
  if (COMMON.has(hit.id) || SOFTWARE_ONLY.has(hit.id))
    return { ...base, rejected: 'a common word, with nothing that says a group is meant' };
  return { ...base, weight: 0.7 };
}

/** The other names of the same group that this article uses: looked for once a name, however often it stands there. */
function aliasesIn(doc: Doc): (hit: TermHit, name: string) => string[] {
  const known = new Map<string, string[]>();
  return (hit, name) => {
    const key = `${hit.lexicon}:${hit.id}:${name}`;
    const found = known.get(key) ?? aliasesOf(doc, hit, name);
    known.set(key, found);
    return found;
  };
}

function aliasesOf(doc: Doc, hit: TermHit, name: string): string[] {
  const known = (hit.lexicon === 'gang' ? gangs : groups).terms[hit.id] ?? [];
  const used = new Set<string>();
  for (const alias of known) {
    if (typeof alias === 'string' && alias !== name && alias.length > 3 && doc.text.includes(alias))
      used.add(alias);
  }
  return [...used];
}

/** A common word that the article elsewhere uses as a group's name is that name everywhere. */
function settle(found: readonly Found[]): Found[] {
  const sure = new Set(found.filter((f) => f.rejected === undefined).map((f) => f.value.name.toLowerCase()));
  return found.map((f) => {
    if (f.rejected?.startsWith('a common word') && sure.has(f.value.name.toLowerCase())) {
      const { rejected: _, ...rest } = f;
      return { ...rest, weight: 0.6 };
    }
    return f;
  });
}
