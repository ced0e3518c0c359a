import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { BOM, csvLine } from '../../src/commands/csv.js';
import { writeParquet } from '../../src/store/export/parquet.js';
import {
  exportedIncidents,
  runQuery,
  type StixObject,
  type Store,
  stixBundle,
  VIEWS,
  verisIncident,
} from '../../src/store/index.js';
import { page, storeWith } from './build.js';

function world(): Store {
  return storeWith([
    page({ path: 'a/2025/01/08/one.md', url: 'https://news.example/1', published: '2025-01-08' }, [
      {
        victims: ['北风诊所|Northwind Clinics'],
        types: ['ransomware', 'data_breach'],
        counts: [{ value: 17891 }],
        leaked: ['names', 'national_ids', 'medical_records'],
        actors: ['BlackSuit|Black Suit'],
        dates: [{ role: 'occurred', value: '2025-01' }],
        country: 'JP',
      },
    ]),
    page({ path: 'a/2025/01/20/two.md', url: 'https://news.example/2', published: '2025-01-20' }, [
      { victims: ['Contoso'], types: ['ddos'], actors: ['BlackSuit'], status: 'claimed' },
    ]),
  ]);
}

test('a Parquet file holds the rows and types of the view, read back with DuckDB', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'breachledger-'));
  const file = join(folder, 'incidents.parquet');
  const store = world();
  const view = VIEWS.find((v) => v.name === 'incidents');
  const rows = runQuery(store, 'SELECT * FROM incidents');
  writeParquet(file, rows, view?.columns ?? []);
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const read = async (sql: string): Promise<unknown[]> => (await duck.runAndReadAll(sql)).getRowsJson();
  expect(
    await read(`SELECT victim, people_affected, occurred_on FROM '${file}' ORDER BY victim DESC`),
  ).toEqual([
    ['北风诊所', '17891', '2025-01'],
    ['Contoso', null, null],
  ]);
  expect(
    await read(`SELECT column_type FROM (DESCRIBE SELECT people_affected, victim FROM '${file}')`),
  ).toEqual([['BIGINT'], ['VARCHAR']]);
  expect(await read(`SELECT count(*) FROM (DESCRIBE SELECT * FROM '${file}')`)).toEqual([
    [String(rows.columns.length)],
  ]);
  duck.closeSync();
  store.close();
  rmSync(folder, { recursive: true });
});

test('CSV quotes what must be quoted, and lets no spreadsheet run a cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', null, 5, -5, '=1+1', '+86 10', '-5', '@x', ' x'])).toBe(
    `"a,b","say ""hi""","two\nlines",,5,-5,'=1+1,'+86 10,-5,'@x," x"\r\n`,
  );
  expect(BOM).toBe('\ufeff');
});

test('a VERIS record has what the schema requires, in its words', () => {
  const store = world();
  const records = [...exportedIncidents(store)].map(verisIncident);
  const found = records.find((r) => r.security_incident === 'Confirmed');
  for (const required of [
    'schema_version',
    'incident_id',
    'source_id',
    'security_incident',
    'timeline',
    'victim',
    'actor',
    'action',
    'asset',
    'attribute',
  ]) {
    expect(found).toHaveProperty(required);
  }
  expect(found).toMatchObject({
    timeline: { incident: { year: 2025, month: 1 } },
    victim: { victim_id: '北风诊所', country: ['JP'], industry: '000' },
    actor: { external: { name: ['BlackSuit'], motive: ['Financial'] } },
    action: { malware: { variety: ['Ransomware'] }, hacking: { variety: ['Unknown'] } },
    attribute: {
      confidentiality: {
        data_disclosure: 'Yes',
        data_total: 17891,
        data: [{ variety: 'Personal' }, { variety: 'Sensitive Personal' }, { variety: 'Medical' }],
      },
      availability: { variety: ['Obscuration'] },
    },
  });
  store.close();
});

/** What STIX 2.1 requires of each type beside the common properties. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ['name'],
  incident: ['name'],
  'threat-actor': ['name'],
  malware: ['is_family'],
  vulnerability: ['name'],
  'attack-pattern': ['name'],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
};
const ID = /^[a-z][a-z-]{1,40}--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

test('a STIX bundle keeps to the specification: properties, ids, times, and every reference resolves', () => {
  const store = world();
  const bundle = stixBundle(exportedIncidents(store));
  expect(bundle.id).toMatch(ID);
  const objects = bundle.objects as StixObject[];
  const ids = new Set(objects.map((o) => o.id));
  expect(ids.size).toBe(objects.length);
  for (const o of objects) {
    expect(o.id).toMatch(ID);
    expect(o.id.startsWith(`${o.type}--`)).toBe(true);
    expect(o).toMatchObject({ spec_version: '2.1' });
    expect(o.created).toMatch(TIME);
    expect(o.modified >= o.created).toBe(true);
    for (const property of REQUIRED[o.type] ?? ['unknown type']) expect(o).toHaveProperty(property);
    for (const [property, value] of Object.entries(o))
      if (property.endsWith('_ref')) expect(ids).toContain(value);
  }
  expect(objects.filter((o) => o.type === 'threat-actor')).toHaveLength(1);
  expect(objects.filter((o) => o.type === 'incident')).toHaveLength(2);
  expect(stixBundle(exportedIncidents(store))).toEqual(bundle);
  store.close();
});
