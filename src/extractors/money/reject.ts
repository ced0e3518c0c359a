import type { Sentence } from '../engine/types.js';
import type { SumKind } from './kinds.js';

/** What a law allows, not what was imposed: 可以并处五万元以上五十万元以下罚款, "fines of up to". */
const STATUTE =
  /每项违规|可能被|建议对|并处|以上.{0,14}以下|可处|最高可处|可[被以]处|将(?:面临|被处以)|依法处|up to|maximum|face[sd]? (?:a )?fines?|could be fined|per violation|as much as .{0,14}(?:turnover|revenue)/;
/** Paid to those who found a flaw. */
const BOUNTY = /研究人?员|赏金|奖励|漏洞报告|bug bounty|researcher|reward/;
/** Shares of a sum: for each member of a class, for the lawyers. */
const SHARE =
  /每小时|每[人名位条份](?!.{0,4}(?:售|价|卖))|人均|每股|最高可获|律师费|原告律师|诉讼费|服务奖励|per hour|per person|each (?:class )?member|attorney|legal fees|service award/;
/** Money found again, right before the sum or right after it. */
const RECOVERED_BEFORE =
  /(?:冻结|缴获|扣押|查扣|没收.{0,30}(?:钱包|账户)|退还|归还|返还|追回|挽回|seized?|seizing|froze|frozen|confiscated|recovered|returned|refunded)[^,，。;；.]{0,14}$/;
const RECOVERED_AFTER =
  /^[^,，。;；.]{0,6}(?:被冻结|已冻结|被追回|被扣押|was (?:seized|frozen|recovered|returned)|have been (?:recovered|returned|frozen))/;
/** A value of today beside the one of then. */
const NOW = /(?:现|如今|目前|现在|今日)(?:价值|总值|市值)[^,，。]{0,6}$|now worth (?:about |around )?$/;
/** Words of statistics. */
const STATISTICS =
  /平均|报告显示|调查显示|统计|总额(?:突破|达)|累计|通常|普遍|预计到|每年|全球.{0,8}(?:损失|成本)|average|annually|per year|a year\b|globally|worldwide|estimated to cost the|survey|report (?:found|says)|study/;

/** Without a word of an attack or of data near, a price is that of some product and a fine is for something else. */
const CONTEXT =
  /黑客|攻击|泄[露漏密]|被泄|机密|故障|中断|瘫痪|法院|公安|警方|outage|disrupt|gang|extort|settle|investigat|勒索|窃|盗|诈骗|骗|入侵|数据|暗网|论坛|漏洞|个人信息|隐私|恶意|赎金|加密货币|比特币|钓鱼|网络犯罪|hack|attack|breach|leak|ransom|stole|theft|scam|fraud|data|forum|dark web|exploit|malware|crypto|privacy|phish|cyber|dati|rubat|riscatto|attacc|被害|攻撃|流出/;
const CONTEXT_REACH = 120;

/** Why a sum is none of the incident; null where nothing says so. */
export function notOfIncident(
  folded: string,
  sum: { readonly start: number; readonly end: number },
  sentence: Sentence,
  kind: SumKind | null,
): string | null {
  if (kind === null) return 'nothing near tells what the sum is';
  if (kind === 'background') return 'revenue, prices or rewards, no sum of the incident';
  const before = folded.slice(Math.max(sentence.start, sum.start - 34), sum.start);
  const after = folded.slice(sum.end, Math.min(sentence.end, sum.end + 40));
  const near = folded.slice(Math.max(sentence.start, sum.start - 26), Math.min(sentence.end, sum.end + 18));
  const around = folded.slice(Math.max(0, sentence.start - CONTEXT_REACH), sentence.end + CONTEXT_REACH);
  if (!CONTEXT.test(around)) return 'nothing near speaks of an attack or of data';
  if (kind === 'fine' && STATUTE.test(before + after)) return 'what a law allows';
  if (kind === 'ransom_paid' && BOUNTY.test(before + after)) return 'a reward for a report of a flaw';
  if (SHARE.test(near)) return 'a share of a sum';
  if (RECOVERED_BEFORE.test(before) || RECOVERED_AFTER.test(after)) return 'money found again';
  if (NOW.test(before)) return 'its value of today';
  if (STATISTICS.test(near)) return 'statistics';
  return null;
}
