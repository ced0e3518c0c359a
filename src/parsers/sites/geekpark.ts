import type { Site } from './site.js';

/** WeChat account 极客公园. */
export const geekpark: Site = {
  id: 'geekpark',
  accounts: ['极客公园'],
  end: /^(?:极客一问|热点视频|更多阅读|本文为极客公园原创)/,
  drop: /^\*?(?:图片来源|头图来源)[:：]/,
};
