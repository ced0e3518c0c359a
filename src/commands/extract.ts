import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { articleFromText } from '../pipeline/from-text.js';
import { extractFrom, processPage } from '../pipeline/process.js';
import { articleRecord } from '../pipeline/record.js';
import { CommandError, printJsonLine } from './output.js';
import { pagesOf, reportFailure } from './pages.js';

const textRecord = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  published: z.string().nullish(),
  url: z.string().nullish(),
});

/** `breachledger extract`: prints what the rules read out of pages, one JSON object a page. */
export function register(program: Command): void {
  program
    .command('extract')
    .description('read incidents out of pages and print one JSON object a page')
    .argument('<file...>', 'pages, folders or archives (.md, .html, .txt, .gz, .tar.gz, .zip)')
    .addOption(
      new Option(
        '--from <format>',
        'what the files hold: pages, or JSON Lines with id, title, text, published',
      )
        .choices(['pages', 'jsonl'])
        .default('pages'),
    )
    .addHelpText('after', '\nExample:\n  breachledger extract fixtures/*/page.md | jq .incidents')
    .action(async (files: string[], options: { from: 'pages' | 'jsonl' }) => {
      if (options.from === 'jsonl') for (const file of files) await extractJsonLines(file);
      else await extractPages(files);
    });
}

async function extractPages(files: readonly string[]): Promise<void> {
  for await (const snapshot of pagesOf(files)) {
    try {
      const { article, extraction } = processPage(snapshot);
      printJsonLine(articleRecord(article, extraction));
    } catch (error) {
      reportFailure(snapshot.path, error);
    }
  }
}

async function extractJsonLines(file: string): Promise<void> {
  let line = 0;
  try {
    for await (const json of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      line++;
      if (json.trim() === '') continue;
      try {
        const article = articleFromText(textRecord.parse(JSON.parse(json)));
        printJsonLine(articleRecord(article, extractFrom(article)));
      } catch (error) {
        reportFailure(`${file}:${line}`, error instanceof z.ZodError ? z.prettifyError(error) : error);
      }
    }
  } catch (error) {
    throw new CommandError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
