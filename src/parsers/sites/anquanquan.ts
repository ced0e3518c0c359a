import type { Site } from './site.js';

/** WeChat account 安全圈. */
export const anquanquan: Site = {
  id: 'anquanquan',
  accounts: ['安全圈'],
  end: /^(?:END|阅读推荐|网罗圈内热点)/,
  drop: /^关键词$/,
};
