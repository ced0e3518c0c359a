import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractReports } from '../src/extractors/index.js';
import { parsePage } from '../src/parsers/index.js';

const PASSES = 5;

/** Two megabytes of what makes rules backtrack. */
const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1234567890',
  'digits and commas': '1,234,',
  'fields in a list': '姓名、手机号、身份证号、',
  'open brackets': '（(【「',
  'names of actors': 'LockBit BlackCat APT28 ',
  'names of firms': 'Hartwell Group Bank of Larkspur ',
  'terms one after another': 'ransomware breach leak phishing ',
  'lines of one term': '姓名\n',
  'lines of one letter each': 'a b c\n',
  'headings of a digest': '1. Acme hacked\n',
  'full stops': '. . . ',
  'victims in a list': '青禾银行遭黑客攻击，',
  'a leak without end': '泄露了500万条用户数据，',
  'breaches of Acme': 'Acme Corp said hackers stole 5,000 records on Monday. ',
  'one letter': 'a',
};
const HOSTILE_CHARS = 2_000_000;

/** Milliseconds an article after warm-up, and seconds for two megabytes of hostile text. */
export async function benchExtract(folder: string): Promise<void> {
  const snapshots = readdirSync(folder).map((f) => ({ bytes: readFileSync(join(folder, f)), path: f }));
  const articles = snapshots.map((s) => parsePage(s));
  const readable = articles.filter((a) => a.page === 'ok' || a.page === 'teaser');
  const time = (work: () => void): number => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  const best = (work: () => void): number => Math.min(...Array.from({ length: PASSES }, () => time(work)));
  const parse = best(() => {
    for (const s of snapshots) parsePage(s);
  });
  const extract = best(() => {
    for (const a of readable) extractReports(a);
  });
  const chars = readable.reduce((sum, a) => sum + a.text.length, 0);
  console.log(`parse    ${(parse / snapshots.length).toFixed(3)} ms a page`);
  console.log(
    `extract  ${(extract / readable.length).toFixed(3)} ms an article of ${Math.round(chars / readable.length)} characters`,
  );
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const text = unit.repeat(HOSTILE_CHARS / unit.length);
    const ms = time(() => {
      extractReports({ title: 'A breach at Acme', text, published: '2025-01-06', lang: 'zh' });
    });
    console.log(`2 MB of ${name.padEnd(24)} ${(ms / 1000).toFixed(2)} s`);
  }
}
