import { outcomes, routes, type Route } from '../../../core';

/** Keys of the filter language, in the order in which they are offered. */
export const filterKeys = [
  'outcome',
  'route',
  ...routes,
  'host',
  'is',
  'method',
  'reason',
  'status-code',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** Values of `is:`. */
const traits = [
  'cross-site',
  'failed',
  'lost',
  'match-unknown',
  'matched',
  'newly-matched',
  'preflight',
  'same-origin',
  'same-site',
  'unmatched',
] as const;

/** Values that do not depend on the rows. */
export const fixedValues: Readonly<Partial<Record<FilterKey, readonly string[]>>> = {
  outcome: outcomes,
  route: routes,
  today: outcomes,
  cookies: outcomes,
  header: outcomes,
  is: traits,
};

export function isFilterKey(key: string): key is FilterKey {
  return (filterKeys as readonly string[]).includes(key);
}

export function isRoute(value: string): value is Route {
  return (routes as readonly string[]).includes(value);
}
