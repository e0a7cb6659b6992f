import type { AgentVersion } from './profile';
import { parseUrl } from '../site/parse-url';

/** Last version seen to compare text, and first seen to compare origins (recorded). */
const lastTextual = 315;
const firstByOrigin = 329;
/** Last version seen to look at the URL as passed, and first seen to resolve it before (recorded). */
const lastUnresolved = 219;
const firstResolved = 239;

/**
 * The agent's own idea of "same origin", which decides over `x-dtpc` and `x-dtreferer`. It resolves against `location`, not
 * `document.baseURI`, and takes everything that is not http(s) for same-origin unless `epacod` is on. Up to 1.315 it
 * compares the position of `location.host` in both URLs and their ports (code of 1.255; recorded, 1.219 to 1.329). `unknown`: the
 * version lies between two that are known, and they differ on this URL.
 */
export function sameOriginForAgent(
  url: string,
  page: string,
  version: AgentVersion | null,
  comparesAllSchemes: boolean,
): boolean | 'unknown' {
  const minor = version?.minor ?? Number.POSITIVE_INFINITY;
  const resolved = parseUrl(url, page);
  if (resolved === null) return true;
  const answers = new Set<boolean>();
  if (minor < firstResolved) answers.add(sameByText(url, page));
  if (minor > lastUnresolved && minor < firstByOrigin) answers.add(sameByText(resolved.href, page));
  if (minor > lastTextual) answers.add(sameByOrigin(resolved, page, comparesAllSchemes));
  return answers.size === 1 ? answers.has(true) : 'unknown';
}

function sameByOrigin(resolved: URL, page: string, comparesAllSchemes: boolean): boolean {
  const pageUrl = parseUrl(page);
  if (!comparesAllSchemes && !(isHttp(resolved) && pageUrl !== null && isHttp(pageUrl))) return true;
  return resolved.origin === (pageUrl?.origin ?? 'null');
}

function sameByText(url: string, page: string): boolean {
  const host = parseUrl(page)?.host ?? '';
  if (!/^(?:https?:)?\/\//i.test(url) || host === '') return true;
  if (url.indexOf(host) !== page.indexOf(host)) return false;
  return portIn(url) === portIn(page);
}

/** The first thing that looks like a port, wherever it stands: the agent does not look closer. */
function portIn(url: string): string {
  return /:(\d+)/.exec(url)?.[1] ?? '';
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}
