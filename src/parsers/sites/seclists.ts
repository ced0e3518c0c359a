import type { Site } from './site.js';

/** Archives of mailing lists at seclists.org: a letter with its head above and its thread below. */
export const seclists: Site = {
  id: 'seclists',
  hosts: ['seclists.org'],
  sources: ['Full Disclosure'],
  start: [/^Date: /],
  end: /^(?:Current thread:|Sent through the Full Disclosure mailing list)/,
};
