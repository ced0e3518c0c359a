// Prints every figure beside its floor; with --raise writes the figures reached as the new floors where they are
// higher (or where there is none yet).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, haveShared, MEASURES } from './measure.js';

export const FLOORS_FILE = join(import.meta.dirname, 'floors.json');

/** The floors by measure and figure. */
export function readFloors(): Readonly<Record<string, Figures>> {
  return JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Record<string, Figures>;
}

async function main(): Promise<void> {
  if (!haveShared)
    throw new Error('the labelled data is not beside the project (../shared): nothing to measure');
  const raise = process.argv.includes('--raise');
  const floors = readFloors();
  const next: Record<string, Record<string, number>> = {};
  for (const [name, measure] of Object.entries(MEASURES)) {
    next[name] = { ...floors[name] };
    for (const [figure, value] of Object.entries(await measure())) {
      const floor = floors[name]?.[figure];
      const mark =
        floor === undefined
          ? 'new'
          : value < floor - 0.005
            ? 'BELOW'
            : value > floor + 0.0005
              ? 'better'
              : '';
      console.log(`${name}.${figure}`.padEnd(40), value.toFixed(4), (floor ?? 0).toFixed(4), mark);
      if (floor === undefined || value > floor) next[name][figure] = Number(value.toFixed(4));
    }
  }
  if (raise) writeFileSync(FLOORS_FILE, `${JSON.stringify(next, null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) await main();
