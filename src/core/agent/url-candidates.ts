import { parseUrl } from '../site/parse-url';
import type { AgentCall } from './types';

/**
 * URLs that the URL parser would give back unchanged: plain host ending in a letter-led label, a port of four digits or more, no dot
 * segments, no character that is encoded. Spares a parse for most URLs of a log.
 */
const serialised =
  /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)*(?!xn--)[a-z][a-z0-9-]*(?::(?:[1-9]\d{3}|[1-5]\d{4}))?\/(?!\.)(?:[A-Za-z0-9_~!$&()*+,;=:@-]|\/(?![.%])|\.(?![.%])|%(?!2[eE]))*(?:\?[A-Za-z0-9._~!$&()*+,;=:@/?%-]*)?$/;

/** URL standard, URL parser and serializer. `null`: it does not parse. */
export function absoluteUrl(url: string, base: string): string | null {
  if (serialised.test(url)) return url;
  return (parseUrl(url, base) ?? parseUrl(url))?.href ?? null;
}

/** The origin of an absolute, serialised URL; `'null'` if opaque. */
export function originOf(absolute: string): string {
  const plain = /^https?:\/\/[^/?#@]*(?=[/?#])/.exec(absolute)?.[0];
  return plain ?? parseUrl(absolute)?.origin ?? 'null';
}

/** The texts of one call that an agent's regexes are tried on. */
export interface UrlForms {
  /** As the script passed it; several where that is not known. */
  readonly raw: readonly [string, ...string[]];
  /** As the browser resolves it; `null`: it does not parse. */
  readonly absolute: string | null;
}

/**
 * The agent's texts: the string that the script passed, unchanged; of a `Request` and a `URL` object their serialised URL;
 * and the absolute URL by `document.baseURI`. Query and fragment are part of both (recorded, 1.239 to 1.329).
 */
export function urlForms(call: AgentCall): UrlForms {
  const absolute = absoluteUrl(call.url, call.base ?? call.page);
  if (absolute === null) return { raw: [call.url], absolute };
  if (call.input === 'request' || call.input === 'url') return { raw: [absolute], absolute };
  return { raw: call.urlIsRaw === false ? possibleRawForms(absolute, call.page) : [call.url], absolute };
}

/** What a script may have passed to get this absolute URL: itself, without its scheme, or from its own origin a path. */
function possibleRawForms(absolute: string, page: string): readonly [string, ...string[]] {
  const withoutScheme = absolute.slice(absolute.indexOf(':') + 1);
  const origin = originOf(absolute);
  if (origin !== originOf(page)) return [absolute, withoutScheme];
  const path = absolute.slice(origin.length);
  return [absolute, withoutScheme, path, path.slice(1)];
}
