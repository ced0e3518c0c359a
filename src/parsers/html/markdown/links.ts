import type { Element } from '../tree.js';

/** Attributes that lazy loaders keep the real address in, most trusted first. */
const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
  'data-url',
  'data-echo',
  'data-croporisrc',
  'data-hi-res-src',
  'file',
  'zoomfile',
];
const PLACEHOLDER =
  /(?:\/|^)(?:blank|spacer|placeholder|pixel|transparent|loading|lazy|grey|1x1|empty)[\w-]{0,20}\.(?:gif|png|svg|jpg)/i;

/** Resolves an address against the page's; '' where it is none that a reader could open. */
export function resolveAddress(address: string, base: string | undefined): string {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > 4000) return '';
  try {
    const url = base === undefined ? new URL(trimmed) : new URL(trimmed, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:' && url.protocol !== 'mailto:') return '';
    return tidy(url.href);
  } catch {
    return base === undefined && /^[./\w]/.test(trimmed) && !/^[a-z][a-z0-9+.-]*:/i.test(trimmed)
      ? tidy(encodeURI(trimmed.toWellFormed()))
      : '';
  }
}

/** Brackets, spaces and the like would end the address in Markdown. */
function tidy(address: string): string {
  return address.replace(/[\s()<>\\*_[\]`|]/g, (c) =>
    c === '_' || c === '*' ? c : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

export function linkAddress(element: Element, base: string | undefined): string {
  return resolveAddress(element.attribs.href ?? '', base);
}

/** The address of an image, from its lazy loader where it has one; '' for placeholders and tracking pixels. */
export function imageAddress(element: Element, base: string | undefined): string {
  const { attribs } = element;
  if (attribs.width === '1' || attribs.height === '1') return '';
  for (const name of LAZY) {
    const value = attribs[name];
    if (value !== undefined && /^(?:https?:)?\/\/|\.(?:png|jpe?g|gif|webp|avif)(?:\?|$)/i.test(value)) {
      const address = resolveAddress(value, base);
      if (address !== '') return address;
    }
  }
  const src = attribs.src ?? '';
  const plain = src.startsWith('data:') || PLACEHOLDER.test(src) ? '' : resolveAddress(src, base);
  return plain !== '' ? plain : resolveAddress(largest(attribs['data-srcset'] ?? attribs.srcset ?? ''), base);
}

export function imageAlt(element: Element): string {
  return (element.attribs.alt ?? '').replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
}

/** The widest candidate of a `srcset`. */
function largest(srcset: string): string {
  let best = '';
  let width = -1;
  for (const candidate of srcset.slice(0, 8000).split(/,\s/)) {
    const [address = '', size = '0'] = candidate.trim().split(/\s+/);
    const value = Number.parseFloat(size) || 0;
    if (value > width && !address.startsWith('data:')) {
      best = address;
      width = value;
    }
  }
  return best;
}
