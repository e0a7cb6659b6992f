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
export { isForbiddenRequestHeader } from './fetch/forbidden-header';
export { isSafelistedRequestHeader } from './fetch/safelist';
export { unsafeRequestHeaderNames } from './fetch/unsafe-headers';
export { sentHeaders } from './fetch/settable-headers';
export { preflightCauses } from './fetch/preflight-causes';
export { preflightRequestHeaders } from './fetch/preflight-request';
export {
  bypassesPreflightCache,
  cacheAfterFailedResponse,
  cachedPreflight,
  isPreflightCached,
  preflightLifetime,
} from './fetch/preflight-cache';
export type { CachedPreflight } from './fetch/preflight-cache';
export { checkPreflight } from './fetch/preflight-check';
export { checkCors } from './fetch/cors-check';
export { predictFetch } from './fetch/predict-fetch';
export type { FetchPrediction } from './fetch/predict-fetch';
export type { Cookie } from './site/cookie';
export { cookieDomainAllowed, domainMatches, sharedCookieDomain } from './site/cookie-domain';
export type { CookieDomain } from './site/cookie-domain';
export { cookieRefusal, cookiesSent } from './site/cookies-sent';
export type { CookieCall, CookieRefusal } from './site/cookies-sent';
export { originRelation } from './site/origin-relation';
export type { OriginRelation } from './site/origin-relation';
export { parseUrl } from './site/parse-url';
export { registrableDomain } from './site/registrable-domain';
export { siteOf } from './site/site-of';
export type { AgentConfig } from './agent/config';
export type {
  AgentKind,
  AgentProfile,
  AgentRegex,
  AgentVersion,
  InjectionForm,
  TraceContextProfile,
} from './agent/profile';
export type { AgentCall, AgentSources, LiveAgent, ScriptElement, Tagging } from './agent/types';
export type { FormRules, PatternMatch, RegexMatcher } from './agent/pattern-match';
export { agentRegexFromPattern, regexError } from './agent/agent-regex';
export { isAgentBeacon } from './agent/agent-beacon';
export { classicSet, headerNames, traceContextSet } from './agent/link-headers';
export type { HeaderSet, LinkHeader } from './agent/link-headers';
export { currentAgentProfile } from './agent/current-agent';
export { decodeEscapes, encodeEscapes, escapeSafePattern, survivesEscapes } from './agent/escapes';
export { parseXDtpc } from './agent/page-context';
export type { PageContext as RumPageContext, XDtpc } from './agent/page-context';
export { parseAgentConfig } from './agent/parse-config';
export { agentReadPlan } from './agent/read-plan';
export { agentProfile } from './agent/read-profile';
export { parseCookiePairs, parseSessionCookie, rumCookieNames } from './agent/rum-cookies';
export type { RumCookieNames, SessionCookie } from './agent/rum-cookies';
export { agentSourcesFromHtml } from './agent/sources-from-html';
export { tierEvidence } from './agent/tier-evidence';
export type { TierEvidence, TierSign } from './agent/tier-evidence';
export { prepareTagging, wouldTag } from './agent/would-tag';
export type { TaggingOptions } from './agent/would-tag';
export { formatXDtc, parseXDtc } from './agent/x-dtc';
export type { XDtc, XDtcInput } from './agent/x-dtc';
export { reason } from './verdict/reason';
export type {
  Exchange,
  ExchangeApi,
  ExchangeHop,
  Fact,
  FactSource,
  ObservedPreflight,
} from './exchange/types';
export type { Evidence, Reason, ReasonCode } from './verdict/reason';
export type { Outcome, PageFacts, Route, Step, TraceContextDraft, Verdict } from './verdict/types';
export { outcomes, routes } from './verdict/types';
export { catalogue } from './verdict/catalogue';
export type { ReasonText } from './verdict/catalogue';
export type { EndpointResult, OutcomeCounts, RolloutSummary } from './rollout/types';
export { endpointKey, foldIds } from './rollout/endpoint-key';
export type { EndpointKey } from './rollout/endpoint-key';
export { attention } from './rollout/outcome-counts';
export { createRollout } from './rollout/rollout';
export type { Rollout } from './rollout/rollout';
export { rolloutAnswer } from './rollout/answer';
export { judge, judgeRoutes } from './verdict/judge';
export { engineDifferences } from './verdict/engine-differences';
export type { EngineDifference, ShippingEngine } from './verdict/engine-differences';
export { agentCallOf } from './verdict/agent-call';
export { askedRegexes } from './verdict/asked-regexes';
export type { AskedRegex } from './verdict/asked-regexes';
export { urlForms } from './agent/url-candidates';
export type { UrlForms } from './agent/url-candidates';
export { taggingRules } from './agent/version';
export type { TaggingRules } from './agent/version';
export { judgeHar, pageFactsOfHar } from './report/judge-har';
export { toolVersion } from './report/tool-version';
export type {
  Gap,
  GapCode,
  JudgeOptions,
  Report,
  ReportCall,
  ReportEndpoint,
  ReportExchange,
  ReportVerdict,
  ReportVerdicts,
} from './report/types';
export { buildReport } from './report/build-report';
export type { ReportSession } from './report/build-report';
export type { JudgedExchange } from './report/judged-exchange';
export { markdownReport } from './report/markdown';
export type { DocumentOptions } from './report/markdown';
export { htmlReport } from './report/html/html-report';
export type { NamedReport } from './report/html/html-report';
export { hostsOf, reportForHost } from './report/report-for-host';
export { answerOf, headFacts, preflightFacts } from './report/report-facts';
export { endpointWork, groupEndpoints, hostFixes, linkingRoutes } from './report/endpoint-groups';
export type { EndpointGroups, EndpointWork, HostFix } from './report/endpoint-groups';
export { compareReports } from './report/compare';
export type { ComparedReport, EndpointChange, ReportComparison, VerdictChange } from './report/compare';
export { comparisonAnswer, markdownComparison } from './report/compare-markdown';
export { readReport } from './report/read-report';
export {
  redactCompared,
  redactHeader,
  redactHeaders,
  redactReport,
  redactText,
  redactUrl,
} from './report/redact';
export { reportCall } from './report/report-call';
export { serverAnswer } from './report/server-answer';
export { curlOf, curlOfCall } from './report/curl';
export type { CurlOptions } from './report/curl';
export { isDeceptive, visibleJson, visibleLines, visibleText } from './report/visible-text';
export { toHar } from './report/har/to-har';
export type { HarOptions, HarSource } from './report/har/to-har';
export type { HarFile } from './report/har/har-file';
export { readCrosslinkSession } from './report/har/crosslink-session';
export type { CrosslinkSession } from './report/har/crosslink-session';
export { mendedByServer, mergeFixRequests, serverFixes } from './rollout/server-fixes';
export type { FixRequest, ServerFix, ServerKind } from './rollout/server-fixes';
export { readHarText } from './exchange/har-text/read-har-text';
export type {
  HarCreator,
  HarProgress,
  HarTextResult,
  ReadHarOptions,
} from './exchange/har-text/read-har-text';
export type { HarTextSource } from './exchange/har-text/byte-chunks';
export type { HarFlaw } from './exchange/har-text/flaw';
export { createExchangeLog } from './exchange/exchange-log';
export type {
  EntryProblem,
  ExchangeChanges,
  ExchangeLog,
  ExchangeLogChanges,
  RenewedEntry,
} from './exchange/exchange-log';
export { exchangesFromHar, readHar } from './exchange/from-har';
export type { Har, HarEntry, HarPage } from './exchange/har';
export { slimEntry } from './exchange/slim-entry';
export type { HookCall } from './exchange/hook-call';
export { actionOpen } from './exchange/hook-facts';
export { createHookJoin } from './exchange/hook-join';
export type { HookJoin } from './exchange/hook-join';
export type { Finding, FindingCode, FindingSeverity, PatternFix } from './pattern/findings';
export { findingTexts } from './pattern/findings';
export { lintPattern } from './pattern/lint/lint-pattern';
export { patternObstacle } from './pattern/obstacle';
export type { LintContext, SeenUrl } from './pattern/lint/lint-context';
export { lintBacktracking } from './pattern/backtracking';
export { tokenizePattern } from './pattern/pattern-token';
export type { PatternToken, PatternTokenKind } from './pattern/pattern-token';
export { compilePattern, correlationTarget, traceContextTarget } from './pattern/pattern-target';
export { patternPurposes } from './pattern/pattern-target';
export type { PatternPurpose, PatternTarget } from './pattern/pattern-target';
export { matchRange } from './pattern/match-range';
export type { MatchRange } from './pattern/match-range';
export { createMatchJob } from './pattern/match-job';
export { matchStates } from './pattern/match-plan';
export type { MatchJob, MatchProgress } from './pattern/match-job';
export { uniqueUrls } from './pattern/unique-urls';
export type { UniqueUrls } from './pattern/unique-urls';
export { compareMatches } from './pattern/compare-matches';
export type { MatchComparison, MatchCount } from './pattern/compare-matches';
export { copyFormats, settingsPath } from './pattern/copy-formats';
export type { CopyFormat } from './pattern/copy-formats';
export { suggestPattern } from './pattern/suggest/suggest-pattern';
export { suggestionWarnings } from './pattern/suggest/suggestion';
export type {
  NotSeparated,
  SuggestRequest,
  SuggestUrl,
  Suggestion,
  SuggestionPart,
  SuggestionWarning,
} from './pattern/suggest/suggestion';
export { compareTrial } from './trial/compare-trial';
export type { ComparedTrial } from './trial/compare-trial';
export { differenceOf, isDeviation } from './trial/difference';
export { predictTrial, triedBeside } from './trial/prediction';
export type { Prediction } from './trial/prediction';
export { triedCall } from './trial/tried-call';
export { alteredBy } from './exchange/altered-call';
export { lastHop } from './exchange/last-hop';
export type {
  ComparedCall,
  Difference,
  EndpointTrial,
  Tried,
  TrialComparison,
  TrialMode,
  TrialRoute,
  Untried,
} from './trial/types';
