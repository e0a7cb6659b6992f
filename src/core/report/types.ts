import type { HeaderSet } from '../agent/link-headers';
import type { AgentProfile } from '../agent/profile';
import type { Credentials, Engine, Header } from '../fetch/types';
import type { OutcomeCounts, RolloutSummary } from '../rollout/types';
import type { Cookie } from '../site/cookie';
import type { Reason } from '../verdict/reason';
import type { Outcome, Route } from '../verdict/types';

/** A verdict as the report carries it: without the steps that led to it. */
export interface ReportVerdict {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly addsPreflight: boolean;
}

export type ReportVerdicts = Readonly<Record<Route, ReportVerdict>>;

export interface ReportExchange {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly initiatorOrigin: string;
  /** Of the URL that answered to the document that called, after redirects. */
  readonly relation: 'same-origin' | 'same-site' | 'cross-site';
  /** `null`: no preflight was seen. */
  readonly preflight: { readonly observed: true; readonly linkable: false } | null;
  readonly tier: 'seen' | 'not-seen';
  readonly verdicts: ReportVerdicts;
}

/** The request of a call that decides (after redirects another one than the first), as far as it takes to repeat it. */
export interface ReportCall {
  /** Id of the exchange. */
  readonly exchange: string;
  readonly method: string;
  readonly url: string;
  /** As this request's `Origin` says it; `'null'` after a redirect that taints it. */
  readonly initiatorOrigin: string;
  /** `null`: the log does not tell. */
  readonly credentials: Credentials | null;
  /** Those that the script, or the agent for it, set. */
  readonly headers: readonly Header[];
  /** What the agent adds on the header route: `x-dtc`, or `traceparent` and `tracestate`, or all of them. */
  readonly adds: HeaderSet;
  /** `null`: none was seen. `status`: `null` where it got no answer. `duration`: ms */
  readonly preflight: {
    readonly status: number | null;
    readonly duration: number;
    readonly headers: readonly Header[];
  } | null;
}

/** What a server says to the headers that the agent adds on the header route, whatever pattern is in force. */
export interface ServerAnswer {
  /** `likely-accepts`: it allowed just what it was asked for. `not-needed`: same origin, browsers do not ask. */
  readonly kind: 'accepts' | 'likely-accepts' | 'refuses' | 'not-asked' | 'not-needed';
  /** The rule that decided, where there is more to say. */
  readonly reason: Reason | null;
}

export interface ReportEndpoint {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  /** Calls. */
  readonly count: number;
  readonly verdicts: ReportVerdicts;
  /** Calls whose preflight was seen, and calls that would get one that they do not have today. */
  readonly preflights: { readonly observed: number; readonly cookies: number; readonly header: number };
  /** The call that gave the verdict on the header route. */
  readonly call: ReportCall;
  /** To that call with the agent's headers, as far as the log tells. */
  readonly server: ServerAnswer;
}

/** Something that the log does not hold and that a verdict would need. */
export interface Gap {
  readonly code: GapCode;
  /** One sentence. */
  readonly text: string;
}

export type GapCode =
  | 'agent-settings'
  | 'agent-unknown'
  | 'cookies'
  | 'preflights'
  | 'answers'
  | 'service-worker'
  | 'workers'
  | 'unreadable'
  | 'recording';

/** What panel, report and command line show of a session; format version 1, see `docs/report-format.md`. */
export interface Report {
  readonly tool: { readonly name: 'Crosslink'; readonly version: string };
  readonly formatVersion: 1;
  /** ISO 8601 */
  readonly generatedAt: string;
  readonly page: { readonly url: string | null };
  /** The host (with port) whose part this is, for its owner; `null`: all hosts. */
  readonly host: string | null;
  /** `null`: no agent was found. */
  readonly agent: AgentProfile | null;
  readonly engine: Engine;
  readonly regex: {
    /** Decoded; `null`: none in force. */
    readonly pattern: string | null;
    /** `given`: chosen by the reader; `deployed`: the agent's own; `none`: neither. */
    readonly source: 'given' | 'deployed' | 'none';
  };
  /** The New RUM Experience's patterns for `traceparent` and `tracestate`; `null`: the page does not have it. */
  readonly traceContext: {
    /** `null`: none in force. */
    readonly inclusions: string | null;
    readonly exclusions: string | null;
    readonly source: 'given' | 'deployed';
  } | null;
  readonly exchanges: readonly ReportExchange[];
  readonly endpoints: readonly ReportEndpoint[];
  readonly summary: {
    readonly today: OutcomeCounts;
    readonly cookies: OutcomeCounts;
    readonly header: OutcomeCounts;
    /** Why endpoints are unknown on the header route: how many by their deciding reason. */
    readonly unknownOnHeader: RolloutSummary['unknownOnHeader'];
    /** Calls that would get a preflight that they do not have today. */
    readonly addedPreflights: { readonly cookies: number; readonly header: number };
    /** Calls whose preflight was seen. */
    readonly observedPreflights: number;
    /** ms that one preflight costs on this page; `null`: no call to measure it by. */
    readonly preflightCost: RolloutSummary['preflightCost'];
  };
  /** What was not observed: nothing is lost silently. */
  readonly notObserved: readonly Gap[];
  /** Entries that could not be read, and what was wrong with them. */
  readonly problems: readonly { readonly index: number; readonly what: string }[];
}

/** How a HAR is to be judged; everything may be left out. */
export interface JudgeOptions {
  /**
   * The cross-origin pattern to judge by, decoded: for `x-dtc`, on a page with the New RUM Experience alone for `traceparent`; left
   * out: the deployed one.
   */
  readonly regex?: string | undefined;
  /** `data-dtconfig` of the page's agent; left out: what the HAR shows of it. */
  readonly agentConfig?: string | undefined;
  /** The agent's profile where it is known already; `null`: there is no agent on the page. */
  readonly agent?: AgentProfile | null | undefined;
  readonly engine?: Engine | undefined;
  readonly cookies?: readonly Cookie[] | undefined;
  /** What could not be read when the HAR was; said instead of what its empty entries lack. */
  readonly flaws?: readonly { readonly index: number; readonly what: string }[] | undefined;
  /** ISO 8601; left out: now. */
  readonly generatedAt?: string | undefined;
}
