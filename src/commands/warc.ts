import type { Command } from 'commander';
import { note, printText } from './output.js';

/** `breachledger warc`: moves fetched pages between this program and other archiving tools. */
export function register(program: Command): void {
  const warc = program.command('warc').description('move fetched pages to and from WARC files');

  warc
    .command('export')
    .description('write the newest good answer of each page as a WARC file')
    .argument('<warc>', 'the file to write, gzipped where it ends in .gz')
    .requiredOption('--db <file>', 'the SQLite file')
    .addHelpText('after', '\nExample:\n  breachledger warc export pages.warc.gz --db incidents.db')
    .action(async (file: string, options: { db: string }) => {
      const { exportWarc } = await import('../pipeline/crawl/snapshots.js');
      const { records, missing } = await exportWarc(options.db, file);
      for (const path of missing) note(`${path}: its snapshot is missing or damaged`);
      if (missing.length > 0) process.exitCode = 2;
      printText(`${records} pages written to ${file}`);
    });

  warc
    .command('import')
    .description('keep the pages of WARC files as snapshots and read them into the database')
    .argument('<warc...>', '.warc or .warc.gz files')
    .requiredOption('--db <file>', 'the SQLite file, made where there is none')
    .addHelpText('after', '\nExample:\n  breachledger warc import pages.warc.gz --db incidents.db')
    .action(async (files: string[], options: { db: string }) => {
      const { importWarc, snapshotEntries } = await import('../pipeline/crawl/snapshots.js');
      const { reparse } = await import('../pipeline/reparse.js');
      const { pages, added, failed } = await importWarc(files, options.db);
      for (const { path, reason } of failed) note(`${path}: ${reason}`);
      if (failed.length > 0) process.exitCode = 2;
      const summary = await reparse(files, options.db, { entries: snapshotEntries(options.db) });
      printText(
        `${pages} pages kept, ${added} of them not known before; ` +
          `${summary.article_versions_added} article versions added, ${summary.incidents} incidents in ${options.db}`,
      );
    });
}
