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
