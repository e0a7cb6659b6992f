import { endpointCount } from './endpoint-count';
import type { RolloutSummary } from './types';
import { unknownText } from './unknown-causes';

/**
 * The rollout in one sentence: may the header route be switched on with this pattern, and if not, why not.
 *
 * @param obstacle what speaks against the pattern itself, as `patternObstacle` says it
 */
export function rolloutAnswer(summary: RolloutSummary, obstacle: string | null = null): string {
  const { links, breaks, unlinked, cannot, unknown } = summary.header;
  const total = links + breaks + unlinked + cannot + unknown;
  if (total === 0) return 'Nothing recorded yet.';
  if (breaks > 0) return `Not yet: ${endpointCount(breaks)} would break on the header route.`;
  if (obstacle !== null) return `Not yet: ${obstacle}.`;
  if (unknown > 0) {
    const sure = links > 0 ? ` ${endpointCount(links)} would link.` : '';
    return `Not sure yet: ${unknownText(summary.unknownOnHeader)}.${sure}`;
  }
  if (links > 0 && unlinked === 0)
    return `Ready: ${endpointCount(links)} would link on the header route, none would break.`;
  if (links > 0)
    return `Safe: ${endpointCount(links)} would link on the header route, none would break; ${unlinked} would stay as ${unlinked === 1 ? 'it is' : 'they are'}.`;
  if (unlinked > 0)
    return `Safe but without effect: none of ${endpointCount(total)} would link on the header route.`;
  return `Out of reach: ${total === 1 ? 'the endpoint' : `all ${total} endpoints`} cannot link on the header route.`;
}
