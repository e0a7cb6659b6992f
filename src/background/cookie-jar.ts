import type { Cookies, Permissions } from 'webextension-polyfill';
import { originRelation, registrableDomain, rumCookieNames, type Cookie } from '../core';
import { hostPattern, sitePattern } from '../protocol/access-pattern';
import type { CookieReading } from '../protocol/background-rpc';

export interface CookieJarEnvironment {
  readonly cookies: Pick<Cookies.Static, 'getAll' | 'getAllCookieStores'>;
  readonly permissions: Pick<Permissions.Static, 'contains'>;
}

/** Beginnings of the RUM cookies' names; an environment's suffix follows. */
const rumNames = Object.values(rumCookieNames(''));

/**
 * The RUM cookies of page and targets, of every partition, in the jar of the tab (private windows and containers have their
 * own). Only names that are the agent's leave the browser's API.
 */
export async function readCookieJar(
  { cookies, permissions }: CookieJarEnvironment,
  tabId: number,
  pageUrl: string,
  targets: readonly string[],
): Promise<CookieReading> {
  const storeId = await storeOf(cookies, tabId);
  const isGranted = (pattern: string): Promise<boolean> => permissions.contains({ origins: [pattern] });
  const found = new Map<string, Cookie>();
  const missing = new Set<string>();
  for (const [domain, url] of domainsOf([pageUrl, ...targets])) {
    const [needed, least] = [neededPattern(pageUrl, url), hostPattern(url)];
    if (needed === null || least === null) continue;
    if (!(await isGranted(needed))) missing.add(needed);
    if (!(await isGranted(least))) continue;
    for (const cookie of await cookies.getAll({ domain, partitionKey: {}, ...storeId })) {
      if (!rumNames.some((name) => cookie.name.startsWith(name))) continue;
      const mapped = toCookie(cookie);
      found.set(JSON.stringify([mapped.name, mapped.domain, mapped.path, mapped.partitionKey]), mapped);
    }
  }
  return { cookies: [...found.values()], missing: [...missing] };
}

/**
 * What must be granted to see all cookies that count: Chromium shows a cookie of the site's domain only to who may read that
 * domain (seen in 156). Of other sites none can be a RUM cookie of the page.
 */
function neededPattern(pageUrl: string, url: string): string | null {
  return originRelation(pageUrl, url) === 'cross-site' ? hostPattern(url) : sitePattern(url);
}

/** Each site's domain once, with a URL of each host that must be granted. */
function domainsOf(urls: readonly string[]): ReadonlyMap<string, string> {
  const domains = new Map<string, string>();
  for (const url of urls) {
    const { hostname } = new URL(url);
    const domain = registrableDomain(hostname) ?? hostname;
    if (!domains.has(domain)) domains.set(domain, url);
  }
  return domains;
}

async function storeOf(
  cookies: Pick<Cookies.Static, 'getAllCookieStores'>,
  tabId: number,
): Promise<{ storeId?: string }> {
  const store = (await cookies.getAllCookieStores()).find(({ tabIds }) => tabIds.includes(tabId));
  return store === undefined ? {} : { storeId: store.id };
}

function toCookie(cookie: Cookies.Cookie): Cookie {
  const topLevelSite = cookie.partitionKey?.topLevelSite;
  return {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain.replace(/^\./, ''),
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite === 'no_restriction' ? 'none' : cookie.sameSite,
    ...(topLevelSite === undefined ? {} : { partitionKey: topLevelSite }),
  };
}
