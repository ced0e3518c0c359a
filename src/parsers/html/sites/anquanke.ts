import type { HtmlSite } from './site.js';

export const anquanke: HtmlSite = {
  hosts: ['anquanke.com'],
  body: ['#js-article', '.article-content', '.post-content'],
  drop: ['.article-share', '.post-tags', '.common-post-list', '.article-author'],
  dropLine:
    /^(?:本文由.{1,40}(?:原创发布|翻译|转载)|转载，请参考转载声明|商务合作|如若转载|安全客 ?- ?有思想的安全新媒体|本文参考自|原文链接[:：]?)/,
};
