import { createHash } from 'node:crypto';

/** Hash that names raw bytes or content: the first 128 bits of SHA-256, in hexadecimal digits. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 32);
}
