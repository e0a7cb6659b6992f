import type { Trial } from '../protocol/trial';
import { handoverHeader } from '../protocol/trial-handover';
import { mendingRules } from './mending-rules';
import type { NewRule } from './rules';

/** The rules of a tab with a trial: its documents are told of it, and where the servers count as fixed, their answers are mended. */
export function trialRules(tabId: number, trial: Trial): readonly NewRule[] {
  return [handoverRule(tabId, trial), ...mendingRules(tabId, trial)];
}

/** Hands the trial to every document that loads in the tab, frames of other origins included. */
function handoverRule(tabId: number, trial: Trial): NewRule {
  return {
    priority: 1,
    condition: { tabIds: [tabId], resourceTypes: ['main_frame', 'sub_frame'] },
    action: {
      type: 'modifyHeaders',
      responseHeaders: [{ header: 'server-timing', operation: 'append', value: handoverHeader(trial) }],
    },
  };
}
