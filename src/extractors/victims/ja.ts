import type { Sentence } from '../engine/types.js';
import type { VictimMention } from './types.js';

/** Words without which no Japanese sentence tells of an incident. Folded text: 漏えい stays, 漏洩 becomes 漏泄. */
export const EVENT_JA =
  /不正アクセス|漏えい|漏[泄洩]|流出|サイバー攻[击撃]|ランサム|攻[击撃]|改ざん|乗っ取り|乗取り|不正ログイン|不正利用|マルウェア|ウイルス|フィッシング|紛失|盗[难難]|[误誤]送信|システム障害|ddos|情報セキュリティ/;

const NAME = '[^\\s、。,()「」『』【】!?:;]{2,30}?';

interface Pattern {
  readonly id: string;
  readonly re: RegExp;
  readonly strength: number;
}

const PATTERNS: readonly Pattern[] = [
  {
    id: 'ja-suffers',
    re: new RegExp(
      `(${NAME})(?:\\(([^)]{2,40})\\))?(?:は|が|も)[^。]{0,80}?(?:不正アクセス|サイバー攻.|ランサム|攻.|被害|ddos|マルウェア|不正ログイン)[^。]{0,24}?(?:受け|遭|あっ|被害|感染|発表|公表|明らか|確認|判明|発生|した)`,
      'g',
    ),
    strength: 0.85,
  },
  {
    id: 'ja-leak-at',
    re: new RegExp(
      `(${NAME})(?:\\(([^)]{2,40})\\))?(?:は|が|で|では|の)[^。]{0,60}?(?:漏えい|漏.|流出|改ざん|紛失|.送信)`,
      'g',
    ),
    strength: 0.75,
  },
  {
    id: 'ja-access-to',
    re: new RegExp(
      `(${NAME})(?:\\(([^)]{2,40})\\))?(?:への|に.する|における|で発生した|が運営する)[^。]{0,30}?(?:不正アクセス|サイバー攻.|ランサム|攻.|不正ログイン)`,
      'g',
    ),
    strength: 0.8,
  },
];

/** An organisation by its form or ending; other subjects (“customers”, “we”) are no victims. */
const ORGANISATION =
  /株式会社|有限会社|合同会社|法人|会社|ホールディングス|グループ|銀行|银行|病院|大学|学園|高校|市|県|县|町|村|区|庁|省|局|協会|协会|組合|连盟|連盟|機構|机构|センター|財団|クリニック|図書館|商工会議所|信用金庫|[A-Za-z]{3,}|ストア|ショップ|サービス|新聞|放送/;
const NOBODY =
  /^(?:当社|弊社|同社|本件|今回|この|その|第三者|攻撃者|攻击者|調査|お客|個人情報|顧客|会員|これ|それ|現時点|現在|一部|システム|サーバ|原因|影響|情報|データ|不正|ランサム|被害)|(?:こと|もの|ため|結果|際|可能性|情報|サーバー?|システム|データ|パソコン|端末)$/;

/** Finds who was hit in one sentence of a Japanese text. */
export function victimsInJa(text: string, folded: string, sentence: Sentence): VictimMention[] {
  const s = folded.slice(sentence.start, sentence.end);
  if (!EVENT_JA.test(s)) return [];
  const out: VictimMention[] = [];
  for (const p of PATTERNS) {
    p.re.lastIndex = 0;
    for (let m = p.re.exec(s); m !== null; m = p.re.exec(s)) {
      const raw = m[1] ?? '';
      const lead =
        /^(?:.{0,20}?(?:によると|によれば|の|大手|運営する|手がける|展開する|子会社|日|は))?/.exec(raw)?.[0]
          .length ?? 0;
      const name = raw.length - lead >= 2 && ORGANISATION.test(raw.slice(lead)) ? raw.slice(lead) : raw;
      if (!ORGANISATION.test(name) || NOBODY.test(name)) {
        p.re.lastIndex = m.index + Math.max(1, raw.length);
        continue;
      }
      const start = sentence.start + m.index + raw.length - name.length;
      const end = start + name.length;
      const alias = m[2]?.replace(/^(?:以下|本社|所在地).{0,40}$/, '').trim();
      out.push({
        start,
        end,
        name: text.slice(start, end),
        aliases: alias !== undefined && alias.length > 1 ? [alias] : [],
        sentence: sentence.index,
        eventStart: end,
        eventEnd: sentence.start + m.index + m[0].length,
        rule: `victims/${p.id}`,
        strength: p.strength,
        described: false,
      });
    }
  }
  return out;
}
