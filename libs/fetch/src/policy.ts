import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.ts';

/** What may be fetched beyond https on port 443 of a public address. */
export type FetchPolicy = {
  readonly allowHttp?: boolean;
  /** Whether the host may lie in an organization's own network. */
  readonly allowPrivate?: boolean;
  /** Ports besides 80 and 443. */
  readonly ports?: readonly number[];
};

const PORTS = { 'http:': 80, 'https:': 443 } as const;

/** The one block of IPv6 that is given out to hosts of the Internet (RFC 4291, section 2.4; IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

/** IPv6 that carries an IPv4 address which the packet goes to: NAT64 (RFC 6052). Mapped ones are unwrapped by the library. */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');

/** Ranges of an organization's own network. Link-local ones are not among them: there the clouds keep their secrets. */
const PRIVATE: ReadonlySet<string> = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/**
 * Whether a host at this address may be asked: one of the public Internet, or with `allowPrivate` one of an
 * organization's own network as well. Never one of the other special ranges of IPv4 and IPv6 (link-local, documentation,
 * multicast, reserved …), also when it is written as an IPv4-mapped or NAT64 address. 6to4 and Teredo lead anywhere and
 * are never public. False for what is no address.
 */
export function isAllowedAddress(text: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  const range = address.range();
  if (allowPrivate && PRIVATE.has(range)) return true;
  if (address instanceof ipaddr.IPv4) return range === 'unicast';
  if (address.match(NAT64, 96)) return isAllowedAddress(address.toByteArray().slice(12).join('.'), allowPrivate);
  return address.match(GLOBAL_UNICAST, 3) && range === 'unicast';
}

/**
 * Checks an address before anything is sent, after every redirect again. Throws `FetchError`. Names are checked once more
 * when they are resolved; an address that stands in place of a name never is, so that it is checked here.
 */
export function checkAddress(url: URL, policy: FetchPolicy): void {
  const { protocol, username, password, port } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && policy.allowHttp === true))
    throw new FetchError('scheme-not-allowed');
  if (username !== '' || password !== '') throw new FetchError('bad-address');
  const number = port === '' ? PORTS[protocol] : Number(port);
  if (number !== 80 && number !== 443 && policy.ports?.includes(number) !== true)
    throw new FetchError('port-not-allowed');
  // The URL standard has made 127.1 and 0x7f000001 plain by now.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isAllowedAddress(host, policy.allowPrivate === true))
    throw new FetchError('address-not-allowed');
}
