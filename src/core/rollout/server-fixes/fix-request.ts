import type { Header } from '../../fetch/types';

/** What a server must allow so that a call passes with `x-dtc`. */
export interface FixRequest {
  /** Origin of the page, as browsers send it. */
  readonly origin: string;
  /** Path of the endpoint, ids folded to `{id}`. */
  readonly path: string;
  readonly method: string;
  /** Headers of the call that need permission: its `Access-Control-Request-Headers`, or what the script set. */
  readonly headers: readonly string[];
  /** The call is, or is to be, credentialed. */
  readonly credentialed: boolean;
  /** What the preflight's answer allows already; it stays allowed. */
  readonly allowed?: readonly Header[] | undefined;
}

/** The same as what a server's configuration says. */
export interface CorsPolicy {
  readonly origin: string;
  /** Of all paths that share the endpoint's beginning: up to the first id, ending in `/` then. */
  readonly pathPrefix: string;
  /** The same decoded, as nginx, Apache, IIS and Spring compare it. */
  readonly decodedPrefix: string;
  /** Whether `pathPrefix` is the whole path. */
  readonly wholePath: boolean;
  readonly methods: readonly string[];
  /** Lower-case, sorted, `x-dtc` among them. */
  readonly headers: readonly string[];
  readonly credentialed: boolean;
  /** How long browsers may remember the preflight's answer, s. Chromium remembers two hours at most. */
  readonly maxAge: number;
}

/** Names as every server's configuration takes them without quoting; rarer ones are left for the reader to add. */
const plainName = /^[\w-]+$/;

export function corsPolicy(request: FixRequest): CorsPolicy {
  const { origin, path, method, credentialed } = request;
  const allowed = (header: string): string[] =>
    (request.allowed ?? [])
      .filter(([name]) => name.toLowerCase() === header)
      .flatMap(([, value]) => value.split(','))
      .map((member) => member.trim())
      .filter((member) => member !== '*' && plainName.test(member));
  const headers = [...request.headers, ...allowed('access-control-allow-headers'), 'x-dtc'];
  const id = path.indexOf('{id}');
  const pathPrefix = id === -1 ? path : path.slice(0, id);
  return {
    origin,
    pathPrefix,
    decodedPrefix: decoded(pathPrefix),
    wholePath: id === -1,
    methods: [...new Set([...allowed('access-control-allow-methods'), method])].filter((name) =>
      plainName.test(name),
    ),
    headers: [...new Set(headers.map((name) => name.toLowerCase()))]
      .filter((name) => plainName.test(name))
      .sort(),
    credentialed,
    maxAge: 7200,
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // not UTF-8: the reader sees it as it was sent
    return path;
  }
}
