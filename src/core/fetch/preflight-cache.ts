import { combinedValue } from './header-list';
import { isSafelistedMethod, normalizeMethod } from './method';
import { preflightCauses } from './preflight-causes';
import { tokenList } from './token-list';
import type { CorsRequest, CorsResponse, Engine } from './types';
import { unsafeRequestHeaderNames } from './unsafe-headers';

/** What the browser keeps of a preflight that passed (Fetch, CORS-preflight cache), for one top-level site. */
export interface CachedPreflight {
  readonly origin: string;
  readonly url: string;
  readonly credentialed: boolean;
  readonly methods: readonly string[];
  /** Lower-case. */
  readonly headerNames: readonly string[];
  /** Milliseconds, of the same clock as `now`. */
  readonly expires: number;
}

const DEFAULT_SECONDS = 5;

/** Longest lifetime that each engine grants; the standard leaves it to the browser. */
const capSeconds: Readonly<Record<Engine, number>> = {
  standard: Number.POSITIVE_INFINITY,
  chromium: 7_200,
  firefox: 86_400,
};

/** For how many seconds a preflight's answer may be reused; 0: not at all. Firefox does not cache one it cannot parse. */
export function preflightLifetime(response: CorsResponse, engine: Engine = 'standard'): number {
  const value = combinedValue(response.headers, 'access-control-max-age');
  if (value === null) return DEFAULT_SECONDS;
  if (/^\d+$/.test(value)) return Math.min(Number(value), capSeconds[engine]);
  if (/^-\d+$/.test(value)) return 0;
  return engine === 'firefox' ? 0 : DEFAULT_SECONDS;
}

/**
 * What the browser remembers of an answer that passed `checkPreflight`; `null`: nothing.
 * @param now milliseconds
 */
export function cachedPreflight(
  request: CorsRequest,
  response: CorsResponse,
  now: number,
  engine: Engine = 'standard',
): CachedPreflight | null {
  const seconds = preflightLifetime(response, engine);
  const methods = tokenList(response.headers, 'access-control-allow-methods');
  const names = tokenList(response.headers, 'access-control-allow-headers');
  if (seconds === 0 || methods === null || names === null) return null;
  const forced = preflightCauses(request, engine).some(({ kind }) => kind !== 'method' && kind !== 'header');
  return {
    origin: request.origin,
    url: request.url,
    credentialed: request.credentials === 'include',
    methods: methods.length === 0 && forced ? [normalizeMethod(request.method)] : methods,
    headerNames: names.map((name) => name.toLowerCase()),
    expires: now + seconds * 1_000,
  };
}

/**
 * Whether what was remembered spares this request its preflight. Entries of several preflights add up, but Chromium keeps
 * the latest of each URL only. Firefox keeps credentialed entries apart and takes a cached `*` for a name.
 * @param cache oldest first
 */
export function isPreflightCached(
  cache: readonly CachedPreflight[],
  request: CorsRequest,
  now: number,
  engine: Engine = 'standard',
): boolean {
  const credentialed = request.credentials === 'include';
  const ofUrl = cache.filter((entry) => entry.origin === request.origin && entry.url === request.url);
  const usable = (engine === 'chromium' ? ofUrl.slice(-1) : ofUrl).filter((entry) => {
    if (entry.expires <= now) return false;
    return engine === 'firefox' ? entry.credentialed === credentialed : entry.credentialed || !credentialed;
  });
  const covers = (entry: CachedPreflight, listed: readonly string[], member: string) =>
    listed.includes(member) || (engine !== 'firefox' && !entry.credentialed && listed.includes('*'));
  const method = normalizeMethod(request.method);
  if (usable.length === 0) return false;
  return (
    (isSafelistedMethod(method) || usable.some((entry) => covers(entry, entry.methods, method))) &&
    unsafeRequestHeaderNames(request.headers, engine).every((name) =>
      usable.some((entry) => covers(entry, entry.headerNames, name)),
    )
  );
}

/**
 * What is left of the cache once a response failed its CORS check: all but Chromium drop the entries of its URL
 * (Fetch, HTTP fetch, clear cache entries).
 */
export function cacheAfterFailedResponse(
  cache: readonly CachedPreflight[],
  request: CorsRequest,
  engine: Engine = 'standard',
): readonly CachedPreflight[] {
  if (engine === 'chromium') return cache;
  return cache.filter((entry) => entry.origin !== request.origin || entry.url !== request.url);
}

/** Whether a request's cache mode makes the browser ask again; the standard knows no such rule. */
export function bypassesPreflightCache(
  cacheMode: 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache' | 'only-if-cached',
  engine: Engine = 'standard',
): boolean {
  if (engine === 'standard') return false;
  if (cacheMode === 'no-cache') return engine === 'chromium';
  return cacheMode === 'no-store' || cacheMode === 'reload';
}
