import { keys } from './keys.js';

/**
 * Those of the above that also stand inside articles, as a label of an item or a call between two paragraphs: they
 * end an article only where hardly anything follows.
 */
export const WEAK = keys(`
阅读原文
原文链接
查看原文
前情回顾
特别关注
关于我们
联系我们
联系方式
声明
版权声明
免责声明
公众号
微信公众号
技术交流
投稿
下一篇
上一篇
END
the end
author
written by
about
company
resources
legal
search
contact us
contact
get in touch
get started
subscribe
subscribe now
share
related
recommended
advertisement
sponsored
tags
categories
latest
newsletter
follow us
sign up for our newsletter
subscribe to our newsletter
see also
also read
read more
featured resources
trending
leggi anche
aziende
`);

/** The same as {@link WEAK} with a part that varies. */
export const WEAK_PATTERN =
  /^(?:前情回顾|(?:点击|戳|长按|识别|扫描?|扫码)(?:上方|下方|上图|下图|图中|左下角|右下角|文末|此处|蓝字|屏幕)?.{0,8}(?:二维码|卡片|名片|关注|公众号|阅读原文|查看原文).{0,20}$|(?:欢迎|敬请|记得|快来)?(?:关注|订阅|扫码关注)(?:我们|本号|公众号|微信公众号|“|「|《).{0,24}$|联系(?:邮箱|电话|微信|方式)[:：]|编辑[:：]|(?:责任|执行)编辑|责编[:：]|校对[:：]|审核[:：]|(?:值班|本文)编辑|排版[:：]|(?:share|tweet|post|pin|email|print) (?:this|on|via|with|to) (?:facebook|twitter|x|linkedin|whatsapp|reddit|email|article|post|story|page|social)|follow (?:the .{1,30} )?on |follow @|(?:subscribe|sign up) (?:to|for|now) |(?:get|receive) (?:the latest|our) .{1,60}(?:inbox|newsletter|news)|(?:read|see|view|check out) (?:more|all|also|our other|related)\b.{0,60}$|(?:also |must )read ?:|(?:next|previous)(?: (?:post|article|story|entry))? ?[:：→»←«]|(?:more|latest|recent|other) (?:from|by|on|posts|articles|news|stories) |image (?:credits?|source)s? ?[:：]|(?:condividi|iscriviti|seguici|leggi anche)\b)/i;
