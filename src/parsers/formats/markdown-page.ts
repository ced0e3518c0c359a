import type { Article, Snapshot } from '../../model/index.js';
import { detectLanguage } from '../../text/language.js';
import { type BodyHints, findBody } from '../content/body.js';
import { mendBrokenEnd } from '../content/broken-end.js';
import { measure } from '../content/features.js';
import { accountOf } from '../content/wechat-head.js';
import { printedDates } from '../metadata/printed-date.js';
import { canonicalUrl, hostOf } from '../metadata/url.js';
import { siteOf } from '../sites/index.js';
import { readFrontMatter } from './front-matter.js';
import { scanBlocks } from './markdown-blocks.js';
import { wellFormed } from './markdown-inline.js';
import { markdownToText } from './markdown-text.js';
import { blocksToMarkdown } from './markdown-write.js';

export function idOf(path: string): string {
  const name = path.split(/[\\/]/).pop() ?? path;
  return name.replace(/\.(?:md|markdown|txt|html?)(?:\.gz)?$/i, '') || name;
}

export function parseMarkdown(
  snapshot: Snapshot,
  decoded: { text: string; repairs: readonly string[] },
): Article {
  const text = decoded.text;
  const front = readFrontMatter(text);
  const value = (...keys: string[]): string | null => {
    for (const key of keys) {
      const v = front.data.get(key);
      if (v) return v;
    }
    return null;
  };
  const mended = mendBrokenEnd(front.body);
  const blocks = scanBlocks(mended.text);
  const heading = blocks.find((b) => b.text !== '');
  const title = wellFormed(value('title') ?? heading?.text ?? '');
  const source = value('source', 'site', 'account');
  const link = canonicalUrl(value('url', 'link', 'permalink') ?? snapshot.url ?? '');
  const wechat = hostOf(link?.url ?? '') === 'mp.weixin.qq.com';
  const account = wechat ? (accountOf(blocks.slice(-40).map(measure)) ?? source) : null;
  const hints: BodyHints = {
    title,
    source,
    account,
    wechat,
    site: siteOf({ url: link?.url ?? null, source, account }),
  };
  const body = findBody(blocks, hints);
  const markdown = blocksToMarkdown(body.blocks);
  const plain = markdownToText(markdown);
  const fmDate = /\d{4}-\d{2}-\d{2}/.exec(value('date', 'published') ?? '')?.[0] ?? null;
  let published = fmDate;
  let from: Article['publishedFrom'] = fmDate ? 'front_matter' : null;
  const dates = body.head.flatMap((l) => printedDates(l.line)).filter((d) => d.role !== 'modified');
  const printed = dates.find((d) => d.role === 'published') ?? dates[0];
  if (printed) {
    published = printed.day;
    from = 'page_text';
  }
  return {
    id: idOf(snapshot.path),
    path: snapshot.path,
    url: link?.url ?? null,
    aliases: link?.aliases ?? [],
    title,
    source,
    author: value('author'),
    published,
    publishedFrom: from,
    modified: null,
    fetched: value('fetch_date') ?? snapshot.fetchedAt ?? null,
    lang: detectLanguage(plain.text || title),
    page: body.prose > 0 ? 'ok' : 'empty',
    kind: 'article',
    originalUrl: null,
    originalSource: null,
    description: null,
    image: null,
    tags: [],
    markdown,
    text: plain.text,
    blocks: plain.blocks,
    repairs: [...decoded.repairs, ...(front.read === 'lenient' ? ['front_matter:lenient'] : [])],
  };
}
