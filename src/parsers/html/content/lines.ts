/**
 * Lines that sites put around and into their articles, by what the whole line says; each pattern is tried on short
 * blocks only. Sources: the interface words of common site software and of news sites in the archive's languages.
 */
const LINES: readonly RegExp[] = [
  // Adverts and players.
  /^(?:-{0,3}\s?)?(?:advertisements?|advertising|sponsored(?: content| links?)?|ad feedback|publicidade?|pubblicità|werbung|anzeige|advert|iklan|reclame|annonce|реклама|広告|广告|廣告|story continues below(?: advertisement)?|article continues (?:below|after)(?: (?:this )?advertisement)?|continue reading(?: below)?)(?:\s?-{0,3})?$/i,
  /^(?:image|photo|slide|\d{1,3}) ?\d{0,3} (?:of|\/) \d{1,3}$/i,
  /^(?:close|caption|captions|loading(?:\.{3}|…)?|play video|watch now|play|pause|mute|unmute|fullscreen|show (?:more|less|caption|all)|hide caption|view (?:gallery|all|image|more|slideshow)|expand|toggle caption|replay|slideshow|video|photos?|gallery|image)$/i,
  // Shares, follows, subscriptions.
  /^(?:share|tweet|pin|pin it|email|e-mail|print|save|like|follow|comments?|reply|facebook|twitter|x|linkedin|reddit|whatsapp|telegram|messenger|pinterest|tumblr|flipboard|copy link|link copied!?|more|\+|shares?|condividi|compartir|compartilhe|teilen|partager|シェア|ツイート|分享|转发|微信|微博|收藏|点赞|赞|举报|評論|评论|留言|打印|复制链接|分享到(?:微信|微博|朋友圈|qq空间)?)(?:[:：]|\s?\(?\d{0,6}\)?)?$/i,
  /^(?:share|tweet|email|print|send) (?:this|on|it|via|to|by|with|article|story|page)\b.{0,60}$/i,
  /^(?:follow|find|like|join) (?:us|me|him|her|them|the author|[\w .]{2,30}) (?:on|at|in) .{2,80}$/i,
  /^(?:you can )?follow .{2,60} on (?:twitter|facebook|instagram|x|linkedin|threads|mastodon)\b.{0,80}$/i,
  /^(?:e-?mail|contact|reach|write to) .{2,60} at \S{3,60}@\S{3,60}.{0,80}$/i,
  /^(?:sign up|subscribe|register|join)\b.{0,160}(?:newsletters?|updates?|inbox|alerts?|free|channel|podcast|today|here|list|now)\b.{0,80}$/i,
  /^(?:get|receive) .{2,120}(?:in your inbox|newsletters?|by e-?mail|delivered)\b.{0,80}$/i,
  /^(?:click|tap) here\b.{0,160}$/i,
  /^(?:have (?:a |any )?(?:tips?|story|news)|got (?:a |any )?(?:tips?|story|news)|send (?:us )?tips|do you have)\b.{0,160}$/i,
  // Pointers to other articles.
  /^(?:read|see|watch|hear|view|check out|learn|explore) (?:also|more|next|further|it|the full|all)\b.{0,160}$/i,
  /^(?:read|watch|listen|see) ?[:：|>»].{0,200}$/i,
  /^(?:also (?:read|see)|see also|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|links?|topics?|coverage|video|reading))?|more (?:on|from|in|news|stories)\b.{0,60}|recommended(?: for you| reading| stories)?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|don'?t miss|up next|most (?:read|popular)|trending(?: now)?|editor'?s picks?|top stories|latest (?:news|stories|posts)|popular posts?|what to read next|explore further|further reading|leia (?:também|mais).{0,120}|lee también.{0,120}|leggi anche.{0,120}|lire aussi.{0,120}|lesen sie auch.{0,120}|mehr zum thema.{0,60}|você pode gostar\W{0,3}|関連記事|関連リンク|あわせて読みたい|相关(?:阅读|推荐|文章|新闻|链接|报道|专题)|推荐阅读|延伸阅读|延伸閱讀|相關(?:閱讀|文章|新聞)|猜你喜欢|热门(?:文章|推荐|阅读|新闻)|更多(?:精彩|内容|阅读|文章|新闻).{0,20}|往期(?:推荐|回顾|精选|精彩).{0,10}|精彩推荐|为您推荐|大家都在看|今日热点)[:：]?$/i,
  /^(?:related(?: (?:articles?|stor(?:y|ies)|posts?|coverage|video))?|more|read more|also|see also)[:：].{1,200}$/i,
  /^(?:上一篇|下一篇|上一页|下一页|上一則|下一則|前の記事|次の記事|previous(?: (?:article|post|story))?|next(?: (?:article|post|story))?|older posts?|newer posts?)\s?[:：»«→←>]?.{0,120}$/i,
  // Comments.
  /^(?:\d{1,6} )?(?:comments?|replies|responses?|kommentare|commenti|comentarios|comentários|комментари\S{0,3})(?: \(\d{0,6}\))?$/i,
  /^(?:leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)\W{0,3}|view comments?.{0,40}|be the first to comment.{0,40}|sign in to comment|log ?in to .{2,60}|add a comment|write a comment|comments? (?:are|is) closed.{0,40}|登录后.{0,20}|请登录.{0,20}|我要(?:评论|留言).{0,10}|发表评论.{0,10}|全部评论.{0,10}|暂无评论.{0,10}|最新评论.{0,10}|网友评论.{0,20}|コメント(?:する|を書く)?)$/i,
  // Credits and notes of the desk.
  /^(?:photo(?:s|graph)?|image|picture|video|credit|foto|source|getty|ap|reuters|file)(?: (?:credit|source|courtesy|by|images?|photo))?s?\s?[:：/|].{0,120}$/i,
  /^(?:\(?(?:image|photo|picture|illustration|screenshot) (?:credit|source|courtesy|by|via)\b.{0,120}\)?|\(?(?:ap|afp|reuters|getty|file|epa|upi) (?:photo|images?)\b.{0,80}\)?|getty(?: images)?|reuters|shutterstock|istock)$/i,
  /^(?:tags?|filed under|topics?|labels?|categor(?:y|ies)|posted in|keywords|mehr|tópicos|etichette|标签|标签云|分类|关键词|關鍵字|タグ|カテゴリ)\s?[:：].{0,300}$/i,
  /^(?:tags?|topics?|categories|keywords|标签|关键词)$/i,
  /^(?:责任编辑|责编|编辑|审核|校对|值班编辑|作者|来源|文章来源|稿源|排版|监制|主编|总编|出品|運営|編集|（?责任编辑)\s?[:：丨|／/].{0,60}$/,
  /^[（(【[]?(?:责任编辑|责编|编辑|原标题|来源|責任編輯)\s?[:：].{0,60}[)）】\]]?$/,
  /^(?:版权(?:声明|所有|归)|免责声明|特别声明|郑重声明|声明|转载(?:请|须|自)|未经(?:授权|许可|允许)|本文(?:转载|来源|为|由|仅代表|系)|如需转载|以上内容|内容来源|著作权).{0,300}$/,
  /^(?:扫码|扫一扫|扫描|长按|微信扫|关注(?:我们|公众号|微信)|点击(?:下方|上方|关注|蓝字|阅读|查看|此处)|识别二维码|下载app|打开app|觉得(?:不错|好看)).{0,80}$/i,
  /^(?:阅读(?:原文|全文|更多|\s?\d{0,9})|查看(?:原文|全文|更多)|展开(?:全文|剩余).{0,20}|收起|返回(?:顶部|首页|列表|搜狐.{0,12})|回到顶部|加载(?:更多|中)|投诉|纠错|打赏|赞赏|我要纠错.{0,20}|字体[:：].{0,20}|字号.{0,12}|【?(?:打印|关闭|字号).{0,30}】?)$/,
  /^(?:back to (?:top|home|article|blog)|scroll (?:back )?to top|go back|return to .{2,40}|top|home|menu|search|skip to .{2,40}|jump to .{2,40}|print this (?:article|page|story)|view (?:original|source|full .{2,30})|this article (?:was|has been) (?:originally )?(?:published|updated|amended).{0,120}|(?:last )?(?:updated|modified|published|posted)(?: on| at)?[:：]? .{4,60}|\d{1,2} min(?:ute)?s? read|\d{1,3} (?:views|shares))$/i,
  // Captions end with their credit.
  /^.{0,300}[([（](?:ap|afp|reuters|getty|epa|upi|file|photo|image|picture|illustration|courtesy|credit|foto|图源|图片来源|图)\b[^()（）]{0,80}[)\]）]$/i,
  /^.{0,240}(?:photo|image|picture|photograph|illustration)s? ?(?:by|credit|courtesy|[:：]|©).{1,60}$/i,
  /^.{0,240}\/ ?(?:ap|afp|reuters|getty images|epa|shutterstock)$/i,
  /^(?:（图|\(图|图[:：/]|图片来源|配图).{0,40}$/,
  // Rights.
  /^(?:©|\(c\)|copyright\b|all rights reserved).{0,240}$/i,
  /^.{0,120}\ball rights reserved\b.{0,160}$/i,
  /^this (?:material|document|content|article) (?:may not be|is (?:subject to|protected)|was (?:produced|provided)).{0,300}$/i,
  /^(?:the content is provided|citation[:：]|editor'?s note[:：]?$|disclaimer[:：]).{0,300}$/i,
];

/** Longest line that is looked at, in UTF-16 units. */
export const LONGEST_LINE = 320;

/** True where a whole line is one that sites put around their articles. */
export function isBoilerplate(line: string): boolean {
  return line.length <= LONGEST_LINE && LINES.some((pattern) => pattern.test(line));
}
