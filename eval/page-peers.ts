import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';

/** Names of elements that end a line of text. */
const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|DD|DIV|DL|DT|FIGCAPTION|FIGURE|H[1-6]|HEADER|HR|LI|MAIN|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;

interface Dom {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Dom>;
}

/** Text with a line break around each block, the same for every peer. */
function textOf(node: Dom): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  let text = '';
  for (const child of node.childNodes) text += textOf(child);
  return BLOCK.test(node.nodeName) ? `\n${text}\n` : text;
}

function bodyText(html: string): string {
  return textOf(parseHTML(`<html><body>${html}</body></html>`).document.body as unknown as Dom);
}

/** `@mozilla/readability` on linkedom's DOM. */
export function readability(html: string): string {
  try {
    const { document } = parseHTML(html);
    return bodyText(
      new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.content ??
        '',
    );
  } catch {
    return '';
  }
}

/** `defuddle` with its own DOM. */
export async function defuddle(html: string, url: string): Promise<string> {
  try {
    return bodyText((await Defuddle(html, url)).content);
  } catch {
    return '';
  }
}

interface Postlight {
  readonly parse: (
    url: string,
    options: { readonly html: string; readonly fetchAllPages: boolean; readonly contentType: 'html' },
  ) => Promise<{ readonly content?: string | null }>;
}

/** `@postlight/parser`, which has no types of its own; null where it is not installed. */
export async function loadPostlight(): Promise<((html: string, url: string) => Promise<string>) | null> {
  const name: string = '@postlight/parser';
  let parser: Postlight;
  try {
    parser = ((await import(name)) as { readonly default: Postlight }).default;
  } catch {
    return null;
  }
  return async (html, url) => {
    try {
      const { content } = await parser.parse(url, { html, fetchAllPages: false, contentType: 'html' });
      return bodyText(content ?? '');
    } catch {
      return '';
    }
  };
}
