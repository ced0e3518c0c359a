import type { PageKind, PageStatus } from '../../model/index.js';
import type { Measured } from './features.js';
import { isLock } from './furniture.js';

/** What became of a page, and its form. */
export interface Verdict {
  readonly page: PageStatus;
  readonly kind: PageKind;
}

/** What the verdict rests on. */
export interface Evidence {
  /** The lines of the body, and all lines of the page. */
  readonly kept: readonly Measured[];
  readonly lines: readonly Measured[];
  /** The lines right below the body. */
  readonly tail: readonly Measured[];
  /** Words of running text and of all text in the body, and its blocks that hold running text. */
  readonly prose: number;
  readonly words: number;
  readonly proseBlocks: number;
  /** Pictures where the body would be. */
  readonly images: number;
  /** Whether the site's rules know the page as none of its articles. */
  readonly notArticle: boolean;
  /** Words of the body in lines that menus do not have. */
  readonly solid: number;
  /** Whether the page was cut off, and whether the cut went through the body. */
  readonly broken: boolean;
  readonly cutShort: boolean;
  /** Whether the page does not repeat its title. */
  readonly unanchored: boolean;
  /** Whether a mark of the site's own showed where the body begins. */
  readonly marked: boolean;
  readonly repost: boolean;
}

/** Messages that stand in place of an article. */
const MESSAGES: readonly (readonly [PageKind, RegExp])[] = [
  [
    'deleted',
    /(?:该|此)?内容已被(?:发布者|作者)删除|has been deleted by the author|^(?:该|此|本)?(?:文章|页面|内容|帖子|信息)(?:已(?:被)?(?:删除|下架|移除)|不存在(?:或已(?:被)?删除)?)[。！.]?$|^(?:error )?404\b|^(?:404[ \-–—:]{0,3})?(?:page|article|post) (?:not found|has been (?:removed|deleted)|no longer exists|does not exist)|^(?:oops[!.]? )?(?:that|this|the) page (?:can.t|cannot|could not) be found|^sorry, (?:this|that|the) page (?:isn.t|is not) available|pagina non trovata|ページが見つかりません/i,
  ],
  ['violation', /此?内容因违规(?:无法查看|已(?:被)?删除)|被投诉且经审核涉嫌.{1,20}无法查看/],
  [
    'account_gone',
    /[此该]?(?:公众)?[帐账]号已(?:被屏蔽|自主注销|冻结|被封禁|注销)|[帐账]号已被(?:系统回收|封)|account (?:has been )?suspended$/i,
  ],
  ['migrated', /^[此该](?:公众号|[帐账]号)已迁移/],
  [
    'verification_wall',
    /环境异常|完成验证后即可继续访问|正在验证您的请求|请?(?:完成|进行)(?:以下|下方|滑动|安全)?(?:人机)?验证|滑动(?:滑块|验证)|人机(?:身份)?验证|安全(?:检查|验证)中|^just a moment|checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you(?:.re| are) (?:a )?human|^attention required|enable javascript and cookies to continue|^ddos protection by|complete the security check|^access (?:to this page has been |is )?denied|^performing security verification|are you a robot|unusual traffic from your|javascript (?:is (?:not available|disabled)|不可用|を有効)|we.ve detected that javascript is disabled|your browser (?:does not support|has disabled) javascript|^(?:error )?403\b|^forbidden$|please enable (?:cookies|javascript)|you have been blocked|security by cloudflare|verifica di sicurezza/i,
  ],
  [
    'rate_limit',
    /访问过于频繁|操作(?:过于)?频繁|请输入图片中的字符|^too many requests|^(?:error )?429\b|rate limit exceeded/i,
  ],
  [
    'login_wall',
    /^请(?:先)?(?:登录|登陆)(?:后(?:查看|阅读|继续))?[。！.]?$|登录后(?:方可|才能|可以?|即可)?(?:查看|阅读)(?:全文|更多|完整)|请在微信客户端打开|^(?:sign|log) in to (?:continue|view|read|x|see)|^you must (?:be logged|log|sign) in to (?:view|read|continue)|^this (?:content|page) is (?:only )?(?:for|available to) (?:members|subscribers)|^log in or sign up for facebook/i,
  ],
  [
    'unavailable',
    /(?:该|此)?内容暂时无法查看|临时无法访问|^(?:service|temporarily) unavailable|^(?:error )?50[0234]\b|^bad gateway|^site (?:is )?(?:under maintenance|temporarily)/i,
  ],
];
const GONE: ReadonlySet<PageKind> = new Set(['deleted', 'violation', 'account_gone', 'migrated']);

/** A message is the page where hardly anything else is on it. */
const MOST_WORDS_BESIDE = 60;
const LONGEST_MESSAGE = 260;

/** Words that a body without a sentence (a list, code) must have. */
const FEWEST_WORDS = 24;

/** Words of running text below which a body needs other words to be one. */
const FEWEST_PROSE = 5;

/** Calls to pay or to open an app under the first lines of an article. */
const PAYWALL =
  /解锁文章|开通会员|订阅后(?:可|即可)?(?:阅读|查看)|付费(?:阅读|内容|后)|剩余\d{1,3}%|阅读剩余|阅读全文请|(?:关注|订阅)(?:博主|专栏|后).{0,8}阅读全文|(?:subscribe|register|sign up|become a member) (?:to|and) (?:continue|keep|read|unlock)|this (?:article|story|content) is for (?:paid|paying|premium)|member-only story|read the (?:full|rest of the) (?:story|article) (?:with|on|in) /i;

/** The message that the lines hold, where little running text stands beside it. */
function messageIn(lines: readonly Measured[], bodyOnly: boolean): PageKind | null {
  let found: PageKind | null = null;
  let beside = 0;
  for (const line of lines) {
    if (line.line === '') continue;
    const kind =
      line.line.length <= LONGEST_MESSAGE
        ? MESSAGES.find(([, text]) => text.test(line.line))?.[0]
        : undefined;
    if (kind) found ??= kind;
    else beside += line.prose;
  }
  return bodyOnly && beside > MOST_WORDS_BESIDE ? null : found;
}

/** Longest text below an entry of a menu, in words. */
const LONGEST_CAPTION = 26;
const FEWEST_CAPTIONS = 3;

/** Whether lines are the entries of a large menu, each with a sentence below it. */
function areCaptions(lines: readonly Measured[]): boolean {
  const texts = lines.filter((line) => line.words > 0);
  const captions = texts.filter((line) => line.prose > 0);
  if (captions.length < FEWEST_CAPTIONS || captions.some((line) => line.words > LONGEST_CAPTION))
    return false;
  return texts.every((line, i) => i === 0 || line.prose === 0 || texts[i - 1]?.prose === 0);
}

/**
 * Tells an article from a page that stands in for one. Words alone prove nothing (an article may quote
 * 该内容已被发布者删除): a message counts where hardly any running text stands beside it.
 */
export function judge(e: Evidence): Verdict {
  const kind: PageKind = e.repost ? 'repost' : 'article';
  if (e.prose < MOST_WORDS_BESIDE * 3) {
    // Where no body was found the message may stand anywhere on the page.
    const message = e.prose === 0 ? messageIn(e.lines, false) : messageIn(e.kept, true);
    if (message) return { page: GONE.has(message) ? 'deleted' : 'blocked', kind: message };
  }
  // Cut off among its menus, before its title came: what reads like text describes the menu's entries.
  const menuItem = e.kept.length === 1 && e.kept[0]?.block.kind === 'item';
  const onlyMenus =
    e.broken &&
    e.unanchored &&
    ((!e.marked && areCaptions(e.kept)) || (e.cutShort ? menuItem : e.prose < 100));
  if (onlyMenus || e.notArticle || (e.prose < FEWEST_PROSE && e.solid < FEWEST_WORDS)) {
    return e.images > 0 && !e.broken
      ? { page: 'image_only', kind: 'pictures' }
      : { page: 'empty', kind: 'unknown' };
  }
  const locked = e.tail.slice(0, 4).some((line) => isLock(line.line));
  const paywalled =
    e.prose < 150 && e.lines.some((line) => line.line.length <= 160 && PAYWALL.test(line.line));
  if (locked || paywalled) return { page: 'teaser', kind };
  // One sentence of a page that breaks off, or a line of description, is not the article.
  if (e.proseBlocks <= 1 && e.solid < (e.cutShort ? 60 : 12)) return { page: 'teaser', kind };
  return { page: 'ok', kind };
}
