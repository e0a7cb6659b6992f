import type { Cases } from '../transcript';

const { addEventListener } = EventTarget.prototype;
// it is wrapped once a script asks for an upload
void new XMLHttpRequest().upload;

const hooked: readonly (readonly [object, string])[] = [
  [globalThis, 'fetch'],
  [XMLHttpRequest.prototype, 'open'],
  [XMLHttpRequest.prototype, 'send'],
  [XMLHttpRequest.prototype, 'setRequestHeader'],
  [XMLHttpRequest.prototype, 'upload'],
  [XMLHttpRequest.prototype, 'withCredentials'],
  [EventTarget.prototype, 'addEventListener'],
  [EventTarget.prototype, 'removeEventListener'],
  [Navigator.prototype, 'sendBeacon'],
];

type Callable = (...args: unknown[]) => unknown;

function functionsOf([owner, name]: (typeof hooked)[number]): readonly (readonly [string, Callable])[] {
  const { value, get, set } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
  return Object.entries({ value: value as unknown, get, set }).flatMap(([part, each]) =>
    typeof each === 'function' ? [[`${name} ${part}`, each as Callable] as const] : [],
  );
}

const functions = hooked.flatMap(functionsOf);

/** What can be seen of the functions without calling them. */
export const surface: Cases = {
  'property descriptors': ({ note }) => {
    for (const [owner, name] of hooked) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      note(
        name,
        Object.entries(descriptor).map(([key, value]) => [
          key,
          typeof value,
          typeof value === 'boolean' && value,
        ]),
      );
    }
  },
  'properties of the functions': ({ note }) => {
    for (const [label, each] of functions) {
      note(label, [each.name, each.length, typeof each, Object.isExtensible(each), 'prototype' in each]);
      note(`${label} own keys`, Reflect.ownKeys(each).map(String));
      note(`${label} prototype`, Object.getPrototypeOf(each) === Function.prototype);
      note(`${label} tag`, Object.prototype.toString.call(each));
      note(`${label} descriptors`, JSON.stringify(Object.getOwnPropertyDescriptors(each)));
    }
  },
  'order of keys': ({ note }) => {
    note('XMLHttpRequest', Reflect.ownKeys(XMLHttpRequest.prototype).map(String));
    note('EventTarget', Reflect.ownKeys(EventTarget.prototype).map(String));
    note('Navigator', Reflect.ownKeys(Navigator.prototype).map(String));
    note(
      'window',
      Reflect.ownKeys(globalThis)
        .map(String)
        .filter((key) => !/^\d|finished/.test(key))
        // Firefox defines what it has when it is first asked for
        .sort(),
    );
  },
  'looks native': ({ note }) => {
    for (const [label, each] of functions) {
      note(label, [
        /\[native code\]/.test(`${each as unknown as string}`),
        /=>|apply|Reflect/.test(Function.prototype.toString.call(each)),
      ]);
    }
  },
  'source text': ({ note }) => {
    for (const [label, each] of functions) note(label, Function.prototype.toString.call(each));
  },
  identity: ({ note }) => {
    const xhr = new XMLHttpRequest();
    note('own keys of an XHR', Reflect.ownKeys(xhr).map(String));
    note('inherited', xhr.open === XMLHttpRequest.prototype.open);
    note('constructor', [
      xhr.constructor === XMLHttpRequest,
      XMLHttpRequest.prototype.constructor === XMLHttpRequest,
    ]);
    note('same twice', [fetch === globalThis.fetch, xhr.upload === xhr.upload]);
    note('instanceof', [
      xhr instanceof XMLHttpRequest,
      xhr instanceof EventTarget,
      Function.prototype.isPrototypeOf(fetch),
    ]);
    note('bound', [fetch.bind(null).name, XMLHttpRequest.prototype.open.bind(xhr).length]);
    note(
      'constructors',
      [String(Request), String(Response), String(Headers)].map((text) => /native code/.test(text)),
    );
  },
  'addEventListener before and after an upload is asked for': ({ note }) =>
    note('the same', addEventListener === EventTarget.prototype.addEventListener),
  'not constructors': ({ attempt }) => {
    for (const [label, each] of functions) {
      attempt(`new ${label}`, () => Reflect.construct(each, []) as unknown);
      attempt(`new.target ${label}`, () => Reflect.construct(Object, [], each) as unknown);
      attempt(`extends ${label}`, () => class extends (each as unknown as new () => object) {}.name);
    }
  },
  'own properties can be set and deleted': ({ note, attempt }) => {
    for (const [label, each] of functions) {
      const own = each as Callable & { mark?: string };
      own.mark = 'set';
      note(label, own.mark);
      attempt(`${label} deleted`, () => delete own.mark);
    }
  },
  'caller of the functions': ({ attempt }) => {
    for (const [label, each] of functions) {
      attempt(label, () => (each as unknown as { caller: unknown }).caller);
    }
  },
  'what the extension may leave': ({ note }) => {
    note('storage', [sessionStorage.length, localStorage.length]);
    note(
      'marks',
      Reflect.ownKeys(document)
        .map(String)
        .filter((key) => key !== 'location'),
    );
    note('title', document.title);
    note('attributes', document.documentElement.getAttributeNames());
    note(
      'elements',
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName !== 'script')
        .map(({ localName }) => localName),
    );
  },
  'error stacks': ({ note }) => {
    try {
      new XMLHttpRequest().send();
    } catch (error) {
      note('lines', ((error as Error).stack ?? '').trim().split('\n').length);
    }
  },
};
