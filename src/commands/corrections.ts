import { userInfo } from 'node:os';
import type { Command } from 'commander';
import {
  type Correction,
  ignoreArticle,
  mergeIncidents,
  openStore,
  SETTABLE,
  type Store,
  setIncidentField,
  splitIncident,
} from '../store/index.js';
import { printJsonLine, printText } from './output.js';

interface Options {
  readonly db: string;
  readonly reason: string;
  readonly author?: string;
  readonly json?: true;
}

function act(options: Options, work: (store: Store, by: Correction) => { text: string; json: object }): void {
  const store = openStore(options.db);
  try {
    const by = { author: options.author ?? userInfo().username, reason: options.reason };
    const { text, json } = work(store, by);
    if (options.json) printJsonLine(json);
    else printText(text);
  } finally {
    store.close();
  }
}

function command(program: Command, name: string, description: string, example: string): Command {
  return program
    .command(name)
    .description(`${description}; kept as a correction that later runs respect`)
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .requiredOption('--reason <text>', 'why, for the history')
    .option('--author <name>', 'who says so; the user of this machine by default')
    .option('--json', 'print one JSON object')
    .addHelpText('after', `\nExample:\n  breachledger ${example}`);
}

/** `breachledger merge`, `split`, `set` and `ignore`: what people correct. */
export function register(program: Command): void {
  command(
    program,
    'merge',
    'join two incidents that are one',
    'merge inc-7k3m9q2x0a inc-0b1c2d3e4f --reason "one event, two names"',
  )
    .argument('<incident>', 'one incident')
    .argument('<other>', 'the other')
    .action((a: string, b: string, options: Options) =>
      act(options, (store, by) => {
        const id = mergeIncidents(store, a, b, by);
        return { text: `${a} and ${b} are now ${id}`, json: { incident_id: id } };
      }),
    );
  command(
    program,
    'split',
    'take articles out of an incident into one of their own',
    'split inc-7k3m9q2x0a "archive/2025/01/22/daily/….md" --reason "the attack of 2024"',
  )
    .argument('<incident>', 'the incident')
    .argument('<path...>', 'paths of the articles to take out')
    .action((id: string, paths: string[], options: Options) =>
      act(options, (store, by) => {
        const ids = splitIncident(store, id, paths, by);
        return {
          text: `${paths.length} articles are now under ${ids.join(', ')}`,
          json: { incident_ids: ids },
        };
      }),
    );
  command(
    program,
    'set',
    `set a field of an incident (${SETTABLE.slice(0, 8).join(', ')}, people_affected, occurred_on, …)`,
    'set inc-7k3m9q2x0a people_affected 17891 --reason "letter to customers"',
  )
    .argument('<incident>', 'the incident')
    .argument('<field>', 'the field')
    .argument('<value>', 'the value; lists are separated by commas')
    .action((id: string, field: string, value: string, options: Options) =>
      act(options, (store, by) => {
        const incident = setIncidentField(store, id, field, value, by);
        return {
          text: `${incident}: ${field} is now ${value}`,
          json: { incident_id: incident, field, value },
        };
      }),
    );
  command(
    program,
    'ignore',
    'leave an article out of all incidents',
    'ignore "archive/2025/01/22/daily/….md" --reason "satire"',
  )
    .argument('<path>', 'path of the article')
    .action((path: string, options: Options) =>
      act(options, (store, by) => {
        const ids = ignoreArticle(store, path, by);
        const told = ids.length === 0 ? 'told of no incident' : `no longer counts for ${ids.join(', ')}`;
        return { text: `${path}: ignored; it ${told}`, json: { path, incident_ids: ids } };
      }),
    );
}
