export { type BackupResult, backup, doctor, type Finding, rebuildSearch } from './backup.js';
export { type CrawlLock, lockCrawl } from './crawl/lock.js';
export { type CrawlStore, openCrawlStore } from './crawl/queue.js';
export { type SnapshotFiles, snapshotFiles } from './crawl/snapshots.js';
export type * from './crawl/types.js';
export { StoreError } from './errors.js';
export { type ExportedIncident, exportedIncidents } from './export/incidents.js';
export { type StixObject, stixBundle } from './export/stix.js';
export { verisIncident } from './export/veris.js';
export { hashOf } from './hash.js';
export {
  type Correction,
  ignoreArticle,
  mergeIncidents,
  setIncidentField,
  splitIncident,
} from './incidents/correct.js';
export type { IncidentRecord, SettledCount, SettledDate, Supported } from './incidents/record.js';
export type { Change, VersionReason } from './incidents/save.js';
export { SETTABLE } from './incidents/set-fields.js';
export {
  type PageInput,
  type PreparedPage,
  prepareFailure,
  preparePage,
} from './prepare.js';
export {
  type IncidentHistory,
  readHistory,
  readIncident,
  resolveIncident,
  type ShownIncident,
} from './query/incident.js';
export { PRESETS, type Preset } from './query/presets.js';
export { type QueryResult, runQuery, type SearchHit, searchArticles, seeAsOf } from './query/run.js';
export type { ViewDoc } from './schema/dictionary.js';
export { datasetteMetadata } from './schema/docs.js';
export { SEARCH_TABLE, VIEWS } from './schema/views.js';
export { searchQuery, searchTokens } from './search/tokens.js';
export { keepSetting, readSetting } from './settings.js';
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
