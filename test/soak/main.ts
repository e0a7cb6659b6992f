// npm run soak -- [--scale 0.1]: a working day of traffic, compressed, in the real panel in real devtools of Chromium. At
// scale 1: 200,000 calls over 200 loads of the page, while the background is ended every few seconds and devtools are opened
// and closed. In all sessions of devtools but the last, each load must leave exactly the calls that the servers saw; in the
// last, half of everything, the log is kept over the loads, until it is full. Ends with 1 if a call is missing, or memory or
// listeners grow.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForTests } from '../browser/build-extensions';
import { launchChromium } from '../browser/chromium/chromium-driver';
import { killBackground } from './background-killer';
import { runSession, type SessionResult } from './session';
import { serveTraffic } from './traffic-server';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const scale = Number(values.scale);
if (!(scale > 0)) throw new Error(`not a scale: ${values.scale}`);

const callsPerLoad = 1_000;
const loads = Math.max(12, Math.round(200 * scale));
/** Loads of each session of devtools. */
const sessions = [...Array.from({ length: 5 }, () => Math.round(loads / 10)), Math.round(loads / 2)];

const begun = Date.now();
buildForTests();
const server = await serveTraffic();
const driver = await launchChromium({ dist: resolve('dist/e2e-chrome'), lab: server });
const killer = killBackground(driver.browser, 3_000);
const results: SessionResult[] = [];
try {
  for (const [session, ownLoads] of sessions.entries()) {
    const keepsLog = session === sessions.length - 1;
    const result = await runSession(driver, server, { session, keepsLog, loads: ownLoads, callsPerLoad });
    results.push(result);
    print(`session ${session + 1}${keepsLog ? ', log kept' : ''}, ${ownLoads} loads`, result);
  }
} finally {
  await killer.stop();
  await driver.close();
  await server.close();
}

const faults = results.flatMap(({ faults: own }, session) =>
  own.map((each) => `session ${session + 1}: ${each}`),
);
const total = results.reduce((sum, { calls }) => sum + calls, 0);
row('calls that the servers saw', total.toLocaleString('en-US'));
row('loads of the page', String(sessions.reduce((sum, own) => sum + own, 0)));
row('background ended', `${killer.kills} times`);
row('time', `${Math.round((Date.now() - begun) / 1000)} s`);
for (const fault of faults) row('FAULT', fault);
row('result', faults.length === 0 ? 'nothing is missing, nothing grows' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function print(name: string, { calls, shown, dropped, first, last, page }: SessionResult): void {
  row(
    name,
    [
      `${calls.toLocaleString('en-US')} calls`,
      `${shown.toLocaleString('en-US')} shown`,
      `${dropped.toLocaleString('en-US')} said to be dropped`,
      `extension ${first.heap.toFixed(0)} → ${last.heap.toFixed(0)} MB, ${first.listeners} → ${last.listeners} listeners`,
      `page ${page.first.heap.toFixed(1)} → ${page.last.heap.toFixed(1)} MB, ${page.first.listeners} → ${page.last.listeners} listeners`,
    ].join('; '),
  );
}

function row(what: string, value: string): void {
  console.log(`${what.padEnd(28)}  ${value}`);
}
