import { parseUrl, registrableDomain } from '../core';

/**
 * The match patterns to ask for, both schemes and all ports (patterns have none): the page's whole site, because a cookie of
 * the site's domain is only shown to who may read that domain; of other sites just the hosts that are called.
 */
export function accessPatterns(pageUrl: string, callUrls: Iterable<string>): readonly string[] {
  const patterns = new Set<string>();
  const add = (pattern: string | null): void => {
    if (pattern !== null) patterns.add(pattern);
  };
  const site = sitePattern(pageUrl);
  add(site);
  // a pattern covers both schemes: a host of the site is covered, whatever the scheme of the call
  for (const url of callUrls) if (sitePattern(url) !== site) add(hostPattern(url));
  return [...patterns];
}

/** Pattern of one host: `*://api.example.com/*`; `null`: a URL that no access can be asked for. */
export function hostPattern(url: string): string | null {
  const host = webHost(url);
  return host === null ? null : `*://${host}/*`;
}

/** Pattern of all hosts of a site: `*://*.example.com/*`; of an address without a registrable domain its host. */
export function sitePattern(url: string): string | null {
  const host = webHost(url);
  const domain = host === null ? null : registrableDomain(host);
  return domain === null ? hostPattern(url) : `*://*.${domain}/*`;
}

/** What a pattern covers, for people: `api.example.com`, `*.example.com`, `every site`. */
export function patternLabel(pattern: string): string {
  const hosts = /^(?:\*|https?):\/\/([^/]*)\//.exec(pattern)?.[1] ?? pattern;
  return hosts === '*' || hosts === '<all_urls>' ? 'every site' : hosts;
}

function webHost(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const { protocol, hostname } = parsed;
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? hostname : null;
}
