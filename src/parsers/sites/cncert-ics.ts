import type { Site } from './site.js';

/** WeChat account 关键基础设施安全应急响应中心: reposts. */
export const cncertIcs: Site = {
  id: 'cncert-ics',
  accounts: ['关键基础设施安全应急响应中心'],
  end: /^[“"]?(?:投稿联系方式|原文来源)[:：]/,
};
