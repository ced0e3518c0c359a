import type { Snapshot } from '../../model/index.js';

/** One thing found in a source: a page, a list of links (not a page), or what could not be read and why. */
export type SourceEntry =
  | { readonly type: 'page'; readonly snapshot: Snapshot }
  | { readonly type: 'link_list'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly path: string; readonly reason: string };

export interface ReadOptions {
  /** Largest file that is read, in bytes after decompression. Default 20 MiB. */
  readonly maxFileBytes?: number | undefined;
  /** Told each file that is neither a page nor a link list (images, style sheets, …). */
  readonly onIgnored?: ((path: string) => void) | undefined;
  /** Told how many more bytes of the sources, as they stand on the disk, have been read: see `sizeOfSources`. */
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/** `ReadOptions` with its defaults filled in. */
export interface ReadLimits {
  readonly maxFileBytes: number;
  readonly onIgnored: (path: string) => void;
  readonly onRead: (bytes: number) => void;
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;

export function readLimits(options: ReadOptions): ReadLimits {
  return {
    maxFileBytes: options.maxFileBytes ?? MAX_FILE_BYTES,
    onIgnored: options.onIgnored ?? (() => undefined),
    onRead: options.onRead ?? (() => undefined),
  };
}

/** What may be unpacked in all from one archive before its compression ratio is looked at, in bytes. */
const BOMB_FLOOR = 100 * 1024 * 1024;
/** Text packs 3 to 20 times; deflate cannot pass 1032. */
const BOMB_RATIO = 200;

/** Whether an archive unpacks to so much more than its size that it must be a decompression bomb. */
export function isBomb(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes > BOMB_FLOOR && unpackedBytes > packedBytes * BOMB_RATIO;
}

export const BOMB_REASON =
  'unpacks to more than 200 times its size (a decompression bomb?): the rest is not read';

export function tooLarge(maxFileBytes: number): string {
  return `larger than ${Math.round(maxFileBytes / 1024 / 1024)} MB: not read`;
}

export function failed(path: string, reason: string): SourceEntry {
  return { type: 'failed', path, reason };
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
