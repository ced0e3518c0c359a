import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import {
  datasetteMetadata,
  exportedIncidents,
  openStore,
  runQuery,
  type Store,
  stixBundle,
  VIEWS,
  verisIncident,
} from '../store/index.js';
import { BOM, csvLine } from './csv.js';
import { CommandError, note } from './output.js';

const FORMATS = ['csv', 'jsonl', 'parquet', 'veris', 'stix', 'datasette-metadata'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly db: string;
  readonly format: Format;
  readonly view: string;
  readonly out?: string;
  readonly bom?: true;
}

/** Values of a view that are JSON come out as JSON, not as text. */
function jsonLine(columns: readonly string[], types: readonly string[], row: readonly unknown[]): string {
  const entries = columns.map((c, i) => {
    const value = row[i] ?? null;
    return [c, types[i] === 'json' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value];
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

function* lines(store: Store, options: Options): Generator<string> {
  if (options.format === 'stix') {
    yield `${JSON.stringify(stixBundle(exportedIncidents(store)), null, 2)}\n`;
    return;
  }
  if (options.format === 'datasette-metadata') {
    yield `${JSON.stringify(datasetteMetadata(), null, 2)}\n`;
    return;
  }
  if (options.format === 'veris') {
    for (const incident of exportedIncidents(store)) yield `${JSON.stringify(verisIncident(incident))}\n`;
    return;
  }
  const { columns, rows } = runQuery(store, `SELECT * FROM ${options.view}`);
  const types = VIEWS.find((v) => v.name === options.view)?.columns.map((c) => c.type) ?? [];
  if (options.format === 'csv') yield (options.bom ? BOM : '') + csvLine(columns);
  for (const row of rows) yield options.format === 'csv' ? csvLine(row) : jsonLine(columns, types, row);
}

async function write(store: Store, options: Options): Promise<void> {
  if (options.format === 'parquet') {
    if (options.out === undefined)
      throw new CommandError('parquet needs a file: add --out incidents.parquet');
    const { writeParquet } = await import('../store/export/parquet.js');
    const view = VIEWS.find((v) => v.name === options.view);
    writeParquet(options.out, runQuery(store, `SELECT * FROM ${options.view}`), view?.columns ?? []);
    return;
  }
  if (options.out === undefined) {
    for (const line of lines(store, options)) process.stdout.write(line);
    return;
  }
  const stream = createWriteStream(options.out);
  for (const line of lines(store, options)) stream.write(line);
  stream.end();
  await finished(stream);
}

/** `breachledger export`: the data for other programs. */
export function register(program: Command): void {
  program
    .command('export')
    .description('write the data for other programs; docs/exports.md says what each format holds')
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .addOption(
      new Option(
        '--format <form>',
        'csv, jsonl and parquet write a view; veris one VERIS record a line; stix one STIX 2.1 bundle',
      )
        .choices(FORMATS)
        .default('csv'),
    )
    .addOption(
      new Option('--view <name>', 'the view that csv, jsonl and parquet write')
        .choices(VIEWS.map((v) => v.name))
        .default('incidents'),
    )
    .option('--out <file>', 'write to a file instead of the standard output')
    .option('--bom', 'with csv: begin with a byte order mark, so that Excel reads UTF-8')
    .addHelpText(
      'after',
      `
Examples:
  breachledger export --format csv --bom --out incidents.csv
  breachledger export --format parquet --view incident_counts --out counts.parquet
  breachledger export --format stix --out incidents.stix.json`,
    )
    .action(async (options: Options) => {
      const store = openStore(options.db, { readOnly: true });
      try {
        await write(store, options);
        if (options.out !== undefined) note(`${options.out} written`);
      } finally {
        store.close();
      }
    });
}
