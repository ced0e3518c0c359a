import { tidyAuthor } from './names.js';
import { printedDates } from './printed-date.js';

const LABELLED =
  /(?:^|[|｜·•]\s{0,3})(?:by|written by|posted by|author|autore|a cura di|di|von|作者|撰文|文)\s{0,3}[:：|｜/]?\s{1,3}([^|｜·•\n]{2,60})|(?:^|[|｜·•\s])(?:作者|撰文|文|a cura di)\s{0,3}[:：/]\s{0,3}([^|｜·•\n\s]{2,30})/i;

/**
 * The author that a line of a page's head names (`By Jane Doe`, `作者：李明`, a name before the date).
 *
 * @param line one line of the head
 */
export function authorIn(line: string): string | null {
  if (line.length > 160) return null;
  const day = printedDates(line)[0];
  const words = day ? `${line.slice(0, day.start)} | ${line.slice(day.end)}` : line;
  const labelled = LABELLED.exec(words);
  return labelled ? tidyAuthor(labelled[1] ?? labelled[2] ?? null) : null;
}
