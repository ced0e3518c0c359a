import type { Command } from 'commander';
import pc from 'picocolors';
import { doctor, openStore, rebuildSearch } from '../store/index.js';
import { note, printJsonLine, printText } from './output.js';

/** `breachledger doctor`: is the database whole. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description(
      'examine a database: integrity, links, search index; says what to do; status 1 where something is wrong',
    )
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .option('--repair', 'make the full-text index anew')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample:\n  breachledger doctor --db incidents.db')
    .action((options: { db: string; repair?: true; json?: true }) => {
      const store = openStore(options.db, { readOnly: options.repair !== true });
      try {
        if (options.repair) note(`search index made anew over ${rebuildSearch(store)} articles`);
        const findings = doctor(store);
        for (const f of findings) {
          if (options.json) printJsonLine(f);
          else
            printText(
              `${f.ok ? pc.green('ok   ') : pc.red('WRONG')} ${f.check}: ${f.detail}${f.advice === null ? '' : `: ${f.advice}`}`,
            );
        }
        if (findings.some((f) => !f.ok)) process.exitCode = 1;
      } finally {
        store.close();
      }
    });
}
