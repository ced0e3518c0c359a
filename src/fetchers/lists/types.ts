/** An address that a list named, with what the list says of it. */
export interface FoundLink {
  readonly url: string;
  readonly title?: string | undefined;
  /** As printed in the list; a hint only. */
  readonly updated?: string | undefined;
}

/** Most links that are read from one list (the sitemap protocol's own limit). */
export const MAX_LINKS = 50_000;

/** Resolves an address as printed; null where it is none or not http(s). */
export function resolveLink(href: string | undefined, base: string): string | null {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 4096 || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The links in their order, each address once. */
export function uniqueLinks(links: Iterable<FoundLink>): readonly FoundLink[] {
  const byUrl = new Map<string, FoundLink>();
  for (const link of links) {
    if (byUrl.size >= MAX_LINKS) break;
    if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  }
  return [...byUrl.values()];
}
