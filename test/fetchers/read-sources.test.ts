import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources, type SourceEntry } from '../../src/fetchers/index.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-sources-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function entriesOf(...paths: string[]): Promise<SourceEntry[]> {
  const entries: SourceEntry[] = [];
  for await (const entry of readSources(paths)) entries.push(entry);
  return entries;
}

/** One line an entry: `page a.md`, `link_list daily.json`, `failed x: reason`. */
async function linesOf(...paths: string[]): Promise<string[]> {
  return (await entriesOf(...paths)).map((entry) => {
    if (entry.type === 'page') return `page ${entry.snapshot.path}`;
    return entry.type === 'failed' ? `failed ${entry.path}: ${entry.reason}` : `link_list ${entry.path}`;
  });
}

type TarEntry = Parameters<ReturnType<typeof pack>['entry']>[0];

async function tar(entries: readonly [TarEntry, (string | Uint8Array)?][]): Promise<Buffer> {
  const packed = pack();
  for (const [header, body] of entries) packed.entry(header, body ?? '');
  packed.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of packed) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function write(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

interface ZipEntry {
  readonly name: Buffer;
  readonly body: Buffer;
  readonly utf8?: boolean;
  readonly mode?: number;
  /** What the directory says the size is, where it lies. */
  readonly claimedSize?: number;
  readonly flags?: number;
}

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

/** A zip written by hand, so that its names and sizes can be what no tool would write. */
function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = deflateRawSync(entry.body);
    const flags = (entry.utf8 ? 0x800 : 0) | (entry.flags ?? 0);
    const size = entry.claimedSize ?? entry.body.length;
    const fields = (buffer: Buffer, at: number): void => {
      buffer.writeUInt16LE(20, at);
      buffer.writeUInt16LE(flags, at + 2);
      buffer.writeUInt16LE(8, at + 4);
      buffer.writeUInt32LE(crc32(entry.body), at + 10);
      buffer.writeUInt32LE(data.length, at + 14);
      buffer.writeUInt32LE(size, at + 18);
      buffer.writeUInt16LE(entry.name.length, at + 22);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    fields(central, 6);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, entry.name, data);
    centrals.push(central, entry.name);
    offset += local.length + entry.name.length + data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('a folder', () => {
  it('is read recursively in the order of its names, pages and link lists apart, the rest passed over', async () => {
    write('f1/2025/b.md', 'b');
    write('f1/2025/a “quoted” 中文 名字.md', 'a');
    write('f1/2025/daily.json', '{}');
    write('f1/2025/daily.md', '- [ ] x');
    write('f1/page.html.gz', gzipSync('<p>x'));
    write('f1/notes.txt', 'x');
    write('f1/logo.png', 'x');
    write('f1/.git/config.txt', 'x');
    const ignored: string[] = [];
    const lines: string[] = [];
    for await (const entry of readSources([join(folder, 'f1')], {
      onIgnored: (path) => ignored.push(path),
    })) {
      lines.push(`${entry.type} ${entry.type === 'page' ? entry.snapshot.path : entry.path}`);
    }
    expect(lines).toEqual([
      'page f1/2025/a “quoted” 中文 名字.md',
      'page f1/2025/b.md',
      'link_list f1/2025/daily.json',
      'link_list f1/2025/daily.md',
      'page f1/notes.txt',
      'page f1/page.html',
    ]);
    expect(ignored).toEqual(['f1/.git', 'f1/logo.png']);
  });

  it('gives the same paths as the archive it was unpacked from, whichever folder is named', async () => {
    write('f2/archive/2025/01/05/daily/x.md', 'x');
    const expected = ['page archive/2025/01/05/daily/x.md'];
    expect(await linesOf(join(folder, 'f2'))).toEqual(expected);
    expect(await linesOf(join(folder, 'f2/archive'))).toEqual(expected);
    expect(await linesOf(join(folder, 'f2/archive/2025/01/05'))).toEqual(expected);
    expect(await linesOf(join(folder, 'f2/archive/2025/01/05/daily/x.md'))).toEqual(expected);
  });

  it('with a symbolic link, a named pipe and a file that is too large reports them and reads on', async () => {
    write('f3/z.md', 'z');
    symlinkSync('/etc/passwd', join(folder, 'f3/link.md'));
    execFileSync('mkfifo', [join(folder, 'f3/pipe.md')]);
    write('f3/large.md', Buffer.alloc(21 * 1024 * 1024, 'x'));
    expect(await linesOf(join(folder, 'f3'))).toEqual([
      'failed f3/large.md: larger than 20 MB: not read',
      'failed f3/link.md: symbolic link: not followed',
      'failed f3/pipe.md: device file or pipe: not read',
      'page f3/z.md',
    ]);
  });

  it('that does not exist is a failed entry', async () => {
    expect(await linesOf(join(folder, 'none'))).toEqual([
      `failed ${join(folder, 'none')}: no such file or folder`,
    ]);
  });
});

describe('a single file', () => {
  it('is read whatever its extension where it holds text, and by its first bytes where it is an archive', async () => {
    const odd = write('odd.page', '正文');
    const archive = write('archive.bin', await tar([[{ name: 'a.md' }, 'a']]));
    const binary = write('image.bin', Buffer.from([1, 0, 2, 0]));
    expect(await linesOf(odd, archive, binary)).toEqual([
      `page ${odd}`,
      'page a.md',
      `failed ${binary}: a binary file, not a page`,
    ]);
  });

  it('named .gz is read as what it holds; one that breaks off or unpacks too far is failed', async () => {
    const good = write('g/page.md.gz', gzipSync('body'));
    const cut = write('g/cut.md.gz', gzipSync('body'.repeat(5000)).subarray(0, -9));
    const bomb = write('g/bomb.md.gz', gzipSync(Buffer.alloc(30 * 1024 * 1024)));
    const entries = await entriesOf(good, cut, bomb);
    expect(entries.map((entry) => entry.type)).toEqual(['page', 'failed', 'failed']);
    expect(entries[0]).toMatchObject({ snapshot: { bytes: new Uint8Array(Buffer.from('body')) } });
    expect(entries[1]).toMatchObject({ reason: expect.stringContaining('gzip cannot be read') });
    expect(entries[2]).toMatchObject({ reason: expect.stringContaining('larger than 20 MB') });
  });
});

describe('a tar', () => {
  const long = `2025/${'很长的中文名字'.repeat(12)}.md`;

  it('keeps Chinese, long, quoted and spaced names, in its own order', async () => {
    const bytes = await tar([
      [{ name: './z “带引号” 的.md' }, 'z'],
      [{ name: long }, 'long'],
      [{ name: 'd', type: 'directory' }],
      [{ name: "it's.html" }, 'x'],
      [{ name: '2025/01/daily.json' }, '{}'],
      [{ name: 'style.css' }, 'x'],
    ]);
    const expected = [
      'page z “带引号” 的.md',
      `page ${long}`,
      "page it's.html",
      'link_list 2025/01/daily.json',
    ];
    expect(await linesOf(write('t1.tar', bytes))).toEqual(expected);
    expect(await linesOf(write('t1.tar.gz', gzipSync(bytes)))).toEqual(expected);
    expect(await linesOf(write('t1.tgz', gzipSync(bytes)))).toEqual(expected);
  });

  it('with names in GB18030 is read with those names', async () => {
    const name = '泄露通报.md';
    const encoded = iconv.encode(name, 'gb18030');
    const bytes = await tar([[{ name: 'x'.repeat(encoded.length) }, 'body']]);
    encoded.copy(bytes, 0);
    // The header's checksum is the sum of its bytes, the checksum field counted as spaces.
    bytes.fill(' ', 148, 156);
    const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    expect(await linesOf(write('gb.tar', bytes))).toEqual([`page ${name}`]);
  });

  it('entries that lead out of it, links and devices are failed, the rest is read', async () => {
    const bytes = await tar([
      [{ name: '../../escape.md' }, 'x'],
      [{ name: '/etc/absolute.md' }, 'x'],
      [{ name: 'a/../../up.md' }, 'x'],
      [{ name: 's.md', type: 'symlink', linkname: '/etc/passwd' }],
      [{ name: 'h.md', type: 'link', linkname: 's.md' }],
      [{ name: 'c.md', type: 'character-device' }],
      [{ name: 'p.md', type: 'fifo' }],
      [{ name: 'good.md' }, 'x'],
    ]);
    expect(await linesOf(write('t2.tar', bytes))).toEqual([
      'failed ../../escape.md: its name leads out of the archive: not read',
      'failed /etc/absolute.md: its name leads out of the archive: not read',
      'failed a/../../up.md: its name leads out of the archive: not read',
      'failed s.md: symbolic link: not followed',
      'failed h.md: hard link: not followed',
      'failed c.md: device file: not read',
      'failed p.md: named pipe: not read',
      'page good.md',
    ]);
  });

  it('with a file over 20 MB reports it, in flat memory, and reads the next', async () => {
    const bytes = gzipSync(
      await tar([
        [{ name: 'large.md' }, Buffer.alloc(60 * 1024 * 1024, 'x')],
        [{ name: 'next.md' }, 'x'],
      ]),
    );
    const file = write('t3.tar.gz', bytes);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    expect(await linesOf(file)).toEqual(['failed large.md: larger than 20 MB: not read', 'page next.md']);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
  });

  it('that breaks off gives what came before and one failed entry', async () => {
    const whole = await tar([
      [{ name: 'a.md' }, 'a'],
      [{ name: 'b.md' }, Buffer.alloc(5000, 'b')],
      [{ name: 'c.md' }, 'c'],
    ]);
    const within = write('cut1.tar', whole.subarray(0, 512 * 4));
    const lines = await linesOf(within);
    expect(lines[0]).toBe('page a.md');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^failed .*cut1\.tar: breaks off after b\.md/);
    expect(await linesOf(write('cut2.tar', whole.subarray(0, 1024)))).toEqual([
      'page a.md',
      expect.stringContaining('no end mark'),
    ]);
    const gz = gzipSync(whole);
    const cutGz = await linesOf(write('cut.tar.gz', gz.subarray(0, gz.length - 20)));
    expect(cutGz.at(-1)).toMatch(/^failed .*cut\.tar\.gz: breaks off/);
  });

  it('that is no tar at all is one failed entry', async () => {
    expect(await linesOf(write('junk.tar.gz', 'this is not gzip'))).toEqual([
      expect.stringMatching(/^failed .*junk/),
    ]);
    expect(await linesOf(write('junk.tar', Buffer.alloc(2048, 'x')))).toEqual([
      expect.stringMatching(/^failed .*junk/),
    ]);
  });

  it('that is a decompression bomb is stopped', async () => {
    const zeros = gzipSync(Buffer.alloc(150 * 1024 * 1024), { level: 9 });
    const lines = await linesOf(write('bomb.tar.gz', zeros));
    expect(lines).toEqual([expect.stringContaining('decompression bomb')]);
  });
});

describe('a zip', () => {
  it('is read with names in UTF-8 with and without the flag, in GB18030, and with backslashes', async () => {
    const body = Buffer.from('x');
    const bytes = zip([
      { name: Buffer.from('标记.md'), body, utf8: true },
      { name: Buffer.from('未标记.md'), body },
      { name: iconv.encode('国标编码.md', 'gb18030'), body },
      { name: Buffer.from('folder\\back.md'), body },
      { name: Buffer.from('folder/'), body: Buffer.alloc(0) },
      { name: Buffer.from('__MACOSX/._x.md'), body },
    ]);
    expect(await linesOf(write('z1.zip', bytes))).toEqual([
      'page 标记.md',
      'page 未标记.md',
      'page 国标编码.md',
      'page folder/back.md',
    ]);
  });

  it('entries that lead out of it, symbolic links, encrypted, oversized and lying ones are failed', async () => {
    const body = Buffer.from('content of some length');
    const bytes = zip([
      { name: Buffer.from('../up.md'), body },
      { name: Buffer.from('C:\\windows.md'), body },
      { name: Buffer.from('link.md'), body, mode: 0o120777 },
      { name: Buffer.from('secret.md'), body, flags: 1 },
      { name: Buffer.from('large.md'), body, claimedSize: 25 * 1024 * 1024 },
      { name: Buffer.from('liar.md'), body: Buffer.alloc(3_000_000, 'x'), claimedSize: 10 },
      { name: Buffer.from('good.md'), body },
    ]);
    expect(await linesOf(write('z2.zip', bytes))).toEqual([
      'failed ../up.md: its name leads out of the archive: not read',
      'failed C:\\windows.md: its name leads out of the archive: not read',
      'failed link.md: symbolic link: not followed',
      'failed secret.md: encrypted: not read',
      'failed large.md: larger than 20 MB: not read',
      expect.stringContaining('failed liar.md: cannot be unpacked'),
      'page good.md',
    ]);
  });

  it('that was cut off is one failed entry', async () => {
    const bytes = zip([{ name: Buffer.from('a.md'), body: Buffer.from('x') }]);
    expect(await linesOf(write('cut.zip', bytes.subarray(0, bytes.length - 10)))).toEqual([
      expect.stringMatching(/^failed .*cut\.zip: not a whole zip/),
    ]);
  });
});

describe('a WARC', () => {
  function record(url: string, headers: string, body: string): Buffer {
    const http = Buffer.from(`HTTP/1.1 ${headers}\r\n\r\n${body}`);
    const head = [
      'WARC/1.1',
      'WARC-Type: response',
      `WARC-Target-URI: ${url}`,
      'WARC-Date: 2025-01-05T03:00:00Z',
      `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(url.length).padStart(12, '0')}>`,
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${http.length}`,
    ].join('\r\n');
    return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]);
  }

  it('gives its pages with address, type and time, and passes over the rest', async () => {
    const records = [
      record('https://example.org/a', '200 OK\r\nContent-Type: text/html; charset=gbk', '<p>正文'),
      record('https://example.org/logo.png', '200 OK\r\nContent-Type: image/png', 'x'),
      record('https://example.org/gone', '404 Not Found\r\nContent-Type: text/html', 'x'),
    ];
    const expected = {
      type: 'page',
      snapshot: {
        path: 'https://example.org/a',
        url: 'https://example.org/a',
        contentType: 'text/html; charset=gbk',
        fetchedAt: '2025-01-05T03:00:00Z',
        bytes: new Uint8Array(Buffer.from('<p>正文')),
      },
    };
    expect(await entriesOf(write('w.warc', Buffer.concat(records)))).toEqual([expected]);
    const members = Buffer.concat(records.map((bytes) => gzipSync(bytes)));
    expect(await entriesOf(write('w.warc.gz', members))).toEqual([expected]);
  });

  it('that was cut off gives what came before and one failed entry', async () => {
    const type = '200 OK\r\nContent-Type: text/html';
    const records = [
      record('https://example.org/1', type, '<p>first'),
      record('https://example.org/second', type, '<p>second'.repeat(50)),
    ];
    const bytes = Buffer.concat(records);
    for (const [name, file] of [
      ['cut.warc', bytes.subarray(0, -60)],
      ['cut.warc.gz', Buffer.concat(records.map((one) => gzipSync(one))).subarray(0, -60)],
    ] as const) {
      const lines = await linesOf(write(name, file));
      expect(lines[0]).toBe('page https://example.org/1');
      expect(lines).toHaveLength(2);
      expect(lines[1]).toMatch(/^failed .*cut\.warc.*breaks off after https/);
    }
  });

  it('that is none is one failed entry', async () => {
    expect(await linesOf(write('none.warc', 'nothing'))).toEqual([
      expect.stringMatching(/^failed .*none\.warc/),
    ]);
  });
});

describe('the bytes of a snapshot', () => {
  it('are those of the file and have a buffer of their own', async () => {
    const body = Buffer.from('某公司数据泄露'.repeat(1000));
    const file = write('own.tar.gz', gzipSync(await tar([[{ name: 'a.md' }, body]])));
    const [entry] = await entriesOf(file);
    if (entry?.type !== 'page') throw new Error('no page');
    expect(Buffer.from(entry.snapshot.bytes).equals(body)).toBe(true);
    expect(entry.snapshot.bytes.buffer.byteLength).toBe(body.length);
  });
});
