import { classicSet, headerNames, traceContextSet } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import { isTraceContextReason } from '../agent/traced-headers';
import type { AgentProfile } from '../agent/profile';
import type { Tagging } from '../agent/types';
import type { CallTaggings } from './call-taggings';
import { Decision } from './decision';
import type { PageContext } from './page-context';
import { reason, seen } from './reason';
import type { Evidence, Reason } from './reason';

/** What the agent would add to a call that it captures. */
export type TaggingResult =
  | { readonly kind: 'tagged'; readonly adds: HeaderSet }
  | { readonly kind: 'not-tagged'; readonly because: Reason }
  | { readonly kind: 'undecided'; readonly because: Reason };

interface CapturedCall {
  readonly context: PageContext;
  readonly taggings: CallTaggings;
}

/** One of the agents on the page: what it adds to this call, or why nothing. */
interface Share {
  readonly set: HeaderSet;
  readonly adds: HeaderSet;
  readonly pattern: Evidence;
  readonly whyNot: Reason;
}

/** Asks the agent's rules about the call (patterns, exclusions, containers) and notes the answer as steps. */
export function tagCall({ context, taggings }: CapturedCall, decision: Decision): TaggingResult {
  if (context.matchesAll) {
    decision.pass?.(ruleFor(classicSet), seen('Pattern', 'none chosen: every call counts as matched'));
    return { kind: 'tagged', adds: classicSet };
  }
  if (context.agent.configSource === 'none' && !context.assumed && context.page.pattern === null) {
    const because = reason('config-unreadable');
    decision.unknown(ruleFor(context.mayAdd), because);
    return { kind: 'undecided', because };
  }
  const tagging = taggings.by(context);
  const shares = sharesOf(context.agent, tagging);
  const because = weightiest(shares, context.agent);
  const adds = shares.flatMap((share) => share.adds);
  if (isOpen(tagging, adds)) {
    decision.unknown(ruleFor(context.mayAdd), because);
    return { kind: 'undecided', because };
  }
  for (const { set, adds: added, pattern, whyNot } of shares) {
    if (added.length > 0) decision.pass?.(ruleFor(added), pattern);
    else if (adds.length === 0) decision.fail(ruleFor(set), whyNot);
  }
  return adds.length > 0 ? { kind: 'tagged', adds } : { kind: 'not-tagged', because };
}

/** What a call is judged with on the header route: what the agent adds, or where it adds nothing, may add as it is configured. */
export function routeHeaders(call: CapturedCall): HeaderSet {
  const tagging = tagCall(call, new Decision(null));
  return tagging.kind === 'tagged' ? tagging.adds : call.context.mayAdd;
}

/** Whether it is open what links; a slow pattern may add headers beside those that are sure, what is open of `x-dtpc` is no link. */
function isOpen({ decided, reasons }: Tagging, adds: HeaderSet): boolean {
  if (decided || reasons.some(({ code }) => code === 'origin-version-undecided')) return false;
  return adds.length === 0 || reasons[0]?.code === 'regex-too-slow';
}

function ruleFor(headers: HeaderSet): string {
  return `The agent adds ${headerNames(headers)} to this URL`;
}

function sharesOf(agent: AgentProfile, { reasons }: Tagging): readonly Share[] {
  const hasTraced = agent.kind === 'new-rum' || reasons.some(({ code }) => isTraceContextReason(code));
  return [
    ...(agent.kind === 'new-rum' ? [] : [classicShare(agent, reasons)]),
    ...(hasTraced ? [tracedShare(reasons)] : []),
  ];
}

/** That the New RUM Experience adds its own headers, or does not, is no reason why `x-dtc` is not added. */
function classicShare(agent: AgentProfile, reasons: readonly Reason[]): Share {
  const isAdded = reasons.some(({ code }) => code === 'tagged');
  return {
    set: classicSet,
    adds: isAdded ? classicSet : [],
    pattern: seen('Pattern for cross-origin calls (chw)', agent.correlation?.pattern ?? null),
    whyNot: reasons.find(({ code }) => !isTraceContextReason(code)) ?? reason('regex-no-match'),
  };
}

function tracedShare(reasons: readonly Reason[]): Share {
  const about = reasons.find(({ code }) => isTraceContextReason(code));
  const other = reasons.find(({ code }) => code !== 'new-rum-only');
  return {
    set: traceContextSet,
    adds: about === undefined ? [] : addedFor(about),
    pattern: about?.evidence ?? seen('Trace context', null),
    whyNot: about ?? other ?? reason('trace-context-off'),
  };
}

function addedFor({ code }: Reason): HeaderSet {
  if (code === 'trace-context-set') return traceContextSet;
  return code === 'trace-context-external' ? ['tracestate'] : [];
}

/** Where both agents add nothing, the one that has a pattern for other origins decides. */
function weightiest(shares: readonly Share[], { correlation, traceContext }: AgentProfile): Reason {
  const [first, second] = shares;
  const isSecond = correlation === null && (traceContext?.inclusions ?? null) !== null;
  return (isSecond ? (second ?? first) : first)?.whyNot ?? reason('regex-not-set');
}
