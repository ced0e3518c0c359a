import { expect, test } from 'vitest';
import type { ReportSketch } from './build.js';
import { page, rows, storeWith } from './build.js';

let n = 0;
function settled<T>(sql: string, ...told: readonly (readonly [string, ReportSketch])[]): T[] {
  const pages = told.map(([published, sketch]) =>
    page({ path: `a/${published.replaceAll('-', '/')}/${n++}.md`, published, text: `Body ${n}.` }, [
      { victims: ['Northwind'], types: ['data_breach'], ...sketch },
    ]),
  );
  const store = storeWith(pages);
  const found = rows<T>(store, sql);
  store.close();
  return found;
}
const PEOPLE = 'SELECT people_affected AS n FROM incidents';

test('the figure of the body beats that of the headline', () => {
  expect(
    settled(PEOPLE, [
      '2025-01-08',
      { counts: [{ value: 17000, headline: true, qualifier: 'about' }, { value: 17891 }] },
    ]),
  ).toEqual([{ n: 17891 }]);
});

test('a confirmed figure beats a claimed one, even a later and larger', () => {
  expect(
    settled(
      PEOPLE,
      ['2025-01-08', { counts: [{ value: 17891 }] }],
      ['2025-01-09', { status: 'claimed', counts: [{ value: 500000 }] }],
    ),
  ).toEqual([{ n: 17891 }]);
});

test('a later figure beats an earlier one, larger or smaller', () => {
  expect(
    settled(
      PEOPLE,
      ['2025-01-08', { counts: [{ value: 500 }] }],
      ['2025-01-09', { counts: [{ value: 400 }] }],
    ),
  ).toEqual([{ n: 400 }]);
});

test('an article about the incident beats an aside', () => {
  expect(
    settled(
      PEOPLE,
      ['2025-01-08', { counts: [{ value: 500 }] }],
      ['2025-01-09', { role: 'mention', counts: [{ value: 700 }] }],
    ),
  ).toEqual([{ n: 500 }]);
});

test('all figures stay visible, with who gives them and which was settled on', () => {
  expect(
    settled(
      'SELECT count, settled, sources FROM incident_counts ORDER BY count',
      ['2025-01-08', { counts: [{ value: 400 }] }],
      ['2025-01-09', { counts: [{ value: 500 }] }],
    ),
  ).toEqual([
    { count: 400, settled: 0, sources: 1 },
    { count: 500, settled: 1, sources: 1 },
  ]);
});

test('what one article says leaked and another says did not is disputed', () => {
  expect(
    settled(
      'SELECT field, state FROM incident_leaked_fields ORDER BY field',
      ['2025-01-08', { leaked: ['names', 'passwords'] }],
      ['2025-01-09', { leaked: ['names'], notLeaked: ['passwords', 'payment_cards'] }],
    ),
  ).toEqual([
    { field: 'names', state: 'leaked' },
    { field: 'passwords', state: 'disputed' },
    { field: 'payment_cards', state: 'not_leaked' },
  ]);
});

test('confirmed beats claimed', () => {
  expect(
    settled('SELECT status FROM incidents', ['2025-01-08', { status: 'claimed' }], ['2025-01-09', {}]),
  ).toEqual([{ status: 'confirmed' }]);
});

test('the date that most articles give is settled on, at its precision', () => {
  const on = (value: string): ReportSketch => ({ dates: [{ role: 'occurred', value }] });
  expect(
    settled(
      'SELECT occurred_on FROM incidents',
      ['2025-01-08', on('2025-01-05')],
      ['2025-01-09', on('2025-01')],
      ['2025-01-10', on('2025-01-06')],
      ['2025-01-11', on('2025-01-06')],
    ),
  ).toEqual([{ occurred_on: '2025-01-06' }]);
});
