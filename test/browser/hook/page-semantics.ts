/**
 * What a page can find out of XHR, fetch and sendBeacon, one answer per question; runs in the page. With the hook every
 * answer must be what it is without.
 */
export async function pageSemantics(): Promise<Record<string, unknown>> {
  const words = (error: unknown): string => `${(error as Error).name}: ${(error as Error).message}`;
  const attempt = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return words(error);
    }
  };
  const settle = async (work: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await work();
    } catch (error) {
      return words(error);
    }
  };
  const shape = (owner: object, name: string): unknown => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const fn = (descriptor?.value ?? descriptor?.get) as (() => unknown) | undefined;
    return [
      fn?.name,
      fn?.length,
      typeof fn,
      fn === undefined ? [] : Reflect.ownKeys(fn),
      /\{\s*\[native code\]\s*\}$/.test(String(fn)),
      Object.prototype.toString.call(fn),
      descriptor?.enumerable,
      descriptor?.configurable,
      descriptor?.writable,
      attempt(() => Reflect.construct(fn as unknown as new () => unknown, [])),
    ];
  };
  const withBody = { body: 'not for GET' };
  const xhr = XMLHttpRequest.prototype;
  const events = (prepare: (request: XMLHttpRequest) => void): Promise<unknown[]> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const seen: unknown[] = [];
      for (const name of [
        'readystatechange',
        'loadstart',
        'progress',
        'load',
        'error',
        'abort',
        'timeout',
        'loadend',
      ]) {
        request.addEventListener(name, function (this: unknown, { target }) {
          seen.push([name, request.readyState, request.status, target === request, this === request]);
          if (name === 'loadend') resolve(seen);
        });
      }
      prepare(request);
    });
  const send = (request: XMLHttpRequest, method: string, url: string): void => {
    request.open(method, url);
    request.send();
  };

  return {
    shapes: [
      ...['open', 'send', 'setRequestHeader', 'upload', 'abort'].map((name) => shape(xhr, name)),
      shape(window, 'fetch'),
      shape(Navigator.prototype, 'sendBeacon'),
    ],
    keys: [Object.keys(window).includes('fetch'), Object.keys(xhr).sort(), Reflect.ownKeys(xhr).length],
    instances: [
      new XMLHttpRequest() instanceof XMLHttpRequest,
      new XMLHttpRequest().constructor === XMLHttpRequest,
      class extends XMLHttpRequest {}.prototype instanceof XMLHttpRequest,
      Object.keys(new XMLHttpRequest()),
    ],
    uploadIsKept: [new XMLHttpRequest()].map((each) => each.upload === each.upload),
    errors: [
      attempt(() => new XMLHttpRequest().send()),
      attempt(() => new XMLHttpRequest().setRequestHeader('a', 'b')),
      attempt(() => new XMLHttpRequest().open('CONNECT', '/')),
      attempt(() => new XMLHttpRequest().open('GET', 'http://[')),
      attempt(() => (new XMLHttpRequest().open as () => void)()),
      attempt(() => Reflect.apply(xhr.open, {}, ['GET', '/'])),
      attempt(() => xhr.send.call(null as unknown as XMLHttpRequest)),
      attempt(() => Reflect.get(xhr, 'upload', {})),
      attempt(() => {
        const request = new XMLHttpRequest();
        request.open('GET', '/plain');
        request.setRequestHeader('a b', 'c');
      }),
      attempt(() => {
        throw Object.assign(new Error('of the page'), { name: 'PageError' });
      }),
      attempt(() => {
        const method = {
          toString: () => {
            throw new TypeError('the page’s own');
          },
        };
        new XMLHttpRequest().open(method as unknown as string, '/');
      }),
      attempt(() => Navigator.prototype.sendBeacon.call({} as Navigator, '/')),
      attempt(() => navigator.sendBeacon('http://[')),
    ],
    rejections: [
      await settle(() => (fetch as () => Promise<unknown>)()),
      await settle(() => fetch('http://[')),
      await settle(() => fetch('/plain', 'x' as unknown as RequestInit)),
      await settle(() => fetch('/plain', { method: 'TRACE' })),
      await settle(() => fetch('/plain', { ...withBody })),
      await settle(() => fetch('/plain', { signal: AbortSignal.abort() })),
      await settle(() => fetch('/plain', { mode: 'navigate' })),
      await settle(() => Reflect.apply(fetch, {}, ['/plain'])),
      await settle(() => fetch('//api.shop.test/closed', { headers: { 'x-own': '1' } })),
      await settle(async () => {
        const request = new Request('/plain', { method: 'POST', body: 'x' });
        await fetch(request);
        await fetch(request);
      }),
    ],
    fetches: [
      await settle(async () => (await fetch('/plain')).status),
      await settle(async () => (await fetch(new URL('/plain', location.href))).url),
      await settle(async () => (await fetch(new Request('/plain'))).type),
      await settle(async () => (await Reflect.apply(fetch, undefined, ['/plain'])).ok),
      fetch('/plain') instanceof Promise,
    ],
    gettersRun: await (async () => {
      const run: string[] = [];
      const init = {
        get method() {
          run.push('method');
          return 'POST';
        },
        get headers() {
          run.push('headers');
          return { 'x-own': '1' };
        },
        get body() {
          run.push('body');
          return 'x';
        },
      };
      await fetch('/plain', init);
      return run;
    })(),
    urlsAreReadOnce: (() => {
      let times = 0;
      const url = {
        toString: () => {
          times++;
          return '/plain';
        },
      };
      new XMLHttpRequest().open('GET', url as unknown as string);
      return times;
    })(),
    eventOrder: [
      await events((request) => send(request, 'GET', '/plain')),
      await events((request) => send(request, 'GET', 'http://api.shop.test/none-allowed?status')),
      await events((request) => {
        send(request, 'GET', '/plain');
        request.abort();
      }),
    ],
    sync: (() => {
      const request = new XMLHttpRequest();
      request.open('GET', '/plain', false);
      request.send();
      return [request.status, request.readyState];
    })(),
    reuse: await (async () => {
      const request = new XMLHttpRequest();
      const statuses: number[] = [];
      for (const url of ['/plain?1', '/plain?2']) {
        await new Promise((resolve) => {
          request.addEventListener('load', resolve, { once: true });
          send(request, 'GET', url);
        });
        statuses.push(request.status);
      }
      return statuses;
    })(),
  };
}
