import { originOf } from '../site/origin';
import { parseUrl } from '../site/parse-url';
import { remember } from '../site/remember';

/** Method, origin and folded path of a call: what a server's configuration is written for. */
export interface EndpointKey {
  /** `GET https://api.shop.test/orders/{id}` */
  readonly key: string;
  readonly origin: string;
  /** With ids folded to `{id}`; without query and fragment. */
  readonly path: string;
}

/** The endpoint of a URL. A URL that does not parse, or has no host, stands for itself. */
export function endpointKey(method: string, url: string): EndpointKey {
  const plain = plainUrl.exec(url)?.[1];
  const known = plain === undefined ? null : originOf(url);
  if (plain !== undefined && known !== null) return keyOf(method, known.serialized, plain);
  const parsed = parseUrl(url);
  if (parsed === null) return { key: `${method} ${url}`, origin: '', path: url };
  const { origin, pathname, protocol } = parsed;
  if (!/^https?:$/.test(protocol)) return { key: `${method} ${protocol}`, origin: protocol, path: '' };
  return keyOf(method, origin, pathname);
}

/** Nearly every URL of a log: the URL parser would leave its path as it is, so that it need not be asked. */
const plainUrl = /^https?:\/\/[a-z0-9.-]+(?::\d+)?((?:\/(?!\.)[\w.~!$&()*+,;=:@-]*)+)(?:[?#]|$)/;

function keyOf(method: string, origin: string, pathname: string): EndpointKey {
  const path = foldedPath(pathname);
  return { key: `${method} ${origin}${path}`, origin, path };
}

const foldedPath = remember(4_000, foldIds);

/** Longer segments are data, and longer paths are cut. */
const longestSegment = 500;
const longestPath = 8_000;

/** Replaces path segments that identify one thing (numbers, UUIDs, hashes, order numbers) by `{id}`. */
export function foldIds(pathname: string): string {
  const folded = pathname
    .split('/')
    .map((segment) => (isId(segment) ? '{id}' : foldFileName(segment)))
    .join('/');
  return folded.length > longestPath ? `${folded.slice(0, longestPath)}…` : folded;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const longHex = /^(?=.*\d)[0-9a-f]{12,}$/i;
const numbered = /^([a-z]{0,6}[-_])?\d{2,}([-_.]\d+)*$|^[a-z]{1,6}\d{4,}$/i;
const token = /^(?=(?:\D*\d){2})(?=.*[a-z])[a-z0-9_-]{16,}$/i;

function isId(segment: string): boolean {
  if (segment.length > longestSegment || /^\d+$/.test(segment)) return true;
  if (/^v\d+(\.\d+)*$/i.test(segment)) return false;
  return uuid.test(segment) || longHex.test(segment) || numbered.test(segment) || token.test(segment);
}

function foldFileName(segment: string): string {
  const dot = segment.lastIndexOf('.');
  return dot > 0 && isId(segment.slice(0, dot)) ? `{id}${segment.slice(dot)}` : segment;
}
