/** A question that many people ask, as SQL over the views. */
export interface Preset {
  readonly about: string;
  readonly sql: string;
}

/** The presets of `breachledger query --preset`. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  largest: {
    about: 'incidents that hit the most people, accounts or records',
    sql: `SELECT incident_id, victim, occurred_on, disclosed_on, people_affected, accounts_affected, records_affected, attack_types, status
FROM incidents
WHERE coalesce(people_affected, accounts_affected, records_affected) IS NOT NULL
ORDER BY max(coalesce(people_affected, 0), coalesce(accounts_affected, 0), coalesce(records_affected, 0)) DESC, incident_id
LIMIT 20`,
  },
  latest: {
    about: 'incidents that articles told of last',
    sql: `SELECT incident_id, last_published, victim, country, attack_types, status, articles
FROM incidents ORDER BY last_published DESC, articles DESC, incident_id LIMIT 20`,
  },
  'by-attack-type': {
    about: 'incidents by attack type',
    sql: `SELECT attack_type, count(*) AS incidents, sum(people_affected) AS people_affected
FROM incident_attack_types JOIN incidents USING (incident_id)
GROUP BY attack_type ORDER BY incidents DESC, attack_type`,
  },
  'by-field': {
    about: 'incidents by the kinds of data that leaked',
    sql: `SELECT field, count(*) AS incidents, sum(state = 'disputed') AS disputed
FROM incident_leaked_fields WHERE state <> 'not_leaked'
GROUP BY field ORDER BY incidents DESC, field`,
  },
  'by-sector': {
    about: 'incidents by sector of the victim',
    sql: `SELECT coalesce(sector, 'unknown') AS sector, count(*) AS incidents, sum(people_affected) AS people_affected
FROM incidents GROUP BY 1 ORDER BY incidents DESC, 1`,
  },
  'by-country': {
    about: 'incidents by country of the victim',
    sql: `SELECT coalesce(country, 'unknown') AS country, count(*) AS incidents, sum(people_affected) AS people_affected
FROM incidents GROUP BY 1 ORDER BY incidents DESC, 1`,
  },
  'by-month': {
    about: 'incidents by the month of their first article',
    sql: `SELECT substr(first_published, 1, 7) AS month, count(*) AS incidents, sum(people_affected) AS people_affected
FROM incidents GROUP BY 1 ORDER BY 1 DESC`,
  },
  'by-actor': {
    about: 'attackers by the number of incidents',
    sql: `SELECT actor, count(*) AS incidents, group_concat(victim, '; ') AS victims
FROM incident_actors JOIN incidents USING (incident_id)
GROUP BY actor ORDER BY incidents DESC, actor LIMIT 50`,
  },
  repeated: {
    about: 'victims that were hit more than once',
    sql: `SELECT v.victim, count(*) AS incidents, min(i.first_published) AS first_published, max(i.last_published) AS last_published,
  group_concat(i.incident_id, ' ') AS incident_ids
FROM incident_victims v JOIN incidents i USING (incident_id)
GROUP BY v.victim HAVING count(*) > 1 ORDER BY incidents DESC, v.victim LIMIT 50`,
  },
  growing: {
    about: 'incidents whose figure grew from one article to a later one',
    sql: `SELECT i.incident_id, i.victim, a.unit, a.count AS first_figure, a.first_published, b.count AS later_figure, b.first_published AS later
FROM incidents i JOIN incident_counts a USING (incident_id)
JOIN incident_counts b ON b.incident_id = a.incident_id AND b.unit = a.unit AND b.settled
  AND b.count > a.count AND b.first_published > a.first_published
ORDER BY 1.0 * b.count / a.count DESC, i.incident_id LIMIT 50`,
  },
  disputed: {
    about: 'incidents on whose figures the articles disagree',
    sql: `SELECT i.incident_id, i.victim, c.unit, min(c.count) AS lowest, max(c.count) AS highest,
  max(CASE WHEN c.settled THEN c.count END) AS settled_on, count(DISTINCT c.count) AS figures
FROM incident_counts c JOIN incidents i USING (incident_id)
GROUP BY i.incident_id, c.unit HAVING count(DISTINCT c.count) > 1
ORDER BY figures DESC, i.incident_id LIMIT 50`,
  },
};
