import { closeSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { entryOf, readRegularFile } from './file.js';
import { archivePath, type FileKind, kindOfFile } from './names.js';
import {
  failed,
  messageOf,
  type ReadLimits,
  type ReadOptions,
  readLimits,
  type SourceEntry,
  tooLarge,
} from './types.js';

/**
 * Reads pages from folders (recursive, in the order of their names), single files, `.tar`, `.tar.gz`, `.tgz`,
 * `.zip` and WARC files; a `.gz` page is read as what it holds.
 *
 * Files that are not pages are passed over (`options.onIgnored` hears of them). Whatever cannot be read gives
 * a `failed` entry with the reason, and reading goes on: this function does not throw for bad input. Each
 * snapshot's bytes have an ArrayBuffer of their own, so they can be transferred to a worker.
 * @param paths files and folders, read in the order given
 */
export async function* readSources(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncIterable<SourceEntry> {
  const limits = readLimits(options);
  for (const path of paths) yield* readSource(path, limits);
}

async function* readSource(path: string, limits: ReadLimits): AsyncIterable<SourceEntry> {
  let stat: Stats;
  try {
    stat = statSync(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    yield failed(path, missing ? 'no such file or folder' : messageOf(error));
    return;
  }
  if (stat.isDirectory()) {
    const root = resolve(path);
    const inArchive = archivePath(root);
    yield* readFolder(root, inArchive === root ? basename(root) : inArchive, limits);
  } else if (stat.isFile()) {
    yield* readNamedFile(path, limits);
  } else {
    yield failed(path, 'neither a file nor a folder: not read');
  }
}

/** @param shown path of the folder as its entries show it: from the name of the folder that was asked for on */
async function* readFolder(folder: string, shown: string, limits: ReadLimits): AsyncIterable<SourceEntry> {
  let children: ReturnType<typeof list>;
  try {
    children = list(folder);
  } catch (error) {
    yield failed(shown, `the folder cannot be read: ${messageOf(error)}`);
    return;
  }
  for (const child of children) {
    const file = join(folder, child.name);
    const path = archivePath(shown === '' ? child.name : `${shown}/${child.name}`);
    if (child.isSymbolicLink()) yield failed(path, 'symbolic link: not followed');
    else if (child.isDirectory()) {
      if (child.name.startsWith('.') || child.name === 'node_modules') limits.onIgnored(path);
      else yield* readFolder(file, path, limits);
    } else if (!child.isFile()) yield failed(path, 'device file or pipe: not read');
    else yield* readFile(file, path, kindOfFile(child.name), limits);
  }
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file that was named by the user is read whatever its extension, by what its first bytes say. */
async function* readNamedFile(path: string, limits: ReadLimits): AsyncIterable<SourceEntry> {
  const kind = kindOfFile(path.replaceAll('\\', '/'));
  if (kind !== 'other') {
    yield* readFile(path, archivePath(path), kind, limits);
    return;
  }
  let start: Uint8Array;
  try {
    start = firstBytes(path);
  } catch (error) {
    yield failed(path, messageOf(error));
    return;
  }
  if (start[0] === 0x50 && start[1] === 0x4b) yield* (await import('./zip.js')).readZip(path, limits);
  else if (Buffer.from(start.subarray(257, 262)).toString('latin1') === 'ustar')
    yield* (await import('./tar.js')).readTar(path, false, limits);
  else if (start[0] !== 0x1f && start.includes(0)) yield failed(path, 'a binary file, not a page');
  else yield* readFile(path, archivePath(path), 'page', limits);
}

function firstBytes(path: string): Uint8Array {
  const fd = openSync(path, 'r');
  try {
    const start = new Uint8Array(4096);
    return start.subarray(0, readSync(fd, start, 0, start.length, 0));
  } finally {
    closeSync(fd);
  }
}

async function* readFile(
  file: string,
  path: string,
  kind: FileKind,
  limits: ReadLimits,
): AsyncIterable<SourceEntry> {
  if (kind === 'tar') yield* (await import('./tar.js')).readTar(file, !/\.tar$/i.test(file), limits);
  else if (kind === 'zip') yield* (await import('./zip.js')).readZip(file, limits);
  else if (kind === 'warc') yield* (await import('./warc.js')).readWarc(file, limits);
  else if (kind === 'other') limits.onIgnored(path);
  else {
    let bytes: Uint8Array | null;
    try {
      bytes = readRegularFile(file, limits.maxFileBytes);
      limits.onRead(bytes?.length ?? 0);
    } catch (error) {
      yield failed(path, messageOf(error));
      return;
    }
    yield bytes === null ? failed(path, tooLarge(limits.maxFileBytes)) : entryOf(path, kind, bytes, limits);
  }
}
