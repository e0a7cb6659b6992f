import * as v from 'valibot';
import type { Trial } from './trial';
import { trialSchema } from './trial-schema';

const documentName = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/));
const time = v.pipe(v.number(), v.finite());

const relayMessage = v.variant('type', [
  v.strictObject({
    crosslink: v.literal('relay'),
    type: v.literal('started'),
    document: documentName,
    startedAt: time,
    trialFromStart: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  }),
  v.strictObject({
    crosslink: v.literal('relay'),
    type: v.literal('calls'),
    document: documentName,
    calls: v.array(v.unknown()),
    dropped: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
]);

/**
 * From the relay in a document to the background, which knows by the sender which tab and frame it is. `calls` holds what the
 * page hook reported; it is not checked yet.
 */
export type RelayMessage = v.InferOutput<typeof relayMessage>;

/** What a relay is told in answer, and unasked when it changes. `off`: no panel watches this tab: step back for good. */
export type RelayOrder = { readonly type: 'off' } | { readonly type: 'watch'; readonly trial: Trial | null };

const relayOrder = v.variant('type', [
  v.strictObject({ type: v.literal('off') }),
  v.strictObject({ type: v.literal('watch'), trial: v.nullable(trialSchema) }),
]);

/** `null`: not a message of a relay. */
export function parseRelayMessage(input: unknown): RelayMessage | null {
  const result = v.safeParse(relayMessage, input);
  return result.success ? result.output : null;
}

/** `null`: not an order of the background. */
export function parseRelayOrder(input: unknown): RelayOrder | null {
  const result = v.safeParse(relayOrder, input);
  return result.success ? result.output : null;
}
