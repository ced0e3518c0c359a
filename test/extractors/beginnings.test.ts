import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginningsOfTerms } from '../../src/extractors/engine/beginnings.js';

it('passes over no place where a term begins, with a hyphen or several blanks for its blank', () => {
  const unit = fc.constantFrom('a', 'b', '数', '据', ' ');
  const term = fc
    .string({ unit, minLength: 1, maxLength: 5 })
    .filter((t) => t.trim() === t && !t.includes('  '));
  fc.assert(
    fc.property(
      term,
      fc.constantFrom(' ', '-', '  '),
      fc.string({ unit, maxLength: 3 }),
      (t, blank, after) => {
        const begins = beginningsOfTerms();
        begins.add(t);
        return begins.mayBegin(`x${t.replaceAll(' ', blank)}${after}`, 1);
      },
    ),
  );
});

it('passes over most other places', () => {
  const begins = beginningsOfTerms();
  for (const term of ['数据泄露', '数据', 'data breach', 'id']) begins.add(term);
  expect(begins.mayBegin('数学课', 0)).toBe(false);
  expect(begins.mayBegin('dark web', 0)).toBe(false);
  expect(begins.mayBegin('data centre', 0)).toBe(true);
  expect(begins.mayBegin('identity', 0)).toBe(true);
  expect(begins.mayBegin('学', 0)).toBe(false);
});
