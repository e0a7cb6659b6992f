import { reason, seen } from '../verdict/reason';
import type { Reason } from '../verdict/reason';
import type { PreparedAgent } from './prepared-agent';
import type { AgentCall } from './types';

/** Why the agent adds nothing to any call of this kind. */
export interface AgentOff {
  readonly because: Reason;
  /** False: it may add something after all, what is known does not tell. */
  readonly decided: boolean;
  /** The agent has wrapped the page's XHR and fetch all the same. */
  readonly present: boolean;
}

/**
 * The gates before any URL is looked at: an agent, started in time, on a page that it does not ignore, with consent, with its
 * modules known. `null`: all open. Cost control, overload, do-not-track and cookies do not keep it from tagging (recorded, 1.239
 * to 1.329).
 */
export function agentOff(agent: PreparedAgent, call: AgentCall): AgentOff | null {
  const { profile } = agent;
  if (profile.kind === 'none') return absent(reason('no-agent'));
  if (profile.kind === 'appmon') return absent(reason('appmon-agent'));
  if (call.agentReady === false) return absent(reason('before-agent'));
  const ignored = agent.ignoredPage({ raw: [call.page], absolute: call.page }, 'absolute').matched;
  if (ignored !== false) {
    const evidence = seen('ign', profile.config.values['ign'] ?? null);
    return ignored === true
      ? absent(reason('agent-off', undefined, evidence))
      : { because: reason('regex-too-slow', undefined, evidence), decided: false, present: true };
  }
  if (profile.optIn.required && profile.optIn.given !== true) {
    const known = profile.optIn.given === false;
    const evidence = { subject: 'Opt-in (coo)', saw: known ? 'not given' : 'not known', needed: 'given' };
    return { because: reason('opt-in-missing', undefined, evidence), decided: known, present: true };
  }
  if (profile.enabled === false) {
    const evidence = { subject: 'dT_.iAEPOO()', saw: 'false', needed: 'true' };
    return { because: reason('agent-off', undefined, evidence), decided: true, present: true };
  }
  const captured = call.api === 'xhr' ? profile.capturesXhr : profile.capturesFetch;
  if (captured !== null) return null;
  const evidence = seen('featureHash', profile.modules || null);
  return { because: reason('capture-unknown', undefined, evidence), decided: false, present: true };
}

function absent(because: Reason): AgentOff {
  return { because, decided: true, present: false };
}
