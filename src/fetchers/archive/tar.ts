import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import tarStream from 'tar-stream';
import { entryOf } from './file.js';
import { archivePath, decodeName, entryPath, kindOfFile } from './names.js';
import {
  BOMB_REASON,
  failed,
  isBomb,
  messageOf,
  type ReadLimits,
  type SourceEntry,
  tooLarge,
} from './types.js';

const CHUNK = 256 * 1024;
const BLOCK = 512;
/** Names as their bytes stand, so that their encoding can be told from all of them. */
const EXTRACT_OPTIONS = { highWaterMark: CHUNK, filenameEncoding: 'latin1' };

const REFUSED_TYPES: Readonly<Record<string, string>> = {
  symlink: 'symbolic link: not followed',
  link: 'hard link: not followed',
  'character-device': 'device file: not read',
  'block-device': 'device file: not read',
  fifo: 'named pipe: not read',
};

/** What the bytes that passed through say about the archive as a whole. */
interface Passage {
  packed: number;
  unpacked: number;
  endsInZeros: boolean;
}

/** Passes a tar's bytes on, counting them, and stops at a decompression bomb. */
function watch(passage: Passage) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of chunks) {
      passage.unpacked += chunk.length;
      if (isBomb(passage.packed, passage.unpacked)) throw new Error(BOMB_REASON);
      const tail = chunk.subarray(-BLOCK);
      passage.endsInZeros =
        tail.every((byte) => byte === 0) && (tail.length === BLOCK || passage.endsInZeros);
      yield chunk;
    }
  };
}

/** Header names come as latin-1 (the bytes as they stand); those of a pax header are UTF-8 by its standard. */
function nameOf(header: tarStream.Header): string {
  const { pax } = header;
  const path = typeof pax === 'object' && pax !== null && 'path' in pax ? pax.path : undefined;
  return typeof path === 'string' ? path : decodeName(Buffer.from(header.name, 'latin1'));
}

/**
 * Reads a tar, gzipped or not, in the order of its entries and in flat memory. A file that breaks off or is
 * damaged gives the entries before that place and one `failed` entry.
 */
export async function* readTar(
  file: string,
  gzipped: boolean,
  limits: ReadLimits,
): AsyncIterable<SourceEntry> {
  const passage: Passage = { packed: 0, unpacked: 0, endsInZeros: false };
  const source = createReadStream(file, { highWaterMark: CHUNK });
  source.on('data', (chunk) => {
    passage.packed += chunk.length;
    limits.onRead(chunk.length);
  });
  source.pause();
  const extract = tarStream.extract(EXTRACT_OPTIONS);
  let broken: unknown;
  const done = (error: unknown) => {
    broken = error ?? undefined;
  };
  if (gzipped) pipeline(source, createGunzip({ chunkSize: 2 * CHUNK }), watch(passage), extract, done);
  else pipeline(source, watch(passage), extract, done);

  let last = '';
  try {
    for await (const entry of extract) {
      const { header } = entry;
      last = nameOf(header);
      const isFile = header.type === 'file' || header.type === 'contiguous-file';
      const bytes = isFile && header.size <= limits.maxFileBytes ? await collect(entry, header) : null;
      if (bytes === null) entry.resume();
      if (header.type === 'directory') continue;
      yield* readEntry(
        last,
        isFile ? null : (REFUSED_TYPES[header.type ?? ''] ?? 'entry of an unknown type'),
        bytes,
        limits,
      );
    }
    if (!passage.endsInZeros) yield failed(file, 'the tar has no end mark: it may have been cut off');
  } catch (error) {
    const reason = messageOf(broken ?? error);
    yield failed(
      file,
      reason === BOMB_REASON ? reason : `breaks off after ${last || 'its start'}: ${reason}`,
    );
  }
}

function* readEntry(
  name: string,
  refused: string | null,
  bytes: Uint8Array | null,
  limits: ReadLimits,
): Iterable<SourceEntry> {
  const path = entryPath(name);
  if (path === null) {
    yield failed(name, 'its name leads out of the archive: not read');
    return;
  }
  const shown = archivePath(path);
  if (refused !== null) {
    yield failed(shown, refused);
    return;
  }
  const kind = kindOfFile(path);
  if (kind !== 'page' && kind !== 'link_list') limits.onIgnored(shown);
  else if (bytes === null) yield failed(shown, tooLarge(limits.maxFileBytes));
  else yield entryOf(shown, kind, bytes, limits);
}

/** The content of an entry in memory of its own, so that no read buffer is kept alive by it. */
async function collect(entry: AsyncIterable<unknown>, header: tarStream.Header): Promise<Uint8Array> {
  const bytes = new Uint8Array(header.size);
  let length = 0;
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes;
}
