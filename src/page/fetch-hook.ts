import type { HookCall } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { bodyKind } from './describe-value';
import { noteFetch, readFetch, type NotedFetch } from './fetch-arguments';
import { changedFetch } from './fetch-trial';
import { apply, normalMethod } from './natives';
import type { CallFacts } from './observed-call';
import { effectOf, type TrialInForce, type TrialNow } from './trial-in-force';
import { wrapMethod, type Restore } from './wrapped-method';

/** Watches `fetch`. Arguments are passed on as they are, except where a trial changes the call. */
export function hookFetch(log: CallLog, trialNow: TrialNow): Restore {
  return wrapMethod(globalThis, 'fetch', (native, self, args) => {
    let passed = args;
    try {
      const noted = noteFetch(args);
      const inForce = trialNow.inForce;
      if (noted !== null && inForce !== null) {
        const tried = tryOn(noted, args, inForce);
        passed = tried.args;
        const changed = passed === args ? noted : (noteFetch(passed) ?? noted);
        log.add(() => factsOf(noted, changed), tried.trial);
      } else if (noted !== null) {
        log.add(() => factsOf(noted, noted), null);
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

function tryOn(noted: NotedFetch, args: readonly unknown[], inForce: TrialInForce): TriedFetch {
  let passed = args;
  const read = readFetch(noted);
  const trial = effectOf(inForce, read.url, normalMethod(read.method), () => {
    const changed = changedFetch(noted, read, args, inForce);
    if (changed.args !== null) passed = changed.args;
    return changed.effect;
  });
  return { args: passed, trial };
}

/** `passed`: what goes on to the browser, where a trial changed it. */
function factsOf(noted: NotedFetch, passed: NotedFetch): CallFacts | null {
  const { input, request, container, frozen } = noted;
  const { url, method, mode, body, keepalive } = readFetch(noted);
  if (url === null) return null;
  return {
    api: 'fetch',
    url,
    method,
    input: request !== null ? 'request' : typeof input === 'string' ? 'string' : 'url',
    container,
    frozen,
    headers: passed.given,
    mode,
    credentials: readFetch(passed).credentials,
    body:
      body === undefined && request !== null && normalMethod(method) !== 'GET' ? 'request' : bodyKind(body),
    uploadListener: false,
    keepalive,
    sync: false,
  };
}
