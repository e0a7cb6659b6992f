import type { Cases } from '../transcript';

const other = 'http://other.test';
const loose = fetch as (...args: unknown[]) => Promise<Response>;

/** What comes of a `fetch()`: promises, order, aborts, streams. */
export const fetchLife: Cases = {
  'the promise': async ({ note, settle }) => {
    const promise = fetch('/echo/promise');
    note('kind', [
      promise instanceof Promise,
      promise.constructor === Promise,
      Reflect.ownKeys(promise).length,
    ]);
    await settle('response', () => promise);
    note('class', (await promise) instanceof Response);
  },
  'errors come as rejections, never as exceptions': async ({ attempt }) => {
    const pending: Promise<unknown>[] = [];
    for (const args of [[], ['http://:::'], ['/', { method: 'a b' }], [Symbol('s')]]) {
      attempt(`${args.length} arguments`, () => {
        const promise = loose(...args);
        pending.push(promise.catch(() => null));
        return promise instanceof Promise;
      });
    }
    await Promise.all(pending);
  },
  'order of microtasks': async ({ note }) => {
    const order: string[] = [];
    const rejected = loose('http://:::').catch(() => order.push('rejected'));
    void Promise.resolve()
      .then(() => order.push('first'))
      .then(() => order.push('second'))
      .then(() => order.push('third'));
    order.push('synchronous');
    await rejected;
    await new Promise((resolve) => setTimeout(resolve));
    note('order', order);
  },
  'unhandled rejections are told': async ({ note }) => {
    const told = new Promise<PromiseRejectionEvent>((resolve) =>
      addEventListener('unhandledrejection', resolve, { once: true }),
    );
    void loose('http://:::');
    const event = await told;
    event.preventDefault();
    note('reason', event.reason);
  },
  aborts: async ({ settle, note }) => {
    const reason = new RangeError('enough');
    await settle('before', () => fetch('/never', { signal: AbortSignal.abort() }));
    await settle('before, with a reason', () => fetch('/never', { signal: AbortSignal.abort(reason) }));
    await settle('by time', () => fetch('/never', { signal: AbortSignal.timeout(5) }));
    await settle('not a signal', () => loose('/never', { signal: {} }));
    const controller = new AbortController();
    const promise = fetch('/never', { signal: controller.signal });
    controller.abort(reason);
    await promise.catch((error: unknown) => note('same reason', error === reason));
    const order: string[] = [];
    const second = new AbortController();
    second.signal.addEventListener('abort', () => order.push('event'));
    const aborted = fetch('/never', { signal: second.signal }).catch(() => order.push('rejection'));
    second.abort();
    order.push('after abort()');
    await aborted;
    note('order', order);
  },
  'answers of every kind': async ({ settle, note }) => {
    await settle('404', () => fetch('/status/404'));
    await settle('500', () => fetch(`${other}/status/500`));
    await settle('redirect', () => fetch('/redirect'));
    await settle('redirect refused', () => fetch('/redirect', { redirect: 'error' }));
    await settle('redirect by hand', () => fetch('/redirect', { redirect: 'manual' }));
    await settle('cross-origin redirect', () => fetch(`${other}/redirect`));
    await settle('no CORS headers', () => fetch(`${other}/no-cors`));
    await settle('opaque', () => fetch(`${other}/no-cors`, { mode: 'no-cors' }));
    await settle('broken connection', () => fetch('/broken'));
    const response = await fetch(`${other}/status/200`);
    note(
      'headers',
      [...response.headers.keys()].filter((name) => name.startsWith('x-')),
    );
  },
  streams: async ({ note, settle }) => {
    const response = await fetch('/pieces');
    const copy = response.clone();
    note('kind', [response.body instanceof ReadableStream, response.bodyUsed]);
    let text = '';
    const reader = (response.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    note('pieces', text);
    note('used', [response.bodyUsed, copy.bodyUsed]);
    await settle('clone', () => copy.text());
    await settle('again', () => response.text());
    const cancelled = await fetch('/pieces');
    await settle('cancel', async () => cancelled.body?.cancel());
  },
  'calls within calls': async ({ note, settle }) => {
    const inner: Promise<Response>[] = [];
    const init = Object.defineProperty({}, 'method', {
      get: () => {
        inner.push(fetch('/echo/inner'));
        return 'POST';
      },
    });
    await settle('outer', async () => (await fetch('/echo/outer', init)).text());
    note(
      'inner',
      (await Promise.all(inner)).map(({ url }) => url),
    );
  },
  receivers: async ({ settle, attempt }) => {
    await settle('undefined', () => Reflect.apply(fetch, undefined, ['/echo/this']));
    await settle('null', () => Reflect.apply(fetch, null, ['/echo/this']));
    await settle('window', () => Reflect.apply(fetch, globalThis, ['/echo/this']));
    await settle('object', () => Reflect.apply(fetch, {}, ['/echo/this']));
    await settle('number', () => Reflect.apply(fetch, 5, ['/echo/this']));
    attempt('beacon of an object', () => Reflect.apply(navigator.sendBeacon, {}, ['/x']) as unknown);
  },
  'another realm': async ({ note, settle }) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const realm = frame.contentWindow as Window & typeof globalThis;
    note('differs', realm.fetch === fetch);
    await settle('its fetch', async () => (await realm.fetch('http://page.test/echo/realm')).url);
    await settle(
      'its fetch on this window',
      async () => (await (Reflect.apply(realm.fetch, globalThis, ['/echo/realm']) as Promise<Response>)).url,
    );
    await settle(
      'its Request',
      async () => (await fetch(new realm.Request('http://page.test/echo/realm-request'))).url,
    );
    await settle('its Headers', async () =>
      (await fetch('/echo/realm', { headers: new realm.Headers({ 'x-realm': '1' }) })).text(),
    );
    const error: unknown = await (Reflect.apply(fetch, realm, ['http://:::']) as Promise<unknown>).catch(
      (each: unknown) => each,
    );
    note('error', [error instanceof TypeError, error instanceof realm.TypeError]);
    frame.remove();
  },
  beacons: ({ attempt }) => {
    const beacon = navigator.sendBeacon.bind(navigator) as (...args: unknown[]) => boolean;
    attempt('text', () => beacon('/beacon', 'text'));
    attempt('URL', () => beacon(new URL('/beacon', location.href)));
    attempt('Blob', () => beacon('/beacon', new Blob(['b'], { type: 'application/json' })));
    attempt('null', () => beacon('/beacon', null));
    attempt('no arguments', () => beacon());
    attempt('invalid URL', () => beacon('http://:::'));
    attempt('scheme', () => beacon('data:text/plain,x'));
    attempt('symbol', () => beacon(Symbol('s')));
  },
};
