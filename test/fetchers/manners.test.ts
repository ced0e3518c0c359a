import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../src/fetchers/config/load.js';
import { createHostGate, HostRestingError } from '../../src/fetchers/http/host-gate.js';
import { backoffMs, retryAfterMs } from '../../src/fetchers/http/retry.js';
import { readRobots, robotsPolicy } from '../../src/fetchers/http/robots.js';
import { userAgent } from '../../src/fetchers/http/user-agent.js';
import { isWallAddress, migrationTarget } from '../../src/fetchers/wechat-answer.js';

const ORIGIN = 'https://example.org';

function allowed(text: string, path: string, agent = 'breachledger'): boolean {
  return readRobots(ORIGIN, { kind: 'rules', text }, agent).allows(ORIGIN + path);
}

describe('robots.txt', () => {
  it.each([
    [
      'groups that name us are merged',
      'User-agent: breachledger\nDisallow: /a\n\nUser-agent: BreachLedger\nDisallow: /b',
      '/b',
      false,
    ],
    [
      'a group that names us replaces the one for all',
      'User-agent: *\nDisallow: /\n\nUser-agent: breachledger\nDisallow: /x',
      '/y',
      true,
    ],
    [
      'one group for several agents counts for each',
      'User-agent: *\nUser-agent: other\nDisallow: /a',
      '/a',
      false,
    ],
    [
      'a line of another kind does not part a group',
      'User-agent: *\nSitemap: https://example.org/s.xml\nNoindex: /q\nUser-agent: other\nDisallow: /a',
      '/a',
      false,
    ],
    ['the longest rule wins', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['Allow wins a tie', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['* and $ are patterns', 'User-agent: *\nDisallow: /*.json$', '/x/y.json', false],
    ['$ ends the address', 'User-agent: *\nDisallow: /*.json$', '/x/y.json?z', true],
    ['rules match the query', 'User-agent: *\nDisallow: /vote?', '/vote?id=1', false],
    ['and only there where they say so', 'User-agent: *\nDisallow: /vote?', '/vote', true],
    [
      'escapes of plain characters do not matter in the rule',
      'User-agent: *\nDisallow: /%70rivate',
      '/private',
      false,
    ],
    ['nor in the address', 'User-agent: *\nDisallow: /private', '/%70riv%61te', false],
    ['Chinese paths match escaped and not', 'User-agent: *\nDisallow: /内部', '/%E5%86%85%E9%83%A8/1', false],
    ['an empty Disallow allows everything', 'User-agent: *\nDisallow:', '/a', true],
    ['a byte order mark is no part of it', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
    ['comments are cut off', 'User-agent: * # all\nDisallow: /a # private', '/a', false],
  ])('%s', (_rule, text, path, expected) => {
    expect(allowed(text, path)).toBe(expected);
  });

  it.each([
    [200, 'rules'],
    [403, 'allow_all'],
    [404, 'allow_all'],
    [429, 'stay_away'],
    [500, 'stay_away'],
    [503, 'stay_away'],
  ] as const)('status %i stands for %s', (status, kind) => {
    expect(robotsPolicy({ status, bytes: new Uint8Array() }).kind).toBe(kind);
  });

  it('no answer means stay away', () => {
    expect(robotsPolicy(null)).toEqual({ kind: 'stay_away' });
    expect(readRobots(ORIGIN, { kind: 'stay_away' }, 'x').allows(ORIGIN)).toBe(false);
  });

  it('Crawl-delay is read for our group, and nonsense is none', () => {
    const delay = (text: string) => readRobots(ORIGIN, { kind: 'rules', text }, 'breachledger').crawlDelay;
    expect(delay('User-agent: *\nCrawl-delay: 7.5')).toBe(7.5);
    expect(delay('User-agent: *\nCrawl-delay: -3')).toBeNull();
    expect(delay('User-agent: *\nCrawl-delay: soon')).toBeNull();
    expect(delay('User-agent: other\nCrawl-delay: 9')).toBeNull();
  });

  it('of any kind is read in time linear in its size', () => {
    const text = `User-agent: *\n${`Disallow: /${'*a'.repeat(400)}\n`.repeat(600)}`;
    const start = performance.now();
    allowed(text, `/${'a'.repeat(300)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2025-01-05T00:00:00Z');

  it.each([
    ['7', 7000],
    [' 0 ', 0],
    ['99999999', 24 * 3600_000],
    ['Sun, 05 Jan 2025 00:01:00 GMT', 60_000],
    ['Sat, 04 Jan 2025 00:00:00 GMT', 0],
    ['-1', null],
    ['1e9', null],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%j is %j ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});

describe('backoff', () => {
  it('has full jitter: anywhere from nothing to the exponential bound, and never above the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const wait = backoffMs(attempt, random, { baseMs: 1000, capMs: 60_000 });
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(60_000, 1000 * 2 ** attempt));
        },
      ),
    );
  });
});

describe('the gate of hosts', () => {
  it('never runs two at once for one host nor two within its delay, and not more in all than allowed', async () => {
    const gate = createHostGate({ concurrency: 3, delayMs: 30, jitter: 0.5 });
    const running = new Map<string, number>();
    const ended = new Map<string, number>();
    let inAll = 0;
    let most = 0;
    const request = (host: string) => async () => {
      running.set(host, (running.get(host) ?? 0) + 1);
      inAll += 1;
      most = Math.max(most, inAll);
      expect(running.get(host)).toBe(1);
      expect(performance.now() - (ended.get(host) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(29);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running.set(host, 0);
      inAll -= 1;
      ended.set(host, performance.now());
    };
    const hosts = Array.from({ length: 8 }, (_, i) => `h${i}`);
    await Promise.all(hosts.flatMap((host) => [1, 2, 3, 4].map(() => gate.run(host, request(host)))));
    expect(most).toBeLessThanOrEqual(3);
  });

  it('refuses a host that rests, also those that were waiting for their turn', async () => {
    const gate = createHostGate({ concurrency: 3, delayMs: 0, jitter: 0 });
    const first = gate.run('a', async () => gate.rest('a', Date.now() + 60_000, 'wall'));
    const second = gate.run('a', async () => 'asked');
    await first;
    await expect(second).rejects.toThrow(HostRestingError);
    await expect(gate.run('b', async () => 'asked')).resolves.toBe('asked');
    expect(gate.restingUntil('a')).not.toBeNull();
  });

  it('goes on after a request that failed', async () => {
    const gate = createHostGate({ concurrency: 1, delayMs: 0, jitter: 0 });
    await expect(gate.run('a', async () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(gate.run('a', async () => 1)).resolves.toBe(1);
  });
});

describe('the User-Agent', () => {
  it('names the program, its version and the contact, and nothing that breaks a header', () => {
    expect(userAgent('mailto:a@example.org')).toMatch(
      /^breachledger\/\d+\.\d+\.\d+\S* \(\+mailto:a@example\.org\)$/,
    );
    expect(userAgent('a\r\nX-Evil: 1')).not.toMatch(/[\r\n]/);
  });
});

describe('answers of WeChat', () => {
  it.each([
    ['https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=x', true],
    ['https://mp.weixin.qq.com/mp/verify', true],
    ['https://weixin110.qq.com/security/readtemplate?t=x', true],
    ['https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv', false],
    ['https://example.org/blog/verify', false],
  ])('%s is a wall: %s', (url, expected) => {
    expect(isWallAddress(url)).toBe(expected);
  });

  it('a migrated account names where its article went', () => {
    const page = (script: string) =>
      new TextEncoder().encode(`<script>var transferTargetLink = ${script};</script>`);
    expect(migrationTarget(page("'http:\\x2f\\x2fmp.weixin.qq.com\\x2fs?__biz=A\\x26amp;mid=1'"))).toBe(
      'http://mp.weixin.qq.com/s?__biz=A&mid=1',
    );
    expect(migrationTarget(page('"https://evil.example/x"'))).toBeNull();
    expect(migrationTarget(page("''"))).toBeNull();
  });
});

describe('sources.yaml', () => {
  const faultsOf = (text: string): string[] => {
    try {
      parseConfig(text, 'conf/sources.yaml');
      return [];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.message.split('\n');
    }
  };

  it('fills in defaults, reads files beside itself and leaves out what is not enabled', () => {
    const config = parseConfig(
      `contact: https://example.org/about # who we are
defaults: {delay: 5, lang: zh, timezone: Asia/Shanghai}
sources:
  - {name: a, type: feed, url: "https://example.org/feed", delay: 9, max: 3}
  - {name: b, type: links, file: daily.json}
  - {name: c, type: feed, url: "https://example.org/c", enabled: false}
`,
      'conf/sources.yaml',
    );
    expect(config).toMatchObject({ concurrency: 8, delay: 5 });
    expect(config.sources).toMatchObject([
      { name: 'a', delay: 9, max: 3, lang: 'zh', timezone: 'Asia/Shanghai' },
      { name: 'b', file: 'conf/daily.json', delay: 5, max: 200 },
    ]);
  });

  it.each([
    [
      'contact: a@example.org\nsources:\n  - name: x\n    type: feed\n',
      'conf/sources.yaml:3: sources[0].url:',
    ],
    [
      'contact: a@example.org\nsources:\n  - {name: x, type: feed, url: "ftp://a/"}\n',
      'conf/sources.yaml:3: sources[0].url: must be an http or https address',
    ],
    [
      'contact: a@example.org\nsources:\n  - {name: x, type: fead, url: "https://a/"}\n',
      'conf/sources.yaml:3: sources[0].type:',
    ],
    [
      'contact: a@example.org\nsources:\n  - name: x\n    type: list\n    url: https://a/\n    selector: .p\n    timezone: Mars/Base\n',
      'conf/sources.yaml:7: sources[0].timezone: is no IANA time zone',
    ],
    [
      'contact: a@example.org\nsources:\n  - name: x\n    type: feed\n    url: https://a/\n    keep:\n      - "ok"\n      - "("\n',
      'conf/sources.yaml:8: sources[0].keep[1]: is no valid regular expression',
    ],
    [
      'contact: a@example.org\nsources:\n  - {name: x, type: feed, url: "https://a/"}\n  - {name: x, type: feed, url: "https://b/"}\n',
      'conf/sources.yaml:4: sources[1].name: x names two sources',
    ],
    [
      'contact: a@example.org\nsources:\n  - name: x\n    type: feed\n    url: https://a/\n    colour: red\n',
      'conf/sources.yaml:6: sources[0]: Unrecognized key: "colour"',
    ],
    ['contact: a@example.org\nsources:\n  - name: [x\n', 'conf/sources.yaml:'],
    [
      'contact: nobody\nsources: [{name: x, type: feed, url: "https://a/"}]\n',
      'conf/sources.yaml:1: contact: must be',
    ],
    [
      'contact: a@example.org\nsources:\n  - {name: x, type: wechat, urls: ["https://example.org/s/1"]}\n',
      'conf/sources.yaml:3: sources[0].urls[0]: must be the address of a WeChat article',
    ],
    [
      'contact: a@example.org\nsources:\n  - {name: x, type: urls}\n',
      'conf/sources.yaml:3: sources[0]: needs one of url, file, urls',
    ],
  ])('names the line of the fault in %j', (text, expected) => {
    expect(
      faultsOf(text).some((line) => line.startsWith(expected)),
      faultsOf(text).join('\n'),
    ).toBe(true);
  });

  it('an empty file is told what is missing', () => {
    expect(faultsOf('').length).toBeGreaterThan(0);
  });
});
