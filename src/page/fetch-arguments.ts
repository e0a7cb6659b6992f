import type { HookCall } from '../core/exchange/hook-call';
import { textOf } from './describe-value';
import { getterOf, isBranded, normalMethod, peek } from './natives';

const requestPrototype = Request.prototype;
const requestUrl = getterOf<string>(requestPrototype, 'url');
const requestMethod = getterOf<string>(requestPrototype, 'method');
const requestMode = getterOf<HookCall['mode']>(requestPrototype, 'mode');
const requestCredentials = getterOf<HookCall['credentials']>(requestPrototype, 'credentials');
const requestKeepalive = getterOf<boolean>(requestPrototype, 'keepalive');
const requestHeaders = getterOf<Headers>(requestPrototype, 'headers');
const urlHref = getterOf<string>(URL.prototype, 'href');

/** The two arguments of `fetch()`, read without running code of the page. */
export interface FetchArguments {
  readonly input: unknown;
  /** An object, or nothing. */
  readonly init: object | null;
  readonly request: Request | null;
  /** `null`: an object whose own code would have to run to tell. */
  readonly url: string | null;
  readonly method: string;
  readonly mode: HookCall['mode'];
  readonly credentials: HookCall['credentials'];
  /** `init.headers` */
  readonly ownHeaders: unknown;
  /** The container that counts: `init.headers`, else the request's. */
  readonly headers: unknown;
  /** `init.body` */
  readonly body: unknown;
  readonly keepalive: boolean;
}

/** `null`: not a call that the browser would make. */
export function readFetchArguments(args: readonly unknown[]): FetchArguments | null {
  const input = args[0];
  const given = args[1];
  if (args.length === 0) return null;
  const init = (typeof given === 'object' || typeof given === 'function') && given !== null ? given : null;
  if (init === null && given !== null && given !== undefined) return null;
  const request = isBranded(requestUrl, input) ? (input as Request) : null;
  const ownHeaders = memberOf(init, 'headers');
  return {
    input,
    init,
    request,
    url: request !== null ? requestUrl(request) : isBranded(urlHref, input) ? urlHref(input) : textOf(input),
    method: normalMethod(
      textOf(memberOf(init, 'method') ?? (request === null ? 'GET' : requestMethod(request))) ?? '',
    ),
    mode: modeOf(memberOf(init, 'mode')) ?? (request === null ? 'cors' : requestMode(request)),
    credentials:
      credentialsOf(memberOf(init, 'credentials')) ??
      (request === null ? 'same-origin' : requestCredentials(request)),
    ownHeaders,
    headers: ownHeaders ?? (request === null ? undefined : requestHeaders(request)),
    body: memberOf(init, 'body'),
    keepalive: Boolean(memberOf(init, 'keepalive') ?? (request !== null && requestKeepalive(request))),
  };
}

function memberOf(init: object | null, name: string): unknown {
  return init === null ? undefined : peek(init, name);
}

function modeOf(value: unknown): HookCall['mode'] | null {
  return value === 'cors' || value === 'no-cors' || value === 'same-origin' || value === 'navigate'
    ? value
    : null;
}

function credentialsOf(value: unknown): HookCall['credentials'] | null {
  return value === 'omit' || value === 'same-origin' || value === 'include' ? value : null;
}
