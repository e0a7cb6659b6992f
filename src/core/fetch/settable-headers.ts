import { isForbiddenRequestHeader } from './forbidden-header';
import { normalizeValue } from './header-list';
import { isSafelistedRequestHeader } from './safelist';
import type { CorsRequest, Engine, Header } from './types';

const noCorsNames: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
]);

/**
 * Those headers that the browser accepts from a script (Fetch, forbidden request-header).
 * Chromium also ignores a script's User-Agent without an error.
 */
export function settableHeaders(headers: readonly Header[], engine: Engine = 'standard'): readonly Header[] {
  return headers.filter(([name, value]) => {
    if (isForbiddenRequestHeader(name, value)) return false;
    return engine !== 'chromium' || name.toLowerCase() !== 'user-agent';
  });
}

/**
 * Those of the script's headers that go out with the request. In mode `no-cors` only four names with a safelisted value
 * do; all others, `x-dtc` among them, are dropped without an error (Fetch, headers guard `request-no-cors`).
 */
export function sentHeaders(request: CorsRequest, engine: Engine = 'standard'): readonly Header[] {
  const settable = settableHeaders(request.headers, engine);
  if (request.mode !== 'no-cors') return settable;
  const values = new Map<string, string>();
  const sent: Header[] = [];
  for (const header of settable) {
    const name = header[0].toLowerCase();
    const value = normalizeValue(header[1]);
    const before = values.get(name);
    const combined = before === undefined ? value : `${before}, ${value}`;
    if (!noCorsNames.has(name) || !isSafelistedRequestHeader(name, combined, engine)) continue;
    values.set(name, combined);
    sent.push(header);
  }
  return sent;
}
