import type { Site } from './site.js';

/** GitHub: the read-me of a repository, or its one line of description where that is all. */
export const github: Site = {
  id: 'github',
  hosts: ['github.com'],
  start: [/^Repository files navigation$/, /^Star \d/],
  end: /^(?:About$|Resources$|\d[\d.,k]* stars? \d|Releases? ?\d|Footer$|Sign up for free|You signed in with another tab)/,
  drop: /^(?:README(?:\.md)?|License|MIT license|Apache-2\.0 license|GPL-3\.0 license)$/,
};
