import { normalizedMethods } from '../core/fetch/method';

/*
 * What the hook uses of the page's world, taken before any script of the page runs: what the page replaces later is neither
 * called nor misled.
 */
export const { apply, defineProperty, ownKeys } = Reflect;
// faster than those of Reflect, which Chromium does not write in its own assembler
export const {
  create,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getPrototypeOf,
  hasOwn,
  isFrozen,
  keys: enumerableNames,
  setPrototypeOf,
} = Object;
export const { isArray } = Array;
export const NativeProxy = Proxy;
export const NativeHeaders = Headers;
export const NativeUrl = URL;

const { bind, call } = Function.prototype;

/** The method as a function of its `this`: engines inline it where they would build an array for `Reflect.apply`. */
export function uncurried<Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return apply(bind, call, [method]) as (self: Self, ...args: Args) => Result;
}

/** The method of this one object. */
export function boundTo<Self extends object, Result>(
  method: (this: Self) => Result,
  self: Self,
): () => Result {
  return apply(bind, method, [self]) as () => Result;
}

export const objectPrototype: object = Object.prototype;

/** Whether the value is of the class; asks neither the value's own properties nor the class's `Symbol.hasInstance`. */
export const isOf: (prototype: object, value: unknown) => boolean = uncurried(
  Object.prototype.isPrototypeOf as (this: object, value: unknown) => boolean,
);

/** The getter of a prototype's accessor. */
export function accessorOf<Value>(prototype: object, name: string): (this: object) => Value {
  const getter = getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter: ${name}`);
  return getter as (this: object) => Value;
}

/** The same, to be applied to an object of that class only. */
export function getterOf<Value>(prototype: object, name: string): (self: object) => Value {
  return uncurried(accessorOf<Value>(prototype, name));
}

/**
 * Whether the getter takes the value for an object of its class, of whatever realm. Runs no code of the page: unlike the
 * question for a prototype, not even a trap of a Proxy.
 */
export function isBranded(getter: (self: object) => unknown, value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return getter(value) !== undefined;
  } catch {
    return false;
  }
}

const urlHref = getterOf<string>(URL.prototype, 'href');

/** The URL that a `URL` object holds now; `null`: it is none. */
export function urlText(value: unknown): string | null {
  return isBranded(urlHref, value) ? urlHref(value) : null;
}

export const addEventListener = uncurried(EventTarget.prototype.addEventListener);
export const removeEventListener = uncurried(EventTarget.prototype.removeEventListener);
export const dispatchEvent = uncurried(EventTarget.prototype.dispatchEvent);

/** Of an argument that is not given, `args[index]` would ask `Array.prototype`, where a page may have put a getter. */
export function argument(args: readonly unknown[], index: number): unknown {
  return index < args.length ? args[index] : undefined;
}

/** Appends without looking at the prototype, where a page may have put a setter for the index. */
export function append<Value>(list: Value[], value: Value): void {
  defineProperty(list, list.length, {
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  } as PropertyDescriptor);
}

export const weakGet: <Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key) => Value | undefined =
  uncurried(WeakMap.prototype.get) as never;

export const weakSet: <Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key, value: Value) => void =
  uncurried(WeakMap.prototype.set) as never;

const execute = uncurried(RegExp.prototype.exec);

export function matches(regex: RegExp, text: string): boolean {
  return execute(regex, text) !== null;
}

export const eachHeader: (headers: Headers, visit: (value: string, name: string) => void) => void = uncurried(
  Headers.prototype.forEach,
);
export const headerOf: (headers: Headers, name: string) => string | null = uncurried(Headers.prototype.get);
export const setHeader: (headers: Headers, name: string, value: string) => void = uncurried(
  Headers.prototype.set,
);

export const lowerCase: (text: string) => string = uncurried(String.prototype.toLowerCase);
const upperCase: (text: string) => string = uncurried(String.prototype.toUpperCase);
const isNormalized: (methods: ReadonlySet<string>, method: string) => boolean = uncurried(Set.prototype.has);

/** As `normalizeMethod` of the core, which asks built-ins that a page may have replaced. */
export function normalMethod(method: string): string {
  if (isNormalized(normalizedMethods, method)) return method;
  const upper = upperCase(method);
  return isNormalized(normalizedMethods, upper) ? upper : method;
}

const Bytes = Uint8Array;
const { crypto } = globalThis;
const fillRandomly: (source: Crypto, bytes: Uint8Array) => void = uncurried(
  Crypto.prototype.getRandomValues,
) as never;

/** Two lower-case hex digits for each byte. */
export function randomHex(length: number): string {
  const bytes = new Bytes(length);
  fillRandomly(crypto, bytes);
  const digits = '0123456789abcdef';
  let text = '';
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] as number;
    text += `${digits[byte >> 4]}${digits[byte & 15]}`;
  }
  return text;
}

const slice: (text: string, from: number, to: number) => string = uncurried(String.prototype.slice);

/** The beginning of a text. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : slice(text, 0, length);
}

/** The value in a data property's descriptor. An accessor's has none of its own: `Object.prototype` would be asked. */
export function valueIn(descriptor: PropertyDescriptor | undefined): unknown {
  return descriptor !== undefined && hasOwn(descriptor, 'value') ? descriptor.value : undefined;
}

/** The value of an own data property. */
export function ownValue(object: object, name: string): unknown {
  return valueIn(getOwnPropertyDescriptor(object, name));
}

/** The value of an own or inherited data property. Accessors are never called: that would be the page's code. */
export function peek(object: object, name: string): unknown {
  let holder: object | null = object;
  for (let depth = 0; holder !== null && depth < 5; depth++) {
    const descriptor = getOwnPropertyDescriptor(holder, name);
    if (descriptor !== undefined) return valueIn(descriptor);
    holder = getPrototypeOf(holder) as object | null;
  }
  return undefined;
}

/** Runs what serves the extension only: its faults must not reach the page, whose call goes on regardless. */
export function harmless<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
