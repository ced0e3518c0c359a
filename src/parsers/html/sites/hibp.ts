import type { HtmlSite } from './site.js';

export const haveIBeenPwned: HtmlSite = {
  hosts: ['haveibeenpwned.com'],
  body: ['#breach-description', '.breach-details', '.pwnedWebsite', 'main'],
  drop: ['.pwnLogo', '.recommended-actions', '.promo'],
};
