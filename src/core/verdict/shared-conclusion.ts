import type { HeaderSet } from '../agent/link-headers';
import type { Reason } from './reason';
import type { Conclusion } from './types';

/** How many conclusions are kept that have the same first reason. */
const capacity = 16;
const known = new WeakMap<Reason, Conclusion[]>();

/** A conclusion; the same object as before where an earlier one says the same: the calls of a log have few between them. */
export function sharedConclusion(conclusion: Conclusion): Conclusion {
  const [deciding] = conclusion.reasons;
  if (deciding === undefined) return conclusion;
  const before = known.get(deciding) ?? [];
  const same = before.find((each) => saysTheSame(each, conclusion));
  if (same !== undefined) return same;
  if (before.length >= capacity) before.length = 0;
  before.push(conclusion);
  known.set(deciding, before);
  return conclusion;
}

function saysTheSame(a: Conclusion, b: Conclusion): boolean {
  return (
    a.outcome === b.outcome &&
    a.addsPreflight === b.addsPreflight &&
    a.reasons.length === b.reasons.length &&
    a.reasons.every((reason, index) => reason === b.reasons[index]) &&
    areEqual(a.adds, b.adds)
  );
}

function areEqual(a: HeaderSet | undefined, b: HeaderSet | undefined): boolean {
  return (
    a === b || (a !== undefined && a.length === b?.length && a.every((header, index) => header === b[index]))
  );
}
