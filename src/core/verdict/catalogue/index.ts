import { agentReasons } from './agent';
import { callReasons } from './call';
import { corsReasons } from './cors';
import { routeReasons } from './route';
import { siteReasons } from './site';

/** What the catalogue says of one code: the same text in panel, report and `docs/verdicts.md`. */
export interface ReasonText {
  /** What it is, imperative or plain, no full stop. */
  readonly title: string;
  /** What happened and why it decides, one or two sentences. */
  readonly cause: string;
  /** What to change; `null`: nothing needs to or can be changed. */
  readonly fix: string | null;
  /** The rule's source: spec section, agent version or docs page. */
  readonly source: string;
}

/** Every reason that a verdict can carry, by its stable code. */
export const catalogue = {
  ...callReasons,
  ...corsReasons,
  ...siteReasons,
  ...agentReasons,
  ...routeReasons,
} as const satisfies Record<string, ReasonText>;

export type ReasonCode = keyof typeof catalogue;
