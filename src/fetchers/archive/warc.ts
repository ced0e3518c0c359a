import { createReadStream } from 'node:fs';
import type { WARCRecord } from 'warcio';
import { failed, messageOf, type ReadLimits, type SourceEntry, tooLarge } from './types.js';

const PAGE_TYPE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)\b/i;

/**
 * Reads the pages of a WARC, gzipped or not: each `response` of status 200 and each `resource` that is HTML,
 * Markdown or plain text. Other records are ignored.
 */
export async function* readWarc(file: string, limits: ReadLimits): AsyncIterable<SourceEntry> {
  const { WARCParser } = await import('warcio');
  const source = createReadStream(file);
  let last = 'its start';
  let records = 0;
  try {
    for await (const record of new WARCParser(source)) {
      records += 1;
      last = record.warcTargetURI ?? last;
      yield* readRecord(record, limits);
    }
    if (records === 0) yield failed(file, 'holds no WARC record');
  } catch (error) {
    yield failed(file, `breaks off after ${last}: ${messageOf(error)}`);
  } finally {
    source.destroy();
  }
}

async function* readRecord(record: WARCRecord, limits: ReadLimits): AsyncIterable<SourceEntry> {
  const url = record.warcTargetURI;
  if (!url || (record.warcType !== 'response' && record.warcType !== 'resource')) return;
  const contentType = record.httpHeaders?.headers.get('Content-Type') ?? record.warcContentType ?? '';
  const status = record.httpHeaders?.statusCode ?? 200;
  if (Number(status) !== 200 || !PAGE_TYPE.test(contentType)) {
    limits.onIgnored(url);
    return;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.length;
    if (length > limits.maxFileBytes) {
      yield failed(url, tooLarge(limits.maxFileBytes));
      return;
    }
    chunks.push(chunk);
  }
  // A record that is shorter than it says has been cut off; warcio ends it in silence.
  const declared = Number(record.warcHeaders.headers.get('Content-Length'));
  if (record.httpHeaders === null && length !== declared) {
    yield failed(url, 'the record is shorter than it says: the WARC was cut off');
    return;
  }
  const fetchedAt = record.warcDate;
  yield {
    type: 'page',
    snapshot: {
      bytes: new Uint8Array(Buffer.concat(chunks)),
      path: url,
      url,
      contentType,
      ...(fetchedAt ? { fetchedAt } : {}),
    },
  };
}
