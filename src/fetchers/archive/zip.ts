import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
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

const UTF8_FLAG = 0x800;
const MADE_BY_UNIX = 3;
const FILE_TYPE_MASK = 0o170000;
const REGULAR_FILE = 0o100000;
const SYMBOLIC_LINK = 0o120000;
const FOLDER = 0o040000;

function open(file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** The next entry in the order of the central directory, or null after the last. */
function nextEntry(zip: yauzl.ZipFile): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      zip.off('entry', onEntry);
      zip.off('end', onEnd);
      zip.off('error', onError);
    };
    const onEntry = (entry: yauzl.Entry) => {
      settle();
      resolve(entry);
    };
    const onEnd = () => {
      settle();
      resolve(null);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
    zip.readEntry();
  });
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

/** The name in UTF-8 where the entry says so or carries one (Info-ZIP field 0x7075), else told by its bytes. */
function nameOf(entry: yauzl.Entry): string {
  const unicodePath = entry.extraFields.find((field) => field.id === 0x7075 && field.data[0] === 1);
  const declared = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  if (!declared && unicodePath !== undefined && unicodePath.data.length > 5) {
    return decodeName(unicodePath.data.subarray(5));
  }
  return decodeName(entry.fileNameRaw);
}

function refusal(entry: yauzl.Entry): string | null {
  const type =
    entry.versionMadeBy >>> 8 === MADE_BY_UNIX ? (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK : 0;
  if (type === SYMBOLIC_LINK) return 'symbolic link: not followed';
  if (type !== 0 && type !== REGULAR_FILE && type !== FOLDER) return 'device file: not read';
  if (entry.isEncrypted()) return 'encrypted: not read';
  return null;
}

async function collect(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  // yauzl ends the stream with an error where more or fewer bytes come than the directory says.
  for await (const chunk of await openEntry(zip, entry)) {
    bytes.set(chunk as Uint8Array, length);
    length += (chunk as Uint8Array).length;
  }
  return bytes;
}

/** Reads a zip in the order of its central directory. */
export async function* readZip(file: string, limits: ReadLimits): AsyncIterable<SourceEntry> {
  let zip: yauzl.ZipFile;
  let packed: number;
  try {
    packed = (await stat(file)).size;
    zip = await open(file);
  } catch (error) {
    yield failed(file, `not a whole zip: ${messageOf(error)}`);
    return;
  }
  let unpacked = 0;
  try {
    for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      unpacked += entry.uncompressedSize <= limits.maxFileBytes ? entry.uncompressedSize : 0;
      if (isBomb(packed, unpacked)) throw new Error(BOMB_REASON);
      yield* readEntry(zip, entry, name, limits);
      limits.onRead(entry.compressedSize);
    }
  } catch (error) {
    yield failed(file, messageOf(error));
  } finally {
    zip.close();
  }
}

async function* readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  limits: ReadLimits,
): AsyncIterable<SourceEntry> {
  const path = entryPath(name);
  if (path === null) {
    yield failed(name, 'its name leads out of the archive: not read');
    return;
  }
  const shown = archivePath(path);
  const refused = refusal(entry);
  if (refused !== null) {
    yield failed(shown, refused);
    return;
  }
  const kind = kindOfFile(path);
  if (kind !== 'page' && kind !== 'link_list') {
    limits.onIgnored(shown);
    return;
  }
  if (entry.uncompressedSize > limits.maxFileBytes) {
    yield failed(shown, tooLarge(limits.maxFileBytes));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await collect(zip, entry);
  } catch (error) {
    yield failed(shown, `cannot be unpacked: ${messageOf(error)}`);
    return;
  }
  yield entryOf(shown, kind, bytes, limits);
}
