import type { Expectation } from './expectation';
import type { Observation } from './observation';

/** What is compared, one column of the agreement table each. */
export const aspects = [
  'outcome',
  'causes',
  'preflights',
  'requests',
  'methods',
  'origins',
  'cookies',
  'preflight cookies',
] as const;
export type Aspect = (typeof aspects)[number];

/** An aspect where core and browser differ, each side's view as JSON. */
export interface Disagreement {
  readonly aspect: Aspect;
  readonly expected: unknown;
  readonly observed: unknown;
}

/** Compares what the core says with what the browser did; empty: they agree. */
export function compare(expected: Expectation, observed: Observation): readonly Disagreement[] {
  const preflights = firstOfEachHop(observed.received.filter(({ isPreflight }) => isPreflight));
  const requests = firstOfEachHop(observed.received.filter(({ isPreflight }) => !isPreflight));
  const sides: Readonly<Record<Aspect, readonly [unknown, unknown]>> = {
    outcome: [expected.ok, observed.ok],
    causes: expected.requests.some(({ hop }) => hop === 0)
      ? [expected.asksFirst, preflights.some(({ hop }) => hop === 0)]
      : [null, null],
    preflights: [
      expected.preflights,
      preflights.map(({ hop, origin, requestedMethod, requestedHeaders }) => ({
        hop,
        origin,
        requestedMethod,
        requestedHeaders,
      })),
    ],
    requests: [expected.requests.map(({ hop }) => hop), requests.map(({ hop }) => hop)],
    methods: [expected.requests.map(({ method }) => method), requests.map(({ method }) => method)],
    origins: [
      expected.requests.map(({ origin }) => origin),
      requests.map(({ origin }, index) => (expected.requests[index]?.origin === null ? null : origin)),
    ],
    cookies: [
      expected.requests.map(({ hop, cookies }) => ({ hop, cookies })),
      requests.map(({ hop, cookies }) => ({ hop, cookies })),
    ],
    'preflight cookies': [preflights.map(() => []), preflights.map(({ cookies }) => cookies)],
  };
  return aspects.flatMap((aspect) => {
    const [ours, theirs] = sides[aspect];
    return JSON.stringify(ours) === JSON.stringify(theirs)
      ? []
      : { aspect, expected: ours, observed: theirs };
  });
}

/** A browser repeats a request whose connection was cut; only the first counts. */
function firstOfEachHop<T extends { readonly hop: number }>(requests: readonly T[]): readonly T[] {
  return requests.filter(({ hop }, index) => requests.findIndex((other) => other.hop === hop) === index);
}
