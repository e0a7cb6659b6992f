import type { Cases } from '../transcript';
import { outcome } from './xhr-calls';

type AnyFunction = (...args: unknown[]) => unknown;

const get = (xhr: XMLHttpRequest, path: string): Promise<unknown> => {
  const end = outcome(xhr as never);
  xhr.open('GET', path);
  xhr.send();
  return end;
};

/** Replaces a method for the time of the work, and counts the calls that it gets meanwhile. */
async function counting(owner: object, name: PropertyKey, work: () => Promise<unknown>): Promise<number> {
  const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  const native = before.value as AnyFunction;
  const { apply, defineProperty } = Reflect;
  let calls = 0;
  let isOver = false;
  defineProperty(owner, name, {
    ...before,
    value: function (this: unknown, ...args: unknown[]) {
      if (!isOver) calls += 1;
      return apply(native, this, args) as unknown;
    },
  });
  const working = work();
  const inTheCall = calls;
  isOver = true;
  defineProperty(owner, name, before);
  await working;
  return inTheCall;
}

/** What pages do to prototypes and built-ins, before and between calls. Last of all groups: it leaves the page changed. */
export const prototypes: Cases = {
  subclasses: async ({ settle, note }) => {
    class Own extends XMLHttpRequest {
      calls: string[] = [];
      override open(method: string, url: string | URL, ...rest: []): void {
        this.calls.push(`open ${method}`);
        super.open(method, url, ...rest);
      }
      override send(body?: XMLHttpRequestBodyInit | null): void {
        this.calls.push('send');
        super.send(body);
      }
    }
    const own = new Own();
    await settle('XHR', () => get(own, '/echo/subclass'));
    note('calls', own.calls);
    note('kinds', [
      own instanceof Own,
      own instanceof XMLHttpRequest,
      Object.getPrototypeOf(own) === Own.prototype,
    ]);
    class OwnRequest extends Request {
      override get url(): string {
        return 'http://page.test/echo/wrong';
      }
      override get method(): string {
        throw new Error('not to be asked');
      }
    }
    await settle('Request', async () => (await fetch(new OwnRequest('/echo/own-request'))).text());
    class OwnUrl extends URL {
      override toString(): string {
        return '/echo/own-url-text';
      }
    }
    await settle('URL', async () => (await fetch(new OwnUrl('http://page.test/echo/own-url'))).text());
  },
  'objects that only look like it': ({ attempt }) => {
    const fake = Object.create(XMLHttpRequest.prototype) as XMLHttpRequest;
    attempt('open', () => fake.open('GET', '/'));
    attempt('send', () => fake.send());
    attempt('upload', () => fake.upload);
    attempt('header', () => fake.setRequestHeader('a', 'b'));
    const proxied = new Proxy(new XMLHttpRequest(), {});
    attempt('proxied open', () => proxied.open('GET', '/'));
    attempt('proxied send', () => proxied.send());
  },
  'own methods on one object': async ({ note, settle }) => {
    const xhr = new XMLHttpRequest();
    const { send } = XMLHttpRequest.prototype;
    let sent = 0;
    xhr.send = function (body) {
      sent += 1;
      send.call(this, body);
    };
    await settle('end', () => get(xhr, '/echo/own-method'));
    note('sent', [sent, Object.hasOwn(xhr, 'send')]);
    note('deleted', [delete (xhr as unknown as { send?: unknown }).send, xhr.send === send]);
  },
  'wrapped and put back': async ({ note, settle }) => {
    const { open } = XMLHttpRequest.prototype;
    const native = globalThis.fetch;
    const seen: string[] = [];
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
      seen.push(`open ${args.length}`);
      Reflect.apply(open, this, args);
    };
    globalThis.fetch = (...args) => {
      seen.push(`fetch ${args.length}`);
      return native(...args);
    };
    await settle('XHR', () => get(new XMLHttpRequest(), '/echo/wrapped'));
    await settle('fetch', () => fetch('/echo/wrapped'));
    XMLHttpRequest.prototype.open = open;
    globalThis.fetch = native;
    await settle('XHR again', () => get(new XMLHttpRequest(), '/echo/put-back'));
    await settle('fetch again', () => fetch('/echo/put-back'));
    note('seen', seen);
  },
  'methods of another realm on an object of this one': async ({ settle, attempt }) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const realm = frame.contentWindow as Window & typeof globalThis;
    const xhr = new XMLHttpRequest();
    const end = outcome(xhr as never);
    attempt('open', () => realm.XMLHttpRequest.prototype.open.call(xhr, 'GET', '/echo/borrowed', true));
    attempt('send', () => xhr.send());
    await settle('end', () => end);
    frame.remove();
  },
  'no replaced built-in is called by the hook': async ({ note }) => {
    const builtIns: readonly (readonly [string, object, PropertyKey])[] = [
      ['Reflect.apply', Reflect, 'apply'],
      ['Reflect.ownKeys', Reflect, 'ownKeys'],
      ['Object.isFrozen', Object, 'isFrozen'],
      ['Object.create', Object, 'create'],
      ['Array.isArray', Array, 'isArray'],
      ['array iterator', Array.prototype, Symbol.iterator],
      ['push', Array.prototype, 'push'],
      ['map', Array.prototype, 'map'],
      ['slice', String.prototype, 'slice'],
      ['toLowerCase', String.prototype, 'toLowerCase'],
      ['toUpperCase', String.prototype, 'toUpperCase'],
      ['Set has', Set.prototype, 'has'],
      ['Map get', Map.prototype, 'get'],
      ['WeakMap get', WeakMap.prototype, 'get'],
      ['WeakMap set', WeakMap.prototype, 'set'],
      ['RegExp exec', RegExp.prototype, 'exec'],
      ['RegExp test', RegExp.prototype, 'test'],
      ['call', Function.prototype, 'call'],
      ['apply', Function.prototype, 'apply'],
      ['isPrototypeOf', Object.prototype, 'isPrototypeOf'],
      ['hasOwnProperty', Object.prototype, 'hasOwnProperty'],
      ['performance.now', Performance.prototype, 'now'],
      ['Date.now', Date, 'now'],
      ['JSON.stringify', JSON, 'stringify'],
      ['postMessage', MessagePort.prototype, 'postMessage'],
      ['Headers forEach', Headers.prototype, 'forEach'],
      ['Headers iterator', Headers.prototype, 'entries'],
      ['then', Promise.prototype, 'then'],
    ];
    for (const [name, owner, key] of builtIns) {
      const byFetch = await counting(owner, key, () =>
        fetch('/echo/built-ins', { headers: { 'x-a': 'a' }, method: 'POST', body: 'b' }),
      );
      const byXhr = await counting(owner, key, () => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/echo/built-ins');
        xhr.setRequestHeader('x-a', 'a');
        xhr.upload.addEventListener('load', () => {}, { once: true });
        xhr.send('b');
        return Promise.resolve();
      });
      const byBeacon = await counting(owner, key, async () => navigator.sendBeacon('/beacon', 'b'));
      note(name, [byFetch, byXhr, byBeacon]);
    }
  },
  'traps laid on prototypes': async ({ note, settle }) => {
    let sprung = 0;
    const lay = (owner: object, names: readonly string[]): void => {
      for (const name of names) {
        Object.defineProperty(owner, name, {
          configurable: true,
          get: () => void (sprung += 1),
          set: () => {
            sprung += 1;
          },
        });
      }
    };
    const members = [
      'api',
      'trial',
      'apply',
      'get',
      'set',
      'n',
      'at',
      'sync',
      'native',
      'container',
      'kind',
      'value',
    ];
    lay(Array.prototype, ['0', '1', '2']);
    const working = [
      fetch('/echo/traps', { headers: { 'x-a': 'a' } }),
      fetch('/echo/traps'),
      get(new XMLHttpRequest(), '/echo/traps'),
    ];
    const xhr = new XMLHttpRequest();
    xhr.open('GET', '/echo/traps');
    xhr.setRequestHeader('x-b', 'b');
    xhr.upload.addEventListener('load', () => {});
    navigator.sendBeacon('/echo/traps');
    const inCalls = sprung;
    for (const name of ['0', '1', '2']) Reflect.deleteProperty(Array.prototype, name);
    lay(Object.prototype, members);
    const before = sprung;
    const withMembers = [
      fetch('/echo/traps'),
      fetch('/echo/traps', {
        get headers() {
          return { 'x-c': 'c' };
        },
      }),
      fetch('/echo/traps', {
        headers: {
          get 'x-d'() {
            return 'd';
          },
        },
      }),
    ];
    const inFetch = sprung - before;
    for (const name of members) Reflect.deleteProperty(Object.prototype, name);
    note('array', inCalls);
    note('object', inFetch);
    await settle('calls', () => Promise.all([...working, ...withMembers]));
  },
  'methods and prototypes that are taken away': async ({ settle, attempt, note }) => {
    const descriptor = Object.getOwnPropertyDescriptor(
      XMLHttpRequest.prototype,
      'open',
    ) as PropertyDescriptor;
    note('deleted', delete (XMLHttpRequest.prototype as unknown as { open?: unknown }).open);
    attempt('open', () => new XMLHttpRequest().open('GET', '/'));
    Object.defineProperty(XMLHttpRequest.prototype, 'open', descriptor);
    const xhr = new XMLHttpRequest();
    Object.setPrototypeOf(xhr, EventTarget.prototype);
    attempt('open of another prototype', () => xhr.open('GET', '/'));
    Reflect.apply(XMLHttpRequest.prototype.open, xhr, ['GET', '/echo/borrowed-methods', true]);
    const end = new Promise((resolve) => xhr.addEventListener('loadend', resolve));
    Reflect.apply(XMLHttpRequest.prototype.send, xhr, []);
    await settle('borrowed', async () => ((await end) as Event).type);
  },
  'a constructor of the page': async ({ settle, note }) => {
    const Native = globalThis.XMLHttpRequest;
    const made: string[] = [];
    globalThis.XMLHttpRequest = new Proxy(Native, {
      construct: (target, args, newTarget) => {
        made.push(newTarget === globalThis.XMLHttpRequest ? 'new' : 'extended');
        return Reflect.construct(target, args, newTarget) as object;
      },
    });
    class Own extends XMLHttpRequest {}
    await settle('new', () => get(new XMLHttpRequest(), '/echo/constructed'));
    await settle('extended', () => get(new Own(), '/echo/constructed'));
    globalThis.XMLHttpRequest = Native;
    note('made', made);
  },
  'a locked fetch': async ({ settle, attempt, note }) => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'fetch') as PropertyDescriptor;
    Object.defineProperty(globalThis, 'fetch', { ...descriptor, writable: false });
    attempt('assignment', () => ((globalThis as { fetch: unknown }).fetch = 5));
    await settle('fetch', () => fetch('/echo/locked'));
    Object.defineProperty(globalThis, 'fetch', descriptor);
    note('same', globalThis.fetch === descriptor.value);
  },
  'frozen prototypes': async ({ settle, attempt, note }) => {
    Object.freeze(XMLHttpRequest.prototype);
    Object.freeze(globalThis.fetch);
    note('frozen', [Object.isFrozen(XMLHttpRequest.prototype), Object.isFrozen(fetch)]);
    attempt('assignment', () => (XMLHttpRequest.prototype.open = () => {}));
    await settle('XHR', () => get(new XMLHttpRequest(), '/echo/frozen'));
    await settle('fetch', () => fetch('/echo/frozen'));
  },
};
