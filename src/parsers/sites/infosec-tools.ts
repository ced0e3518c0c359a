import type { Site } from './site.js';

/** WeChat accounts that sell membership of a circle under every post. */
export const infosecTools: Site = {
  id: 'infosec-tools',
  accounts: [
    '丁爸 情报分析师的工具箱',
    '情报分析师',
    '迪哥讲事',
    '数世咨询',
    '安全419',
    '威努特安全网络',
    'dotNet安全矩阵',
  ],
  end: /^(?:长按识别下面的二维码|越早加入越便宜|识别下方二维码加入知识星球|— ?【 ?THE END|.{0,4}大家期盼很久的|更多推荐|粉丝福利群开放啦|星球福利)/,
  drop: /^(?:如果你是一个长期主义者|稿件合作)/,
};
