import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttackType } from '../../src/model/index.js';
import { openStore, type PreparedPage } from '../../src/store/index.js';
import { page, picture, type ReportSketch, tempDb, write } from './build.js';

const VICTIMS = [
  'Northwind Clinics',
  '北风诊所|Northwind Clinics',
  '北风诊所',
  'Contoso Bank Ltd.',
  'Contoso Bank',
  'Fabrikam',
  '',
];
const TYPES: readonly AttackType[] = ['ransomware', 'data_breach', 'ddos', 'data_exposure'];
const FIGURES = [17891, 17000, 500000, 520000, 3];
const day = (n: number): string => `2025-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, '0')}`;

const reportSketch: fc.Arbitrary<ReportSketch> = fc.record({
  role: fc.constantFrom('main' as const, 'roundup' as const, 'mention' as const),
  victims: fc.constantFrom(...VICTIMS).map((v) => (v === '' ? [] : [v])),
  types: fc.uniqueArray(fc.constantFrom(...TYPES), { maxLength: 2 }),
  dates: fc.array(
    fc.nat(55).map((n) => ({ role: 'occurred' as const, value: day(n) })),
    { maxLength: 1 },
  ),
  counts: fc.array(
    fc.constantFrom(...FIGURES).map((value) => ({ value })),
    { maxLength: 2 },
  ),
  actors: fc.array(fc.constantFrom('BlackSuit', 'Everest'), { maxLength: 1 }),
});

/** Texts of which some are copies of each other, one with a header of its own. */
const LONG = Array.from({ length: 3 }, (_, t) =>
  Array.from({ length: 90 }, (_, i) => `word${(i * 7919 + t * 104729) % 9973}`).join(' '),
);

const archive: fc.Arbitrary<PreparedPage[]> = fc
  .array(
    fc.record({
      day: fc.nat(55),
      published: fc.nat(55),
      text: fc.nat(9),
      reports: fc.array(reportSketch, { minLength: 0, maxLength: 3 }),
      url: fc.nat(12),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((entries) =>
    entries.map((e, i) =>
      page(
        {
          path: `archive/${day(e.day).replaceAll('-', '/')}/page-${i}.md`,
          published: day(e.published),
          title: `Notice ${e.text}`,
          url: e.url < 10 ? `https://news.example/a/${e.url}` : null,
          text: e.text < 3 ? `${i % 2 ? 'From our partner. ' : ''}${LONG[e.text]}` : `Short text ${i}.`,
        },
        e.reports,
      ),
    ),
  );

function readIn(batches: readonly (readonly PreparedPage[])[]): unknown {
  const store = openStore(tempDb());
  try {
    for (const batch of batches) write(store, batch);
    return picture(store);
  } finally {
    store.close();
  }
}

test('the same pages in any order, in one run or in several, make the same documents, incidents, ids and values', () => {
  fc.assert(
    fc.property(archive, fc.integer(), fc.nat(13), (pages, seed, cut) => {
      const shuffled = [...pages].sort(
        (a, b) =>
          ((a.path.length * 31 + hash(a.path) + seed) % 1009) -
          ((b.path.length * 31 + hash(b.path) + seed) % 1009),
      );
      const at = cut % pages.length;
      const once = readIn([pages]);
      expect(readIn([shuffled])).toEqual(once);
      expect(readIn([shuffled.slice(0, at), shuffled.slice(at)])).toEqual(once);
      expect(readIn([pages.slice(at), pages.slice(0, at), pages])).toEqual(once);
    }),
    { numRuns: Number(process.env.BREACHLEDGER_PROPERTY_RUNS ?? 12) },
  );
});

function hash(text: string): number {
  let h = 0;
  for (const c of text) h = (h * 33 + (c.codePointAt(0) ?? 0)) % 100003;
  return h;
}

test('reading the same pages again adds no version and no row but that of the run', () => {
  fc.assert(
    fc.property(archive, (pages) => {
      const store = openStore(tempDb());
      write(store, pages);
      const tables = (): unknown =>
        [
          'article',
          'article_version',
          'page',
          'report',
          'incident',
          'incident_version',
          'page_event',
          'incident_key',
        ].map((t) => store.db.prepare(`SELECT count(*) FROM ${t}`).pluck().get());
      const before = tables();
      const again = write(store, pages);
      expect(again).toMatchObject({ articleVersionsAdded: 0, incidentVersionsAdded: 0 });
      expect(tables()).toEqual(before);
      store.close();
    }),
    { numRuns: 5 },
  );
});
