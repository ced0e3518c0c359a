import { keys } from './keys.js';

/** Lines that are dropped wherever they stand in a body. */
export const ANYWHERE = keys(`
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

/** The same with a part that varies. */
export const ANYWHERE_PATTERN =
  /^(?:立即阅读[:：]|.{0,6}点击(?:上方|下方|上面|下面)?.{0,8}(?:进行)?(?:订阅|关注)(?:我们|吧|哦|哟)?[!！。~～]{0,3}$|点击(?:上方|上面|下方)?["“”「」]?(?:蓝字|蓝色字体|关注|卡片|名片).{0,24}$|(?:↑|↓|▲|▼|👆|👇|⬆|⬇|☝).{0,30}(?:点击|关注|扫码|订阅).{0,20}$|.{0,16}(?:点击|扫码|长按|识别).{0,8}(?:关注|二维码|订阅).{0,20}[↑↓▲▼👆👇⬆⬇☝]{1,6}$|预览时标签不可点|(?:\d{1,3}|a few) (?:min(?:ute)?s?)(?: to)? read$|press enter or click to view|(?:photo|image)(?: credits?)? ?[:：] ?(?:getty|shutterstock|unsplash|pexels|istock)|(?:图片?|题图|头图|封面)(?:来源|源自|来自)?[:：] ?(?:网络|视觉中国|pexels|unsplash|pixabay|摄图网)|\{\{.{0,40}\}\}$|(?:js|css|html|python|bash|shell|sql|java|php|json|xml|yaml|text|plaintext)? ?复制(?:代码)?$)/iu;
