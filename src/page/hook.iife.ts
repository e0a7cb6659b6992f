import { hookBeacon } from './beacon-hook';
import { createCallLog } from './call-log';
import { documentStart } from './document-facts';
import { hookFetch } from './fetch-hook';
import { takeRelayLine } from './relay-line';
import { storedTrial } from './stored-trial';
import { trialInForce } from './trial-in-force';
import type { Restore } from './wrapped-method';
import { hookXhr } from './xhr-hook';

/*
 * Runs in the page's own world, before its first script. It observes calls and, in a trial, changes exactly one thing of
 * them; it never waits, reads bodies, sends anything again, or throws into the page.
 */
const restores: Restore[] = [];

const stored = storedTrial();
let trial = stored === null ? null : trialInForce(stored);

const line = takeRelayLine((order) => {
  switch (order.type) {
    case 'trial':
      trial = order.trial === null ? null : trialInForce(order.trial);
      return;
    case 'off':
      trial = null;
      for (const restore of restores.splice(0)) restore();
      line?.close();
  }
});

if (line !== null) {
  const log = createCallLog((call) => line.report({ type: 'call', call }));
  const trialNow = (): typeof trial => trial;
  restores.push(...hookXhr(log, trialNow), hookFetch(log, trialNow), hookBeacon(log));
  line.report({ type: 'started', startedAt: documentStart, trialFromStart: trial?.id ?? null });
}
