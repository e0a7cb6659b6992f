import type { ReasonCode } from '../verdict/reason';
import { canonicalHost, hostOf, isIpAddress } from './host';
import { registrableDomain } from './registrable-domain';

/** Where a cookie goes, or why the browser refuses it. */
export type CookieDomain =
  | { readonly ok: true; readonly domain: string; readonly hostOnly: boolean }
  | { readonly ok: false; readonly reason: ReasonCode };

/**
 * Whether a host is the cookie's domain or below it; a leading dot of the domain is ignored, and nothing is below an IP
 * address (RFC 6265bis, section 5.1.3, domain matching). Public suffixes are another rule's matter.
 */
export function domainMatches(host: string, cookieDomain: string): boolean {
  const name = canonicalHost(host);
  const domain = canonicalHost(withoutLeadingDot(cookieDomain));
  if (domain === '') return false;
  return name === domain || (name.endsWith(`.${domain}`) && !isIpAddress(name));
}

/**
 * What a browser makes of a Domain attribute that this host sends (RFC 6265bis, section 5.7, storage model).
 * A domain that spans several registrable domains is refused, but for the host itself, which gets a host-only cookie.
 * @param domainAttribute the last Domain attribute's value, `null` if there is none
 */
export function cookieDomainAllowed(host: string, domainAttribute: string | null): CookieDomain {
  const name = canonicalHost(host);
  const domain = withoutLeadingDot((domainAttribute ?? '').trim()).toLowerCase();
  if (domain === '') return { ok: true, domain: name, hostOnly: true };
  if (!domainMatchesAsWritten(name, domain)) return { ok: false, reason: 'cookie-domain-foreign' };
  const registrable = registrableInBrowsers(name);
  if (registrable !== null && domainMatches(domain, registrable))
    return { ok: true, domain, hostOnly: false };
  return domain === name
    ? { ok: true, domain, hostOnly: true }
    : { ok: false, reason: 'cookie-domain-public-suffix' };
}

/**
 * The narrowest domain whose cookies reach both hosts, each given as a host, a URL or an origin; `null`: there is none.
 * Two equal hosts without a registrable domain share host-only cookies.
 */
export function sharedCookieDomain(from: string, to: string): string | null {
  const a = hostOf(from);
  const b = hostOf(to);
  if (a === b) return a;
  const registrable = registrableInBrowsers(a);
  if (registrable === null || registrable !== registrableInBrowsers(b)) return null;
  let shared = a;
  while (!domainMatches(b, shared)) shared = shared.slice(shared.indexOf('.') + 1);
  return shared;
}

/** Browsers refuse letters beyond ASCII in the attribute instead of turning them into punycode. */
function domainMatchesAsWritten(host: string, domain: string): boolean {
  return domain === canonicalHost(domain) && !domain.startsWith('.') && domainMatches(host, domain);
}

/** Cookie code of all browsers agrees on the parents of wildcard rules. */
function registrableInBrowsers(host: string): string | null {
  return registrableDomain(host, 'chromium');
}

function withoutLeadingDot(domain: string): string {
  return domain.startsWith('.') ? domain.slice(1) : domain;
}
