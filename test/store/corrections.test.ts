import { expect, test } from 'vitest';
import {
  ignoreArticle,
  mergeIncidents,
  readHistory,
  type Store,
  setIncidentField,
  splitIncident,
} from '../../src/store/index.js';
import { page, rows, storeWith, write } from './build.js';

const BY = { author: 'jan', reason: 'seen in the letter to customers' };
const one = page({ path: 'a/2025/01/08/one.md', published: '2025-01-08' }, [
  { victims: ['Northwind'], counts: [{ value: 500 }] },
]);
const two = page({ path: 'a/2025/01/09/two.md', published: '2025-01-09' }, [{ victims: ['Northwind'] }]);
const other = page({ path: 'a/2025/01/09/other.md', published: '2025-01-09' }, [{ victims: ['Contoso'] }]);
const later = page({ path: 'a/2025/01/11/later.md', published: '2025-01-11' }, [{ victims: ['Contoso'] }]);
const RULES_2 = { parserVersion: 'p1', rulesVersion: 'r2' };

const ids = (store: Store): string[] =>
  rows<{ incident_id: string }>(
    store,
    'SELECT incident_id FROM incidents ORDER BY first_published, victim',
  ).map((r) => r.incident_id);
const id = (store: Store, victim: string): string =>
  rows<{ incident_id: string; victims: string }>(store, 'SELECT incident_id, victims FROM incidents').find(
    (r) => r.victims.includes(victim),
  )?.incident_id ?? '';

test('a merge holds over new articles and new rules, and history says who made it and why', () => {
  const store = storeWith([one, two, other]);
  const kept = mergeIncidents(store, id(store, 'Northwind'), id(store, 'Contoso'), BY);
  expect(ids(store)).toEqual([kept]);
  write(store, [later]);
  write(store, [one, two, other, later], RULES_2);
  expect(ids(store)).toEqual([kept]);
  expect(rows(store, 'SELECT articles FROM incidents')).toEqual([{ articles: 4 }]);
  expect(readHistory(store, kept).corrections).toMatchObject([
    { kind: 'merge', author: 'jan', reason: BY.reason },
  ]);
  store.close();
});

test('a split holds over new rules', () => {
  const store = storeWith([one, two]);
  const before = id(store, 'Northwind');
  const [away] = splitIncident(store, before, ['a/2025/01/09/two.md'], BY);
  expect(ids(store)).toEqual([before, away]);
  write(store, [one, two], RULES_2);
  expect(ids(store)).toEqual([before, away]);
  store.close();
});

test('a field set by hand holds over later figures', () => {
  const store = storeWith([one]);
  const incident = setIncidentField(store, id(store, 'Northwind'), 'people_affected', '17891', BY);
  write(store, [
    page({ path: 'a/2025/01/12/x.md', published: '2025-01-12' }, [
      {
        victims: ['Northwind'],
        types: ['ransomware'],
        counts: [{ value: 600 }],
        dates: [{ role: 'occurred', value: '2025-01-07' }],
      },
    ]),
  ]);
  expect(
    rows(store, `SELECT people_affected, set_by_hand FROM incidents WHERE incident_id = '${incident}'`),
  ).toEqual([{ people_affected: 17891, set_by_hand: '["people_affected"]' }]);
  expect(rows(store, `SELECT reason FROM incident_history WHERE version = 2`)).toEqual([
    { reason: 'manual' },
  ]);
  store.close();
});

test('an ignored article counts for no incident, whatever rules read it later', () => {
  const store = storeWith([one, other]);
  expect(ignoreArticle(store, 'a/2025/01/09/other.md', BY)).toHaveLength(1);
  expect(ids(store)).toHaveLength(1);
  write(store, [one, other], RULES_2);
  expect(ids(store)).toHaveLength(1);
  expect(rows(store, "SELECT ignored FROM articles WHERE path LIKE '%other.md'")).toEqual([{ ignored: 1 }]);
  store.close();
});

test.each([
  ['people_affected', 'many', /whole number/],
  ['status', 'maybe', /confirmed, claimed/],
  ['occurred_on', 'last week', /no date/],
  ['colour', 'red', /cannot be set/],
])('setting %s to %s is refused with what would do', (field, value, message) => {
  const store = storeWith([one]);
  expect(() => setIncidentField(store, id(store, 'Northwind'), field, value, BY)).toThrow(message);
  store.close();
});

test('an id that nobody has is refused', () => {
  const store = storeWith([one]);
  expect(() => mergeIncidents(store, 'inc-zzzz', id(store, 'Northwind'), BY)).toThrow(/no such incident/);
  store.close();
});
