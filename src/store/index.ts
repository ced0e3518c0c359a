export { StoreError } from './errors.js';
export {
  hashOf,
  type PageInput,
  type PreparedPage,
  prepareFailure,
  preparePage,
} from './prepare.js';
export { searchQuery, searchTokens } from './search/tokens.js';
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
