/** Words that stand where a byline would and name nobody. */
const NOT_A_NAME =
  /^(?:admin|administrator|editor|editors?|staff|guest|author|unknown|anonymous|webmaster|news|security|home|blog|share|read more|comments?|subscribe|date|thread|author|topic|category|tag|原创|转载|编辑部?|小编|管理员|佚名|匿名|未知|作者|收藏|评论|分享|登录|注册|关注|首页|阅读量?.{0,10})$/i;

/**
 * A byline without its label and date, or null where it is no name.
 *
 * @param raw what stands where the author is named
 */
export function tidyAuthor(raw: string | null): string | null {
  if (raw === null) return null;
  const name = raw
    .replace(
      /^(?:by|written by|posted by|author|di|von|par|por|作者|文|撰文|编译|编辑)\s{0,3}[:：|｜/]?\s{0,3}/i,
      '',
    )
    .replace(/\s{1,4}/g, ' ')
    .replace(/[\s,，、|｜·•\-–—]{1,6}$/, '')
    .trim();
  if (name.length < 2 || name.length > 60 || NOT_A_NAME.test(name)) return null;
  if (/https?:|[。！？?!@#{}<>[\]]|\d{3}/.test(name)) return null;
  return name.split(' ').length <= 8 ? name : null;
}
