import { rename, writeFile } from 'node:fs/promises';
import type { CrawlReport } from './report.js';

const label = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

/** The report of a run in the text format of Prometheus (exposition format 0.0.4). */
export function prometheusText(report: CrawlReport): string {
  const lines: string[] = [];
  const metric = (name: string, help: string, samples: readonly (readonly [string, number])[]): void => {
    lines.push(`# HELP breachledger_crawl_${name} ${help}`, `# TYPE breachledger_crawl_${name} gauge`);
    for (const [labels, value] of samples) lines.push(`breachledger_crawl_${name}${labels} ${value}`);
  };
  const bySource = (value: (source: CrawlReport['sources'][number]) => number) =>
    report.sources.map((source) => [`{source="${label(source.name)}"}`, value(source)] as const);
  const seconds = (time: string): number => Date.parse(time) / 1000;

  metric('last_run_timestamp_seconds', 'When the last run began.', [['', seconds(report.started_at)]]);
  metric('last_run_duration_seconds', 'How long the last run took.', [['', report.seconds]]);
  metric('last_run_ok', 'Whether all sources were well (1) or some failed (0).', [
    ['', report.status === 'ok' ? 1 : 0],
  ]);
  metric('requests', 'Pages asked for in the last run.', [['', report.requests]]);
  metric('articles', 'Articles in the database.', [['', report.articles]]);
  metric('incidents', 'Incidents in the database.', [['', report.incidents]]);
  metric('hosts_resting', 'Hosts that were sent to rest.', [['', report.hosts_resting.length]]);
  metric(
    'source_pages',
    'Pages of the last run by source and what they came to.',
    report.sources.flatMap((source) => {
      const name = label(source.name);
      const counts: [string, number][] = [
        ['new', source.new],
        ['changed', source.changed],
        ['unchanged', source.unchanged],
        ...Object.entries(source.failed),
      ];
      return counts.map(
        ([outcome, count]) => [`{source="${name}",outcome="${label(outcome)}"}`, count] as const,
      );
    }),
  );
  metric(
    'source_ok',
    'Whether the source was well.',
    bySource((source) => (source.status === 'ok' ? 1 : 0)),
  );
  metric(
    'source_failing_nights',
    'Nights in a row that the source failed.',
    bySource((source) => source.failing_nights),
  );
  metric(
    'source_silent_nights',
    'Nights in a row without a new page.',
    bySource((source) => source.silent_nights),
  );
  metric(
    'source_last_success_timestamp_seconds',
    'When the source was last well; 0 for never.',
    bySource((source) => (source.last_success === null ? 0 : seconds(source.last_success))),
  );
  return `${lines.join('\n')}\n`;
}

/** Writes the metrics for node_exporter's textfile collector; a reader never sees half a file. */
export async function writePrometheus(file: string, report: CrawlReport): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, prometheusText(report));
  await rename(part, file);
}
