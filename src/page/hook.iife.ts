import { reportInterval } from '../protocol/hook-limits';
import { hookBeacon } from './beacon-hook';
import { createCallLog } from './call-log';
import { watchDepartures } from './departures';
import { documentStart } from './document-facts';
import { hookFetch } from './fetch-hook';
import { later } from './later';
import { openRelayLine } from './relay-line';
import { storedTrial } from './stored-trial';
import { trialInForce, type TrialNow } from './trial-in-force';
import type { Restore } from './wrapped-method';
import { hookXhr } from './xhr-hook';

/*
 * Runs in the page's own world, before its first script. It observes calls and, in a trial, changes exactly one thing of
 * them; it never waits, reads bodies, sends anything again, or throws into the page.
 */
const restores: Restore[] = [];

const stored = storedTrial();
const trial: TrialNow = { inForce: stored === null ? null : trialInForce(stored) };

const line = openRelayLine((order) => {
  switch (order.type) {
    case 'trial':
      trial.inForce = order.trial === null ? null : trialInForce(order.trial);
      return;
    case 'off':
      trial.inForce = null;
      for (let index = 0; index < restores.length; index++) restores[index]?.();
  }
});

if (line !== null) {
  const log = createCallLog({
    report: (calls, dropped) => line.report({ type: 'calls', calls, dropped }),
    later: (task) => later(task, reportInterval),
  });
  restores.push(...hookXhr(log, trial), hookFetch(log, trial), hookBeacon(log), watchDepartures(log));
  line.report({ type: 'started', startedAt: documentStart, trialFromStart: trial.inForce?.id ?? null });
}
