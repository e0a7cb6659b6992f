import type { HostName, Scheme } from '../hosts';
import { originOf } from '../hosts';
import { agentStateScenarios } from './agent-states';
import { cookieRouteScenarios } from './cookie-route';
import { deployedPatternScenarios } from './deployed-pattern';
import { frameScenarios } from './frames';
import { headerRouteScenarios } from './header-route';
import { otherCallScenarios } from './other-calls';
import { preflightFailureScenarios } from './preflight-failures';
import { redirectScenarios } from './redirects';
import { responseFailureScenarios } from './response-failures';
import { sameOriginScenarios } from './same-origin';
import { traceContextScenarios } from './trace-context';
import type { Scenario, ScenarioHop } from './types';
import { variants, type VariantId } from './variants';

export type * from './types';
export { variants, type PageVariant, type VariantId } from './variants';
export { uncoveredReasons } from './uncovered';

/** Every scenario of the lab. */
export const scenarios: readonly Scenario[] = [
  ...sameOriginScenarios,
  ...cookieRouteScenarios,
  ...headerRouteScenarios,
  ...preflightFailureScenarios,
  ...responseFailureScenarios,
  ...deployedPatternScenarios,
  ...traceContextScenarios,
  ...agentStateScenarios,
  ...redirectScenarios,
  ...frameScenarios,
  ...otherCallScenarios,
];

/** URL of a hop of a scenario; unique to it. */
export function hopUrl(scenario: Scenario, index = 0): string {
  const hop = scenario.hops[index] ?? scenario.hops[0];
  const { host, scheme }: { host: HostName; scheme: Scheme } = {
    host: hop.host,
    scheme: hop.scheme ?? variants[scenario.page].scheme,
  };
  return `${originOf(host, scheme)}${hopPath(scenario, hop)}`;
}

export function hopPath(scenario: Scenario, hop: ScenarioHop): string {
  return `/s/${scenario.id}/${hop.path ?? 'api/items'}`;
}

/** Where the scenarios of a variant run: the page cleans the RUM cookies of other variants away first. */
export function scenarioPageUrl(variant: VariantId): string {
  return `${originOf('shop')}/fresh/${variant}`;
}
