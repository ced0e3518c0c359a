import type { DataClass } from '../../model/index.js';
import type { Span } from '../../text/sentences.js';
import type { TermHit } from '../engine/types.js';

/**
 * Coordinations that share their head: “email and IP addresses”, 个人和财务信息. Each modifier names a class of
 * its own although only the last one stands before the noun. Folded text.
 */
const EN_MODIFIERS: Readonly<Record<string, DataClass>> = {
  email: 'email_addresses',
  'e-mail': 'email_addresses',
  ip: 'ip_addresses',
  physical: 'physical_addresses',
  postal: 'physical_addresses',
  mailing: 'physical_addresses',
  home: 'physical_addresses',
  street: 'physical_addresses',
  billing: 'physical_addresses',
  shipping: 'physical_addresses',
  residential: 'physical_addresses',
  customer: 'customer_records',
  client: 'customer_records',
  user: 'customer_records',
  patient: 'customer_records',
  employee: 'employee_records',
  staff: 'employee_records',
  personal: 'other_personal_data',
  financial: 'financial_data',
  medical: 'medical_records',
  health: 'medical_records',
  payment: 'payment_cards',
  banking: 'bank_accounts',
  insurance: 'insurance_data',
  employment: 'employment',
  passport: 'passport_numbers',
  phone: 'phone_numbers',
  telephone: 'phone_numbers',
};
const EN_WORD = Object.keys(EN_MODIFIERS).join('|');
const EN_ADDRESSES = new RegExp(
  `\\b(?:(?:unique )?(?:${EN_WORD})(?:, (?:and |or )?| and | or | & |/)){1,3}(?:${EN_WORD}) (?:addresses|data|information|records|details|numbers)\\b`,
  'g',
);
const EN_EACH = new RegExp(`\\b(?:${EN_WORD})\\b`, 'g');

const ZH_MODIFIERS: Readonly<Record<string, DataClass>> = {
  个人: 'other_personal_data',
  身份: 'other_personal_data',
  财务: 'financial_data',
  金融: 'financial_data',
  银行: 'bank_accounts',
  付款: 'payment_cards',
  支付: 'payment_cards',
  医疗: 'medical_records',
  健康: 'medical_records',
  诊疗: 'medical_records',
  诊断: 'medical_records',
  处方: 'medical_records',
  客户: 'customer_records',
  用户: 'customer_records',
  会员: 'customer_records',
  员工: 'employee_records',
  雇员: 'employee_records',
  保险: 'insurance_data',
  联系: 'phone_numbers',
  交易: 'transactions',
  订单: 'transactions',
  薪资: 'financial_data',
  税务: 'financial_data',
  位置: 'geolocation',
  设备: 'device_information',
  车辆: 'vehicle_information',
};
const ZH_WORD = Object.keys(ZH_MODIFIERS).join('|');
const ZH_LIST = new RegExp(
  `(?:(?:${ZH_WORD})(?:和|及|与|以及|、|或)){1,5}(?:${ZH_WORD})(?:等)?(?:敏感|详细|相关|账户)?(?:信息|数据|资料|记录)`,
  'g',
);
const ZH_EACH = new RegExp(ZH_WORD, 'g');

/**
 * The terms that such coordinations of a sentence imply, beside those found as they stand.
 *
 * @param folded the document, folded
 * @param known the terms already found in the sentence
 */
export function elliptic(folded: string, sentence: Span, known: readonly TermHit[]): TermHit[] {
  const text = folded.slice(sentence.start, sentence.end);
  const out: TermHit[] = [];
  const collect = (list: RegExp, each: RegExp, senses: Readonly<Record<string, DataClass>>): void => {
    for (const match of text.matchAll(list)) {
      for (const word of match[0].matchAll(each)) {
        const start = sentence.start + match.index + word.index;
        const end = start + word[0].length;
        const id = senses[word[0]];
        const told = known.some(
          (k) => k.start <= start && end <= k.end && !k.id.startsWith('~') && k.id !== 'email',
        );
        if (id !== undefined && !told) out.push({ start, end, lexicon: 'data_class', id });
      }
    }
  };
  if (/(?:addresses|data|information|records|details|numbers)\b/.test(text))
    collect(EN_ADDRESSES, EN_EACH, EN_MODIFIERS);
  if (/(?:信息|数据|资料|记录)/.test(text)) collect(ZH_LIST, ZH_EACH, ZH_MODIFIERS);
  return out;
}
