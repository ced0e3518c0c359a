import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/store/incidents/names.js';
import { openStore, type PreparedPage } from '../../src/store/index.js';
import { page, type ReportSketch, rows, storeWith } from './build.js';

let n = 0;
const told = (published: string, ...reports: ReportSketch[]): PreparedPage =>
  page({ path: `a/${published.replaceAll('-', '/')}/${n++}.md`, published, text: `Body ${n}.` }, reports);

function incidents(...pages: PreparedPage[]): number {
  const store = storeWith(pages);
  const found = rows(store, 'SELECT 1 FROM incidents').length;
  store.close();
  return found;
}

describe('one incident', () => {
  test('two articles of the same days on one victim are one incident', () => {
    expect(
      incidents(
        told('2025-01-08', { victims: ['Northwind Inc.'] }),
        told('2025-01-10', { victims: ['Northwind'] }),
      ),
    ).toBe(1);
  });
  test('traditional and simplified characters and legal forms make no difference', () => {
    expect(
      incidents(
        told('2025-01-08', { victims: ['聯合醫院集團'] }),
        told('2025-01-09', { victims: ['联合医院'] }),
      ),
    ).toBe(1);
  });
  test('a Chinese and a Latin name are one victim once an article gives both', () => {
    expect(
      incidents(
        told('2025-01-08', { victims: ['北风诊所'] }),
        told('2025-01-09', { victims: ['Northwind Clinics'] }),
        told('2025-01-10', { victims: ['北风诊所|Northwind Clinics'] }),
      ),
    ).toBe(1);
  });
  test('a figure that is no chance joins a Chinese and an English article without a common name', () => {
    const facts = { counts: [{ value: 62488628 }], types: ['data_breach' as const] };
    expect(
      incidents(
        told('2025-01-08', { victims: ['北风诊所'], ...facts }),
        told('2025-01-09', { victims: ['Northwind'], ...facts }),
      ),
    ).toBe(1);
  });
  test('a later, higher figure is news of the same incident', () => {
    const types = ['data_breach' as const];
    expect(
      incidents(
        told('2025-01-08', { victims: ['Northwind'], types, counts: [{ value: 69000000 }] }),
        told('2025-01-18', { victims: ['Northwind'], types, counts: [{ value: 85000000 }] }),
      ),
    ).toBe(1);
  });
  test('a year review finds the incident of months ago by victim and date', () => {
    expect(
      incidents(
        told('2024-06-10', {
          victims: ['Northwind'],
          types: ['ransomware'],
          dates: [{ role: 'occurred', value: '2024-06-08' }],
        }),
        told('2025-01-08', {
          role: 'roundup',
          victims: ['Northwind'],
          types: ['ransomware'],
          dates: [{ role: 'occurred', value: '2024-06' }],
        }),
      ),
    ).toBe(1);
  });
});

describe('two incidents', () => {
  test('other victims are other incidents, whatever else agrees', () => {
    const facts: ReportSketch = {
      types: ['ransomware'],
      actors: ['BlackSuit'],
      counts: [{ value: 500 }],
      leaked: ['names'],
    };
    expect(
      incidents(
        told('2025-01-08', { victims: ['Northwind'], ...facts }),
        told('2025-01-08', { victims: ['Contoso'], ...facts }),
      ),
    ).toBe(2);
  });
  test('one victim hit twice stays two', () => {
    expect(
      incidents(
        told('2025-01-08', {
          victims: ['Northwind'],
          types: ['ransomware'],
          dates: [{ role: 'occurred', value: '2025-01-07' }],
        }),
        told('2025-01-20', {
          victims: ['Northwind'],
          types: ['ransomware'],
          dates: [{ role: 'occurred', value: '2024-10-07' }],
        }),
      ),
    ).toBe(2);
  });
  test('an outage and an open database of one victim in the same days are two', () => {
    expect(
      incidents(
        told('2025-01-28', { victims: ['Northwind'], types: ['ddos'] }),
        told('2025-01-30', { victims: ['Northwind'], types: ['data_exposure'] }),
        told('2025-01-29', { victims: ['Northwind'] }),
      ),
    ).toBe(2);
  });
  test('victims that are only described are not joined by the description', () => {
    expect(
      incidents(told('2025-01-08', { victims: ['某医院'] }), told('2025-01-09', { victims: ['某医院'] })),
    ).toBe(2);
  });
  test('the incidents of one digest are never one', () => {
    expect(
      incidents(
        told(
          '2025-01-08',
          { role: 'roundup', victims: ['Northwind'] },
          { role: 'roundup', victims: ['Northwind'] },
        ),
      ),
    ).toBe(2);
  });
  test('a chain of weak links does not bind what excludes each other', () => {
    const at = (value: string) => [{ role: 'occurred' as const, value }];
    expect(
      incidents(
        told('2025-01-08', { victims: ['Northwind'], dates: at('2025-01-05') }),
        told('2025-01-09', { victims: ['Northwind'] }),
        told('2025-01-10', { victims: ['Northwind'], dates: at('2024-09-05') }),
      ),
    ).toBe(2);
  });
});

test('copies of one text about a described victim are one incident', () => {
  const text = Array.from({ length: 100 }, (_, i) => `word${(i * 41) % 97}n${i}`).join(' ');
  const copy = (i: number): PreparedPage =>
    page({ path: `a/2025/01/0${i}/x.md`, title: 'A hospital', source: `Desk ${i}`, text }, [
      { victims: ['某医院'] },
    ]);
  const store = openStore(':memory:');
  const run = store.beginRun({ command: 'test', arguments: [], parserVersion: 'p', rulesVersion: 'r' });
  run.writePages([copy(1), copy(2)]);
  expect(run.finish({}).incidents).toBe(1);
  store.close();
});

test('every link says why in words', () => {
  const store = storeWith([
    told('2025-01-08', { victims: ['Northwind'] }),
    told('2025-01-08', { victims: ['Northwind'] }),
  ]);
  const [link] = rows<{ score: number; reasons: string }>(
    store,
    'SELECT score, reasons FROM incident_articles',
  );
  expect(link?.score).toBe(6);
  expect(JSON.parse(link?.reasons ?? '[]')).toEqual([
    'same victim: northwind (+4)',
    'published within four days (+2)',
  ]);
  store.close();
});

test.each([
  ['Northwind Holdings, Inc.', 'northwind'],
  ['北风科技股份有限公司', '北风科技'],
  ['《Ｎｏｒｔｈｗｉｎｄ》', 'northwind'],
  ['微软', 'microsoft'],
  ['Microsoft Corporation', 'microsoft'],
  ['某公司', null],
  ['multiple companies', null],
  ['多个网站', null],
])('the key of %s is %s', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

test('one attacker with one figure joins reports that call the victim differently, but not other figures', () => {
  const by = (victim: string, value: number): ReportSketch => ({
    victims: [victim],
    types: ['ransomware'],
    actors: ['Brain Cipher'],
    counts: [{ value }],
  });
  expect(
    incidents(
      told('2025-01-04', by('BridgeSystem', 650000)),
      told('2025-01-05', by('Northwind State', 650000)),
    ),
  ).toBe(1);
  expect(
    incidents(
      told('2025-01-04', by('BridgeSystem', 650000)),
      told('2025-01-05', by('Northwind State', 90000)),
    ),
  ).toBe(2);
});
