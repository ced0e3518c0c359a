import type { Site } from './site.js';

/** SANS Internet Storm Center diaries. */
export const sansIsc: Site = {
  id: 'sans-isc',
  hosts: ['isc.sans.edu'],
  sources: ['SANS Internet Storm Center'],
  start: [/^\d{1,4} comment\(s\)$/],
  end: /^(?:Keywords:|\d{1,4} comment\(s\)|Comments$|Login here to join)/,
};
