import matter from 'gray-matter';
import { parse as parseYaml } from 'yaml';

/** The head of a page, every value as text. */
export interface FrontMatter {
  /** Values by lower-case key. */
  readonly data: ReadonlyMap<string, string>;
  /** Lists (`tags: [a, b]`) by lower-case key. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** What follows the head. */
  readonly body: string;
  /** `none`: no head; `yaml`: valid YAML; `lenient`: read line by line because YAML refuses it. */
  readonly read: 'none' | 'yaml' | 'lenient';
}

const MAX_HEAD = 64 * 1024;
const FENCE = /^-{3}[ \t]*$/;
const KEY = /^([A-Za-z_][\w -]{0,40}?)[ \t]{0,4}:(?:[ \t]+(.*)|)$/;

/** Where the head ends: the offsets of its text and of the body, or null where the page has none. */
function headOf(text: string): { from: number; to: number; body: number } | null {
  const first = text.indexOf('\n');
  if (first < 0 || !FENCE.test(text.slice(0, first))) return null;
  const limit = Math.min(text.length, MAX_HEAD);
  let at = first + 1;
  while (at < limit) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    if (FENCE.test(text.slice(at, end)))
      return { from: first + 1, to: at, body: Math.min(text.length, end + 1) };
    at = end + 1;
  }
  return null;
}

/** YAML's core schema without numbers: ids, dates and 007 stay as they are printed. */
const yamlEngine = {
  parse: (source: string): object => {
    const value: unknown = parseYaml(source, {
      schema: 'core',
      customTags: (tags) => tags.filter((t) => typeof t === 'string' || !/:(?:int|float)$/.test(t.tag)),
      uniqueKeys: false,
      logLevel: 'error',
      maxAliasCount: 50,
    });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a mapping');
    return value;
  },
  stringify: (): string => {
    throw new Error('front matter is never written');
  },
};

function unquote(raw: string): string {
  const text = raw.trim();
  const quote = text.charAt(0);
  if (text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote)) {
    const inner = text.slice(1, -1);
    // A title that opens and closes with two different quotations is not a quoted one.
    if (!inner.includes(quote)) return inner;
    if (quote === "'") return inner.includes("''") ? inner.replaceAll("''", "'") : text;
    return /(?:^|[^\\])"/.test(inner) ? text : inner.replace(/\\(["\\])/g, '$1');
  }
  return text;
}

/** Reads `key: value` lines; a line that is none belongs to the value before it. */
function readLines(head: string): { data: Map<string, string>; lists: Map<string, string[]> } {
  const data = new Map<string, string>();
  const lists = new Map<string, string[]>();
  let last: string | undefined;
  for (const line of head.split('\n')) {
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    const pair = /^\S/.test(line) ? KEY.exec(line.trimEnd()) : null;
    if (pair) {
      last = (pair[1] ?? '').toLowerCase();
      if (!data.has(last)) data.set(last, unquote(pair[2] ?? ''));
    } else if (item && last !== undefined && (data.get(last) ?? '') === '') {
      lists.set(last, [...(lists.get(last) ?? []), unquote(item[1] ?? '')]);
    } else if (last !== undefined && line.trim() !== '') {
      data.set(last, `${data.get(last) ?? ''} ${line.trim()}`.trim());
    }
  }
  return { data, lists };
}

/** A head of plain `key: value` lines means the same to YAML and to the line reader. */
const PLAIN_VALUE = /^[^\s&*!|>'"%@`{}[\],#?:-](?:[^\s#:]|:(?=\S)|#|[ \t](?![# \t]))*$/;

function isPlain(head: string): boolean {
  for (const line of head.split('\n')) {
    if (line === '') continue;
    const pair = /^[A-Za-z_]\w{0,40}: (\S.*)$/.exec(line);
    if (!pair || !PLAIN_VALUE.test(pair[1] ?? '')) return false;
    if (/^(?:~|null|true|false)$/i.test(pair[1] ?? '')) return false;
  }
  return true;
}

function readYaml(text: string): { data: Map<string, string>; lists: Map<string, string[]> } | null {
  try {
    // With an options object gray-matter leaves its cache alone.
    const { data } = matter(text, { language: 'yaml', engines: { yaml: yamlEngine } });
    const values = new Map<string, string>();
    const lists = new Map<string, string[]>();
    for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
      const name = key.trim().toLowerCase();
      if (Array.isArray(value))
        lists.set(
          name,
          value.filter((v) => typeof v === 'string'),
        );
      else if (typeof value === 'string') values.set(name, value.replace(/\s+/g, ' ').trim());
      else if (typeof value === 'boolean') values.set(name, String(value));
    }
    return { data: values, lists };
  } catch {
    return null;
  }
}

/**
 * Splits a page into its front matter and body. No page is lost for a head that is not valid YAML (a colon, a
 * bracket or a quote in a title): it is then read line by line.
 *
 * @param text decoded page, with `\n` line breaks and without a byte order mark
 */
export function readFrontMatter(text: string): FrontMatter {
  const none = {
    data: new Map<string, string>(),
    lists: new Map<string, string[]>(),
    body: text,
    read: 'none',
  } as const;
  const bounds = headOf(text);
  if (!bounds) return none;
  const head = text.slice(bounds.from, bounds.to);
  const body = text.slice(bounds.body);
  if (isPlain(head)) return { ...readLines(head), body, read: 'yaml' };
  const lines = readLines(head);
  const yaml = readYaml(text.slice(0, bounds.body));
  if (yaml) {
    // Writers that quote nothing mean no comment by `#`: a title goes on after it.
    for (const [key, value] of lines.data) {
      const read = yaml.data.get(key);
      if (read !== undefined && value.startsWith(`${read} #`)) yaml.data.set(key, value);
    }
    return { ...yaml, body, read: 'yaml' };
  }
  // Two rules around prose are thematic breaks, not a head.
  return lines.data.size === 0 ? none : { ...lines, body, read: 'lenient' };
}
