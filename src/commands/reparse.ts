import type { Command } from 'commander';
import pc from 'picocolors';
import type { SourceEntry } from '../fetchers/index.js';
import { type ReparseSummary, reparse } from '../pipeline/reparse.js';
import { CommandError, note, printJsonLine, printText } from './output.js';
import { progressLine } from './progress.js';

/** How many failures are named on the terminal; the rest stand in the database. */
const SHOWN_FAILURES = 20;

/** `breachledger reparse`: reads an archive of pages into the database. */
export function register(program: Command): void {
  program
    .command('reparse')
    .description('read pages of folders, files and archives into the database of incidents')
    .argument('[path...]', 'folders, pages, .tar.gz, .zip, WARC')
    .requiredOption('--db <file>', 'the SQLite file, made where there is none')
    .option('--from-snapshots', 'read the pages that crawl fetched into this database, without the network')
    .option('--workers <n>', 'worker threads that parse and extract (default: one a core)', workerCount)
    .option('--json', 'print the summary as one JSON object')
    .addHelpText(
      'after',
      `
Running it again over the same pages adds nothing; interrupted, it goes on from there the next time.

Example:
  breachledger reparse fixtures --db incidents.db`,
    )
    .action(async (paths: string[], options: Options) => {
      if ((paths.length === 0) !== (options.fromSnapshots ?? false)) {
        throw new CommandError(
          'name what to read: paths, or --from-snapshots for the pages that crawl fetched',
        );
      }
      const entries = options.fromSnapshots ? await snapshotsOf(options.db) : undefined;
      const stop = new AbortController();
      const onInterrupt = (): void => {
        if (stop.signal.aborted) process.exit(130);
        note('stopping after the pages in flight; run the same command again to go on');
        stop.abort();
      };
      process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);
      const progress = progressLine();
      let failures = 0;
      try {
        const summary = await reparse(paths, options.db, {
          entries,
          workers: options.workers,
          signal: stop.signal,
          onProgress: progress.show,
          onFailure: (path, reason) => {
            if (++failures <= SHOWN_FAILURES) progress.say(`${path}: ${reason}`);
          },
        });
        progress.done();
        if (failures > SHOWN_FAILURES) {
          note(
            `… and ${failures - SHOWN_FAILURES} more: select path, error from articles where page = 'failed'`,
          );
        }
        if (options.json) printJsonLine(summary);
        else printText(describe(summary, options.db));
        if (summary.interrupted) process.exitCode = 130;
      } finally {
        progress.done();
        process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
      }
    });
}

interface Options {
  readonly db: string;
  readonly fromSnapshots?: true;
  readonly workers?: number;
  readonly json?: true;
}

/** Loaded only when asked for: what the crawl needs takes a while. */
async function snapshotsOf(db: string): Promise<AsyncIterable<SourceEntry>> {
  const { snapshotEntries } = await import('../pipeline/crawl/snapshots.js');
  return snapshotEntries(db);
}

function workerCount(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 256) {
    throw new CommandError(`--workers takes a whole number from 1 to 256, not ${text}`);
  }
  return n;
}

const number = (n: number): string => n.toLocaleString('en-US');

function describe(s: ReparseSummary, db: string): string {
  const parts = (['ok', 'teaser', 'empty', 'blocked', 'deleted', 'image_only', 'failed'] as const)
    .filter((k) => s[k] > 0)
    .map((k) => `${number(s[k])} ${k.replace('_', ' ')}`);
  const lines = [
    `${pc.bold(number(s.pages))} pages in ${s.seconds.toFixed(1)} s: ${parts.join(', ') || 'none'}`,
    `${number(s.unchanged)} known before, ${number(s.link_lists)} link lists passed over`,
    `${pc.bold(number(s.articles))} articles (${number(s.article_versions_added)} new versions), ` +
      `${pc.bold(number(s.incidents))} incidents (${number(s.incident_versions_added)} new versions) in ${db}`,
  ];
  if (s.interrupted) lines.push('interrupted: run the same command again to go on');
  return lines.join('\n');
}
