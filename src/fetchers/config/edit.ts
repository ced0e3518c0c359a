import { generateOpml, parseOpml } from 'feedsmith';
import { isSeq, parseDocument } from 'yaml';
import type { RawSource } from './schema.js';

export type NewSource = Pick<RawSource, 'name' | 'type'> & { readonly url: string };

/** A name that no source of the file has yet: the wished one, or with a number behind it. */
function freeName(wished: string, taken: ReadonlySet<string>): string {
  let name = wished;
  for (let n = 2; taken.has(name); n += 1) name = `${wished} ${n}`;
  return name;
}

/**
 * Adds sources to the text of `sources.yaml`, its comments and layout kept; one whose address is there already
 * is left out.
 * @param text the file's text, or null to begin a new one
 * @returns the new text and what was added
 */
export function addSources(
  text: string | null,
  contact: string | undefined,
  wanted: readonly NewSource[],
): { readonly text: string; readonly added: readonly NewSource[] } {
  const document = parseDocument(text ?? `contact: ${contact ?? 'you@example.org'}\nsources: []\n`);
  let list = document.get('sources');
  if (!isSeq(list)) {
    list = document.createNode([]);
    document.set('sources', list);
  }
  const { sources } = document.toJS() as { sources: readonly Readonly<Record<string, unknown>>[] };
  const names = new Set(sources.map((source) => String(source.name)));
  const addresses = new Set(
    sources.flatMap(({ url, urls }) => [url, ...(Array.isArray(urls) ? urls : [])].map(String)),
  );
  const added: NewSource[] = [];
  for (const source of wanted) {
    if (addresses.has(source.url)) continue;
    const where = source.type === 'wechat' ? { urls: [source.url] } : { url: source.url };
    const named = { name: freeName(source.name, names), type: source.type, url: source.url };
    names.add(named.name);
    addresses.add(named.url);
    if (isSeq(list)) {
      list.flow = false;
      list.add(document.createNode({ name: named.name, type: named.type, ...where }));
    }
    added.push(named);
  }
  return { text: document.toString({ lineWidth: 0 }), added };
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

function* feedsIn(outlines: readonly Outline[] | undefined, depth: number): Iterable<NewSource> {
  for (const outline of depth > 20 ? [] : (outlines ?? [])) {
    if (outline.xmlUrl !== undefined && /^https?:\/\//i.test(outline.xmlUrl)) {
      yield { name: outline.title || outline.text || outline.xmlUrl, type: 'feed', url: outline.xmlUrl };
    }
    yield* feedsIn(outline.outlines, depth + 1);
  }
}

/**
 * The feeds of an OPML file, its folders flattened.
 * @throws where the text is no OPML
 */
export function readOpml(text: string): readonly NewSource[] {
  return [...feedsIn(parseOpml(text).body?.outlines as readonly Outline[] | undefined, 0)];
}

/** OPML with the feeds among the sources; other kinds have no place in it. */
export function writeOpml(sources: readonly RawSource[]): string {
  return generateOpml({
    head: { title: 'breachledger sources' },
    body: {
      outlines: sources
        .filter((source) => source.type === 'feed')
        .map(({ name, url }) => ({ text: name, title: name, type: 'rss', xmlUrl: url })),
    },
  });
}
