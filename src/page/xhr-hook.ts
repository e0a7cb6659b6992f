import type { HookCall, HookTrialEffect } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { emptyChain, type Chain } from './chain';
import { bodyKind, noteHeader, textOf } from './describe-value';
import { agentPresence, currentBase, currentUrl, timeNow } from './document-facts';
import {
  apply,
  argument,
  getOwnPropertyDescriptor,
  getterOf,
  isBranded,
  lowerCase,
  normalMethod,
  weakGet,
  weakSet,
} from './natives';
import type { ObservedCall, ObservedHeader } from './observed-call';
import { effectOf, type TrialInForce, type TrialNow } from './trial-in-force';
import { watchUploads } from './upload-listeners';
import { wrapMethod, type Restore } from './wrapped-method';

/** What is known of an XHR object between `open()` and `send()`. */
interface OpenedXhr {
  /** Not normalised. */
  readonly method: string;
  /** `null`: an object whose own code would have to run to tell. */
  readonly url: string | null;
  readonly input: HookCall['input'];
  readonly sync: boolean;
  readonly headers: Chain<ObservedHeader>;
  hasXDtc: boolean;
}

const xhrPrototype = XMLHttpRequest.prototype;
const withCredentials = getterOf<boolean>(xhrPrototype, 'withCredentials');
const setWithCredentials = getOwnPropertyDescriptor(xhrPrototype, 'withCredentials')?.set;
const nativeSetHeader = xhrPrototype.setRequestHeader;
const urlHref = getterOf<string>(URL.prototype, 'href');

/** Watches XMLHttpRequest by its prototype; the constructor stays the browser's own. */
export function hookXhr(log: CallLog, trialNow: TrialNow): Restore[] {
  const opened = new WeakMap<object, OpenedXhr>();
  const uploads = watchUploads();

  return [
    wrapMethod(xhrPrototype, 'open', (native, self, args) => {
      const result = apply(native, self, args);
      try {
        weakSet(opened, self as object, readOpen(args));
      } catch {
        // the call of the page goes on regardless
      }
      return result;
    }),
    wrapMethod(xhrPrototype, 'setRequestHeader', (native, self, args) => {
      const result = apply(native, self, args);
      try {
        noteSetHeader(weakGet(opened, self as object), args);
      } catch {
        // the call of the page goes on regardless
      }
      return result;
    }),
    uploads.restore,
    wrapMethod(xhrPrototype, 'send', (native, self, args) => {
      try {
        const xhr = self as XMLHttpRequest;
        const state = weakGet(opened, xhr);
        // not opened, or no XHR at all: the browser will throw
        if (state !== undefined && state.url !== null) {
          const inForce = trialNow.inForce;
          const trial = inForce === null ? null : tryOn(xhr, state, inForce);
          log.add(describe(xhr, state.url, state, args, trial, uploads.of(xhr)));
        }
      } catch {
        // the call of the page goes on regardless
      }
      return apply(native, self, args);
    }),
  ];
}

function readOpen(args: readonly unknown[]): OpenedXhr {
  const method = argument(args, 0);
  const url = argument(args, 1);
  const isUrl = typeof url !== 'string' && isBranded(urlHref, url);
  return {
    method: textOf(method) ?? '',
    url: isUrl ? urlHref(url) : textOf(url),
    input: isUrl ? 'url' : 'string',
    sync: args.length > 2 && !args[2],
    headers: emptyChain(),
    hasXDtc: false,
  };
}

function noteSetHeader(state: OpenedXhr | undefined, args: readonly unknown[]): void {
  const name = textOf(argument(args, 0));
  const value = textOf(argument(args, 1));
  if (state === undefined || name === null || value === null) return;
  if (lowerCase(name) === 'x-dtc') state.hasXDtc = true;
  noteHeader(state.headers, name, value);
}

function tryOn(xhr: XMLHttpRequest, state: OpenedXhr, trial: TrialInForce): HookCall['trial'] {
  return effectOf(trial, state.url, normalMethod(state.method), () => change(xhr, state, trial));
}

/**
 * Changes one thing of the call. The saved native method and the real object are used: the agent's wrapper class drops an
 * `x-dtc` that a script sets.
 */
function change(xhr: XMLHttpRequest, state: OpenedXhr, trial: TrialInForce): HookTrialEffect {
  if (trial.route === 'cookies') {
    if (withCredentials(xhr)) return { kind: 'already' };
    if (setWithCredentials === undefined)
      return { kind: 'not-possible', why: 'withCredentials is not there.' };
    apply(setWithCredentials, xhr, [true]);
    return { kind: 'made-credentialed' };
  }
  if (state.hasXDtc) return { kind: 'already' };
  const value = trial.headerValue();
  apply(nativeSetHeader, xhr, ['x-dtc', value]);
  noteSetHeader(state, ['x-dtc', value]);
  return { kind: 'header-added' };
}

function describe(
  xhr: XMLHttpRequest,
  url: string,
  state: OpenedXhr,
  args: readonly unknown[],
  trial: HookCall['trial'],
  uploadListener: boolean | null,
): ObservedCall {
  return {
    api: 'xhr',
    at: timeNow(),
    url,
    method: state.method,
    input: state.input,
    container: 'none',
    frozen: null,
    headers: state.headers,
    mode: 'cors',
    credentials: withCredentials(xhr) ? 'include' : 'same-origin',
    body: sentBody(state.method, argument(args, 0)),
    uploadListener,
    keepalive: false,
    sync: state.sync,
    documentUrl: currentUrl(),
    baseUrl: currentBase(),
    agent: agentPresence(),
    trial,
    next: null,
  };
}

function sentBody(method: string, body: unknown): HookCall['body'] {
  if (body === undefined || body === null) return 'none';
  const normal = normalMethod(method);
  return normal === 'GET' || normal === 'HEAD' ? 'none' : bodyKind(body);
}
