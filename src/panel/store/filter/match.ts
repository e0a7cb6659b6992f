import type { Route } from '../../../core';
import type { Condition, Filter } from './parse';
import { isLost, isNewlyMatched, type FilterSubject } from './subject';

export type Predicate = (subject: FilterSubject) => boolean;

/** Whether an exchange passes the filter. `inverted`: whether it does not; `null`: without conditions everything passes. */
export function filterPredicate(filter: Filter, inverted = false): Predicate | null {
  const tests = filter.conditions.map((condition) => {
    const test = conditionTest(condition, filter.routes);
    return condition.negated ? (subject: FilterSubject): boolean => !test(subject) : test;
  });
  if (tests.length === 0) return null;
  const passes: Predicate = (subject) => tests.every((test) => test(subject));
  return inverted ? (subject) => !passes(subject) : passes;
}

function conditionTest(condition: Condition, routes: readonly Route[]): Predicate {
  switch (condition.kind) {
    case 'text':
      return ({ haystack }) => haystack.includes(condition.text);
    case 'regex':
      return ({ haystack }) => condition.regex.test(haystack);
    case 'pair':
      return pairTest(condition.key, condition.value, routes);
  }
}

function pairTest(
  key: Extract<Condition, { kind: 'pair' }>['key'],
  value: string,
  routes: readonly Route[],
): Predicate {
  switch (key) {
    case 'outcome':
      return ({ verdicts }) => routes.some((route) => verdicts[route].outcome === value);
    case 'today':
    case 'cookies':
    case 'header':
      return ({ verdicts }) => verdicts[key].outcome === value;
    case 'reason':
      return ({ verdicts }) =>
        routes.some((route) => verdicts[route].reasons.some((reason) => reason.code === value));
    case 'host': {
      const pattern = hostPattern(value);
      return ({ host }) => pattern.test(host);
    }
    case 'method':
      return ({ exchange }) => exchange.method.toLowerCase() === value;
    case 'status-code':
      return statusTest(value);
    case 'is':
      return traitTest(value);
  }
}

/** `*` stands for any characters, as in the browser's `domain:`. */
function hostPattern(value: string): RegExp {
  const escaped = value.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

/** `404`, or `4xx` for a whole class; `0` for no answer. */
function statusTest(value: string): Predicate {
  const wanted = /^([1-5])xx$/.exec(value)?.[1];
  if (wanted !== undefined)
    return ({ status }) => status !== null && Math.floor(status / 100) === Number(wanted);
  return ({ status }) => String(status ?? 0) === value;
}

function traitTest(value: string): Predicate {
  switch (value) {
    case 'preflight':
      return ({ exchange, preflight }) => preflight === 'seen' || exchange.api === 'preflight';
    case 'failed':
      return ({ failed }) => failed;
    case 'matched':
      return ({ reach }) => reach.now === 'yes';
    case 'unmatched':
      return ({ reach }) => reach.now === 'no';
    case 'match-unknown':
      return ({ reach }) => reach.now === 'unknown';
    case 'newly-matched':
      return ({ reach }) => isNewlyMatched(reach);
    case 'lost':
      return ({ reach }) => isLost(reach);
    case 'same-site':
    case 'same-origin':
    case 'cross-site':
      return ({ relation }) => relation === value;
    default:
      return () => false;
  }
}
