import { lineKey } from './features.js';

/*
 * What pages carry beside their article, as lists of lines. Lines are compared by `lineKey`: without case, spaces,
 * punctuation and symbols. Sources: the menus of common blog and forum software, of WeChat, and general knowledge
 * of news sites in each language.
 */

const keys = (list: string): ReadonlySet<string> => new Set(list.split('\n').map(lineKey).filter(Boolean));

/** Lines after which nothing of the article follows, however long it goes on: comments, the frame of the page. */
const FINAL = keys(`
预览时标签不可点
微信扫一扫关注该公众号
微信扫一扫
关注该公众号
使用小程序
使用完整服务
继续滑动看下一个
轻触阅读原文
向上滑动看下一个
微信扫一扫可打开此内容，使用完整服务
微信扫一扫可打开此内容，
微信扫一扫使用小程序
发表评论
发表回复
发表您的评论
我要评论
网友评论
最新评论
全部评论
热门评论
评论区
评论列表
添加评论
写评论
暂无评论
留言评论
登录后评论
登录后发表评论
您还未登录，请先登录。
取消回复
comments
leave a reply
leave a comment
leave a response
post a comment
post comment
add a comment
add comment
write a comment
write a response
join the conversation
join the discussion
cancel reply
no comments
no comments yet
what are your thoughts
reader comments
post navigation
lascia un commento
lascia una risposta
nessun commento
commenti
annulla risposta
posta un commento
aggiungi un commento
deja un comentario
comentarios
deja una respuesta
laisser un commentaire
commentaires
schreibe einen kommentar
kommentare
kommentar hinterlassen
deixe um comentário
comentários
コメント
コメントを残す
コメントを書く
コメントする
댓글
`);

/** Headings of lists of other articles, calls to follow, notes about the author or the copyright. */
const TAIL = keys(`
推荐阅读
阅读推荐
延伸阅读
扩展阅读
拓展阅读
相关阅读
相关文章
相关推荐
相关内容
相关资讯
相关新闻
相关热文
相关话题
更多阅读
更多推荐
更多文章
更多精彩
更多精彩内容
更多精彩请关注
往期推荐
往期回顾
往期精选
往期精彩
往期精彩回顾
往期精彩推荐
往期文章
往期热文
往期内容
往期内容回顾
往期分享
往期好文
精彩推荐
精彩回顾
精彩内容
精选文章
精华推荐
历史文章
历史精华
文章推荐
推荐文章
好文推荐
好文分享
热文推荐
热门推荐
热门文章
热门阅读
热门动态推荐
热点文章
热点推荐
热点视频
近期文章
近期热文
最新文章
最新推荐
最新资讯
猜你喜欢
你可能喜欢
你可能感兴趣的
您可能感兴趣
你可能还喜欢
大家都在看
看更多
延展阅读
下一篇
上一篇
ta的文章
作者其他文章
同类文章
被以下专辑收录，发现更多精彩内容
分享到
分享至
分享到：
文章目录
关于我们
联系我们
联系方式
关注我们
合作联系
商务合作
合作单位
版权声明
免责声明
声明
球分享
球点赞
球在看
点分享
点收藏
点点赞
点在看
感谢您的支持，我会继续努力的!
打开微信扫一扫后点击右上角即可分享哟
每日涨知识
前情回顾
更多推荐
特别关注
热点视频
球分享
粉丝福利群开放啦
参考资料
参考链接
参考文献
参考来源
参考文章
参考
资料来源
references
reference
sources
参考情報
参考資料
fonti
quellen
点击下方卡片关注我们
点击下方卡片关注
点击下方名片关注我们
点击下方名片
扫码关注
扫码关注我们
←扫码关注我们
长按二维码关注
长按识别二维码关注
长按识别二维码
扫描二维码关注
扫描二维码关注我们
扫描下方二维码
识别二维码
关注公众号
公众号
微信公众号
加入我们
加群
交流群
技术交流
粉丝福利
投稿
投稿须知
有奖投稿
点击阅读原文查看更多
点击阅读原文了解更多
点击阅读原文
戳阅读原文
阅读原文
原文链接
查看原文
END
the end
-END-
—END—
全文完
（完）
本文完
正文完
related posts
related post
related articles
related article
related stories
related story
related content
related news
related reading
related topics
related links
related resources
related tags
related
more stories
more articles
more news
more posts
more to explore
more like this
more resources
more on this topic
more from this author
recommended
recommended reading
recommended articles
recommended posts
recommended for you
recommended from medium
recommended stories
suggested reading
suggested articles
you might also like
you may also like
you may also enjoy
you might like
you may like
you may be interested in
you might be interested in
you may have missed
you might also be interested in
people also read
also read
also interesting
see also
read next
read more
up next
next up
next post
next article
previous post
previous article
newer post
older post
older posts
keep reading
continue reading
further reading
editors picks
editor's picks
most popular
most read
popular posts
popular articles
popular resources
popular news
trending
trending now
trending news
trending posts
latest news
latest posts
latest articles
latest stories
latest
recent posts
recent articles
recent news
recent comments
top stories
top news
top posts
in case you missed it
about the author
about author
about the authors
written by
author
share this
share this article
share this post
share this story
share this page
share this with
share
share on
share with
share on social media
share via
found this article interesting
follow us
follow us on
follow us on social media
stay connected
stay up to date
stay informed
stay in touch
subscribe
subscribe now
subscribe to our newsletter
subscribe to our blog
subscribe to newsletter
subscribe to this blog
sign up for our newsletter
sign up for the newsletter
get our newsletter
newsletter
newsletters
join our newsletter
get the latest news first
get in touch
contact us
contact
get started
get a demo
book a demo
request a demo
advertisement
sponsored
sponsored content
sponsored links
sponsors
our sponsors
this weeks sponsor
featured resources
tags
tagged in
tagged with
filed under
categories
archives
blog archive
blogroll
meta
search
search this blog
about
about us
company
resources
legal
quick links
useful links
social
blog at wordpress.com
like this
like loading
rate this
was this helpful
was this article helpful
was this page helpful
top of page
back to top
back to blog
cookie policy
privacy policy
privacy preferences
cookie settings
you must be a registered user to add a comment
articoli correlati
articoli recenti
potrebbe interessarti
potrebbero interessarti
potrebbe interessarti anche
ti potrebbe interessare
leggi anche
altri articoli
condividi
condividi l'articolo
condividi questo articolo
iscriviti alla newsletter
newsletter gratuita
post più recente
post più vecchio
archivio blog
chi siamo
seguici
aziende
ultimi articoli
ultime notizie
artículos relacionados
entradas recientes
noticias relacionadas
compartir
articles similaires
articles récents
à lire aussi
partager
ähnliche beiträge
ähnliche artikel
verwandte artikel
neueste beiträge
das könnte sie auch interessieren
teilen
auch interessant
artigos relacionados
compartilhar
leia também
関連記事
関連ニュース
関連リンク
関連キーワード
関連情報
おすすめ記事
人気記事
新着記事
最新記事
あわせて読みたい
こちらもおすすめ
この記事をシェア
この記事をシェアする
シェアする
シェア
記事ランキング
アクセスランキング
ランキング
著者について
この記事の著者
次の記事
前の記事
お問い合わせ
`);

/**
 * Those of the above that also stand inside articles, as a label of an item or a call between two paragraphs: they
 * end an article only where hardly anything follows.
 */
const WEAK = keys(`
阅读原文
原文链接
查看原文
前情回顾
特别关注
关于我们
联系我们
联系方式
声明
版权声明
免责声明
公众号
微信公众号
技术交流
投稿
下一篇
上一篇
END
the end
author
written by
about
company
resources
legal
search
contact us
contact
get in touch
get started
subscribe
subscribe now
share
related
recommended
advertisement
sponsored
tags
categories
latest
newsletter
follow us
sign up for our newsletter
subscribe to our newsletter
see also
also read
read more
featured resources
trending
leggi anche
aziende
`);

/** The same with a part that varies. Anchored at the start; tried on lines of at most 120 characters. */
const FINAL_PATTERN =
  /^(?:\d{1,5} (?:comments?|responses?|replies|commenti|thoughts? on)\b|(?:comments?|commenti|评论|コメント) ?[(（]?\d{1,5}[)）]?$|leave a (?:reply|comment)\b|(?:log ?in|sign ?in|login here) to (?:leave a |post a |join |reply|comment)|your email address will not be published|微信扫一扫(?:关注|可打开|使用)|本(?:站|网站).{0,12}(?:版权所有|备案|ICP)|.{0,6}ICP备|(?:copyright )?[©ⓒ] ?(?:copyright )?(?:19|20)?\d{0,2}|copyright (?:©|\(c\)|20\d\d)|all rights reserved|powered by \S|proudly powered by|this entry was posted (?:on|in)|you (?:must|need to) be (?:logged in|signed in|a (?:registered user|member)) (?:to (?:add|post|leave|write|reply)|in order)|you (?:must|need to) be logged in|quest(?:o|a) sito usa|this (?:site|website) uses (?:cookies|akismet)|we use cookies|举报电话|meet the author$|spread the word\b|本站提到的所有注册商标)/i;

const TAIL_PATTERN =
  /^(?:[-—–=*_~·•\s]{0,20}(?:the )?end[-—–=*_~·•\s]{0,20}$|(?:相关|推荐|往期|热门|精彩|历史|更多)(?:阅读|文章|推荐|回顾|精选|资讯|内容|活动)[:：]?$|如(?:需|若|要|欲)?(?:转载|授权)|转载(?:请|须|需|时请)|(?:未经|如需)授权|本文(?:为|由|系).{0,30}(?:原创|授权|投稿|独立观点)|(?:本文|文章|以上)(?:内容)?(?:仅|不)代表|如有侵权|(?:若|如)?(?:涉及|有)?侵权.{0,10}(?:联系|删除)|(?:商务|广告|媒体)?合作(?:电话|微信|请联系|联系|，|:|：)|投稿(?:邮箱|联系|请|电话|方式|:|：)|(?:商务|业务)合作[:：，,]|好看你就|觉得(?:不错|有用|有帮助).{0,20}(?:点|赞|看|分享)|(?:点个|点亮|给个|求)?["“”「」]{0,2}在看["“”「」]{0,2}.{0,12}$|(?:分享|点赞|收藏|在看)(?:[、，, ]|和)?(?:分享|点赞|收藏|在看)|(?:加|添加)(?:小编|微信|作者|客服).{0,24}(?:群|微信|交流)|(?:欢迎|快来|识别|扫码|扫描).{0,16}(?:加入|进入).{0,12}(?:知识星球|交流群|粉丝群|社群)|(?:越早加入|星球福利)|found this (?:article|post|helpful)|(?:tags?|topics|categories|categor[yi]|filed under|tagged(?: with| in)?|keywords|labels?|etichette) ?[:：]|(?:about|written by|posted by) the author|follow (?:us|me) on |(?:want|let.s|lets) (?:to )?connect|(?:join|subscribe to|sign up (?:for|to)) (?:our|my|the) .{0,40}(?:newsletter|mailing list|channel|discord|telegram)|関連(?:記事|ニュース)|この記事(?:を(?:シェア|共有|書|読んだ|印刷|保存|ツイート|送|フォロー|気に入)|の(?:著者|執筆者|筆者|タグ|カテゴリ|シェア|URL|評価|関連|コメント)|は(?:役に立|参考になり|いかが)))/i;

/** The same of {@link WEAK}. */
const WEAK_PATTERN =
  /^(?:前情回顾|(?:点击|戳|长按|识别|扫描?|扫码)(?:上方|下方|上图|下图|图中|左下角|右下角|文末|此处|蓝字|屏幕)?.{0,8}(?:二维码|卡片|名片|关注|公众号|阅读原文|查看原文).{0,20}$|(?:欢迎|敬请|记得|快来)?(?:关注|订阅|扫码关注)(?:我们|本号|公众号|微信公众号|“|「|《).{0,24}$|联系(?:邮箱|电话|微信|方式)[:：]|编辑[:：]|(?:责任|执行)编辑|责编[:：]|校对[:：]|审核[:：]|(?:值班|本文)编辑|排版[:：]|(?:share|tweet|post|pin|email|print) (?:this|on|via|with|to) (?:facebook|twitter|x|linkedin|whatsapp|reddit|email|article|post|story|page|social)|follow (?:the .{1,30} )?on |follow @|(?:subscribe|sign up) (?:to|for|now) |(?:get|receive) (?:the latest|our) .{1,60}(?:inbox|newsletter|news)|(?:read|see|view|check out) (?:more|all|also|our other|related)\b.{0,60}$|(?:also |must )read ?:|(?:next|previous)(?: (?:post|article|story|entry))? ?[:：→»←«]|(?:more|latest|recent|other) (?:from|by|on|posts|articles|news|stories) |image (?:credits?|source)s? ?[:：]|(?:condividi|iscriviti|seguici|leggi anche)\b)/i;

/** Lines that are dropped wherever they stand in a body. */
const ANYWHERE = keys(`
点击蓝字关注我们
点击蓝字·关注我们
点击上方蓝字关注我们
点击上方“蓝字”关注我们
点击上方蓝字关注
点击蓝字
关注我们
点击上方蓝色字体
点击关注
设为星标
点击上方
press enter or click to view image in full size
advertisement
continue reading below
article continues below
story continues below
continua a leggere dopo la pubblicità
zoom image
click to enlarge
open in app
sign up
sign in
follow publication
listen
share
more
copy link
link copied
image
loading
loading...
skip to content
skip to main content
x
×
toggle navigation
menu
close
search
tweet
email
print
pin
复制代码
复制链接
代码语言：javascript
复制
收藏
点赞
赞
分享
评论
举报
打赏
展开更多
展开全文
收起
查看更多
加载中
广告
请在微信客户端打开
您的浏览器不支持视频播放
视频加载失败，请刷新页面再试
刷新
`);

const ANYWHERE_PATTERN =
  /^(?:立即阅读[:：]|.{0,6}点击(?:上方|下方|上面|下面)?.{0,8}(?:进行)?(?:订阅|关注)(?:我们|吧|哦|哟)?[!！。~～]{0,3}$|点击(?:上方|上面|下方)?["“”「」]?(?:蓝字|蓝色字体|关注|卡片|名片).{0,24}$|(?:↑|↓|▲|▼|👆|👇|⬆|⬇|☝).{0,30}(?:点击|关注|扫码|订阅).{0,20}$|.{0,16}(?:点击|扫码|长按|识别).{0,8}(?:关注|二维码|订阅).{0,20}[↑↓▲▼👆👇⬆⬇☝]{1,6}$|预览时标签不可点|(?:\d{1,3}|a few) (?:min(?:ute)?s?)(?: to)? read$|press enter or click to view|(?:photo|image)(?: credits?)? ?[:：] ?(?:getty|shutterstock|unsplash|pexels|istock)|(?:图片?|题图|头图|封面)(?:来源|源自|来自)?[:：] ?(?:网络|视觉中国|pexels|unsplash|pixabay|摄图网)|\{\{.{0,40}\}\}$|(?:js|css|html|python|bash|shell|sql|java|php|json|xml|yaml|text|plaintext)? ?复制(?:代码)?$)/iu;

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
