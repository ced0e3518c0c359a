import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './errors.js';

/** Resolves a host name to all its addresses. */
export type Resolver = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

const systemResolver: Resolver = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });

/**
 * Whether an address is one of the public internet. Loopback, private, link-local, carrier-grade NAT, multicast
 * and reserved ranges are not, nor any IPv6 form that carries an IPv4 address (mapped, NAT64, 6to4, Teredo)
 * unless it is IPv4-mapped and that address is public.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/s, '');
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast';
}

/**
 * Reads an address that is about to be requested and refuses what must not be: other schemes than http and
 * https, user names and passwords, literal private addresses. `URL` has already turned hex, octal and decimal
 * notations of IPv4 into the dotted one.
 * @throws FetchError `bad_url` or `refused_address`
 */
export function checkedUrl(url: string, allowPrivate: boolean): URL {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new FetchError('bad_url', `${url}: not an address`);
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new FetchError('bad_url', `${url}: only http and https are read`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new FetchError('bad_url', `${parsed.host}: addresses with a user name or password are not read`);
  }
  if (url.length > 4096)
    throw new FetchError('bad_url', `${parsed.host}: its address is longer than 4096 characters`);
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && ipaddr.isValid(host) && !isPublicAddress(host)) {
    throw new FetchError('refused_address', `${url}: ${host} is not a public address`);
  }
  parsed.hash = '';
  return parsed;
}

/**
 * A lookup for `net.connect` that resolves a name and hands over only addresses that were checked, so that the
 * address checked is the address connected to (a second, different DNS answer changes nothing). One private
 * address among the answers refuses the name.
 */
export function guardedLookup(allowPrivate: boolean, resolve: Resolver = systemResolver): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = allowPrivate ? undefined : addresses.find((a) => !isPublicAddress(a.address));
        const [first] = addresses;
        if (refused !== undefined) {
          const message = `${hostname}: resolves to ${refused.address}, which is not a public address`;
          callback(new FetchError('refused_address', message), '', 0);
        } else if (first === undefined) {
          callback(new FetchError('dns', `${hostname}: resolves to no address`), '', 0);
        } else if (options.all === true) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
