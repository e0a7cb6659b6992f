import type { Reason } from '../verdict/reason';
import type { AgentConfig } from './config';

/** `both`: a classic agent and the New RUM Experience in one page. */
export type AgentKind = 'none' | 'classic' | 'new-rum' | 'both' | 'appmon';

/** How the agent got into the page (agent.md forms; the agent's own names where it has one). */
export type InjectionForm =
  | 'oneagent-javascript-tag'
  | 'javascript-tag'
  | 'bootstrap'
  | 'inline-code'
  | 'code-snippet-sync'
  | 'code-snippet-deferred'
  | 'appmon-tag'
  | 'unknown';

export interface AgentVersion {
  /** As in the file name or `dT_.version`: `10337260504112723`. */
  readonly raw: string;
  /** `1.337` */
  readonly label: string;
  /** 337: what rules compare. */
  readonly minor: number;
}

/** A regex of the configuration. */
export interface AgentRegex {
  /** As it stands in the configuration, escapes included. */
  readonly raw: string;
  /** Decoded: what the agent compiles with flag `i`. */
  readonly pattern: string;
  /** The engine's message where it does not compile; the agent then switches the feature off silently. */
  readonly error: string | null;
  /** Compiled without flag `i`; of the agent's regexes only `ign` is. */
  readonly caseSensitive?: true | undefined;
}

/** W3C trace context of the New RUM Experience. */
export interface TraceContextProfile {
  readonly enabled: boolean;
  readonly inclusions: AgentRegex | null;
  readonly exclusions: AgentRegex | null;
  readonly tracestateKeyPrefix: string;
}

/** What is known of the page's RUM agent; every value is the one in force, from the source that won. */
export interface AgentProfile {
  readonly kind: AgentKind;
  readonly version: AgentVersion | null;
  /** Application id, 16 hex digits. */
  readonly application: string | null;
  readonly environment: string | null;
  readonly injection: InjectionForm;
  /** Injected by a OneAgent (`rpid` set) or by hand; `null`: not known. */
  readonly automatic: boolean | null;
  /** `async` or `defer` on the agent's script: early requests are missed. */
  readonly deferred: boolean;
  readonly scriptUrl: string | null;
  /** Which source won: later ones replace earlier ones. */
  readonly configSource: 'none' | 'inline' | 'tag' | 'storage' | 'live';
  readonly config: AgentConfig;
  /** Module letters in force (`iMod()` where the agent runs, else `featureHash`). */
  readonly modules: string;
  /** The modules were read from the running agent. */
  readonly modulesStarted: boolean;
  /** `null`: the modules are not known (a tag without configuration). */
  readonly capturesXhr: boolean | null;
  readonly capturesFetch: boolean | null;
  /** `chw`: URLs that get `x-dtc`. `null`: not set. */
  readonly correlation: AgentRegex | null;
  /** `xhb`: URLs that get no correlation header. */
  readonly correlationExclusion: AgentRegex | null;
  /** `xb`: requests that are no action. */
  readonly actionExclusion: AgentRegex | null;
  readonly optIn: { readonly required: boolean; readonly given: boolean | null };
  /** `iAEPOO()`; `null`: not known. */
  readonly enabled: boolean | null;
  /** `domain` of the configuration; `null`: chosen automatically (eTLD+1). */
  readonly cookieDomain: string | null;
  readonly cookieSameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  readonly cookieSecure: boolean;
  readonly cookiePostfix: string;
  readonly reportUrl: string | null;
  /** `null`: no New RUM on the page. */
  readonly traceContext: TraceContextProfile | null;
  /** What a reader should know: overridden configuration, modules off, mangled regex, invalid cookie domain. */
  readonly warnings: readonly Reason[];
}
