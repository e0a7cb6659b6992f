import type { Header } from '../../../src/core';
import { originOf } from '../hosts';
import type { Answer } from './types';

/** The origin of the lab's https pages. */
export const shopOrigin = originOf('shop');

/** Readable by everybody without credentials. */
export const openCors: readonly Header[] = [['Access-Control-Allow-Origin', '*']];

/** Names the shop, does not speak of credentials. */
export const namedCors: readonly Header[] = [
  ['Access-Control-Allow-Origin', shopOrigin],
  ['Vary', 'Origin'],
];

/** Names the caller and accepts credentials. */
export const credentialedCors: readonly Header[] = [
  ['Access-Control-Allow-Origin', '{origin}'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Vary', 'Origin'],
];

export const answered = (status: number, headers: readonly Header[] = []): Answer => ({ status, headers });

/** A 204 to OPTIONS with the given CORS headers. */
export const allowing = (
  cors: readonly Header[],
  lists: { readonly methods?: string; readonly headers?: string },
  status = 204,
): Answer => ({
  status,
  headers: [
    ...cors,
    ...(lists.methods === undefined ? [] : [['Access-Control-Allow-Methods', lists.methods] as const]),
    ...(lists.headers === undefined ? [] : [['Access-Control-Allow-Headers', lists.headers] as const]),
  ],
});

export const connectionReset: Answer = { reset: true };
