import { describe, expect, it, vi } from 'vitest';
import { actorRule } from '../../src/extractors/actors/index.js';
import { framesOf } from '../../src/extractors/engine/frames.js';
import { byPlace, coveredBy } from '../../src/extractors/engine/places.js';
import { findCandidates } from '../../src/extractors/engine/rules.js';
import { readScopes } from '../../src/extractors/engine/scope.js';
import { wholeDocument } from '../../src/extractors/engine/sections.js';
import type { Candidate } from '../../src/extractors/engine/types.js';
import { extractReports } from '../../src/extractors/index.js';
import { settleVague } from '../../src/extractors/leaked/vague.js';
import { joinEntities } from '../../src/extractors/victims/entities.js';
import { findVictimMentions } from '../../src/extractors/victims/index.js';
import { documentOf } from './support.js';

/** The candidates, with a count of how often any of them is looked at. */
function watched(candidates: readonly Candidate[]): { readonly all: Candidate[]; looks(): number } {
  let looks = 0;
  const all = candidates.map(
    (c) =>
      new Proxy(c, {
        get: (target, key) => {
          looks++;
          return Reflect.get(target, key);
        },
      }),
  );
  return { all, looks: () => looks };
}

const STORY = 'Acme Bank was hacked on 5 January 2025, the bank said on Monday. ';

describe('work that grows with a text no faster than the text', () => {
  it('looks at the dates of a sentence, not at all dates, for each sentence', () => {
    const looksAt = (times: number): number => {
      const doc = documentOf(`Acme Bank hacked\n${STORY.repeat(times)}`, 'en');
      const facts = watched(findCandidates(doc));
      framesOf({
        doc,
        folded: doc.folded,
        scopes: readScopes(doc, doc.folded),
        entities: joinEntities(doc, findVictimMentions(doc, doc.folded)).entities,
        facts: facts.all,
        section: wholeDocument(doc),
        role: 'main',
      });
      return facts.looks();
    };
    // Sorting takes a little more than twice as long for twice as much.
    expect(looksAt(400)).toBeLessThan(looksAt(200) * 2.5);
  });

  it('looks at the fields around a total, not at all fields, for each total', () => {
    const looksAt = (times: number): number => {
      const doc = documentOf(`泄露\n${'泄露了用户数据。'.repeat(times)}`);
      const found = watched(
        findCandidates(doc).filter((c) => c.kind === 'leaked' || c.kind === 'not_leaked'),
      );
      settleVague(doc, found.all as Candidate<'leaked'>[]);
      return found.looks();
    };
    expect(looksAt(400)).toBeLessThan(looksAt(200) * 2.5);
  });

  it('reads the whole text for the other names of a group once, however often the group is named', () => {
    const scans = (times: number): number => {
      const doc = documentOf(`Hacked\n${'LockBit BlackCat APT28 '.repeat(times)}`, 'en');
      expect(doc.terms.length).toBeGreaterThan(times);
      let whole = 0;
      const includes = String.prototype.includes;
      const spy = vi.spyOn(String.prototype, 'includes').mockImplementation(function (
        this: string,
        ...args: [string, number?]
      ) {
        if (this.length === doc.text.length) whole++;
        return includes.apply(this, args);
      });
      actorRule.find(doc);
      spy.mockRestore();
      return whole;
    };
    expect(scans(400)).toBe(scans(100));
  });

  it.each([
    ['lines', '姓名\n'],
    ['sentences', '. . . '],
    ['terms', 'LockBit BlackCat APT28 '],
    ['fields', '泄露了用户数据，'],
  ])('reads a text of nothing but %s to a limit, and every span lies within it', (_, unit) => {
    const text = unit.repeat(40_000);
    const doc = documentOf(`Acme hacked\n${text}`);
    expect(doc.sentences.length).toBeLessThanOrEqual(10_000);
    expect(doc.terms.length).toBeLessThanOrEqual(10_020);
    expect(doc.sentences.every((s) => s.end <= doc.text.length)).toBe(true);
    expect(doc.folded.length).toBe(doc.text.length);
    const { reports } = extractReports({ title: 'Acme hacked', text, published: null, lang: 'en' });
    expect(reports.every((r) => r.leaked.every((f) => text.includes(f.evidence.mention)))).toBe(true);
  });
});

describe('places', () => {
  it('gives the items that begin between two places, both of them included', () => {
    const items = [5, 1, 9, 5, 3].map((start, id) => ({ start, id }));
    const ids = (from: number, to: number): number[] =>
      byPlace(items)
        .within(from, to)
        .map((i) => i.id);
    expect(ids(3, 5)).toEqual([4, 0, 3]);
    expect(ids(6, 8)).toEqual([]);
    expect(ids(-1, 99)).toEqual([1, 4, 0, 3, 2]);
  });

  it('knows the units that spans cover, without their ends', () => {
    const covered = coveredBy(20, [{ start: 2, end: 4 }]);
    expect(covered.touches(4, 6)).toBe(false);
    expect(covered.touches(3, 4)).toBe(true);
    covered.add(5, 6);
    expect(covered.touches(4, 6)).toBe(true);
    expect(covered.touches(0, 2)).toBe(false);
  });
});
