import type { Site } from './site.js';

/** TechCrunch. */
export const techcrunch: Site = {
  id: 'techcrunch',
  hosts: ['techcrunch.com'],
  sources: ['TechCrunch'],
  end: /^(?:Topics$|View Bio|Most Popular$)/,
  drop: /^(?:REGISTER NOW|Save Now|Techcrunch event|Join 10k\+ tech|Netflix, Box, a16z|San Francisco ?\||Contact Us$|Do you (?:know|have) (?:more|any) (?:info|about))/i,
};
