#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import pc from 'picocolors';
import { register as backup } from './commands/backup.js';
import { register as corrections } from './commands/corrections.js';
import { register as crawl } from './commands/crawl.js';
import { register as doctor } from './commands/doctor.js';
import { register as explain } from './commands/explain.js';
import { register as extract } from './commands/extract.js';
import { register as history } from './commands/history.js';
import { CommandError } from './commands/output.js';
import { register as parse } from './commands/parse.js';
import { register as query } from './commands/query.js';
import { register as reparse } from './commands/reparse.js';
import { register as search } from './commands/search.js';
import { register as show } from './commands/show.js';
import { register as sources } from './commands/sources.js';
import { register as stats } from './commands/stats.js';
import { register as warc } from './commands/warc.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Every command, in the order that `--help` lists them. */
const COMMANDS = [
  reparse, query, search, show, history, stats, extract, parse, explain, crawl, sources, warc, corrections, backup, doctor,
];

const program = new Command('breachledger')
  .description(
    'Turns scraped security articles into a database of incidents that people can trust and query.',
  )
  .version(version)
  .showHelpAfterError('(add --help for the options and an example)')
  .configureHelp({ sortSubcommands: false });
for (const register of COMMANDS) register(program);

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${pc.red('error:')} ${message}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
