import { hostOf } from '../metadata/url.js';
import { site4hou } from './4hou.js';
import { anquanke } from './anquanke.js';
import { anquanquan } from './anquanquan.js';
import { aqniu } from './aqniu.js';
import { bleepingcomputer } from './bleepingcomputer.js';
import { chinaInfosec } from './china-infosec.js';
import { cncertIcs } from './cncert-ics.js';
import { codesafe } from './codesafe.js';
import { csdn } from './csdn.js';
import { cybersecurity360 } from './cybersecurity360.js';
import { freebuf } from './freebuf.js';
import { geekpark } from './geekpark.js';
import { github } from './github.js';
import { hibp } from './hibp.js';
import { infosecTools } from './infosec-tools.js';
import { kanxue } from './kanxue.js';
import { krebs } from './krebs.js';
import { malwarebytes } from './malwarebytes.js';
import { medium } from './medium.js';
import { sansIsc } from './sans-isc.js';
import { seclists } from './seclists.js';
import { secrss } from './secrss.js';
import { securityaffairs } from './securityaffairs.js';
import { securityinfo } from './securityinfo.js';
import type { Site } from './site.js';
import { solidot } from './solidot.js';
import { sploitus } from './sploitus.js';
import { techcrunch } from './techcrunch.js';
import { thehackernews } from './thehackernews.js';
import { theregister } from './theregister.js';
import { torrentfreak } from './torrentfreak.js';
import { unsafe } from './unsafe.js';
import { wechat } from './wechat.js';

const SITES: readonly Site[] = [
  wechat,
  csdn,
  medium,
  anquanke,
  freebuf,
  site4hou,
  solidot,
  unsafe,
  seclists,
  secrss,
  codesafe,
  aqniu,
  cncertIcs,
  chinaInfosec,
  kanxue,
  geekpark,
  anquanquan,
  infosecTools,
  theregister,
  thehackernews,
  hibp,
  malwarebytes,
  bleepingcomputer,
  securityaffairs,
  torrentfreak,
  sansIsc,
  securityinfo,
  techcrunch,
  github,
  cybersecurity360,
  krebs,
  sploitus,
];

const BY_HOST = new Map(SITES.flatMap((site) => (site.hosts ?? []).map((host) => [host, site] as const)));
const BY_ACCOUNT = new Map(
  SITES.flatMap((site) => (site.accounts ?? []).map((name) => [name, site] as const)),
);

/** What a page is known by. */
export interface SiteKey {
  readonly url: string | null;
  /** Name of the feed or site that lists the page. */
  readonly source: string | null;
  /** Name of the WeChat account. */
  readonly account: string | null;
}

/** The rules for a page: those of its WeChat account, else of its host, else of the source that lists it. */
export function siteOf({ url, source, account }: SiteKey): Site | null {
  const byAccount = account === null ? undefined : BY_ACCOUNT.get(account);
  if (byAccount) return byAccount;
  const host = url === null ? null : hostOf(url);
  for (let name = host; name?.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const site = BY_HOST.get(name);
    if (site) return site;
  }
  if (host !== null || source === null) return null;
  return SITES.find((site) => site.sources?.some((name) => source.startsWith(name))) ?? null;
}
