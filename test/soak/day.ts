import { resolve } from 'node:path';
import { launchChromium } from '../browser/chromium/chromium-driver';
import { killBackground } from './background-killer';
import { printRow } from './print-row';
import { runSession, type SessionResult } from './session';
import { serveTraffic } from './traffic-server';

const callsPerLoad = 1_000;

/**
 * A working day of traffic, compressed: at scale 1, 200,000 calls over 200 loads of the page, while the background is ended
 * every few seconds and devtools are opened and closed. In all sessions of devtools but the last, each load must leave
 * exactly the calls that the servers saw; in the last, half of everything, the log is kept over the loads, until it is full.
 */
export async function soakDay(scale: number): Promise<readonly string[]> {
  const loads = Math.max(12, Math.round(200 * scale));
  /** Loads of each session of devtools. */
  const sessions = [...Array.from({ length: 5 }, () => Math.round(loads / 10)), Math.round(loads / 2)];
  const server = await serveTraffic('traffic');
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
  const total = results.reduce((sum, { calls }) => sum + calls, 0);
  printRow('calls that the servers saw', total.toLocaleString('en-US'));
  printRow('loads of the page', String(sessions.reduce((sum, own) => sum + own, 0)));
  printRow('background ended', `${killer.kills} times`);
  return results.flatMap(({ faults }, session) => faults.map((each) => `session ${session + 1}: ${each}`));
}

function print(name: string, { calls, shown, dropped, first, last, page }: SessionResult): void {
  printRow(
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
