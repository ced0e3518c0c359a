import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedLookup, isPublicAddress } from '../../src/fetchers/http/address.js';
import { createHttpClient, type HttpClientOptions } from '../../src/fetchers/http/client.js';

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function serve(handler: RequestListener): Promise<string> {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({ userAgent: 'test/1', allowPrivate: true, ...options });
  open.push(made);
  return made;
}

const failureOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: { failure?: string }) => error.failure ?? String(error),
  );

describe('which addresses are public', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '[::1]',
    '::',
    'fe80::1%eth0',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'not an address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('the guard against private addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://localhost/',
  ])('refuses %s', async (url) => {
    expect(await failureOf(client({ allowPrivate: false }).get(url))).toBe('refused_address');
  });

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'http://user:secret@example.org/', 'nonsense'])(
    'does not read %s at all',
    async (url) => {
      expect(await failureOf(client({ allowPrivate: false }).get(url))).toBe('bad_url');
    },
  );

  it('refuses a name that resolves to a private address', async () => {
    const resolver = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await failureOf(client({ allowPrivate: false, resolver }).get('http://public.test/'))).toBe(
      'refused_address',
    );
  });

  it('refuses a name with one private address among public ones', async () => {
    const resolver = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await failureOf(client({ allowPrivate: false, resolver }).get('http://mixed.test/'))).toBe(
      'refused_address',
    );
  });

  it('connects to the very address that was checked, so a second answer of the name server changes nothing', async () => {
    let asked = 0;
    const lookup = guardedLookup(false, async () => {
      asked += 1;
      return [{ address: asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
    });
    const address = await new Promise((resolve) =>
      lookup('rebind.test', {}, (_error, found) => resolve(found)),
    );
    expect(address).toBe('93.184.216.34');
    const error = await new Promise((resolve) => lookup('rebind.test', {}, (failed) => resolve(failed)));
    expect(error).toMatchObject({ failure: 'refused_address' });
  });

  it('checks every hop: a redirect to a private address is refused', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    // The name passes because the resolver is trusted here; the literal in the redirect does not.
    const port = new URL(site).port;
    const inner = client({ allowPrivate: true });
    const first = await inner
      .get(`http://127.0.0.1:${port}/`, {
        gate: async (url, run) => {
          if (url.hostname === '169.254.169.254')
            throw Object.assign(new Error('reached'), { failure: 'second hop' });
          return run();
        },
      })
      .catch((error: { failure: string }) => error.failure);
    expect(first).toBe('second hop');
  });
});

describe('redirects', () => {
  it('are followed by hand, and the chain is kept', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b#part' }).end();
      else if (request.url === '/b') response.writeHead(307, { location: 'c' }).end();
      else response.end('arrived');
    });
    const answer = await client().get(`${site}/a`);
    expect(answer.chain).toEqual([`${site}/a`, `${site}/b`, `${site}/c`]);
    expect(answer.url).toBe(`${site}/c`);
    expect(answer.requested).toBe(`${site}/a`);
  });

  it('in a circle, without end, or to another scheme are refused', async () => {
    const site = await serve((request, response) => {
      const path = request.url ?? '';
      if (path === '/circle') response.writeHead(302, { location: '/circle' }).end();
      else if (path === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else response.writeHead(302, { location: `${path}x` }).end();
    });
    expect(await failureOf(client().get(`${site}/circle`))).toBe('redirects');
    expect(await failureOf(client().get(`${site}/endless`))).toBe('redirects');
    expect(await failureOf(client().get(`${site}/file`))).toBe('bad_url');
  });
});

describe('the body', () => {
  const text = '某公司泄露客户数据。'.repeat(50);

  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
  ])('is unpacked from %s', async (encoding, body) => {
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    expect(new TextDecoder().decode((await client().get(site)).bytes)).toBe(text);
  });

  it('is refused under two hundred encodings, and under one that is not known', async () => {
    const site = await serve((request, response) => {
      const encoding = request.url === '/many' ? Array(200).fill('gzip').join(', ') : 'zstd';
      response.writeHead(200, { 'content-encoding': encoding }).end('x');
    });
    expect(await failureOf(client().get(`${site}/many`))).toBe('encoding');
    expect(await failureOf(client().get(`${site}/zstd`))).toBe('encoding');
  });

  it('is refused where it is not in the encoding it says', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain text, not gzip');
    });
    expect(await failureOf(client().get(site))).toBe('encoding');
  });

  it('breaks off at a decompression bomb, with memory flat', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    expect(await failureOf(client().get(site))).toBe('too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('breaks off where more comes over the wire than is allowed', async () => {
    const site = await serve((_request, response) => {
      response.end(Buffer.alloc(300_000, 'x'));
    });
    expect(await failureOf(client({ limits: { wireBytes: 200_000 } }).get(site))).toBe('too_large');
  });
});

describe('a server that does not answer well', () => {
  it('is given up after the time for headers, for silence within the body, and in all', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/silent') return;
      response.write('<p>');
      if (request.url === '/idle') return;
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const limits = { headersMs: 200, idleMs: 200, totalMs: 900 };
    expect(await failureOf(client({ limits }).get(`${site}/silent`))).toBe('timeout');
    expect(await failureOf(client({ limits }).get(`${site}/idle`))).toBe('timeout');
    expect(await failureOf(client({ limits }).get(`${site}/drip`))).toBe('timeout');
  });

  it('that drops the connection within the body gives a network failure, never half a page', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failureOf(client().get(site))).toBe('network');
  });

  it('that sends endless headers is refused', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'x-long': 'a'.repeat(64 * 1024) }).end('x');
    });
    expect(await failureOf(client().get(site))).toBe('too_large');
  });

  it('a name that does not exist is told as such', async () => {
    const resolver = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    expect(await failureOf(client({ resolver }).get('http://gone.test/'))).toBe('dns');
  });
});

describe('conditional requests', () => {
  it('carry the validators of the last answer; 304 has no body', async () => {
    const site = await serve((request, response) => {
      const same = request.headers['if-none-match'] === '"v1"';
      response.writeHead(same ? 304 : 200, { etag: '"v1"' }).end(same ? undefined : 'body');
    });
    expect((await client().get(site)).status).toBe(200);
    const second = await client().get(site, { etag: '"v1"', lastModified: 'Wed, 01 Jan 2025 00:00:00 GMT' });
    expect(second.status).toBe(304);
    expect(second.bytes.length).toBe(0);
  });
});
