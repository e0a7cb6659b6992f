import type { HookCall } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { bodyKind, containerKind, readHeaders } from './describe-value';
import { agentPresence, currentBase, currentUrl, timeNow } from './document-facts';
import { readFetchArguments, type FetchArguments } from './fetch-arguments';
import { changedFetch } from './fetch-trial';
import { harmless, isFrozen } from './natives';
import type { ObservedCall } from './observed-call';
import { effectOf, type TrialInForce } from './trial-in-force';
import { wrapMethod, type Restore } from './wrapped-method';

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
  { init, input, request, method, mode, ownHeaders, body, keepalive }: FetchArguments,
  passed: FetchArguments,
  url: string,
  trial: HookCall['trial'],
): ObservedCall {
  const container = containerKind(ownHeaders);
  return {
    api: 'fetch',
    at: timeNow(),
    url,
    method,
    input: request !== null ? 'request' : typeof input === 'string' ? 'string' : 'url',
    container,
    frozen: frozenPart(init, ownHeaders),
    headers: passed.headers === ownHeaders ? readHeaders(ownHeaders, container) : readHeaders(passed.headers),
    mode,
    credentials: passed.credentials,
    body: body === undefined && request !== null && method !== 'GET' ? 'request' : bodyKind(body),
    uploadListener: false,
    keepalive,
    sync: false,
    documentUrl: currentUrl(),
    baseUrl: currentBase(),
    agent: agentPresence(),
    trial,
  };
}

function frozenPart(init: object | null, headers: unknown): HookCall['frozen'] {
  if (typeof headers === 'object' && headers !== null) return isFrozen(headers) ? 'headers' : null;
  return init !== null && isFrozen(init) ? 'init' : null;
}
