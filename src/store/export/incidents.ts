import type { IncidentRecord } from '../incidents/record.js';
import type { Store } from '../store.js';

/** An incident with the articles it rests on, as exports read it. */
export interface ExportedIncident {
  readonly incident_id: string;
  readonly recorded_at: string;
  readonly record: IncidentRecord;
  readonly articles: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly source: string | null;
  }[];
}

/** Reads all incidents in the order of their ids. */
export function* exportedIncidents(store: Store): Generator<ExportedIncident> {
  const articles = store.db.prepare<[string], ExportedIncident['articles'][number]>(
    `SELECT DISTINCT a.title, a.url, a.source FROM incident_articles i JOIN articles a USING (path)
     WHERE i.incident_id = ? AND a.is_original = 1 ORDER BY a.published, a.path`,
  );
  const incidents = store.db
    .prepare<[], { incident_id: string; recorded_at: string; record: string }>(
      'SELECT incident_id, recorded_at, record FROM incident ORDER BY incident_id',
    )
    .all();
  for (const { record, ...row } of incidents) {
    yield { ...row, record: JSON.parse(record) as IncidentRecord, articles: articles.all(row.incident_id) };
  }
}
