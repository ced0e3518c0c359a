import type { HtmlSite } from './site.js';

export const secrss: HtmlSite = {
  hosts: ['secrss.com'],
  body: ['.article-body', '#article-body', '.article-content'],
  drop: ['.source', '.statement', '.article-tags', '.related-article', '.article-footer'],
  dropLine: /^(?:声明[:：]本文(?:来自|转自)|如有侵权|稿件和其他内容|安全内参 ?[|｜])/,
};
