export { addSources, type NewSource, readOpml, writeOpml } from './config/edit.js';
export { type Config, ConfigError, parseConfig, type Source } from './config/load.js';
export {
  createHttpClient,
  type GetOptions,
  type HopGate,
  type HttpAnswer,
  type HttpLimits,
  snapshotOf,
} from './http/client.js';
export { FetchError } from './http/errors.js';
export { createHostGate, type HostGate, HostRestingError } from './http/host-gate.js';
export {
  BACKOFF,
  type BackoffOptions,
  backoffMs,
  canPass,
  retryAfterMs,
  statusCanPass,
} from './http/retry.js';
export { type Robots, type RobotsPolicy, readRobots, robotsPolicy } from './http/robots.js';
export { PRODUCT_TOKEN, userAgent } from './http/user-agent.js';
export { discoverSource } from './lists/discover.js';
export { listSource, wants } from './lists/list-source.js';
export { pageKey, requestUrl } from './page-key.js';
export { isWallAddress, migrationTarget } from './wechat-answer.js';
