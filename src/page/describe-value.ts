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
  ownValue,
  valueIn,
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
  if (kind === 'object') noteRecord(found, headers as object);
  else if (kind === 'headers') noteHeaders(found, headers as Headers);
  else if (kind === 'array') notePairs(found, headers as readonly unknown[]);
  return found;
}

/** Appends a header, as long as there is room, and if it can be read. */
export function noteHeader(found: Chain<ObservedHeader>, givenName: unknown, givenValue: unknown): void {
  const name = textOf(givenName);
  const value = textOf(givenValue);
  if (name === null || value === null || found.length >= hookLimits.headers) return;
  lengthen(found, { name, value, next: null });
}

function noteHeaders(found: Chain<ObservedHeader>, headers: Headers): void {
  eachHeader(headers, (value, name) => noteHeader(found, name, value));
}

function notePairs(found: Chain<ObservedHeader>, pairs: readonly unknown[]): void {
  for (let index = 0; index < pairs.length && index < hookLimits.headers; index++) {
    const pair = ownValue(pairs, `${index}`);
    if (isArray(pair)) {
      noteHeader(found, ownValue(pair, '0'), ownValue(pair, '1'));
    }
  }
}

function noteRecord(found: Chain<ObservedHeader>, record: object): void {
  const names = ownKeys(record);
  for (let index = 0; index < names.length && index < hookLimits.headers; index++) {
    const name = names[index];
    if (typeof name !== 'string') continue;
    const descriptor = getOwnPropertyDescriptor(record, name);
    if (descriptor?.enumerable) noteHeader(found, name, valueIn(descriptor));
  }
}
