import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the site saw it. */
interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly startedAt: number;
  endedAt: number;
}

export interface Site {
  /** `http://127.0.0.x:port`, without a slash at its end. */
  readonly origin: string;
  readonly host: string;
  readonly requests: SeenRequest[];
  /** What a path answers; a site begins with an empty robots.txt and 404 for the rest. */
  on(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** The paths asked for, robots.txt left out. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** Opens a site on a loopback address of its own; each address is a host of its own to the crawler. */
export async function openSite(address = '127.0.0.1'): Promise<Site> {
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const seen: SeenRequest = { path, headers: request.headers, startedAt: performance.now(), endedAt: 0 };
    requests.push(seen);
    response.on('close', () => {
      seen.endedAt = performance.now();
    });
    const handler = handlers.get(path) ?? handlers.get(path.replace(/\?.*$/s, '')) ?? handlers.get('*');
    if (handler === undefined) response.writeHead(404).end('not found');
    else handler(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = `${address}:${port}`;
  handlers.set('/robots.txt', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n');
  });
  return {
    origin: `http://${host}`,
    host,
    requests,
    on: (path, handler) => void handlers.set(path, handler),
    asked: () => requests.map((request) => request.path).filter((path) => path !== '/robots.txt'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with HTML. */
export function html(body: string, headers: Readonly<Record<string, string>> = {}) {
  return (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
}

/** Answers with HTML under a validator, and 304 to those who have it. */
export function validated(body: () => string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const text = body();
    const etag = `"${Buffer.from(text).toString('base64').slice(-24)}-${text.length}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(text);
  };
}

/** A news page about an incident. */
export function articlePage(title: string, victim: string, people: number, published = '2025-01-05'): string {
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title>
<meta property="article:published_time" content="${published}T08:30:00+08:00"></head>
<body><nav><a href="/">首页</a><a href="/news">新闻</a></nav><article><h1>${title}</h1>
<p>${published}，${victim}确认遭到网络攻击，约${people}名客户的姓名、手机号和身份证号遭泄露。</p>
<p>该公司表示，攻击者利用了一个未修补的漏洞，取得了客户数据库的访问权限，事发后已切断外部连接并报警。</p>
<p>${victim}称支付信息未受影响，并将逐一通知受影响的客户，提醒他们留意可疑的短信和电话。</p></article>
<footer>版权所有</footer></body></html>`;
}

/** An RSS feed of these links. */
export function rss(links: readonly (readonly [title: string, url: string])[]): string {
  const items = links.map(
    ([title, url]) => `<item><title>${title}</title><link>${url.replaceAll('&', '&amp;')}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>test</title>${items.join('')}</channel></rss>`;
}
