import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import {
  openStore,
  PRESETS,
  type QueryResult,
  runQuery,
  SEARCH_TABLE,
  seeAsOf,
  VIEWS,
} from '../store/index.js';
import { BOM, csvLine } from './csv.js';
import { CommandError, note, printJsonLine, printTable, printText } from './output.js';

interface Options {
  readonly db: string;
  readonly preset?: string;
  readonly file?: string;
  readonly format: 'table' | 'csv' | 'json' | 'jsonl';
  readonly json?: true;
  readonly bom?: true;
  readonly asOf?: string;
  readonly schema?: true;
  readonly showSql?: true;
}

/** `breachledger query`: asks the database. */
export function register(program: Command): void {
  program
    .command('query')
    .description('ask the database in SQL, or one of the questions that come with it')
    .argument('[sql]', 'one SELECT over the views (--schema lists them)')
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .addOption(
      new Option('--preset <name>', 'a question that comes with the program').choices(Object.keys(PRESETS)),
    )
    .option('--file <sql-file>', 'read the SQL from a file')
    .addOption(
      new Option('--format <form>', 'how to print')
        .choices(['table', 'csv', 'json', 'jsonl'])
        .default('table'),
    )
    .option('--json', 'short for --format json')
    .option('--bom', 'with csv: begin with a byte order mark, so that Excel reads UTF-8')
    .option('--as-of <day>', 'as it was known on a day by what was published until then, e.g. 2025-01-15')
    .option('--show-sql', 'print the SQL of the preset and stop')
    .option('--schema', 'list views and columns and stop')
    .addHelpText(
      'after',
      `
Presets:
${Object.entries(PRESETS)
  .map(([name, p]) => `  ${name.padEnd(16)}${p.about}`)
  .join('\n')}

Examples:
  breachledger query --preset largest
  breachledger query "SELECT victim, people_affected FROM incidents WHERE country = 'JP'" --format csv > jp.csv
  breachledger query --preset latest --as-of 2025-01-15`,
    )
    .action((sql: string | undefined, options: Options) => {
      if (options.schema) {
        printSchema();
        return;
      }
      const text = sqlOf(sql, options);
      if (options.showSql) {
        printText(text);
        return;
      }
      const store = openStore(options.db, { readOnly: true });
      try {
        if (options.asOf !== undefined) seeAsOf(store.db, options.asOf);
        print(runQuery(store, text), options.json ? 'json' : options.format, options.bom === true);
      } finally {
        store.close();
      }
    });
}

function sqlOf(sql: string | undefined, options: Options): string {
  const given = [sql, options.preset, options.file].filter((x) => x !== undefined);
  if (given.length !== 1) {
    throw new CommandError('give one of: SQL, --preset NAME or --file FILE (see breachledger query --help)');
  }
  if (sql !== undefined) return sql;
  if (options.file !== undefined) return readFileSync(options.file, 'utf8');
  return PRESETS[options.preset ?? '']?.sql ?? '';
}

/** Prints rows in one of the forms. */
export function print({ columns, rows }: QueryResult, format: Options['format'], bom: boolean): void {
  const objects = (): Record<string, unknown>[] =>
    rows.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i] ?? null])));
  if (format === 'csv') {
    process.stdout.write((bom ? BOM : '') + csvLine(columns));
    for (const row of rows) process.stdout.write(csvLine(row));
  } else if (format === 'json') {
    printText(JSON.stringify(objects(), null, 2));
  } else if (format === 'jsonl') {
    for (const row of objects()) printJsonLine(row);
  } else if (rows.length === 0) {
    note('no rows');
  } else {
    printTable(columns, rows);
  }
}

function printSchema(): void {
  for (const view of [...VIEWS, SEARCH_TABLE]) {
    printText(`${pc.bold(view.name)}: ${view.about}`);
    for (const c of view.columns) printText(`  ${c.name.padEnd(24)}${c.type.padEnd(9)}${c.about}`);
    printText('');
  }
}
