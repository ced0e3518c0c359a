import { PRESETS } from '../query/presets.js';
import { SCHEMA_VERSION } from './migrations.js';
import { SEARCH_TABLE, VIEWS } from './views.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** docs/schema.md: the views and their columns, as the database itself describes them. */
export function schemaMarkdown(): string {
  const sections = [...VIEWS, SEARCH_TABLE].map((view) =>
    [
      `## ${view.name}`,
      '',
      view.about,
      '',
      '| column | type | what it holds |',
      '|---|---|---|',
      ...view.columns.map((c) => `| ${c.name} | ${c.type} | ${cell(c.about)} |`),
      '',
    ].join('\n'),
  );
  return `# The database

Generated from the program by \`npx tsx scripts/schema-doc.ts\`; schema version ${SCHEMA_VERSION}. The same text is in the
database, in the table \`data_dictionary\` (view_name, column_name, position, type, description).

The views below are the public interface: they stay. The tables under them (\`article_version\`, \`page\`, \`report\`,
\`incident\`, …) are the store's own affair and may change with the schema version.

- Times are ISO-8601 text in UTC; dates are text at the precision known: \`2025-02-05\`, \`2025-02\` or \`2025\`, so they sort
  and compare as text.
- Type \`json\` is text that SQLite's JSON functions read; every list also stands as plain text beside it.
- Columns that end in \`_affected\` or \`_on\` are what the rules settled on (docs/merging.md); every figure and date that any
  article gives is in incident_counts and incident_dates, and the sentence behind it in evidence.
- Several incidents can share an article (a digest), and several articles an incident: join through incident_articles.

${sections.join('\n')}`;
}

/** Chinese runs of a search box as pairs of characters, in SQL alone, for tools that know no function of ours. */
const PAIRS_IN_SQL = `WITH RECURSIVE pair(i, text) AS (
  SELECT 1, substr(:words, 1, 2)
  UNION ALL
  SELECT i + 1, substr(:words, i + 1, 2) FROM pair WHERE i + 2 <= length(:words)
)
SELECT a.title, a.source, a.published, a.path
FROM article_search s JOIN articles a ON a.page_id = s.rowid
WHERE article_search MATCH (
  SELECT CASE WHEN :words GLOB '*[a-zA-Z0-9 ]*' THEN :words
    ELSE '"' || group_concat(text, ' ') || '"' END FROM pair WHERE length(text) = 2 OR length(:words) = 1)
ORDER BY s.rank LIMIT 50`;

/** `metadata.json` for Datasette: names, descriptions and canned queries. */
export function datasetteMetadata(): unknown {
  const tables = Object.fromEntries(
    VIEWS.map((view) => [
      view.name,
      {
        description: view.about,
        columns: Object.fromEntries(view.columns.map((c) => [c.name, c.about])),
        ...(view.label === undefined ? {} : { label_column: view.label }),
      },
    ]),
  );
  const queries = Object.fromEntries(
    Object.entries(PRESETS).map(([name, p]) => [name.replaceAll('-', '_'), { title: p.about, sql: p.sql }]),
  );
  return {
    title: 'Security incidents',
    description:
      'Security incidents read out of published articles by breachledger. Start with the view incidents.',
    databases: {
      incidents: {
        tables,
        queries: {
          ...queries,
          search: {
            title: 'articles by their words',
            description: 'Chinese words of any length, or English words',
            sql: PAIRS_IN_SQL,
            params: ['words'],
          },
        },
      },
    },
  };
}
