import type { Command } from 'commander';
import pc from 'picocolors';
import { openStore, type Statistics, statistics, type Tally } from '../store/index.js';
import { printJsonLine, printText } from './output.js';

/** `breachledger stats`: what a database holds, in figures. */
export function register(program: Command): void {
  program
    .command('stats')
    .description('show what a database holds: pages, sources, incidents by attack type, field, sector')
    .requiredOption('--db <file>', 'the SQLite file')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  breachledger stats --db incidents.db')
    .action((options: { db: string; json?: true }) => {
      const store = openStore(options.db, { readOnly: true });
      try {
        const found = statistics(store);
        if (options.json) printJsonLine(found);
        else printText(describe(found));
      } finally {
        store.close();
      }
    });
}

function describe(s: Statistics): string {
  const total = (list: readonly Tally[]): number => list.reduce((sum, t) => sum + t.count, 0);
  const head = [
    `${pc.bold(total(s.pages).toLocaleString('en-US'))} pages, ${s.documents.toLocaleString('en-US')} different documents, ` +
      `${pc.bold(s.incidents.toLocaleString('en-US'))} incidents, ${s.runs} runs`,
    `published from ${s.first_published ?? 'unknown'} to ${s.last_published ?? 'unknown'}`,
  ];
  const groups: [string, readonly Tally[]][] = [
    ['Pages', s.pages],
    ['Topics', s.topics],
    ['Languages', s.languages],
    ['Sources', s.sources],
    ['Attack types', s.attack_types],
    ['Leaked fields', s.leaked_fields],
    ['Sectors', s.sectors],
    ['Status of incidents', s.statuses],
  ];
  return [...head, ...groups.flatMap(([name, list]) => ['', pc.bold(name), ...list.map(bar(list))])].join(
    '\n',
  );
}

const BAR_WIDTH = 40;

function bar(list: readonly Tally[]): (t: Tally) => string {
  const most = Math.max(1, ...list.map((t) => t.count));
  const width = Math.max(...list.map((t) => t.name.length));
  return ({ name, count }) =>
    `  ${name.padEnd(width)} ${String(count).padStart(6)} ${'█'.repeat(Math.ceil((count / most) * BAR_WIDTH))}`;
}
