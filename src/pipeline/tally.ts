import { PAGE_STATUSES } from '../model/index.js';
import type { PageStatusName } from '../store/index.js';

/** How many pages came to what; the statuses add up to `pages`. */
export type PageTally = Readonly<Record<PageStatusName | 'pages', number>>;

/** Counts pages by what became of them. */
export function tallyOf(): { add(status: PageStatusName): void; now(): PageTally } {
  const counts: Record<string, number> = { pages: 0, failed: 0 };
  for (const status of PAGE_STATUSES) counts[status] = 0;
  return {
    add(status) {
      counts[status] = (counts[status] ?? 0) + 1;
      counts.pages = (counts.pages ?? 0) + 1;
    },
    now: () => ({ ...counts }) as PageTally,
  };
}
