import { defineProperty, getOwnPropertyDescriptor, NativeProxy } from './natives';

// the page hook wraps functions of any signature
type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Stands in for a native call. It must apply `native` once and let its result and its exceptions through. */
export type Interception = (native: AnyFunction, self: unknown, args: readonly unknown[]) => unknown;

/** Puts the native function back, unless another script has put itself on top: then it only lets everything through. */
export type Restore = () => void;

/**
 * Puts a Proxy around a method, or around a getter, of the object. A Proxy has the function's name, length, properties and
 * native source text; agents of monitoring tools that look for natives take it for one.
 */
export function wrapMethod(
  owner: object,
  name: string,
  intercept: Interception,
  part: 'value' | 'get' = 'value',
): Restore {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const native = descriptor?.[part] as AnyFunction | undefined;
  // somebody has made it unchangeable: leave it alone
  if (descriptor === undefined || typeof native !== 'function' || !descriptor.configurable) return () => {};
  const traps: ProxyHandler<AnyFunction> = {
    // without a prototype: what the page writes to Object.prototype does not become a trap
    __proto__: null,
    // the interception itself: each function in between would be felt in every call
    apply: intercept,
  } as ProxyHandler<AnyFunction>;
  const wrapper = new NativeProxy(native, traps);
  defineProperty(owner, name, { ...descriptor, [part]: wrapper });
  return () => {
    delete traps.apply;
    const current = getOwnPropertyDescriptor(owner, name);
    if (current?.configurable && current[part] === wrapper) defineProperty(owner, name, descriptor);
  };
}
