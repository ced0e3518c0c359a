import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PRESETS, runQuery, SEARCH_TABLE, type Store, seeAsOf, VIEWS } from '../../src/store/index.js';
import { datasetteMetadata, schemaMarkdown } from '../../src/store/schema/docs.js';
import { page, rows, storeWith } from './build.js';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const read = (...path: string[]): string => readFileSync(join(DOCS, ...path), 'utf8');

/** A small world in which every question has an answer. */
function world(): Store {
  const long = Array.from({ length: 120 }, (_, i) => `term${(i * 37) % 101}x${i}`).join(' ');
  return storeWith([
    page(
      {
        path: 'a/2025/01/08/one.md',
        published: '2025-01-08',
        title: '某酒店数据泄露',
        text: `酒店会员信息泄露。${long}`,
        source: 'First Desk',
      },
      [
        {
          victims: ['Northwind Hotels'],
          types: ['ransomware', 'data_breach'],
          counts: [{ value: 17000 }],
          dates: [
            { role: 'occurred', value: '2025-01-02' },
            { role: 'detected', value: '2025-01-03' },
            { role: 'disclosed', value: '2025-01-08' },
          ],
          leaked: ['names', 'national_ids'],
          notLeaked: ['payment_cards'],
          actors: ['BlackSuit'],
          country: 'JP',
        },
      ],
    ),
    page(
      {
        path: 'a/2025/01/09/copy.md',
        published: '2025-01-09',
        title: '某酒店数据泄露',
        text: `转载。酒店会员信息泄露。${long}`,
        source: 'Copy Desk',
      },
      [],
    ),
    page({ path: 'a/2025/01/20/two.md', published: '2025-01-20', source: 'Second Desk' }, [
      {
        victims: ['Northwind Hotels'],
        types: ['ransomware'],
        counts: [{ value: 25891 }],
        dates: [{ role: 'occurred', value: '2025-01-02' }],
        leaked: ['names', 'passwords'],
      },
    ]),
    page({ path: 'a/2025/01/21/three.md', published: '2025-01-21' }, [
      {
        victims: ['Northwind Hotels'],
        types: ['ddos'],
        dates: [{ role: 'occurred', value: '2024-06-02' }],
        status: 'claimed',
        actors: ['Everest'],
      },
    ]),
  ]);
}

const QUESTIONS = [
  ...read('queries.md').matchAll(/^## (\d+)\. ([^\n]{1,200})\n```sql\n([\s\S]{1,2000}?)\n```/gm),
].map(([, number = '', title = '', sql = '']) => ({ name: `${number}. ${title}`, sql }));

test('docs/queries.md asks twenty questions', () => {
  expect(QUESTIONS).toHaveLength(20);
});

/** Questions about facts that the small world does not have. */
const NO_ANSWER = new Set(['13', '14']);

test.each(QUESTIONS)('question $name runs and finds what there is', ({ name, sql }) => {
  const store = world();
  const { rows: found } = runQuery(store, sql);
  expect(found.length > 0).toBe(!NO_ANSWER.has(name.split('.')[0] ?? ''));
  store.close();
});

test.each(Object.entries(PRESETS))('preset %s runs, now and as of a day', (_, { sql }) => {
  const store = world();
  const now = runQuery(store, sql);
  seeAsOf(store.db, '2025-01-10');
  expect(runQuery(store, sql).columns).toEqual(now.columns);
  store.close();
});

test('docs/schema.md and the Datasette metadata are what the program describes (npx tsx scripts/schema-doc.ts)', () => {
  expect(read('schema.md')).toBe(schemaMarkdown());
  expect(JSON.parse(read('datasette', 'metadata.json'))).toEqual(datasetteMetadata());
});

test('the data dictionary in the database describes every column of every view, and nothing else', () => {
  const store = world();
  for (const view of [...VIEWS, SEARCH_TABLE]) {
    const columns = store.db
      .prepare(`SELECT * FROM ${view.name}`)
      .columns()
      .map((c) => c.name);
    const described = store.db
      .prepare(
        'SELECT column_name FROM data_dictionary WHERE view_name = ? AND column_name IS NOT NULL ORDER BY position',
      )
      .pluck()
      .all(view.name);
    expect(described).toEqual(columns);
  }
  expect(rows(store, 'SELECT 1 FROM data_dictionary WHERE length(description) < 4')).toEqual([]);
  store.close();
});

test('a state of an earlier day has the columns of the present one, and only what was known then', () => {
  const store = world();
  seeAsOf(store.db, '2025-01-10');
  expect(runQuery(store, 'SELECT victim, people_affected, leaked, articles FROM incidents').rows).toEqual([
    ['Northwind Hotels', 17000, 'names, national_ids', 1],
  ]);
  expect(runQuery(store, 'SELECT field, state FROM incident_leaked_fields ORDER BY 1').rows).toEqual([
    ['names', 'leaked'],
    ['national_ids', 'leaked'],
    ['payment_cards', 'not_leaked'],
  ]);
  store.close();
});
