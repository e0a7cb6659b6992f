import type { HookCall, HookTrialEffect } from '../core/exchange/hook-call';
import type { CallLog } from './call-log';
import { bodyKind, textOf } from './describe-value';
import { reversed, type Member } from './members';
import {
  apply,
  argument,
  getOwnPropertyDescriptor,
  getterOf,
  isArray,
  lowerCase,
  normalMethod,
  uncurried,
  urlText,
  weakGet,
  weakSet,
} from './natives';
import type { CallFacts } from './observed-call';
import { headersAdded, type TrialHeader } from './trial-headers';
import { effectOf, type TrialInForce, type TrialNow } from './trial-in-force';
import { watchUploads } from './upload-listeners';
import { wrapMethod, type Restore } from './wrapped-method';

/** An XHR object between `open()` and `send()`. */
interface OpenedXhr {
  readonly xhr: XMLHttpRequest;
  /** Of `open()`. */
  readonly args: readonly unknown[];
  /** Of a `URL` object. */
  readonly href: string | null;
  /** Those of `setRequestHeader()`, the last one first. */
  headers: Member | null;
}

const xhrPrototype = XMLHttpRequest.prototype;
const withCredentials = getterOf<boolean>(xhrPrototype, 'withCredentials');
const setWithCredentials = uncurried(
  getOwnPropertyDescriptor(xhrPrototype, 'withCredentials')?.set as (this: object, value: boolean) => void,
);
const nativeSetHeader = xhrPrototype.setRequestHeader;

/** Watches XMLHttpRequest by its prototype; the constructor stays the browser's own. */
export function hookXhr(log: CallLog, trialNow: TrialNow): Restore[] {
  // nearly always the one that is sent next: to keep each in a map would cost more than all else that is noted of it
  let last: OpenedXhr | undefined;
  const others = new WeakMap<object, OpenedXhr>();
  const uploads = watchUploads();

  const stateOf = (xhr: unknown): OpenedXhr | undefined =>
    last?.xhr === xhr ? last : weakGet(others, xhr as object);

  return [
    wrapMethod(xhrPrototype, 'open', (native, self, args) => {
      const result = apply(native, self, args);
      try {
        if (last !== undefined && last.xhr !== self) weakSet(others, last.xhr, last);
        last = openedXhr(self as XMLHttpRequest, args);
      } catch {
        // the call of the page goes on regardless
      }
      return result;
    }),
    wrapMethod(xhrPrototype, 'setRequestHeader', (native, self, args) => {
      const result = apply(native, self, args);
      try {
        const state = stateOf(self);
        if (state !== undefined) noteHeader(state, argument(args, 0), argument(args, 1));
      } catch {
        // the call of the page goes on regardless
      }
      return result;
    }),
    uploads.restore,
    wrapMethod(xhrPrototype, 'send', (native, self, args) => {
      let state: OpenedXhr | undefined;
      try {
        const opened = (state = stateOf(self));
        // not opened, or no XHR at all: the browser will throw
        if (opened !== undefined) {
          const { inForce } = trialNow;
          const trial = inForce === null ? null : tryOn(opened, inForce);
          const isCredentialed = withCredentials(opened.xhr);
          const uploadListener = uploads.of(opened.xhr);
          log.add(() => factsOf(opened, args, isCredentialed, uploadListener), trial);
        }
      } catch {
        // the call of the page goes on regardless
      }
      const result = apply(native, self, args);
      if (last === state) last = undefined;
      return result;
    }),
  ];
}

function openedXhr(xhr: XMLHttpRequest, args: readonly unknown[]): OpenedXhr {
  const url = argument(args, 1);
  return { xhr, args, href: typeof url === 'string' ? null : urlText(url), headers: null };
}

/** Not normalised. */
const methodOf = ({ args }: OpenedXhr): string => textOf(argument(args, 0)) ?? '';

/** `null`: an object whose own code would have to run to tell. */
const urlOf = ({ args, href }: OpenedXhr): string | null => href ?? textOf(argument(args, 1));

function tryOn(state: OpenedXhr, trial: TrialInForce): HookCall['trial'] {
  return effectOf(trial, urlOf(state), normalMethod(methodOf(state)), () => change(state, trial));
}

/**
 * Changes one thing of the call. The saved native method and the real object are used: the agent's wrapper class drops an
 * `x-dtc` that a script sets. What is set twice is joined, the first before the second.
 */
function change(state: OpenedXhr, trial: TrialInForce): HookTrialEffect {
  const { xhr } = state;
  if (trial.route === 'cookies') {
    if (withCredentials(xhr)) return { kind: 'already' };
    setWithCredentials(xhr, true);
    return { kind: 'made-credentialed' };
  }
  const own = (name: string): string | null => setValue(state, name);
  const added = trial.headersFor(own);
  if (!isArray(added)) return added as HookTrialEffect;
  if (own('tracestate') !== null) {
    const why = 'The script has set a tracestate, before which nothing can be put any more.';
    return { kind: 'not-possible', why };
  }
  for (let index = 0; index < added.length; index++) {
    const header = added[index] as TrialHeader;
    apply(nativeSetHeader, xhr, header);
    noteHeader(state, header[0], header[1]);
  }
  return headersAdded(added);
}

function noteHeader(state: OpenedXhr, name: unknown, value: unknown): void {
  state.headers = { name, value, next: state.headers };
}

/** As the browser joins what was set; `null`: nothing. */
function setValue({ headers }: OpenedXhr, name: string): string | null {
  let joined: string | null = null;
  for (let header = headers; header !== null; header = header.next) {
    const value = textOf(header.value);
    if (value === null || lowerCase(textOf(header.name) ?? '') !== name) continue;
    joined = joined === null ? value : `${value}, ${joined}`;
  }
  return joined;
}

function factsOf(
  state: OpenedXhr,
  sent: readonly unknown[],
  isCredentialed: boolean,
  uploadListener: boolean | null,
): CallFacts | null {
  const { args, href, headers } = state;
  const method = methodOf(state);
  const url = urlOf(state);
  if (url === null) return null;
  return {
    api: 'xhr',
    url,
    method,
    input: href === null ? 'string' : 'url',
    container: 'none',
    frozen: null,
    headers: reversed(headers),
    mode: 'cors',
    credentials: isCredentialed ? 'include' : 'same-origin',
    body: sentBody(method, argument(sent, 0)),
    uploadListener,
    keepalive: false,
    sync: args.length > 2 && !args[2],
  };
}

function sentBody(method: string, body: unknown): HookCall['body'] {
  if (body === undefined || body === null) return 'none';
  const normal = normalMethod(method);
  return normal === 'GET' || normal === 'HEAD' ? 'none' : bodyKind(body);
}
