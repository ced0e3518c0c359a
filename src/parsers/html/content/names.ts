import type { Element, Verdict } from '../tree.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const FURNITURE = words(`
  comment comments commentlist commenting disqus livefyre spotim viafoura respond replies reply
  sidebar sidebars aside rail rightrail siderail rightcol breadcrumb breadcrumbs crumb crumbs
  related relatedposts relatedarticles recirc recirculation recommend recommended recommendation recommendations recommends
  popular mostpopular trending mostread readmore morestories readnext nextup upnext
  newsletter newsletters subscribe subscription subscriptions signup optin mailchimp
  share sharing shares sharebar shareline sharedaddy sharetools socialshare social socials sociable addthis addtoany shariff
  promo promos promotion promobox advert adverts advertisement advertisements advertising ad ads adbox adslot adunit adsbygoogle adwrap
  dfp gpt leaderboard sponsor sponsored sponsors outbrain taboola zergnet revcontent mgid teads
  cookie cookies consent gdpr ccpa popup modal overlay interstitial paywallmodal toast
  nav navi navbar navigation menu menus submenu footer foot masthead topbar toolbar toolbox skiplink skip
  pagination pager paging pagenav prevnext postnav widget widgets
  tagcloud taglist login logout register search searchbox printonly noprint noscript
  fenxiang pinglun tuijian xiangguan guanggao dibu erweima qrcode shangyipian xiayipian
  jiathis bdsharebuttonbox bdshare hotnews hotlist ranklist rank ranking sitemap
`);
const ABOUT = words(`
  caption captions figcaption imagecaption photocaption credit credits photocredit imagecredit attribution copyright disclaimer license
  gallery resgallery slideshow carousel slider lightbox byline bylines authorbox authorbio authorinfo aboutauthor bio biography contributor
  contributors author authors signature paywall premium correction boilerplate trustproject bianji zeren shengming
`);
const DOUBTFUL = words(`
  meta postmeta entrymeta byline bylines author authors authorbox authorbio authorinfo bio dateline timestamp date datetime time published pubdate
  caption captions credit credits figcaption imagecaption source attribution copyright disclaimer dateblock
  tags tag tagged topics keywords categories category cat labels
  follow follows contact print email mail rating ratings vote votes poll like likes reactions reaction
  toc contents jump button buttons btn cta tools actions action bar
  more next prev previous read also teaser teasers promo inset pullquote pull
  player gallery slideshow carousel thumbnail thumb
  correction corrections editor
  header hero kicker eyebrow subtitle deck standfirst dek notice alert
  views readcount viewcount info statement shengming bianji zeren laiyuan
`);
const BODY = words(`
  article articlebody articlecontent articletext body content contents entry entrycontent post postcontent postbody story storybody text main
  storycontent maincontent richtext prose copy neirong zhengwen wenzhang blog blogcontent detail detailcontent news newscontent
`);

/** Names that site software gives to the body of an article and to nothing else. */
const EXACT = new Set(
  (
    'article-body article__body articlebody article_body article-content article__content articlecontent article_content ' +
    'post-body post-content postcontent post_content post__content postbody entry-content entrycontent entry_content story-body ' +
    'storybody story_body story-content storycontent story-body-text story-text articletext article-text article_text ' +
    'body-text bodytext articlebodytext rich_media_content caas-body content_views mp-editor single-content single-post-content ' +
    'blog-content blogcontent blog-post-content news-content newscontent news_content detail-content detailcontent art_content ' +
    'arti_content wp_articlecontent trs_editor artibody article_detail article-detail js_content contentcontainer zoom ' +
    'field-name-body node-content td-post-content asset-content caselawcontent post-text main-story'
  ).split(' '),
);

const cache = new Map<string, Verdict>();
/** Class names are kept judged for so many spellings, then forgotten. */
const CACHE_SIZE = 20_000;

/** Reads an element's class and id. */
export function judge(element: Element): Verdict {
  element.verdict ??= look(element);
  return element.verdict;
}

function look(element: Element): Verdict {
  const key = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`;
  if (key === ' ') return NOTHING;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const verdict = judgeNames(key.slice(0, 600));
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, verdict);
  return verdict;
}

const NOTHING: Verdict = { furniture: false, doubtful: false, about: false, body: false, exact: false };

/** Layout classes tell what stands beside an element: `with-sidebar`, `no-comments`, `disableAsideSection`. */
const BESIDE = words('w with has have no not without disable disabled enable enabled hide show is');

function isFurnitureWord(part: string, parts: readonly string[], at: number): boolean {
  const before = parts[at - 1];
  if (before !== undefined && BESIDE.has(before)) return false;
  return FURNITURE.has(part) || (before !== undefined && FURNITURE.has(before + part));
}

function judgeNames(names: string): Verdict {
  let furniture = false;
  let doubtful = false;
  let about = false;
  let body = false;
  let exact = false;
  for (const name of names.split(/\s+/)) {
    if (name === '') continue;
    if (EXACT.has(name.toLowerCase())) exact = true;
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((part) => part !== '');
    const whole = parts.join('');
    if (parts.some((part, i) => isFurnitureWord(part, parts, i)) || FURNITURE.has(whole)) furniture = true;
    if (parts.some((part) => DOUBTFUL.has(part)) || DOUBTFUL.has(whole)) doubtful = true;
    if (parts.some((part) => ABOUT.has(part)) || ABOUT.has(whole)) about = true;
    if (parts.some((part) => BODY.has(part)) || BODY.has(whole)) body = true;
  }
  return { furniture, doubtful, about, body, exact };
}
