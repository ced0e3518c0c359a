import type { Site } from './site.js';

/** Have I Been Pwned: a page a breach, and the list of all breaches that older links lead to. */
export const hibp: Site = {
  id: 'hibp',
  hosts: ['haveibeenpwned.com'],
  sources: ['Have I Been Pwned'],
  end: /^(?:Change Your Password|Enable Two-Factor Authentication|Who's Been Pwned|Browse All Breaches)$/,
  notArticle: /^Breached websites that have been loaded into Have I Been Pwned$/,
  drop: /^(?:Sponsored|Recommended Actions|Use a password manager to generate|Try 1Password|Check my email|View Website$)/,
};
