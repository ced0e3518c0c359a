import type { Site } from './site.js';

/** unSafe.sh: full copies of posts of other sites, each with a line that says from where. */
export const unsafe: Site = {
  id: 'unsafe',
  hosts: ['buaq.net', 'unsafe.sh'],
  sources: ['unSafe.sh'],
  start: [/^阅读量[:：]? ?\d/],
  end: /^(?:文章来源: ?$|文章来源: ?https?:|如有侵权请联系)/,
  drop: /^(?:\*?本文内容收集自全球范围|\*?标明为【外刊】|版权声明：感谢您的阅读)/,
};
