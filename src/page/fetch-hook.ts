import type { HookCall } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { bodyKind, containerKind, readHeaders } from './describe-value';
import { surroundings, timeNow } from './document-facts';
import { readFetchArguments, type FetchArguments } from './fetch-arguments';
import { changedFetch } from './fetch-trial';
import { getterOf, harmless, isFrozen, peek } from './natives';
import type { ObservedCall } from './observed-call';
import { effectOf, type TrialInForce } from './trial-in-force';
import { wrapMethod, type Restore } from './wrapped-method';

const requestKeepalive = getterOf<boolean>(Request.prototype, 'keepalive');

/** Watches `fetch`. Arguments are passed on as they are, except where a trial changes the call. */
export function hookFetch(log: CallLog, trialNow: () => TrialInForce | null): Restore {
  return wrapMethod(globalThis, 'fetch', (native, self, args) => {
    let passed = args;
    const call = harmless(() => {
      const read = readFetchArguments(args);
      if (read === null) return undefined;
      const trial = effectOf(trialNow(), read.url, read.method, (inForce) => {
        const changed = changedFetch(read, args, inForce);
        if (changed.args !== null) passed = changed.args;
        return changed.effect;
      });
      return read.url === null
        ? undefined
        : describe(read, passed === args ? read : (readFetchArguments(passed) ?? read), read.url, trial);
    });
    if (call !== undefined) harmless(() => log.add(call));
    return native(self, passed);
  });
}

/** `passed`: what goes on to the browser, where a trial changed it. */
function describe(
  read: FetchArguments,
  passed: FetchArguments,
  url: string,
  trial: HookCall['trial'],
): ObservedCall {
  const { init, request } = read;
  const member = (name: string): unknown => (init === null ? undefined : peek(init, name));
  const keepalive = member('keepalive') ?? (request !== null && requestKeepalive(request));
  const body = member('body');
  const own = member('headers');
  return {
    api: 'fetch',
    at: timeNow(),
    url,
    method: read.method,
    input: request !== null ? 'request' : typeof read.input === 'string' ? 'string' : 'url',
    container: containerKind(own),
    frozen: frozenPart(init, own),
    headers: readHeaders(passed.headers),
    mode: read.mode,
    credentials: passed.credentials,
    body: body === undefined && request !== null && read.method !== 'GET' ? 'request' : bodyKind(body),
    uploadListener: false,
    keepalive: Boolean(keepalive),
    sync: false,
    ...surroundings(),
    trial,
  };
}

function frozenPart(init: object | null, headers: unknown): HookCall['frozen'] {
  if (typeof headers === 'object' && headers !== null) return isFrozen(headers) ? 'headers' : null;
  return init !== null && isFrozen(init) ? 'init' : null;
}
