import { parseUrl } from './parse-url';
import { registrableDomain } from './registrable-domain';

/** What stands for the site of a URL where people see it: its registrable domain, or the host that has none; `null`: no URL. */
export function siteOf(url: string): string | null {
  const host = parseUrl(url)?.hostname;
  return host === undefined ? null : (registrableDomain(host) ?? host);
}
