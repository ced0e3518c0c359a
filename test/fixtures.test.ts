import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { processPage } from '../src/pipeline/process.js';
import { articleRecord } from '../src/pipeline/record.js';

// Each folder of fixtures/ is a case: a page and the record it must give, side by side. A new case is a new folder.
const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

interface Expected {
  readonly body?: {
    readonly first?: string;
    readonly last?: string;
    readonly keep?: string[];
    readonly drop?: string[];
  };
  readonly incidents?: readonly Readonly<Record<string, unknown>>[];
  readonly [field: string]: unknown;
}

const cases = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((d) => d.isDirectory())
  .map((d) => ({ name: d.name, files: readdirSync(join(FIXTURES, d.name)) }))
  .filter((c) => c.files.includes('expected.json'));

/** Arrays are compared as sets; of an object only the keys that are expected count. */
function comparable(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const shaped = actual.map((a) => JSON.stringify(comparable(a, expected[0] ?? a)));
    return shaped.sort();
  }
  if (expected !== null && typeof expected === 'object' && actual !== null && typeof actual === 'object') {
    const from = actual as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(expected)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => [k, comparable(from[k], v)]),
    );
  }
  return actual ?? null;
}

describe('fixtures', () => {
  test('there are at least 25 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  for (const { name, files } of cases) {
    test(name, () => {
      const file = files.find((f) => f.startsWith('page.'));
      if (file === undefined) throw new Error(`fixtures/${name} has no page.* file`);
      const raw = readFileSync(join(FIXTURES, name, file));
      const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
      const expected = JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8')) as Expected;
      const { article, extraction } = processPage({ bytes, path: `${name}/${file}` });
      const record = articleRecord(article, extraction) as unknown as Record<string, unknown>;

      const { body, incidents, ...fields } = expected;
      for (const [field, value] of Object.entries(fields)) expect(record[field], field).toEqual(value);
      if (body !== undefined) checkBody(article.markdown, body);
      if (incidents !== undefined) {
        const got = record.incidents as unknown[];
        expect(got.length, 'number of incidents').toBe(incidents.length);
        incidents.forEach((want, i) => {
          expect(comparable(got[i], want), `incident ${i}`).toEqual(comparable(want, want));
        });
      }
      checkEvidence(record, article);
    });
  }
});

function checkBody(markdown: string, body: NonNullable<Expected['body']>): void {
  const bare = (s: string): string => s.replace(/[\s*_`#>|\\]+/g, '');
  const text = bare(markdown);
  if (body.first !== undefined)
    expect(text.indexOf(bare(body.first)), `begins with ${body.first}`).toBeLessThan(120);
  for (const s of [body.first, body.last, ...(body.keep ?? [])]) {
    if (s !== undefined) expect(text, `keeps ${s}`).toContain(bare(s));
  }
  if (body.last !== undefined) {
    const after = text.length - text.lastIndexOf(bare(body.last)) - bare(body.last).length;
    expect(after, `ends with ${body.last}`).toBeLessThanOrEqual(60);
  }
  for (const s of body.drop ?? []) expect(text, `drops ${s}`).not.toContain(bare(s));
}

/** Every piece of evidence stands where it says it does. */
function checkEvidence(value: unknown, article: { title: string; text: string }): void {
  if (Array.isArray(value)) for (const v of value) checkEvidence(v, article);
  else if (value !== null && typeof value === 'object') {
    const e = value as Record<string, unknown>;
    if (typeof e.quote === 'string') {
      const field = e.field === 'title' ? article.title : article.text;
      expect(field.slice(Number(e.start), Number(e.end))).toBe(e.quote);
      expect(e.quote).toContain(e.mention);
    }
    for (const v of Object.values(e)) checkEvidence(v, article);
  }
}
