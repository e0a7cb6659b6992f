import { actionOpen, headerNames, type Exchange, type HookCall } from '../../../core';
import type { HookState } from '../../store/hook/types';
import type { FactLine } from './exchange-facts';

const source = 'page hook';

/** What only the page hook tells of a call. */
export function hookFacts(call: HookCall): readonly FactLine[] {
  const action = actionOpen(call);
  return [
    { name: 'URL as passed', value: call.url, source },
    {
      name: 'First argument of fetch',
      value: call.api === 'fetch' ? call.input : null,
      source: noFetch(call),
    },
    {
      name: 'Kind of init.headers',
      value: call.api === 'fetch' ? call.container : null,
      source: noFetch(call),
    },
    { name: 'Frozen by the script', value: call.frozen ?? 'no', source },
    { name: 'Headers set', value: headersText(call), source },
    { name: 'Body', value: call.body, source },
    { name: 'Keepalive', value: call.keepalive ? 'yes' : 'no', source },
    { name: 'Synchronous', value: call.sync ? 'yes' : 'no', source },
    { name: 'RUM agent at that time', value: agentWords[call.agent], source },
    action.known
      ? { name: 'User action open', value: action.value ? 'yes' : 'no', source: action.source }
      : { name: 'User action open', value: null, source: action.why },
    { name: 'Base URL', value: call.baseUrl, source },
    ...(call.trial === null ? [] : [{ name: 'Live trial', value: trialWords(call.trial.effect), source }]),
  ];
}

/** Whether the page hook saw the call, and if not, why. */
export function hookNote({ hook, api }: Exchange, state: HookState): string {
  if (hook !== undefined)
    return 'The page hook saw this call. Nothing that a page reports of itself is proven; what went over the wire comes first.';
  if (api === 'worker')
    return 'Made by a worker, which the page hook cannot reach: known from the network log only.';
  switch (state) {
    case 'no-access':
      return 'Known from the network log only. With site access the page hook would see the call as its script made it.';
    case 'reload':
      return 'Made before the page hook was there: reload the page to see its calls as its scripts make them.';
    case 'observing':
      return 'No report of the page hook belongs to this call: it was made by a worker, by a frame without access, or before the hook was there.';
  }
}

function noFetch({ api }: HookCall): string {
  return api === 'fetch' ? source : 'only calls of fetch have one';
}

/** Values are read out only where they bear on linking. */
function headersText({ headers }: HookCall): string {
  if (headers.length === 0) return 'none';
  return headers.map(({ name, value }) => (value === null ? name : `${name}: ${value}`)).join('\n');
}

const agentWords: Readonly<Record<HookCall['agent'], string>> = {
  none: 'not seen: there was neither dT_ nor DT_RUM',
  starting: 'configured, not started yet',
  running: 'running',
  'new-rum': 'New RUM Experience; nothing recorded of it tells whether it had started',
};

function trialWords(effect: NonNullable<HookCall['trial']>['effect']): string {
  switch (effect.kind) {
    case 'header-added':
      return `${headerNames(effect.headers)} added`;
    case 'made-credentialed':
      return 'made credentialed';
    case 'already':
      return 'left alone: it was so already';
    case 'not-matched':
      return 'left alone: not meant for it';
    case 'not-possible':
      return `could not be changed: ${effect.why}`;
  }
}
