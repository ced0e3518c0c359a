import type { Snapshot } from '../../model/index.js';
import type { HttpClientOptions } from './client.js';
import { FetchError } from './errors.js';
import { userAgent } from './user-agent.js';

/**
 * Fetches one page that a person asked for by its address.
 * @throws FetchError where it cannot be had, an HTTP error status included
 */
export async function fetchSnapshot(
  url: string,
  options: Partial<HttpClientOptions> = {},
): Promise<Snapshot> {
  const { createHttpClient, snapshotOf } = await import('./client.js');
  const client = createHttpClient({ userAgent: userAgent(), ...options });
  try {
    const answer = await client.get(url);
    if (answer.status >= 400) {
      throw new FetchError('status', `${url}: HTTP status ${answer.status}`, { status: answer.status });
    }
    return snapshotOf(answer);
  } finally {
    await client.close();
  }
}
