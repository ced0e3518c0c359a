/**
 * breachledger as a library: the rooms of the program, each behind its front door.
 *
 * @example
 * import { extractReports, parsePage } from 'breachledger';
 * const article = parsePage({ bytes: await readFile('page.html'), path: 'page.html' });
 * console.log(extractReports(article).reports);
 */
export { explainReports, extractReports } from './extractors/index.js';
export { type ReadOptions, readSources, type SourceEntry } from './fetchers/index.js';
export * from './model/index.js';
export { markdownToText, type ParseOptions, parsePage } from './parsers/index.js';
export { type ProcessedPage, processPage } from './pipeline/process.js';
export { type ArticleRecord, articleRecord, type IncidentRecord, incidentRecord } from './pipeline/record.js';
export { type ReparseOptions, type ReparseSummary, reparse } from './pipeline/reparse.js';
export { type OpenOptions, openStore, type Run, type Store, StoreError } from './store/index.js';
