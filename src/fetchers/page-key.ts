/** Parameters that tell where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w{1,40}|fbclid|gclid|dclid|spm|scm|mc_[ce]id|_hs(?:enc|mi)|igshid|yclid)$/i;
/** Other names that WeChat has used for the parts of an article's identity. */
const WECHAT_ALIASES: Readonly<Record<string, string>> = { appmsgid: 'mid', itemidx: 'idx', sign: 'sn' };
const WECHAT_HOST = 'mp.weixin.qq.com';

function wechatKey(url: URL): string | null {
  const short = /^\/s\/([\w-]{16,40})\/?$/.exec(url.pathname);
  if (short !== null) return `wechat:${short[1]}`;
  if (url.pathname !== '/s' && url.pathname !== '/s/' && url.pathname !== '/mp/appmsg/show') return null;
  const fields = new Map([...url.searchParams].map(([name, value]) => [WECHAT_ALIASES[name] ?? name, value]));
  const biz = fields.get('__biz')?.replace(/ /g, '+').replace(/=+$/, '');
  const mid = fields.get('mid');
  return biz && mid ? `wechat:${biz}:${mid}:${fields.get('idx') ?? '1'}` : null;
}

/** Undoes what copying through HTML and scripts does to an address. */
function unescaped(url: string): string {
  return url.trim().replace(/\\x26/g, '&').replace(/&amp;/g, '&');
}

/**
 * The name under which a page stands in the work queue: one for all spellings of its address. WeChat articles go
 * by account, message and position; other addresses lose tracking parameters, the fragment (unless it is a route
 * of the page's own script, `#/…`), `www.` and a trailing slash, and http counts as https.
 * @throws TypeError where `url` is no address
 */
export function pageKey(url: string): string {
  const parsed = new URL(unescaped(url));
  if (parsed.hostname === WECHAT_HOST) {
    const key = wechatKey(parsed);
    if (key !== null) return key;
  }
  const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const route = /^#!?\//.test(parsed.hash) ? parsed.hash : '';
  const path = parsed.pathname.replace(/\/{1,100}$/, '') || '/';
  return `${parsed.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}${route}`;
}

/** The address to request: as it came, but unescaped, without fragment and tracking, and https for WeChat. */
export function requestUrl(url: string): string {
  const parsed = new URL(unescaped(url));
  if (!/^#!?\//.test(parsed.hash)) parsed.hash = '';
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  }
  if (parsed.hostname === WECHAT_HOST) {
    parsed.protocol = 'https:';
    if (/^\/s\/[\w-]{16,40}\/?$/.test(parsed.pathname)) parsed.search = '';
    for (const name of [...parsed.searchParams.keys()]) {
      if (
        /^(?:chksm|scene|ascene|subscene|srcid|mpshare|sharer_\w{1,30}|exportkey|pass_ticket|clicktime|enterid|sessionid|key|uin)$/.test(
          name,
        )
      ) {
        parsed.searchParams.delete(name);
      }
    }
  }
  return parsed.href;
}
