import type { Credentials, Engine } from '../fetch/types';
import type { Cookie } from './cookie';
import { domainMatches } from './cookie-domain';
import { pathMatches } from './cookie-path';
import { canonicalHost } from './host';
import { isLoopback } from './loopback';
import { isSameOrigin, originOf } from './origin';
import { originRelation, siteHost } from './origin-relation';

/** A fetch or XHR call, for the jar. */
export interface CookieCall {
  readonly url: string;
  /** Origin of the calling document. */
  readonly from: string;
  /** URL or origin of the tab's page; by default the calling document is the tab's page. */
  readonly topLevel?: string | undefined;
  readonly credentials: Credentials;
  /** URLs that redirected to this one, in order. */
  readonly redirectedVia?: readonly string[] | undefined;
  /** What the browser does with unpartitioned cookies in a third-party context; by default blocked in Firefox only. */
  readonly thirdPartyCookies?: 'allowed' | 'blocked' | undefined;
}

/**
 * Why a cookie does not go with a call.
 * - `credentials`: the call is not credentialed. `host`, `path`: not meant for this URL. `secure`: only for https and loopback.
 * - `same-site`: its SameSite keeps it to calls within its site. `third-party`: the browser keeps third-party cookies back.
 * - `partition`: it belongs to another top-level site.
 */
export type CookieRefusal =
  'credentials' | 'host' | 'path' | 'secure' | 'same-site' | 'third-party' | 'partition';

/**
 * Those cookies of the jar that go with the call's request, never with its preflight, longest path first
 * (Fetch, credentials mode; RFC 6265bis, section 5.8.3, retrieval algorithm).
 * A missing SameSite means Lax, in Firefox None. The standard and Firefox count a redirect through another site.
 */
export function cookiesSent(jar: readonly Cookie[], call: CookieCall, engine: Engine = 'standard'): Cookie[] {
  const refusalOf = cookieRule(call, engine);
  return jar.filter((cookie) => refusalOf(cookie) === null).sort((a, b) => b.path.length - a.path.length);
}

/** The first rule by which the cookie does not go with the call (as `cookiesSent`); `null`: it goes. */
export function cookieRefusal(
  cookie: Cookie,
  call: CookieCall,
  engine: Engine = 'standard',
): CookieRefusal | null {
  return cookieRule(call, engine)(cookie);
}

function cookieRule(call: CookieCall, engine: Engine): (cookie: Cookie) => CookieRefusal | null {
  const target = originOf(call.url);
  if (target === null || !isCredentialed(call)) return () => 'credentials';
  const context = callContext(call, engine);
  const path = new URL(call.url).pathname;
  const secure = target.scheme === 'https' || target.scheme === 'wss' || isLoopback(target.host);
  return (cookie) => {
    const reachesHost = cookie.hostOnly
      ? canonicalHost(cookie.domain) === target.host
      : domainMatches(target.host, cookie.domain);
    if (!reachesHost) return 'host';
    if (!pathMatches(path, cookie.path)) return 'path';
    if (!secure && cookie.secure) return 'secure';
    if (!permitsSite(cookie, context, engine)) return 'same-site';
    if (!permitsThirdParty(cookie, context)) {
      return cookie.partitionKey === undefined ? 'third-party' : 'partition';
    }
    return null;
  };
}

/** `same-origin` is over for good once a redirect has left the origin (Fetch, HTTP-network-or-cache fetch, response tainting). */
function isCredentialed({ credentials, from, url, redirectedVia = [] }: CookieCall): boolean {
  if (credentials !== 'same-origin') return credentials === 'include';
  return [...redirectedVia, url].every((each) => isSameOrigin(from, each));
}

interface CallContext {
  readonly sameSite: boolean;
  readonly thirdParty: boolean;
  readonly unpartitionedInThirdParty: boolean;
  readonly topLevelSite: string | null;
}

function callContext(call: CookieCall, engine: Engine): CallContext {
  const topLevel = call.topLevel ?? call.from;
  const isOfSite = (url: string) => originRelation(url, call.url, engine) !== 'cross-site';
  const thirdParty = !isOfSite(call.from) || !isOfSite(topLevel);
  const detour = engine !== 'chromium' && call.redirectedVia?.some((url) => !isOfSite(url)) === true;
  const thirdPartyCookies = call.thirdPartyCookies ?? (engine === 'firefox' ? 'blocked' : 'allowed');
  return {
    sameSite: !thirdParty && !detour,
    thirdParty,
    unpartitionedInThirdParty: thirdPartyCookies === 'allowed',
    topLevelSite: schemefulSiteOf(topLevel),
  };
}

function permitsSite(cookie: Cookie, context: CallContext, engine: Engine): boolean {
  if (context.sameSite) return true;
  if (cookie.sameSite === 'unspecified') return engine === 'firefox';
  return cookie.sameSite === 'none' && cookie.secure;
}

function permitsThirdParty(cookie: Cookie, context: CallContext): boolean {
  if (cookie.partitionKey === undefined) return !context.thirdParty || context.unpartitionedInThirdParty;
  return context.topLevelSite !== null && schemefulSiteOf(cookie.partitionKey) === context.topLevelSite;
}

/** HTML, obtain a site, serialised; `null` for an opaque origin. */
export function schemefulSiteOf(url: string): string | null {
  const origin = originOf(url);
  return origin === null ? null : `${origin.scheme}://${siteHost(origin)}`;
}
