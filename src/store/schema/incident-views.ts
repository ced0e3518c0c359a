import { column, type ViewDoc } from './dictionary.js';

const INCIDENT_ID = column(
  'incident_id',
  'text',
  'Id of the incident. It never changes once given; ids that were merged away lead on (see incident_ids).',
);
const PATHS = column(
  'paths',
  'json',
  'Paths of the articles that say so; copies of one text are named once.',
);
const SOURCES = column('sources', 'integer', 'How many documents say so.');

const names = (name: string, table: string, about: string, what: string): ViewDoc => ({
  name,
  about,
  columns: [
    INCIDENT_ID,
    column(what, 'text', 'The name most articles use.'),
    column('aliases', 'text', 'Other names of the same, separated by "; ".'),
    column('aliases_json', 'json', 'The same as a JSON array.'),
  ],
  sql: `SELECT i.incident_id, n.value ->> 'name',
      (SELECT group_concat(value, '; ') FROM json_each(n.value, '$.aliases')), n.value -> 'aliases'
    FROM incident i, json_each(i.record, '$.${table}') n`,
});

/** Flat columns of an incident, in the order of the view. */
export const FLAT = [
  column('title', 'text', 'Headline of the first article that is about the incident.'),
  column('victim', 'text', 'The first victim, by the name most articles use.'),
  column('victims', 'text', 'All victims, separated by "; ".'),
  column('country', 'text', 'Country of the victim, ISO 3166-1 alpha-2.'),
  column('sector', 'text', 'Sector of the victim.'),
  column('status', 'text', 'confirmed, denied, claimed or suspected.'),
  column('attack_types', 'text', 'How it was done, separated by ", ".'),
  column(
    'occurred_on',
    'date',
    'When it happened or began, at the precision known: 2025-02-05, 2025-02 or 2025.',
  ),
  column('ended_on', 'date', 'When it ended.'),
  column('detected_on', 'date', 'When it was found out.'),
  column('contained_on', 'date', 'When it was stopped.'),
  column('disclosed_on', 'date', 'When the victim or an authority made it public.'),
  column('notified_on', 'date', 'When customers or a regulator were told.'),
  column('claimed_on', 'date', 'When the attacker claimed it.'),
  column('people_affected', 'integer', 'People hit: the figure settled on (all figures: incident_counts).'),
  column('accounts_affected', 'integer', 'Accounts hit.'),
  column('records_affected', 'integer', 'Records (rows, entries) hit.'),
  column('organizations_affected', 'integer', 'Organisations hit.'),
  column('devices_affected', 'integer', 'Devices hit.'),
  column('leaked', 'text', 'Kinds of data leaked, stolen or exposed, separated by ", ".'),
  column('not_leaked', 'text', 'Kinds of data said not to be affected.'),
  column('actors', 'text', 'Attackers by name, separated by "; ".'),
  column('malware', 'text', 'Malware families by name.'),
  column('cves', 'text', 'CVE ids, separated by ", ".'),
  column('techniques', 'text', 'ATT&CK technique ids printed in the articles.'),
  column('volume', 'text', 'Amount of data, as number and unit, e.g. 1.17TB.'),
  column('first_published', 'date', 'Publication day of the earliest article.'),
  column('last_published', 'date', 'Publication day of the latest article.'),
  column('articles', 'integer', 'Articles that tell of it, copies counted.'),
  column('documents', 'integer', 'Different texts that tell of it.'),
] as const;

export const flatColumns = FLAT.map((c) => c.name).join(', ');

/** JSON arrays that stand beside the plain text lists. */
const JSON_LISTS = [
  column('victims_json', 'json', 'Victims with their aliases.'),
  column('attack_types_json', 'json', 'Attack types as a JSON array.'),
  column('leaked_json', 'json', 'Leaked kinds of data, each with the number of documents that say so.'),
  column('not_leaked_json', 'json', 'Kinds of data said not to be affected, as leaked_json.'),
  column('counts_json', 'json', 'All figures, as in incident_counts.'),
  column('dates_json', 'json', 'All dates, as in incident_dates.'),
  column('money_json', 'json', 'Sums of money.'),
] as const;
const jsonColumns = (record: string): string =>
  JSON_LISTS.map((c) => `${record} -> '${c.name.replace('_json', '')}'`).join(', ');

const count = (unit: string): string =>
  `(SELECT value ->> 'value' FROM json_each(s.record, '$.counts') WHERE value ->> 'unit' = '${unit}' AND value ->> 'settled')`;
const date = (role: string): string =>
  `(SELECT value ->> 'value' FROM json_each(s.record, '$.dates') WHERE value ->> 'role' = '${role}' AND value ->> 'settled')`;
const list = (field: string, of: string, by: string): string =>
  `(SELECT group_concat(${of}, '${by}') FROM json_each(s.record, '$.${field}'))`;

/** An earlier state has only its record; its flat columns are read from it. */
const FROM_RECORD: Readonly<Record<string, string>> = {
  victim: "s.record ->> '$.victims[0].name'",
  victims: list('victims', "value ->> 'name'", '; '),
  attack_types: list('attack_types', 'value', ', '),
  leaked: list('leaked', "value ->> 'value'", ', '),
  not_leaked: list('not_leaked', "value ->> 'value'", ', '),
  actors: list('actors', "value ->> 'name'", '; '),
  malware: list('malware', "value ->> 'name'", '; '),
  cves: list('cves', 'value', ', '),
  techniques: list('techniques', "value ->> 'id'", ', '),
};
/** The flat columns read from the record of a row `s`. */
export const fromRecord = FLAT.map(({ name }) => {
  if (name.endsWith('_affected')) return count(name.replace('_affected', ''));
  if (name.endsWith('_on')) return date(name.replace('_on', ''));
  return FROM_RECORD[name] ?? `s.record ->> '${name}'`;
}).join(', ');

/** Views of incidents. */
export const INCIDENT_VIEWS: readonly ViewDoc[] = [
  {
    name: 'incidents',
    about: 'One row an incident, as it is known now. Start here.',
    label: 'title',
    columns: [
      INCIDENT_ID,
      ...FLAT,
      ...JSON_LISTS,
      column('version', 'integer', 'Number of its current version (incident_history).'),
      column('recorded_at', 'time', 'When its current version was recorded.'),
      column('set_by_hand', 'json', 'Fields that a person set (corrections).'),
    ],
    sql: `SELECT i.incident_id, ${flatColumns}, ${jsonColumns('i.record')}, version, recorded_at,
      i.record -> 'set_by_hand' FROM incident i`,
  },
  {
    name: 'incident_states',
    about:
      "What was known of each incident from when to when, by the publication dates of its articles. What was known on a day: WHERE known_from <= '2025-01-15' AND known_until > '2025-01-15'.",
    label: 'title',
    columns: [
      INCIDENT_ID,
      column('known_from', 'date', 'Publication day from which this was known.'),
      column('known_until', 'date', 'Day on which more was known; 9999-12-31 for the present state.'),
      ...FLAT,
      ...JSON_LISTS,
    ],
    sql: `SELECT i.incident_id, coalesce((SELECT max(known_until) FROM incident_state e WHERE e.incident_id = i.incident_id),
        i.first_published, '0000-01-01'), '9999-12-31', ${flatColumns}, ${jsonColumns('i.record')} FROM incident i
      UNION ALL
      SELECT s.incident_id, s.known_from, s.known_until, ${fromRecord}, ${jsonColumns('s.record')} FROM incident_state s`,
  },
  {
    name: 'incident_dates',
    about: 'Every date of an incident that an article gives, with the one settled on for each role.',
    columns: [
      INCIDENT_ID,
      column('role', 'text', 'occurred, ended, detected, contained, disclosed, notified, claimed or other.'),
      column('date', 'date', 'The date at the precision stated.'),
      column('precision', 'text', 'day, month or year.'),
      column(
        'certain',
        'integer',
        '0 where a part of it was implied (a year taken from the publication date).',
      ),
      column('settled', 'integer', '1 for the date that the flat column shows.'),
      SOURCES,
      PATHS,
    ],
    sql: `SELECT i.incident_id, d.value ->> 'role', d.value ->> 'value', d.value ->> 'precision', d.value ->> 'certain',
        d.value ->> 'settled', json_array_length(d.value, '$.paths'), d.value -> 'paths'
      FROM incident i, json_each(i.record, '$.dates') d`,
  },
  {
    name: 'incident_counts',
    about:
      'Every figure of an incident that an article gives, who gives it, and which was settled on for each unit.',
    columns: [
      INCIDENT_ID,
      column(
        'unit',
        'text',
        'people, accounts, records, organizations, devices, files, cards, credentials or other.',
      ),
      column('count', 'integer', 'The figure; the upper end of a range.'),
      column('low', 'integer', 'The lower end of a range.'),
      column('qualifier', 'text', 'exact, about, over, nearly, up_to or at_least.'),
      column('settled', 'integer', '1 for the figure that the flat column shows.'),
      column('status', 'text', 'The most certain status of the reports that give it.'),
      column('first_published', 'date', 'When it was first published.'),
      column('last_published', 'date', 'When it was last published.'),
      SOURCES,
      PATHS,
    ],
    sql: `SELECT i.incident_id, c.value ->> 'unit', c.value ->> 'value', c.value ->> 'low', c.value ->> 'qualifier',
        c.value ->> 'settled', c.value ->> 'status', c.value ->> 'first_published', c.value ->> 'last_published',
        json_array_length(c.value, '$.paths'), c.value -> 'paths'
      FROM incident i, json_each(i.record, '$.counts') c`,
  },
  {
    name: 'incident_leaked_fields',
    about: 'Kinds of data of an incident: leaked, said not to be affected, or disputed.',
    columns: [
      INCIDENT_ID,
      column('field', 'text', 'Kind of data (data class), e.g. phone_numbers.'),
      column(
        'state',
        'text',
        'leaked; not_leaked where it was said not to be affected; disputed where both were said.',
      ),
      column(
        'documents',
        'integer',
        'How many documents say it was leaked, or, for not_leaked, that it was not.',
      ),
    ],
    sql: `SELECT i.incident_id, f.value ->> 'value',
        CASE WHEN EXISTS (SELECT 1 FROM json_each(i.record, '$.not_leaked') n WHERE n.value ->> 'value' = f.value ->> 'value')
          THEN 'disputed' ELSE 'leaked' END, f.value ->> 'documents'
      FROM incident i, json_each(i.record, '$.leaked') f
      UNION ALL
      SELECT i.incident_id, f.value ->> 'value', 'not_leaked', f.value ->> 'documents'
      FROM incident i, json_each(i.record, '$.not_leaked') f
      WHERE NOT EXISTS (SELECT 1 FROM json_each(i.record, '$.leaked') l WHERE l.value ->> 'value' = f.value ->> 'value')`,
  },
  {
    name: 'incident_attack_types',
    about: 'Attack types of an incident, one a row.',
    columns: [INCIDENT_ID, column('attack_type', 'text', 'Attack type, e.g. ransomware.')],
    sql: "SELECT i.incident_id, t.value FROM incident i, json_each(i.record, '$.attack_types') t",
  },
  names('incident_victims', 'victims', 'Victims of an incident, one a row.', 'victim'),
  names('incident_actors', 'actors', 'Attackers of an incident by name, one a row.', 'actor'),
  names('incident_malware', 'malware', 'Malware of an incident by name, one a row.', 'malware'),
  {
    name: 'incident_money',
    about: 'Sums of money of an incident.',
    columns: [
      INCIDENT_ID,
      column('kind', 'text', 'ransom_demanded, ransom_paid, loss, fine, stolen_funds or sale_price.'),
      column('amount', 'real', 'The sum.'),
      column('currency', 'text', 'ISO 4217 code, or the ticker of a crypto currency.'),
    ],
    sql: `SELECT i.incident_id, m.value ->> 'kind', m.value ->> 'amount', m.value ->> 'currency'
      FROM incident i, json_each(i.record, '$.money') m`,
  },
  {
    name: 'incident_cves',
    about: 'Vulnerabilities of an incident, one a row.',
    columns: [INCIDENT_ID, column('cve', 'text', 'CVE id.')],
    sql: "SELECT i.incident_id, c.value FROM incident i, json_each(i.record, '$.cves') c",
  },
  {
    name: 'incident_techniques',
    about: 'ATT&CK techniques printed in the articles on an incident, one a row.',
    columns: [
      INCIDENT_ID,
      column('technique', 'text', 'ATT&CK id, e.g. T1566.001.'),
      column('level', 'text', 'stated, likely, possible or unconfirmed, as the article has it.'),
    ],
    sql: `SELECT i.incident_id, t.value ->> 'id', t.value ->> 'level'
      FROM incident i, json_each(i.record, '$.techniques') t`,
  },
  {
    name: 'incident_articles',
    about: 'Which articles tell of which incident, and why they were linked to it.',
    columns: [
      INCIDENT_ID,
      column('path', 'text', 'Path of the article (articles).'),
      column(
        'role',
        'text',
        'main: the article is about it; roundup: one of several; mention: told in passing.',
      ),
      column('document', 'text', 'Equal for pages with the same text.'),
      column('title', 'text', 'Title of the article.'),
      column('source', 'text', 'Site, feed or account.'),
      column('published', 'date', 'When it was published.'),
      column(
        'score',
        'integer',
        'Points of the best agreement with another report (docs/merging.md); 0 for the only one.',
      ),
      column('reasons', 'json', 'Why it was linked, in words.'),
      column('report_id', 'integer', 'The report, as in evidence.'),
    ],
    sql: `SELECT r.incident_id, p.path, r.role, p.document, v.title, v.source, v.published, r.link_score, r.link_reasons,
        r.report_id
      FROM report r JOIN page p USING (page_id) JOIN article_version v USING (version_id)
      WHERE r.incident_id IS NOT NULL`,
  },
  {
    name: 'incident_history',
    about: 'Every version of every incident as this database recorded it, with what changed and why.',
    columns: [
      INCIDENT_ID,
      column('version', 'integer', 'Counts from 1.'),
      column('recorded_at', 'time', 'When the database learnt it.'),
      column('superseded_at', 'time', 'When the next version was recorded; null for the last.'),
      column('reason', 'text', 'new_report, source_changed, rules_changed, merged, split or manual.'),
      column('changed_fields', 'text', 'Fields that changed, separated by ", ".'),
      column('changes', 'json', 'Each changed field with its value before and after.'),
      column('sources', 'json', 'Paths of the articles that it rests on.'),
      column(
        'record',
        'json',
        'The whole record of this version; null where the incident became part of another.',
      ),
      column('run_id', 'integer', 'The run that recorded it.'),
      column('parser_version', 'text', 'Version of the parsers that made it.'),
      column('rules_version', 'text', 'Version of the extraction rules that made it.'),
    ],
    sql: `SELECT v.incident_id, v.version, v.recorded_at,
        (SELECT n.recorded_at FROM incident_version n WHERE n.incident_id = v.incident_id AND n.version = v.version + 1),
        v.reason, (SELECT group_concat(value ->> 'field', ', ') FROM json_each(v.changes)), v.changes, v.sources, v.record,
        v.run_id, s.parser_version, s.rules_version
      FROM incident_version v JOIN ruleset s USING (ruleset_id)`,
  },
  {
    name: 'incident_ids',
    about: 'Every id that an incident has or had, and the incident it leads to today.',
    columns: [
      column('given_id', 'text', 'An id that was or may have been given.'),
      column('incident_id', 'text', 'The incident it leads to; null where all its articles are gone.'),
    ],
    sql: 'SELECT k.given_id, r.incident_id FROM incident_key k LEFT JOIN report r USING (report_id)',
  },
];
