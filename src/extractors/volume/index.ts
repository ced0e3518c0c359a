import { quantitiesOf } from '../engine/quantities.js';
import type { Candidate, Doc, FactRule, Sentence } from '../engine/types.js';

/** The amount of data stolen or exposed, as number and unit. */
export const volumeRule: FactRule<'volume'> = { id: 'volume', find };

const AMOUNT =
  /(?<![\w.,-])(?:(a|one|half a|un) (terabyte|gigabyte|petabyte)|(\d{1,4}(?:,\d{3}){0,2}(?:\.\d{1,3})?)(?:多|余|\+)? ?(t|g|tb|gb|mb|pb|tib|gib|mib|terabytes?|gigabytes?|megabytes?|petabytes?|兆兆字节|千兆字节|太字节|吉字节|兆字节|个tb|个gb|个t|个g))(?![a-z0-9])(?!bps|\/s|ps| ?per second)/g;
const ATTACHMENT =
  /文件大小|大小[:： |]|file size|恶意|钓鱼|诱饵|样本|载荷|附件|phish|payload|malicious|attachment|sample/;
const WORDS: Readonly<Record<string, string>> = { a: '1', one: '1', un: '1', 'half a': '0.5' };
const LETTER: Readonly<Record<string, string>> = {
  t: 'TB',
  g: 'GB',
  m: 'MB',
  p: 'PB',
  太: 'TB',
  吉: 'GB',
  兆: 'MB',
};
/** Words that make an amount one of data taken or left open. */
const DATA =
  /数据|文件|资料|信息|文档|档案|窃|盗|泄|暴露|曝光|下载|公开|存储|数据库|源代码|压缩|data|file|document|stol|steal|leak|exfiltrat|dump|expos|download|databas|archive|cache|trove|torrent|information|taken|grab|dati|rubat|情报|ファイル/;
/** Words that make it traffic, memory or a disk. */
const NOT_DATA =
  /每秒|带宽|流量|峰值|内存|显存|显卡|硬盘|固态|ram|memory|traffic|bandwidth|gbps|tbps|mbps|ssd|storage plan|套餐|网速|攻击规模|安装包|free space|5g|4g|per second|ddos/;

/** A page with more is a list of data, no article; what is beyond is not read. */
const MAX_CANDIDATES = 300;

function find(doc: Doc): readonly Candidate<'volume'>[] {
  const { folded } = quantitiesOf(doc);
  const out: Candidate<'volume'>[] = [];
  let s = 0;
  AMOUNT.lastIndex = 0;
  for (let m = AMOUNT.exec(folded); m !== null && out.length < MAX_CANDIDATES; m = AMOUNT.exec(folded)) {
    while (s < doc.sentences.length && (doc.sentences[s]?.end ?? 0) <= m.index) s++;
    const sentence = doc.sentences[s];
    if (sentence === undefined) break;
    if (sentence.start > m.index) continue;
    const unit = (m[2] ?? m[4] ?? '').replace('个', '').replace('兆兆', 't').replace('千兆', 'g');
    const letter = unit.charAt(0);
    const end = m.index + m[0].length;
    const rejected = reject(folded, m.index, end, unit, sentence);
    out.push({
      kind: 'volume',
      value: `${WORDS[m[1] ?? ''] ?? (m[3] ?? '').replaceAll(',', '')}${LETTER[letter] ?? 'GB'}`,
      start: m.index,
      end,
      rule: 'volume/amount',
      ...(rejected === null ? {} : { rejected }),
    });
  }
  return out;
}

function reject(folded: string, start: number, end: number, unit: string, sentence: Sentence): string | null {
  const near = folded.slice(Math.max(sentence.start, start - 40), Math.min(sentence.end, end + 40));
  const beside = folded.slice(Math.max(sentence.start, start - 10), Math.min(sentence.end, end + 12));
  if (NOT_DATA.test(beside)) return 'traffic or memory, not data taken';
  const text = folded.slice(sentence.start, sentence.end);
  if (NOT_DATA.test(near) && !/窃|盗|泄|stol|leak|exfiltrat/.test(near))
    return 'traffic or memory, not data taken';
  if (ATTACHMENT.test(near) && !/窃|盗|泄|stol|leak/.test(near)) return 'the size of a malicious file';
  if (!DATA.test(text)) return 'nothing in the sentence ties it to data';
  if (unit.length === 1 && !DATA.test(near)) return 'a single letter away from any word of data';
  return null;
}
