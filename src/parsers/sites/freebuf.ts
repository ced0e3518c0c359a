import type { Site } from './site.js';

/** FreeBuf. */
export const freebuf: Site = {
  id: 'freebuf',
  hosts: ['freebuf.com'],
  sources: ['FreeBuf'],
  start: [/^所属地 /],
  end: /^(?:本文为.{0,30}独立观点，未经|被以下专辑收录|相关推荐$|已在.{0,20}FreeBuf.{0,20}发表)/,
  drop: /^\*?(?:本文内容收集自全球范围|标明为【外刊】|本文作者[:：])/,
};
