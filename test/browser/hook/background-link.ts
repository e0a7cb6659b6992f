import type { HookCall } from '../../../src/core/exchange/hook-call';
import type {
  BackgroundCall,
  BackgroundEvent,
  CallParams,
  CallResult,
} from '../../../src/protocol/background-rpc';
import { backgroundVersion } from '../../../src/protocol/background-schema';
import { trialBootstrap } from '../../../src/protocol/trial-bootstrap';
import type { Trial } from '../../../src/protocol/trial';
import type { PanelDriver } from '../driver';
import { waitUntil } from '../wait-until';

/** The background as the panel's document reaches it, for tests of what lies behind the panel's UI. */
export interface BackgroundLink {
  call<Name extends BackgroundCall>(name: Name, params: CallParams<Name>): Promise<CallResult<Name>>;
  events(): Promise<readonly BackgroundEvent[]>;
  /** The first call, past or future, that a document reported with this URL, in this trial if one is named. */
  waitForCall(url: string, trialId?: string): Promise<HookCall>;
  waitForEvent(type: BackgroundEvent['type']): Promise<BackgroundEvent>;
  /** Starts a trial and reloads the page as the panel does; resolves when the hook has it in the new page. */
  startTrial(trial: Trial): Promise<void>;
  forgetEvents(): Promise<void>;
}

const api = `(globalThis.browser ?? chrome)`;

/** Whether devtools ask the document that the page shows: an order to reload another one is lost (Firefox). */
async function isAsked(driver: PanelDriver): Promise<boolean> {
  const start = await driver.pageEval(() => performance.timeOrigin);
  const asked = await driver.panelScript(
    `new Promise((resolve) => ${api}.devtools.inspectedWindow.eval('performance.timeOrigin')
      .then((answer) => resolve(Array.isArray(answer) ? answer[0] : answer), () => resolve(null)))`,
  );
  return asked === start;
}

/** Listens in the open panel from now on; the panel's own listener does the answering. */
export async function linkBackground(driver: PanelDriver): Promise<BackgroundLink> {
  await driver.panelScript(`(() => {
    window.testEvents = [];
    const { tabId } = ${api}.devtools.inspectedWindow;
    ${api}.runtime.onMessage.addListener((message) => {
      if (message.crosslink !== 'event' || (message.tabId ?? tabId) !== tabId) return;
      if (message.event !== null) window.testEvents.push(message.event);
    });
    window.testCall = (name, params) => ${api}.runtime.sendMessage(
      { crosslink: 'call', version: ${backgroundVersion}, tabId, name, params });
    return true;
  })()`);

  const call = async <Name extends BackgroundCall>(
    name: Name,
    params: CallParams<Name>,
  ): Promise<CallResult<Name>> => {
    const answer = (await driver.panelScript(
      `testCall(${JSON.stringify(name)}, ${JSON.stringify(params)})`,
    )) as { ok: true; result: CallResult<Name> } | { ok: false; error: string };
    if (!answer.ok) throw new Error(answer.error);
    return answer.result;
  };

  const events = async (): Promise<readonly BackgroundEvent[]> =>
    (await driver.panelScript('window.testEvents')) as BackgroundEvent[];
  // asked from outside: in a tab that is not in front the browser runs no animation frames
  const waitFor = <Value>(what: string, find: (seen: readonly BackgroundEvent[]) => Value) =>
    waitUntil(what, async () => find(await events()));

  return {
    call,
    events,
    waitForCall: (url, trialId) =>
      waitFor(`a report of ${url}`, (seen): HookCall | undefined =>
        seen
          .flatMap((event) => (event.type === 'hook-calls' ? event.calls : []))
          .find((each) => each.url === url && (trialId === undefined || each.trial?.id === trialId)),
      ),
    waitForEvent: (type) => waitFor(type, (seen) => seen.find((each) => each.type === type)),
    startTrial: async (trial) => {
      const { kind } = await call('trial.start', { trial });
      if (kind !== 'started') throw new Error(`the trial: ${kind}`);
      await waitUntil('devtools have turned to the page', () => isAsked(driver));
      await driver.panelScript(
        `void ${api}.devtools.inspectedWindow.reload({ injectedScript: ${JSON.stringify(trialBootstrap(trial))} })`,
      );
      await waitFor('the trial in the page', (seen) =>
        seen.some((event) => event.type === 'hook-started' && event.document.trialFromStart === trial.id),
      );
    },
    forgetEvents: async () => void (await driver.panelScript('window.testEvents.length = 0')),
  };
}
