import { selectAll } from 'css-select';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';

export type HtmlDocument = ReturnType<typeof parseDocument>;

export { parseDocument };

/** The elements that a CSS selector names, in the document's order. */
export function elements(selector: string, within: HtmlDocument | Element): readonly Element[] {
  const found: readonly object[] = selectAll(selector, within);
  return found.filter((node): node is Element => 'attribs' in node);
}
