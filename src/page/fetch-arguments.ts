import type { HookCall } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { textOf } from './describe-value';
import { containerKind, readHeaders } from './given-headers';
import { membersOf, type Member } from './members';
import {
  argument,
  getOwnPropertyNames,
  getPrototypeOf,
  getterOf,
  isBranded,
  isFrozen,
  objectPrototype,
  ownValue,
  peek,
  urlText,
} from './natives';

const requestPrototype = Request.prototype;
const requestUrl = getterOf<string>(requestPrototype, 'url');
const requestMethod = getterOf<string>(requestPrototype, 'method');
const requestMode = getterOf<HookCall['mode']>(requestPrototype, 'mode');
const requestCredentials = getterOf<HookCall['credentials']>(requestPrototype, 'credentials');
const requestKeepalive = getterOf<boolean>(requestPrototype, 'keepalive');
const requestHeaders = getterOf<Headers>(requestPrototype, 'headers');

/** The two arguments of `fetch()` while the call is made: of what the page could change afterwards a copy. */
export interface NotedFetch {
  readonly input: unknown;
  readonly request: Request | null;
  /** Of a `URL` object. */
  readonly href: string | null;
  /** An object, or nothing. */
  readonly init: object | null;
  readonly members: Member | null;
  /** `init.headers` */
  readonly ownHeaders: unknown;
  readonly container: HookCall['container'];
  readonly frozen: HookCall['frozen'];
  /** The container that counts: `init.headers`, else the request's. */
  readonly headers: unknown;
  readonly given: Member | null;
}

/** What the arguments say; it can be read later, too. */
export interface FetchArguments {
  /** `null`: an object whose own code would have to run to tell. */
  readonly url: string | null;
  /** Not normalised. */
  readonly method: string;
  readonly mode: HookCall['mode'];
  readonly credentials: HookCall['credentials'];
  /** `init.body` */
  readonly body: unknown;
  readonly keepalive: boolean;
}

/** Runs no code of the page. `null`: not a call that the browser would make. */
export function noteFetch(args: readonly unknown[]): NotedFetch | null {
  if (args.length === 0) return null;
  const input = args[0];
  const init = argument(args, 1) ?? null;
  if (init !== null && typeof init !== 'object' && typeof init !== 'function') return null;
  const request = typeof input !== 'string' && isBranded(requestUrl, input) ? (input as Request) : null;
  const members = init === null ? null : initMembersOf(init);
  const ownHeaders = init === null ? undefined : memberOf(members, 'headers');
  const container = containerKind(ownHeaders);
  const headers = ownHeaders ?? (request === null ? undefined : requestHeaders(request));
  return {
    input,
    request,
    href: typeof input === 'string' ? null : urlText(input),
    init,
    members,
    ownHeaders,
    container,
    frozen: frozenPart(init, ownHeaders),
    headers,
    given: headers === ownHeaders ? readHeaders(headers, container) : readHeaders(headers),
  };
}

export function readFetch({ input, request, href, init, members }: NotedFetch): FetchArguments {
  const of = (name: InitMember): unknown => (init === null ? undefined : memberOf(members, name));
  return {
    url: href ?? (request === null ? textOf(input) : requestUrl(request)),
    method: textOf(of('method') ?? (request === null ? 'GET' : requestMethod(request))) ?? '',
    mode: modeOf(of('mode')) ?? (request === null ? 'cors' : requestMode(request)),
    credentials:
      credentialsOf(of('credentials')) ?? (request === null ? 'same-origin' : requestCredentials(request)),
    body: of('body'),
    keepalive: Boolean(of('keepalive') ?? (request !== null && requestKeepalive(request))),
  };
}

const initMembers = ['method', 'headers', 'mode', 'credentials', 'body', 'keepalive'] as const;
type InitMember = (typeof initMembers)[number];

/** Of a plain object its own properties, of any other every member, inherited or not. */
function initMembersOf(init: object): Member | null {
  if (getPrototypeOf(init) === objectPrototype) {
    const names = getOwnPropertyNames(init);
    if (names.length <= hookLimits.headers) return membersOf(init, names);
  }
  return membersOf(init, initMembers, peek);
}

/** What is missing a plain object may inherit: a page can give all objects a member. */
function memberOf(members: Member | null, name: InitMember): unknown {
  for (let member = members; member !== null; member = member.next) {
    if (member.name === name) return member.value;
  }
  return ownValue(objectPrototype, name);
}

function frozenPart(init: object | null, headers: unknown): HookCall['frozen'] {
  if (typeof headers === 'object' && headers !== null) return isFrozen(headers) ? 'headers' : null;
  return init !== null && isFrozen(init) ? 'init' : null;
}

function modeOf(value: unknown): HookCall['mode'] | null {
  return value === 'cors' || value === 'no-cors' || value === 'same-origin' || value === 'navigate'
    ? value
    : null;
}

function credentialsOf(value: unknown): HookCall['credentials'] | null {
  return value === 'omit' || value === 'same-origin' || value === 'include' ? value : null;
}
