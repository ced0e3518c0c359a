import type { HtmlSite } from './site.js';

export const fourHou: HtmlSite = {
  hosts: ['4hou.com'],
  body: ['.article_cen', '.article-detail', '.contents', '.newsContent'],
  drop: ['.article_share', '.author-info', '.praise', '.reward'],
  dropLine: /^(?:本文(?:为|翻译自|转载自)|如若转载|原文地址[:：]?$|分享至|感谢您的支持)/,
};
