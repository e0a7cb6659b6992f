import { endpointKey } from '../core/rollout/endpoint-key';
import type { HookCall, HookTrialEffect } from '../core/exchange/hook-call';
import type { Trial } from '../protocol/trial';
import { currentBase } from './document-facts';
import { harmless, matches, NativeUrl } from './natives';
import { trialHeaders, type OwnHeader, type TrialHeader } from './trial-headers';

/** A trial as the hook carries it out in this document. */
export interface TrialInForce {
  readonly id: string;
  readonly route: Trial['change']['route'];
  /** Whether the trial is meant for a call; same-origin calls never are. */
  covers(url: string, method: string): boolean;
  /** Why it leaves a call alone that it is meant for; `null`: it does not. */
  obstacle(url: string): string | null;
  /** The headers to be set on a call that is made now, or why there are none. */
  headersFor(own: OwnHeader): readonly TrialHeader[] | HookTrialEffect;
  /** To be added where it goes by what is recorded of another agent. */
  readonly caveat: string;
}

/** What holds at this moment; the relay's orders change it. */
export interface TrialNow {
  inForce: TrialInForce | null;
}

/** `null`: a pattern does not compile here. */
export function trialInForce(trial: Trial): TrialInForce | null {
  const { endpoints, change, mode } = trial;
  const isTraced = change.route === 'header' && change.value.kind === 'trace-context';
  const regex = compiled(trial.pattern);
  const excluded = compiled(trial.exclusions);
  if (regex === undefined || excluded === undefined) return null;
  const keys: Record<string, true> = Object.create(null) as Record<string, true>;
  for (const { method, origin, path } of endpoints ?? []) keys[`${method} ${origin}${path}`] = true;
  const mended: Record<string, true> = Object.create(null) as Record<string, true>;
  for (const { from, origin } of trial.mended) if (from === globalThis.origin) mended[origin] = true;

  return {
    id: trial.id,
    route: change.route,
    covers: (url, method) => {
      const resolved = new NativeUrl(url, currentBase());
      if (resolved.protocol !== 'http:' && resolved.protocol !== 'https:') return false;
      if (resolved.origin === globalThis.origin) return false;
      if (endpoints !== null && !keys[endpointKey(method, resolved.href).key]) return false;
      if (excluded !== null && matches(excluded, resolved.href)) return false;
      return regex === null || (!isTraced && matches(regex, url)) || matches(regex, resolved.href);
    },
    obstacle: (url) => {
      if (mode !== 'as-if-fixed' || mended[new NativeUrl(url, currentBase()).origin]) return null;
      return globalThis.origin === 'null'
        ? 'The answers to a frame without an origin cannot be mended.'
        : 'Its answers are not mended: this origin had not called it before the trial.';
    },
    headersFor: (own) => (change.route === 'header' ? trialHeaders(change.value, own) : []),
    caveat: isTraced ? ' So it is with x-dtc; of traceparent and tracestate it is not recorded.' : '',
  };
}

function compiled(pattern: string | null): RegExp | null | undefined {
  return pattern === null ? null : harmless(() => new RegExp(pattern, 'i'));
}

/** Reports what a trial did, or why it did not. */
export function effectOf(
  trial: TrialInForce,
  url: string | null,
  method: string,
  change: (trial: TrialInForce) => HookTrialEffect,
): HookCall['trial'] {
  const covered = url !== null && harmless(() => trial.covers(url, method)) === true;
  if (!covered) return { id: trial.id, effect: { kind: 'not-matched' } };
  const effect = harmless((): HookTrialEffect => {
    const why = trial.obstacle(url);
    return why === null ? change(trial) : { kind: 'not-possible', why };
  });
  return { id: trial.id, effect: effect ?? { kind: 'not-possible', why: 'The call could not be changed.' } };
}
