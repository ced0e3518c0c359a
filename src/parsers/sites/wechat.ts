import type { Site } from './site.js';

/** Articles of WeChat public accounts, with the frame that the reader app puts around them. */
export const wechat: Site = {
  id: 'wechat',
  hosts: ['mp.weixin.qq.com'],
  end: /^(?:预览时标签不可点|微信扫一扫$|关注该公众号$|使用小程序$|继续滑动看下一个|轻触阅读原文|向上滑动看下一个|：$)/,
};
