import type { HookCall } from '../core/exchange/hook-call';
import { isOf } from './natives';

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
