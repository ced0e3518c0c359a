import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type FileKind, withoutGz } from './names.js';
import { failed, messageOf, type ReadLimits, type SourceEntry, tooLarge } from './types.js';

/**
 * Reads a regular file of at most `maxBytes`; null where it is larger. Never blocks on a pipe or a device.
 * @throws what the file system throws, or an Error for anything that is not a regular file
 */
export function readRegularFile(file: string, maxBytes: number): Uint8Array | null {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new Error('not a regular file');
    if (stat.size > maxBytes) return null;
    const bytes = new Uint8Array(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(fd, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return length === bytes.length ? bytes : bytes.slice(0, length);
  } finally {
    closeSync(fd);
  }
}

/** The entry for a page or link list whose bytes are at hand; `.gz` is read as what it holds. */
export function entryOf(path: string, kind: FileKind, bytes: Uint8Array, limits: ReadLimits): SourceEntry {
  let content = bytes;
  let name = path;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      content = new Uint8Array(gunzipSync(bytes, { maxOutputLength: limits.maxFileBytes }));
      name = withoutGz(path);
    } catch (error) {
      const large = error instanceof RangeError;
      return failed(path, large ? tooLarge(limits.maxFileBytes) : `gzip cannot be read: ${messageOf(error)}`);
    }
  } else if (/\.gz$/i.test(path)) {
    return failed(path, 'named .gz but not gzip');
  }
  if (kind === 'link_list') return { type: 'link_list', path: name, bytes: content };
  return { type: 'page', snapshot: { bytes: content, path: name } };
}
