import { agentReasons } from './agent';
import { callReasons } from './call';
import { corsReasons } from './cors';
import type { ReasonText } from './reason-text';
import { routeReasons } from './route';
import { siteReasons } from './site';
import { taggingReasons } from './tagging';
import { traceContextReasons } from './trace-context';

/** Every reason that a verdict can carry, by its stable code. */
export const catalogue = {
  ...callReasons,
  ...corsReasons,
  ...siteReasons,
  ...agentReasons,
  ...taggingReasons,
  ...traceContextReasons,
  ...routeReasons,
} as const satisfies Record<string, ReasonText>;

export type ReasonCode = keyof typeof catalogue;
export type { ReasonText } from './reason-text';
