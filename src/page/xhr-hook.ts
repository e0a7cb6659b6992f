import type { HookCall, HookTrialEffect } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { emptyChain, type Chain } from './chain';
import { bodyKind, noteHeader, textOf } from './describe-value';
import { agentPresence, currentBase, currentUrl, timeNow } from './document-facts';
import {
  apply,
  getOwnPropertyDescriptor,
  getterOf,
  harmless,
  isBranded,
  lowerCase,
  normalMethod,
  weakGet,
  weakSet,
} from './natives';
import type { ObservedCall, ObservedHeader } from './observed-call';
import { effectOf, type TrialInForce } from './trial-in-force';
import { watchUploads } from './upload-listeners';
import { wrapMethod, type Restore } from './wrapped-method';

/** What is known of an XHR object between `open()` and `send()`. */
interface OpenedXhr {
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
export function hookXhr(log: CallLog, trialNow: () => TrialInForce | null): Restore[] {
  const opened = new WeakMap<object, OpenedXhr>();
  const uploads = watchUploads();

  return [
    wrapMethod(xhrPrototype, 'open', (native, self, args) => {
      const result = native(self, args);
      harmless(() => weakSet(opened, self as object, readOpen(args)));
      return result;
    }),
    wrapMethod(xhrPrototype, 'setRequestHeader', (native, self, args) => {
      const result = native(self, args);
      harmless(() => noteSetHeader(weakGet(opened, self as object), args));
      return result;
    }),
    uploads.restore,
    wrapMethod(xhrPrototype, 'send', (native, self, args) => {
      const call = harmless(() => {
        const xhr = self as XMLHttpRequest;
        const state = weakGet(opened, xhr);
        // not opened, or no XHR at all: the browser will throw
        if (state === undefined) return undefined;
        const trial = effectOf(trialNow(), state.url, state.method, (inForce) => change(xhr, state, inForce));
        return state.url === null ? undefined : describe(xhr, state.url, state, args, trial, uploads.of(xhr));
      });
      if (call !== undefined) harmless(() => log.add(call));
      return native(self, args);
    }),
  ];
}

function readOpen(args: readonly unknown[]): OpenedXhr {
  const method = args[0];
  const url = args[1];
  const isUrl = isBranded(urlHref, url);
  return {
    method: normalMethod(textOf(method) ?? ''),
    url: isUrl ? urlHref(url) : textOf(url),
    input: isUrl ? 'url' : 'string',
    sync: args.length > 2 && !args[2],
    headers: emptyChain(),
    hasXDtc: false,
  };
}

function noteSetHeader(state: OpenedXhr | undefined, args: readonly unknown[]): void {
  const name = textOf(args[0]);
  const value = textOf(args[1]);
  if (state === undefined || name === null || value === null) return;
  if (lowerCase(name) === 'x-dtc') state.hasXDtc = true;
  noteHeader(state.headers, name, value);
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
    body: state.method === 'GET' || state.method === 'HEAD' ? 'none' : bodyKind(args[0]),
    uploadListener,
    keepalive: false,
    sync: state.sync,
    documentUrl: currentUrl(),
    baseUrl: currentBase(),
    agent: agentPresence(),
    trial,
  };
}
