import { originOf } from './origin';
import { parseUrl } from './parse-url';

const ipv4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const nonAscii = /[^\u0000-\u007f]/;

/** A host as browsers compare it: lower-case, labels beyond ASCII in punycode (RFC 6265bis, canonicalized host names). */
export function canonicalHost(host: string): string {
  const lower = host.toLowerCase();
  if (!nonAscii.test(lower)) return lower;
  return parseUrl(`http://${lower}`)?.hostname ?? lower;
}

/** Whether a canonical host is an IPv4 or IPv6 address, the latter with or without brackets. */
export function isIpAddress(host: string): boolean {
  return host.includes(':') || ipv4.test(host);
}

/** Canonical host of an absolute URL, an origin or a bare host. */
export function hostOf(hostOrUrl: string): string {
  return originOf(hostOrUrl)?.host ?? canonicalHost(hostOrUrl);
}
