import type { Site } from './site.js';

/** 4hou (嘶吼): translations and vendor posts. */
export const site4hou: Site = {
  id: '4hou',
  hosts: ['4hou.com'],
  sources: ['嘶吼 RoarTalk'],
  end: /^(?:分享至|感谢您的支持，我会继续努力的|打开微信扫一扫后点击右上角|如若转载，请注明原文地址)/,
};
