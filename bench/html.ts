import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

interface Speed {
  readonly pages: number;
  /** Milliseconds of processor time over all pages, in the best of some rounds. */
  readonly best: number;
}
interface Memory {
  readonly pages: number;
  readonly peak: number;
}
type Wechat = readonly { readonly name: string; readonly ours: number; readonly bare: number }[];

/** One measurement in a process of its own, on the compiled program. */
function run(mode: 'article' | 'bare' | 'readability' | 'memory' | 'wechat', folder: string): unknown {
  const script = join(ROOT, 'bench', 'html-run.mjs');
  return JSON.parse(execFileSync(process.execPath, [script, mode, folder], { encoding: 'utf8' }));
}

/**
 * Raw HTML to finished article (metadata, body, Markdown, text) beside a bare `parseDocument` and readability with
 * linkedom, all from the bytes of the page, in processor time. Compiles the program first: what is measured is what
 * is installed. Run under `taskset -c 1` for one core.
 *
 * @param folder labelled pages (`../shared/pages`)
 */
export async function benchHtml(folder: string): Promise<void> {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  const html = join(folder, 'article-extraction-benchmark', 'html');
  const { pages, best: ours } = run('article', html) as Speed;
  const { best: bare } = run('bare', html) as Speed;
  const { best: readability } = run('readability', html) as Speed;
  const { peak } = run('memory', html) as Memory;
  const rate = (ms: number): string => ((pages / ms) * 1000).toFixed(0).padStart(5);
  console.log(
    `HTML to finished article, ${pages} pages   ${rate(ours)} pages/s   peak memory ${peak.toFixed(0)} MB`,
  );
  console.log(
    `bare parseDocument                    ${rate(bare)} pages/s   we take ${(ours / bare).toFixed(2)} times its time`,
  );
  console.log(
    `readability + linkedom                ${rate(readability)} pages/s   we are ${(readability / ours).toFixed(1)} times as fast`,
  );
  const wechat = join(folder, 'wechat-and-blogs');
  if (!existsSync(wechat)) return;
  for (const { name, ours: own, bare: parse } of run('wechat', wechat) as Wechat) {
    console.log(
      `${name.padEnd(28)}${own.toFixed(1).padStart(7)} ms   bare ${parse.toFixed(1).padStart(6)} ms   ${(own / parse).toFixed(2)}`,
    );
  }
}
