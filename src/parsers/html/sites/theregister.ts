import type { HtmlSite } from './site.js';

export const theRegister: HtmlSite = {
  hosts: ['theregister.com', 'theregister.co.uk'],
  body: ['#body'],
  drop: [
    '.adun',
    '.wptl',
    '.promo_article',
    '.article_text_related',
    '.share_container',
    '.listinks',
    '.keepreading',
  ],
  dropLine: /^(?:®|get our tech resources|sign up for our)/i,
};
