import type { HookCall } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { membersOf, reversed, type Member } from './members';
import {
  eachHeader,
  enumerableNames,
  getPrototypeOf,
  isArray,
  isOf,
  objectPrototype,
  ownValue,
} from './natives';

/** Kind of a `HeadersInit`. */
export function containerKind(headers: unknown): HookCall['container'] {
  if (headers === null || headers === undefined) return 'none';
  if (isArray(headers)) return 'array';
  if (typeof headers !== 'object') return 'other';
  if (getPrototypeOf(headers) === objectPrototype) return 'object';
  if (isOf(Headers.prototype, headers)) return 'headers';
  return isOf(Map.prototype, headers) ? 'other' : 'object';
}

/** The headers of a container as far as they can be read without running code of the page. */
export function readHeaders(headers: unknown, kind = containerKind(headers)): Member | null {
  switch (kind) {
    case 'object':
      return membersOf(headers as object, enumerableNames(headers as object));
    case 'headers':
      return headersOf(headers as Headers);
    case 'array':
      return pairsOf(headers as readonly unknown[]);
    default:
      return null;
  }
}

function headersOf(headers: Headers): Member | null {
  let found: Member | null = null;
  eachHeader(headers, (value, name) => {
    found = { name, value, next: found };
  });
  return reversed(found);
}

function pairsOf(pairs: readonly unknown[]): Member | null {
  let found: Member | null = null;
  for (let index = 0; index < pairs.length && index < hookLimits.headers; index++) {
    const pair = ownValue(pairs, `${index}`);
    if (isArray(pair)) found = { name: ownValue(pair, '0'), value: ownValue(pair, '1'), next: found };
  }
  return reversed(found);
}
