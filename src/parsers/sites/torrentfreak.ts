import type { Site } from './site.js';

/** TorrentFreak. */
export const torrentfreak: Site = {
  id: 'torrentfreak',
  hosts: ['torrentfreak.com'],
  sources: ['TorrentFreak'],
  end: /^(?:Tagged In:|You Might Also Like|Previous Post|Next Post)/,
  drop: /^Home >/,
};
