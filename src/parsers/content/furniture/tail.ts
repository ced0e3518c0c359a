import { keys } from './keys.js';
import { TAIL_CHINESE } from './tail-chinese.js';

const TAIL_OTHER = keys(`
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

/** Headings of lists of other articles, calls to follow, notes about the author or the copyright. */
export const TAIL: ReadonlySet<string> = new Set([...TAIL_CHINESE, ...TAIL_OTHER]);

/** The same with a part that varies. */
export const TAIL_PATTERN =
  /^(?:[-—–=*_~·•\s]{0,20}(?:the )?end[-—–=*_~·•\s]{0,20}$|(?:相关|推荐|往期|热门|精彩|历史|更多)(?:阅读|文章|推荐|回顾|精选|资讯|内容|活动)[:：]?$|如(?:需|若|要|欲)?(?:转载|授权)|转载(?:请|须|需|时请)|(?:未经|如需)授权|本文(?:为|由|系).{0,30}(?:原创|授权|投稿|独立观点)|(?:本文|文章|以上)(?:内容)?(?:仅|不)代表|如有侵权|(?:若|如)?(?:涉及|有)?侵权.{0,10}(?:联系|删除)|(?:商务|广告|媒体)?合作(?:电话|微信|请联系|联系|，|:|：)|投稿(?:邮箱|联系|请|电话|方式|:|：)|(?:商务|业务)合作[:：，,]|好看你就|觉得(?:不错|有用|有帮助).{0,20}(?:点|赞|看|分享)|(?:点个|点亮|给个|求)?["“”「」]{0,2}在看["“”「」]{0,2}.{0,12}$|(?:分享|点赞|收藏|在看)(?:[、，, ]|和)?(?:分享|点赞|收藏|在看)|(?:加|添加)(?:小编|微信|作者|客服).{0,24}(?:群|微信|交流)|(?:欢迎|快来|识别|扫码|扫描).{0,16}(?:加入|进入).{0,12}(?:知识星球|交流群|粉丝群|社群)|(?:越早加入|星球福利)|found this (?:article|post|helpful)|(?:tags?|topics|categories|categor[yi]|filed under|tagged(?: with| in)?|keywords|labels?|etichette) ?[:：]|(?:about|written by|posted by) the author|follow (?:us|me) on |(?:want|let.s|lets) (?:to )?connect|(?:join|subscribe to|sign up (?:for|to)) (?:our|my|the) .{0,40}(?:newsletter|mailing list|channel|discord|telegram)|関連(?:記事|ニュース)|この記事(?:を(?:シェア|共有|書|読んだ|印刷|保存|ツイート|送|フォロー|気に入)|の(?:著者|執筆者|筆者|タグ|カテゴリ|シェア|URL|評価|関連|コメント)|は(?:役に立|参考になり|いかが)))/i;
