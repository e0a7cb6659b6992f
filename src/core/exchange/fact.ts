import type { Fact, FactSource } from './types';

export function known<T>(value: T, source: FactSource): Fact<T> {
  return { known: true, value, source };
}

export function unknown<T>(why: string): Fact<T> {
  return { known: false, why };
}
