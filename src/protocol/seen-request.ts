import * as v from 'valibot';
import { backgroundVersion } from './background-schema';
import { hookLimits } from './hook-limits';

/** What Firefox's `webRequest` tells of a request and its network log does not. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** When it began, ms since the epoch. */
  readonly at: number;
  /** By `navigator.sendBeacon()`. */
  readonly beacon: boolean;
  /** URL of the document or worker that made it; `null`: the browser does not tell. */
  readonly caller: string | null;
  /** It went to the network or to the HTTP cache; otherwise a service worker has taken it. */
  readonly sent: boolean;
}

/** From the background to the recorder of a tab. */
export interface SeenRequestsMessage {
  readonly crosslink: 'requests-seen';
  readonly version: number;
  readonly tabId: number;
  readonly requests: readonly SeenRequest[];
}

const url = v.pipe(v.string(), v.maxLength(hookLimits.url));

const message = v.strictObject({
  crosslink: v.literal('requests-seen'),
  version: v.literal(backgroundVersion),
  tabId: v.number(),
  requests: v.array(
    v.strictObject({
      method: v.string(),
      url,
      at: v.number(),
      beacon: v.boolean(),
      caller: v.nullable(url),
      sent: v.boolean(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, SeenRequestsMessage>;

/** `null`: another message, or of another version. */
export function parseSeenRequests(input: unknown): SeenRequestsMessage | null {
  const result = v.safeParse(message, input);
  return result.success ? result.output : null;
}
