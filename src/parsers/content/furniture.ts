import { lineKey } from './features.js';
import { ANYWHERE, ANYWHERE_PATTERN } from './furniture/anywhere.js';
import { FINAL, FINAL_PATTERN } from './furniture/final.js';
import { TAIL, TAIL_PATTERN } from './furniture/tail.js';
import { WEAK, WEAK_PATTERN } from './furniture/weak.js';

/*
 * What pages carry beside their article, by lists of lines (furniture/). Lines are compared by `lineKey`: without case,
 * spaces, punctuation and symbols. Sources: the menus of common blog and forum software, of WeChat, and general
 * knowledge of news sites in each language.
 */

/** Bylines, counters, labels and other lines of a page's head. */
const HEAD_PATTERN =
  /^(?:a cura di|aggiornato|ultimo aggiornamento|actualizado|mis à jour|aktualisiert|最終更新|by\b|by:|author ?[:：]|authors? |written by|posted (?:by|on|in|at)|published|updated|last updated|date ?[:：]|di |autore|scritto da|pubblicato|von |par |por |作者|文[/|｜:：]|编辑|来源|出处|原创|译者|编译|整理|发布|发表(?:于|时间)|阅读|浏览|点击|评论|收藏|分类|标签|专栏|栏目|所属|摘要$|关键词|(?:报告|漏洞|文章|文档|更新|发布|撰写|编写|编制)(?:编号|来源|作者|日期|时间|单位|版本) ?[:：]|本文字数|预计阅读|阅读时间|時間|公開|投稿|更新|カテゴリ|share|tweet|reading time|read time|est(?:imated)? read|tempo di lettura|views?\b|\d{1,9} ?(?:views?|reads?|comments?|shares?|likes?|claps?|min(?:ute)?s?|次|人|阅读)|min(?:ute)?s? read|listen\b|comments?\b|print\b|save\b|home ?[>›»/]|you are here|category|categories|in ?[:：]|tags?\b|topics?\b|follow\b|image\b|photo\b|credit|version|threat level|handler on duty)/i;

/** What a page sets in place of the rest of an article. */
const LOCK =
  /解锁(?:全文|文章|本文|剩余)|(?:付费|订阅|登录|购买)后?(?:即可|可|方可|才能)?(?:继续)?(?:阅读|查看)(?:全文|剩余|余下|更多|完整)|(?:剩余|还有)\d{1,3}%(?:的?内容|未读)|余下全文|(?:subscribe|register|sign (?:in|up)|log in|join|become a member|upgrade)(?: now)? to (?:continue|keep) reading|(?:this|the rest of this) (?:article|story|post|content) is (?:only )?(?:for|available to) (?:paid|paying|premium|members|subscribers)|この(?:先|続き)は(?:会員|有料)/i;

/** Whether a line asks for money or a name before more of the article is shown. */
export function isLock(line: string): boolean {
  return line.length <= 80 && LOCK.test(line);
}

/** What a line of a page is, by its words alone. */
export type LineClass = 'final' | 'tail' | 'weak' | 'anywhere' | null;

/**
 * Tells furniture by its words. Only short lines are looked at: a sentence of an article that holds the same words
 * is longer.
 *
 * @param line plain text of a block on one line
 */
export function classifyLine(line: string): LineClass {
  if (line.length === 0 || line.length > 160) return null;
  if (line.length <= 80) {
    const key = lineKey(line);
    if (FINAL.has(key)) return 'final';
    if (ANYWHERE.has(key) && !TAIL.has(key) && !WEAK.has(key)) return 'anywhere';
    if (WEAK.has(key)) return 'weak';
    if (TAIL.has(key)) return 'tail';
  }
  const bare = line.replace(/^[\s#*·•|>【[（(—–\-=_~☆★◆●■▶►▌▍🔗📌📢]{1,12}/u, '');
  if (FINAL_PATTERN.test(bare) || isLock(line)) return 'final';
  if (ANYWHERE_PATTERN.test(line)) return 'anywhere';
  if (TAIL_PATTERN.test(bare)) return 'tail';
  return WEAK_PATTERN.test(bare) ? 'weak' : null;
}

/** Whether a short line without an article's sentence belongs to the head: byline, counter, label. */
export function isHeadLine(line: string): boolean {
  return line.length <= 160 && HEAD_PATTERN.test(line);
}
