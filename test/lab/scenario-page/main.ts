import type { CallResult, CallSpec } from './call';
import { makeCall } from './call';
import { callInFrame, serveParent } from './frame-calls';

interface PageData {
  readonly chosen: string | null;
  readonly variant: string;
  readonly serviceWorker: boolean;
  readonly calls: readonly CallSpec[];
}

declare global {
  interface Window {
    /** Runs one scenario of this page (default: the one that the page was opened for). */
    runScenario?: (id?: string) => Promise<CallResult>;
    /** Runs all scenarios of this page, one after another. */
    runScenarios?: () => Promise<Record<string, CallResult>>;
    /** The last result of each scenario that has run. */
    scenarioResults?: Record<string, CallResult>;
  }
}

/** After an action has ended nothing joins it any more; the stand-in agent's window is 30 ms. */
const idleAfter = 150;

const data = document.getElementById('scenarios');
if (data) servePage(JSON.parse(data.textContent ?? '') as PageData);
else serveParent();

function servePage(page: PageData): void {
  const results: Record<string, CallResult> = {};
  const early = new Map<string, Promise<CallResult>>();
  for (const call of page.calls) if (call.moment === 'before-agent') early.set(call.id, makeCall(call));

  const controlled = page.serviceWorker ? serviceWorkerInControl() : Promise.resolve();
  const run = async (id = page.chosen ?? ''): Promise<CallResult> => {
    const call = page.calls.find((candidate) => candidate.id === id);
    if (!call) throw new Error(`No scenario "${id}" on this page`);
    await controlled;
    const result = await (early.get(id) ?? perform(call, page.variant));
    results[id] = result;
    report(id, result);
    return result;
  };

  window.scenarioResults = results;
  window.runScenario = run;
  window.runScenarios = async () => {
    for (const call of page.calls) await run(call.id);
    return results;
  };
  addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const id = target.dataset['scenario'];
    if (id) void run(id);
  });
}

function perform(call: CallSpec, variant: string): Promise<CallResult> {
  if (call.frame) return callInFrame(call.frame, variant, call);
  if (call.moment === 'idle') {
    return new Promise((resolve) => setTimeout(resolve, idleAfter)).then(() => makeCall(call));
  }
  return inUserAction(() => makeCall(call));
}

/** Makes the call inside a click, so that the agent sees a user action. */
function inUserAction(work: () => Promise<CallResult>): Promise<CallResult> {
  return new Promise((resolve, reject) => {
    const button = document.createElement('button');
    button.addEventListener('click', () => void work().then(resolve, reject), { once: true });
    document.body.append(button);
    button.click();
    button.remove();
  });
}

/** The worker takes a page over when asked: when it becomes active, a page that is just being loaded would be passed over. */
async function serviceWorkerInControl(): Promise<void> {
  const { serviceWorker } = navigator;
  const controlled = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
  await serviceWorker.register('/scenario-service-worker.js', { scope: '/scenario/service-worker' });
  if (serviceWorker.controller) return;
  (await serviceWorker.ready).active?.postMessage('take this page over');
  await controlled;
}

function report(id: string, { failed, status }: CallResult): void {
  const output = document.querySelector(`[data-scenario="${id}"] ~ output`);
  if (output) output.textContent = failed ? 'failed' : `answered ${status}`;
}
