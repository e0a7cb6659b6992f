import type { Credentials, Header, Outcome, ReasonCode, Route } from '../../../src/core';
import type { HostName, Scheme } from '../hosts';
import type { VariantId } from './variants';

/** One call of a lab page, how the lab's servers answer it, what each route must be judged, and what is really seen. */
export interface Scenario {
  /** Unique, kebab-case; part of every URL of the scenario. */
  readonly id: string;
  readonly title: string;
  /** The page that makes the call: agent, scheme, draft pattern. */
  readonly page: VariantId;
  /** The frame that makes the call; default: the page itself. */
  readonly frame?: 'same-origin' | 'cross-origin' | 'sandboxed' | undefined;
  /** Default `action`: inside a click. `idle`: no user action is open. `before-agent`: at load, before the agent ran. */
  readonly moment?: 'action' | 'idle' | 'before-agent' | undefined;
  readonly request: ScenarioRequest;
  /** The server's part, hop by hop; a redirect to `next` leads to the next. */
  readonly hops: readonly [ScenarioHop, ...ScenarioHop[]];
  readonly expected: Readonly<Record<Route, ExpectedVerdict>>;
  readonly seen: Seen;
}

export interface ScenarioRequest {
  /** `agent-beacon`: the page only opens a user action, and the agent reports it. */
  readonly api: 'xhr' | 'fetch' | 'beacon' | 'eventsource' | 'worker' | 'agent-beacon';
  /** Default GET, as the script writes it. */
  readonly method?: string | undefined;
  readonly headers?: readonly Header[] | undefined;
  /** Default `same-origin`; XHR: `include` is `withCredentials = true`. */
  readonly credentials?: Credentials | undefined;
  /** fetch only; default `cors`. */
  readonly mode?: 'cors' | 'no-cors' | 'same-origin' | undefined;
  readonly body?: string | undefined;
  readonly keepalive?: boolean | undefined;
  /** XHR: a listener on `xhr.upload`, added before `send()`. */
  readonly uploadListener?: boolean | undefined;
  /** Instead of the first hop's URL, where that is not a URL of the scenario's own: a `data:` URL, the agent's beacon. */
  readonly literalUrl?: string | undefined;
  /** How the script writes the URL; default absolute. */
  readonly spelling?: 'absolute' | 'scheme-relative' | undefined;
  /**
   * `reused-headers`: the call passes a headers object that a same-origin call of the same action used before it.
   * `pairs`: `init.headers` is an array of pairs, into which the agent writes in vain.
   */
  readonly container?: 'object' | 'reused-headers' | 'pairs' | undefined;
}

/** One URL of a scenario and what its server answers. */
export interface ScenarioHop {
  readonly host: HostName;
  /** Default: the page's. */
  readonly scheme?: Scheme | undefined;
  /** After `/s/<id>/`; default `api/items`. */
  readonly path?: string | undefined;
  /** To OPTIONS; default: 405 without CORS headers, for servers that nobody asks today. */
  readonly preflight?: Answer | undefined;
  readonly response: Answer;
}

/**
 * In header values `{origin}` stands for the request's Origin, `{asked}` for its Access-Control-Request-Headers;
 * a header whose placeholder has no value is left out.
 */
export type Answer =
  | { readonly status: number; readonly headers?: readonly Header[] | undefined }
  | {
      readonly redirect: number;
      /** The next hop, this URL again, or a literal Location. */
      readonly to: 'next' | 'self' | { readonly location: string };
      readonly headers?: readonly Header[] | undefined;
    }
  /** The connection is cut. */
  | { readonly reset: true };

export interface Expected {
  readonly outcome: Outcome;
  /** The reason that decides: the verdict's first. */
  readonly reason: ReasonCode;
  /** Other reasons that must stand beside it: the failed rule beside `call-fails`, notes. */
  readonly also?: readonly ReasonCode[] | undefined;
  /** Default false. */
  readonly addsPreflight?: boolean | undefined;
}

interface Difference {
  readonly why: string;
  /** Its network log alone tells less: with site access the difference is gone. */
  readonly logOnly?: true | undefined;
}

/** Where one engine sees or does something else than the other: its own expectation and why. */
export type EngineDifference<T> = Readonly<Partial<Record<'chromium' | 'firefox', T & Difference>>>;

export interface ExpectedVerdict extends Expected {
  readonly engines?: EngineDifference<Expected> | undefined;
}

/** What servers and page really see when the scenario runs. */
export interface SeenFacts {
  /** The script was told of a failure (XHR `error`, a rejected fetch). */
  readonly failed: boolean;
  /** An OPTIONS reached a server. */
  readonly preflight: boolean;
  /** An actual request, not only an OPTIONS, reached a server. */
  readonly arrived: boolean;
  /** The last actual request that a server received carried `x-dtc`. */
  readonly xDtc: boolean;
  /** … carried `dtCookie`. */
  readonly dtCookie: boolean;
}

export interface Seen extends SeenFacts {
  readonly engines?: EngineDifference<SeenFacts> | undefined;
}
