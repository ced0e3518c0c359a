import type { Site } from './site.js';

/** WeChat account 安全牛: digests and interviews. */
export const aqniu: Site = {
  id: 'aqniu',
  accounts: ['安全牛'],
  end: /^(?:合作电话：|合作微信：|投稿邮箱：)/,
  drop: /^(?:点击蓝字|新闻速览$)/,
};
