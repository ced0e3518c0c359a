import { type Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { openStore, type SearchHit, searchArticles, searchQuery } from '../store/index.js';
import { CommandError, note, printJsonLine, printText } from './output.js';

function positive(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 1000)
    throw new InvalidArgumentError('a whole number from 1 to 1000');
  return n;
}

/** `breachledger search`: finds articles by their words. */
export function register(program: Command): void {
  program
    .command('search')
    .description(
      'find articles by their words, best first; Chinese words of any length, English in all forms',
    )
    .argument(
      '<words...>',
      'words that must all be there; "in quotes" in this order; -word must not be there',
    )
    .option('--db <file>', 'the SQLite file', 'incidents.db')
    .option('--limit <n>', 'how many to show', positive, 20)
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      '\nExamples:\n  breachledger search 酒店 泄露\n  breachledger search "ransom note" hospital -bank --limit 5',
    )
    .action((words: string[], options: { db: string; limit: number; json?: true }) => {
      // The shell takes quotes away; an argument of several words was quoted.
      const input = words.map((w) => (/\s/.test(w) && !w.includes('"') ? `"${w}"` : w)).join(' ');
      const match = searchQuery(input);
      if (match === null) throw new CommandError('there is nothing to look for; give a word');
      const store = openStore(options.db, { readOnly: true });
      try {
        const hits = searchArticles(store, match, input, options.limit);
        if (options.json) for (const hit of hits) printJsonLine(hit);
        else if (hits.length === 0) note('nothing found');
        else printText(hits.map(line).join('\n'));
      } finally {
        store.close();
      }
    });
}

function line(hit: SearchHit): string {
  const incidents = hit.incidents.length === 0 ? '' : ` ${pc.cyan(hit.incidents.join(' '))}`;
  return [
    `${hit.published?.slice(0, 10) ?? '          '} ${pc.bold(hit.title)} ${pc.dim(`(${hit.source ?? 'unknown source'})`)}${incidents}`,
    `           ${hit.snippet}`,
    pc.dim(`           ${hit.path}`),
  ].join('\n');
}
