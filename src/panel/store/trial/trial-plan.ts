import {
  endpointKey,
  originRelation,
  regexError,
  type AgentProfile,
  type EndpointResult,
  type Engine,
} from '../../../core';
import type { RouteChange } from '../../../core/probe/types';
import { probeRequestOf } from '../../../core/probe/probe-request';
import type { MendedOrigin, Trial } from '../../../protocol/trial';
import type { Judged } from '../judged/judged';
import { exclusionsInForce, headersFor, isPicked, type Picking } from './picked';
import { trialValue } from './trial-value';
import type { LeftAlone, PlannedEndpoint, TrialChoices, TrialPlan } from './types';

/** What a plan is made from. */
export interface PlanBasis {
  readonly choices: TrialChoices;
  readonly endpoints: readonly EndpointResult[];
  /** Calls by the ids in the endpoints. */
  readonly callOf: (id: string) => Pick<Judged, 'exchange' | 'reach'> | undefined;
  readonly pageOrigin: string | null;
  readonly agent: AgentProfile | null;
  readonly picking: Picking;
  /** Why no call may be picked by it; `null`: nothing speaks against it. */
  readonly patternFlaw: 'invalid' | 'too-slow' | null;
  readonly engine: Engine;
  readonly id: string;
}

/** Which endpoints a trial would change, and the trial itself, if it can be started. */
export function planTrial(basis: PlanBasis): TrialPlan {
  const { choices, pageOrigin, picking } = basis;
  const endpoints = basis.endpoints
    .filter(({ origin }) => pageOrigin === null || originRelation(pageOrigin, origin) !== 'same-origin')
    .map((endpoint) => planned(endpoint, basis));
  const included = endpoints.filter(({ leftAlone }) => leftAlone === null);
  const obstacle = obstacleTo(basis, included.length);
  return {
    endpoints,
    included: included.length,
    breaking:
      choices.mode === 'as-if-fixed' ? 0 : included.filter(({ predicted }) => predicted === 'breaks').length,
    includesUnseen: !namesEndpoints(choices),
    adds: headersFor(picking.purpose),
    pattern: picking.pattern,
    exclusions: exclusionsInForce(picking),
    trial: obstacle === null && pageOrigin !== null ? trialOf(basis, pageOrigin, included) : null,
    obstacle,
  };
}

function planned(endpoint: EndpointResult, basis: PlanBasis): PlannedEndpoint {
  const { key, method, origin, path, verdicts } = endpoint;
  const predicted = verdicts[basis.choices.route].outcome;
  return { key, method, origin, path, predicted, leftAlone: reasonToLeave(endpoint, basis) };
}

function reasonToLeave(endpoint: EndpointResult, { choices, callOf, picking }: PlanBasis): LeftAlone | null {
  const { outcome, reasons, adds } = endpoint.verdicts[choices.route];
  if (outcome === 'cannot') return 'cannot';
  if (choices.scope === 'ticked' && !choices.ticked.has(endpoint.key)) return 'not-ticked';
  if (choices.scope === 'matched' && !isPicked(endpoint, picking, callOf)) return 'not-matched';
  // what accepts trace context was not asked about the trial's x-dtc, nor the other way round
  const isAsked = adds === undefined || headersFor(picking.purpose).every((name) => adds.includes(name));
  const isProven = isAsked && outcome === 'links' && reasons[0]?.code !== 'header-likely-accepted';
  return choices.mode === 'guarded' && !isProven ? 'unproven' : null;
}

const flawWords: Readonly<Record<NonNullable<PlanBasis['patternFlaw']>, string>> = {
  invalid: 'The pattern is not a regular expression.',
  'too-slow': 'The pattern is too slow on the URLs of this page: the trial would make it stand still.',
};

function obstacleTo(
  { choices, pageOrigin, patternFlaw, picking }: PlanBasis,
  included: number,
): string | null {
  if (pageOrigin === null || !/^https?:/.test(pageOrigin)) return 'Only pages of the web can be altered.';
  const flaw = patternFlaw ?? (regexError(picking.pattern) === null ? null : 'invalid');
  if (choices.scope === 'matched' && flaw !== null) return flawWords[flaw];
  if (choices.scope === 'ticked' && choices.ticked.size === 0) return 'No endpoint is ticked.';
  if (choices.mode === 'guarded' && included === 0)
    return 'No endpoint is known to accept it: probe them first.';
  if (included === 0 && (choices.mode === 'as-if-fixed' || namesEndpoints(choices)))
    return 'No endpoint was seen that it could apply to: use the page first.';
  return null;
}

/**
 * Whether the trial keeps to endpoints that were seen; else it also changes those that the pattern matches later. Calls to
 * another site can't link by cookies, so that making them credentialed could only break them: the cookie route names its own.
 */
function namesEndpoints({ route, mode, scope }: TrialChoices): boolean {
  return scope === 'ticked' || mode === 'guarded' || route === 'cookies';
}

function trialOf(basis: PlanBasis, pageOrigin: string, included: readonly PlannedEndpoint[]): Trial {
  const { choices, agent, picking, id } = basis;
  const isListed = namesEndpoints(choices);
  return {
    id,
    change:
      choices.route === 'header'
        ? { route: 'header', value: trialValue(agent, headersFor(picking.purpose)) }
        : { route: 'cookies' },
    mode: choices.mode,
    pattern: choices.scope === 'matched' && picking.pattern !== '' ? picking.pattern : null,
    exclusions: choices.scope === 'matched' ? exclusionsInForce(picking) : null,
    endpoints: isListed ? included.map(({ method, origin, path }) => ({ method, origin, path })) : null,
    pageOrigin,
    mended: choices.mode === 'as-if-fixed' ? mendedOrigins(basis, included) : [],
  };
}

function changeOf({ route }: TrialChoices, { purpose }: Picking): RouteChange {
  return route === 'header' ? { route, adds: headersFor(purpose) } : { route };
}

/** Per calling and called origin the methods and header names that preflights must allow, from the calls that were seen. */
function mendedOrigins(
  { endpoints, callOf, choices, picking, engine }: PlanBasis,
  included: readonly PlannedEndpoint[],
): MendedOrigin[] {
  const keys = new Set(included.map(({ key }) => key));
  const pairs = new Map<string, { from: string; origin: string; methods: Set<string>; names: Set<string> }>();
  for (const endpoint of endpoints) {
    if (!keys.has(endpoint.key)) continue;
    for (const id of endpoint.exchanges) {
      const exchange = callOf(id)?.exchange;
      // a rule is for hosts: the answers to a document without an origin cannot be mended
      if (exchange === undefined || exchange.initiatorOrigin === 'null') continue;
      const { initiatorOrigin: from } = exchange;
      const asked = probeRequestOf(exchange, changeOf(choices, picking), engine)?.headerNames ?? [];
      for (const { url } of exchange.hops) {
        const { origin } = endpointKey(exchange.method, url);
        const key = `${from} ${origin}`;
        const pair = pairs.get(key) ?? { from, origin, methods: new Set(), names: new Set() };
        pairs.set(key, pair);
        pair.methods.add(exchange.method);
        for (const name of asked) pair.names.add(name);
      }
    }
  }
  return [...pairs.values()].map(({ from, origin, methods, names }) => ({
    from,
    origin,
    methods: [...methods],
    headerNames: [...names],
  }));
}
