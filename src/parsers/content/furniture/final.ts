import { keys } from './keys.js';

/** Lines after which nothing of the article follows, however long it goes on: comments, the frame of the page. */
export const FINAL = keys(`
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

/** The same with a part that varies. Anchored at the start; tried on lines of at most 120 characters. */
export const FINAL_PATTERN =
  /^(?:\d{1,5} (?:comments?|responses?|replies|commenti|thoughts? on)\b|(?:comments?|commenti|评论|コメント) ?[(（]?\d{1,5}[)）]?$|leave a (?:reply|comment)\b|(?:log ?in|sign ?in|login here) to (?:leave a |post a |join |reply|comment)|your email address will not be published|微信扫一扫(?:关注|可打开|使用)|本(?:站|网站).{0,12}(?:版权所有|备案|ICP)|.{0,6}ICP备|(?:copyright )?[©ⓒ] ?(?:copyright )?(?:19|20)?\d{0,2}|copyright (?:©|\(c\)|20\d\d)|all rights reserved|powered by \S|proudly powered by|this entry was posted (?:on|in)|you (?:must|need to) be (?:logged in|signed in|a (?:registered user|member)) (?:to (?:add|post|leave|write|reply)|in order)|you (?:must|need to) be logged in|quest(?:o|a) sito usa|this (?:site|website) uses (?:cookies|akismet)|we use cookies|举报电话|meet the author$|spread the word\b|本站提到的所有注册商标)/i;
