/*
 * What authors and accounts say below an article in whole sentences: thanks, calls to read, buy or follow, contact
 * lines, notices of rights, a note about the company. These words also stand inside articles; they are looked at only
 * where nothing but furniture follows.
 */

/** Longest line that may be a sign-off; notes about companies are longer. */
const LONGEST = 420;

const ENGLISH: readonly RegExp[] = [
  /^(?:thanks|thank you|thx)(?: (?:so|very) much| a lot)?,?(?: again| all| everyone)? for (?:reading|taking the time|your (?:time|attention|support)|stopping by|following|watching|listening)\b/i,
  /^(?:(?:special|big|many|huge) (?:thanks|thank you|shout ?-?out|kudos) |kudos |shout ?-?outs? )to\b.{2,160}$/i,
  /^(?:happy|keep|enjoy) (?:hacking|hunting|learning|reading|exploring)\b.{0,40}$/i,
  /^(?:stay safe|stay tuned|see you (?:next|in the|soon|all)|until next time|that.s (?:it|all)(?: folks| for (?:today|now|this)))\b.{0,120}$/i,
  /^(?:if|did|do) you (?:really )?(?:like|liked|enjoy|enjoyed|love|loved|found|find|appreciate) (?:this|the|my|our|what|reading)\b/i,
  /^(?:please |also,? |and )?(?:don.t|do not) forget to (?:clap|subscribe|follow|like|share|leave|check)\b/i,
  /^please (?:clap|follow|subscribe|like|share|consider (?:following|subscribing|supporting|sharing|donating))\b/i,
  /\b(?:join|subscribe to|sign up (?:for|to)) (?:our|my|the) (?:[\w-]+ ){0,3}(?:newsletter|mailing list|podcast|youtube channel|blog|telegram channel)\b/i,
  /^(?:(?:to|want to|for|would you like to|interested in|ready to) )?(?:learn|learning|find out|know|see|discover) (?:more )?(?:about )?how (?:our|we|[A-Z][\w.]+) (?:can|help|protects?|platform|solutions?)/i,
  /^[“"(]?reporting by .{3,160}(?:editing|writing) by\b/i,
  /^(?:[A-Z][\p{L}.'’-]+ ){1,4}is (?:an? |the )(?:[\w,/&’'-]+ ){0,8}(?:journalist|reporter|writer|blogger|security researcher|columnist|podcaster|contributor|editor) (?:at|for|with|who|and|based|covering|from|in|of)\b/u,
  /^(?:(?:the )?(?:opinions|views)(?: and opinions)? expressed|this (?:article|post|content) (?:is|was|has been) (?:provided|sponsored|contributed|published|written|originally|a (?:contributed|sponsored))|found this article interesting)\b/i,
];

/** A call whose link is the point of it: `… – [Free webinar](…)`, `[Start your free trial](…)`. */
const CALL_TO_ACTION =
  /(?:free (?:webinar|trial|demo|ebook|guide)|(?:register|sign up|subscribe|download|join|enroll|try it|try|start|buy|order|watch) (?:now|here|today|(?:for )?free|for free today)|(?:book|request|schedule|get) (?:a|your|my) (?:free )?(?:personalized )?(?:demo|trial|consultation|assessment|quote)|(?:start|try|begin) (?:your |a |our )?(?:\d\d?-day )?free (?:trial|plan|account)|(?:contact|talk to|speak (?:to|with)) (?:us|sales|an expert|our (?:team|experts|sales team))(?: today| now)?|learn more(?: here)?|get started(?: today| now| for free)?)[\])!.…»→> ]*$/i;

const ITALIAN =
  /^(?:grazie (?:per|di) (?:aver(?:ci|mi)? letto|la lettura|l.attenzione)|se (?:ti|vi) è piaciut[oa]|(?:seguici|seguimi|iscriviti|iscrivetevi) (?:su|anche|alla|al|sui|sulla)\b|per (?:saperne|scoprire) di più\b)/i;
const JAPANESE =
  /(?:最後まで|ここまで)?(?:お読み|ご覧|読んで|閲覧|お付き合い)(?:に)?(?:いただ|頂|下さ|くださ).{0,16}ありがとう|^(?:詳しくは|詳細は)(?:こちら|弊社)|お(?:問い合わせ|問合せ)は(?:こちら|以下|下記)/;

const CHINESE: readonly RegExp[] = [
  /^(?:最后)?[，,]?(?:再次)?(?:感谢|谢谢)(?:您|你|大家|各位|读者)?(?:们|朋友)?(?:的)?(?:耐心)?(?:阅读|观看|支持|关注|收看|收听|捧场)/,
  /^(?:感谢|鸣谢|致谢)[:： ]{0,2}.{2,50}(?:提供|供稿|投稿|授权|支持)/,
  /^(?:好了|好啦)?[，,]?(?:以上|这)(?:就|便)是(?:本期|今天|今日|本次|这次|全部).{0,30}(?:内容|分享|全部|介绍|文章)/,
  /(?:如需|如想|若需|若想|如欲|如果?您?(?:想|需)要?|想要?|欲|需要)(?:进一步)?(?:了解|获取|查看|知道|咨询|购买|领取|下载)(?:关于)?.{0,30}(?:更多|详情|详细|完整|请联系|请?扫|请?点击|请?关注|可?联系|私信|后台回复)/,
  /(?:扫描|扫码|识别|长按|扫一扫|扫下|扫上)(?:识别)?.{0,10}(?:二维码|小程序码|加好友|入群|进群|报名|关注|添加|咨询|领取|下载|观看|查看)/,
  /(?:加入|欢迎|开通|分享在|分享至|分享到|上传至|发布在|打包在|扫码).{0,24}(?:知识星球|星球|粉丝群|交流群|技术群|社群|微信群|QQ群|内部群)/i,
  /(?:知识星球|星球社区|交流群|微信群|QQ群|粉丝群).{0,40}(?:加入|扫码|二维码|优惠|欢迎|入群|进群|支持和信任|深度连接)/i,
  /^(?:欢迎|诚邀|期待|敬请|快来)(?:大家|各位|您|你|感兴趣的?|有兴趣的?|对.{1,16})?.{0,10}(?:关注|订阅|加入|转发|点赞|留言|投稿|联系|添加|扫码|咨询|私信|参与(?:交流|讨论|互动)|交流|合作|报名|订购|选购)/,
  /(?:点赞|点个赞|在看|转发|关注|分享|收藏|星标|三连)[、，,+和与 ]{0,3}(?:点个?)?[“"「]?(?:点赞|赞|在看|转发|关注|分享|收藏|星标|留言|三连)/,
  /(?:设为|加为|添加|设置|置顶|标为)[“”"「」『』]{0,3}星标|不(?:会)?错过(?:最?新?的?(?:消息|内容|文章|推送|精彩))/,
  /(?:图片|配图|图文|素材|部分内容|文字)(?:均|皆|都|部分)?(?:来源|来自|源自|源于|取自|转自)(?:于)?(?:网络|互联网)|无法联系到?(?:版权|原作者)|(?:侵犯|侵权|版权(?:问题|疑问|异议|争议)).{0,30}(?:联系|删除|告知|处理)|版权(?:均)?(?:归|属)(?:于)?(?:原)?(?:作者|.{2,16}所有)/,
  /(?:本文|文章|文中|教程|内容|资料|工具|技术|信息|方法|代码).{0,40}(?:仅供|只供|只用于|仅用于|仅限|仅限于|只限)(?:用于)?.{0,12}(?:学习|参考|交流|研究|测试)/,
  /(?:请勿|切勿|严禁|禁止|不得|勿)(?:将|利用|使用|用于)?(?:本文|文中|该|其|此|本工具|上述)?.{0,16}(?:用于|进行|从事|任何)?.{0,6}(?:非法用途|违法用途|未授权的?(?:测试|渗透|攻击)|非法测试|商业用途|违法(?:活动|行为|犯罪)).{0,40}(?:后果|责任|自负|无关|概不)/,
  /^(?:(?:请)?联系|咨询|服务|业务|商务|官方|投稿|客服|合作|报名|电话|邮箱|微信|手机|热线|官网|地址|contact(?: me| us)?)(?:我们|电话|热线|邮箱|微信号?|方式|与合作|合作|联系|人|地址|号码){0,3}[:： ]{0,3}(?:[:：]|\d{3,4}[- ]?\d{3,4}|[\w.+-]{1,40}[@#][\w.-]{2,40}|https?:|www\.).{0,60}$/i,
];

/** What a company says of itself. */
const COMPANY =
  /(?:成立于|创立于|创办于|始建于|致力于|专注于|深耕|是(?:一家|国内|中国|全球|业界|业内|我国|由|专业|领先|首家)|(?:领先|领军|知名|一流)的|隶属于|(?:高新技术|专精特新|上市)企业|解决方案(?:提供商|服务商|供应商)|\b(?:founded in|headquartered in|is (?:an?|the) (?:\w+ ){0,3}(?:leading|leader|global|world|provider|company|firm|cybersecurity|security|non-?profit|platform)|trusted by|mission is to|delivers|protects|empowers)\b|è (?:un.|una|il|la|leader)|società)/i;

/** What an article tells about under such a heading. */
const THREAT =
  /勒索|组织|团伙|黑客|漏洞|攻击|恶意|病毒|木马|后门|事件|泄露|样本|活动|ransomware|malware|trojan|stealer|botnet|breach|hack|attack|vulnerab|exploit|group|gang|actor|apt|cve/i;

/** The head of such a note; what it is about stands in the group. */
const ABOUT =
  /^[【[（(▍▌■◆●*\s—–-]{0,4}(?:关于|about|informazioni su|chi è) ?(?:the )?([^的，。；：:,.]{2,40}?)[】\]）)*\s—–-]{0,4}[:：]?$/iu;

/** Whether a line at the end of an article is a sign-off, a call or a notice, by its words. */
export function isClosing(quoted: string): boolean {
  if (quoted.length > LONGEST) return false;
  const line = quoted.replace(/^[“”"'（(【[*·•—–\-\s]{1,4}/, '');
  if (ENGLISH.some((text) => text.test(line)) || ITALIAN.test(line)) return true;
  if (line.length <= 260 && CALL_TO_ACTION.test(line)) return true;
  if (line.length > 260) return false;
  return JAPANESE.test(line) || CHINESE.some((text) => text.test(line));
}

/**
 * Whether a line heads a note about a company or an author: `关于X`, `About X`, above text that praises it.
 *
 * @param next the text below it
 */
export function headsCompanyNote(line: string, next: string): boolean {
  if (line.length > 60) return false;
  const about = ABOUT.exec(line)?.[1];
  if (about === undefined) return false;
  if (THREAT.test(about)) return false;
  return COMPANY.test(next.slice(0, 160)) || next.startsWith(about.slice(0, 2));
}

/** Whether a line at the end is what the account's own company says of itself. */
export function isCompanyNote(line: string, account: string): boolean {
  const name = account.slice(0, 4);
  return name.length >= 2 && line.slice(0, 24).includes(name) && COMPANY.test(line.slice(0, 120));
}

/** The names of networks and of tools that share bars are made of. */
const SHARE_NAME =
  /^(?:facebook|twitter|x|pinterest|linked ?in|whats ?app|telegram|reddit|tumblr|email|e-mail|get link|other apps|copy link|print|pocket|mastodon|bluesky|threads|hacker ?news|line|hatena|mix|flipboard|messenger|viber|微信|微博|新浪微博|腾讯微博|qq|qq空间|qq好友|朋友圈|豆瓣|知乎|复制链接|はてなブックマーク)$/i;

/** Whether a line is one entry of a share bar. */
export function isShareName(line: string): boolean {
  return line.length <= 20 && SHARE_NAME.test(line);
}

/** A heading that takes the text up again below a list of links: its next number, or its conclusion. */
const NUMBERED =
  /^(?:0x[0-9a-f]{1,2}\b|第?[一二三四五六七八九十]{1,3}[、.．章节]|\d{1,2}[、.．)）]|0\d$|[（(][一二三四五六七八九十\d]{1,3}[)）]|part ?\d)/i;
const CONCLUSION =
  /^.{0,6}(?:总结|结语|小结|结论|结束语|后记|写在最后|conclusions?|summary|wrapping up|final thoughts|in conclusion|key takeaways|conclusioni|まとめ|おわりに|最後に)[:：]?$/i;

/** What numbering a heading has, `end` for a conclusion, or null. */
export function sectionMark(line: string): 'numbered' | 'end' | null {
  if (line.length > 60) return null;
  if (CONCLUSION.test(line)) return 'end';
  return NUMBERED.test(line) ? 'numbered' : null;
}
