import type { HtmlSite } from './site.js';

export const freebuf: HtmlSite = {
  hosts: ['freebuf.com'],
  body: ['.content-detail', '#artical-body', '.artical-body', '#contenttxt'],
  drop: ['.artical-footer', '.introduce', '.comment-info', '.relevant-article', '.special-title'],
  dropLine:
    /^(?:本文作者[:：]|\*?本文(?:原创|为)?作者|转载请注明来自 ?freebuf|未经许可|更多精彩|被以下专辑收录|已在FreeBuf发表)/i,
};
