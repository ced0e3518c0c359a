import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { WARCRecord } from 'warcio';
import { failed, messageOf, type ReadLimits, type SourceEntry, tooLarge } from './types.js';

const PAGE_TYPE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)\b/i;

/**
 * Reads the pages of a WARC, gzipped or not: each `response` of status 200 and each `resource` that is HTML,
 * Markdown or plain text. Other records are ignored.
 */
export async function* readWarc(file: string, limits: ReadLimits): AsyncIterable<SourceEntry> {
  const { WARCParser } = await import('warcio');
  // Unpacked here: zlib tells a gzip that breaks off, warcio does not.
  const raw = createReadStream(file);
  raw.on('data', (chunk) => limits.onRead(chunk.length)).pause();
  const source = /\.gz$/i.test(file) ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => source.destroy(error));
  let last = 'its start';
  let records = 0;
  try {
    for await (const record of new WARCParser(source)) {
      if (!record.warcType) break;
      records += 1;
      last = record.warcTargetURI ?? last;
      yield* readRecord(record, limits);
    }
    if (records === 0) yield failed(file, 'holds no WARC record');
  } catch (error) {
    yield failed(file, `breaks off after ${last}: ${messageOf(error)}`);
  } finally {
    source.destroy();
    raw.destroy();
  }
}

async function* readRecord(record: WARCRecord, limits: ReadLimits): AsyncIterable<SourceEntry> {
  const raw = record.reader;
  const url = record.warcTargetURI;
  if (url && (record.warcType === 'response' || record.warcType === 'resource')) {
    const contentType = record.httpHeaders?.headers.get('Content-Type') ?? record.warcContentType ?? '';
    const status = Number(record.httpHeaders?.statusCode ?? 200);
    if (status === 200 && PAGE_TYPE.test(contentType)) {
      const bytes = await collect(record, limits.maxFileBytes);
      await finish(raw);
      if (bytes === null) {
        yield failed(url, tooLarge(limits.maxFileBytes));
        return;
      }
      const fetchedAt = record.warcDate;
      yield {
        type: 'page',
        snapshot: { bytes, path: url, url, contentType, ...(fetchedAt ? { fetchedAt } : {}) },
      };
      return;
    }
    limits.onIgnored(url);
  }
  await finish(raw);
}

/** The decoded content, or null where it is larger than `maxBytes`. */
async function collect(record: WARCRecord, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= maxBytes ? new Uint8Array(Buffer.concat(chunks)) : null;
}

/**
 * Reads a record to its end. warcio ends a record that was cut off in silence, and waits for ever when it is
 * left to skip one, so this is looked at here.
 */
async function finish(raw: WARCRecord['reader']): Promise<void> {
  for await (const chunk of raw) void chunk;
  if ('limit' in raw && typeof raw.limit === 'number' && raw.limit > 0) {
    throw new Error('the record is shorter than it says');
  }
}
