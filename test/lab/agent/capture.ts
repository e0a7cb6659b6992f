import type { HeaderField } from './tagging';

/** Decides on one call as it is made. */
export interface CallListener {
  /** The headers to add to those of the script; `ended` is called once when the call is over. */
  onCall(
    url: string,
    scripted: Headers,
  ): { readonly headers: readonly HeaderField[]; readonly ended: () => void };
}

/**
 * Captures XHR through Proxies around the prototype's methods, as agents with `expw=1` do: where something that does not
 * look like the browser's own `send` was there before them, they add nothing (1.337).
 */
export function captureXhr(listener: CallListener): void {
  const { prototype } = XMLHttpRequest;
  if (!looksNative(prototype.send)) return;
  const { setRequestHeader } = prototype;
  const made = new WeakSet<object>();
  const opened = new WeakMap<object, { readonly url: string; readonly scripted: Headers }>();
  window.XMLHttpRequest = new Proxy(XMLHttpRequest, {
    construct(target, args, newTarget) {
      const xhr: object = Reflect.construct(target, args, newTarget);
      made.add(xhr);
      return xhr;
    },
  });
  prototype.open = new Proxy(prototype.open, {
    apply(target, xhr: XMLHttpRequest, args: unknown[]) {
      // An object made before the agent started stays untouched.
      if (made.has(xhr)) opened.set(xhr, { url: String(args[1]), scripted: new Headers() });
      return Reflect.apply(target, xhr, args);
    },
  });
  prototype.setRequestHeader = new Proxy(setRequestHeader, {
    apply(target, xhr: XMLHttpRequest, args: [string, string]) {
      opened.get(xhr)?.scripted.append(...args);
      return Reflect.apply(target, xhr, args);
    },
  });
  prototype.send = new Proxy(prototype.send, {
    apply(target, xhr: XMLHttpRequest, args: unknown[]) {
      const known = opened.get(xhr);
      if (known !== undefined) {
        const call = listener.onCall(known.url, known.scripted);
        for (const [name, value] of call.headers) setRequestHeader.call(xhr, name, value);
        xhr.addEventListener('loadend', call.ended, { once: true });
      }
      return Reflect.apply(target, xhr, args);
    },
  });
}

function looksNative(method: XMLHttpRequest['send']): boolean {
  return method.name === 'send' && /\{\s*\[native code\]/.test(Function.prototype.toString.call(method));
}

/** Captures fetch. Like the agents it writes into the very objects that the script passed. */
export function captureFetch(
  listener: CallListener,
  skip: (init: RequestInit, isRequest: boolean) => boolean,
): void {
  window.fetch = new Proxy(window.fetch, {
    apply(target, self: unknown, args: unknown[]) {
      const input = args[0] instanceof Request ? args[0] : null;
      const init: RequestInit = isInit(args[1]) ? args[1] : {};
      if (skip(init, input !== null)) return Reflect.apply(target, self, args);
      const scripted = new Headers(init.headers ?? input?.headers);
      const call = listener.onCall(input ? input.url : String(args[0]), scripted);
      addHeaders(call.headers, input, init);
      const answer: Promise<Response> = Reflect.apply(target, self, [args[0], init]);
      answer.then(call.ended, call.ended);
      return answer;
    },
  });
}

function isInit(value: unknown): value is RequestInit {
  return typeof value === 'object' && value !== null;
}

/** Arrays and frozen objects take nothing; with `fetch(Request, {headers})` the tag on the Request is lost. */
function addHeaders(headers: readonly HeaderField[], request: Request | null, init: RequestInit): void {
  if (headers.length === 0) return;
  if (request) {
    for (const [name, value] of headers) request.headers.set(name, value);
    return;
  }
  if (init.headers === undefined && !Object.isFrozen(init)) init.headers = {};
  const given = init.headers;
  if (given === undefined || Array.isArray(given) || Object.isFrozen(given)) return;
  for (const [name, value] of headers) {
    if (given instanceof Headers) given.set(name, value);
    else Reflect.set(given, name, value);
  }
}
