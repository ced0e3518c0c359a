import type { Site } from './site.js';

/** Security Affairs. */
export const securityaffairs: Site = {
  id: 'securityaffairs',
  hosts: ['securityaffairs.com', 'securityaffairs.co'],
  sources: ['Security Affairs'],
  end: /^(?:Follow me on Twitter|\(SecurityAffairs ?[–-]|you might also like|facebook linkedin twitter)/i,
  drop: /^\|$/,
};
