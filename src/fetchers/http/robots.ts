import robotsParserModule from 'robots-parser';
import type { HttpAnswer } from './client.js';

/** The package's types describe an ES module; what is loaded is the function itself. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** RFC 9309 §2.5 asks for at least 500 KiB. */
const MAX_BYTES = 512 * 1024;
const MAX_LINE = 1000;
const DIRECTIVES = /^[ \t]{0,20}(?:user-agent|allow|disallow|crawl-delay)[ \t]{0,20}:/i;

/** The policy of a host: its robots.txt, or what the answer to asking for it stands for. */
export type RobotsPolicy =
  | { readonly kind: 'rules'; readonly text: string }
  | { readonly kind: 'allow_all' }
  /** The server is in trouble: stay away. */
  | { readonly kind: 'stay_away' };

/** Escapes of characters that need none, undone: `/%70age` is `/page` (RFC 9309 §2.2.2, RFC 3986 §2.3). */
function unescapeUnreserved(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(char) ? char : encoded.toUpperCase();
  });
}

/** Keeps the lines that have a meaning, so that no other record parts a group, and normalises their escapes. */
function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.length <= MAX_LINE && DIRECTIVES.test(line))
    .map(unescapeUnreserved)
    .join('\n');
}

/**
 * The policy that an answer to `/robots.txt` stands for: 2xx its rules, 4xx everything allowed, 429, 5xx or no
 * answer at all stay away (RFC 9309 §2.3.1; 429 is the server's own "not now").
 * @param answer null where there was none
 */
export function robotsPolicy(answer: Pick<HttpAnswer, 'status' | 'bytes'> | null): RobotsPolicy {
  if (answer === null || answer.status === 429 || answer.status >= 500) return { kind: 'stay_away' };
  if (answer.status >= 200 && answer.status < 300) {
    return { kind: 'rules', text: new TextDecoder().decode(answer.bytes.subarray(0, MAX_BYTES)) };
  }
  return { kind: 'allow_all' };
}

export interface Robots {
  allows(url: string): boolean;
  /** Seconds between two requests, as the host asks, if it does. */
  readonly crawlDelay: number | null;
}

/**
 * Reads a policy for one product token. Groups that name it are merged, else those for `*`; the longest rule
 * wins, Allow on a tie.
 * @param origin scheme, host and port, e.g. `https://example.org`
 */
export function readRobots(origin: string, policy: RobotsPolicy, productToken: string): Robots {
  if (policy.kind !== 'rules') {
    const allowed = policy.kind === 'allow_all';
    return { allows: () => allowed, crawlDelay: null };
  }
  const rules = robotsParser(`${origin}/robots.txt`, normalise(policy.text));
  const delay = rules.getCrawlDelay(productToken);
  return {
    // Undefined for an address of another origin, which these rules say nothing about.
    allows: (url) => rules.isAllowed(unescapeUnreserved(url), productToken) ?? true,
    crawlDelay: delay !== undefined && Number.isFinite(delay) && delay >= 0 ? delay : null,
  };
}
