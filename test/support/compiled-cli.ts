import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/breachledger-test');
const CLI = join(CACHE, 'dist/cli.js');

function newestSource(): number {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(ROOT, 'src', file)).mtimeMs));
}

const isFresh = (): boolean => existsSync(CLI) && statSync(CLI).mtimeMs >= newestSource();

/**
 * The program compiled from the sources as they are, for tests that run the real command: starting it through a
 * loader would cost seconds each time. Compiled once and kept until a source is newer.
 * @returns path of `cli.js`
 */
export function compiledCli(): string {
  if (!isFresh()) {
    // Files of tests run side by side: each compiles into a folder of its own, and the first that is done keeps it.
    const own = `${CACHE}-${process.pid}`;
    mkdirSync(own, { recursive: true });
    const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
    const project = ['-p', join(ROOT, 'tsconfig.json'), '--outDir', join(own, 'dist'), '--noCheck'];
    execFileSync(process.execPath, [join(typescript, 'bin', 'tsc'), ...project], { stdio: 'inherit' });
    copyFileSync(join(ROOT, 'package.json'), join(own, 'package.json'));
    utimesSync(join(own, 'dist/cli.js'), new Date(), new Date());
    if (!isFresh()) {
      rmSync(CACHE, { recursive: true, force: true });
      renameSync(own, CACHE);
    }
    rmSync(own, { recursive: true, force: true });
  }
  return CLI;
}
