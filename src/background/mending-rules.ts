import { trialHeaders, type MendedOrigin, type Trial } from '../protocol/trial';
import type { NewRule } from './rules';

type ModifiedHeader = NonNullable<NewRule['action']['responseHeaders']>[number];

/**
 * The rules of a trial `as-if-fixed`: what the answers lack is added before the browser checks them. They hold for one tab,
 * for requests of the hosts that called before, each to the origins that it called. The status cannot be mended.
 */
export function mendingRules(tabId: number, trial: Trial): readonly NewRule[] {
  if (trial.mode !== 'as-if-fixed') return [];
  const preflights = trial.mended.map((mended) =>
    rule(tabId, mended, { requestMethods: ['options'] }, preflightHeaders(trial, mended)),
  );
  if (trial.change.route === 'header') return preflights;
  // A call that is made credentialed needs more of the answer itself, too.
  const answers = trial.mended.map((mended) =>
    rule(tabId, mended, { excludedRequestMethods: ['options'] }, sharedHeaders(mended)),
  );
  return [...preflights, ...answers];
}

function rule(
  tabId: number,
  { from, origin }: MendedOrigin,
  methods: { requestMethods: string[] } | { excludedRequestMethods: string[] },
  responseHeaders: ModifiedHeader[],
): NewRule {
  return {
    priority: 1,
    condition: {
      tabIds: [tabId],
      initiatorDomains: [new URL(from).hostname],
      urlFilter: `|${origin}/`,
      resourceTypes: ['xmlhttprequest', 'other'],
      ...methods,
    },
    action: { type: 'modifyHeaders', responseHeaders },
  };
}

function sharedHeaders({ from }: MendedOrigin): ModifiedHeader[] {
  return [
    { header: 'access-control-allow-origin', operation: 'set', value: from },
    { header: 'access-control-allow-credentials', operation: 'set', value: 'true' },
  ];
}

/** Names are added to what the server allows: with credentials a `*` of its own covers nothing. */
function preflightHeaders(trial: Trial, mended: MendedOrigin): ModifiedHeader[] {
  const { methods, headerNames } = mended;
  const names = new Set([...headerNames, ...trialHeaders(trial)]);
  const headers = sharedHeaders(mended);
  if (names.size > 0) {
    headers.push({
      header: 'access-control-allow-headers',
      operation: 'append',
      value: [...names].join(', '),
    });
  }
  if (methods.length > 0) {
    headers.push({
      header: 'access-control-allow-methods',
      operation: 'append',
      value: methods.join(', '),
    });
  }
  return headers;
}
