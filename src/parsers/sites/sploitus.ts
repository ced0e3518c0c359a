import type { Site } from './site.js';

/** Sploitus: the text of an exploit. */
export const sploitus: Site = {
  id: 'sploitus',
  hosts: ['sploitus.com'],
  sources: ['Sploitus'],
  start: [/^Exploit for /i],
  end: /^(?:={5,}|Greetings to|Download$)/,
};
