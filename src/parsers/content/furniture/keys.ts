import { lineKey } from '../features.js';

/** A list of lines, one a line, as the keys that lines are compared by. */
export const keys = (list: string): ReadonlySet<string> =>
  new Set(list.split('\n').map(lineKey).filter(Boolean));
