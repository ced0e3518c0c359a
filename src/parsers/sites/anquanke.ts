import type { Site } from './site.js';

/** Anquanke (安全客): translations and posts. */
export const anquanke: Site = {
  id: 'anquanke',
  hosts: ['anquanke.com'],
  sources: ['安全客'],
  start: [/^译文仅供参考，具体内容表达/, /^发布时间 ?[:：]/],
  end: /^(?:本文翻译自.{0,60}(?:如若转载|原文链接)|本文由.{1,40}(?:原创|授权)发布|商务合作，文章发布请联系|转载，请参考转载声明|如若转载,请注明出处)/,
  drop: /^(?:第\d{1,5}期$|你好呀~欢迎来到|欢迎各位新老顾客|译文声明$|本文是翻译文章|译文仅供参考，具体内容|安全KER - 有思想的安全新媒体)/,
};
