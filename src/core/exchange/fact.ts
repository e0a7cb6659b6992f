import type { Fact, FactSource } from './types';

// Most calls of a log agree in what is known of them: facts that need no value of the call are made once, where they are used.

export function known<const T>(value: T, source: FactSource): Fact<T> {
  return { known: true, value, source };
}

export function unknown(why: string): Fact<never> {
  return { known: false, why };
}
