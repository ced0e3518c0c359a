import { hostOf } from '../metadata/url.js';
import type { Site } from './site.js';
import { wechat } from './wechat.js';

const SITES: readonly Site[] = [wechat];

const BY_HOST = new Map(SITES.flatMap((site) => (site.hosts ?? []).map((host) => [host, site] as const)));

/** The rules of a page's site, by its address first, then by the source that lists it. */
export function siteOf(url: string | null, source: string | null): Site | null {
  const host = url === null ? null : hostOf(url);
  for (let name = host; name?.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const site = BY_HOST.get(name);
    if (site) return site;
  }
  if (source === null) return null;
  return SITES.find((site) => site.sources?.some((name) => source.startsWith(name))) ?? null;
}
