import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromiumOracle } from '../oracle/browsers/chromium';
import { launchFirefoxOracle } from '../oracle/browsers/firefox';
import type { OracleBrowser } from '../oracle/browsers/oracle-browser';
import { describeCase } from '../oracle/report/describe-case';
import { runCases } from '../oracle/run/run-cases';
import { startWorld, type World } from '../oracle/world/world';

describe.each([
  ['Chromium', launchChromiumOracle],
  ['Firefox', launchFirefoxOracle],
] as const)('%s, asked', (_, launch) => {
  let world: World;
  let browser: OracleBrowser;
  beforeAll(async () => {
    world = await startWorld();
    browser = await launch(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('does with 300 calls what the core predicts', async () => {
    const judged = await runCases(browser, world, { cases: 300, seed: 7 });
    const differing = judged.filter(({ disagreements }) => disagreements.length > 0);
    expect(differing.map(describeCase)).toEqual([]);
    // a run in which nothing succeeds or asks would agree with anything
    const count = (holds: (each: (typeof judged)[number]) => boolean) => judged.filter(holds).length;
    expect(count(({ observed }) => observed.ok)).toBeGreaterThan(75);
    expect(count(({ observed }) => observed.received.some(({ isPreflight }) => isPreflight))).toBeGreaterThan(
      120,
    );
    expect(
      count(({ observed }) => observed.received.some(({ cookies }) => cookies.length > 0)),
    ).toBeGreaterThan(30);
  });
});
