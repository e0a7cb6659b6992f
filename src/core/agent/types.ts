import type { Header } from '../fetch/types';
import type { Reason } from '../verdict/reason';

/** What was found on the page; every part may be missing. */
export interface AgentSources {
  /** Candidate script elements in document order. */
  readonly scripts?: readonly ScriptElement[] | undefined;
  /** The page's local storage entries that the agent reads. */
  readonly storage?: Record<string, string> | undefined;
  /** Read from `dT_`; `config` values are decoded. */
  readonly live?: LiveAgent | null | undefined;
}

/** A script element: attributes with entities decoded, `text` the inline code. */
export interface ScriptElement {
  readonly src: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string | undefined;
}

export interface LiveAgent {
  readonly version?: string | undefined;
  readonly config?: Record<string, string> | undefined;
  /** Letters of the modules that really started (`dT_.iMod()`). */
  readonly modules?: string | undefined;
  /** `dT_.iAEPOO()`: privacy settings and opt-in permit the agent. */
  readonly enabled?: boolean | undefined;
  /** `dT_.disabled`: switched off by cost control or overload; it still tags. */
  readonly disabled?: boolean | undefined;
  /** `dT_.disabledReason`, from 1.313 on. */
  readonly disabledReason?: string | undefined;
}

/** One call of the page as its script made it. */
export interface AgentCall {
  /** `element`: img, script, iframe and the like. */
  readonly api: 'xhr' | 'fetch' | 'beacon' | 'eventsource' | 'worker' | 'element';
  /** As the script passed it. */
  readonly url: string;
  /** Default true. False: `url` is the absolute URL of a log; what the script passed is not known. */
  readonly urlIsRaw?: boolean | undefined;
  /** `location.href` */
  readonly page: string;
  /** `document.baseURI`; default: `page`. */
  readonly base?: string | undefined;
  /** fetch: kind of the first argument. */
  readonly input?: 'string' | 'url' | 'request' | undefined;
  /** Kind of `init.headers`. */
  readonly headers?: 'none' | 'object' | 'headers' | 'array' | 'other' | undefined;
  /** `Object.freeze`d by the script. */
  readonly frozen?: 'init' | 'headers' | undefined;
  /** Headers of the page's own that bear on linking, such as its own `x-dtc` or `traceparent`. */
  readonly setByScript?: readonly Header[] | undefined;
  readonly method?: string | undefined;
  readonly mode?: RequestMode | undefined;
  readonly credentials?: RequestCredentials | undefined;
  readonly keepalive?: boolean | undefined;
  /** Default true: the agent had started when the call was made. */
  readonly agentReady?: boolean | undefined;
  /** A user action was open: `x-dtc` carries `pc`. */
  readonly actionOpen?: boolean | undefined;
  /** Page URL where that action began, if a single-page navigation changed it since; default: `page`. */
  readonly actionPage?: string | undefined;
  /** XHR: the prototype's methods were called on the object (`XMLHttpRequest.prototype.send.call(xhr)`). */
  readonly prototypeCall?: boolean | undefined;
}

/** What the server receives of the agent's headers. */
export interface Tagging {
  /** Names as the server receives them, lower-case, sorted. */
  readonly headers: readonly string[];
  /** What decided, the weightiest first. */
  readonly reasons: readonly Reason[];
  /** False: what is known of agent or call does not tell; `headers` then holds only those that are sure. */
  readonly decided: boolean;
}
