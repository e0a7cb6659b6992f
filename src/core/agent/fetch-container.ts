import type { ReasonCode } from '../verdict/reason';
import type { AgentVersion } from './profile';
import type { AgentCall } from './types';
import type { TaggingRules } from './version';

/**
 * What becomes of headers that the agent adds to a fetch. `untouched`: the agent leaves such a call alone. `lost`: they do
 * not arrive. `throws`: the agent fails, and with it the call.
 */
export type FetchContainer =
  | { readonly fate: 'arrive' }
  | { readonly fate: 'untouched' | 'lost' | 'throws'; readonly because: ReasonCode };

/** From this version on the agent throws where the headers cannot be created on a frozen `init` (recorded, 1.329). */
const firstThrowing = 329;

/** How this form of fetch carries the agent's headers (recorded, 1.219 to 1.329; `dKAH`: code of 1.337). */
export function fetchContainer(
  call: AgentCall,
  rules: TaggingRules,
  version: AgentVersion | null,
  skipsKeepalive: boolean,
): FetchContainer {
  const headers = call.headers ?? 'none';
  if (call.keepalive && (rules === 'old' || skipsKeepalive))
    return { fate: 'untouched', because: 'keepalive-untagged' };
  if (call.input === 'request') {
    if (rules === 'old') return { fate: 'untouched', because: 'request-untagged' };
    if (headers !== 'none') return { fate: 'lost', because: 'request-init-headers' };
    return call.mode === 'no-cors' ? { fate: 'lost', because: 'no-cors' } : { fate: 'arrive' };
  }
  if (call.frozen === 'init' && headers === 'none') {
    return (version?.minor ?? 0) >= firstThrowing
      ? { fate: 'throws', because: 'agent-throws' }
      : { fate: 'lost', because: 'headers-frozen' };
  }
  if (call.mode === 'no-cors') return { fate: 'lost', because: 'no-cors' };
  if (headers === 'array') return { fate: 'lost', because: 'headers-array' };
  // Freezing a Headers or Map object does not stop its set(); the recorded case is the plain object.
  if (call.frozen === 'headers' && headers !== 'headers' && headers !== 'other') {
    return { fate: 'lost', because: 'headers-frozen' };
  }
  return { fate: 'arrive' };
}
