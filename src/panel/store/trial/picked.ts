import {
  classicSet,
  regexError,
  traceContextSet,
  type EndpointResult,
  type HeaderSet,
  type PatternPurpose,
  type ReasonCode,
} from '../../../core';
import type { Judged } from '../judged/judged';

/** By what the agent picks the calls that get its headers. */
export interface Picking {
  /** Of the agent's patterns the one that is being edited. */
  readonly purpose: PatternPurpose;
  /** For `x-dtc`, or inclusions; empty: every call counts as matched. */
  readonly pattern: string;
  /** Of trace context; empty: none. */
  readonly exclusions: string;
}

/** The headers that a trial of the header route adds: those that the pattern chosen is for. */
export function headersFor(purpose: PatternPurpose): HeaderSet {
  return purpose === 'x-dtc' ? classicSet : traceContextSet;
}

/** As the agent has it: exclusions that do not compile exclude nothing (1.337). */
export function exclusionsInForce({ purpose, exclusions }: Picking): string | null {
  return purpose === 'x-dtc' || exclusions === '' || regexError(exclusions) !== null ? null : exclusions;
}

/**
 * Whether the patterns pick calls of the endpoint. What was found in the URLs is known of the pattern that is being edited;
 * of the other one the verdict tells.
 */
export function isPicked(
  { exchanges, verdicts }: EndpointResult,
  { purpose, pattern }: Picking,
  callOf: (id: string) => Pick<Judged, 'reach'> | undefined,
): boolean {
  const isFound = (id: string): boolean => callOf(id)?.reach.now === 'yes';
  const isBecause = (code: ReasonCode): boolean =>
    verdicts.header.reasons.some((reason) => reason.code === code);
  if (purpose === 'exclusions') {
    return !exchanges.every(isFound) && (pattern === '' || !isBecause('trace-context-not-included'));
  }
  return (pattern === '' || exchanges.some(isFound)) && !isBecause('trace-context-excluded');
}
