import { dirname, isAbsolute, join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { configSchema, type RawConfig, type RawSource } from './schema.js';

/** A source with its defaults filled in. */
export type Source = RawSource & {
  /** Seconds between two requests to one host. */
  readonly delay: number;
  /** Pages a night at most. */
  readonly max: number;
};

export interface Config {
  readonly contact: string;
  /** Requests at once over all hosts. */
  readonly concurrency: number;
  /** Seconds between two requests to a host that no source names (one that is redirected to). */
  readonly delay: number;
  /** The enabled sources, in the order of the file. */
  readonly sources: readonly Source[];
}

/** A configuration that cannot be used; the message has a line `file:line: what` for each fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DEFAULT_DELAY = 3;
const DEFAULT_MAX = 200;
const DEFAULT_CONCURRENCY = 8;

type Path = readonly PropertyKey[];

/** The line of the deepest part of `path` that stands in the document. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function shown(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** The line of a key within a map: for keys that must not be there. */
function lineOfKey(text: string, from: number, key: string): number {
  const lines = text.split('\n');
  for (let line = from; line <= Math.min(lines.length, from + 200); line += 1) {
    if (
      new RegExp(`^[\\s-]{0,40}["']?${key.replace(/\W/g, '\\$&')}["']?\\s{0,10}:`).test(lines[line - 1] ?? '')
    )
      return line;
  }
  return from;
}

function faults(text: string, file: string): { value: RawConfig } | { faults: readonly string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`),
    };
  }
  const parsed = configSchema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => {
        const at = lineOf(document, lines, issue.path);
        const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
        const line = unknown === undefined ? at : lineOfKey(text, at, unknown);
        const where = shown(issue.path);
        return `${file}:${line}: ${where === '' ? '' : `${where}: `}${issue.message}`;
      }),
    };
  }
  const twice: string[] = [];
  const seen = new Set<string>();
  for (const [index, { name }] of parsed.data.sources.entries()) {
    if (seen.has(name)) {
      const line = lineOf(document, lines, ['sources', index, 'name']);
      twice.push(`${file}:${line}: sources[${index}].name: ${name} names two sources`);
    }
    seen.add(name);
  }
  return twice.length > 0 ? { faults: twice } : { value: parsed.data };
}

/**
 * Reads the text of `sources.yaml`.
 * @param file its path: named in messages, and what `file:` entries count from
 * @throws ConfigError with every fault and its line
 */
export function parseConfig(text: string, file: string): Config {
  const result = faults(text, file);
  if ('faults' in result) throw new ConfigError(result.faults.join('\n'));
  const { contact, concurrency, defaults = {}, sources } = result.value;
  return {
    contact,
    concurrency: concurrency ?? DEFAULT_CONCURRENCY,
    delay: defaults.delay ?? DEFAULT_DELAY,
    sources: sources
      .filter((source) => source.enabled !== false)
      .map((source) => {
        const near = 'file' in source && source.file !== undefined && !isAbsolute(source.file);
        return {
          ...defaults,
          ...source,
          ...(near ? { file: join(dirname(file), source.file ?? '') } : {}),
          delay: source.delay ?? defaults.delay ?? DEFAULT_DELAY,
          max: source.max ?? defaults.max ?? DEFAULT_MAX,
        };
      }),
  };
}
