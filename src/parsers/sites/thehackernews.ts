import type { Site } from './site.js';

/** The Hacker News. */
export const thehackernews: Site = {
  id: 'thehackernews',
  hosts: ['thehackernews.com'],
  sources: ['The Hacker News'],
  end: /^(?:Found this article interesting\?|SHARE$|Tweet$|Trending News|Popular Resources)/,
};
