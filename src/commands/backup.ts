import type { Command } from 'commander';
import { backup, openStore } from '../store/index.js';
import { printJsonLine, printText } from './output.js';

/** `breachledger backup`: a verified copy. */
export function register(program: Command): void {
  program
    .command('backup')
    .description('copy the database while it may be in use, then open the copy and compare it table by table')
    .argument('<file>', 'the new file')
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  breachledger backup incidents-2025-02-01.db --db incidents.db')
    .action(async (file: string, options: { db: string; json?: true }) => {
      const store = openStore(options.db, { readOnly: true });
      try {
        const made = await backup(store, file);
        const rows = made.tables.reduce((sum, t) => sum + t.rows, 0);
        if (options.json) printJsonLine(made);
        else
          printText(
            `${file}: ${(made.bytes / 1e6).toFixed(1)} MB, ${rows} rows in ${made.tables.length} tables, checked`,
          );
      } finally {
        store.close();
      }
    });
}
