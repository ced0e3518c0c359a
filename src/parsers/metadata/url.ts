/** What identifies a WeChat article, whatever link it was reached by. */
export interface WeChatIdentity {
  /** Base64 id of the account, padded. */
  readonly biz: string;
  /** Id of the push (`appmsgid` in old links). */
  readonly mid: string;
  /** Place in the push, from 1 (`itemidx` in old links). */
  readonly idx: string;
}

/** A link with its canonical form. */
export interface CanonicalUrl {
  /** Canonical form, equal for all spellings; null where the link names no lasting identity. */
  readonly url: string | null;
  /** The link as it was met, where it differs from `url`. */
  readonly aliases: readonly string[];
  readonly wechat: WeChatIdentity | null;
}

const WECHAT_HOST = 'mp.weixin.qq.com';

/** Parameters that say where a click came from and never which page is meant. */
const TRACKING = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  '__hssc',
  '__hstc',
  '__hsfp',
  'hsctatracking',
  'ref_src',
  'ref_url',
  'cmpid',
  'ncid',
  'xtor',
  'wt_mc',
  'wt.mc_id',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'spm',
  'scm',
  'share_token',
  'share_source',
  'sharefrom',
  'vd_source',
  'hmsr',
  'hmpl',
  'hmcu',
  'hmkw',
  'hmci',
  'oly_enc_id',
  'oly_anon_id',
  '_ga',
  '_gl',
  's_cid',
  'trk',
]);

/** Hosts where a plain fragment names an entry of a list, and so the page. */
const FRAGMENT_HOSTS = new Set(['haveibeenpwned.com']);

const isTracking = (name: string): boolean => /^(?:utm|pk|mtm|stm|itm|hsa)_/.test(name) || TRACKING.has(name);

/** Undoes the escapes that links are stored with: `&amp;`, `\x26amp;`, `\x26`, `\/`, surrounding marks. */
export function unescapeUrl(raw: string): string {
  let url = raw.trim().replace(/^[<"'“]+|[>"'”]+$/g, '');
  // Twice, because script variables inside attributes are escaped twice.
  for (let i = 0; i < 2; i++) {
    url = url
      .replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&amp;/gi, '&')
      .replace(/&#(?:38|x26);/gi, '&')
      .replaceAll('\\/', '/');
  }
  return url;
}

function parse(text: string): URL | null {
  const absolute = text.startsWith('//') ? `https:${text}` : text;
  try {
    const url = new URL(absolute);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** A parameter under any of its names, without regard to case. */
function parameter(url: URL, ...names: readonly string[]): string {
  for (const [key, value] of url.searchParams) {
    if (value !== '' && names.includes(key.toLowerCase())) return value.trim();
  }
  return '';
}

/** Pads an account id as base64 wants it; null where it is none. */
function accountId(raw: string): string | null {
  // A plus sign in a query is read as a space.
  const bare = raw.replaceAll(' ', '+').replace(/(?:%3D|=)+$/i, '');
  if (!/^[A-Za-z0-9+/]{6,24}$/.test(bare)) return null;
  return bare + '='.repeat((4 - (bare.length % 4)) % 4);
}

/**
 * The identity that a WeChat link names.
 *
 * @param link any spelling: long, old (`appmsgid`, `itemidx`), escaped, `http`, without padding
 * @returns null for short links, temporary links (`src=11`) and other hosts
 */
export function wechatIdentity(link: string): WeChatIdentity | null {
  const url = parse(unescapeUrl(link));
  if (!url || url.hostname !== WECHAT_HOST) return null;
  const biz = accountId(parameter(url, '__biz', 'biz'));
  const mid = parameter(url, 'mid', 'appmsgid');
  const idx = parameter(url, 'idx', 'itemidx') || '1';
  return biz && /^\d{1,12}$/.test(mid) && /^\d{1,2}$/.test(idx) ? { biz, mid, idx } : null;
}

/** The canonical link of a WeChat article: its identity and nothing else. */
export function wechatUrl(id: WeChatIdentity): string {
  return `https://${WECHAT_HOST}/s?__biz=${id.biz}&mid=${id.mid}&idx=${id.idx}`;
}

function wechatCanonical(url: URL, link: string): string | null {
  const id = wechatIdentity(link);
  if (id) return wechatUrl(id);
  const short = /^\/s\/([\w-]{10,32})\/?$/.exec(url.pathname);
  if (short) return `https://${WECHAT_HOST}/s/${short[1]}`;
  // Search engines hand out links that die within hours.
  if (url.pathname === '/s' || url.pathname === '/mp/appmsg/show') return null;
  return plainCanonical(url);
}

function plainCanonical(url: URL): string {
  // Feeds of some sites wrap the address: go.theregister.com/feed/www.theregister.com/2025/…
  const wrapped = /^\/feed\/((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}\/.{1,2000})$/.exec(url.pathname);
  if (wrapped && url.hostname.startsWith('go.')) {
    const inner = parse(`https://${wrapped[1]}`);
    if (inner) return plainCanonical(inner);
  }
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking((pair.split('=')[0] ?? '').toLowerCase()));
  const search = kept.length > 0 ? `?${kept.join('&')}` : '';
  // A fragment that routes (#/post/12, #!post) names the page; any other a place in it.
  const hash = /^#[/!]/.test(url.hash) || FRAGMENT_HOSTS.has(url.hostname) ? url.hash : '';
  const path = url.pathname === '/' && !search && !hash ? '/' : url.pathname;
  return `${url.protocol}//${url.host}${path}${search}${hash}`;
}

/**
 * Brings a link into canonical form: WeChat links to their identity (`__biz`, `mid`, `idx`), all others without
 * tracking parameters, fragment and default port.
 *
 * @param link a link as stored, escaped or not
 * @returns null where `link` is no http(s) link
 */
export function canonicalUrl(link: string): CanonicalUrl | null {
  const plain = unescapeUrl(link);
  const parsed = parse(plain);
  if (!parsed) return null;
  const wechat = parsed.hostname === WECHAT_HOST;
  const url = wechat ? wechatCanonical(parsed, plain) : plainCanonical(parsed);
  return { url, aliases: plain === url ? [] : [plain], wechat: wechat ? wechatIdentity(plain) : null };
}

/** Host name of a link without `www.`, or null. */
export function hostOf(link: string): string | null {
  return parse(unescapeUrl(link))?.hostname.replace(/^www\./, '') ?? null;
}
