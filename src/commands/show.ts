import type { Command } from 'commander';
import pc from 'picocolors';
import { openStore, readIncident, type ShownIncident } from '../store/index.js';
import { printJsonLine, printText } from './output.js';

/** `breachledger show`: one incident with its evidence, articles and why they were linked. */
export function register(program: Command): void {
  program
    .command('show')
    .description(
      'show one incident: its record, the articles that tell of it, and the sentence behind every fact',
    )
    .argument('<incident>', 'id of the incident, or the beginning of it')
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .option('--evidence', 'print every quote, not only the first of each fact')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  breachledger show inc-7k3m9q2x0a --db incidents.db')
    .action((id: string, options: { db: string; evidence?: true; json?: true }) => {
      const store = openStore(options.db, { readOnly: true });
      try {
        const incident = readIncident(store, id);
        if (options.json) printJsonLine(incident);
        else printText(describe(incident, options.evidence === true));
      } finally {
        store.close();
      }
    });
}

const number = (n: number): string => n.toLocaleString('en-US');
const QUALIFIER: Readonly<Record<string, string>> = {
  exact: '',
  about: 'about ',
  over: 'over ',
  nearly: 'nearly ',
  up_to: 'up to ',
  at_least: 'at least ',
};

function figures({ record }: ShownIncident): string[] {
  return record.counts.map((c) => {
    const range = c.low === null ? '' : `${number(c.low)} to `;
    const by = `${c.paths.length} article${c.paths.length === 1 ? '' : 's'}, ${c.status}`;
    const line = `${QUALIFIER[c.qualifier] ?? ''}${range}${number(c.value)} ${c.unit}`;
    return c.settled ? `${pc.bold(line)} (${by})` : pc.dim(`${line} (${by}; not settled on)`);
  });
}

function dates({ record }: ShownIncident): string[] {
  return record.dates.map((d) => {
    const line = `${d.value} ${d.role}${d.certain ? '' : ' (in part implied)'}`;
    return d.settled ? line : pc.dim(`${line} (not settled on)`);
  });
}

function describe(shown: ShownIncident, all: boolean): string {
  const { record } = shown;
  const names = (list: readonly { name: string; aliases: readonly string[] }[]): string =>
    list.map((n) => (n.aliases.length === 0 ? n.name : `${n.name} (${n.aliases.join(', ')})`)).join('; ');
  const rows: [string, string | readonly string[]][] = [
    ['victim', names(record.victims)],
    ['status', record.status],
    ['country', record.country ?? ''],
    ['sector', record.sector ?? ''],
    ['attack', record.attack_types.join(', ')],
    ['figures', figures(shown)],
    ['dates', dates(shown)],
    ['leaked', record.leaked.map((l) => l.value).join(', ')],
    ['not leaked', record.not_leaked.map((l) => l.value).join(', ')],
    ['actors', names(record.actors)],
    ['malware', names(record.malware)],
    ['money', record.money.map((m) => `${m.kind} ${number(m.amount)} ${m.currency}`)],
    ['volume', record.volume ?? ''],
    ['CVEs', record.cves.join(', ')],
    ['techniques', record.techniques.map((t) => t.id).join(', ')],
    ['set by hand', record.set_by_hand.join(', ')],
  ];
  const lines = [
    `${pc.bold(record.title)}`,
    pc.dim(
      `${shown.incident_id}, version ${shown.version} of ${shown.recorded_at}, ${record.documents} documents in ${record.articles} articles`,
    ),
    '',
  ];
  for (const [name, value] of rows) {
    const values = typeof value === 'string' ? [value] : value;
    values
      .filter((v) => v !== '')
      .forEach((v, i) => {
        lines.push(`${pc.cyan((i === 0 ? name : '').padEnd(12))}${v}`);
      });
  }
  lines.push('', pc.bold('Articles'));
  for (const a of shown.articles) {
    lines.push(
      `  ${a.published?.slice(0, 10) ?? '          '} ${a.role.padEnd(8)} ${a.title} ${pc.dim(`(${a.source ?? 'unknown source'})`)}`,
    );
    lines.push(pc.dim(`             ${a.path}`), pc.dim(`             linked: ${a.reasons.join('; ')}`));
  }
  lines.push('', pc.bold('Evidence'));
  const seen = new Set<string>();
  for (const e of shown.evidence) {
    const key = `${e.kind} ${e.value}`;
    if (!all && seen.has(key)) continue;
    seen.add(key);
    lines.push(
      `  ${pc.cyan(e.kind)} ${e.value} ${pc.dim(`by ${e.rule}`)}`,
      `    “${e.quote.replace(/\s+/g, ' ')}”`,
    );
  }
  return lines.join('\n');
}
