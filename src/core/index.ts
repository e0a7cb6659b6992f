/** The core's public surface: pure functions over facts, no browser API, usable in panel, worker and Node alike. */
export type {
  CorsFailure,
  CorsRequest,
  CorsResponse,
  CorsResult,
  Credentials,
  Engine,
  Header,
  Hop,
  PreflightCause,
} from './fetch/types';
export type { Cookie } from './site/cookie';
export type { AgentConfig } from './agent/config';
export type {
  AgentKind,
  AgentProfile,
  AgentRegex,
  AgentVersion,
  InjectionForm,
  TraceContextProfile,
} from './agent/profile';
export type { AgentCall, AgentSources, LiveAgent, Tagging } from './agent/types';
export type {
  Exchange,
  ExchangeApi,
  ExchangeHop,
  Fact,
  FactSource,
  ObservedPreflight,
} from './exchange/types';
export type { Evidence, Reason, ReasonCode } from './verdict/reason';
export type { Outcome, PageFacts, Route, Step, Verdict } from './verdict/types';
export { outcomes, routes } from './verdict/types';
export { catalogue } from './verdict/catalogue';
export type { ReasonText } from './verdict/catalogue';
export type { EndpointResult, OutcomeCounts, RolloutSummary } from './rollout/types';
