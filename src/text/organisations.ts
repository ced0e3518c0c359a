/**
 * Well-known organisations with the other names that the press gives them, one organisation a line, names joined by
 * `|`, the usual Latin one first: so that both spellings of one article are one victim, short names are known for
 * names, and reports in two languages meet. General knowledge of the press; only names by which hardly anyone else
 * goes. Everything else is learnt from articles that give two names of one victim.
 */
const ORGANISATIONS = `
Accenture|埃森哲
Accor|雅高
Acer|宏碁
Activision|动视|动视暴雪
Adata|威刚
Adidas|阿迪达斯
Adobe|奥多比
Advantech|研华
Aeroflot|俄罗斯航空
Aflac|美国家庭人寿
AIG|美国国际集团
Air Canada|加拿大航空
Air France|法国航空|法航
Air India|印度航空
AirAsia|亚洲航空|亚航
Airbnb|爱彼迎
Airbus|空客|空中客车
Alaska Airlines|阿拉斯加航空
Alibaba|阿里巴巴|阿里
Alipay|支付宝
Allianz Life|安联人寿
Allianz|安联
Amazon Web Services|AWS|亚马逊云科技|亚马逊云
Amazon|亚马逊|亚马逊公司
AMD|超威半导体|超威
American Airlines|美国航空
American Express|美国运通
American Water|美国水务
ANA|全日空
Anthem|安森
Apple|苹果公司|苹果
Applied Materials|应用材料
Asahi|朝日集团|朝日啤酒
Ascension|阿森松
Ashley Madison|阿什利·麦迪逊
ASML|阿斯麦
AstraZeneca|阿斯利康
Asus|华硕
AT&T|美国电话电报公司
Atos|源讯
Auchan|欧尚
Audi|奥迪
AXA|安盛
BAE Systems|贝宜系统
Baidu|百度
Balenciaga|巴黎世家
Bandai Namco|万代南梦宫
Bank of America|美国银行
Bank of Russia|俄罗斯中央银行|俄罗斯央行
Bank Rakyat Indonesia|BRI|印尼人民银行
Bank Syariah Indonesia|BSI|印尼伊斯兰银行
Barclays|巴克莱|巴克莱银行
Bayer|拜耳
Best Buy|百思买
Bharti Airtel|Airtel
BHP|必和必拓
Bilibili|哔哩哔哩|B站
Binance|币安
Blizzard|暴雪|暴雪娱乐
BMW|宝马
BNP Paribas|法国巴黎银行
Boeing|波音|波音公司
Bombardier|庞巴迪
Booking.com|缤客
Bosch|博世
Bridgestone|普利司通
British Airways|英国航空|英航
British Library|大英图书馆
British Museum|大英博物馆
Broadcom|博通
BT|BT Group|英国电信
Bundestag|德国联邦议院
Burger King|汉堡王
BYD|比亚迪
ByteDance|字节跳动
Caesars|Caesars Entertainment|凯撒娱乐
Campari|金巴利
Canon|佳能
Capcom|卡普空
Capgemini|凯捷
Capital One|第一资本
Cardano Foundation|Cardano 基金会|卡达诺基金会
Carrefour|家乐福
Cartier|卡地亚
Casio|卡西欧
Cathay Pacific|国泰航空
CD Projekt|CD Projekt Red
Chanel|香奈儿
Charter|Charter Communications
Chevron|雪佛龙
China Airlines|中华航空|华航
China Mobile|中国移动
China Telecom|中国电信
China Unicom|中国联通
CIA|美国中央情报局|中情局
Cigna|信诺
CISA|美国网络安全和基础设施安全局
Cisco|思科|思科公司
Citibank|Citi|花旗|花旗银行
Citizen|西铁城
Citrix|思杰
Clorox|高乐氏
Coca-Cola|可口可乐
Cognizant|高知特
Colgate|高露洁
Collins Aerospace|柯林斯宇航
Colonial Pipeline|科洛尼尔管道|殖民管道
Columbia University|哥伦比亚大学
Comcast|康卡斯特
Commerzbank|德国商业银行
CommonSpirit Health|CommonSpirit
Community Health Systems|CHS
Compal|仁宝
Compound Finance|Compound
Continental|大陆集团
Copper Mountain Mining|CMMC|铜山矿业
Costco|好市多
Coupang|酷澎
Credit Suisse|瑞信|瑞士信贷
Ctrip|携程
Curve Finance|Curve
Dahua|大华
Danone|达能
DeepSeek|深度求索
Dell|戴尔|戴尔公司|戴尔科技
Deloitte|德勤
Delta Air Lines|Delta Airlines|达美航空
Delta Electronics|台达电|台达电子
Democratic National Committee|DNC|美国民主党全国委员会|民主党全国委员会
Deutsche Bank|德意志银行
Deutsche Telekom|德国电信
DHL|敦豪
Didi|滴滴|滴滴出行
Dior|迪奥
Dish Network|Dish
Disney|迪士尼
DJI|大疆
Dole|都乐
Domino's|达美乐|Domino’s
Douyin|抖音
DP World|迪拜环球港务
Duolingo|多邻国
Dyson|戴森
E-Life Mall|全国电子
EasyJet|易捷航空
eBay|易贝
EDF|法国电力
Eisai|卫材
Electrolux|伊莱克斯
Electronic Arts|艺电
Embraer|巴西航空工业
Emerson|艾默生
Emirates|阿联酋航空
Enel|意大利国家电力
Enzo Biochem|Enzo
Epson|爱普生
Equifax|艾可菲
Ernst & Young|EY|安永
Euler Finance|Euler
European Commission|欧盟委员会
European Medicines Agency|EMA|欧洲药品管理局
European Parliament|欧洲议会
European Space Agency|ESA|欧洲航天局|欧空局
Expedia|亿客行
Experian|益博睿
ExxonMobil|埃克森美孚
Facebook|脸书|脸谱
FBI|联邦调查局|美国联邦调查局
FedEx|联邦快递
FEMA|美国联邦应急管理署
Ferrari|法拉利
Fidelity|富达|富达投资
Flagstar|Flagstar Bank
Ford|福特|福特汽车
Fortinet|飞塔
Foxconn|富士康|鸿海
France Travail|法国就业局
Free|Free Mobile
Fresenius|费森尤斯
Fujitsu|富士通
Garmin|佳明
Gate.io|芝麻开门
Geely|吉利
General Dynamics|通用动力
General Electric|通用电气
General Motors|通用汽车
German Bundeswehr|Bundeswehr|德国联邦国防军
Gigabyte|技嘉|技嘉科技
Goldman Sachs|高盛
Google|谷歌|谷歌公司
Gucci|古驰
Halliburton|哈里伯顿
Harley-Davidson|哈雷戴维森|哈雷
Harrods|哈罗德百货|哈洛德百货
Harvard University|哈佛大学
Hasbro|孩之宝
Hawaiian Airlines|夏威夷航空
HCA Healthcare|HCA
Hewlett Packard Enterprise|HPE|慧与|惠普企业|慧与科技
Hikvision|海康威视
Hilton|希尔顿
Hitachi Energy|日立能源
Hitachi|日立|日立公司
Home Depot|家得宝
Honda|本田|本田汽车
Honeywell|霍尼韦尔
HP|惠普
HSBC|汇丰|汇丰银行
HSE|爱尔兰卫生服务执行局
HTX|Huobi|火币
Huawei|华为
Hyatt|凯悦
Hyundai|现代汽车
i-SOON|安洵|安洵信息
Iberia|伊比利亚航空
IBM|国际商业机器
ICAO|国际民航组织|International Civil Aviation Organization|联合国国际民航组织|联合国国际民用航空组织
ICBC|工商银行|中国工商银行
ICICI Bank|ICICI银行
ICRC|红十字国际委员会|International Committee of the Red Cross
IKEA|宜家
IMF|国际货币基金组织|International Monetary Fund
Infineon|英飞凌
Infosys|印孚瑟斯
ING|荷兰国际集团
Intel|英特尔
InterContinental|IHG|洲际酒店
International Criminal Court|ICC|国际刑事法院
Internet Archive|互联网档案馆
IRS|美国国税局
Italian Revenue Agency|Agenzia delle Entrate|意大利税务局
Jaguar Land Rover|JLR|捷豹路虎
Japan Airlines|JAL|日本航空|日航
JAXA|日本宇宙航空研究开发机构|日本宇航局
JBS|JBS Foods
JD.com|京东
Johnson & Johnson|强生
Johnson Controls|江森自控
JPMorgan|JPMorgan Chase|摩根大通
Kadokawa|角川|角川集团
Kaiser Permanente|凯撒医疗
Kawasaki|川崎重工
Kellogg|家乐氏
Kering|开云集团
KFC|肯德基
Kia|起亚
KLM|荷兰皇家航空
Konami|科乐美
Konica Minolta|柯尼卡美能达
Korean Air|大韩航空
KPMG|毕马威
Kroger|克罗格
KT|韩国电信
Kuaishou|快手
KuCoin|库币
Kyocera|京瓷
LabCorp|徕博科
Las Vegas Sands|金沙集团
Latitude|Latitude Financial
Legal Aid Agency|英国法律援助署
Lego|乐高
Lenovo|联想|联想集团
Leonardo|莱昂纳多
Levi's|李维斯
LG|LG电子
Library of Congress|美国国会图书馆
Lidl|利德
LINE|LY Corporation
LinkedIn|领英
Lloyds|劳埃德银行
Lockheed Martin|洛克希德·马丁|洛克希德马丁
Lotte Card|乐天信用卡
Louis Vuitton|LV|路易威登
Lufthansa|汉莎航空
Lumen|Lumen Technologies
Maersk|马士基
Malaysia Airlines|马来西亚航空
ManpowerGroup|万宝盛华
Marks & Spencer|M&S|玛莎百货
Marriott|万豪|万豪国际
Mastercard|万事达|万事达卡
Mattel|美泰
Mazda|马自达
McDonald's|McDonald’s|麦当劳
McKesson|麦克森
Medtronic|美敦力
Meituan|美团
Mercedes-Benz|奔驰|梅赛德斯-奔驰|梅赛德斯
Merck|默克|默沙东
Meta|Meta Platforms
MetLife|大都会人寿
MGM Resorts|MGM|米高梅
Michelin|米其林
Microchip|微芯|Microchip Technology
Micron|美光|美光科技
Microsoft|微软|微软公司
Mitsubishi Electric|三菱电机
Mitsubishi Motors|三菱汽车
Mitsubishi|三菱
MKS Instruments|万机仪器|万机仪器集团
Moderna|莫德纳
Mondelez|亿滋
Morgan Stanley|摩根士丹利
Mozilla|谋智
MSI|微星|微星科技
Murata|村田|村田制作所
NASA|美国宇航局|美国国家航空航天局
National Public Data|国家公共数据
NATO|北约
Naval Group|法国海军集团
NEC|日本电气
Neiman Marcus|内曼·马库斯
Nestle|雀巢
Netflix|奈飞|网飞
New York Blood Center|纽约血液中心
Nexperia|安世半导体
NHS|英国国家医疗服务体系|英国国家医疗服务系统
Niconico|Niconico动画
Nidec|日本电产
Nike|耐克
Nikon|尼康
Nintendo|任天堂
NIO|蔚来
Nissan|日产|日产汽车
Norsk Hydro|海德鲁|挪威海德鲁
Northrop Grumman|诺斯罗普·格鲁曼
Northwestern Polytechnical University|西北工业大学
Norton|诺顿|NortonLifeLock
Novartis|诺华
Novo Nordisk|诺和诺德
NSA|美国国家安全局
NTT Docomo|Docomo|都科摩
NTT|日本电信电话
Nucor|纽柯
Nvidia|英伟达
NXP|恩智浦
OKX|欧易
Olympus|奥林巴斯
Optus|澳都斯
Oracle|甲骨文|甲骨文公司
Orange|Orange集团
Oxford University|牛津大学
P&G|Procter & Gamble|宝洁|宝洁公司
Pakistan International Airlines|巴基斯坦国际航空
Panasonic|松下
Panera Bread|Panera
Paramount|派拉蒙
PayPal|贝宝
PDVSA|委内瑞拉国家石油公司
Pearson|培生
Pemex|墨西哥国家石油公司
PepsiCo|百事|百事可乐
Peugeot|标致
Pfizer|辉瑞
Philips|飞利浦
Pinduoduo|拼多多
Porsche|保时捷
Port of Nagoya|名古屋港
Port of Seattle|西雅图港
Prudential|保诚|Prudential Financial
PSNI|北爱尔兰警察局
Puma|彪马
PwC|普华永道
Qantas|澳洲航空|澳航
Qualcomm|高通
Quanta|广达|广达电脑
Quest Diagnostics|奎斯特诊断
Rakuten|乐天
Randstad|任仕达
Raytheon|RTX|雷神
Red Cross|红十字会
Red Hat|红帽
Reliance Jio|Jio
Renault|雷诺
Repsol|雷普索尔
Rheinmetall|莱茵金属
Ricoh|理光
Rio Tinto|力拓
Riot Games|拳头游戏
Rite Aid|来德爱
Robinhood|罗宾汉
Roblox|罗布乐思
Roche|罗氏
Rockstar Games|Rockstar|R星
Rockwell Automation|罗克韦尔
Ronin Network|Ronin
Rosreestr|俄罗斯联邦登记局
Rostelecom|俄罗斯电信
Royal Mail|皇家邮政|英国皇家邮政
Ryanair|瑞安航空
Saint-Gobain|圣戈班
Salesforce|赛富时
Samsung|三星|三星电子
Sanofi|赛诺菲
Santander|Banco Santander|桑坦德|桑坦德银行
SAP|思爱普
SAS|北欧航空|斯堪的纳维亚航空
Saudi Aramco|Aramco|沙特阿美
Sberbank|俄罗斯联邦储蓄银行
Schlumberger|斯伦贝谢
Schneider Electric|施耐德电气|施耐德
Scholastic|学乐
Seagate|希捷
SEC|美国证券交易委员会
Sega|世嘉
Seiko|精工
Sharp|夏普
Shein|希音
Shell|壳牌
Shiseido|资生堂
Siemens Energy|西门子能源
Siemens|西门子
Singapore Airlines|新加坡航空
SK Hynix|SK海力士
SK Telecom|SK电讯|SKT
Social Security Administration|美国社会保障局
SoftBank|软银
SolarWinds|太阳风
Sony|索尼
Southern Water|南方水务
Southwest Airlines|西南航空|美国西南航空
SpiceJet|香料航空
Square Enix|史克威尔
Stanford University|斯坦福大学
Starbucks|星巴克
Stellantis|斯特兰蒂斯
STMicroelectronics|意法半导体
Stoli|Stoli Group
Subaru|斯巴鲁
Sun Pharma|太阳制药
Suzuki|铃木
Swisscom|瑞士电信
Sysco|西斯科
T-Mobile|T-Mobile US
Taobao|淘宝
Target|塔吉特
Tata Consultancy Services|TCS|塔塔咨询
Tata Power|塔塔电力
Technion|以色列理工学院
Telecom Argentina|阿根廷电信|阿根廷电信公司
Telefonica|Telefónica|西班牙电信
Telegram|电报公司
Telstra|澳洲电信
Tencent|腾讯|腾讯公司
Tesco|乐购
Tesla|特斯拉
Thales|泰雷兹|泰雷兹集团
The Guardian|卫报
ThyssenKrupp|蒂森克虏伯
Ticketmaster|票务大师|特玛捷
Tiffany|蒂芙尼
TikTok|抖音海外版
Toshiba|东芝
TotalEnergies|道达尔
Toyota|丰田|丰田汽车|丰田公司
TP-Link|普联
Transport for London|TfL|London transport|伦敦交通局
TransUnion|环联
Trump campaign|特朗普竞选团队
TSMC|台积电
Twitter|推特
Uber|优步
Ubisoft|育碧
UBS|瑞银|瑞银集团
UK Electoral Commission|Electoral Commission|英国选举委员会
UK Ministry of Defence|英国国防部
UMC|联电|联华电子
Under Armour|安德玛
UNDP|联合国开发计划署|UN Development Programme
UNICEF|联合国儿童基金会
UniCredit|裕信银行
Unilever|联合利华
Uniqlo|优衣库
United Airlines|美联航|美国联合航空
United Nations|联合国
United Natural Foods|UNFI
UnitedHealth|UnitedHealth Group|联合健康|联合健康集团
Universal Health Services|UHS
University of California|加州大学
University of Cambridge|剑桥大学
UPS|联合包裹
US Courts|美国法院系统
US Department of Defense|U.S. Department of Defense|Department of Defense|DoD|Pentagon|美国国防部|五角大楼
US Department of Energy|U.S. Department of Energy|美国能源部
US Department of Homeland Security|DHS|美国国土安全部
US Department of Justice|U.S. Department of Justice|美国司法部
US Department of State|U.S. Department of State|State Department|U.S. State Department|美国国务院
US Marshals Service|U.S. Marshals Service|美国法警局
US Treasury|U.S. Treasury|US Treasury Department|U.S. Treasury Department|U.S. Department of the Treasury|US Department of the Treasury|Treasury Department|美国财政部
Veolia|威立雅
Verizon|威瑞森
VF Corporation|VF Corp
Victoria's Secret|维密|维多利亚的秘密
Vietnam Airlines|越南航空
Visa|维萨
VMware|威睿
Vodafone|沃达丰
Volkswagen|大众汽车|大众汽车集团
Volvo|沃尔沃|沃尔沃汽车
Walgreens|沃尔格林
Walmart|沃尔玛
Warner Bros|Warner|华纳|华纳兄弟
WeChat Pay|微信支付
WeChat|微信
Weibo|微博|新浪微博
Wells Fargo|富国银行
Western Digital|西部数据|西数
WestJet|西捷航空
White House|白宫
WHO|World Health Organization|世界卫生组织|世卫组织
Wikipedia|维基百科
World Bank|世界银行
Xerox|施乐
Xiaohongshu|小红书
Xiaomi|小米|小米集团
Yamaha|雅马哈
Yum Brands|Yum|百胜
ZF|采埃孚
ZTE|中兴|中兴通讯
`;

/** The names of each organisation, as printed; the first stands for all of them. */
export const KNOWN_ORGANISATIONS: readonly (readonly string[])[] = ORGANISATIONS.split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('|'));
