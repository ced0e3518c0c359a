import type { Command } from 'commander';
import pc from 'picocolors';
import { type Change, type IncidentHistory, openStore, readHistory } from '../store/index.js';
import { printJsonLine, printText } from './output.js';

/** `breachledger history`: how an incident came to be what it is. */
export function register(program: Command): void {
  program
    .command('history')
    .description(
      'show how an incident changed: what became known when, from which article, and what was corrected',
    )
    .argument('<incident>', 'id of the incident, or the beginning of it')
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  breachledger history inc-7k3m9q2x0a --db incidents.db')
    .action((id: string, options: { db: string; json?: true }) => {
      const store = openStore(options.db, { readOnly: true });
      try {
        const found = readHistory(store, id);
        if (options.json) printJsonLine(found);
        else printText(describe(found));
      } finally {
        store.close();
      }
    });
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(show).join(', ');
  if (typeof value === 'object') return 'name' in value ? String(value.name) : Object.values(value).join(' ');
  return String(value);
}

function changeLine({ field, from, to }: Change): string {
  if (Array.isArray(from) && Array.isArray(to)) {
    const before = new Set(from.map((v) => JSON.stringify(v)));
    const after = new Set(to.map((v) => JSON.stringify(v)));
    const added = to.filter((v) => !before.has(JSON.stringify(v))).map((v) => pc.green(`+ ${show(v)}`));
    const gone = from.filter((v) => !after.has(JSON.stringify(v))).map((v) => pc.red(`- ${show(v)}`));
    return `    ${field}: ${[...added, ...gone].join('  ')}`;
  }
  return from === null ? `    ${field}: ${show(to)}` : `    ${field}: ${show(from)} → ${pc.bold(show(to))}`;
}

function describe(history: IncidentHistory): string {
  const lines = [pc.bold(history.title), pc.dim(history.incident_id), ''];
  if (history.known.length > 0) lines.push(pc.bold('What became known'));
  for (const step of history.known) {
    lines.push(`  ${pc.cyan(step.known_from)}`);
    for (const s of step.sources) lines.push(`    ${s.title} ${pc.dim(`(${s.source ?? s.path})`)}`);
    lines.push(...step.changes.map(changeLine));
  }
  lines.push('', pc.bold('Versions in this database'));
  for (const v of history.versions) {
    lines.push(
      `  ${pc.cyan(`version ${v.version}`)} ${v.recorded_at} ${pc.bold(v.reason)} ${pc.dim(`from ${v.sources.length} articles, rules ${v.rules_version}`)}`,
    );
    if (v.version > 1) lines.push(...v.changes.map(changeLine));
  }
  if (history.corrections.length > 0) lines.push('', pc.bold('Corrections'));
  for (const c of history.corrections) {
    const value = c.value === null ? '' : ` = ${c.value}`;
    lines.push(`  ${c.made_at} ${c.author}: ${c.kind} ${c.target}${value}: ${c.reason}`);
  }
  return lines.join('\n');
}
