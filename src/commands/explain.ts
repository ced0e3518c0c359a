import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { type Explanation, explainReports } from '../extractors/index.js';
import type { Article } from '../model/index.js';
import { parsePage } from '../parsers/index.js';
import { printJsonLine, printText } from './output.js';
import { pagesOf, reportFailure } from './pages.js';

/** `breachledger explain`: shows how the rules came to what they say of a page. */
export function register(program: Command): void {
  program
    .command('explain')
    .description(
      'show how the rules read a page: sentences, terms, scopes, facts kept and thrown away, and why',
    )
    .argument('<file...>', 'pages, folders or archives')
    .addOption(new Option('--only <fact>', 'show the candidates of one kind of fact, e.g. count or leaked'))
    .option('--json', 'one JSON object a page')
    .addHelpText(
      'after',
      '\nExample:\n  breachledger explain fixtures/wechat-md--digest-of-eight/page.md --only count',
    )
    .action(async (files: string[], options: { only?: string; json?: true }) => {
      for await (const snapshot of pagesOf(files)) {
        try {
          const article = parsePage(snapshot);
          const explanation = explainReports(article);
          if (options.json) printJsonLine({ id: article.id, page: article.page, ...explanation });
          else printText(describe(article, explanation, options.only));
        } catch (error) {
          reportFailure(snapshot.path, error);
        }
      }
    });
}

const value = (v: unknown): string => (typeof v === 'string' ? v : JSON.stringify(v));

function describe(article: Article, e: Explanation, only: string | undefined): string {
  const head = [
    pc.bold(article.title),
    `page ${article.page} (${article.kind}), published ${article.published ?? 'unknown'}` +
      `${article.publishedFrom === null ? '' : ` from ${article.publishedFrom}`}, language ${article.lang}, topic ${pc.bold(e.topic)}`,
    ...e.verdicts.map(
      (v) =>
        `${v.taken ? 'an incident' : 'no incident'}, ${v.score.toFixed(1)}: ` +
        v.reasons.map((r) => `${r.id} ${r.weight > 0 ? '+' : ''}${r.weight}`).join(', '),
    ),
  ];
  return [...head, ...(only === undefined ? reading(e) : []), ...candidates(e, only)].join('\n');
}

function reading(e: Explanation): string[] {
  const lines = ['', pc.bold('Incidents')];
  e.incidents.forEach((incident, i) => {
    lines.push(
      `  #${i} ${incident.role}: ${incident.victims.join('; ') || 'victim unnamed'} (${incident.why})`,
    );
  });
  lines.push('', pc.bold('Victims'));
  for (const v of e.victims) {
    const where = v.mentions.map((m) => `sentence ${m.sentence} by ${m.rule}`).join(', ');
    lines.push(`  ${v.names.join(' | ')}  ${v.score.toFixed(1)}: ${where}`);
  }
  for (const r of e.refusedVictims)
    lines.push(pc.dim(`  refused ${r.name} (sentence ${r.sentence}): ${r.reason}`));
  lines.push('', pc.bold('Sentences'));
  for (const s of e.sentences) {
    const marks = [
      s.incident === null ? '' : `#${s.incident}`,
      s.hedged ? 'hedged' : '',
      s.claimed ? 'claimed' : '',
      s.background ? 'background' : '',
      s.past ? 'past' : '',
      ...s.cues,
    ].filter((m) => m !== '');
    lines.push(`  ${String(s.index).padStart(3)} ${s.text.replace(/\s+/g, ' ')}`);
    if (marks.length > 0) lines.push(pc.dim(`      scope: ${marks.join(', ')}`));
    if (s.terms.length > 0) {
      lines.push(pc.dim(`      terms: ${s.terms.map((t) => `${t.lexicon}:${t.id}`).join(', ')}`));
    }
  }
  return lines;
}

function candidates(e: Explanation, only: string | undefined): string[] {
  const shown = e.candidates.filter((c) => only === undefined || c.kind === only);
  const line = (c: Explanation['candidates'][number]): string =>
    `${c.kind} ${value(c.value)} from “${c.mention}” (sentence ${c.sentence}, ${c.rule}): ${c.reason}`;
  const kept = shown.filter((c) => c.incident !== null);
  const thrown = shown.filter((c) => c.incident === null);
  return [
    '',
    pc.bold('Facts kept'),
    ...kept.map((c) => `  #${c.incident} ${line(c)}`),
    '',
    pc.bold('Thrown away'),
    ...thrown.map((c) => pc.dim(`  ${line(c)}`)),
  ];
}
