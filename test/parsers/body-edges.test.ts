import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/parsers/index.js';

const STORY = [
  '临川酒店周三表示，攻击者在上月入侵了其预订系统，约30万名住客的姓名和电话号码遭到泄露。公司已通知监管部门，并聘请了外部专家协助调查。',
  '公司发言人说，支付卡信息没有受到影响，受影响的住客将在本周内收到通知，客服热线也已开通，可以解答他们的疑问。',
];
const ENGLISH = [
  'Harbour Freight Lines said on Wednesday that attackers had broken into its booking system last month and copied the records of 300,000 customers.',
  'The company has told the regulator and hired outside experts; payment cards were not touched, a spokesman said in a statement.',
];

interface Head {
  readonly title?: string;
  readonly url?: string;
  readonly source?: string;
  /** Whether the page sets its title above its own text. */
  readonly own?: boolean;
}

function parse(lines: readonly string[], head: Head = {}) {
  const {
    title = '临川酒店三十万住客信息泄露',
    url = 'https://example.org/a/1',
    source = '某站',
    own = true,
  } = head;
  const page = `---\ntitle: ${title}\nurl: ${url}\nsource: ${source}\ndate: 2025-01-07\n---\n\n# ${title}\n\n${own ? `# ${title}\n\n` : ''}${lines.join('\n\n')}\n`;
  return parsePage({ bytes: Buffer.from(page), path: 'page.md' });
}

const bodyOf = (lines: readonly string[], head?: Head): string => parse(lines, head).markdown.trim();
const story = STORY.join('\n\n');
const english = ENGLISH.join('\n\n');

describe('sign-offs, calls and notices below the text are no part of it', () => {
  it.each([
    '感谢您的阅读，我们下期再见。',
    '感谢 某某实验室 提供相关内容',
    '以上就是本期的全部内容，喜欢的话请转发给朋友。',
    '如需了解更多方案详情，请联系400-000-0000',
    '扫描下方二维码，即可加入读者交流群，和同行一起学习。',
    '欢迎各位读者关注本号，获取每日安全资讯。',
    '注：图片均来源于网络，无法联系到版权持有者。如有侵权，请与后台联系，做删除处理。',
    '本文仅供学习交流使用，请勿用于任何非法用途。',
    '“投稿联系方式：张三 010-00000000 tougao@example.org”',
    '资料已上传至知识星球，扫码加入即可下载，后期会涨价。',
    '编号：第12期，欢迎订阅我们的周报，点赞、在看、转发支持。',
  ])('%s', (line) => {
    expect(bodyOf([...STORY, line])).toBe(story);
  });

  it.each([
    'Thanks for taking the time to read my write-up.',
    'Special thanks to Jane Doe for her help with this research.',
    'If you liked this article, please share it with your friends and colleagues.',
    'Don’t forget to subscribe to the channel.',
    '### From Example Writeups: there is a lot going on every day. [Join our weekly newsletter](https://example.org/n) to keep up with it.',
    '**How attackers probe sites for entry points – [Free Webinar](https://example.org/w)**',
    'Ready to see it for yourself? [Start your free trial](https://example.org/t).',
    'Jane Doe is a senior reporter at Example Wire, covering ransomware.',
    'Grazie per aver letto fin qui, alla prossima settimana.',
  ])('%s', (line) => {
    expect(bodyOf([...ENGLISH, line], { title: 'Harbour Freight Lines breached' })).toBe(english);
  });

  it('keeps such words where text follows', () => {
    const lines = [STORY[0] ?? '', '感谢 某某实验室 提供相关内容', ...STORY, ...STORY];
    expect(bodyOf(lines)).toContain('某某实验室');
  });
});

describe('notes about the company', () => {
  it('go with their heading', () => {
    const note = ['**关于南岭**', '南岭科技基于自研引擎帮助用户发现风险，是国内领先的安全厂商。'];
    expect(bodyOf([...STORY, ...note])).toBe(story);
    const about = ['## About Northgate', 'Northgate is a leading provider of managed security services.'];
    expect(bodyOf([...ENGLISH, ...about], { title: 'Harbour Freight Lines breached' })).toBe(english);
  });

  it('go without one, where they praise the account', () => {
    const note = '南岭科技致力于成为数据安全领域的引领者，为客户提供最优质的服务。';
    expect(bodyOf([...STORY, '**南岭科技**', note], { source: '南岭科技' })).toBe(story);
  });

  it('are told from a section about the attackers', () => {
    const section = [
      '**关于黑鹭勒索组织**',
      '该组织去年首次出现，平均每天攻击三家公司，其附属成员遍布多个国家。',
    ];
    expect(bodyOf([...STORY, ...section])).toContain('平均每天攻击三家公司');
  });
});

describe('the end of the text', () => {
  it('keeps the value below a label', () => {
    const facts = ['## Overview', '* Accounts:', '  215 thousand', '* Added:', '  1 Sep 2025'];
    expect(bodyOf([...ENGLISH, ...facts], { title: 'Harbour Freight Lines breached' })).toContain(
      '1 Sep 2025',
    );
  });

  it('lies below a list of other articles where the next section follows it', () => {
    const lines = [
      '## 0x01 前言',
      ...STORY,
      '## 0x02 经过',
      ...STORY,
      '## 往期回顾',
      '[另一篇文章的标题](https://example.org/2)',
      '[再一篇文章的标题](https://example.org/3)',
      '## 0x03 总结',
      '一处疏忽就可能带来一连串的问题，切勿大意，尽早修补。',
    ];
    const body = bodyOf(lines);
    expect(body).toContain('切勿大意');
    expect(body).not.toContain('另一篇文章');
  });

  it('lies above comments that only their links to answer announce', () => {
    const comment = (name: string, text: string): string[] => [
      `1. ![${name}](https://example.org/avatar/${name}.png)`,
      `   **${name}**`,
      '   2025-05-02 22:05:09',
      '   [回复](https://example.org/a/1/comment-page-1?replyTo=5#respond-post-1)',
      `   ${text}`,
    ];
    const body = bodyOf([...STORY, ...comment('甲', '我也收到了通知'), ...comment('乙', '希望尽快处理')]);
    expect(body).toBe(story);
  });

  it('lies above the names of a share bar, date, counters and category', () => {
    const bar = ['* Get link', '* Facebook', '* Pinterest', '* Other Apps'];
    expect(bodyOf([...ENGLISH, ...bar], { title: 'Harbour Freight Lines breached' })).toBe(english);
    expect(
      bodyOf([...STORY, '* 发表于 2025-01-24 10:00:00', '* 阅读 ( 3754 )', '* 分类：[二进制](/c)']),
    ).toBe(story);
  });
});

describe('the start of the text', () => {
  it('leaves out a table of contents', () => {
    const heads = ['临川酒店确认泄露', '监管部门介入调查', '专家提醒防范诈骗'];
    const sections = heads.flatMap((head) => [`## ${head}`, ...STORY]);
    const body = bodyOf([...heads.map((head) => `•${head}`), ...sections]);
    expect(body.split('临川酒店确认泄露')).toHaveLength(2);
    expect(body.startsWith('## 临川酒店确认泄露')).toBe(true);
  });

  it('keeps a list that stands twice', () => {
    const list = ['《甲应用》（版本1.0）', '《乙应用》（版本2.0）', '《丙应用》（版本3.0）'];
    const body = bodyOf([
      STORY[0] ?? '',
      `涉及以下应用：`,
      ...list,
      `同时存在以下应用：`,
      ...list,
      STORY[1] ?? '',
    ]);
    expect(body.split('《乙应用》')).toHaveLength(3);
  });

  it('keeps the line that leads over to code', () => {
    const body = bodyOf(['以下为检测脚本示例：', '```\nimport os\nprint(os.name)\n```', ...STORY]);
    expect(body.startsWith('以下为检测脚本示例：')).toBe(true);
  });

  it('leaves out date and byline between lead and text', () => {
    const between = [
      'Aggiornato il 27 Mar 2023',
      '[Anna Verdi](https://example.org/author/anna-verdi/)',
      'Direttrice di Esempio',
    ];
    const body = bodyOf([ENGLISH[0] ?? '', ...between, ENGLISH[1] ?? ''], {
      title: 'Harbour Freight Lines breached',
    });
    expect(body).toBe(english);
  });

  it('keeps a Japanese sentence that begins with この記事は', () => {
    const lines = [
      '## はじめに',
      'この記事は、先月の勉強会で発表した内容をもとにしています。',
      'セッションでは良い点ばかりを取り上げましたが、実際に使うとなるとまだ難しいと感じています。',
    ];
    expect(bodyOf(lines, { title: '勉強会の発表のまとめ' })).toContain('この記事は、');
  });
});

describe('pages without an article of whole sentences', () => {
  const links = [
    'freight line says customers were hit',
    'hotel chain tells guests of breach',
    'city library back after attack',
  ].map((text, i) => `* [A ${text} this week](https://example.org/${i})`);

  it('reads the links of a digest as its text', () => {
    const page = parse(
      [
        '# A week in security (July 7 – July 13)',
        'Last week on Example Labs:',
        links.join('\n'),
        'Stay safe!',
      ],
      {
        title: 'A week in security (July 7 &#8211; July 13)',
      },
    );
    expect(page.title).toBe('A week in security (July 7 – July 13)');
    expect(page.page).toBe('ok');
    expect(page.markdown).toContain('city library back after attack');
  });

  it('reads a page that breaks off in a large menu as empty', () => {
    const menu = ['Managed Detection', 'Penetration Testing', 'Database Security', 'Email Security'].flatMap(
      (entry) => [entry, 'Stop the threats that others miss and protect your organization around the clock.'],
    );
    const page = parse([...menu, '[Webinars](/webinars)', '[Blog](/blog/a-page-that-bre...'], {
      title: 'How a small bank was breached in winter',
      own: false,
    });
    expect(page.page).toBe('empty');
  });

  it('takes a page with a lock below its first paragraphs for a teaser', () => {
    const page = parse([
      ...STORY,
      '![](https://example.org/lock.png)最低0.5元/天 解锁文章',
      '海量内容无限畅学',
    ]);
    expect(page.page).toBe('teaser');
    expect(page.markdown.trim()).toBe(story);
  });

  it('leaves out an advertisement between two paragraphs', () => {
    const ad =
      '> **Unlock the future:** get the [2025 report](https://example.org/r?utm_source=news&utm_medium=ad) now.';
    expect(
      bodyOf([ENGLISH[0] ?? '', ad, ENGLISH[1] ?? ''], { title: 'Harbour Freight Lines breached' }),
    ).toBe(english);
  });
});

describe('site rules', () => {
  it('find a diary below its count of comments', () => {
    const lines = [
      '**Published**: 2025-01-07. **Last Updated**: 2025-01-08 14:10:13 UTC',
      '[0 comment(s)](/diary/1#comments)',
      ...ENGLISH,
      'Keywords: [x](/tag)',
    ];
    expect(bodyOf(lines, { url: 'https://isc.sans.edu/diary/1', title: 'A diary' })).toBe(english);
  });

  it('drop the motto below a story', () => {
    const lines = [
      '**来自某人**',
      `${STORY[0]}\nhttps://example.org/x`,
      '人生如逆旅，我亦是行人。',
      '* [首页](/)',
    ];
    expect(bodyOf(lines, { url: 'https://www.solidot.org/story?sid=1' })).toBe(STORY[0]);
  });

  it('drop the greetings at the end of an exploit', () => {
    const code =
      '```\n# Exploit Title: Example Shop 1.0\n[+] use payload: /admin?id=1\n[+] open the page, log in with any name, send the form twice and read the answer of the server, which holds the records of all customers\n\nGreetings to :=====\nsomeone * somebody |\n=====\n```';
    const body = bodyOf(['## Exploit for Example Shop', code], {
      url: 'https://sploitus.com/exploit?id=1',
      title: 'Example Shop 1.0 exploit',
    });
    expect(body).toContain('use payload');
    expect(body).not.toContain('Greetings');
  });
});
