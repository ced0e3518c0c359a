import type { Site } from './site.js';

/** Solidot: one paragraph a story, with a motto below it. */
export const solidot: Site = {
  id: 'solidot',
  hosts: ['solidot.org'],
  sources: ['奇客Solidot'],
  start: [/^来自/, /发表于 ?\d{4}年/],
  end: /^(?:首页|本站提到的所有注册商标)/,
  drop: /^.{4,200}(?:--|——|―) ?[^-—\s。，].{0,40}$/,
  trailer: /^[^\d]{2,160}$/,
};
