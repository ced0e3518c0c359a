export { readSources } from './archive/read.js';
export type { ReadOptions, SourceEntry } from './archive/types.js';
