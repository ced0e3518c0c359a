// Writes docs/cli.md from the commands themselves: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { buildProgram } from '../src/commands/program.js';

const FENCE = '```';

function section(command: Command, name: string, level: number): string {
  let help = '';
  command.configureHelp({ helpWidth: 110 }).configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  const own = `${'#'.repeat(level)} ${name}\n\n${FENCE}text\n${help.trim()}\n${FENCE}\n`;
  const below = command.commands
    .filter((c) => c.name() !== 'help')
    .map((c) => section(c, `${name} ${c.name()}`, Math.min(level + 1, 4)));
  return [own, ...below].join('\n');
}

/** The whole of docs/cli.md. */
export async function cliDocs(): Promise<string> {
  const program = await buildProgram();
  const commands = program.commands.map((c) => section(c, c.name(), 2));
  return `# Commands\n\nMade by \`npm run docs\` from what \`breachledger COMMAND --help\` prints.\n\n${commands.join('\n')}`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'cli.md'), await cliDocs());
}
