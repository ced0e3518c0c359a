import type { Command } from 'commander';
import { learnBoilerplate } from '../pipeline/boilerplate.js';
import { printJsonLine, printText } from './output.js';

/** `breachledger learn`: learns the lines that recur on the pages of a source. */
export function register(program: Command): void {
  program
    .command('learn')
    .description('learn which lines recur on many pages of one source, so that later runs leave them out')
    .argument('<path...>', 'folders, pages, .tar.gz, .zip: a month or more of each source')
    .requiredOption('--db <file>', 'the SQLite file that keeps what is learnt, made where there is none')
    .option('--json', 'print what was learnt as one JSON object')
    .addHelpText('after', '\nExample:\n  breachledger learn fixtures --db incidents.db')
    .action(async (paths: string[], options: { db: string; json?: true }) => {
      const learnt = await learnBoilerplate(paths, options.db);
      if (options.json) printJsonLine(learnt);
      else
        printText(
          `${learnt.lines} recurring lines of ${learnt.sources} sources, from ${learnt.pages} pages; run reparse again to use them`,
        );
    });
}
