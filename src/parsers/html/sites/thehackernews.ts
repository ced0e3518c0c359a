import type { HtmlSite } from './site.js';

export const theHackerNews: HtmlSite = {
  hosts: ['thehackernews.com'],
  body: ['#articlebody', '.articlebody'],
  drop: ['.dog_two', '.dog_one', '.note-b', '.cf', '.ad_two', '.article-board', '.stophere', '.email-box'],
  dropLine: /^(?:found this article interesting\?|\(the story was updated|follow us on (?:twitter|google))/i,
};
