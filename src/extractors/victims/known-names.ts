/**
 * Organisations and services with the names that the Chinese press gives them, so that both spellings in one
 * article are one victim and short names are known for names. General knowledge; one line a name.
 */
const KNOWN =
  'Microsoft:微软|Google:谷歌|Apple:苹果公司,苹果|Amazon:亚马逊|Meta:Meta|Facebook:脸书,脸谱|Twitter:推特|X:推特|Tesla:特斯拉|Samsung:三星,三星电子|Toyota:丰田,丰田汽车|Honda:本田|Nissan:日产|Mazda:马自达|Subaru:斯巴鲁|Suzuki:铃木|Ford:福特|General Motors:通用汽车|Volkswagen:大众,大众汽车|BMW:宝马|Mercedes-Benz:奔驰,梅赛德斯-奔驰|Audi:奥迪|Porsche:保时捷|Ferrari:法拉利|Volvo:沃尔沃|Hyundai:现代汽车|Kia:起亚|Jaguar Land Rover:捷豹路虎|Continental:大陆集团|Bosch:博世|Siemens:西门子|Schneider Electric:施耐德电气,施耐德|ABB:ABB|Honeywell:霍尼韦尔|General Electric:通用电气|Hitachi:日立|Toshiba:东芝|Panasonic:松下|Sony:索尼|Nintendo:任天堂|Sega:世嘉|Capcom:卡普空|Konami:科乐美|Bandai Namco:万代南梦宫|Square Enix:史克威尔|Electronic Arts:艺电|Ubisoft:育碧|Rockstar:R星|Activision:动视,动视暴雪|Riot Games:拳头游戏|Roblox:罗布乐思|Casio:卡西欧|Canon:佳能|Nikon:尼康|Olympus:奥林巴斯|Epson:爱普生|Fujitsu:富士通|NEC:日本电气|Kadokawa:角川|Seiko:精工|Asahi:朝日集团|Nidec:日本电产|Kyocera:京瓷|Nvidia:英伟达|Intel:英特尔|AMD:超威半导体|Qualcomm:高通|TSMC:台积电|Foxconn:富士康|Acer:宏碁|Asus:华硕|MSI:微星|Gigabyte:技嘉|Dell:戴尔|HP:惠普|HPE:慧与|Lenovo:联想|IBM:国际商业机器|Cisco:思科|Oracle:甲骨文|SAP:思爱普|Salesforce:赛富时|Adobe:奥多比|Uber:优步|Lyft:来福车|Airbnb:爱彼迎|Booking.com:缤客|Expedia:亿客行|Marriott:万豪,万豪国际|Hilton:希尔顿|Hyatt:凯悦|InterContinental:洲际酒店|MGM Resorts:米高梅|Caesars:凯撒娱乐|Starbucks:星巴克|McDonald’s:麦当劳|KFC:肯德基|Yum:百胜|Domino’s:达美乐|Coca-Cola:可口可乐|PepsiCo:百事,百事可乐|Nestle:雀巢|Dole:都乐|Unilever:联合利华|P&G:宝洁|Nike:耐克|Adidas:阿迪达斯|Puma:彪马|Zara:飒拉|H&M:海恩斯莫里斯|Uniqlo:优衣库|IKEA:宜家|Walmart:沃尔玛|Costco:好市多|Target:塔吉特|Home Depot:家得宝|Best Buy:百思买|eBay:易贝|PayPal:贝宝|Visa:维萨|Mastercard:万事达|American Express:美国运通|JPMorgan:摩根大通|Morgan Stanley:摩根士丹利|Goldman Sachs:高盛|Citibank:花旗,花旗银行|Bank of America:美国银行|Wells Fargo:富国银行|HSBC:汇丰,汇丰银行|Barclays:巴克莱|UBS:瑞银|Credit Suisse:瑞信|Deutsche Bank:德意志银行|Santander:桑坦德,桑坦德银行|BNP Paribas:法国巴黎银行|ING:荷兰国际集团|Allianz:安联|AXA:安盛|Prudential:保诚|Deloitte:德勤|KPMG:毕马威|Ernst & Young:安永|PwC:普华永道|Accenture:埃森哲|Capgemini:凯捷|Infosys:印孚瑟斯|Tata Power:塔塔电力|Boeing:波音|Airbus:空客,空中客车|Lockheed Martin:洛克希德·马丁|Raytheon:雷神|Northrop Grumman:诺斯罗普·格鲁曼|BAE Systems:贝宜系统|Thales:泰雷兹|Leonardo:莱昂纳多|Shell:壳牌|BP:英国石油|ExxonMobil:埃克森美孚|Halliburton:哈里伯顿|Schlumberger:斯伦贝谢|Aramco:沙特阿美|TotalEnergies:道达尔|Maersk:马士基|FedEx:联邦快递|UPS:联合包裹|DHL:敦豪|Royal Mail:皇家邮政,英国皇家邮政|AT&T:美国电话电报公司|Verizon:威瑞森|T-Mobile:T-Mobile|Vodafone:沃达丰|Orange:法国电信|Telefonica:西班牙电信|Deutsche Telekom:德国电信|Optus:澳都斯|Telstra:澳洲电信|SK Telecom:SK电讯|KT:韩国电信|NTT:日本电信电话|SoftBank:软银|Delta Air Lines:达美航空|United Airlines:美联航|American Airlines:美国航空|British Airways:英国航空|Lufthansa:汉莎航空|Air France:法国航空,法航|Qantas:澳洲航空,澳航|Singapore Airlines:新加坡航空|Cathay Pacific:国泰航空|Japan Airlines:日本航空,日航|ANA:全日空|Korean Air:大韩航空|Air India:印度航空|Aeroflot:俄罗斯航空|Pfizer:辉瑞|AstraZeneca:阿斯利康|Moderna:莫德纳|Merck:默克,默沙东|Novartis:诺华|Roche:罗氏|Sanofi:赛诺菲|Bayer:拜耳|Johnson & Johnson:强生|Sun Pharma:太阳制药|Quest Diagnostics:奎斯特诊断|Anthem:安森|23andMe:23andMe|Ticketmaster:票务大师,特玛捷|Netflix:奈飞,网飞|Disney:迪士尼|Spotify:声田|Warner:华纳|TikTok:抖音海外版|ByteDance:字节跳动|Alibaba:阿里巴巴,阿里|Tencent:腾讯|Baidu:百度|JD.com:京东|Huawei:华为|Xiaomi:小米|Weibo:微博,新浪微博|WeChat:微信|Didi:滴滴|Meituan:美团|LinkedIn:领英|Instagram:照片墙|Snapchat:色拉布|Reddit:红迪|Telegram:电报|WhatsApp:瓦茨艾普|Discord:Discord|Signal:Signal|Dropbox:多宝箱|GitHub:GitHub|GitLab:极狐|Slack:Slack|Zoom:Zoom|LastPass:LastPass|1Password:1Password|Okta:Okta|Internet Archive:互联网档案馆|Wikipedia:维基百科|Binance:币安|Coinbase:Coinbase|OKX:欧易|Huobi:火币|HTX:火币|Bybit:Bybit|KuCoin:库币|Kraken:海妖|Gate.io:芝麻开门|Norton:诺顿|Red Hat:红帽|SolarWinds:太阳风|Equifax:艾可菲|Experian:益博睿|TransUnion:环联|Red Cross:红十字会|United Nations:联合国|IMF:国际货币基金组织|World Bank:世界银行|NASA:美国宇航局|NATO:北约|European Parliament:欧洲议会|Pentagon:五角大楼|White House:白宫';

const byName = new Map<string, string>();
for (const entry of KNOWN.split('|')) {
  const [latin = '', han = ''] = entry.split(':');
  for (const name of [latin, ...han.split(',')]) byName.set(name.toLowerCase(), latin);
}

/** The usual Latin name of a well-known organisation, or null. @param name folded, either spelling */
export function knownName(name: string): string | null {
  return byName.get(name) ?? null;
}

/** The well-known Chinese names in folded text, the longest first. */
export const KNOWN_HAN = new RegExp(
  [...byName.keys()]
    .filter((name) => /[\u4e00-\u9fff]/.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);
