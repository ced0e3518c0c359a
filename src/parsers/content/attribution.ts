/** Where a page says that its text comes from. */
export interface Attribution {
  /** Account, site or medium, as printed. */
  readonly source: string | null;
  readonly url: string | null;
  readonly author: string | null;
}

const URL_IN = /https?:\/\/[^\s<>"'）)】」\]，。；、|]{4,500}/;

/** Labels before the name or address of a source, and what a line may put before the label. */
const LABEL =
  /^[（(【[*·•—–\-#>▌\s]{0,6}(?:(?:本文|文章|原文|信息|资料|资讯|素材|新闻|消息|内容|图文|稿件|部分内容|以上内容|完整报告|完整技术分析|更多详情|技术细节|报告|参考|编译|译文|文|稿|情报|数据)?(?:编译|翻译|转载|转|译|摘编|摘|引|选|综合)?(?:自|来自|来源于|源自|参考|来源|出处|地址|链接|参见|参考自|文献|资料|文章|来源网址)(?:及来源|文章|链接|资料|来源|文献|网站|网址|报道|整理|于)?|原文标题|原文作者|原作者|原标题|稿源|来源|出处|source|sources|via|reference|references|originally (?:published|posted|appeared) (?:at|on|in)|(?:this (?:article|post|story) )?(?:was )?(?:first|originally) (?:published|posted|appeared) (?:at|on|in|by)|original (?:article|post|source)|read the (?:full|original) (?:article|report|story)|fonte|fonti|quelle|quellen|fuente|出典|参考|引用元?|情報元|参照元?|元記事)[)）】\]]?\s{0,3}(?:[:：]|$|\s(?=http)|(?=https?:))/i;

/** The same said in a sentence: 本文转载自X, 以下文章来源于X，作者Y. */
const SENTENCE =
  /^[（(【[*]{0,3}(?:以下|本)?(?:文章|文|内容)?(?:系|由|为)?(?:转载|来源|翻译|编译|译|转|摘编|摘|节选)(?:自|于)\s{0,3}[:：]?\s{0,3}(?:微信)?(?:公众号)?[“"「『《]?([^，,。；;”"」』》（(）)]{2,40})/;
const AUTHOR = /[，,]\s{0,3}(?:原文)?作者\s{0,3}[:：]?\s{0,3}([^，,。；;（(）)\s]{1,30})/;

const URL_LINE = /^[*·•\-–—\d.、[\]（(\s]{0,6}https?:\/\/\S{4,600}$/;

/** A line that holds one plain address and nothing else. */
export function isAddressLine(line: string): boolean {
  return line.length <= 640 && URL_LINE.test(line);
}

/** A line that names a source and tells nothing: `来源：X`, `参考链接：`, `Source: https://…`. */
export function isAttribution(line: string): boolean {
  if (line.length > 400) return false;
  if (LABEL.test(line)) return line.replace(URL_IN, '').length <= 120;
  return line.length <= 120 && SENTENCE.test(line);
}

/**
 * Reads a source out of an attribution line.
 *
 * @param line a line that {@link isAttribution}, or any other
 * @param next the line after it, where an address may stand
 */
export function readAttribution(line: string, next = ''): Attribution | null {
  if (line.length > 400) return null;
  const url = URL_IN.exec(line)?.[0] ?? null;
  const sentence = SENTENCE.exec(line);
  const author = AUTHOR.exec(line)?.[1] ?? null;
  if (sentence) return { source: tidyName(sentence[1] ?? ''), url, author };
  const label = LABEL.exec(line);
  if (!label) return null;
  const rest = line
    .slice(label[0].length)
    .replace(URL_IN, '')
    .replace(/[）)】\]。.\s]{1,6}$/, '')
    .trim();
  const address = url ?? (rest === '' && isAddressLine(next) ? (URL_IN.exec(next)?.[0] ?? null) : null);
  const name = rest.length >= 2 && rest.length <= 40 && !/[。；;！？]/.test(rest) ? tidyName(rest) : null;
  return name || address ? { source: name, url: address, author } : null;
}

function tidyName(name: string): string | null {
  const tidy = name.replace(/^[“"「『《*\s]{1,4}|[”"」』》*\s]{1,4}$/g, '').trim();
  return tidy.length >= 2 ? tidy : null;
}
