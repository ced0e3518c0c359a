import { readFileSync } from 'node:fs';

/** The name that robots.txt files know this program by. */
export const PRODUCT_TOKEN = 'breachledger';

let version: string | undefined;

function ownVersion(): string {
  if (version === undefined) {
    const file = new URL('../../../package.json', import.meta.url);
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const found =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
    version = typeof found === 'string' ? found : '';
  }
  return version;
}

/**
 * The `User-Agent`: program, version and whom to write to.
 * @param contact an address (`mailto:…`, `https://…` or a bare e-mail address) from the configuration
 */
export function userAgent(contact?: string): string {
  const safe = contact?.replace(/[^\x21-\x7e]/g, '') ?? '';
  return `${PRODUCT_TOKEN}/${ownVersion()}${safe === '' ? '' : ` (+${safe})`}`;
}
