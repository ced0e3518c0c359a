import type { PageKind, PageStatus } from '../../../model/index.js';
import { find, lineOf, textOf } from '../query.js';
import type { Document, Element } from '../tree.js';

/** What a page is that shows something else in place of its article. */
export interface Instead {
  readonly page: PageStatus;
  readonly kind: PageKind;
}

/** Elements of the walls that hosting and captcha services put before a site. */
const WALL =
  /^(?:challenge-(?:form|running|stage|error-title)|cf-(?:wrapper|error-details|challenge)|turnstile-wrapper|px-captcha|captcha-box|sec-cpt-if|ddos-guard|geetest-wrap|waf_nc_block|aliyunCaptcha-\w+|distil\w*)$/i;
const WALL_TITLE =
  /^(?:just a moment|attention required|access denied|checking your browser|please wait|verify(?:ing)? you are (?:a )?human|security check|robot check|are you a robot|安全验证|访问验证|人机验证|请完成安全验证|百度安全验证|访问被拒绝|您的访问被拦截)/i;
const RATE_TITLE = /^(?:429\b|too many requests|rate limit|访问过于频繁|操作过于频繁)/i;
const GONE_TITLE =
  /^(?:(?:error )?(?:404|410)\b|(?:page|article|post|content) (?:not found|no longer available|has been (?:removed|deleted))|not found|页面(?:不存在|未找到)|(?:您访问的|该)?(?:页面|文章|内容)(?:不存在|已(?:被)?删除|未找到)|出错了|お探しのページ|ページが見つかりません|pagina non trovata|seite nicht gefunden|página no encontrada)/i;
const LOGIN_TITLE = /^(?:(?:please )?(?:log|sign) ?in\b|login\b|登录|用户登录|请先登录|ログイン|accedi)/i;
/** Most prose that a notice has; a page with more has an article, whatever its title says. */
const NOTICE_PROSE = 700;
/** Most prose, and most characters of any text, on a page that is but a captcha. */
const WALL_PROSE = 250;
const WALL_WORDS = 1200;

/**
 * Tells a wall, an error page or a login form from an article: by the elements of the services that put them up, and
 * by the title of a page with hardly any prose. `null` for anything else.
 */
export function insteadOf(document: Document, title: string, prose: number): Instead | null {
  if (prose > NOTICE_PROSE) return null;
  const heading = title.trim();
  if (WALL_TITLE.test(heading)) return { page: 'blocked', kind: 'verification_wall' };
  // Captchas also guard comment forms: alone they tell only where next to nothing else stands on the page.
  if (prose < WALL_PROSE) {
    const wall = find(document, (each) => WALL.test(each.attribs.id ?? '') || isCaptcha(each));
    const words = textOf(document, WALL_WORDS * 2).replace(/\s+/g, '').length;
    if (wall !== undefined && words < WALL_WORDS) return { page: 'blocked', kind: 'verification_wall' };
  }
  if (RATE_TITLE.test(heading)) return { page: 'blocked', kind: 'rate_limit' };
  const h1 = find(document, (each) => each.name === 'h1' || each.name === 'h2');
  const shown = h1 === undefined ? '' : lineOf(h1, 100);
  if (GONE_TITLE.test(heading) || GONE_TITLE.test(shown)) return { page: 'deleted', kind: 'deleted' };
  const password = find(document, (each) => each.name === 'input' && each.attribs.type === 'password');
  if (LOGIN_TITLE.test(heading) && password !== undefined) return { page: 'blocked', kind: 'login_wall' };
  return null;
}

function isCaptcha(element: Element): boolean {
  const names = element.attribs.class ?? '';
  return (
    names.length > 0 &&
    /(?:^|\s)(?:cf-turnstile|g-recaptcha|h-captcha|geetest_holder|cf-error-details|cf-browser-verification)(?:\s|$)/.test(
      names,
    )
  );
}
