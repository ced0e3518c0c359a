import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import pc from 'picocolors';
import type { NewSource } from '../fetchers/crawl.js';
import type { SourceProbe } from '../pipeline/crawl/probe.js';
import { checkNames, readConfig } from './crawl-config.js';
import { CommandError, printJsonLine, printTable, printText } from './output.js';

/** `breachledger sources`: the list of what the crawl reads. */
export function register(program: Command): void {
  const sources = program.command('sources').description('look after the sources that crawl reads');

  sources
    .command('check')
    .description('try each source and say what it found; nothing is written')
    .requiredOption('--config <file>', 'the sources')
    .option('--source <name...>', 'only these sources')
    .option('--db <file>', 'count what this database does not know yet')
    .option('--json', 'one JSON object a source')
    .option('--allow-private', 'also ask private and loopback addresses: for tests')
    .addHelpText(
      'after',
      '\nExit status: 2 where a source failed.\n\nExample:\n  breachledger sources check --config sources.yaml',
    )
    .action(async (options: CheckOptions) => {
      const config = await readConfig(options.config);
      checkNames(config, options.source, options.config);
      const { probeSources } = await import('../pipeline/crawl/probe.js');
      const probes = await probeSources(config, options.db ?? null, {
        only: options.source,
        allowPrivate: options.allowPrivate,
      });
      printProbes(probes, options.json ?? false);
    });

  sources
    .command('add')
    .description('find the feed of a page (or what else it is) and add it to the sources')
    .argument('<url...>', 'a site, feed, sitemap, WeChat article or album')
    .requiredOption('--config <file>', 'the sources, made where there is none')
    .option('--contact <address>', 'e-mail or web address for the User-Agent of a new file')
    .option('--allow-private', 'also ask private and loopback addresses: for tests')
    .addHelpText(
      'after',
      '\nExample:\n  breachledger sources add https://example.org/blog --config sources.yaml --contact you@example.org',
    )
    .action(async (urls: string[], options: AddOptions) => {
      const { contact } = existsSync(options.config) ? readConfigContact(options.config) : options;
      if (contact === undefined) {
        throw new CommandError('--contact is needed for a new file: sites must be able to tell who asks');
      }
      const { probeAddress } = await import('../pipeline/crawl/probe.js');
      const found: NewSource[] = [];
      for (const url of urls) {
        if (!URL.canParse(url)) throw new CommandError(`${url}: not an address`);
        found.push(await probeAddress(url, contact, { allowPrivate: options.allowPrivate }));
      }
      await write(options.config, contact, found);
    });

  sources
    .command('import')
    .description('add the feeds of an OPML file')
    .argument('<opml>', 'the OPML file')
    .requiredOption('--config <file>', 'the sources, made where there is none')
    .option('--contact <address>', 'e-mail or web address for the User-Agent of a new file')
    .addHelpText('after', '\nExample:\n  breachledger sources import feeds.opml --config sources.yaml')
    .action(async (file: string, options: AddOptions) => {
      const { readOpml } = await import('../fetchers/crawl.js');
      let feeds: readonly NewSource[];
      try {
        feeds = readOpml(readFileSync(file, 'utf8'));
      } catch (error) {
        throw new CommandError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await write(options.config, options.contact, feeds);
    });

  sources
    .command('export')
    .description('print the feeds among the sources as OPML')
    .requiredOption('--config <file>', 'the sources')
    .addHelpText('after', '\nExample:\n  breachledger sources export --config sources.yaml > feeds.opml')
    .action(async (options: { config: string }) => {
      const { writeOpml } = await import('../fetchers/crawl.js');
      printText(writeOpml((await readConfig(options.config)).sources));
    });
}

interface CheckOptions {
  readonly config: string;
  readonly source?: string[];
  readonly db?: string;
  readonly json?: true;
  readonly allowPrivate?: true;
}

interface AddOptions {
  readonly config: string;
  readonly contact?: string;
  readonly allowPrivate?: true;
}

/** The contact of a configuration that may be too new to hold a source. */
function readConfigContact(file: string): { readonly contact: string | undefined } {
  const found = /^contact:\s{0,20}["']?([^\s"'#]{3,200})/m.exec(readFileSync(file, 'utf8'));
  return { contact: found?.[1] };
}

async function write(file: string, contact: string | undefined, wanted: readonly NewSource[]): Promise<void> {
  const { addSources } = await import('../fetchers/crawl.js');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const { text, added } = addSources(before, contact, wanted);
  if (added.length > 0) {
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  }
  for (const { name, type, url } of added) printText(`added ${name} (${type}): ${url}`);
  const known = wanted.length - added.length;
  if (known > 0) printText(`${known} known before`);
}

/** Prints what sources were found to hold; the exit status becomes 2 where one failed. */
export function printProbes(probes: readonly SourceProbe[], json: boolean): void {
  if (json) {
    for (const probe of probes) printJsonLine(probe);
  } else {
    printTable(
      ['source', 'type', 'found', 'new', 'due', 'first'],
      probes.map((probe) => [
        probe.name,
        probe.type,
        probe.ok
          ? probe.found === probe.listed
            ? probe.found
            : `${probe.found} of ${probe.listed}`
          : pc.red('failed'),
        probe.new,
        probe.due,
        probe.ok ? (probe.example?.title ?? probe.example?.url ?? '') : (probe.error ?? ''),
      ]),
    );
  }
  if (probes.some((probe) => !probe.ok)) process.exitCode = 2;
}
