import type Database from 'better-sqlite3';
import { hashOf } from '../hash.js';
import { ARTICLE_VIEWS } from './article-views.js';
import type { ViewDoc } from './dictionary.js';
import { INCIDENT_VIEWS } from './incident-views.js';

/** The public interface of the database, in the order of docs/schema.md. */
export const VIEWS: readonly ViewDoc[] = [...INCIDENT_VIEWS, ...ARTICLE_VIEWS];

/** The full-text index is queried by name too; FTS5 fixes its form. */
export const SEARCH_TABLE: Omit<ViewDoc, 'sql'> = {
  name: 'article_search',
  about:
    "Full-text index over title and text (FTS5). Its rowid is articles.page_id. A Chinese word of two characters is one term (MATCH '泄露 酒店'), a longer one its pairs (支付宝: '\"支付 付宝\"'); English words match in all their forms. ORDER BY rank gives the best first.",
  columns: [
    { name: 'title', type: 'text', about: 'Terms of the title. The text itself is in articles.' },
    { name: 'text', type: 'text', about: 'Terms of the body.' },
  ],
};

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function script(): string {
  const views = VIEWS.map(
    (v) => `CREATE VIEW ${v.name} (${v.columns.map((c) => `"${c.name}"`).join(', ')}) AS ${v.sql};`,
  );
  const rows = [...VIEWS, SEARCH_TABLE].flatMap((v) => [
    `(${quote(v.name)}, NULL, 0, NULL, ${quote(v.about)})`,
    ...v.columns.map(
      (c, i) => `(${quote(v.name)}, ${quote(c.name)}, ${i + 1}, ${quote(c.type)}, ${quote(c.about)})`,
    ),
  ]);
  return `${views.join('\n')}
CREATE TABLE data_dictionary (
  view_name TEXT NOT NULL, column_name TEXT, position INTEGER NOT NULL, type TEXT, description TEXT NOT NULL
);
INSERT INTO data_dictionary VALUES ${rows.join(',\n')};`;
}

/** Makes the views and the data dictionary anew where this program describes them differently than the file. */
export function refreshViews(db: Database.Database): void {
  const wanted = script();
  const hash = hashOf(wanted);
  const read = db.prepare<[], string>("SELECT value FROM setting WHERE name = 'views'").pluck();
  if (read.get() === hash) return;
  db.transaction(() => {
    if (read.get() === hash) return;
    const old = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'view'").pluck().all();
    for (const name of old) db.exec(`DROP VIEW "${name}"`);
    db.exec(`DROP TABLE IF EXISTS data_dictionary; ${wanted}`);
    db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('views', ?)").run(hash);
  }).immediate();
}
