/** Currency by what is written before the figure: signs and codes, folded. ISO 4217; crypto currencies by ticker. */
export const CURRENCY_BEFORE: Readonly<Record<string, string>> = {
  $: 'USD', us$: 'USD', usd: 'USD', 'usd$': 'USD', 'u.s.$': 'USD', a$: 'AUD', au$: 'AUD', aud: 'AUD', c$: 'CAD', ca$: 'CAD', cad: 'CAD', hk$: 'HKD', hkd: 'HKD', s$: 'SGD', sgd: 'SGD', nt$: 'TWD', ntd: 'TWD', nz$: 'NZD', nzd: 'NZD', r$: 'BRL', brl: 'BRL',
  '€': 'EUR', eur: 'EUR', euro: 'EUR', '£': 'GBP', gbp: 'GBP', '¥': 'CNY', '￥': 'CNY', rmb: 'CNY', cny: 'CNY', jpy: 'JPY', 'jp¥': 'JPY', '₩': 'KRW', krw: 'KRW', '₹': 'INR', inr: 'INR', 'rs.': 'INR', rs: 'INR', chf: 'CHF', '₽': 'RUB', rub: 'RUB', '฿': 'THB', thb: 'THB', '₱': 'PHP', php: 'PHP', '₫': 'VND', '₴': 'UAH', '₺': 'TRY', zar: 'ZAR', myr: 'MYR', rm: 'MYR', idr: 'IDR', rp: 'IDR', sek: 'SEK', nok: 'NOK', dkk: 'DKK', pln: 'PLN', aed: 'AED', sar: 'SAR', ils: 'ILS', '₪': 'ILS', mxn: 'MXN', ugx: 'UGX',
  美元: 'USD', 人民币: 'CNY', 欧元: 'EUR', 英镑: 'GBP', 日元: 'JPY', 港币: 'HKD', 港元: 'HKD', 新台币: 'TWD',
};

/** Currency by what is written after the figure. */
export const CURRENCY_AFTER: Readonly<Record<string, string>> = {
  美元: 'USD', 美金: 'USD', 美刀: 'USD', usd: 'USD', 'us dollars': 'USD', 'u.s. dollars': 'USD', dollars: 'USD', dollar: 'USD', dollari: 'USD', dólares: 'USD', $: 'USD', 美圆: 'USD', '米ドル': 'USD', ドル: 'USD',
  欧元: 'EUR', eur: 'EUR', euros: 'EUR', euro: 'EUR', '€': 'EUR', ユーロ: 'EUR', 英镑: 'GBP', gbp: 'GBP', pounds: 'GBP', sterline: 'GBP', '£': 'GBP',
  元人民币: 'CNY', 人民币: 'CNY', 块钱: 'CNY', 元: 'CNY', 圆: 'CNY', rmb: 'CNY', cny: 'CNY', yuan: 'CNY', 日元: 'JPY', 日圆: 'JPY', 円: 'JPY', yen: 'JPY', jpy: 'JPY', 韩元: 'KRW', 韩币: 'KRW', 韩圆: 'KRW', won: 'KRW', krw: 'KRW', ウォン: 'KRW',
  港元: 'HKD', 港币: 'HKD', hkd: 'HKD', 新台币: 'TWD', 台币: 'TWD', 新加坡元: 'SGD', 新元: 'SGD', 坡币: 'SGD', 澳元: 'AUD', 澳大利亚元: 'AUD', 澳币: 'AUD', aud: 'AUD', 'australian dollars': 'AUD', 加元: 'CAD', 加拿大元: 'CAD', 加币: 'CAD', cad: 'CAD', 'canadian dollars': 'CAD', 纽元: 'NZD', 新西兰元: 'NZD',
  卢布: 'RUB', rubles: 'RUB', roubles: 'RUB', rub: 'RUB', 印度卢比: 'INR', 卢比: 'INR', rupees: 'INR', inr: 'INR', 瑞士法郎: 'CHF', 法郎: 'CHF', 'swiss francs': 'CHF', chf: 'CHF', franchi: 'CHF', 泰铢: 'THB', baht: 'THB', 越南盾: 'VND', 印尼盾: 'IDR', 印尼卢比: 'IDR', 林吉特: 'MYR', 令吉: 'MYR', 马币: 'MYR', ringgit: 'MYR', 比索: 'PHP', 菲律宾比索: 'PHP', 墨西哥比索: 'MXN', pesos: 'MXN', 雷亚尔: 'BRL', reais: 'BRL', 兰特: 'ZAR', rand: 'ZAR',
  乌干达先令: 'UGX', 肯尼亚先令: 'KES', 坦桑尼亚先令: 'TZS', 先令: 'UGX', shillings: 'KES', 奈拉: 'NGN', naira: 'NGN', 里亚尔: 'SAR', 沙特里亚尔: 'SAR', 迪拉姆: 'AED', dirhams: 'AED', 谢克尔: 'ILS', shekels: 'ILS', 里拉: 'TRY', 土耳其里拉: 'TRY', 格里夫纳: 'UAH', hryvnia: 'UAH', 兹罗提: 'PLN', zloty: 'PLN', 瑞典克朗: 'SEK', 挪威克朗: 'NOK', 丹麦克朗: 'DKK', kronor: 'SEK', kroner: 'NOK', 埃及镑: 'EGP', 巴基斯坦卢比: 'PKR', 塔卡: 'BDT',
};

/** Crypto currencies by name and ticker, after the figure. */
export const CRYPTO_AFTER: Readonly<Record<string, string>> = {
  枚比特币: 'BTC', 个比特币: 'BTC', 比特币: 'BTC', bitcoins: 'BTC', bitcoin: 'BTC', btc: 'BTC', 枚以太坊: 'ETH', 枚以太币: 'ETH', 个以太坊: 'ETH', 个以太币: 'ETH', 以太坊: 'ETH', 以太币: 'ETH', ether: 'ETH', ethereum: 'ETH', eth: 'ETH', 枚eth: 'ETH', 枚bnb: 'BNB', bnb: 'BNB', usdt: 'USDT', 泰达币: 'USDT', tether: 'USDT', usdc: 'USDC', 门罗币: 'XMR', xmr: 'XMR', monero: 'XMR', sol: 'SOL', xrp: 'XRP', 瑞波币: 'XRP', dai: 'DAI', busd: 'BUSD', ltc: 'LTC', 莱特币: 'LTC', 狗狗币: 'DOGE', doge: 'DOGE', avax: 'AVAX', matic: 'MATIC', trx: 'TRX', ton: 'TON', wbtc: 'WBTC', weth: 'WETH', bonk: 'BONK',
};
