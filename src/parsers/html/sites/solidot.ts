import type { HtmlSite } from './site.js';

export const solidot: HtmlSite = {
  hosts: ['solidot.org'],
  body: ['.p_mainnew'],
  drop: ['.talkm', '.talktime', '.icon_float'],
};
