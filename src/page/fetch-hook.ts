import type { HookCall } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { bodyKind, containerKind, readHeaders } from './describe-value';
import { agentPresence, currentBase, currentUrl, timeNow } from './document-facts';
import { readFetchArguments, type FetchArguments } from './fetch-arguments';
import { changedFetch } from './fetch-trial';
import { apply, isFrozen, normalMethod } from './natives';
import type { ObservedCall } from './observed-call';
import { effectOf, type TrialInForce, type TrialNow } from './trial-in-force';
import { wrapMethod, type Restore } from './wrapped-method';

/** Watches `fetch`. Arguments are passed on as they are, except where a trial changes the call. */
export function hookFetch(log: CallLog, trialNow: TrialNow): Restore {
  return wrapMethod(globalThis, 'fetch', (native, self, args) => {
    let passed = args;
    try {
      const read = readFetchArguments(args);
      const trial = trialNow.inForce;
      if (read !== null && trial !== null) {
        const tried = tryOn(read, args, trial);
        passed = tried.args;
        const readAgain = passed === args ? read : (readFetchArguments(passed) ?? read);
        if (read.url !== null) log.add(describe(read, readAgain, read.url, tried.trial));
      } else if (read !== null && read.url !== null) {
        log.add(describe(read, read, read.url, null));
      }
    } catch {
      // the call of the page goes on regardless
    }
    return apply(native, self, passed);
  });
}

interface TriedFetch {
  readonly args: readonly unknown[];
  readonly trial: HookCall['trial'];
}

function tryOn(read: FetchArguments, args: readonly unknown[], inForce: TrialInForce): TriedFetch {
  let passed = args;
  const trial = effectOf(inForce, read.url, normalMethod(read.method), () => {
    const changed = changedFetch(read, args, inForce);
    if (changed.args !== null) passed = changed.args;
    return changed.effect;
  });
  return { args: passed, trial };
}

/** `passed`: what goes on to the browser, where a trial changed it. */
function describe(
  read: FetchArguments,
  passed: FetchArguments,
  url: string,
  trial: HookCall['trial'],
): ObservedCall {
  const { input, request, method, ownHeaders, body } = read;
  const container = containerKind(ownHeaders);
  return {
    api: 'fetch',
    at: timeNow(),
    url,
    method,
    input: request !== null ? 'request' : typeof input === 'string' ? 'string' : 'url',
    container,
    frozen: frozenPart(read.init, ownHeaders),
    headers: passed.headers === ownHeaders ? readHeaders(ownHeaders, container) : readHeaders(passed.headers),
    mode: read.mode,
    credentials: passed.credentials,
    body:
      body === undefined && request !== null && normalMethod(method) !== 'GET' ? 'request' : bodyKind(body),
    uploadListener: false,
    keepalive: read.keepalive,
    sync: false,
    documentUrl: currentUrl(),
    baseUrl: currentBase(),
    agent: agentPresence(),
    trial,
    next: null,
  };
}

function frozenPart(init: object | null, headers: unknown): HookCall['frozen'] {
  if (typeof headers === 'object' && headers !== null) return isFrozen(headers) ? 'headers' : null;
  return init !== null && isFrozen(init) ? 'init' : null;
}
