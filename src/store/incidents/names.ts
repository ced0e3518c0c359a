import type { Report } from '../../model/index.js';
import { fold } from '../../text/fold.js';

const LATIN_ENDING =
  /(?:[\s,]{1,3}(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|se|sa|s\.a|s\.p\.a|spa|srl|bv|b\.v|nv|n\.v|pty|pte|oy|ab|as|holdings?|group|international|the)\.?){1,4}$/;
const CHINESE_ENDING =
  /(?:股份有限公司|有限责任公司|有限公司|控股公司|集团公司|株式会社|公司|集团|控股|官网|官方网站|网站|平台)$/;

/** Names that name nobody: every one of them would join strangers. */
const NOBODY =
  /^(?:某|多家|一家|数家|该|这家|未具名|未透露)|^(?:unknown|unnamed|undisclosed|victims?|users?|customers?|company|companies|organi[sz]ations?|government|hospital|bank|school|university)$/;

/**
 * Normalises the name of an organisation, product or group for comparison: width, case and traditional
 * characters folded, quotes and brackets dropped, legal forms and generic endings set aside.
 *
 * @returns the key, or null where nothing is left that could tell one victim from another
 */
export function nameKey(name: string): string | null {
  let key = fold(name)
    .normalize('NFKC')
    .replace(/[《》「」『』“”"'’‘()[\]【】]/g, '')
    .replace(/\s{1,20}/g, ' ')
    .trim();
  if (NOBODY.test(key)) return null;
  key = key.replace(/^the /, '');
  const latin = key.replace(LATIN_ENDING, '').trim();
  if (latin.length >= 2) key = latin;
  const chinese = key.replace(CHINESE_ENDING, '');
  if (chinese.length >= 2) key = chinese;
  key = key.replace(/[^\p{L}\p{N}]{1,20}/gu, '');
  return key.length >= 2 ? key : null;
}

/** The keys of all names and aliases of a report's victims, each once, sorted. */
export function victimKeys(report: Pick<Report, 'victims'>): string[] {
  const keys = report.victims.flatMap(({ value }) => [value.name, ...value.aliases].map(nameKey));
  return [...new Set(keys.filter((k) => k !== null))].sort();
}
