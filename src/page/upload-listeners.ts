import { apply, argument, getterOf, harmless, peek, weakGet, weakSet } from './natives';
import { wrapMethod, type Restore } from './wrapped-method';

/** An upload that a script has asked for, and what is known of its listeners. */
interface AskedUpload {
  readonly upload: XMLHttpRequestUpload;
  /** One was added by `addEventListener`. */
  added: boolean;
  /** It may be gone again. */
  mayBeGone: boolean;
}

const xhrPrototype = XMLHttpRequest.prototype;
const targetPrototype = EventTarget.prototype;
const handlers = ['onloadstart', 'onprogress', 'onabort', 'onerror', 'onload', 'ontimeout', 'onloadend'].map(
  (name) => getterOf<unknown>(XMLHttpRequestEventTarget.prototype, name),
);

export interface UploadListeners {
  /** Whether somebody listens to the upload of this XHR now; `null`: cannot be told. */
  of(xhr: XMLHttpRequest): boolean | null;
  readonly restore: Restore;
}

/**
 * Learns it from `xhr.upload`: an upload that no script asked for has no listener. `addEventListener` is the same busy function
 * for everything that has events, so it is wrapped only once a script asks for an upload, which most pages never do.
 */
export function watchUploads(): UploadListeners {
  const byXhr = new WeakMap<object, AskedUpload>();
  const byUpload = new WeakMap<object, AskedUpload>();
  let restoreListeners: Restore | null = null;

  const restoreGetter = wrapMethod(
    xhrPrototype,
    'upload',
    (native, self, args) => {
      const upload = apply(native, self, args) as XMLHttpRequestUpload;
      harmless(() => {
        restoreListeners ??= watchListeners(byUpload);
        if (weakGet(byUpload, upload) !== undefined) return;
        const asked: AskedUpload = { upload, added: false, mayBeGone: false };
        weakSet(byUpload, upload, asked);
        weakSet(byXhr, self as object, asked);
      });
      return upload;
    },
    'get',
  );

  return {
    of: (xhr) => {
      if (restoreListeners === null) return false;
      const asked = weakGet(byXhr, xhr);
      return asked === undefined ? false : isHeard(asked);
    },
    restore: () => {
      restoreGetter();
      restoreListeners?.();
    },
  };
}

function watchListeners(uploads: WeakMap<object, AskedUpload>): Restore {
  const restoreAdd = wrapMethod(targetPrototype, 'addEventListener', (native, self, args) => {
    const result = apply(native, self, args);
    const asked = weakGet(uploads, self as object);
    if (asked !== undefined) harmless(() => noteAdded(asked, args));
    return result;
  });
  const restoreRemove = wrapMethod(targetPrototype, 'removeEventListener', (native, self, args) => {
    const asked = weakGet(uploads, self as object);
    if (asked !== undefined) asked.mayBeGone = true;
    return apply(native, self, args);
  });
  return () => {
    restoreAdd();
    restoreRemove();
  };
}

function noteAdded(asked: AskedUpload, args: readonly unknown[]): void {
  const listener = argument(args, 1);
  const options = argument(args, 2);
  if (listener === null || listener === undefined) return;
  asked.added = true;
  if (typeof options !== 'object' || options === null) return;
  // a signal, or the listener's first event, takes it away
  if (peek(options, 'once') === true || peek(options, 'signal') !== undefined) asked.mayBeGone = true;
}

/** Never a plain no: a script may have saved `addEventListener` before it was watched. */
function isHeard({ upload, added, mayBeGone }: AskedUpload): true | null {
  for (let index = 0; index < handlers.length; index++) {
    const handler = handlers[index]?.(upload);
    if (handler !== null && handler !== undefined) return true;
  }
  return added && !mayBeGone ? true : null;
}
