import type { HookCall } from '../core/exchange/hook-call';
import { textOf } from './describe-value';
import {
  argument,
  create,
  getPrototypeOf,
  getterOf,
  isBranded,
  objectPrototype,
  ownValue,
  peek,
} from './natives';

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
  /** Not normalised. */
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
  const input = argument(args, 0);
  const given = argument(args, 1);
  if (args.length === 0) return null;
  const init = (typeof given === 'object' || typeof given === 'function') && given !== null ? given : null;
  if (init === null && given !== null && given !== undefined) return null;
  const members = init === null ? noMembers : membersOf(init);
  const isText = typeof input === 'string';
  const request = !isText && isBranded(requestUrl, input) ? (input as Request) : null;
  const { method, headers } = members;
  return {
    input,
    init,
    request,
    url: isText
      ? input
      : request !== null
        ? requestUrl(request)
        : isBranded(urlHref, input)
          ? urlHref(input)
          : textOf(input),
    method: textOf(method ?? (request === null ? 'GET' : requestMethod(request))) ?? '',
    mode: modeOf(members.mode) ?? (request === null ? 'cors' : requestMode(request)),
    credentials:
      credentialsOf(members.credentials) ?? (request === null ? 'same-origin' : requestCredentials(request)),
    ownHeaders: headers,
    headers: headers ?? (request === null ? undefined : requestHeaders(request)),
    body: members.body,
    keepalive: Boolean(members.keepalive ?? (request !== null && requestKeepalive(request))),
  };
}

const memberNames = ['method', 'headers', 'mode', 'credentials', 'body', 'keepalive'] as const;
type InitMembers = Readonly<Record<(typeof memberNames)[number], unknown>>;

const noMembers = inheritedMembersOf(create(null) as object);

function membersOf(init: object): InitMembers {
  if (getPrototypeOf(init) !== objectPrototype || objectsInheritMembers()) return inheritedMembersOf(init);
  return {
    method: ownValue(init, 'method'),
    headers: ownValue(init, 'headers'),
    mode: ownValue(init, 'mode'),
    credentials: ownValue(init, 'credentials'),
    body: ownValue(init, 'body'),
    keepalive: ownValue(init, 'keepalive'),
  };
}

/** Whether the page has given every object one of the members. */
function objectsInheritMembers(): boolean {
  return (
    'method' in objectPrototype ||
    'headers' in objectPrototype ||
    'mode' in objectPrototype ||
    'credentials' in objectPrototype ||
    'body' in objectPrototype ||
    'keepalive' in objectPrototype
  );
}

function inheritedMembersOf(init: object): InitMembers {
  const members = create(null) as Record<keyof InitMembers, unknown>;
  for (let index = 0; index < memberNames.length; index++) {
    const name = memberNames[index];
    if (name !== undefined) members[name] = peek(init, name);
  }
  return members;
}

function modeOf(value: unknown): HookCall['mode'] | null {
  return value === 'cors' || value === 'no-cors' || value === 'same-origin' || value === 'navigate'
    ? value
    : null;
}

function credentialsOf(value: unknown): HookCall['credentials'] | null {
  return value === 'omit' || value === 'same-origin' || value === 'include' ? value : null;
}
