import type { DateSpan } from '../../text/dates/index.js';
import type { Sentence } from '../engine/types.js';

/** Right after a date: a game, a law, a product or a report named by its year. */
const NAMED_BY_YEAR =
  /^ ?(?:[^,，。；、]{0,14}(?:第.{1,3}届|奥运|亚运|亚冬会|世界杯|峰会|大会|财年|财报|季报|年报|年度|白皮书|大选|选举|法案|预算|赛季|榜单|排行榜|排名|十大|盘点|趋势|展望|预测|网络安全(?:态势|报告|状况)|[^,，。；、]{0,8}(?:调查|研究|报告)(?:显示|指出|发现|中|基于|数据)?)|[a-z ]{0,24}(?:report|survey|edition|olympics|election|conference|summit|fiscal|budget|study|list of|season|world cup))/;
/** Right before a date. */
const BEFORE_BACKGROUND =
  /(?:版权所有|copyright|©|\(c\)|成立于|创立于|创建于|建于|注册于|生于|毕业于|发布时间|更新时间|发布于|原文日期|编辑于|last updated|updated on|published on|posted on|windows|office|server|版本|version|founded in|established in|since its founding in|born in) ?(?::|：)? ?$/;

/**
 * Why a date is no date of an incident, by the words right beside it; null where nothing says so.
 */
export function backgroundOf(folded: string, date: DateSpan, sentence: Sentence): string | null {
  const before = folded.slice(Math.max(sentence.start, date.start - 24), date.start);
  const after = folded.slice(date.end, Math.min(sentence.end, date.end + 30));
  if (date.precision === 'year' && NAMED_BY_YEAR.test(after)) return 'a thing named by its year';
  if (BEFORE_BACKGROUND.test(before)) return 'founding, print date or version';
  const words = folded.slice(date.start, date.end);
  if (/^(?:今年|本年|this year|current year)$/.test(words)) return 'this year, no date of an event';
  if (/^(?:今天|今日|today|oggi|heute)$/.test(words)) {
    if (/["“「']$/.test(before) || /^["”]|^的(?!声明|公告|发布|公开)/.test(after))
      return 'today in a quotation or in general';
  }
  return null;
}
