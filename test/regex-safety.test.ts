import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkSync } from 'recheck';
import { parseAst } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

// No regular expression of the program may take exponential time on any input. A bounded repeat {m,n} is checked as
// an unbounded one: what is safe without the bound is safe with it, and the check takes milliseconds. Only where
// that is too strict is the pattern as written looked at.
const SRC = join(import.meta.dirname, '..', 'src');

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

function literalsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const n of node) walk(n);
    else if (node !== null && typeof node === 'object') {
      const n = node as { regex?: { pattern: string; flags: string } };
      if (n.regex) found.push({ source: n.regex.pattern, flags: n.regex.flags, where: relative(SRC, file) });
      for (const v of Object.values(node)) if (typeof v === 'object') walk(v);
    }
  };
  walk(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return found;
}

/** Patterns that are put together when the modules load, caught as they are made. */
async function constructed(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args: [string | RegExp, string?]) {
      const made = new target(...args);
      found.push({ source: made.source, flags: made.flags, where: 'made at load' });
      return made;
    },
  });
  try {
    await import('../src/index.js');
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

const unbounded = (source: string): string =>
  source.replace(/(?<!\\)\{\d{1,4},(?:\d{2,4}|[4-9])\}/g, '*').replace(/(?<!\\)\{(?:\d{2,4}|[4-9])\}/g, '*');

function isExponential(p: Pattern): boolean {
  const flags = p.flags.replace(/[dgyv]/g, '');
  const verdict = (source: string, timeout: number): string => {
    const r = checkSync(source, flags, { timeout, checker: 'automaton' });
    return r.status === 'vulnerable' ? r.complexity.type : r.status;
  };
  if (verdict(unbounded(p.source), 100) !== 'exponential') return false;
  return verdict(p.source, 3000) === 'exponential';
}

describe('regular expressions', () => {
  let patterns: Pattern[] = [];
  beforeAll(async () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
    const all = [...files.flatMap((f) => literalsOf(join(SRC, f))), ...(await constructed())];
    patterns = [...new Map(all.map((p) => [`${p.source}/${p.flags}`, p])).values()];
  }, 60_000);

  test('the check tells an exponential pattern from a safe one', () => {
    expect(isExponential({ source: '^(a+)+$', flags: '', where: 'here' })).toBe(true);
    expect(isExponential({ source: '(?:a{0,40}){0,40}b', flags: '', where: 'here' })).toBe(false);
    expect(isExponential({ source: '[^\\n]{0,40}abc', flags: 'u', where: 'here' })).toBe(false);
  });

  test('none takes exponential time', { timeout: 600_000 }, () => {
    expect(patterns.length).toBeGreaterThan(50);
    expect(patterns.filter(isExponential)).toEqual([]);
  });
});
