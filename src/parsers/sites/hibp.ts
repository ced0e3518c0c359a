import type { Site } from './site.js';

/** Have I Been Pwned: a page a breach, and the list of all breaches that older links lead to. */
export const hibp: Site = {
  id: 'hibp',
  hosts: ['haveibeenpwned.com'],
  sources: ['Have I Been Pwned'],
  end: /^(?:Recommended Actions|Who's Been Pwned$|Browse All Breaches)/,
  drop: /^(?:Sponsored|Try 1Password|Check my email|View Website)$/,
};
