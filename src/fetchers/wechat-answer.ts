/** Final addresses that are walls, whatever their body says (the body comes with status 200). */
const WALL_PATH = /^\/mp\/(?:wappoc_appmsgcaptcha|verify|readtemplate\/verify)\b/;

/** Whether an address is the verification wall of WeChat. */
export function isWallAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  if (hostname === 'weixin110.qq.com') return true;
  return WALL_PATH.test(pathname);
}

/** Where a migrated account's article went: `transferTargetLink = '…'` in the page's script. */
export function migrationTarget(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes.subarray(0, 256 * 1024));
  const found = /transferTargetLink\s{0,4}=\s{0,4}(['"])(.{1,2000}?)\1/.exec(text)?.[2];
  if (found === undefined) return null;
  const url = found.replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const clean = url.replaceAll('\\/', '/').replaceAll('&amp;', '&');
  return /^https?:\/\/mp\.weixin\.qq\.com\//i.test(clean) && URL.canParse(clean) ? clean : null;
}
