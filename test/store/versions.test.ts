import { expect, test } from 'vitest';
import { openStore, readHistory, readIncident } from '../../src/store/index.js';
import { page, rows, storeWith, tempDb, write } from './build.js';

const PATH = 'a/2025/01/08/one.md';
const leak = { victims: ['Northwind'], types: ['data_breach' as const], counts: [{ value: 17000 }] };

const reasons = (store: ReturnType<typeof openStore>): string[] =>
  rows<{ reason: string }>(store, 'SELECT reason FROM incident_history ORDER BY incident_id, version').map(
    (r) => r.reason,
  );

test.each(['deleted', 'blocked', 'empty'] as const)(
  'a page that is now %s keeps its good version, and that is recorded',
  (status) => {
    const store = storeWith([page({ path: PATH, text: 'The body.' }, [leak])]);
    const again = write(store, [page({ path: PATH, text: '', title: '', page: status })]);
    expect(again).toMatchObject({ articleVersionsAdded: 0, incidentVersionsAdded: 0, incidents: 1 });
    expect(rows(store, 'SELECT page, text FROM articles')).toEqual([{ page: status, text: 'The body.' }]);
    expect(rows(store, 'SELECT event FROM article_history ORDER BY at')).toEqual([
      { event: 'first' },
      { event: status },
    ]);
    store.close();
  },
);

test('a page that comes back after it was blocked is its old version again', () => {
  const store = storeWith([page({ path: PATH }, [leak])]);
  write(store, [page({ path: PATH, text: '', page: 'blocked' })]);
  const back = write(store, [page({ path: PATH }, [leak])]);
  expect(back).toMatchObject({ articleVersionsAdded: 0, incidentVersionsAdded: 0 });
  expect(rows(store, 'SELECT page FROM articles')).toEqual([{ page: 'ok' }]);
  store.close();
});

test('a changed page makes a version of the article and of the incident, because the source changed', () => {
  const store = storeWith([page({ path: PATH, text: 'First.' }, [leak])]);
  const changed = write(store, [
    page({ path: PATH, text: 'Second.' }, [{ ...leak, counts: [{ value: 17891 }] }]),
  ]);
  expect(changed).toMatchObject({ articleVersionsAdded: 1, incidentVersionsAdded: 1 });
  expect(rows(store, 'SELECT event FROM article_history ORDER BY at, event')).toEqual([
    { event: 'first' },
    { event: 'source_changed' },
  ]);
  expect(reasons(store)).toEqual(['new_report', 'source_changed']);
  expect(rows(store, 'SELECT people_affected FROM incidents')).toEqual([{ people_affected: 17891 }]);
  store.close();
});

test('other rules over the same bytes make a version because the rules changed, and the id stays', () => {
  const store = storeWith([page({ path: PATH }, [leak])]);
  const [before] = rows<{ incident_id: string }>(store, 'SELECT incident_id FROM incidents');
  write(
    store,
    [page({ path: PATH }, [{ ...leak, victims: ['Northwind Clinics'], counts: [{ value: 500 }] }])],
    {
      parserVersion: 'p1',
      rulesVersion: 'r2',
    },
  );
  expect(reasons(store)).toEqual(['new_report', 'rules_changed']);
  expect(rows(store, 'SELECT incident_id, victim FROM incidents')).toEqual([
    { incident_id: before?.incident_id, victim: 'Northwind Clinics' },
  ]);
  store.close();
});

test('the id of an incident outlives the report that gave it', () => {
  const first = page({ path: 'a/2025/01/08/one.md', published: '2025-01-08' }, [leak]);
  const second = page({ path: 'a/2025/01/09/two.md', published: '2025-01-09' }, [leak]);
  const store = storeWith([first, second]);
  const [before] = rows<{ incident_id: string }>(store, 'SELECT incident_id FROM incidents');
  write(store, [page({ path: 'a/2025/01/08/one.md', published: '2025-01-08' }, [])], {
    parserVersion: 'p1',
    rulesVersion: 'r2',
  });
  expect(rows(store, 'SELECT incident_id, articles FROM incidents')).toEqual([
    { incident_id: before?.incident_id, articles: 1 },
  ]);
  store.close();
});

test('an article that joins two incidents leaves one, and the other id leads to it', () => {
  const one = page({ path: 'a/2025/01/08/one.md', published: '2025-01-08' }, [
    { ...leak, victims: ['北风'] },
  ]);
  const two = page({ path: 'a/2025/01/09/two.md', published: '2025-01-09' }, [
    { ...leak, victims: ['Northwind Nico'] },
  ]);
  const store = storeWith([one, two]);
  const ids = rows<{ incident_id: string }>(store, 'SELECT incident_id FROM incidents').map(
    (r) => r.incident_id,
  );
  expect(ids).toHaveLength(2);
  write(store, [
    page({ path: 'a/2025/01/10/three.md', published: '2025-01-10' }, [
      { ...leak, victims: ['北风|Northwind Nico'] },
    ]),
  ]);
  const left = rows<{ incident_id: string }>(store, 'SELECT incident_id FROM incidents').map(
    (r) => r.incident_id,
  );
  expect(left).toHaveLength(1);
  for (const id of ids) expect(readIncident(store, id).incident_id).toBe(left[0]);
  expect(reasons(store)).toContain('merged');
  store.close();
});

test('the history of an incident says what became known on which day and from whom', () => {
  const store = storeWith([
    page({ path: 'a/2025/01/08/one.md', published: '2025-01-08', source: 'First Desk' }, [leak]),
    page({ path: 'a/2025/01/20/two.md', published: '2025-01-20', source: 'Second Desk' }, [
      {
        ...leak,
        counts: [{ value: 25891 }],
        dates: [{ role: 'disclosed', value: '2025-01-20' }],
        leaked: ['names'],
      },
    ]),
  ]);
  const [found] = rows<{ incident_id: string }>(store, 'SELECT incident_id FROM incidents');
  const history = readHistory(store, found?.incident_id ?? '');
  expect(history.known.map((k) => k.known_from)).toEqual(['2025-01-08', '2025-01-20']);
  expect(history.known[1]?.sources.map((s) => s.source)).toEqual(['Second Desk']);
  expect(history.known[1]?.changes.map((c) => c.field).sort()).toEqual(['counts', 'dates', 'leaked']);
  store.close();
});

test('two paths with one address are one article with its versions, and one document where the text agrees', () => {
  const url = 'https://news.example/a/1';
  const store = storeWith([
    page({ path: 'a/2025/01/08/one.md', url, title: 'Same title', text: 'A body.' }),
    page({ path: 'a/2025/01/09/two.md', url, title: 'Same title', text: 'A body, changed.' }),
  ]);
  expect(
    rows(
      store,
      'SELECT count(DISTINCT article_id) AS articles, count(DISTINCT document) AS documents FROM articles',
    ),
  ).toEqual([{ articles: 1, documents: 1 }]);
  store.close();
});

test('a failed page is recorded with its reason and counts as a page', () => {
  const store = openStore(tempDb());
  write(store, [{ path: 'bad.md', rawHash: 'x', bytes: 3, error: 'the file is empty', article: null }]);
  expect(rows(store, 'SELECT path, page, error FROM articles')).toEqual([
    { path: 'bad.md', page: 'failed', error: 'the file is empty' },
  ]);
  store.close();
});

test('a page is known by its path, bytes and rules, and by nothing less', () => {
  const store = openStore(tempDb());
  const one = page({ path: PATH });
  write(store, [one]);
  const run = store.beginRun({ command: 'test', arguments: [], parserVersion: 'p1', rulesVersion: 'r1' });
  expect(run.knows(PATH, one.rawHash)).toEqual({ status: 'ok' });
  expect(run.knows(PATH, 'other')).toBeNull();
  expect(run.knows('other.md', one.rawHash)).toBeNull();
  const newer = store.beginRun({ command: 'test', arguments: [], parserVersion: 'p1', rulesVersion: 'r2' });
  expect(newer.knows(PATH, one.rawHash)).toBeNull();
  store.close();
});

test('new rules of linking are followed by the whole database, and the ids stay', () => {
  const store = storeWith([
    page({ path: 'a/2025/01/08/one.md', published: '2025-01-08' }, [leak]),
    page({ path: 'a/2025/01/09/two.md', published: '2025-01-09' }, [leak]),
  ]);
  const before = rows(store, 'SELECT incident_id, victim, articles FROM incidents');
  store.db.exec(
    "UPDATE setting SET value = 'older' WHERE name = 'linking_rules'; DELETE FROM report_key; UPDATE report SET incident_id = NULL",
  );
  write(store, []);
  expect(rows(store, 'SELECT incident_id, victim, articles FROM incidents')).toEqual(before);
  store.close();
});
