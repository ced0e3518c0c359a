import type { Site } from './site.js';

/** Krebs on Security. */
export const krebs: Site = {
  id: 'krebs',
  hosts: ['krebsonsecurity.com'],
  sources: ['Krebs on Security'],
  end: /^This entry was posted on/,
  drop: /^Advertisement$/,
};
