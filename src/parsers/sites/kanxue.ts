import type { Site } from './site.js';

/** Kanxue (看雪), WeChat account. */
export const kanxue: Site = {
  id: 'kanxue',
  accounts: ['看雪学苑', '看雪学院'],
  end: /^(?:球分享|球点赞|每日涨知识|戳“阅读原文”|转载请注明出处和本文链接|编辑：左右里)/,
  drop: /^﹀$/,
};
