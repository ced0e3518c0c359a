import type { Site } from './site.js';

/** Medium and the publications that it hosts. */
export const medium: Site = {
  id: 'medium',
  hosts: ['medium.com', 'infosecwriteups.com'],
  end: /^(?:Published in |Written by |No responses yet|Responses \(|More from |Recommended from Medium|Want to Connect\?)/,
  drop: /^(?:Member-only story|--|Listen|Follow publication|Not a member\?)$/,
};
