import { normalizedMethods } from '../core/fetch/method';

/*
 * What the hook uses of the page's world, taken before any script of the page runs: what the page replaces later is neither
 * called nor misled.
 */
export const { apply, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Reflect;
export const { create, isFrozen } = Object;
export const { isArray } = Array;
export const NativeProxy = Proxy;
export const NativeHeaders = Headers;
export const NativeUrl = URL;

const { isPrototypeOf } = Object.prototype;
const { get: weakMapGet, set: weakMapSet } = WeakMap.prototype;
const { exec: regexExec } = RegExp.prototype;
const { forEach: headersForEach, has: headersHas, set: headersSet } = Headers.prototype;
const { toLowerCase: lower, toUpperCase: upper, slice: stringSlice } = String.prototype;
const { has: setHas } = Set.prototype;

/** Whether the value is of the class; asks neither the value's own properties nor the class's `Symbol.hasInstance`. */
export function isOf(prototype: object, value: unknown): boolean {
  return apply(isPrototypeOf, prototype, [value]);
}

/** The getter of a prototype's accessor, to be applied to an object of that class only. */
export function getterOf<Value>(prototype: object, name: string): (self: object) => Value {
  const getter = getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter: ${name}`);
  return (self) => apply(getter, self, []) as Value;
}

/**
 * Whether the getter takes the value for an object of its class, of whatever realm. Runs no code of the page: unlike the
 * question for a prototype, not even a trap of a Proxy.
 */
export function isBranded(getter: (self: object) => unknown, value: unknown): value is object {
  return typeof value === 'object' && value !== null && harmless(() => getter(value)) !== undefined;
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

export function weakGet<Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key): Value | undefined {
  return apply(weakMapGet, map, [key]) as Value | undefined;
}

export function weakSet<Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key, value: Value): void {
  apply(weakMapSet, map, [key, value]);
}

export function matches(regex: RegExp, text: string): boolean {
  return apply(regexExec, regex, [text]) !== null;
}

export function eachHeader(headers: Headers, visit: (value: string, name: string) => void): void {
  apply(headersForEach, headers, [visit]);
}

export function hasHeader(headers: Headers, name: string): boolean {
  return apply(headersHas, headers, [name]);
}

export function setHeader(headers: Headers, name: string, value: string): void {
  apply(headersSet, headers, [name, value]);
}

export function lowerCase(text: string): string {
  return apply(lower, text, []) as string;
}

/** As `normalizeMethod` of the core, which asks built-ins that a page may have replaced. */
export function normalMethod(method: string): string {
  const upperCase = apply(upper, method, []) as string;
  return apply(setHas, normalizedMethods, [upperCase]) ? upperCase : method;
}

/** The beginning of a text. */
export function cut(text: string, length: number): string {
  return apply(stringSlice, text, [0, length]) as string;
}

/** The value of an own or inherited data property. Accessors are never called: that would be the page's code. */
export function peek(object: object, name: string): unknown {
  let holder: object | null = object;
  for (let depth = 0; holder !== null && depth < 5; depth++) {
    const descriptor = getOwnPropertyDescriptor(holder, name);
    if (descriptor !== undefined) return descriptor.value;
    holder = getPrototypeOf(holder);
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
