import { classicSet, traceContextSet, type HeaderSet } from '../core/agent/link-headers';
import { either, listOf, nullable, oneOf, shape, text, type Guarded } from './guard';

/** An endpoint of the page, folded as the rollout folds it (`endpointKey`). */
const endpoint = shape({ method: text(/^/, 40), origin: text(/^/, 300), path: text(/^/, 2_000) });

const headerValue = text(/^[\t\x20-\x7e]*$/, 4_000);
const postfix = text(/^[A-Za-z0-9]*$/, 40);
/** A part of a `tracestate` entry: neither its separators nor those of the list. */
const part = text(/^[\w*/@-]+$/, 250);

const value = either(
  either(
    shape({ kind: oneOf('agent'), postfix, application: text(/^[\w-]*$/, 100), fallback: headerValue }),
    shape({ kind: oneOf('synthetic'), value: headerValue }),
  ),
  shape({
    kind: oneOf('trace-context'),
    key: part,
    application: part,
    postfix: nullable(postfix),
    visitor: part,
    session: part,
  }),
);

/**
 * What the trial adds, and where it comes from. `agent`: `x-dtc` as the agent builds it, from the RUM cookies that scripts can
 * read; where there is no session, `fallback`. `synthetic`: an `x-dtc` that no agent made. `trace-context`: `traceparent`, and
 * `tracestate` by `key` and `application`, the agent's where there is a `postfix` of the cookies that hold visitor and session; these are
 * made-up ones for where that fails.
 */
export type TrialValue = Guarded<typeof value>;

const names = listOf(text(/^[\w!#$%&'*+.^`|~-]+$/, 200), 100);

const webOrigin = text(/^https?:\/\/[^/\s|*^]+$/, 300);

const mended = shape({ from: webOrigin, origin: webOrigin, methods: names, headerNames: names });

/** An origin whose answers to documents of the origin `from` are mended: what its preflights must allow apart from that. */
export type MendedOrigin = Guarded<typeof mended>;

const pattern = nullable(text(/^/, 10_000));

/** Whether untrusted data is a trial. */
export const isTrial = shape({
  /** Made up by the panel, unguessable: the page hook's reports name it. */
  id: text(/^[\w-]{16,}$/, 64),
  change: either(shape({ route: oneOf('header'), value }), shape({ route: oneOf('cookies') })),
  mode: oneOf('strict', 'guarded', 'as-if-fixed'),
  pattern,
  exclusions: pattern,
  endpoints: nullable(listOf(endpoint, 2_000)),
  pageOrigin: text(/^https?:\/\/[^/\s]+$/, 300),
  mended: listOf(mended, 100),
});

/**
 * A change to the page's own requests in one tab. Same-origin calls are never changed.
 *
 * - `mode`: `strict`: as production would behave. `guarded`: the same, where `endpoints` holds only those whose probe passed.
 *   `as-if-fixed`: the answers of the origins in `mended` are mended on their way to the browser.
 * - `pattern`: matched without regard to case against the URL as passed and absolute, for trace context only against the absolute
 *   one; `null`: every call.
 * - `exclusions`: of trace context; calls that it matches are left alone, `null`: none.
 * - `endpoints`: only calls to these; `null`: to all that the pattern matches.
 * - `pageOrigin`: origin of the tab's page; the trial ends when the tab leaves its site.
 */
export type Trial = Guarded<typeof isTrial>;

/** The headers that a trial adds. */
export function trialHeaders({ change }: Pick<Trial, 'change'>): HeaderSet {
  if (change.route === 'cookies') return [];
  return change.value.kind === 'trace-context' ? traceContextSet : classicSet;
}

/** `null`: no trial. */
export function parseTrial(input: unknown): Trial | null {
  return isTrial(input) ? input : null;
}

/** Why a trial ended that the panel did not end itself. */
export const trialEnds = ['left-site', 'access-lost', 'stopped-by-icon'] as const;
export type TrialEnd = (typeof trialEnds)[number];
