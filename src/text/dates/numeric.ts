import { isDay } from './calendar.js';
import type { Raw, ReadContext } from './types.js';

const YMD = /((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?!\.\d)/y;
const YMD_SPACED = /((?:19|20)\d{2}) ([-/.]) (\d{1,2}) \2 (\d{1,2})(?!\d)/y;
const DMY = /(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d|\.\d)/y;
const YM = /((?:19|20)\d{2})[-/](0[1-9]|1[0-2])(?![\d/-]|\.\d)/y;

/** Languages whose numeric dates begin with the month. */
const MONTH_FIRST = new Set(['en', 'und', 'zh', 'ja']);

/** 2025-02-05, 2025/2/5, 2025.02.05, 02/05/2025, 15/04/2025, 2025-02. */
export function readNumeric({ folded, lang }: ReadContext, at: number): Raw | null {
  if (
    /[\w.,/=-]/.test(folded.charAt(at - 1)) &&
    !/[a-z] -$|[\u3000-\uffff]$/.test(folded.slice(Math.max(0, at - 1), at))
  )
    return null;
  for (const pattern of [YMD, YMD_SPACED]) {
    pattern.lastIndex = at;
    const m = pattern.exec(folded);
    if (m === null) continue;
    const [year, month, day] = [Number(m[1]), Number(m[3]), Number(m[4])];
    return isDay(year, month, day)
      ? {
          start: at,
          end: at + m[0].length,
          told: { kind: 'pieces', year, month, day },
          rule: 'dates/numeric',
        }
      : null;
  }
  DMY.lastIndex = at;
  const dmy = DMY.exec(folded);
  if (dmy !== null) {
    const [a, b, year] = [Number(dmy[1]), Number(dmy[3]), Number(dmy[4])];
    const dayFirst = a > 12 || (b <= 12 && (dmy[2] === '.' || !MONTH_FIRST.has(lang)));
    const [day, month] = dayFirst ? [a, b] : [b, a];
    if (!isDay(year, month, day)) return null;
    return {
      start: at,
      end: at + dmy[0].length,
      told: { kind: 'pieces', year, month, day },
      rule: 'dates/numeric',
    };
  }
  YM.lastIndex = at;
  const ym = YM.exec(folded);
  if (ym === null) return null;
  return {
    start: at,
    end: at + ym[0].length,
    told: { kind: 'pieces', year: Number(ym[1]), month: Number(ym[2]) },
    rule: 'dates/numeric',
  };
}
