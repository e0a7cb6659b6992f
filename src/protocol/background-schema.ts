import * as v from 'valibot';
import type { BackgroundCall, BackgroundEvent, CallParams } from './background-rpc';
import { hookLimits } from './hook-limits';
import { hookCallSchema } from './hook-schema';
import { trialEnds } from './trial';
import { trialSchema } from './trial-schema';

/** Raised with every change of these messages: a panel that outlived an update of the extension must not be misread. */
export const backgroundVersion = 1;

const patterns = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(300), v.regex(/^(?:\*|https?):\/\/[^/\s]+\/\*$/))),
  v.maxLength(200),
);
const url = v.pipe(v.string(), v.maxLength(hookLimits.url), v.regex(/^https?:\/\//));
const callId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const headerName = v.pipe(v.string(), v.regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,200}$/));
const none = v.strictObject({});

const params = {
  'access.read': v.strictObject({ patterns }),
  'access.ask': v.strictObject({ patterns, page: v.pipe(v.string(), v.maxLength(300)) }),
  'access.revoke': v.strictObject({ patterns }),
  'hook.watch': v.strictObject({ patterns }),
  'hook.unwatch': none,
  'probe.run': v.strictObject({
    id: callId,
    timeout: v.pipe(v.number(), v.minValue(1), v.maxValue(120_000)),
    request: v.strictObject({
      url,
      origin: v.pipe(v.string(), v.regex(/^(?:null|[a-z][a-z0-9+.-]*:\/\/[^/\s]+)$/), v.maxLength(300)),
      method: v.pipe(v.string(), v.regex(/^[\w!#$%&'*+.^`|~-]{1,40}$/)),
      headerNames: v.pipe(v.array(headerName), v.maxLength(100)),
    }),
  }),
  'probe.cancel': v.strictObject({ id: callId }),
  'cookies.read': v.strictObject({
    pageUrl: url,
    targets: v.pipe(v.array(url), v.maxLength(500)),
  }),
  'trial.start': v.strictObject({ trial: trialSchema }),
  'trial.stop': none,
  'trial.read': none,
} satisfies { [Name in BackgroundCall]: v.GenericSchema<unknown, CallParams<Name>> };

/** A call as it travels. */
export interface CallMessage {
  readonly crosslink: 'call';
  readonly version: number;
  readonly tabId: number;
  readonly name: BackgroundCall;
  readonly params: unknown;
}

const callMessage = v.strictObject({
  crosslink: v.literal('call'),
  version: v.literal(backgroundVersion),
  tabId: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  name: v.picklist(Object.keys(params) as BackgroundCall[]),
  params: v.unknown(),
});

/** A call whose parameters are those of its name. */
export type ParsedCall = {
  [Name in BackgroundCall]: {
    readonly name: Name;
    readonly tabId: number;
    readonly params: CallParams<Name>;
  };
}[BackgroundCall];

/** `null`: not a call of this version. */
export function parseCall(input: unknown): ParsedCall | null {
  const message = v.safeParse(callMessage, input);
  if (!message.success) return null;
  const { name, tabId } = message.output;
  const parsed = v.safeParse(params[name], message.output.params);
  // the schema of a name gives that name's parameters, which the union cannot express
  return parsed.success ? ({ name, tabId, params: parsed.output } as ParsedCall) : null;
}

const documentName = v.pipe(v.string(), v.maxLength(64));
const frameId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const event = v.variant('type', [
  v.strictObject({ type: v.literal('access-changed') }),
  v.strictObject({
    type: v.literal('hook-started'),
    document: v.strictObject({
      document: documentName,
      frameId,
      url: v.pipe(v.string(), v.maxLength(hookLimits.url)),
      startedAt: v.number(),
      trialFromStart: v.nullable(v.string()),
    }),
  }),
  v.strictObject({
    type: v.literal('hook-calls'),
    document: documentName,
    frameId,
    calls: v.array(hookCallSchema),
    dropped: v.number(),
  }),
  v.strictObject({ type: v.literal('trial-ended'), id: v.string(), why: v.picklist(trialEnds) }),
]) satisfies v.GenericSchema<unknown, BackgroundEvent>;

/** An event as it travels; the panel of the tab answers `true`, which shows the background that it is there. */
export interface EventMessage {
  readonly crosslink: 'event';
  readonly version: number;
  /** `null`: for every panel. */
  readonly tabId: number | null;
  /** `null`: only to learn whether the panel is there. */
  readonly event: BackgroundEvent | null;
  /** The background has just started: it knows no port of the panel. */
  readonly restarted: boolean;
}

const eventMessage = v.strictObject({
  crosslink: v.literal('event'),
  version: v.literal(backgroundVersion),
  tabId: v.nullable(v.number()),
  event: v.nullable(event),
  restarted: v.boolean(),
});

/** `null`: not an event of this version. */
export function parseEvent(input: unknown): EventMessage | null {
  const message = v.safeParse(eventMessage, input);
  return message.success ? message.output : null;
}

const presenceQuestion = v.strictObject({ ...eventMessage.entries, event: v.null() });

/**
 * Whether the background asks if the panel of this tab is there. In Firefox devtools answer, too: while they are being docked
 * elsewhere there is no panel, and the next one goes on with what this one began.
 */
export function isPresenceQuestion(input: unknown, tabId: number): boolean {
  const question = v.safeParse(presenceQuestion, input);
  return question.success && question.output.tabId === tabId;
}

const answer = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), result: v.unknown() }),
  v.strictObject({ ok: v.literal(false), error: v.string() }),
]);

/** The background's answer to a call. */
export type CallAnswer = v.InferOutput<typeof answer>;

/** `null`: not an answer. */
export function parseAnswer(input: unknown): CallAnswer | null {
  const result = v.safeParse(answer, input);
  return result.success ? result.output : null;
}
