import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { doctor, openStore } from '../../src/store/index.js';
import { picture, tempDb } from './build.js';

const CHILD = join(import.meta.dirname, 'writer-child.ts');
const PAGES = 160;
/** How often a writer is killed; 100 for a release. */
const KILLS = Number(process.env.BREACHLEDGER_KILLS ?? 4);

function writer(file: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', CHILD, file, String(PAGES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Waits for the first word of a writer, which it says once the database is open. */
async function begun(child: ChildProcess): Promise<void> {
  await Promise.race([
    child.stdout === null ? once(child, 'exit') : once(child.stdout, 'data'),
    once(child, 'exit'),
  ]);
}

/** Runs a writer to its end and says how long its work took, in milliseconds. */
async function complete(file: string): Promise<number> {
  const child = writer(file);
  await begun(child);
  const began = performance.now();
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  return performance.now() - began;
}

test(
  `a writer killed at ${KILLS} moments leaves a whole database, and one that goes on ends where an undisturbed one does`,
  async () => {
    const undisturbed = tempDb();
    const took = await complete(undisturbed);
    const wanted = openStore(undisturbed, { readOnly: true });

    let file = tempDb();
    for (let i = 0; i < KILLS; i++) {
      const child = writer(file);
      await begun(child);
      await wait((took * (i + 0.5)) / KILLS);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const store = openStore(file);
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(store.db.pragma('foreign_key_check')).toEqual([]);
      expect(
        doctor(store).filter((f) => !f.ok && f.check !== 'settled' && !f.check.startsWith('reports')),
      ).toEqual([]);
      store.close();
      // Every other one goes on in the same file, the others begin anew, so that every moment is met.
      if (i % 2 === 1) {
        await complete(file);
        const ended = openStore(file, { readOnly: true });
        expect(picture(ended)).toEqual(picture(wanted));
        expect(doctor(ended).filter((f) => !f.ok)).toEqual([]);
        ended.close();
        file = tempDb();
      }
    }
    wanted.close();
  },
  30_000 + KILLS * 10_000,
);
