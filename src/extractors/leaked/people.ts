import type { DataClass } from '../../model/index.js';
import type { Span } from '../../text/sentences.js';
import type { TermHit } from '../engine/types.js';

/**
 * Totals told by whose data they are, in the many wordings that no list of terms holds: 员工的“一些信息”,
 * 雇员和患者的敏感数据, "data of about two million subscribers", "workers' sensitive records". Folded text.
 */

const ZH_STAFF =
  '(?:前|现任|离职|在职|全体|所有)?(?:员工|雇员|职员|职工|教职工|工作人员|公务员|警员|警察|军人|士兵)';
const ZH_CLIENTS =
  '(?:客户|用户|顾客|会员|消费者|患者|病人|乘客|旅客|学生|考生|家长|订阅者|订户|投保人|参保人|居民|市民|公民|选民|玩家|读者|储户|持卡人|车主|业主|租户|住客|捐赠者|买家|卖家|求职者|申请人|纳税人|受益人)';
const ZH_PEOPLE = `(?:${ZH_STAFF}|${ZH_CLIENTS})`;
const ZH_MODIFIER =
  '(?:一些|部分|某些|大量|相关|有关|所有|全部|若干|少量|海量|敏感|个人|身份|隐私|私人|机密|内部|详细|基本|完整|的)';
const ZH_DATA =
  '(?:信息|数据|资料|记录|档案)(?!库|中心|平台|系统|安全|保护|处理(?!的|过)|技术|主体|管理|服务器|治理|泄[露漏]通知)';
const ZH_TOTAL = new RegExp(
  `${ZH_PEOPLE}(?:(?:和|及|与|以及|、|或)${ZH_PEOPLE}){0,3}(?:们)?["“]?的?["“]?${ZH_MODIFIER}{0,4}${ZH_DATA}`,
  'g',
);
const ZH_EACH_STAFF = new RegExp(ZH_STAFF);
const ZH_EACH_CLIENT = new RegExp(ZH_CLIENTS);

const EN_STAFF = '(?:employees?|staff(?: members?)?|workers?|personnel|contractors?|officers?|teachers?)';
const EN_CLIENTS =
  '(?:customers?|clients?|users?|subscribers?|patients?|members?|guests?|passengers?|travell?ers?|students?|players?|policyholders?|account ?holders?|cardholders?|residents?|citizens?|voters?|donors?|shoppers?|consumers?|borrowers?|tenants?|drivers?|applicants?|participants?)';
const EN_PEOPLE = `(?:${EN_STAFF}|${EN_CLIENTS})`;
const EN_MODIFIER =
  '(?:personal|sensitive|confidential|private|personally identifiable|identifying|account|profile|contact|certain|some)';
const EN_DATA = '(?:data|information|details|records|info)';
/** "customers' sensitive data", "employee and client records". */
const EN_GENITIVE = new RegExp(
  `\\b${EN_PEOPLE}(?:'s?)?(?:(?:, | and | or |, and )(?:${EN_MODIFIER} )?${EN_PEOPLE}(?:'s?)?){0,2}(?: (?:and )?${EN_MODIFIER}){0,2} ${EN_DATA}\\b`,
  'g',
);
/** "the personal data of more than two million current and former members". */
const EN_OF = new RegExp(
  `\\b(?:${EN_MODIFIER} (?:and )?){0,2}${EN_DATA} (?:of|on|about|from|for|belonging to|relating to|related to|concerning|pertaining to) (?!(?:the|this|that) (?:company|breach|incident|attack))(?:(?!and\\b|was\\b|were\\b|that\\b|which\\b|in\\b|to\\b)[a-z0-9.,'-]{1,16} ){0,7}?(?:${EN_PEOPLE}|people|individuals|persons)\\b(?! (?!who|whose|whom|that|and|or|in|from|at|of|were|was|have|had|has|to|on|with|worldwide|nationwide|across|as|by|during|including|is|are|may|for|after|via|through|between|since|when|being|been|stolen|leaked|exposed)[a-z])`,
  'g',
);
/** Asked first, as it is cheaper. */
const EN_ANYBODY = new RegExp(`\\b(?:${EN_PEOPLE}|people|individuals|persons)\\b`);
const EN_EACH_STAFF = new RegExp(`\\b${EN_STAFF}\\b`);
const EN_EACH_CLIENT = new RegExp(`\\b${EN_CLIENTS}\\b`);
/** “Dietary information about members”: a kind of data of its own, no total. */
const OF_A_KIND = /(?:ary|ical|cial|mic|ance|tion|ment|ing|health|contact|card|bank|tax|order|phone) $/;
const PERSONAL = /个人|身份|隐私|私人|敏感|personal|private|sensitive|identif/;
const PEOPLE_ALONE = /people|individuals|persons/;

/**
 * The totals of a sentence that are told by whose data they are, beside the terms found as they stand.
 *
 * @param folded the document, folded
 * @param known the terms already found in the sentence: what they cover is theirs
 */
export function totalsOfPeople(folded: string, sentence: Span, known: readonly TermHit[]): TermHit[] {
  const text = folded.slice(sentence.start, sentence.end);
  const out: TermHit[] = [];
  const collect = (pattern: RegExp, staff: RegExp, client: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      if (OF_A_KIND.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
      for (const id of classesOf(match[0], staff, client)) {
        if (!known.some((k) => k.id.replace('~', '') === id && k.start < end && start < k.end))
          out.push({ start, end, lexicon: 'data_class', id });
      }
    }
  };
  if (/[信数资记档][息据料录案]/.test(text)) collect(ZH_TOTAL, ZH_EACH_STAFF, ZH_EACH_CLIENT);
  if (/\b(?:data|information|details|records|info)\b/.test(text) && EN_ANYBODY.test(text)) {
    collect(EN_GENITIVE, EN_EACH_STAFF, EN_EACH_CLIENT);
    collect(EN_OF, EN_EACH_STAFF, EN_EACH_CLIENT);
  }
  return out;
}

/** Personal data of customers, or of customers and employees together, is personal data; that of employees alone is theirs. */
function classesOf(words: string, staff: RegExp, client: RegExp): DataClass[] {
  const personal = PERSONAL.test(words);
  const out: DataClass[] = [];
  if (staff.test(words) && !(personal && client.test(words))) out.push('employee_records');
  if (client.test(words)) out.push(personal ? 'other_personal_data' : 'customer_records');
  if (out.length === 0 && personal && PEOPLE_ALONE.test(words)) out.push('other_personal_data');
  return out;
}
