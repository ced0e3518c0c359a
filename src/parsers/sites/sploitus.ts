import type { Site } from './site.js';

/** Sploitus: the text of an exploit. */
export const sploitus: Site = {
  id: 'sploitus',
  hosts: ['sploitus.com'],
  sources: ['Sploitus'],
  start: [/^Exploit for /i],
  drop: /^(?:Copy|Download|Source|Share|CVSS|Dark Mode)$|^\d{4}-\d\d-\d\d( \| CVSS.*)?$/,
  end: /^(?:={5,}|Greetings to)/,
  codeEnd: /^(?:\[\+\] ?)?(?:Greetings to|Greetz?|Thanks to|Shout ?outs?)\b.{0,20}[:=]/i,
};
