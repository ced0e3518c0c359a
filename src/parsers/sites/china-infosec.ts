import type { Site } from './site.js';

/** WeChat account of the magazine 中国信息安全. */
export const chinaInfosec: Site = {
  id: 'china-infosec',
  accounts: ['中国信息安全'],
  end: /^(?:分享网络安全知识 强化网络安全意识|欢迎关注《中国信息安全》|《中国信息安全》杂志倾力推荐)/,
  drop: /^(?:扫码订阅《中国信息安全》|邮发代号 ?2|征订热线：)/,
};
