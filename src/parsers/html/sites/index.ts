import { fourHou } from './4hou.js';
import { anquanke } from './anquanke.js';
import { bleepingComputer } from './bleepingcomputer.js';
import { freebuf } from './freebuf.js';
import { haveIBeenPwned } from './hibp.js';
import { malwarebytes } from './malwarebytes.js';
import { secrss } from './secrss.js';
import { securityAffairs } from './securityaffairs.js';
import type { HtmlSite } from './site.js';
import { solidot } from './solidot.js';
import { theHackerNews } from './thehackernews.js';
import { theRegister } from './theregister.js';
import { unsafe } from './unsafe.js';

const SITES: readonly HtmlSite[] = [
  anquanke,
  bleepingComputer,
  fourHou,
  freebuf,
  haveIBeenPwned,
  malwarebytes,
  secrss,
  securityAffairs,
  solidot,
  theHackerNews,
  theRegister,
  unsafe,
];
const BY_HOST = new Map(SITES.flatMap((site) => site.hosts.map((host) => [host, site] as const)));

/** The rules of a host, or of the domain that it stands under. */
export function htmlSiteOf(host: string | null): HtmlSite | undefined {
  for (let name = host ?? ''; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const site = BY_HOST.get(name);
    if (site !== undefined) return site;
  }
  return undefined;
}
