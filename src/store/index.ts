export { type CrawlLock, lockCrawl } from './crawl/lock.js';
export { type CrawlStore, openCrawlStore } from './crawl/queue.js';
export { type SnapshotFiles, snapshotFiles } from './crawl/snapshots.js';
export type * from './crawl/types.js';
export { StoreError } from './errors.js';
export { hashOf } from './hash.js';
export {
  type PageInput,
  type PreparedPage,
  prepareFailure,
  preparePage,
} from './prepare.js';
export { searchQuery, searchTokens } from './search/tokens.js';
export { type Statistics, statistics, type Tally } from './stats.js';
export {
  type FinishResult,
  type KnownPage,
  type OpenOptions,
  openStore,
  type PageStatusName,
  type Run,
  type RunInput,
  type Store,
  type WriteResult,
} from './store.js';
