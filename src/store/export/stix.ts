import { createHash } from 'node:crypto';
import type { Sector } from '../../model/index.js';
import type { ExportedIncident } from './incidents.js';

/** Any STIX object: its own properties beside the common ones. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  readonly [property: string]: unknown;
}

/** Sectors in STIX's industry-sector-ov. */
const SECTOR: Partial<Record<Sector, string>> = {
  telecom: 'telecommunications',
  finance: 'financial-services',
  healthcare: 'healthcare',
  government: 'government-national',
  education: 'education',
  retail: 'retail',
  manufacturing: 'manufacturing',
  technology: 'technology',
  energy: 'energy',
  transport: 'transportation',
  media: 'entertainment',
  hospitality: 'hospitality-leisure',
  crypto: 'financial-services',
  nonprofit: 'non-profit',
  defense: 'defense',
  gaming: 'entertainment',
};

/** Namespace of the name-based ids, so that the same thing has the same id in every export. */
const NAMESPACE = 'b7f3a6de-4c0b-5a4e-9f51-6d1f0c3f7a21';

/** A name-based UUID (RFC 9562, version 5). */
function uuid5(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const at = (day: string | null): string => `${(day ?? '1970-01-01').slice(0, 10)}T00:00:00.000Z`;

interface Maker {
  add(type: string, key: string, since: string, properties: Record<string, unknown>): string;
  relate(source: string, kind: string, target: string, since: string): void;
}

function addIncident(maker: Maker, { incident_id, record, articles }: ExportedIncident): void {
  const since = at(record.first_published);
  const incident = maker.add('incident', incident_id, since, {
    name: record.title === '' ? incident_id : record.title,
    description: [
      `Status: ${record.status}.`,
      record.attack_types.length > 0 ? `Attack: ${record.attack_types.join(', ')}.` : '',
      ...record.counts.filter((c) => c.settled).map((c) => `${c.value} ${c.unit} affected.`),
      record.leaked.length > 0 ? `Leaked: ${record.leaked.map((l) => l.value).join(', ')}.` : '',
    ]
      .filter((s) => s !== '')
      .join(' '),
    labels: record.attack_types.length > 0 ? record.attack_types : ['unknown'],
    external_references: [
      { source_name: 'breachledger', external_id: incident_id },
      ...articles
        .filter((a) => a.url !== null)
        .map((a) => ({ source_name: a.source ?? 'article', url: a.url, description: a.title })),
    ],
  });
  const sector = SECTOR[record.sector as Sector];
  const victims = record.victims.map((v) => {
    const id = maker.add('identity', `victim ${v.name}`, since, {
      name: v.name,
      identity_class: 'organization',
      ...(sector === undefined ? {} : { sectors: [sector] }),
    });
    maker.relate(incident, 'related-to', id, since);
    return id;
  });
  const actors = record.actors.map((a) => {
    const id = maker.add('threat-actor', `actor ${a.name}`, since, {
      name: a.name,
      ...(a.aliases.length === 0 ? {} : { aliases: a.aliases }),
      threat_actor_types: ['unknown'],
    });
    maker.relate(incident, 'related-to', id, since);
    for (const victim of victims) maker.relate(id, 'targets', victim, since);
    return id;
  });
  for (const m of record.malware) {
    const id = maker.add('malware', `malware ${m.name}`, since, {
      name: m.name,
      is_family: true,
      malware_types: [record.attack_types.includes('ransomware') ? 'ransomware' : 'unknown'],
    });
    maker.relate(incident, 'related-to', id, since);
    for (const actor of actors) maker.relate(actor, 'uses', id, since);
  }
  for (const cve of record.cves) {
    const id = maker.add('vulnerability', `cve ${cve}`, since, {
      name: cve,
      external_references: [{ source_name: 'cve', external_id: cve }],
    });
    maker.relate(incident, 'related-to', id, since);
  }
  for (const technique of record.techniques) {
    const id = maker.add('attack-pattern', `technique ${technique.id}`, since, {
      name: technique.id,
      external_references: [{ source_name: 'mitre-attack', external_id: technique.id }],
    });
    maker.relate(incident, 'related-to', id, since);
    for (const actor of actors) maker.relate(actor, 'uses', id, since);
  }
}

/**
 * A STIX 2.1 bundle (OASIS Standard, June 2021) of all incidents with victims, attackers, malware, vulnerabilities and
 * techniques as objects of their own and the relationships between them. Ids are name-based, so the same database
 * gives the same bundle.
 */
export function stixBundle(incidents: Iterable<ExportedIncident>): Record<string, unknown> {
  const objects = new Map<string, StixObject>();
  const made: Maker = {
    add: (type, key, since, properties) => {
      const id = `${type}--${uuid5(`${type} ${key}`)}`;
      const before = objects.get(id);
      // An object of several incidents exists since the earliest of them.
      const created = before !== undefined && before.created < since ? before.created : since;
      const latest = before !== undefined && before.modified > since ? before.modified : since;
      objects.set(id, {
        ...properties,
        ...before,
        type,
        spec_version: '2.1',
        id,
        created_by_ref: author,
        created,
        modified: latest,
      });
      return id;
    },
    relate: (source, kind, target, since) => {
      made.add('relationship', `${source} ${kind} ${target}`, since, {
        relationship_type: kind,
        source_ref: source,
        target_ref: target,
      });
    },
  };
  const author = `identity--${uuid5('breachledger')}`;
  for (const incident of incidents) addIncident(made, incident);
  const self: StixObject = {
    type: 'identity',
    spec_version: '2.1',
    id: author,
    created: at('2025-01-01'),
    modified: at('2025-01-01'),
    name: 'breachledger',
    identity_class: 'system',
  };
  const all = [self, ...objects.values()];
  return {
    type: 'bundle',
    id: `bundle--${uuid5(all.map((o) => `${o.id}${o.modified}`).join())}`,
    objects: all,
  };
}
