import type { BackgroundCall, CallResult } from '../protocol/background-rpc';
import type { ParsedCall } from '../protocol/background-schema';
import { askForAccess, readAccess, revokeAccess } from './access';
import { readCookieJar, type CookieJarEnvironment } from './cookie-jar';
import type { InspectedTabs } from './inspected-tabs';
import type { Prober } from './probe';

export interface CallEnvironment extends CookieJarEnvironment {
  readonly permissions: Parameters<typeof readAccess>[0];
  readonly tabs: Parameters<typeof askForAccess>[0];
  readonly getUrl: (path: string) => string;
  readonly inspected: InspectedTabs;
  readonly prober: Prober;
}

/** Does what a panel asks for. */
export async function answerCall(
  environment: CallEnvironment,
  call: ParsedCall,
): Promise<CallResult<BackgroundCall>> {
  const { permissions, tabs, getUrl, inspected, prober } = environment;
  const { tabId } = call;
  switch (call.name) {
    case 'access.read':
      return readAccess(permissions, call.params.patterns);
    case 'access.ask':
      return askForAccess(tabs, getUrl, tabId, call.params);
    case 'access.revoke':
      return revokeAccess(permissions, call.params.patterns);
    case 'hook.watch':
      return inspected.watch(tabId, call.params.patterns);
    case 'hook.unwatch':
      await inspected.unwatch(tabId);
      return { kind: 'unwatched' };
    case 'probe.run':
      return prober.run(call.params.id, call.params.request, call.params.timeout);
    case 'probe.cancel':
      return { kind: prober.cancel(call.params.id) ? 'cancelled' : 'not-running' };
    case 'cookies.read':
      return readCookieJar(environment, tabId, call.params.pageUrl, call.params.targets);
    case 'trial.start':
      return inspected.startTrial(tabId, call.params.trial);
    case 'trial.stop':
      await inspected.stopTrial(tabId);
      return { kind: 'stopped' };
    case 'trial.read':
      return { trial: await inspected.trialOf(tabId) };
  }
  return call satisfies never;
}
