import type { Candidate, FactRule } from '../engine/types.js';

const CVE = /\bcve[- ]?(\d{4})[- ](\d{4,7})\b/g;

/** CVE ids as printed, brought into their one form (https://www.cve.org: `CVE-year-number`). */
export const cveRule: FactRule<'cve'> = {
  id: 'cves',
  find(doc) {
    const found: Candidate<'cve'>[] = [];
    if (!doc.folded.includes('cve')) return found;
    for (const match of doc.folded.matchAll(CVE)) {
      const year = Number(match[1]);
      if (year < 1999 || year > 2099) continue;
      found.push({
        kind: 'cve',
        value: `CVE-${match[1]}-${match[2]}`,
        start: match.index,
        end: match.index + match[0].length,
        rule: 'cves/id',
      });
    }
    return found;
  },
};
