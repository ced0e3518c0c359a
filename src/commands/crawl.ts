import type { Command } from 'commander';
import type { Cron } from 'croner';
import pc from 'picocolors';
import type { Log } from '../pipeline/crawl/polite.js';
import type { CrawlReport, SourceReport } from '../pipeline/crawl/report.js';
import type { CrawlOptions } from '../pipeline/crawl/run.js';
import { checkNames, readConfig } from './crawl-config.js';
import { CommandError, note, printJsonLine, printTable, printText } from './output.js';
import { printProbes } from './sources.js';

interface Options {
  readonly config: string;
  readonly db: string;
  readonly source?: string[];
  readonly limit?: number;
  readonly maxMinutes?: number;
  readonly dryRun?: true;
  readonly json?: true;
  readonly prometheus?: string;
  readonly every?: string;
  readonly tz?: string;
  readonly logLevel: string;
  readonly allowPrivate?: true;
}

const LOG_LEVELS = ['silent', 'warn', 'info', 'debug'];
/** Ran, and some sources failed. */
const PARTIAL = 2;

/** `breachledger crawl`: one nightly run. */
export function register(program: Command): void {
  program
    .command('crawl')
    .description('fetch what is new or due from the sources, and read it into the database')
    .requiredOption('--config <file>', 'the sources, see docs/operations.md')
    .requiredOption('--db <file>', 'the SQLite file, made where there is none')
    .option('--source <name...>', 'only these sources')
    .option('--limit <n>', 'at most this many pages in all', positive('--limit'))
    .option('--max-minutes <n>', 'begin nothing new after this time', positive('--max-minutes'))
    .option('--dry-run', 'read the lists and say what would be fetched; write nothing')
    .option('--json', 'print the report as one JSON object')
    .option('--prometheus <file>', "write metrics for node_exporter's textfile collector")
    .option('--every <cron>', 'stay and run at these times, e.g. "0 3 * * *"')
    .option('--tz <zone>', 'time zone of --every, e.g. Asia/Shanghai (default: that of the machine)')
    .option(
      '--log-level <level>',
      `structured log on standard error: ${LOG_LEVELS.join(', ')}`,
      logLevel,
      'silent',
    )
    .option('--allow-private', 'also ask private and loopback addresses: for tests')
    .addHelpText(
      'after',
      `
Exit status: 0 all sources well, 1 could not run, 2 ran and some sources failed.
Killed or interrupted, it goes on from there the next time.

Example:
  breachledger crawl --config sources.yaml --db incidents.db`,
    )
    .action(async (options: Options) => {
      const stop = new AbortController();
      const onSignal = (): void => {
        if (stop.signal.aborted) process.exit(130);
        note('stopping after the requests in flight; the next run goes on from here');
        stop.abort();
      };
      process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
      try {
        if (options.every === undefined) await runOnce(options, stop.signal);
        else await stay(options, options.every, stop.signal);
      } finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      }
    });
}

function positive(name: string): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (!Number.isFinite(n) || n <= 0) throw new CommandError(`${name} takes a number above 0, not ${text}`);
    return n;
  };
}

function logLevel(text: string): string {
  if (!LOG_LEVELS.includes(text))
    throw new CommandError(`--log-level takes ${LOG_LEVELS.join(', ')}, not ${text}`);
  return text;
}

async function logger(level: string): Promise<Log> {
  if (level === 'silent') return () => undefined;
  const { pino } = await import('pino');
  const log = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return (at, message, fields) => log[at]({ ...fields }, message);
}

async function runOnce(options: Options, signal: AbortSignal): Promise<void> {
  const config = await readConfig(options.config);
  checkNames(config, options.source, options.config);
  const run: CrawlOptions = {
    only: options.source,
    limit: options.limit,
    maxMinutes: options.maxMinutes,
    allowPrivate: options.allowPrivate,
    signal,
    log: await logger(options.logLevel),
  };
  if (options.dryRun) {
    const { probeSources } = await import('../pipeline/crawl/probe.js');
    const probes = await probeSources(config, options.db, run);
    printProbes(probes, options.json ?? false);
    return;
  }
  const { CrawlRunningError, crawl } = await import('../pipeline/crawl/run.js');
  let report: CrawlReport;
  try {
    report = await crawl(config, options.db, run);
  } catch (error) {
    if (error instanceof CrawlRunningError) throw new CommandError(error.message);
    throw error;
  }
  if (options.prometheus !== undefined) {
    const { writePrometheus } = await import('../pipeline/crawl/prometheus.js');
    await writePrometheus(options.prometheus, report);
  }
  if (options.json) printJsonLine(report);
  else printReport(report, options.db);
  if (report.interrupted) process.exitCode = 130;
  else if (report.status === 'partial') process.exitCode = PARTIAL;
}

/** Runs at the times of a cron expression until it is told to stop; a run that is late is left out, not doubled. */
async function stay(options: Options, expression: string, signal: AbortSignal): Promise<void> {
  const { Cron } = await import('croner');
  let running: Promise<void> = Promise.resolve();
  let cron: Cron;
  try {
    cron = new Cron(
      expression,
      { protect: true, ...(options.tz === undefined ? {} : { timezone: options.tz }) },
      async () => {
        running = runOnce(options, signal).catch((error: unknown) => {
          note(`${pc.red('error:')} ${error instanceof Error ? error.message : String(error)}`);
        });
        await running;
      },
    );
    note(`the next run is at ${cron.nextRun()?.toISOString() ?? 'no time at all'}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `--every ${expression}${options.tz === undefined ? '' : ` --tz ${options.tz}`}: ${reason}`,
    );
  }
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  cron.stop();
  await running;
  process.exitCode = 0;
}

const number = (n: number): string => n.toLocaleString('en-US');

function failures(source: SourceReport): string {
  const pages = Object.entries(source.failed).map(
    ([outcome, count]) => `${count} ${outcome.replaceAll('_', ' ')}`,
  );
  return [...(source.error === null ? [] : [source.error]), ...pages].join('; ');
}

function printReport(report: CrawlReport, db: string): void {
  for (const warning of report.warnings) printText(`${pc.yellow('!')} ${warning}`);
  printTable(
    ['source', 'found', 'new', 'changed', 'unchanged', 'waiting', 'failed', 'last success'],
    report.sources.map((source) => [
      source.name,
      source.found ?? (source.error === null ? 'not changed' : ''),
      source.new,
      source.changed,
      source.unchanged,
      source.waiting,
      failures(source),
      source.last_success?.slice(0, 16).replace('T', ' ') ?? 'never',
    ]),
  );
  printText(
    `${number(report.requests)} pages asked for in ${report.seconds.toFixed(1)} s: ${number(report.new)} new, ` +
      `${number(report.changed)} changed, ${number(report.unchanged)} unchanged, ${number(report.failed)} failed\n` +
      `${number(report.articles)} articles (${number(report.article_versions_added)} new versions), ` +
      `${number(report.incidents)} incidents (${number(report.incident_versions_added)} new versions) in ${db}` +
      (report.interrupted ? '\ninterrupted: the next run goes on from here' : ''),
  );
}
