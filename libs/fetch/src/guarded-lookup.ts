import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { isAllowedAddress } from './policy.ts';

/** Gives all addresses of a name. */
export type Resolve = (name: string, options: LookupOptions) => Promise<readonly LookupAddress[]>;

/** By the system, as every other connection. */
export const systemResolve: Resolve = (name, options) =>
  new Promise((resolve, reject) => {
    lookup(name, { ...options, all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * A lookup for sockets: what it gives is what the socket connects to, so that a name can't mean one address when it is
 * checked and another when it is used. A name with any address that is not allowed is refused whole.
 */
export function guardedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (name, options, callback) => {
    const { all, ...rest } = options;
    resolve(name, rest).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) return callback(new FetchError('name-not-found'), '', 0);
        if (!addresses.every(({ address }) => isAllowedAddress(address, allowPrivate)))
          return callback(new FetchError('address-not-allowed'), '', 0);
        return all === true ? callback(null, [...addresses]) : callback(null, first.address, first.family);
      },
      (error: unknown) => callback(new FetchError('name-not-found', error), '', 0),
    );
  };
}
