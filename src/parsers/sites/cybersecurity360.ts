import type { Site } from './site.js';

/** Cybersecurity360.it. */
export const cybersecurity360: Site = {
  id: 'cybersecurity360',
  hosts: ['cybersecurity360.it'],
  end: /^(?:@RIPRODUZIONE RISERVATA|Articolo \d+ di \d+|Canali$)/,
  drop: /^(?:Indice degli argomenti|Continua a leggere)/,
};
