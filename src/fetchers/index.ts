/**
 * The light part of the room: files and archives. What crawling needs (HTTP, lists, configuration) stands in
 * `crawl.ts`, apart, because its packages take long to load.
 */
export { readSources } from './archive/read.js';
export { sizeOfSources } from './archive/size.js';
export type { ReadOptions, SourceEntry } from './archive/types.js';
export { fetchSnapshot } from './http/fetch-snapshot.js';
