import { sharedCookieDomain } from '../site/cookie-domain';
import { reason } from './reason';
import type { Evidence, Reason } from './reason';

/** Whether the browser would send the page's RUM cookies to the endpoint on a credentialed call. */
export type CookieScope =
  | { readonly kind: 'covers'; readonly evidence: Evidence }
  | { readonly kind: 'lacks'; readonly because: Reason }
  | { readonly kind: 'unknown'; readonly because: Reason };

/** The cookies’ domain, or domains, cover the page’s host only. */
export function notShared(domain: string, from: string, host: string): Reason {
  return reason('cookie-domain-not-shared', undefined, {
    subject: 'RUM cookies’ domain',
    saw: domain,
    needed: sharedCookieDomain(from, host),
  });
}
