import { classicSet } from '../../agent/link-headers';
import type { HeaderSet } from '../../agent/link-headers';
import type { Header } from '../../fetch/types';

/** What a server must allow so that calls pass with the agent's headers. */
export interface FixRequest {
  /** Origin of the page, as browsers send it. */
  readonly origin: string;
  /** Paths of the endpoints, ids folded to `{id}`. */
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  /** Headers of the calls that need permission: their `Access-Control-Request-Headers`, or what the script set. */
  readonly headers: readonly string[];
  /** The agent's headers; default: `x-dtc`. */
  readonly adds?: HeaderSet | undefined;
  /** The calls are, or are to be, credentialed. */
  readonly credentialed: boolean;
  /** What the preflight's answer allows already; it stays allowed. */
  readonly allowed?: readonly Header[] | undefined;
}

/** The same as what a server's configuration says. */
export interface CorsPolicy {
  readonly origin: string;
  /** What the paths of the endpoints begin with: up to the first id or difference, ending in `/` then. */
  readonly pathPrefix: string;
  /** The same decoded, as nginx, Apache, IIS and Spring compare it. */
  readonly decodedPrefix: string;
  /** Whether `pathPrefix` is the whole path. */
  readonly wholePath: boolean;
  readonly methods: readonly string[];
  /** Lower-case, sorted, the agent's among them. */
  readonly headers: readonly string[];
  readonly credentialed: boolean;
  /** How long browsers may remember the preflight's answer, s. Chromium remembers two hours at most. */
  readonly maxAge: number;
}

/** Names as every server's configuration takes them without quoting; rarer ones are left for the reader to add. */
const plainName = /^[\w-]+$/;

export function corsPolicy(request: FixRequest): CorsPolicy {
  const { origin, paths, credentialed } = request;
  const allowed = (header: string): string[] =>
    (request.allowed ?? [])
      .filter(([name]) => name.toLowerCase() === header)
      .flatMap(([, value]) => value.split(','))
      .map((member) => member.trim())
      .filter((member) => member !== '*' && plainName.test(member));
  const headers = [
    ...request.headers,
    ...allowed('access-control-allow-headers'),
    ...(request.adds ?? classicSet),
  ];
  const pathPrefix = commonPrefix(paths);
  return {
    origin,
    pathPrefix,
    decodedPrefix: decoded(pathPrefix),
    wholePath: paths.every((path) => path === pathPrefix),
    methods: [...new Set([...allowed('access-control-allow-methods'), ...request.methods])].filter((name) =>
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

function commonPrefix(paths: readonly string[]): string {
  const [first = '/', ...others] = paths.map((path) => path.split('{id}', 1)[0] ?? '');
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--;
  }
  const isWhole = length === first.length && others.every((other) => other === first);
  return isWhole ? first : first.slice(0, first.lastIndexOf('/', length - 1) + 1) || '/';
}
