import * as v from 'valibot';

/** An endpoint of the page, folded as the rollout folds it (`endpointKey`). */
const endpoint = v.strictObject({
  method: v.pipe(v.string(), v.maxLength(40)),
  origin: v.pipe(v.string(), v.maxLength(300)),
  path: v.pipe(v.string(), v.maxLength(2_000)),
});

const headerValue = v.pipe(v.string(), v.maxLength(4_000), v.regex(/^[\t\x20-\x7e]*$/));

const value = v.variant('kind', [
  v.strictObject({
    kind: v.literal('agent'),
    postfix: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{0,40}$/)),
    application: v.pipe(v.string(), v.regex(/^[\w-]{0,100}$/)),
    fallback: headerValue,
  }),
  v.strictObject({ kind: v.literal('synthetic'), value: headerValue }),
]);

/**
 * Where the trial's `x-dtc` comes from. `agent`: as the agent builds it, from the RUM cookies that scripts can read;
 * where there is no session, `fallback`.
 */
export type TrialValue = Readonly<v.InferOutput<typeof value>>;

const names = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w!#$%&'*+.^`|~-]{1,200}$/))), v.maxLength(100));

const webOrigin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s|*^]+$/), v.maxLength(300));

const mended = v.strictObject({
  from: webOrigin,
  origin: webOrigin,
  methods: names,
  headerNames: names,
});

/** An origin whose answers to documents of the origin `from` are mended: what its preflights must allow apart from that. */
export type MendedOrigin = v.InferOutput<typeof mended>;

const trial = v.strictObject({
  /** Made up by the panel, unguessable: the page hook's reports name it. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/)),
  change: v.variant('route', [
    v.strictObject({ route: v.literal('header'), value }),
    v.strictObject({ route: v.literal('cookies') }),
  ]),
  mode: v.picklist(['strict', 'guarded', 'as-if-fixed']),
  pattern: v.nullable(v.pipe(v.string(), v.maxLength(10_000))),
  endpoints: v.nullable(v.pipe(v.array(endpoint), v.maxLength(2_000))),
  pageOrigin: v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/), v.maxLength(300)),
  mended: v.pipe(v.array(mended), v.maxLength(100)),
});

/**
 * A change to the page's own requests in one tab. Same-origin calls are never changed.
 *
 * - `mode`: `strict`: as production would behave. `guarded`: the same, where `endpoints` holds only those whose probe passed.
 *   `as-if-fixed`: the answers of the origins in `mended` are mended on their way to the browser.
 * - `pattern`: matched without regard to case against the URL as passed and absolute; `null`: every call.
 * - `endpoints`: only calls to these; `null`: to all that the pattern matches.
 * - `pageOrigin`: origin of the tab's page; the trial ends when the tab leaves its site.
 */
export type Trial = v.InferOutput<typeof trial>;

/** `null`: no trial. */
export function parseTrial(input: unknown): Trial | null {
  const result = v.safeParse(trial, input);
  return result.success ? result.output : null;
}

/** For messages that carry one. */
export const trialSchema = trial;

/** Why a trial ended that the panel did not end itself. */
export const trialEnds = ['left-site', 'access-lost', 'stopped-by-icon'] as const;
export type TrialEnd = (typeof trialEnds)[number];
