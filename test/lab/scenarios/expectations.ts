import type { ReasonCode, Route } from '../../../src/core';
import type { Expected, ExpectedVerdict, Seen, SeenFacts } from './types';

type More = Partial<Omit<ExpectedVerdict, 'outcome' | 'reason'>>;
type Verdicts = Readonly<Record<Route, ExpectedVerdict>>;

const verdict =
  (outcome: Expected['outcome']) =>
  (reason: ReasonCode, more: More = {}): ExpectedVerdict => ({ outcome, reason, ...more });

export const links = verdict('links');
export const breaks = verdict('breaks');
export const unlinked = verdict('unlinked');
export const cannot = verdict('cannot');
export const unknown = verdict('unknown');

/** The call fails today by this rule. */
export const fails = (rule: ReasonCode): ExpectedVerdict => unlinked('call-fails', { also: [rule] });

/** The usual state of a cross-origin call today. */
export const uncredentialed = unlinked('cross-origin-uncredentialed');

/** `x-dtc` would be asked for, and nobody has asked yet. */
export const notAsked = unknown('preflight-not-seen', { addsPreflight: true });

/** The same on all three routes. */
export const everywhere = (expected: ExpectedVerdict): Verdicts => ({
  today: expected,
  cookies: expected,
  header: expected,
});

/** A call that works, unless said otherwise: it arrived, without preflight, `x-dtc` and RUM cookie. */
export const seen = (facts: Partial<SeenFacts> & Pick<Seen, 'engines'> = {}): Seen => ({
  failed: false,
  preflight: false,
  arrived: true,
  xDtc: false,
  dtCookie: false,
  ...facts,
});
