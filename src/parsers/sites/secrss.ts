import type { Site } from './site.js';

/** Secrss (安全内参), site and WeChat account. */
export const secrss: Site = {
  id: 'secrss',
  hosts: ['secrss.com'],
  accounts: ['安全内参'],
  end: /^(?:推荐阅读|点击下方卡片关注我们|声明：本文来自)/,
  drop: /^(?:关注我们|带你读懂网络安全|前情回顾)/,
};
