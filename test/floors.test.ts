import { describe, expect, test } from 'vitest';
import { readFloors } from '../eval/floors.js';
import { haveShared, MEASURES } from '../eval/measure.js';

/** How far a figure may fall before the change that did it is refused. */
const TOLERANCE = 0.005;

// The labelled data is not part of the project; where it is not beside it, there is nothing to score.
describe.skipIf(!haveShared)('no measured figure falls below its floor', () => {
  const floors = readFloors();
  for (const [name, measure] of Object.entries(MEASURES)) {
    test(name, { timeout: 240_000 }, async () => {
      const wanted = floors[name] ?? {};
      expect(Object.keys(wanted).length, `eval/floors.json has no floors for ${name}`).toBeGreaterThan(0);
      const reached = await measure();
      const fallen = Object.entries(wanted)
        .filter(([figure, floor]) => !((reached[figure] ?? 0) >= floor - TOLERANCE))
        .map(([figure, floor]) => `${figure}: ${reached[figure]} is below ${floor}`);
      expect(fallen).toEqual([]);
    });
  }
});
