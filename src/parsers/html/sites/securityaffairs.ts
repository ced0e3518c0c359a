import type { HtmlSite } from './site.js';

export const securityAffairs: HtmlSite = {
  hosts: ['securityaffairs.com', 'securityaffairs.co'],
  body: ['.article-details-block', '.post_content', '.entry-content'],
  drop: ['.article-share', '.tags_section', '.next-article'],
  dropLine:
    /^(?:follow me on (?:twitter|x|mastodon)\b|pierluigi ?paganini$|\(security ?affairs\b|subscribe to .{0,40}newsletter|(?:if you want to|please) (?:also )?(?:vote|receive)\b|share this:)/i,
};
