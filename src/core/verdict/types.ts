import type { HeaderSet } from '../agent/link-headers';
import type { RegexMatcher } from '../agent/pattern-match';
import type { AgentProfile } from '../agent/profile';
import type { Engine } from '../fetch/types';
import type { ProbeResult } from '../probe/types';
import type { Cookie } from '../site/cookie';
import type { Evidence, Reason, ReasonCode } from './reason';

/**
 * `today`: as page and agent behave now; `cookies`: made credentialed; `header`: the agent adds `x-dtc`, or the New RUM
 * Experience `traceparent` and `tracestate`.
 */
export const routes = ['today', 'cookies', 'header'] as const;
export type Route = (typeof routes)[number];

/** What a route means for an exchange; `docs/verdicts.md` explains each. */
export const outcomes = ['links', 'breaks', 'unlinked', 'cannot', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** One rule of the decision, as the detail pane shows it. */
export interface Step {
  /** The rule in a few words: `Preflight allows x-dtc`. */
  readonly rule: string;
  /** `unknown`: could not be decided; `note`: decides nothing. */
  readonly result: 'pass' | 'fail' | 'unknown' | 'note';
  readonly evidence?: Evidence | undefined;
  /** The reason that this step gave the verdict. */
  readonly reason?: ReasonCode | undefined;
}

/** What the decision about a route comes to. */
export interface Conclusion {
  readonly outcome: Outcome;
  /** The deciding reason first. */
  readonly reasons: readonly Reason[];
  /** The route makes the browser send a preflight that it does not send today. */
  readonly addsPreflight: boolean;
  /** Header route: what the agent adds to the call, or where it adds nothing, may add as it is configured. */
  readonly adds?: HeaderSet | undefined;
}

export interface Verdict extends Conclusion {
  /** How the verdict came about, in the order of the rules. */
  readonly steps: readonly Step[];
}

/** Patterns of the New RUM Experience in the place of the deployed ones; left out: as deployed. */
export interface TraceContextDraft {
  readonly inclusions?: string | undefined;
  readonly exclusions?: string | undefined;
}

/** What is known about the page as a whole when an exchange is judged. */
export interface PageFacts {
  /** The browser to judge for. */
  readonly engine: Engine;
  /** The browser that made the calls, where it is another one. */
  readonly recordedIn?: Engine | undefined;
  /** `null`: no agent was found on the page. */
  readonly agent: AgentProfile | null;
  /**
   * The cross-origin pattern to judge the header route by, decoded; `null`: none is chosen, the agent's own is used,
   * and without an agent every call counts as matched.
   */
  readonly pattern: string | null;
  /** The same for the New RUM Experience, where the page has it. */
  readonly traceContextDraft?: TraceContextDraft | undefined;
  /** When the agent had loaded, ms since the epoch; `null`: not known. */
  readonly agentReadyAt: number | null;
  /** When the load began that `agentReadyAt` belongs to; calls from before it are not held against the agent. */
  readonly loadStartedAt?: number | null | undefined;
  /** Origin of the page whose agent this is; calls of other frames run no agent that is known. */
  readonly pageOrigin?: string | null | undefined;
  /** Answers whether a regex of the agent matches a URL, where matching runs elsewhere (a worker with a time budget). */
  readonly matches?: RegexMatcher | undefined;
  /** What endpoints answered when they were probed, by `probeKey`. */
  readonly probes?: ReadonlyMap<string, ProbeResult> | undefined;
  /** The browser's cookies for page and targets, where they could be read; `null`: they could not. */
  readonly cookies: readonly Cookie[] | null;
}
