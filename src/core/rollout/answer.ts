import type { RolloutSummary } from './types';

/** The rollout in one sentence: may the header route be switched on with this pattern, and if not, why not. */
export function rolloutAnswer(summary: RolloutSummary): string {
  const { links, breaks, unlinked, cannot, unknown } = summary.header;
  const total = links + breaks + unlinked + cannot + unknown;
  if (total === 0) return 'Nothing recorded yet.';
  if (breaks > 0) return `Not yet: ${endpoints(breaks)} would break on the header route.`;
  if (unknown > 0) {
    const sure = links > 0 ? ` ${endpoints(links)} would link.` : '';
    return `Not sure yet: nobody has asked ${endpoints(unknown)} about x-dtc.${sure}`;
  }
  if (links > 0 && unlinked === 0)
    return `Ready: ${endpoints(links)} would link on the header route, none would break.`;
  if (links > 0)
    return `Safe: ${endpoints(links)} would link on the header route, none would break; ${unlinked} would stay as ${unlinked === 1 ? 'it is' : 'they are'}.`;
  if (unlinked > 0)
    return `Safe but without effect: none of ${endpoints(total)} would link on the header route.`;
  return `Out of reach: ${total === 1 ? 'the endpoint' : `all ${total} endpoints`} cannot link on the header route.`;
}

function endpoints(count: number): string {
  return count === 1 ? '1 endpoint' : `${count} endpoints`;
}
