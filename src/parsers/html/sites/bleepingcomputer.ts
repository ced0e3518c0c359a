import type { HtmlSite } from './site.js';

export const bleepingComputer: HtmlSite = {
  hosts: ['bleepingcomputer.com'],
  body: ['.articleBody'],
  drop: [
    '.cz-related-article-wrapp',
    '.cz-related-article',
    '.ia_ad',
    '.cz-news-story-title-section',
    '.cz-post-author',
  ],
};
