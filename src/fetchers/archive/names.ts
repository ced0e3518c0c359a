import iconv from 'iconv-lite';

export type FileKind = 'page' | 'link_list' | 'tar' | 'zip' | 'warc' | 'other';

const PAGE = /\.(?:md|markdown|html?|xhtml|txt)(?:\.gz)?$/i;
/** The lists of links that an archive day holds beside its pages. */
const LINK_LIST = /(?:^|\/)(?:daily|pick)\.(?:json|md)(?:\.gz)?$/i;
/** What systems leave behind: AppleDouble files, hidden files and folders. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?(?:\/|$)))/;

/** What a file is, told by its name. */
export function kindOfFile(path: string): FileKind {
  if (LITTER.test(path)) return 'other';
  if (LINK_LIST.test(path)) return 'link_list';
  if (/\.(?:tar|tar\.gz|tgz)$/i.test(path)) return 'tar';
  if (/\.zip$/i.test(path)) return 'zip';
  if (/\.warc(?:\.gz)?$/i.test(path)) return 'warc';
  return PAGE.test(path) ? 'page' : 'other';
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A file name from its bytes: UTF-8 where they are that, else GB18030, which Chinese Windows writes into
 * archives that do not say their encoding.
 */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030');
  }
}

/**
 * The name of an archive entry as a path inside the archive, `/` between folders, or null where the name
 * would leave the archive's folder (absolute, a drive letter, `..`) or cannot be a name (NUL).
 */
export function entryPath(name: string): string | null {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

/**
 * The path of a file as it stands in an archive (`archive/YYYY/MM/…`), whichever folder above it was named;
 * any other path comes back as it is.
 */
export function archivePath(path: string): string {
  const inArchive = /(?:^|\/)(archive\/(?:19|20)\d\d\/\d\d?(?:\/.*)?)$/s.exec(path);
  return inArchive?.[1] ?? path;
}

/** `page.html.gz` is read as `page.html`. */
export function withoutGz(path: string): string {
  return path.replace(/\.gz$/i, '');
}
