import type { HtmlSite } from './site.js';

/** unSafe.sh and buaq.net: full copies of posts of other sites. */
export const unsafe: HtmlSite = {
  hosts: ['unsafe.sh', 'buaq.net'],
  body: ['#articlecontent', '.article-content', '.articlecontent', '.rich_media_content'],
  dropLine: /^(?:本文内容收集自|如有侵权请联系|文章来源[:：]?|阅读量[:：])/,
};
