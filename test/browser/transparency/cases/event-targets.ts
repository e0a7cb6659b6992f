import type { Cases } from '../transcript';

type AnyFunction = (...args: unknown[]) => unknown;

const ended = (xhr: XMLHttpRequest): Promise<unknown> =>
  new Promise((resolve) => xhr.addEventListener('loadend', resolve, { once: true }));

/** What listens, to an XHR, its upload, or a target of the page's own. Uploads are asked for first: from then on the hook looks at listeners. */
export const eventTargets: Cases = {
  'properties of the functions': ({ note }) => {
    void new XMLHttpRequest().upload;
    for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(EventTarget.prototype, name) ?? {};
      const each = value as AnyFunction;
      note(name, [each.name, each.length, Reflect.ownKeys(each).map(String), 'prototype' in each, rest]);
    }
    note('order of keys', Reflect.ownKeys(EventTarget.prototype).map(String));
    note('inherited', [
      new XMLHttpRequest().addEventListener === document.addEventListener,
      Object.hasOwn(window, 'addEventListener'),
    ]);
  },
  'listeners of an upload': async ({ note }) => {
    const xhr = new XMLHttpRequest();
    const order: string[] = [];
    const say = (name: string) => () => order.push(name);
    const removed = say('removed');
    const stopped = new AbortController();
    xhr.upload.addEventListener('load', say('plain'));
    xhr.upload.addEventListener('load', say('once'), { once: true });
    xhr.upload.addEventListener('load', say('capture'), true);
    xhr.upload.addEventListener('load', say('passive'), { passive: true });
    xhr.upload.addEventListener('load', removed);
    xhr.upload.removeEventListener('load', removed);
    xhr.upload.addEventListener('load', say('signalled'), { signal: stopped.signal });
    xhr.upload.addEventListener('load', { handleEvent: say('object') });
    Reflect.apply(xhr.upload.addEventListener, xhr.upload, ['load', null]);
    Object.assign(xhr.upload, { onload: say('handler') });
    stopped.abort();
    const end = ended(xhr);
    xhr.open('POST', '/echo/upload-listeners');
    xhr.send('body');
    await end;
    xhr.upload.dispatchEvent(new Event('load'));
    note('order', order);
  },
  'listeners of a target of the page': ({ note }) => {
    void new XMLHttpRequest().upload;
    class Own extends EventTarget {
      override addEventListener(type: string, listener: () => void): void {
        order.push(`adds ${type}`);
        super.addEventListener(type, listener);
      }
    }
    const order: string[] = [];
    const own = new Own();
    own.addEventListener('x', () => order.push('x'));
    note('dispatched', own.dispatchEvent(new Event('x')));
    note('order', order);
    let current: unknown;
    const add = EventTarget.prototype.addEventListener as AnyFunction;
    Reflect.apply(add, undefined, ['transparent', (event: Event) => (current = event.currentTarget)]);
    dispatchEvent(new Event('transparent'));
    note('without this', current === globalThis);
  },
  'arguments that throw': ({ attempt, note }) => {
    void new XMLHttpRequest().upload;
    const add = EventTarget.prototype.addEventListener as AnyFunction;
    const remove = EventTarget.prototype.removeEventListener as AnyFunction;
    const { upload } = new XMLHttpRequest();
    const mine = new RangeError('of the page');
    for (const [name, each] of Object.entries({ add, remove })) {
      attempt(`${name}: no arguments`, () => Reflect.apply(each, upload, []));
      attempt(`${name}: not a listener`, () => Reflect.apply(each, upload, ['load', 5]));
      attempt(`${name}: symbol`, () => Reflect.apply(each, upload, [Symbol('s'), null]));
      attempt(`${name}: no target`, () => Reflect.apply(each, {}, ['load', () => {}]));
      attempt(`${name}: returns`, () => Reflect.apply(each, upload, ['load', () => {}]));
    }
    try {
      Reflect.apply(add, upload, [
        'load',
        () => {},
        Object.defineProperty({}, 'capture', {
          get: () => {
            throw mine;
          },
        }),
      ]);
    } catch (error) {
      note('same error', error === mine);
    }
  },
  'options are read as often': ({ note }) => {
    const read: string[] = [];
    const options = {};
    for (const name of ['capture', 'once', 'passive', 'signal']) {
      Object.defineProperty(options, name, { get: () => void read.push(name) });
    }
    new XMLHttpRequest().upload.addEventListener('load', () => {}, options);
    note('read', read);
  },
};
