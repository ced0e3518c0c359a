import { isDateLine } from '../metadata/printed-date.js';
import { dayOf } from '../metadata/published.js';

/** A text dump of a blog page: its title, its date, its text. */
export interface TextDump {
  readonly title: string;
  readonly date: string;
  readonly body: string;
}

const LONGEST_TITLE = 300;

/**
 * Reads a page saved as plain text: the title on the first line, the date on the second, then the text, with
 * tables as lines with `|`.
 *
 * @param text decoded page with `\n` line breaks
 * @returns null where the page does not have this shape
 */
export function readTextDump(text: string): TextDump | null {
  const start = text.search(/\S/);
  if (start < 0) return null;
  const first = text.indexOf('\n', start);
  if (first < 0) return null;
  const second = text.indexOf('\n', first + 1);
  const title = text.slice(start, first).trim();
  const date = text.slice(first + 1, second < 0 ? undefined : second).trim();
  if (title === '' || title.length > LONGEST_TITLE || /^[#>|*+\-[\]!`~<\\_=]/.test(title)) return null;
  if (!isDateLine(date) || dayOf(date) === null) return null;
  return { title, date, body: second < 0 ? '' : text.slice(second + 1) };
}
