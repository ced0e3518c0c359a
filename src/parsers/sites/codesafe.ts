import type { Site } from './site.js';

/** WeChat account 代码卫士: translated news. */
export const codesafe: Site = {
  id: 'codesafe',
  accounts: ['代码卫士'],
  end: /^(?:代码卫士试用地址|开源卫士试用地址|推荐阅读|题图：|本文由奇安信编译)/,
  drop: /^(?:聚焦源代码安全，网罗|编译：|专栏·)/,
};
