import type { Site } from './site.js';

/** CSDN blogs. */
export const csdn: Site = {
  id: 'csdn',
  hosts: ['csdn.net'],
  start: [/^版权声明：本文为博主原创/],
  end: /^(?:确定要放弃本次机会|福利倒计时|最低[\d.]{1,6}元\/天 解锁文章|200万优质内容无限畅学|最新推荐文章于|觉得还不错)/,
  drop: /^(?:文章标签：|本文链接：|《.{1,40}》带你)/,
};
