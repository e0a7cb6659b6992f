import { parseUrl } from './parse-url';
import { remember } from './remember';
import { upToPath } from './up-to-path';

/** A tuple origin (HTML, origin). */
export interface TupleOrigin {
  /** Lower-case, without a default port: `https://example.com:8443`. */
  readonly serialized: string;
  /** Without colon. */
  readonly scheme: string;
  /** As in a URL: punycode, IPv6 in brackets. */
  readonly host: string;
  /** Empty for the scheme's default. */
  readonly port: string;
}

/** Origin of an absolute URL, or of an origin as serialised; `null`: it is opaque, or no URL. */
export function originOf(url: string): TupleOrigin | null {
  const prefix = upToPath(url);
  return prefix === null ? parseOrigin(url) : originOfPrefix(prefix);
}

const originOfPrefix = remember(4096, parseOrigin);

function parseOrigin(text: string): TupleOrigin | null {
  // A blob URL has the origin of the URL inside it.
  const serialized = parseUrl(text)?.origin ?? 'null';
  if (serialized === 'null') return null;
  const { protocol, hostname, port } = new URL(serialized);
  return { serialized, scheme: protocol.slice(0, -1), host: hostname, port };
}

/** HTML, same origin. An opaque origin, `null` when serialised, is the same as none. */
export function isSameOrigin(a: string, b: string): boolean {
  const first = originOf(a);
  return first !== null && first.serialized === originOf(b)?.serialized;
}
