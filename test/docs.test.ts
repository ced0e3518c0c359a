import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { cliDocs } from '../scripts/cli-docs.js';
import { buildProgram } from '../src/commands/program.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const commands = (command: Command): Command[] => [
  ...command.commands,
  ...command.commands.flatMap((c) => commands(c)),
];

test('docs/cli.md says what the commands say of themselves (npm run docs writes it anew)', async () => {
  expect(read('docs/cli.md')).toBe(await cliDocs());
});

test('every command has a description, and every option says what it does', async () => {
  for (const command of commands(await buildProgram())) {
    expect(command.description(), command.name()).not.toBe('');
    for (const option of command.options)
      expect(option.description, `${command.name()} ${option.flags}`).not.toBe('');
  }
});

test('every command that does something shows an example', async () => {
  const silent = commands(await buildProgram()).filter((c) => c.commands.length === 0 && c.name() !== 'help');
  for (const command of silent) {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) });
    command.outputHelp();
    expect(help, command.name()).toMatch(/Examples?:/);
  }
});

test('both READMEs name every command', async () => {
  for (const file of ['README.md', 'README.zh-CN.md']) {
    const text = read(file);
    for (const command of (await buildProgram()).commands) expect(text, file).toContain(command.name());
  }
});
