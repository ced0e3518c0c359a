export { readSources } from './archive/read.js';
export type { ReadOptions, SourceEntry } from './archive/types.js';
export { createHttpClient, type HttpAnswer, type HttpClient, snapshotOf } from './http/client.js';
export { FetchError, type FetchFailure } from './http/errors.js';
export { fetchSnapshot } from './http/fetch-snapshot.js';
export { createHostGate, type HostGate, HostRestingError } from './http/host-gate.js';
export { backoffMs, failureCanPass, retryAfterMs, statusCanPass } from './http/retry.js';
export { type Robots, type RobotsPolicy, readRobots, robotsPolicy } from './http/robots.js';
export { PRODUCT_TOKEN, userAgent } from './http/user-agent.js';
