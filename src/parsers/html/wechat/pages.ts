import type { PageKind, PageStatus } from '../../../model/index.js';
import { byClass, byId, type Element, textOf } from '../query.js';
import type { Document } from '../tree.js';
import { jsText, type ScriptData } from './script-data.js';

/** What a WeChat page is. */
export interface WechatPage {
  readonly kind: PageKind;
  readonly status: PageStatus;
}

/** Longest text of a notice: a page with more words in its message block is something else. */
const MAX_NOTICE = 200;

/** Notices of the message block, by what they say of the page; looked for only inside that block. */
const NOTICES: readonly (readonly [RegExp, PageKind])[] = [
  [/已被发布者删除|has been deleted by the author|已被作者删除|內容已被發佈者刪除|内容已删除/i, 'deleted'],
  [/迁移|遷移|migrated/i, 'migrated'],
  [
    /[帐账]号.{0,12}(?:屏蔽|注销|冻结|封禁|回收|停用)|[帳賬]號.{0,12}(?:屏蔽|註銷|凍結|封禁|回收)|account (?:has been|is) (?:blocked|deactivated|frozen|banned)/i,
    'account_gone',
  ],
  [/违规|違規|涉嫌|侵权|投诉|violat|unable to view this content because/i, 'violation'],
  [
    /环境异常|環境異常|完成验证|去验证|安全验证|environment.{0,20}(?:abnormal|exception)|verif/i,
    'verification_wall',
  ],
  [/过于频繁|操作频繁|访问频繁|過於頻繁|too (?:frequent|often|many)/i, 'rate_limit'],
  [/请在微信客户端打开|請在微信客戶端|open (?:it |the link )?in wechat|请先登录/i, 'login_wall'],
  [
    /暂时无法查看|临时无法访问|无法查看|暫時無法|temporarily unavailable|参数错误|链接已过期|无法访问/i,
    'unavailable',
  ],
];
const STATUS: Partial<Record<PageKind, PageStatus>> = {
  deleted: 'deleted',
  violation: 'deleted',
  account_gone: 'deleted',
  migrated: 'deleted',
};
const MESSAGE_CLASSES = [
  'weui-msg',
  'mesg-block',
  'page_msg',
  'global_error_msg',
  'weui-msg__text-area',
  'text_area',
];
const WALL_IDS = ['js_verify', 'js_captcha', 'js_submit_verify', 'verifycode', 'verify_container'];
const WALL_PATH =
  /^https?:\/\/(?:mp\.weixin\.qq\.com\/mp\/(?:wappoc_appmsgcaptcha|verify|readtemplate\?t=.{0,40}verify)|weixin110\.qq\.com)/;

/**
 * Tells what a WeChat page is from its structure: an article has `#js_article`, whatever words stand in it; a notice
 * has a message block; a wall is known by its address or its form.
 *
 * @param url address that the page came from in the end, if known
 */
export function classifyWechat(document: Document, data: ScriptData, url: string | undefined): WechatPage {
  if (url !== undefined && WALL_PATH.test(url)) return notice('verification_wall');
  if (byId(document, 'js_article') !== undefined || byId(document, 'js_content') !== undefined)
    return articleKind(document, data);
  const migrated = data.get('transfer_target_link');
  if (migrated !== undefined) return notice('migrated');
  const block = messageBlock(document);
  if (block !== undefined) {
    const text = textOf(block, MAX_NOTICE * 2)
      .replace(/\s+/g, ' ')
      .trim();
    if (text.length <= MAX_NOTICE) {
      for (const [pattern, kind] of NOTICES) if (pattern.test(text)) return notice(kind);
    }
  }
  if (WALL_IDS.some((id) => byId(document, id) !== undefined)) return notice('verification_wall');
  const body = textOf(document, MAX_NOTICE * 4)
    .replace(/\s+/g, ' ')
    .trim();
  // A page of one short sentence and nothing else is a notice in a frame not met before.
  if (body.length <= MAX_NOTICE) {
    for (const [pattern, kind] of NOTICES) if (pattern.test(body)) return notice(kind);
  }
  return { kind: 'unknown', status: 'empty' };
}

function notice(kind: PageKind): WechatPage {
  return { kind, status: STATUS[kind] ?? 'blocked' };
}

function messageBlock(document: Document): Element | undefined {
  for (const name of MESSAGE_CLASSES) {
    const block = byClass(document, name);
    if (block !== undefined) return block;
  }
  return undefined;
}

function articleKind(document: Document, data: ScriptData): WechatPage {
  const type = jsText(data, 'item_show_type');
  const repost = jsText(data, 'copyright_info.copyright_stat') === '2';
  const card = byId(document, 'js_share_notice') ?? byId(document, 'js_share_source');
  if (card !== undefined) return { kind: 'repost_card', status: 'ok' };
  if (type === '8') return { kind: 'pictures', status: 'ok' };
  if (type === '10' || byId(document, 'js_text_desc') !== undefined)
    return { kind: 'short_text', status: 'ok' };
  if (repost || byClass(document, 'original_primary_nickname') !== undefined)
    return { kind: 'repost', status: 'ok' };
  return { kind: 'article', status: 'ok' };
}
