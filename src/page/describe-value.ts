import type { HookCall } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { emptyChain, lengthen, type Chain } from './chain';
import {
  eachHeader,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isOf,
  objectPrototype,
  ownKeys,
} from './natives';
import type { ObservedHeader } from './observed-call';

/** Text that a primitive becomes; `null`: an object, whose own code would have to run. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol'
    ? null
    : `${value as number}`;
}

const bodies: readonly (readonly [object, HookCall['body']])[] = [
  [FormData.prototype, 'form-data'],
  [URLSearchParams.prototype, 'url-search-params'],
  [Blob.prototype, 'blob'],
  [ArrayBuffer.prototype, 'buffer'],
  [Object.getPrototypeOf(Uint8Array.prototype) as object, 'buffer'],
  [DataView.prototype, 'buffer'],
  [Document.prototype, 'document'],
  [ReadableStream.prototype, 'stream'],
];

/** Kind of a body; it is not read. */
export function bodyKind(body: unknown): HookCall['body'] {
  if (body === null || body === undefined) return 'none';
  if (typeof body !== 'object') return 'text';
  for (let index = 0; index < bodies.length; index++) {
    const entry = bodies[index];
    if (entry !== undefined && isOf(entry[0], body)) return entry[1];
  }
  return 'other';
}

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
export function readHeaders(headers: unknown, kind = containerKind(headers)): Chain<ObservedHeader> {
  const found = emptyChain<ObservedHeader>();
  const add = (name: unknown, value: unknown): void => {
    noteHeader(found, textOf(name), textOf(value));
  };
  switch (kind) {
    case 'headers':
      eachHeader(headers as Headers, (value, name) => add(name, value));
      break;
    case 'array':
      eachPair(headers as readonly unknown[], add);
      break;
    case 'object':
      eachOwn(headers as object, add);
      break;
    case 'none':
    case 'other':
      break;
  }
  return found;
}

/** Appends a header, as long as there is room; `null`: it cannot be read. */
export function noteHeader(found: Chain<ObservedHeader>, name: string | null, value: string | null): void {
  if (name === null || value === null || found.length >= hookLimits.headers) return;
  lengthen(found, { name, value });
}

function eachPair(pairs: readonly unknown[], add: (name: unknown, value: unknown) => void): void {
  for (let index = 0; index < pairs.length && index < hookLimits.headers; index++) {
    const pair = getOwnPropertyDescriptor(pairs, `${index}`)?.value as unknown;
    if (isArray(pair)) {
      add(getOwnPropertyDescriptor(pair, '0')?.value, getOwnPropertyDescriptor(pair, '1')?.value);
    }
  }
}

function eachOwn(record: object, add: (name: unknown, value: unknown) => void): void {
  const names = ownKeys(record);
  for (let index = 0; index < names.length && index < hookLimits.headers; index++) {
    const name = names[index];
    if (typeof name !== 'string') continue;
    const descriptor = getOwnPropertyDescriptor(record, name);
    if (descriptor?.enumerable) add(name, descriptor.value);
  }
}
