import * as v from 'valibot';
import type { HookCall } from '../core/exchange/hook-call';
import { trialSchema } from '../core/exchange/trial-schema';
import { hookLimits } from './hook-limits';

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));

/** A call as the page hook reports it; the page may have forged it. */
export const hookCallSchema: v.GenericSchema<unknown, HookCall> = v.strictObject({
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  api: v.picklist(['xhr', 'fetch', 'beacon']),
  at: v.pipe(v.number(), v.finite()),
  url: text(hookLimits.url),
  method: text(hookLimits.name),
  input: v.picklist(['string', 'url', 'request']),
  container: v.picklist(['none', 'object', 'headers', 'array', 'other']),
  frozen: v.nullable(v.picklist(['init', 'headers'])),
  headers: v.pipe(
    v.array(v.strictObject({ name: text(hookLimits.name), value: v.nullable(text(hookLimits.value)) })),
    v.maxLength(hookLimits.headers),
  ),
  mode: v.picklist(['cors', 'no-cors', 'same-origin', 'navigate']),
  credentials: v.picklist(['omit', 'same-origin', 'include']),
  body: v.picklist([
    'none',
    'text',
    'form-data',
    'url-search-params',
    'blob',
    'buffer',
    'document',
    'stream',
    'request',
    'other',
  ]),
  uploadListener: v.nullable(v.boolean()),
  keepalive: v.boolean(),
  sync: v.boolean(),
  documentUrl: text(hookLimits.url),
  baseUrl: text(hookLimits.url),
  agent: v.picklist(['none', 'starting', 'running', 'new-rum']),
  trial: v.nullable(trialSchema),
});

/** Those of the list that are calls; the others are dropped. */
export function parseHookCalls(input: unknown): HookCall[] {
  if (!Array.isArray(input)) return [];
  return input.slice(0, hookLimits.calls).flatMap((each: unknown) => {
    const result = v.safeParse(hookCallSchema, each);
    return result.success ? [result.output] : [];
  });
}
