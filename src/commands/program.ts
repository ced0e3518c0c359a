import { readFileSync } from 'node:fs';
import { Command } from 'commander';

interface CommandModule {
  register(program: Command): void;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * The file of every command, in the order that `--help` lists them. They are loaded when they are needed: a query
 * does not wait for the lexicons of the extractors or for the HTTP client.
 */
const COMMANDS: readonly {
  readonly names: readonly string[];
  readonly load: () => Promise<CommandModule>;
}[] = [
  { names: ['reparse'], load: () => import('./reparse.js') },
  { names: ['learn'], load: () => import('./learn.js') },
  { names: ['query'], load: () => import('./query.js') },
  { names: ['search'], load: () => import('./search.js') },
  { names: ['show'], load: () => import('./show.js') },
  { names: ['history'], load: () => import('./history.js') },
  { names: ['stats'], load: () => import('./stats.js') },
  { names: ['extract'], load: () => import('./extract.js') },
  { names: ['parse'], load: () => import('./parse.js') },
  { names: ['explain'], load: () => import('./explain.js') },
  { names: ['crawl'], load: () => import('./crawl.js') },
  { names: ['sources'], load: () => import('./sources.js') },
  { names: ['warc'], load: () => import('./warc.js') },
  { names: ['merge', 'split', 'set', 'ignore'], load: () => import('./corrections.js') },
  { names: ['export'], load: () => import('./export.js') },
  { names: ['backup'], load: () => import('./backup.js') },
  { names: ['doctor'], load: () => import('./doctor.js') },
];

/**
 * The command line; nothing is run until it is asked to parse.
 *
 * @param name the command that will be run, where that is known: only its file is loaded; all of them otherwise
 */
export async function buildProgram(name?: string): Promise<Command> {
  const program = new Command('breachledger')
    .description(
      'Turns scraped security articles into a database of incidents that people can trust and query.',
    )
    .version(version)
    .showHelpAfterError('(add --help for the options and an example)')
    .configureHelp({ sortSubcommands: false });
  const named = COMMANDS.filter(({ names }) => name !== undefined && names.includes(name));
  for (const { load } of named.length > 0 ? named : COMMANDS) (await load()).register(program);
  return program;
}
