import type { Command } from 'commander';
import { fetchSnapshot } from '../fetchers/index.js';
import type { Article, Snapshot } from '../model/index.js';
import { parsePage } from '../parsers/index.js';
import { printJsonLine, printText } from './output.js';
import { pagesOf, reportFailure } from './pages.js';

/** `breachledger parse`: prints the cleaned body of pages. */
export function register(program: Command): void {
  program
    .command('parse')
    .description('clean pages and print their bodies as Markdown')
    .argument('<file-or-url...>', 'pages, folders, archives, or http(s) addresses')
    .option('--json', 'one JSON object a page, with its metadata')
    .addHelpText('after', '\nExample:\n  breachledger parse --json fixtures/*/page.html')
    .action(async (targets: string[], options: { json?: true }) => {
      for await (const snapshot of snapshotsOf(targets)) {
        try {
          const article = parsePage(snapshot);
          if (options.json) printJsonLine(parseRecord(article));
          else printText(article.markdown);
        } catch (error) {
          reportFailure(snapshot.path, error);
        }
      }
    });
}

async function* snapshotsOf(targets: readonly string[]): AsyncGenerator<Snapshot> {
  for (const target of targets) {
    if (!/^https?:\/\//i.test(target)) {
      yield* pagesOf([target]);
      continue;
    }
    try {
      yield await fetchSnapshot(target);
    } catch (error) {
      reportFailure(target, error);
    }
  }
}

/** The article in the shape of `breachledger parse --json`. */
function parseRecord(article: Article): Record<string, unknown> {
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    source: article.source,
    author: article.author,
    published: article.published,
    published_from: article.publishedFrom,
    modified: article.modified,
    lang: article.lang,
    page: article.page,
    kind: article.kind,
    original_url: article.originalUrl,
    original_source: article.originalSource,
    description: article.description,
    image: article.image,
    tags: article.tags,
    repairs: article.repairs,
    markdown: article.markdown,
    text: article.text,
  };
}
