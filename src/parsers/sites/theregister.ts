import type { Site } from './site.js';

/** The Register. */
export const theregister: Site = {
  id: 'theregister',
  hosts: ['theregister.com', 'theregister.co.uk'],
  sources: ['The Register'],
  end: /^(?:Get our Tech Resources|More about$|Send us news|TIP US OFF|®$|Broader topics|Narrower topics)/,
  drop: /^(?:\(X\)|READ MORE|This article is more than)/,
};
