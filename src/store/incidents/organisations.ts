/**
 * Names of well-known organisations in Chinese and Latin letters, one organisation a line, names joined by `|`. Only
 * names by which no one else goes; everything else is learnt from articles that give two names of one victim.
 */
const ORGANISATIONS = `
microsoft|微软
google|谷歌
apple|苹果公司
amazon|亚马逊
facebook|脸书
meta|meta platforms
twitter|推特
linkedin|领英
tencent|腾讯
alibaba|阿里巴巴
alipay|支付宝
wechat|微信
baidu|百度
bytedance|字节跳动
huawei|华为
xiaomi|小米
lenovo|联想
jd.com|京东
didi|滴滴
samsung|三星|三星电子
sony|索尼
nintendo|任天堂
toyota|丰田|丰田汽车
honda|本田
nissan|日产
volkswagen|大众汽车|大众汽车集团
bmw|宝马
mercedes-benz|梅赛德斯-奔驰|奔驰
porsche|保时捷
audi|奥迪
tesla|特斯拉
ford|福特汽车
general motors|通用汽车
hyundai|现代汽车
kia|起亚
renault|雷诺
ferrari|法拉利
harley-davidson|哈雷戴维森|哈雷
boeing|波音
airbus|空中客车|空客
lockheed martin|洛克希德马丁|洛克希德·马丁
rtx|雷神
intel|英特尔
amd|超威半导体
nvidia|英伟达
qualcomm|高通
tsmc|台积电
foxconn|富士康
asus|华硕
acer|宏碁
msi|微星
gigabyte|技嘉
dell|戴尔
hewlett packard enterprise|hpe|慧与|惠普企业|惠普|hp
ibm|国际商业机器
oracle|甲骨文
cisco|思科
vmware|威睿
fortinet|飞塔
palo alto networks|派拓网络
okta
cloudflare
crowdstrike|众击
solarwinds|太阳风
snowflake|雪花公司
schneider electric|施耐德电气|施耐德
siemens|西门子
bosch|博世
philips|飞利浦
nokia|诺基亚
ericsson|爱立信
casio|卡西欧
kadokawa|角川|角川集团
ntt docomo|docomo|都科摩
softbank|软银
kddi
japan airlines|jal|日本航空
all nippon airways|ana|全日空
jaxa|日本宇宙航空研究开发机构|日本宇航局
fujitsu|富士通
panasonic|松下
toshiba|东芝
hitachi|日立
mitsubishi electric|三菱电机
olympus|奥林巴斯
seiko|精工
uniqlo|优衣库
yahoo|雅虎
at&t|美国电话电报公司
verizon|威瑞森
t-mobile
lumen|流明科技
comcast|康卡斯特
telefonica|西班牙电信|telefónica
vodafone|沃达丰
orange
british telecom|bt group|英国电信
deutsche telekom|德国电信
telstra|澳洲电信
optus
singtel|新加坡电信
unitedhealth|联合健康|联合健康集团
change healthcare
ticketmaster|票务大师
live nation
santander|桑坦德|桑坦德银行
hsbc|汇丰|汇丰银行
citibank|花旗|花旗银行|citigroup
jpmorgan|摩根大通|jpmorgan chase
bank of america|美国银行
wells fargo|富国银行
capital one|第一资本
goldman sachs|高盛
morgan stanley|摩根士丹利
deutsche bank|德意志银行
barclays|巴克莱
icbc|工商银行|中国工商银行
visa|维萨
mastercard|万事达
paypal|贝宝
equifax|艾克飞
experian|益博睿
transunion|环联
marriott|万豪|万豪酒店|万豪国际
hilton|希尔顿|希尔顿酒店
hyatt|凯悦|凯悦酒店
intercontinental|洲际酒店
mgm resorts|米高梅|美高梅
caesars|凯撒娱乐
airbnb|爱彼迎
booking.com|缤客
uber|优步
lyft|来福车
netflix|奈飞|网飞
disney|迪士尼
spotify|声田
starbucks|星巴克
mcdonald's|麦当劳
coca-cola|可口可乐
pepsi|百事
walmart|沃尔玛
target
costco|开市客
ikea|宜家
nike|耐克
adidas|阿迪达斯
h&m
zara
home depot|家得宝
ebay
shopify
telegram|电报公司
whatsapp
signal
discord
reddit
tiktok|抖音海外版
pinterest
dropbox
zoom
slack
github
gitlab
openai
deepseek|深度求索
anthropic
internet archive|互联网档案馆
wikipedia|维基百科
mozilla|谋智
powerschool
moveit
accellion
kaseya
toll group
maersk|马士基
dp world|迪拜环球港务
fedex|联邦快递
ups|联合包裹
dhl|敦豪
boeing distribution
delta air lines|达美航空
united airlines|美国联合航空
american airlines|美国航空
southwest airlines|西南航空
british airways|英国航空
cathay pacific|国泰航空
air india|印度航空
malaysia airlines|马来西亚航空
colonial pipeline|科洛尼尔管道|殖民管道
jbs|jbs foods
halliburton|哈里伯顿
shell|壳牌
bp|英国石油
exxonmobil|埃克森美孚
saudi aramco|沙特阿美
bayer|拜耳
pfizer|辉瑞
merck|默克
novartis|诺华
roche|罗氏
astrazeneca|阿斯利康
johnson & johnson|强生
ascension|阿森松
23andme
medibank
binance|币安
coinbase
bybit
okx|欧易
kucoin|库币
ftx
mt. gox|门头沟
ronin network|ronin
wazirx
us treasury|u.s. treasury|us treasury department|u.s. department of the treasury|美国财政部
us department of justice|u.s. department of justice|美国司法部
us department of state|u.s. department of state|美国国务院
fbi|联邦调查局|美国联邦调查局
nasa|美国宇航局|美国国家航空航天局
pentagon|五角大楼
cisa|美国网络安全和基础设施安全局
irs|美国国税局
nhs|英国国家医疗服务体系
icao|国际民航组织|international civil aviation organization|联合国国际民用航空组织|联合国国际民航组织
interpol|国际刑警组织
european commission|欧盟委员会
red cross|红十字会
british library|大英图书馆
london transport|transport for london|伦敦交通局
mitre
harvard university|哈佛大学
stanford university|斯坦福大学
`;

/** The first name of each line stands for all of them. */
export const KNOWN_NAMES: readonly (readonly string[])[] = ORGANISATIONS.split('\n')
  .map((line) => line.split('|').filter((name) => name !== ''))
  .filter((names) => names.length > 1);

/**
 * Makers of platforms that are in the security news every day for many reasons: their name alone says little about
 * which event is meant.
 */
export const EVERYDAY: ReadonlySet<string> = new Set(
  (
    'microsoft google apple amazon aws azure meta facebook instagram twitter x linkedin telegram whatsapp signal discord ' +
    'github gitlab npm pypi wordpress chrome firefox android ios windows linux macos outlook office exchange teams ' +
    'sharepoint openai chatgpt cisco oracle fortinet ivanti vmware citrix sonicwall zyxel juniper paloaltonetworks ' +
    'cloudflare crowdstrike okta adobe sap intel nvidia qualcomm samsung huawei xiaomi tencent wechat alibaba alipay ' +
    'tiktok youtube paypal visa mastercard usgovernment unitedstates china russia ukraine japan europe ' +
    '微软 谷歌 苹果 安卓 美国 中国 俄罗斯 乌克兰 日本 韩国 英国 德国 法国 意大利 欧盟 以色列 伊朗 印度 美国政府 中国企业'
  ).split(' '),
);
