import type { Site } from './site.js';

/** Securityinfo.it. */
export const securityinfo: Site = {
  id: 'securityinfo',
  hosts: ['securityinfo.it'],
  sources: ['Securityinfo.it'],
  end: /^(?:Articoli correlati|Condividi l'articolo|Altro in questa categoria)/,
};
