import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareLoop } from './bare-loop.js';

const CLI = join(import.meta.dirname, '..', 'dist', 'cli.js');
const ROUNDS = 3;

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Runs the built command and watches its peak resident memory (Linux: VmHWM). */
function runCommand(args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    let peakMb = 0;
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // It has ended, or this is no Linux: the time alone is measured.
      }
    }, 50);
    child.on('error', reject).on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, peakMb });
      else reject(new Error(`breachledger ${args.join(' ')} ended with ${code}`));
    });
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The first and the second re-parse of an archive beside a bare loop over the same pages, turn by turn. */
export async function benchReparse(archive: string): Promise<void> {
  const rounds: { bare: number; first: Measured; second: Measured }[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const folder = mkdtempSync(join(tmpdir(), 'breachledger-bench-'));
    const args = ['reparse', archive, '--db', join(folder, 'incidents.db'), '--json'];
    const bare = (await bareLoop(archive)).seconds;
    rounds.push({ bare, first: await runCommand(args), second: await runCommand(args) });
    rmSync(folder, { recursive: true });
  }
  const row = (name: string, seconds: readonly number[], peak?: readonly number[]): void => {
    const memory = peak === undefined ? '' : `   peak ${Math.max(...peak).toFixed(0)} MB`;
    console.log(
      `${name.padEnd(34)} ${median(seconds).toFixed(2)} s  (${seconds.map((s) => s.toFixed(2)).join(', ')})${memory}`,
    );
  };
  row(
    'bare loop with a trigram index',
    rounds.map((r) => r.bare),
  );
  row(
    'reparse, first',
    rounds.map((r) => r.first.seconds),
    rounds.map((r) => r.first.peakMb),
  );
  row(
    'reparse, nothing changed',
    rounds.map((r) => r.second.seconds),
    rounds.map((r) => r.second.peakMb),
  );
}
